/** What the bench's page offers to the bench's main process. */
export interface BenchPage {
  /** Makes the text to seal, `bytes` long. */
  prepare(bytes: number): Promise<void>;
  /** Seals it as the program does: in the worker, opened once to verify. */
  seal(): Promise<{ readonly ms: number; readonly length: number }>;
  /** Starts sealing and cancels at a fifth of the way. */
  cancel(): Promise<{ readonly code: string; readonly share: number }>;
  /** Seals it as the documentation does, with crypto-js. Milliseconds. */
  reference(): Promise<number>;
  /** The longest task of the window's main thread since the last seal, in milliseconds; 0 when none was over 50. */
  longestTask(): number;
}
