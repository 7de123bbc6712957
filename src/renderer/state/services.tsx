import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { BridgeClient } from '../bridge/client.ts';
import type { Copier } from '../copying.ts';
import type { CryptoClient } from '../crypto/client.ts';
import { createFormat, type Format } from '../i18n/format.ts';
import { chooseLanguage, chooseLocale, type Language } from '../../shared/language.ts';
import type { AccountsState } from './accounts-store.ts';
import type { AgainState } from './again-store.ts';
import type { BulkState } from './bulk-store.ts';
import type { ClipboardStoreState } from './clipboard-store.ts';
import type { KeptPasswordsState } from './kept-passwords.ts';
import type { LedgerState } from './ledger-store.ts';
import type { MirrorState } from './mirror-store.ts';
import type { NavigationState } from './navigation-store.ts';
import type { OverlayState } from './overlay-store.ts';
import type { SharesState } from './shares-store.ts';
import type { UnfinishedState } from './unfinished-store.ts';

/** What every view may use. Made once, in `app/start.tsx`. */
export interface Services {
  readonly bridge: BridgeClient;
  readonly crypto: CryptoClient;
  readonly copier: Copier;
  readonly clipboard: StoreApi<ClipboardStoreState>;
  readonly mirror: StoreApi<MirrorState>;
  readonly accounts: StoreApi<AccountsState>;
  readonly shares: StoreApi<SharesState>;
  readonly ledger: StoreApi<LedgerState>;
  readonly bulk: StoreApi<BulkState>;
  readonly again: StoreApi<AgainState>;
  readonly keptPasswords: StoreApi<KeptPasswordsState>;
  readonly navigation: StoreApi<NavigationState>;
  readonly overlay: StoreApi<OverlayState>;
  readonly unfinished: StoreApi<UnfinishedState>;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider(props: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext value={props.services}>{props.children}</ServicesContext>;
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('There is no ServicesProvider above this component.');
  return services;
}

export const useMirror = <T,>(select: (state: MirrorState) => T): T => useStore(useServices().mirror, select);
export const useClipboard = <T,>(select: (state: ClipboardStoreState) => T): T =>
  useStore(useServices().clipboard, select);
export const useAccounts = <T,>(select: (state: AccountsState) => T): T =>
  useStore(useServices().accounts, select);
export const useShares = <T,>(select: (state: SharesState) => T): T => useStore(useServices().shares, select);
export const useLedger = <T,>(select: (state: LedgerState) => T): T => useStore(useServices().ledger, select);
export const useBulk = <T,>(select: (state: BulkState) => T): T => useStore(useServices().bulk, select);
export const useAgain = <T,>(select: (state: AgainState) => T): T => useStore(useServices().again, select);
export const useKeptPasswords = <T,>(select: (state: KeptPasswordsState) => T): T =>
  useStore(useServices().keptPasswords, select);
export const useNavigation = <T,>(select: (state: NavigationState) => T): T =>
  useStore(useServices().navigation, select);

export const useOverlay = <T,>(select: (state: OverlayState) => T): T =>
  useStore(useServices().overlay, select);

const formats = new Map<string, Format>();

const formatOf = (locale: string): Format => {
  const known = formats.get(locale) ?? createFormat(locale);
  formats.set(locale, known);
  return known;
};

/** The words of the chosen language, and dates and numbers as they are written in it. */
export function useWords() {
  const { t } = useTranslation();
  const setting = useMirror((state) => state.settings.language);
  const system = useMirror((state) => state.info.systemLanguage);
  const language = chooseLanguage(setting, system);
  return { t, language, format: formatOf(chooseLocale(language, system)), formatIn: formatInOf(system) };
}

const formatInOf =
  (system: string) =>
  (language: Language): Format =>
    formatOf(chooseLocale(language, system));
