/** What the program takes after so many openings of the quick window. */
export interface Sample {
  readonly opened: number;
  readonly shared: number;
  /** Proportional set size of all its processes. */
  readonly pssMiB: number;
}
