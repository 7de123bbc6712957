/** Whether it was the file that could not be written: a full disk, a folder that is gone. Anything else is a bug. */
export const isStorageProblem = (problem: unknown): boolean =>
  // What `node:sqlite` throws carries SQLite's result code.
  typeof problem === 'object' && problem !== null && 'errcode' in problem;
