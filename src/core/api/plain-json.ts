/** Brackets and commas in one message: the longest of the contract, news of 100 secrets, has about a thousand. */
const MOST_PARTS = 20_000;
const PARTS = ['[', '{', ','].map((sign) => sign.charCodeAt(0));

/**
 * Whether JSON in UTF-8 has no more parts than a message of this contract can have. Megabytes of nothing but brackets
 * take a reader minutes and gigabytes, so that is looked at before they are read. What stands in texts counts as well.
 */
export function isPlainJson(bytes: Uint8Array): boolean {
  let parts = 0;
  for (const part of PARTS) {
    for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + 1)) {
      parts += 1;
      if (parts > MOST_PARTS) return false;
    }
  }
  return true;
}
