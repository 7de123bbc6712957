/** Cells of the bench's table. */

const CELL_WIDTH = 14;

/** One cell, right-aligned; numbers with one decimal. */
export const cell = (value: number | string): string =>
  (typeof value === 'number' ? value.toFixed(1) : value).padStart(CELL_WIDTH);

/** One row. */
export const row = (values: readonly (number | string)[]): string => values.map(cell).join('');

/** A ratio. */
export const times = (value: number): string => `${value.toFixed(2)}x`;
