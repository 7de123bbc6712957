/** What the bench reports about sealing. Times in milliseconds, medians of interleaved rounds. */
export interface SealFigures {
  readonly ms: number;
  /** The documentation's crypto-js sample on the same text. */
  readonly referenceMs: number;
  /** The native library's derive + encrypt + encode on as many bytes. */
  readonly floorMs: number;
  readonly timesFasterThanReference: number;
  readonly timesFloor: number;
}

export interface SealLargeFigures {
  readonly ms: number;
  /** Highest resident size of the window's process over its size before, in multiples of the text. */
  readonly peakTimesInput: number;
  /** The window's main thread meanwhile; 0 when no task was longer than 50 ms. */
  readonly longestTaskMs: number;
  /** How far a second run had come when it was cancelled; null when it was not. */
  readonly cancelledAtShare: number | null;
}

export interface SealedFigures {
  readonly '100B': SealFigures;
  readonly '1MiB': SealFigures;
  readonly '10MiB': SealFigures;
  readonly '100MiB': SealLargeFigures;
}
