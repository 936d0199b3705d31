// Lint, and with it the walls of docs/structure.md: which folder may import which, and who may name Google.
import js from '@eslint/js';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Every global that the Apps Script types declare (SpreadsheetApp, GmailApp, Browser …), read from the package. */
function appsScriptGlobals() {
  const folder = 'node_modules/@types/google-apps-script/';
  const names = new Set(['Gmail', 'Sheets', 'Drive']);
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.d.ts'))) {
    for (const [, name] of readFileSync(folder + file, 'utf8').matchAll(
      /^declare (?:var|const|let) (\w+)\s*:/gm,
    ))
      names.add(name);
  }
  return [...names].filter((name) => name !== 'console');
}

const GOOGLE = appsScriptGlobals().map((name) => ({
  name,
  message: 'Only src/google/ names Google’s services: take what you need as an argument.',
}));
const IMPURE = [
  {
    name: 'Date',
    message: 'The core is pure: work with Day (values/day.ts) and take "today" as an argument.',
  },
];
const ZOD = { name: 'zod', message: "import * as z from 'zod/mini': the bare entry adds 330 kB of locales" };

/** Who may import whom inside src/, lowest first (docs/structure.md). A folder may always import itself. */
const LAYERS = {
  values: [],
  texts: ['values'],
  reading: ['values', 'texts'],
  workbook: ['values', 'texts', 'reading'],
  touches: ['values', 'texts', 'reading', 'workbook'],
  checks: ['values', 'texts', 'reading', 'workbook', 'touches'],
  mail: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks'],
  people: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks'],
  partners: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks'],
  asks: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks', 'partners'],
  dashboard: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks', 'people', 'partners', 'asks'],
  meetings: ['values', 'texts', 'reading', 'workbook', 'touches', 'checks', 'people'],
};
const FOLDERS = [...Object.keys(LAYERS), 'commands', 'google'];

const walls = Object.entries(LAYERS).map(([folder, below]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-globals': ['error', ...GOOGLE, ...IMPURE],
    'no-restricted-imports': [
      'error',
      {
        paths: [ZOD],
        patterns: [
          {
            regex: `^(?:\\.\\./)+(?:${FOLDERS.filter((f) => f !== folder && !below.includes(f)).join('|')})/`,
            message: `src/${folder}/ may import only ${[folder, ...below].join(', ')}.`,
          },
          { group: ['node:*', '**/sidebar/**', '**/workbench/**'], message: 'src/ runs inside Google.' },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores(['dist', '.cache', 'coverage', 'node_modules', '.workbench']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-imports': ['error', { paths: [ZOD] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  ...walls,
  {
    files: ['src/commands/**/*.ts', 'src/index.ts'],
    rules: { 'no-restricted-globals': ['error', ...GOOGLE, ...IMPURE] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
  { files: ['build/**', '**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: globals.node } },
);
