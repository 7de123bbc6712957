import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState, type UpdateEvent } from '../../../../src/main/updates/machine.ts';
import {
  type Release,
  updateFailures,
  updateOwners,
  type UpdateState,
  updateStateSchema,
} from '../../../../src/shared/bridge/updates.ts';

const release: fc.Arbitrary<Release> = fc.record({
  version: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map((parts) => parts.join('.')),
  bytes: fc.integer({ min: 1, max: 1e9 }),
  releasedAt: fc.constant('2026-11-12T09:30:00.000Z'),
});
const event: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('look', 'download', 'downloaded', 'stop') }),
  fc.record({ kind: fc.constant('found'), release: fc.option(release) }),
  fc.record({ kind: fc.constant('progress'), percent: fc.oneof(fc.double(), fc.integer({ max: 200 })) }),
  fc.record({ kind: fc.constant('failed'), why: fc.constantFrom(...updateFailures) }),
);

const IDLE: UpdateState = { state: 'idle' };
/** The states one after the other, each with what led to it. */
function walk(events: readonly UpdateEvent[], from: UpdateState = IDLE) {
  let now = from;
  return events.map((each) => {
    const before = now;
    now = nextState(now, each);
    return { before, each, now };
  });
}

describe('updates, whatever happens in whatever order', () => {
  it('are always in a state that the window understands', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        for (const { now } of walk(events)) expect(updateStateSchema.safeParse(now).success).toBe(true);
      }),
    );
  });

  it('stay off where somebody else sees to them', () => {
    fc.assert(
      fc.property(fc.array(event), fc.constantFrom(...updateOwners), (events, owner) => {
        const off: UpdateState = { state: 'off', owner };
        for (const { now } of walk(events, off)) expect(now).toBe(off);
      }),
    );
  });

  it('begin to fetch only what was found, when asked, and are ready only with what was fetched', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        for (const { before, each, now } of walk(events)) {
          if (now.state === 'downloading' && before.state !== 'downloading') {
            expect(each.kind).toBe('download');
            expect('release' in before && before.release).toBe(now.release);
          }
          if (now.state === 'ready' && before.state !== 'ready') {
            expect(before.state).toBe('downloading');
            expect(each.kind).toBe('downloaded');
            expect('release' in before && before.release).toBe(now.release);
          }
        }
      }),
    );
  });

  it('never tell that less has arrived than before, nor more than all', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        for (const { before, now } of walk(events))
          if (before.state === 'downloading' && now.state === 'downloading')
            expect(now.percent).toBeGreaterThanOrEqual(before.percent);
      }),
    );
  });

  it('do not lose what is ready to another look', () => {
    const ready: UpdateState = {
      state: 'ready',
      release: { version: '2.0.0', bytes: 1, releasedAt: '2026-11-12T09:30:00.000Z' },
    };
    fc.assert(
      fc.property(fc.array(event.filter(({ kind }) => kind !== 'failed')), (events) => {
        for (const { now } of walk(events, ready)) expect(now).toBe(ready);
      }),
    );
  });
});
