import { foldText } from '../secret/search.ts';
import type { Course } from '../secret/state.ts';

/** What of one sent secret has to be in memory to search, filter and sort by. Times in milliseconds. */
export interface CatalogueEntry {
  readonly id: string;
  /** Grows with each entry: of two made in the same millisecond the later one has the greater. */
  readonly sequence: number;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly course: Course;
  /** Accesses the service has told of, or null where it has not. */
  readonly opened: number | null;
  readonly accountId: string;
  readonly serviceName: string;
  /** Folded, for comparing; null without a name. */
  readonly nameKey: string | null;
  readonly serviceKey: string;
  /** Everything that is searched, folded, a line each. */
  readonly haystack: string;
}

export interface Described {
  readonly name: string | null;
  readonly serviceName: string;
  readonly messageId: string | null;
  readonly note: string | null;
}

/** The parts of an entry that come from what it says. */
export function textsOf({
  name,
  serviceName,
  messageId,
  note,
}: Described): Pick<CatalogueEntry, 'serviceName' | 'nameKey' | 'serviceKey' | 'haystack'> {
  const nameKey = name === null ? null : foldText(name);
  const serviceKey = foldText(serviceName);
  // An id is searched as it is written by people: without regard to case, too.
  const rest = [messageId === null ? '' : foldText(messageId), note === null ? '' : foldText(note)];
  return { serviceName, nameKey, serviceKey, haystack: [nameKey ?? '', serviceKey, ...rest].join('\n') };
}
