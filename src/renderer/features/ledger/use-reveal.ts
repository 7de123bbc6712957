import { type RefObject, useEffect, useRef, useState } from 'react';
import { isFiltered } from '../../state/ledger-pages.ts';
import { useNavigation, useServices } from '../../state/services.tsx';
import type { GridHandle } from '../../ui/grid/grid.tsx';
import type { ChoicesControl } from './use-choices.ts';
import type { RowsControl } from './use-rows-control.ts';

interface RevealParts {
  readonly control: RowsControl;
  readonly choices: ChoicesControl;
  readonly grid: RefObject<GridHandle | null>;
}

export interface Reveal {
  /** The details that are open were asked for from elsewhere. */
  readonly isShown: boolean;
  /** Leads the focus to the line of an entry, wherever in the list it is. */
  readonly goTo: (id: string | undefined) => Promise<void>;
  /** To the one after that where it led last. */
  readonly nextOf: (ids: readonly string[]) => Promise<void>;
}

/** Brings an entry into sight that may be far off, or left out by what is chosen. */
export function useReveal({ control, choices, grid }: RevealParts): Reveal {
  const { ledger } = useServices();
  const last = useRef<string | null>(null);
  const wanted = useNavigation((state) => state.entry);
  const [taken, setTaken] = useState<typeof wanted>(null);
  if (wanted !== null && wanted !== taken) {
    setTaken(wanted);
    control.open(wanted.id);
  }
  const placeOf = async (id: string): Promise<number> => {
    const { listIds, question } = ledger.getState();
    const found = (await listIds())?.indexOf(id) ?? -1;
    if (found !== -1 || !isFiltered(question.filter)) return found;
    choices.clear();
    return (await ledger.getState().listIds())?.indexOf(id) ?? -1;
  };
  const goTo = async (id: string | undefined): Promise<void> => {
    const place = id === undefined ? -1 : await placeOf(id);
    if (id === undefined || place === -1) return;
    last.current = id;
    control.goTo(id, place);
    grid.current?.followCursor(id);
  };
  const show = async (id: string): Promise<void> => {
    const place = await placeOf(id);
    if (place === -1) return;
    control.open(id, place);
    grid.current?.showRow(place);
  };
  useEffect(() => {
    if (wanted !== null) void show(wanted.id);
    // Each time it is asked for, and only then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return {
    isShown: taken !== null && taken.id === control.detailed,
    goTo,
    nextOf: (ids) => goTo(ids[(ids.indexOf(last.current ?? '') + 1) % ids.length]),
  };
}
