/** What the scripts tell the person goes to stderr, so that stdout stays with the command's own answer. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** A text no one overlooks: used where going on silently would mislead. */
export const sayLoudly = (lines: readonly string[]): void => {
  const rule = '='.repeat(100);
  say(['', rule, ...lines, rule, ''].join('\n'));
};
