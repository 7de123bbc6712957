/**
 * Comma-separated values by RFC 4180, for people's spreadsheets. A spreadsheet takes a cell that begins with one of
 * a few characters for a formula, and a formula can reach the network: such a cell gets an apostrophe in front,
 * as OWASP advises against CSV injection.
 */
const FORMULA = /^[=+\-@\t\r\n]|^\s+[=+\-@]/u;

/** One record with its line end. Numbers are written as they are. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
