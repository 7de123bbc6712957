import { describe, expect, it } from 'vitest';
import type { Share } from '../../../src/shared/bridge/models.ts';
import { findAtService, findGrowth, findInList, growthOf, type Handed } from '../../endurance/judge.ts';

const NOW = Date.parse('2027-01-04T11:30:00.000Z');

const line = (more: Partial<Share> = {}): Share => ({
  ...{ id: '00000000-0000-4000-8000-000000000001', name: 'one', accountId: 'builtin', isAccountGone: false },
  ...{
    reports: true,
    serviceName: 'Built-in',
    serviceOrigin: 'http://127.0.0.1:1',
    messageId: 'a1',
  },
  ...{
    link: 'http://127.0.0.1:1/s/a1',
    createdAt: '2027-01-04T11:00:00.000Z',
    expiresAt: null,
    maxAccess: 2,
  },
  ...{ accessCount: null, firstAccessAt: null, deletedAt: null, state: 'active', reason: null },
  ...more,
});
const handed = (more: Partial<Handed> = {}): Handed => ({
  ...{ name: 'one', maxAccess: 2, expiresAt: null, deleted: 'no' },
  answer: { outcome: 'sent', share: line() },
  opened: { least: 0, most: 0 },
  ...more,
});

describe('a list at the end of a long run', () => {
  it('is well when it has each secret once, as it was acknowledged', () => {
    expect(findInList([handed()], [line()], NOW)).toEqual([]);
  });

  it.each([
    ['lost', [handed()], []],
    ['doubled', [handed()], [line(), line()]],
    ['doubled without an answer', [handed({ answer: null })], [line(), line()]],
    ['under another link', [handed()], [line({ link: 'http://127.0.0.1:1/s/other' })]],
    ['still waiting', [handed()], [line({ state: 'waiting' })]],
    ['of nobody', [], [line()]],
    ['not told as deleted', [handed({ deleted: 'yes' })], [line()]],
    ['told as deleted by nobody', [handed()], [line({ state: 'deleted' })]],
    ['not told as opened', [handed({ opened: { least: 1, most: 1 } })], [line()]],
    [
      'counted too often',
      [handed({ opened: { least: 0, most: 1 } })],
      [line({ state: 'opened', accessCount: 2 })],
    ],
    ['not told as expired', [handed({ expiresAt: NOW - 1 })], [line()]],
    ['refused', [handed({ answer: { outcome: 'invalid', why: 'storage' } })], []],
  ] satisfies [string, Handed[], Share[]][])('is not when one is %s', (_, secrets, list) => {
    expect(findInList(secrets, list, NOW)).toHaveLength(1);
  });

  it.each([
    ['unanswered ones may be there or not', handed({ answer: null }), []],
    ['an answer that was lost may have counted', handed({ opened: { least: 0, most: 1 } }), [line()]],
    [
      'a deletion without an answer may have happened',
      handed({ deleted: 'maybe' }),
      [line({ state: 'deleted' })],
    ],
    [
      'an opening just before it was deleted may not have been learned of',
      handed({ opened: { least: 1, most: 1 }, deleted: 'yes' }),
      [line({ state: 'deleted', accessCount: 0 })],
    ],
    ['the last access uses it up', handed({ opened: { least: 2, most: 2 } }), [line({ state: 'used-up' })]],
    ['what waited past its moment says so', handed({ expiresAt: NOW - 1 }), [line({ state: 'overdue' })]],
  ] satisfies [string, Handed, Share[]][])('%s', (_, secret, list) => {
    expect(findInList([secret], list, NOW)).toEqual([]);
  });
});

it('a service has what the list has, and nothing else', () => {
  const { messageId } = line();
  expect(findAtService([String(messageId)], [line()], 'it')).toEqual([]);
  expect(findAtService([], [line()], 'it')).toEqual(['a message in the list is not at it: lost']);
  expect(findAtService([String(messageId), 'x'], [line()], 'it')).toEqual([
    'it has a message that is in no list: doubled',
  ]);
});

it('memory is flat where the middle of the last third is near that of the first', () => {
  expect(findGrowth([100, 400, 101, 99, 100, 100, 104, 103, 300])).toEqual([]);
  expect(growthOf([100, 100, 100, 100, 100, 100, 120, 120, 120])).toBeCloseTo(0.2);
  expect(findGrowth([100, 100, 100, 100, 100, 100, 120, 120, 120])).toHaveLength(1);
  expect(findGrowth([])).toEqual([]);
});
