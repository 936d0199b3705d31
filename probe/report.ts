// Asks facts one after the other and says where Google differs from what the add-on relies on.
import { file, type Fact, type Sheet, type SheetFact, type Verdict } from './fact';
import type { RunFact } from './facts/run';

export interface Asked extends Fact {
  /** The locale of the file while it was asked. */
  readonly locale: string;
  readonly same: boolean;
  /** As JSON. */
  readonly expected: string;
  readonly seen: string;
  readonly note: string;
}

export interface Report {
  readonly asked: readonly Asked[];
  /** Names of facts that could not be asked, each with the reason. */
  readonly left: readonly string[];
}

const LOCALES = ['en_US', 'de_DE', 'en_GB'];
const TAB = 'Outreach probe';

export function judge(fact: Fact, ask: () => Verdict): Asked {
  const { name, source, otherwise } = fact;
  const locale = file().getSpreadsheetLocale();
  try {
    const { expected, seen, note = '' } = ask();
    const texts = { expected: JSON.stringify(expected), seen: JSON.stringify(seen) };
    return {
      name,
      source,
      fact: fact.fact,
      otherwise,
      locale,
      same: texts.expected === texts.seen,
      ...texts,
      note,
    };
  } catch (error) {
    const seen = `it threw ${(error as Error).name}: ${(error as Error).message}`;
    return { name, source, fact: fact.fact, otherwise, locale, same: false, expected: '', seen, note: '' };
  }
}

/** A tab for one fact; it goes afterwards, also where the fact throws. */
function onTab<T>(use: (sheet: Sheet) => T): T {
  const standing = file().getSheetByName(TAB);
  if (standing !== null) file().deleteSheet(standing);
  const sheet = file().insertSheet(TAB, file().getSheets().length);
  try {
    return use(sheet);
  } finally {
    SpreadsheetApp.flush();
    file().deleteSheet(sheet);
  }
}

const askSheet = (facts: readonly SheetFact[]) =>
  facts.map((fact) => judge(fact, () => onTab((sheet) => fact.run(sheet))));

export const askRun = (facts: readonly RunFact[]): Asked[] => facts.map((fact) => judge(fact, fact.run));

/** Facts of sheets: all in the file's own locale, and some again in the others; the file gets its locale back. */
export function askSheets(facts: readonly SheetFact[]): Report {
  const book = file();
  const own = book.getSpreadsheetLocale();
  const asked = [...askSheet(facts)];
  // The stand-in has no such method: it opens a file for each locale instead.
  if (!('setSpreadsheetLocale' in book)) return { asked, left: [] };
  try {
    for (const locale of LOCALES.filter((one) => one !== own)) {
      book.setSpreadsheetLocale(locale);
      SpreadsheetApp.flush();
      asked.push(...askSheet(facts.filter((fact) => fact.everyLocale === true)));
    }
  } finally {
    book.setSpreadsheetLocale(own);
  }
  return { asked, left: [] };
}

/** Into the log of the run, for people: what differs first. */
export function tell({ asked, left }: Report): void {
  const differing = asked.filter(({ same }) => !same);
  console.log(`${asked.length} asked, ${differing.length} differ`);
  for (const { name, locale, source, fact, expected, seen, otherwise } of differing)
    console.log(
      `DIFFERS ${name} (${locale}; ${source})\n  ${fact}\n  expected ${expected}\n  seen     ${seen}\n  Then: ${otherwise}`,
    );
  for (const { name, locale, note, seen } of asked.filter(({ same }) => same))
    console.log(`same    ${name} (${locale})${note === '' ? '' : `: ${note}`} ${seen.slice(0, 60)}`);
  for (const text of left) console.log(`not asked: ${text}`);
}
