import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '**/*.d.ts', 'apps/site/.react-router/**', 'test/.out/**', '**/*.js', '**/*.cjs', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Awaiting is money here: a promise nobody waits for is a write nobody checked.
    files: ['libs/**/*.ts', 'apps/{api,worker,cli,stripe-sim}/**/*.ts', 'test/**/*.ts', 'migrations/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  // A drill prints its seed; a screen that broke tells the browser why.
  { files: ['test/**/*.ts', 'apps/admin/**/*.tsx'], rules: { 'no-console': ['error', { allow: ['info', 'error'] }] } },
  { files: ['apps/cli/**/*.ts', 'apps/*/src/main.ts', 'apps/api/src/embedded/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
);
