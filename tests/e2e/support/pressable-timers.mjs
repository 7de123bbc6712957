/**
 * Lets a test make a long timer of the main process run out now, instead of waiting for it: `letRunOut` in timers.ts.
 * The program sets its timers as ever; all that is added is somebody who keeps a list of them.
 */
const LONG_MS = 1_000;
const pending = new Set();
const { setTimeout: start, clearTimeout: stop } = globalThis;

globalThis.setTimeout = Object.assign((run, delay, ...given) => {
  if (!(delay >= LONG_MS)) return start(run, delay, ...given);
  const entry = { delay, press: undefined, timer: undefined };
  const fire = () => {
    pending.delete(entry);
    stop(entry.timer);
    run(...given);
  };
  entry.press = fire;
  entry.timer = start(fire, delay);
  pending.add(entry);
  return entry.timer;
}, start);

globalThis.clearTimeout = (timer) => {
  for (const entry of pending) if (entry.timer === timer) pending.delete(entry);
  stop(timer);
};

/** Those of exactly this length; answers how many there were. */
globalThis.letRunOut = (delay) => {
  const due = [...pending].filter((entry) => entry.delay === delay);
  for (const { press } of due) press();
  return due.length;
};
