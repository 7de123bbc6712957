import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBudgets } from '../../../src/main/accounts/budgets.ts';
import { answer, createScriptedHttp } from '../../fakes/http.ts';

const account = { id: 'work', auth: 'anonymous' } as const;
const post = {
  method: 'POST',
  url: 'https://example.org/api/messages',
  headers: {},
  body: null,
  limits: { headersMs: 1, bodyMs: 1, maxBytes: 1 },
} as const;
const NOW = Date.parse('2026-06-01T12:00:00.000Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('tells what is left as soon as a request is counted, and again when the service corrects it', async () => {
  const told: number[] = [];
  const file = join(folder, 'budgets.json');
  const budgets = openBudgets(
    file,
    () => NOW,
    () => told.push(budgets.remaining(account).remaining),
  );
  const http = createScriptedHttp();
  http.answerWith(answer(201, {}, { 'x-ratelimit-limit': '20', 'x-ratelimit-remaining': '3' }));
  await budgets.counting(http, account).send(post);
  expect(told).toEqual([19, 3]);
});

const URL = 'https://example.org/api/messages';
const status = { ...post, url: `${URL}/status` };
const remove = { ...post, method: 'DELETE', url: `${URL}/m1`, body: null } as const;
const opening = { ...post, url: `${URL}/m1/open` };

function openHere(now: () => number = () => NOW) {
  const budgets = openBudgets(join(folder, 'budgets.json'), now, () => undefined);
  const http = createScriptedHttp();
  return { budgets, http, counted: budgets.counting(http, account) };
}

it('counts creating, opening, deleting and asking together, also over a restart', async () => {
  const { budgets, http, counted } = openHere();
  for (const request of [post, status, remove, opening]) {
    http.answerWith(answer(200, {}));
    await counted.send(request);
  }
  expect(budgets.remaining(account).remaining).toBe(16);
  expect(openHere().budgets.remaining(account).remaining).toBe(16);
});

it('does not count the one question a run what a service can do', async () => {
  const { budgets, http, counted } = openHere();
  http.answerWith(answer(404, {}));
  await counted.send({ ...post, method: 'GET', url: 'https://example.org/api/capabilities' });
  expect(budgets.remaining(account).remaining).toBe(20);
});

it('counts apart what a service says it counts apart, and knows it after a restart', async () => {
  const { budgets, http, counted } = openHere();
  const apart = { 'x-ratelimit-limit': '200', 'x-ratelimit-remaining': '150' };
  http.answerWith(answer(200, {}, apart), answer(200, {}, { ...apart, 'x-ratelimit-remaining': '149' }));
  await counted.send(status);
  await counted.send(remove);
  // The first one was counted before anything was known.
  expect(budgets.remaining(account).remaining).toBe(19);
  expect(budgets.refreshPace(account)).toBeLessThan(30_000);
  const again = openHere();
  again.http.answerWith(answer(200, {}, apart));
  await again.counted.send(remove);
  expect(again.budgets.remaining(account).remaining).toBe(19);
});

it('leaves the last places to a person, and says when it may ask again', async () => {
  let now = NOW;
  const { budgets, http, counted } = openHere(() => now);
  for (let made = 0; made < 15; made += 1) {
    http.answerWith(answer(201, {}));
    await counted.send(post);
  }
  expect(budgets.delay(account, 'create')).toBeNull();
  expect(budgets.delay(account, 'manage')).toBeNull();
  expect(budgets.refreshDelay(account)).toBe(15 * 60_000);
  now += 15 * 60_000;
  expect(budgets.refreshDelay(account)).toBeNull();
});
