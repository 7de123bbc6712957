import { shell } from 'electron';
import { linkOf } from '../../core/api/client.ts';
import { parseLink } from '../../core/api/link.ts';

/**
 * Hands a recipient's link to the person's browser. Only a link in the documented form at one of the given
 * origins gets through, rebuilt from its parsed parts: nothing a window wrote reaches the system as it was.
 *
 * @returns false when it was not such a link
 */
export async function openLinkInBrowser(link: string, knownOrigins: readonly string[]): Promise<boolean> {
  const parsed = parseLink(link);
  if (parsed === null || !knownOrigins.includes(parsed.origin)) return false;
  await shell.openExternal(linkOf(parsed.origin, parsed.messageId));
  return true;
}

/**
 * Opens the page with the releases in the person's browser.
 *
 * @param page compiled into the program; no window has a word in it
 */
export async function openReleasesPage(page: string): Promise<void> {
  if (new URL(page).protocol !== 'https:') throw new Error('the releases page is not on https');
  await shell.openExternal(page);
}
