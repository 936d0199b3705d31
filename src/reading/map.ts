// The shape of what is known about a contacts tab: where the headings stand and which column means what.
import type { Field } from './fields';

/** Columns are 1-based. Several where one value is spread (first and last name, in the order in which they are joined). */
export interface MappedColumn {
  readonly columns: readonly [number, ...number[]];
  /** The header text of each, as typed. */
  readonly headers: readonly string[];
  /** false: a person will be asked before anything is written or sent on the strength of it. */
  readonly sure: boolean;
}

/** One way to read a field. `columns` empty is never offered; "Neither" is always open to the person. */
export interface Choice {
  readonly columns: readonly [number, ...number[]];
  readonly header: string;
  /** Up to three values from the column, shortened. */
  readonly samples: readonly string[];
}

export interface Question {
  readonly field: Field;
  /** Two or more. */
  readonly choices: readonly Choice[];
  /** One plain sentence. */
  readonly why: string;
}

export interface SheetMap {
  readonly sheetId: number;
  readonly sheet: string;
  /** 1-based, as the sheet shows them. lastRow is the last row with anything in it, headerRow where there is no data. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: Readonly<Partial<Record<Field, MappedColumn>>>;
  /** At most three. A field with a question may also stand in `columns` with sure: false (the best guess). */
  readonly questions: readonly Question[];
  /** Our own columns, 1-based, 0 where there is none. */
  readonly outreachIdColumn: number;
  readonly nextStepColumn: number;
  /** Number of columns of the tab that hold anything. */
  readonly width: number;
}
