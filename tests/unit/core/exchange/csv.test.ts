import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../../src/core/exchange/csv.ts';

/** RFC 4180, read as plainly as it can be. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line.replace(/\r\n$/, '');
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const cell = quoted ?? /^[^,]*/.exec(rest)!;
    cells.push(quoted === null ? cell[0] : quoted[1]!.replaceAll('""', '"'));
    rest = rest.slice(cell[0].length);
    if (rest === '') return cells;
    rest = rest.slice(1);
  }
}
const text = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', '"', "'", ',', ';', 'a', 'é', '1'),
});

describe('comma-separated values', () => {
  const withoutApostrophes = (cell: string): string => cell.replaceAll("'", '');

  it('come back as they were, but for an apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        const read = readLine(csvLine(cells));
        expect(read).toHaveLength(cells.length);
        for (const [index, cell] of cells.entries()) {
          expect(withoutApostrophes(read[index] ?? '')).toBe(withoutApostrophes(cell));
          if (!/[=+\-@＝\t\r\n]/.test(cell)) expect(read[index]).toBe(cell);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never begin a cell as a spreadsheet’s formula', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const [read] = readLine(csvLine([cell]));
        expect(read?.trimStart()).not.toMatch(/^[=+\-@＝]/);
        expect(read).not.toMatch(/^[\t\r\n]/);
        // As a spreadsheet sees it that takes semicolons or tabs for separators.
        for (const part of read?.split(/[;\t]/) ?? []) expect(part.trimStart()).not.toMatch(/^[=+\-@＝]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('leave plain words, numbers and nothing as they are', () => {
    expect(csvLine(['Router', 3, null, -1])).toBe('Router,3,,-1\r\n');
    expect(csvLine(['=HYPERLINK("https://evil.example")'])).toBe(
      `"'=HYPERLINK(""https://evil.example"")"\r\n`,
    );
  });
});
