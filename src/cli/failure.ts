/** What the tool answers to the shell. */
export const EXIT = {
  ok: 0,
  wrongPasswordOrAltered: 1,
  /** Malformed input, wrong usage, and whatever else kept it from working. */
  malformed: 2,
  /** The shells' number for an interruption by Ctrl+C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the tool with a sentence for the person. Never holds anything of the secret or the password. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}
