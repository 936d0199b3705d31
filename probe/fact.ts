// One fact of the platform that the add-on relies on and that nobody has confirmed, with the assertion that tells.

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

export interface Verdict {
  /** What the add-on relies on, or what the stand-in does where it can do with either. Plain data. */
  readonly expected: unknown;
  readonly seen: unknown;
  /** What is good to know beside it. */
  readonly note?: string;
}

export interface Fact {
  /** Short and unique. */
  readonly name: string;
  /** Section of the platform notes with its mark: D documented, F seen by others, M working knowledge, N and ? doubtful. */
  readonly source: string;
  /** The fact, as a sentence. */
  readonly fact: string;
  /** What it would mean for the add-on if Google did something else. */
  readonly otherwise: string;
}

/** Asked of a blank tab of its own, which goes afterwards. */
export interface SheetFact extends Fact {
  /** Asked again in each locale that reads written text differently. */
  readonly everyLocale?: true;
  readonly run: (sheet: Sheet) => Verdict;
}

/** The facts of the file that the script is bound to. */
export const file = (): GoogleAppsScript.Spreadsheet.Spreadsheet => SpreadsheetApp.getActiveSpreadsheet();

/** The class and the text of what this throws, '' where it throws nothing. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

/** Writes the texts below one another from this cell on, as the add-on writes: one call, then a flush. Gives what reads back. */
export function writtenTo(top: Range, texts: readonly string[]): unknown[] {
  const range = top.offset(0, 0, texts.length, 1);
  range.setValues(texts.map((text) => [text]));
  SpreadsheetApp.flush();
  return (range.getValues() as unknown[][]).map(([value]) => value);
}
