import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBroadcast } from '../../../../src/main/bridge/broadcast.ts';
import type { LogFields } from '../../../../src/main/log/log.ts';
import { events } from '../../../../src/shared/bridge/contract.ts';
import { eventChannel, type EventName, eventNames } from '../../../../src/shared/bridge/names.ts';
import { CANARY, hostile, welcome } from './hostile.ts';
import { fakeContents, fakeRegistry, ORIGIN } from './support.ts';

function assemble(name: EventName, url?: string, isLocked = false) {
  const window = fakeContents(url);
  const log: LogFields[] = [];
  const broadcast = createBroadcast({
    windows: fakeRegistry(new Map([[window, name === 'quick.shown' ? 'quick' : 'main']])),
    origins: [ORIGIN],
    isLocked: () => isLocked,
    log: { write: (_event, fields = {}) => log.push(fields), read: () => '' },
  });
  return { window, log, broadcast };
}

describe.each(eventNames)('%s', (name) => {
  it('never carries what its schema does not know, and does not throw about it', () => {
    const { window, log, broadcast } = assemble(name);
    fc.assert(
      fc.property(hostile(events[name]), (payload) => {
        const told = window.sent.length;
        broadcast(name, payload as never);
        const parsed = events[name].safeParse(payload);
        expect(window.sent.slice(told)).toEqual(
          parsed.success ? [{ channel: eventChannel(name), payload: parsed.data }] : [],
        );
      }),
      { numRuns: 1_000 },
    );
    expect(log.length).toBeGreaterThan(500);
    expect(JSON.stringify(log)).not.toContain(CANARY);
  });

  it('is not told to a window that shows another page', () => {
    const acceptable = welcome(events[name]).filter((payload) => events[name].safeParse(payload).success);
    const [payload] = fc.sample(acceptable, 1);
    for (const url of ['about:blank', 'data:text/html,x', `${ORIGIN}.evil/`, 'https://enigmacrypt.app/']) {
      const { window, broadcast } = assemble(name, url);
      broadcast(name, payload as never);
      expect(window.sent).toEqual([]);
    }
    const { window, broadcast } = assemble(name);
    broadcast(name, payload as never);
    expect(window.sent).toHaveLength(1);
  });

  it('is told to a locked program’s windows only where it is about how they look', () => {
    const { window, broadcast } = assemble(name, undefined, true);
    for (const payload of fc.sample(welcome(events[name]), 20)) broadcast(name, payload as never);
    if (name !== 'settings.changed') expect(window.sent).toEqual([]);
  });
});
