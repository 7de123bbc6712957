/** What one start tells of itself. */
export interface StartRound {
  /** From the process's creation to a field that can be typed in. */
  readonly toTypingMs: number;
  /** Proportional set size of all processes, with the window and without any. */
  readonly windowPssMiB: number;
  readonly residentPssMiB: number;
}
