/** Everything the program has around it in a long run: its folder, a service elsewhere, and the way there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../scripts/lib/paths.ts';
import { DEFAULT_LIMITS } from '../../src/service/limits.ts';
import { startService } from '../../src/service/server.ts';
import { placesIn, type RunningProgram, startProgram } from '../crash/program.ts';
import { type Copy, readCopy } from '../crash/snapshots.ts';
import { type Gate, openGate } from './gate.ts';

export interface Stage {
  readonly gate: Gate;
  /** The account of the service elsewhere. */
  readonly accountId: string;
  program: RunningProgram;
  restart(how: 'quit' | 'kill'): Promise<void>;
  /** Ends the program and the service elsewhere, and reads every database. */
  close(): Promise<Databases>;
}

export interface Databases {
  readonly damage: readonly string[];
  /** Message ids. */
  readonly builtin: readonly string[];
  readonly elsewhere: readonly string[];
}

const TOKEN = 'enigma_endurance-0123456789-abcdefghij';
const PLENTY = { anonymous: 100_000, token: 100_000 };

/** @param folder empty at the beginning */
export async function setStage(folder: string): Promise<Stage> {
  const userData = join(folder, 'user-data');
  const elsewhere = join(folder, 'elsewhere', 'messages.db');
  mkdirSync(userData, { recursive: true });
  const service = await startService({
    ...{ host: '127.0.0.1', port: 0, dataFile: elsewhere, ownerTokens: [TOKEN] },
    pageFile: inProject('out', 'service', 'page.html'),
    limits: { budgets: { ...DEFAULT_LIMITS.budgets, create: PLENTY, open: PLENTY, manage: PLENTY } },
  });
  if (!service.ok) throw new Error(`the service elsewhere did not start: ${service.error}`);
  const gate = await openGate(service.value.port);
  const program = await startProgram(userData);
  const added = await program.call('accounts.add', {
    ...{ name: 'Elsewhere', origin: gate.origin, token: TOKEN, hash: 'SHA-256', acceptInsecure: true },
    defaults: { lifetimeSeconds: null, maxAccess: 1 },
  });
  if (added.outcome !== 'added') throw new Error(`the account was not added: ${JSON.stringify(added)}`);
  const stage: Stage = {
    gate,
    accountId: added.account.id,
    program,
    async restart(how) {
      await stage.program[how]();
      stage.program = await startProgram(userData);
      // Its window comes first; whoever locks the keychain before the list is open gets another list for that run.
      await stage.program.call('app.info', undefined);
    },
    async close() {
      await stage.program.quit();
      await gate.close();
      await service.value.close();
      const { ledger, service: builtin } = placesIn(userData);
      const [list, near, far] = [look(ledger), readMessages(builtin), readMessages(elsewhere)];
      return {
        damage: [list, near, far].flatMap(({ damage }) => damage),
        builtin: near.rows ?? [],
        elsewhere: far.rows ?? [],
      };
    },
  };
  return stage;
}

const look = (file: string): Copy<null> => readCopy(file, () => null);

const readMessages = (file: string): Copy<readonly string[]> =>
  readCopy(file, (database) =>
    database
      .prepare('SELECT message_id FROM messages')
      .all()
      .map((row) => String(row['message_id'])),
  );
