/** What a program takes while nobody uses it, all its processes together. */
export interface ResidentRound {
  /** Of one core. */
  readonly idleCpuPercent: number;
  /** How often one of its threads was woken up, a second. */
  readonly idleWakeups: number;
  /** Proportional set size. */
  readonly pssMiB: number;
}
