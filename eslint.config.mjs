import js from '@eslint/js';
import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Which folder may import what. The same directions are drawn in ARCHITECTURE.md:
// core <- project <- lsp and cli; the client knows types of the protocol, and nothing else of ours.
const nodeModules = { regex: '^node:', message: 'This folder runs in a web worker too: no Node.' };
const bareNodeModules = builtinModules
  .filter((name) => !name.startsWith('_'))
  .map((name) => ({
    name,
    message: `Write node:${name}, and only in a folder that runs in Node.`,
  }));
const editor = {
  regex: '^vscode($|-languageclient)',
  message: 'Only client/ and the editor tests know the editor.',
};
const protocol = {
  regex: '^vscode-(languageserver|jsonrpc)',
  message: 'Only server/lsp/ knows LSP.',
};
const insideCore = {
  regex: '/core/(?!index\\.ts$)',
  message: 'server/core/index.ts is the only door to the core.',
};
const from = (...folders) => ({
  regex: `(^|/)(${folders.join('|')})/`,
  message: 'Imports go core <- project <- lsp and cli; nothing of ours imports the client.',
});

const bans = [
  ['server/core/**', nodeModules, editor, protocol, from('project', 'lsp', 'cli', 'client')],
  ['server/project/**', nodeModules, editor, protocol, insideCore, from('lsp', 'cli', 'client')],
  ['server/lsp/**', nodeModules, editor, insideCore, from('cli', 'client')],
  ['server/lsp/node.ts', editor, insideCore, from('cli', 'client')],
  ['server/cli/**', editor, protocol, insideCore, from('lsp', 'client')],
  [
    'client/**',
    nodeModules,
    from('core', 'project', 'cli'),
    {
      regex: '/server/lsp/(?!protocol\\.ts$)',
      message: 'The client knows the protocol and nothing else of the server.',
    },
    {
      regex: '/server/',
      allowTypeImports: true,
      message: 'The client imports types alone from the server.',
    },
  ],
].map(([files, ...patterns]) => ({
  files: [files],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { paths: bareNodeModules, patterns }],
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'screenshots/', 'logs/', '**/node_modules/', '**/.vscode-test/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {
          ignoreArrowShorthand: true,
          ignoreVoidOperator: true,
          ignoreVoidReturningFunctions: true,
        },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  bans,
  {
    files: ['test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Scripts that run as they stand: no type information, and Node's globals.
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'no-undef': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
);
