import { type Program, test } from './program.ts';

/**
 * Many attempts at one program: starting it takes longer than everything that is tried on it. They run in the order
 * in which they are written down, as the steps of one test.
 */
export function attempts(title: string): (title: string, run: (program: Program) => Promise<void>) => void {
  const list: { title: string; run: (program: Program) => Promise<void> }[] = [];
  test(title, { annotation: { type: 'breaks-the-policy' } }, async ({ program }) => {
    for (const { title: step, run } of list) await test.step(step, () => run(program));
  });
  return (step, run) => {
    list.push({ title: step, run });
  };
}
