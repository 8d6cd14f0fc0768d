/** Lint without types: the strict shared rules, and "this room may not" lists for what the arrows cannot see. Rules that need types are in .oxlintrc.json. */
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TIME_AND_CHANCE = [
  { name: 'Date', message: 'Time comes in as an argument.' },
  { name: 'performance', message: 'Time comes in as an argument.' },
];
const CHANCE = [
  { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
  { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '**/.tsc/**',
      'test-results/**',
      'playwright-report/**',
      'scripts/**',
      '*.mjs',
      '*.js',
      '.*.mjs',
      'docs/**',
    ],
  },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'List the names.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'no-eval': 'error',
    },
  },
  {
    files: ['packages/{model,packs,kubernetes,stride,render,formats,document}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', ...TIME_AND_CHANCE], 'no-restricted-properties': ['error', ...CHANCE] },
  },
  {
    files: ['apps/cli/src/**/*.ts'],
    ignores: ['apps/cli/src/main.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Only main.ts ends the process.' },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-globals': [
        'error',
        { name: 'alert', message: 'Use a message.' },
        { name: 'confirm', message: 'Use a dialog.' },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is inert: let React write it.' },
        { property: 'dangerouslySetInnerHTML', message: 'Text is inert: let React write it.' },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', '**/bench/**/*.ts', 'packages/testkit/**/*.ts', 'vite.config.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': 'off',
    },
  },
);
