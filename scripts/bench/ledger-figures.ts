/** What one run of the program with a list of a given length measures. Times in milliseconds. */
export interface ListFigures {
  /** From the click on "Sent" to the painted list, the first time in a run. */
  readonly firstOpenMs: number;
  /** The same later; the median of several. */
  readonly openMs: number;
  /** From a key press to painted results: the median of several, and the longest. Null for an empty list. */
  readonly searchMs: number | null;
  readonly longestSearchMs: number | null;
  /** While scrolling: how many frames there should have been, and how many of them there were not. */
  readonly frames: number;
  readonly droppedFrames: number;
}
