// What is measured without the host: the add-on's pure functions and the baseline, bundled and minified with the
// options of the add-on's own bundle (addonParts.ts), so that both are the code that runs at Google.
import * as z from 'zod/mini';

export { checkContacts } from '../../src/checks/checkContacts';
export { findDuplicates } from '../../src/checks/duplicates/findDuplicates';
export { DUPLICATE_RULES, RULES } from '../../src/checks/rules';
export { readNames } from '../../src/meetings/newNames';
export { mapSheet, readContacts } from '../../src/reading/mapSheet';
export { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';

z.config({ jitless: true });

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const text = z.string();

/** The baseline of design section 8: 15 fields, 12 of them strings, one e-mail, two ISO-date patterns. */
const BASELINE_ROW = z.object({
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`text${index + 1}`, text])),
  email: z.email(),
  first: z.string().check(z.regex(ISO_DATE)),
  last: z.string().check(z.regex(ISO_DATE)),
});

export const BASELINE_ROWS = 10_000;

/** Rows for the baseline; every one is valid. */
export function baselineRows(): Record<string, string>[] {
  return Array.from({ length: BASELINE_ROWS }, (_, index) => ({
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`text${at + 1}`, `Cell ${at} of row ${index}`]),
    ),
    email: `office${index}@group${index % 977}.example.org`,
    first: `2026-09-${String(1 + (index % 28)).padStart(2, '0')}`,
    last: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}`,
  }));
}

/** Reads every row; returns how many were good. */
export function runBaseline(rows: readonly Record<string, string>[]): number {
  let good = 0;
  for (const row of rows) if (BASELINE_ROW.safeParse(row).success) good++;
  return good;
}
