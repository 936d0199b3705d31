// How large the files are that go to Google.
import { readFileSync } from 'node:fs';
import { budget, type Budget } from './budget';

const KILOBYTE = 1000;

/** After the first issue; each later one may add to them (docs/budgets.md). */
const FILES = [
  // Set in docs/decisions/0013-bundle-size.md.
  { file: 'dist/Code.js', limit: 750 },
  { file: 'dist/sidebar.html', limit: 155 },
] as const;

export function measureSizes(): Budget[] {
  return FILES.map(({ file, limit }) =>
    budget(`size of ${file}`, limit, readFileSync(file).length / KILOBYTE, 'kB'),
  );
}
