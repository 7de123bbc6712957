/**
 * Every view but the first is loaded when it is first gone to: what nobody looks at costs neither time at the start
 * nor memory. The files are the program's own, so that takes milliseconds.
 */
import { lazy } from 'react';

const loadHandover = () => import('../features/handover/handover-view.tsx');

export const HandoverView = lazy(async () => ({ default: (await loadHandover()).HandoverView }));
export const LedgerView = lazy(async () => ({
  default: (await import('../features/ledger/ledger-view.tsx')).LedgerView,
}));
export const OpenView = lazy(async () => ({
  default: (await import('../features/open/open-view.tsx')).OpenView,
}));
export const SettingsView = lazy(async () => ({
  default: (await import('../features/settings/settings-view.tsx')).SettingsView,
}));
export const AccountsView = lazy(async () => ({
  default: (await import('../features/accounts/accounts-view.tsx')).AccountsView,
}));

/** Has the hand-over at hand before anything is sealed: the password is shown there and nowhere else. */
export function warmHandover(): void {
  requestIdleCallback(() => {
    // A failure shows when the view is gone to.
    void loadHandover().catch(() => undefined);
  });
}
