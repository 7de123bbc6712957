/** Which part of the list a person wants to see, as they choose it. */
import type { LedgerFilter, LedgerOrder } from '../../../shared/bridge/ledger.ts';
import { type LedgerQuestion, NEWEST_FIRST } from '../../state/ledger-pages.ts';

export const recentDays = [1, 7, 30, 365] as const;

export type TimeChoice =
  | { readonly kind: 'any' }
  /** So many days before now. */
  | { readonly kind: 'recent'; readonly days: (typeof recentDays)[number] }
  /** As `<input type="date">` has them: local days, empty for none. Both days are included. */
  | { readonly kind: 'between'; readonly from: string; readonly until: string };

export interface Choices {
  readonly search: string;
  readonly states: LedgerFilter['states'];
  readonly accountIds: LedgerFilter['accountIds'];
  readonly time: TimeChoice;
  readonly order: LedgerOrder;
}

export const ALL: Choices = {
  search: '',
  states: [],
  accountIds: [],
  time: { kind: 'any' },
  order: NEWEST_FIRST,
};

const DAY_MS = 86_400_000;

/** What is asked for. @param now milliseconds since the epoch */
export function toQuestion(
  { search, states, accountIds, time, order }: Choices,
  now: number,
): LedgerQuestion {
  return { filter: { search, states, accountIds, ...stretchOf(time, now) }, order };
}

function stretchOf(time: TimeChoice, now: number): Pick<LedgerFilter, 'from' | 'until'> {
  switch (time.kind) {
    case 'any':
      return { from: null, until: null };
    case 'recent':
      return { from: new Date(now - time.days * DAY_MS).toISOString(), until: null };
    case 'between':
      return { from: startOfDay(time.from, 0), until: startOfDay(time.until, 1) };
  }
}

/** The moment a local day begins, or the day so many days after it; null for no day. */
function startOfDay(day: string, after: number): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const moment = new Date(year, month - 1, date + after);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The way a column is sorted first: what is newest or most matters more than what is least. */
const firstDirections: Readonly<Record<LedgerOrder['by'], LedgerOrder['direction']>> = {
  created: 'descending',
  expires: 'ascending',
  name: 'ascending',
  state: 'ascending',
  service: 'ascending',
  opened: 'descending',
};

/** What a click on a column's heading asks for. */
export function orderAfter(order: LedgerOrder, by: LedgerOrder['by']): LedgerOrder {
  if (order.by !== by) return { by, direction: firstDirections[by] };
  return { by, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
}
