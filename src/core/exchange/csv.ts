/**
 * Comma-separated values by RFC 4180, for people's spreadsheets. A spreadsheet takes a cell that begins with one of
 * a few characters for a formula, and a formula can reach the network: such a cell gets an apostrophe in front,
 * as OWASP advises against CSV injection. Full-width forms count too: some spreadsheets take them for the same.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]|^\s+[=+\-@＝＋－＠]/u;
/** Where semicolons or tabs separate cells (in Spain, say), a cell of ours may be taken for several. */
const INNER_FORMULA = /([;\t]\s*)(?=[=+\-@＝＋－＠])/gu;

/** One record with its line end. Numbers are written as they are. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const inside = cell.replace(INNER_FORMULA, "$1'");
  const harmless = FORMULA.test(cell) ? `'${inside}` : inside;
  return /[",\r\n']/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
