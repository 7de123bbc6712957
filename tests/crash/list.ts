/** The whole list of a running program, and waiting for what it is to say. */
import { setTimeout as wait } from 'node:timers/promises';
import type { CallInput } from '../../src/shared/bridge/contract.ts';
import type { Share } from '../../src/shared/bridge/models.ts';
import type { RunningProgram } from './program.ts';

const EVERYTHING: Omit<CallInput<'ledger.query'>, 'offset'> = {
  filter: { search: '', states: [], accountIds: [], from: null, until: null },
  order: { by: 'created', direction: 'descending' },
  limit: 200,
};

export async function listOf(program: Pick<RunningProgram, 'call'>): Promise<Share[]> {
  const shares: Share[] = [];
  for (let total = 1; shares.length < total;) {
    const page = await program.call('ledger.query', { ...EVERYTHING, offset: shares.length });
    if (page.shares.length === 0) break;
    shares.push(...page.shares);
    ({ total } = page);
  }
  return shares;
}

/** Whether nothing of it is still to come. */
export const isSettled = ({ state }: Share): boolean => state !== 'waiting' && state !== 'uncertain';

/** @param limit milliseconds */
export async function becomesTrue(check: () => Promise<boolean>, limit: number): Promise<boolean> {
  const deadline = performance.now() + limit;
  while (performance.now() < deadline) {
    if (await check()) return true;
    await wait(50);
  }
  return false;
}
