import { join } from 'node:path';

/**
 * What is put in the place of a package in everything that a window loads.
 *
 * @param root of the project: where this file lies is not known once it is bundled with a configuration
 */
export const rendererAlias = (root: string) => [
  { find: /^zod$/, replacement: join(root, 'src', 'renderer', 'zod-without-eval.ts') },
];
