import type { DatabaseSync } from 'node:sqlite';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { transaction } from './transaction.ts';

/**
 * What was in flight when the program that wrote this list ended becomes uncertain: it may have arrived. For a list that
 * was just opened, before anything of it is sent. Answers how many.
 */
export function settleInterrupted(database: DatabaseSync): number {
  const reason: ServiceFailure = { code: 'answer-lost' };
  return transaction(database, () => {
    database.prepare('UPDATE outbox SET reason = ? WHERE in_flight = 1').run(JSON.stringify(reason));
    const settled = database
      .prepare(
        "UPDATE share SET delivery = 'uncertain' WHERE id IN (SELECT share_id FROM outbox WHERE in_flight = 1)",
      )
      .run();
    database.prepare('UPDATE outbox SET in_flight = 0 WHERE in_flight = 1').run();
    return Number(settled.changes);
  });
}
