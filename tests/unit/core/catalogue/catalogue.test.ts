import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Catalogue,
  type CatalogueFilter,
  type CatalogueOrder,
} from '../../../../src/core/catalogue/catalogue.ts';
import { type CatalogueEntry, textsOf } from '../../../../src/core/catalogue/entry.ts';
import {
  courseOf,
  type Evidence,
  type SecretState,
  secretStates,
  stateAt,
} from '../../../../src/core/secret/state.ts';

interface Item extends Evidence {
  readonly id: string;
  readonly name: string | null;
  readonly service: string;
  readonly messageId: string | null;
  readonly note: string | null;
  readonly createdAt: number;
}

const NOW = 1_780_000_000_000;
const word = fc.constantFrom(
  'Router',
  'ROUTER',
  'clé',
  'Cle',
  'añil',
  'anil',
  'Straße',
  'wi-fi',
  '',
  'Ⅷ',
  'x',
);
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const item: fc.Arbitrary<Omit<Item, 'id'>> = fc.record({
  name: fc.option(text, { nil: null }),
  service: fc.constantFrom('builtin', 'Work', 'wörk', 'Zoo'),
  messageId: fc.option(fc.constantFrom('aB3', 'Ab3', 'zz9'), { nil: null }),
  note: fc.option(text, { nil: null }),
  createdAt: fc.integer({ min: NOW - 5, max: NOW }),
  expiresAt: fc
    .constantFrom(null, NOW - 1, NOW, NOW + 1)
    .map((at) => (at === null ? null : new Date(at).toISOString())),
  maxAccess: fc.constant(3),
  delivery: fc.constantFrom('waiting', 'uncertain', 'delivered', 'delivered'),
  deletedAt: fc.constantFrom(null, null, new Date(NOW).toISOString()),
  report: fc.option(
    fc.record({
      state: fc.constantFrom('active', 'exhausted', 'expired', 'deleted', 'unknown', 'forbidden'),
      accessCount: fc.constantFrom(null, 0, 1, 2),
    }),
    { nil: null },
  ),
});
const items = fc
  .array(item, { maxLength: 25 })
  .map((list) => list.map((each, index) => ({ ...each, id: `id-${index}` })));
const filter: fc.Arbitrary<CatalogueFilter> = fc.record({
  search: fc.oneof(fc.constant(''), text, fc.constantFrom('ab', 'ROU work', 'añ', 'strasse', '  cle  ')),
  states: fc.subarray([...secretStates], { maxLength: 4 }),
  accountIds: fc.subarray(['builtin', 'Work', 'nobody'], { maxLength: 2 }),
  from: fc.option(fc.integer({ min: NOW - 6, max: NOW + 1 }), { nil: null }),
  until: fc.option(fc.integer({ min: NOW - 6, max: NOW + 1 }), { nil: null }),
});
const order: fc.Arbitrary<CatalogueOrder> = fc.record({
  by: fc.constantFrom('created', 'expires', 'name', 'state', 'service', 'opened'),
  direction: fc.constantFrom('ascending', 'descending'),
});

function toEntry(each: Item, sequence: number): CatalogueEntry {
  return {
    id: each.id,
    sequence,
    createdAt: each.createdAt,
    expiresAt: each.expiresAt === null ? null : Date.parse(each.expiresAt),
    course: courseOf(each),
    opened: each.report?.accessCount ?? null,
    accountId: each.service,
    ...textsOf({ ...each, serviceName: each.service }),
  };
}
const time = (accountId: string): number => (accountId === 'Zoo' ? NOW - 1 : NOW);
const stateOf = (each: Item): SecretState => stateAt(courseOf(each), time(each.service));
const plain = (value: string): string => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The same in the slowest and plainest way. */
function naive(list: readonly Item[], wanted: CatalogueFilter, { by, direction }: CatalogueOrder): string[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyOf = (each: Item): string | number | null => {
    if (by === 'created') return each.createdAt;
    if (by === 'expires') return each.expiresAt === null ? null : Date.parse(each.expiresAt);
    if (by === 'name') return each.name === null ? null : plain(each.name);
    if (by === 'state') return secretStates.indexOf(stateOf(each));
    return by === 'service' ? plain(each.service) : (each.report?.accessCount ?? null);
  };
  const words = plain(wanted.search).split(/\s+/).filter(Boolean);
  return list
    .map((each, index) => ({ each, index }))
    .filter(({ each }) => {
      const fields = [each.name, each.service, each.messageId, each.note].map((field) => plain(field ?? ''));
      return (
        words.every((one) => fields.some((field) => field.includes(one))) &&
        (wanted.states.length === 0 || wanted.states.includes(stateOf(each))) &&
        (wanted.accountIds.length === 0 || wanted.accountIds.includes(each.service)) &&
        (wanted.from === null || each.createdAt >= wanted.from) &&
        (wanted.until === null || each.createdAt < wanted.until)
      );
    })
    .sort((one, other) => {
      const [a, b] = [keyOf(one.each), keyOf(other.each)];
      if (a !== b) {
        if (a === null) return 1;
        if (b === null) return -1;
        return a < b ? -sign : sign;
      }
      return other.each.createdAt - one.each.createdAt || other.index - one.index;
    })
    .map(({ each }) => each.id);
}

describe('the list in memory', () => {
  it('finds, filters and sorts as a naive reading does, also after changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        items,
        fc.array(fc.tuple(filter, order), { minLength: 1, maxLength: 4 }),
        async (first, second, asked) => {
          const catalogue = new Catalogue(() => Promise.resolve());
          for (const [index, each] of first.entries()) catalogue.put(toEntry(each, index));
          for (const [wanted, sorted] of asked)
            expect(await catalogue.find(wanted, sorted, time)).toEqual(naive(first, wanted, sorted));
          for (const [index, each] of second.entries()) catalogue.put(toEntry(each, index));
          for (const { id } of first.slice(second.length)) catalogue.remove(id);
          for (const [wanted, sorted] of asked)
            expect(await catalogue.find(wanted, sorted, time)).toEqual(naive(second, wanted, sorted));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps up with what changes while it sorts', async () => {
    await fc.assert(
      fc.asyncProperty(items, items, order, async (first, second, sorted) => {
        const everything = { search: '', states: [], accountIds: [], from: null, until: null };
        let change = (): void => undefined;
        const catalogue = new Catalogue(() => {
          change();
          return Promise.resolve();
        });
        for (const [index, each] of first.entries()) catalogue.put(toEntry(each, index));
        change = () => {
          change = () => undefined;
          for (const [index, each] of second.entries()) catalogue.put(toEntry(each, index));
          for (const { id } of first.slice(second.length)) catalogue.remove(id);
        };
        const found = await catalogue.find(everything, sorted, time);
        expect(found).toEqual(naive(first.length === 0 ? first : second, everything, sorted));
      }),
    );
  });

  it('counts states and accounts', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (list) => {
        const catalogue = new Catalogue(() => Promise.resolve());
        for (const [index, each] of list.entries()) catalogue.put(toEntry(each, index));
        const { total, states, accounts } = catalogue.summary(time);
        expect(total).toBe(list.length);
        for (const state of secretStates)
          expect(states[state] ?? 0).toBe(list.filter((each) => stateOf(each) === state).length);
        for (const { id, count } of accounts)
          expect(count).toBe(list.filter(({ service }) => service === id).length);
        expect(accounts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        await Promise.resolve();
      }),
    );
  });
});
