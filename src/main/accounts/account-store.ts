import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { type Account, accountSchema, BUILTIN_ID, USUAL_DEFAULTS } from './account.ts';

const fileSchema = z.object({
  version: z.literal(1),
  /** The built-in service's own choices; its origin is wherever it runs. */
  builtin: accountSchema.pick({ defaults: true }),
  accounts: z.array(accountSchema).max(100),
  currentId: z.string(),
});
type Stored = z.infer<typeof fileSchema>;

export interface AccountStore {
  /** The built-in service first, then in the order they were added. */
  list(): readonly Account[];
  find(id: string): Account | null;
  readonly currentId: string;
  /** True when the file was damaged and kept aside at start. */
  readonly wasSetAside: boolean;
  add(account: Account): void;
  /** Answers the changed account; null when there is none. The built-in service takes new defaults only. */
  change(id: string, part: Partial<Omit<Account, 'id' | 'origin'>>): Account | null;
  /** False for the built-in service and for what is not there. The current account falls back to the built-in one. */
  remove(id: string): boolean;
  /** False when there is none. */
  use(id: string): boolean;
}

/** @param builtin name and origin of the built-in service as it is now */
export function openAccounts(
  file: string,
  now: number,
  builtin: () => Pick<Account, 'name' | 'origin'>,
): AccountStore {
  const outcome = readJsonFile(file, fileSchema, now);
  let stored: Stored =
    outcome.kind === 'read'
      ? outcome.value
      : { version: 1, builtin: { defaults: USUAL_DEFAULTS }, accounts: [], currentId: BUILTIN_ID };
  const save = (next: Stored): void => {
    // Written first: what cannot be stored does not come to be.
    writeJsonFile(file, next);
    stored = next;
  };
  const list = (): readonly Account[] => [
    { id: BUILTIN_ID, auth: 'token', hash: 'SHA-256', ...builtin(), ...stored.builtin },
    ...stored.accounts,
  ];
  const find = (id: string): Account | null => list().find((account) => account.id === id) ?? null;

  return {
    list,
    find,
    get currentId() {
      return find(stored.currentId) === null ? BUILTIN_ID : stored.currentId;
    },
    wasSetAside: outcome.kind === 'set-aside',
    add(account) {
      save({ ...stored, accounts: [...stored.accounts, accountSchema.parse(account)] });
    },
    change(id, part) {
      const before = find(id);
      if (before === null) return null;
      if (id === BUILTIN_ID) save({ ...stored, builtin: { defaults: part.defaults ?? before.defaults } });
      else {
        const after = accountSchema.parse({ ...before, ...part });
        save({
          ...stored,
          accounts: stored.accounts.map((account) => (account.id === id ? after : account)),
        });
      }
      return find(id);
    },
    remove(id) {
      const accounts = stored.accounts.filter((account) => account.id !== id);
      if (accounts.length === stored.accounts.length) return false;
      save({ ...stored, accounts, currentId: stored.currentId === id ? BUILTIN_ID : stored.currentId });
      return true;
    },
    use(id) {
      if (find(id) === null) return false;
      save({ ...stored, currentId: id });
      return true;
    },
  };
}
