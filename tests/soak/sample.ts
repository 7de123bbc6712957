/** What the program takes after so many openings of the quick window. */
export interface Sample {
  readonly opened: number;
  readonly shared: number;
  /** Proportional set size of all its processes. */
  readonly pssMiB: number;
  /**
   * What must not grow: without what files stand behind, which other programs take their share of, and without the
   * built-in service, which rests when nobody needs it.
   */
  readonly lastingMiB: number;
}
