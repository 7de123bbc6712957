import { inProject } from './paths.ts';

/** What is put in the place of a package in everything that a window loads. */
export const rendererAlias = [
  { find: /^zod$/, replacement: inProject('src', 'renderer', 'zod-without-eval.ts') },
];
