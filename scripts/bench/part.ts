/** What one part of the bench is. A new part is a module beside this one and a line in `parts.ts`. */

export interface BenchContext {
  /** Path of the Electron to measure in. */
  readonly electron: string;
  /** An empty folder of the part's own, removed after it. */
  readonly folder: string;
}

export interface Measured {
  /** The part's key or keys in the one JSON object. Times in milliseconds, medians of interleaved rounds. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Its lines of the table, head first; `table.ts` has the cells. */
  readonly rows: readonly string[];
}

export interface BenchPart {
  /** What `--only` calls it. */
  readonly name: string;
  /** Throws when it could not be measured. */
  measure(context: BenchContext): Promise<Measured>;
}
