import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Modules that may be imported in one folder only, so that a review knows where to look. */
const guarded = [
  { name: 'crypto-js', message: 'crypto-js belongs to src/core/envelope/engines/.' },
  { name: 'node:sqlite', message: 'SQLite belongs to src/main/ledger/ and src/service/store/.' },
  { name: 'keytar', message: 'The keychain belongs to src/main/keychain/.' },
  { name: '@napi-rs/keyring', message: 'The keychain belongs to src/main/keychain/.' },
];
const guardedPatterns = [
  { group: ['crypto-js/*'], message: 'crypto-js belongs to src/core/envelope/engines/.' },
];

const electronNames = [
  'ipcMain',
  'ipcRenderer',
  'shell',
  'clipboard',
  'ClipboardItem',
  'globalShortcut',
  'net',
  'utilityProcess',
  'safeStorage',
  'Notification',
  'dialog',
];
const restrict = (allowedModules = [], allowedElectron = []) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [
        ...guarded.filter(({ name }) => !allowedModules.includes(name)),
        {
          name: 'electron',
          importNames: electronNames.filter((name) => !allowedElectron.includes(name)),
          message: 'This part of Electron has one home; see docs/architecture.md.',
        },
      ],
      patterns: allowedModules.includes('crypto-js') ? [] : guardedPatterns,
    },
  ],
});

export default tseslint.config(
  { ignores: ['out', 'dist', 'artifacts', '.cache', 'node_modules', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...restrict(),
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        console: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  // The guarded modules' homes.
  { files: ['src/core/envelope/engines/**'], rules: restrict(['crypto-js']) },
  { files: ['src/main/keychain/**'], rules: restrict(['keytar', '@napi-rs/keyring']) },
  { files: ['src/main/ledger/**', 'src/service/store/**'], rules: restrict(['node:sqlite']) },
  { files: ['src/main/bridge/**'], rules: restrict([], ['ipcMain']) },
  { files: ['src/preload/**'], rules: restrict([], ['ipcRenderer']) },
  { files: ['src/main/notifications/**'], rules: restrict([], ['Notification']) },
  { files: ['src/main/exchange/**'], rules: restrict([], ['dialog']) },
  { files: ['src/main/tray/dialogs.ts'], rules: restrict([], ['dialog']) },
  { files: ['src/main/security/external.ts'], rules: restrict([], ['shell']) },
  { files: ['src/main/clipboard/clipboard.ts'], rules: restrict([], ['clipboard', 'ClipboardItem']) },
  { files: ['src/main/shortcuts/register.ts'], rules: restrict([], ['globalShortcut']) },
  { files: ['src/main/network/**'], rules: restrict([], ['net']) },
  { files: ['src/main/security/app-protocol.ts'], rules: restrict([], ['net']) },
  { files: ['src/main/builtin-service/**'], rules: restrict([], ['utilityProcess']) },
  // Command-line programs speak on the console; tests may use what they test.
  { files: ['scripts/**', 'src/cli/**', 'src/service/main.ts', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-imports': 'off',
      // Playwright reads a fixture's dependencies off its first parameter.
      'no-empty-pattern': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
