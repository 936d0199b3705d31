// Cases of "When a row is due, exactly" with answers that were written before the code (test/fixtures/README.md).
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '../../src/reading/fields';
import type { Cell } from '../../src/values/cell';
import type { LogEntry } from '../../src/touches/log';
import { rowWord } from '../../src/touches/rowWord';
import { stateOf } from '../../src/touches/state';
import { day } from '../../src/values/day';
import type { Settings } from '../../src/workbook/settings';
import { contactOf, entry, settingsOf } from './samples';

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly today: string;
  readonly settings: Partial<Settings>;
  readonly row: Partial<Record<Field, Cell>>;
  readonly log: readonly (Partial<LogEntry> & { readonly day: string })[];
  readonly expected: Readonly<Record<string, unknown>>;
}

const cases = JSON.parse(
  readFileSync(join(__dirname, '..', 'fixtures', 'touches', 'due.json'), 'utf8'),
) as readonly Case[];

/** What the code says, of the things that this case decides. */
function found(given: Case): Record<string, unknown> {
  const contact = contactOf(given.row);
  const settings = settingsOf(given.settings);
  const today = day(given.today);
  const blank = { who: '', account: '', kind: '', result: '' as const };
  const log = given.log.map((line) => entry(line.day, { ...blank, ...line }));
  const { word, next, attempts, lastTouch } = stateOf(contact, log, settings, today, 'en_US');
  const all: Record<string, unknown> = {
    rowWord: rowWord(contact, settings, today),
    word,
    next,
    attempts,
    lastTouch,
  };
  return Object.fromEntries(Object.keys(given.expected).map((key) => [key, all[key]]));
}

test.each(cases.map((given) => [`${given.rule} (${given.name})`, given] as const))('%s', (_, given) => {
  expect(found(given)).toEqual(given.expected);
});
