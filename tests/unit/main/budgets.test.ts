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

it('counts creating alone, and says nothing about the rest', async () => {
  const told: number[] = [];
  const budgets = openBudgets(
    join(folder, 'budgets.json'),
    () => NOW,
    () => told.push(1),
  );
  const http = createScriptedHttp();
  http.answerWith(answer(200, {}));
  await budgets.counting(http, account).send({ ...post, url: 'https://example.org/api/messages/status' });
  expect(told).toEqual([]);
});
