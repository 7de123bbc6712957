/** From the call to a window that can be typed in, in milliseconds: one that was kept ready, and one that was not. */
export interface QuickRound {
  readonly warmMs: readonly number[];
  readonly coldMs: readonly number[];
}

/** Of all calls. */
export interface QuickCalls {
  readonly ms: number;
  readonly slowestMs: number;
}

export type QuickFigures = Readonly<Record<'warm' | 'cold', QuickCalls>>;
