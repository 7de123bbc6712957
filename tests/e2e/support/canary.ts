import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file under a folder that contains one of the given texts, in any spelling in which it could be written
 * down without being unreadable: as it is, in UTF-16, in base64, in hex, or escaped as JSON or as a URL.
 */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return filesUnder(folder).filter((file) => {
    const bytes = readFileSync(file);
    return texts.some((text) => spellings(text).some((spelling) => bytes.includes(spelling)));
  });
}

export function contains(haystack: string, texts: readonly string[]): boolean {
  const bytes = Buffer.from(haystack);
  return texts.some((text) => spellings(text).some((spelling) => bytes.includes(spelling)));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function spellings(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from(encodeURIComponent(text)),
    ...base64Cores(utf8),
  ];
}

/** Base64 of the text wherever it lies in a larger one: the part that does not depend on its neighbours. */
function base64Cores(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = shift === 0 ? 0 : 4;
    const end = encoded.length - (encoded.length % 4) - 4;
    return Buffer.from(encoded.slice(start, end));
  });
}
