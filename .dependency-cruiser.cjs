/** The rooms and their one-way doors. docs/architecture.md explains them; this file keeps them. */
const room = (name) => `^src/${name}/`;
const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^(src|tests|scripts)/', pathNot: [from, ...allowed].map(room) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('core', [], 'The domain knows nobody.'),
    only('shared', ['core'], 'The contract knows the domain alone.'),
    only('main', ['core', 'shared'], 'The shell knows neither windows nor the service.'),
    only('preload', ['core', 'shared'], 'Wire only.'),
    only('renderer', ['core', 'shared'], 'Windows reach the rest through the bridge.'),
    only('service', ['core'], 'The service could be somebody else’s.'),
    only('cli', ['core'], 'The offline tool needs nothing of the program.'),
    {
      name: 'core-is-pure',
      comment: 'No Node, no Electron; of packages only the ones that are pure themselves.',
      severity: 'error',
      from: { path: room('core') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      severity: 'error',
      from: { path: room('core') },
      to: {
        path: 'node_modules',
        pathNot:
          'node_modules/(zod|crypto-js|@types/crypto-js|@zxcvbn-ts|fast-levenshtein|fastest-levenshtein)',
      },
    },
    {
      name: 'electron-has-homes',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'features-do-not-meet',
      comment: 'Features meet in state/ or in the app frame.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/renderer/(ui|i18n|crypto|bridge)/' },
      to: { path: '^src/renderer/(features|app|state)/' },
    },
    {
      name: 'preload-carries-no-schemas',
      severity: 'error',
      from: { path: room('preload') },
      to: { path: 'node_modules/zod', reachable: true },
    },
    {
      name: 'no-dev-tools-in-the-program',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/(vitest|@playwright|fast-check|electron-builder|typescript)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'],
    },
  },
};
