/** What the program takes after so many openings of the quick window. */
export interface Sample {
  readonly opened: number;
  readonly shared: number;
  /** Proportional set size of all its processes. */
  readonly pssMiB: number;
  /** Of that, the built-in service's: it rests when nobody needs it, and is not there then. */
  readonly serviceMiB: number;
}
