import { attemptsOf, type CrashReport, type Kill } from './crash-run.ts';
import { isAcknowledged } from './checks.ts';

/** One line for each kill while the run goes on. */
export function killLine({ number, moment, attempts, inFlight, answersLost, findings }: Kill): string {
  const told = attempts.filter(isAcknowledged).length;
  const parts = [
    `${String(number).padStart(4)}  at ${String(moment).padStart(3)} ms`,
    `${String(attempts.length).padStart(2)} handed over, ${String(told).padStart(2)} acknowledged`,
    `${inFlight} in flight${answersLost > 0 ? `, ${answersLost} of them already at the service` : ''}`,
  ];
  return [parts.join('  '), ...findings.map((finding) => `      FOUND: ${finding}`)].join('\n');
}

/** What was found, as a table, and a line for each finding of the end. */
export function reportText(report: CrashReport): string {
  const { kills, end } = report;
  const attempts = attemptsOf(report);
  const names = new Set(end.list.map(({ name }) => name));
  const unanswered = attempts.filter(({ answer }) => answer === null);
  const kept = unanswered.filter(({ secret }) => names.has(secret.name)).length;
  const total = (count: (kill: Kill) => number): number => kills.reduce((sum, kill) => sum + count(kill), 0);
  const rows: readonly (readonly [string, number])[] = [
    ['kills', kills.length],
    ['  with requests in flight', kills.filter(({ inFlight }) => inFlight > 0).length],
    ['  with an answer lost on its way', kills.filter(({ answersLost }) => answersLost > 0).length],
    ['secrets handed over', attempts.length],
    ['  acknowledged: link in the list', attempts.filter(isAcknowledged).length],
    ['  told to wait', attempts.length - unanswered.length - attempts.filter(isAcknowledged).length],
    ['  not answered, in the list', kept],
    ['  not answered, never arrived', unanswered.length - kept],
    ['requests in flight at a kill', total(({ inFlight }) => inFlight)],
    ['  of them already at the service', total(({ answersLost }) => answersLost)],
    ['in the list at the end', end.list.length],
    ['findings after a kill', total(({ findings }) => findings.length)],
    ['findings at the end', end.findings.length],
  ];
  return [
    ...rows.map(([what, count]) => `${what.padEnd(40)}${String(count).padStart(7)}`),
    ...end.findings.map((finding) => `FOUND AT THE END: ${finding}`),
  ].join('\n');
}
