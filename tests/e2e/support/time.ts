import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Program } from './program.ts';

/**
 * Makes everything in the list a day older but for its last so many minutes, and lets the computer wake up, as after
 * a night. What the service knows stays as it is.
 */
export async function letMostOfTheTimePass({ app, userData }: Program, minutesLeft: number): Promise<void> {
  const database = new DatabaseSync(join(userData, 'data/ledger.db'), { timeout: 5_000 });
  database
    .prepare(
      'UPDATE share SET created_at = created_at - 86400000, expires_at = ? WHERE expires_at IS NOT NULL',
    )
    .run(Date.now() + minutesLeft * 60_000);
  database.close();
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
}
