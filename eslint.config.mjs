import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { floorsRule } from './src/tools/lint/floors-rule.ts';

const typescript = ['**/*.{ts,tsx}'];

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'playwright-report/', 'test-results/', '**/*.generated.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...astro.configs['flat/recommended'],
  ...[...tseslint.configs.strict, ...tseslint.configs.stylistic].map((config) => ({ ...config, files: typescript })),
  {
    plugins: { bulkhead: { rules: { floors: floorsRule } } },
    rules: {
      'bulkhead/floors': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
      'no-else-return': 'error',
      'max-depth': ['error', 3],
    },
  },
  {
    files: typescript,
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    // A test that finds nothing where it looks stops there, and rightly so.
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Playwright's own assertions are promises: one that nobody waits for passes always.
    files: ['tests/e2e/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['src/checker/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'console', 'performance', 'fetch', 'setTimeout', 'crypto'].map(impure),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The checker has no chance in it.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration', message: 'The checker has no classes: plain data and functions.' },
        { selector: 'AwaitExpression', message: 'The checker is synchronous.' },
        {
          selector: 'Program > VariableDeclaration[kind="let"]',
          message: 'A module of the checker keeps no state: hand it in and return it.',
        },
        {
          selector: 'ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'A module of the checker keeps no state: hand it in and return it.',
        },
      ],
    },
  },
);

function impure(name) {
  return { name, message: 'The checker is a pure function: what the world knows is handed in.' };
}
