import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openServiceTimes, type ServiceTimes } from '../../../src/main/network/service-times.ts';
import { answer, createScriptedHttp } from '../../fakes/http.ts';

const TRUE_TIME = Date.parse('2026-06-01T12:00:00.000Z');
const HOUR = 3_600_000;
const request = {
  method: 'POST',
  url: 'https://example.org/api/messages',
  headers: {},
  body: null,
  limits: { headersMs: 1, bodyMs: 1, maxBytes: 1 },
} as const;

let folder: string;
let file: string;
/** How far this computer's clock is ahead of the truth. */
let wrong: number;
let passed: number;
let accounts: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'times-'));
  file = join(folder, 'service-clocks.json');
  wrong = 0;
  passed = 0;
  accounts = ['work'];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const start = (): ServiceTimes => {
  // The steady clock begins anew with each start.
  const begun = passed;
  return openServiceTimes({
    local: () => ({ wall: TRUE_TIME + passed + wrong, steady: passed - begun }),
    file,
    isKnown: (id) => accounts.includes(id),
  });
};

async function hear(times: ServiceTimes, id = 'work', ahead = 0): Promise<void> {
  const http = createScriptedHttp();
  http.answerWith(answer(200, {}, { date: new Date(TRUE_TIME + passed + ahead).toUTCString() }));
  await times.watching(http, id).send(request);
}

it.each([
  ['behind', -3 * HOUR],
  ['ahead', 3 * HOUR],
])('knows the service’s time after a restart with a clock that is %s', async (_name, by) => {
  wrong = by;
  await hear(start());
  passed = 20 * HOUR;
  expect(Math.abs(start().at('work') - (TRUE_TIME + passed))).toBeLessThan(2_000);
});

it('believes a new answer more than what it remembers', async () => {
  wrong = -3 * HOUR;
  await hear(start());
  // The person has set the clock right meanwhile.
  wrong = 0;
  const times = start();
  expect(times.at('work')).toBeGreaterThan(TRUE_TIME + 2 * HOUR);
  await hear(times);
  expect(times.at('work')).toBe(TRUE_TIME);
  expect(start().at('work')).toBe(TRUE_TIME);
});

it('writes nothing while the clocks agree, and once while they differ', async () => {
  const times = start();
  await hear(times);
  expect(() => readFileSync(file)).toThrow();
  wrong = HOUR;
  const other = start();
  await hear(other);
  const written = readFileSync(file, 'utf8');
  rmSync(file);
  passed = 1_000;
  await hear(other);
  expect(() => readFileSync(file)).toThrow();
  expect(JSON.parse(written)).toEqual({ version: 1, leads: { work: -HOUR + 500 } });
});

it('forgets the clock of an account that is gone, with the next it writes', async () => {
  accounts = ['old', 'work'];
  const times = start();
  await hear(times, 'old', HOUR);
  accounts = ['work'];
  await hear(times, 'work', 2 * HOUR);
  expect(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { leads: object }).leads)).toEqual(['work']);
});

it('goes by this computer’s clock where the file is damaged or cannot be written', async () => {
  writeFileSync(file, '{ not json');
  expect(start().at('work')).toBe(TRUE_TIME);
  // A folder cannot be where a file is.
  writeFileSync(join(folder, 'no-folder'), '');
  file = join(folder, 'no-folder', 'times.json');
  const times = start();
  await hear(times, 'work', HOUR);
  expect(times.at('work')).toBeGreaterThan(TRUE_TIME + HOUR - 2_000);
});

it('spans the clocks of all services and this computer’s', async () => {
  accounts = ['early', 'late'];
  const times = start();
  await hear(times, 'early', -HOUR);
  await hear(times, 'late', HOUR);
  const { earliest, latest } = times.span();
  expect(latest - earliest).toBe(2 * HOUR);
});
