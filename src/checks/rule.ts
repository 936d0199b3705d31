// What a check rule is: a declared object that looks at one cell, one row or the whole sheet. Adding a check is adding
// one such object to rules/index.ts, with its test and its line in the docs.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { Cell } from '../values/cell';
import type { CellFix, Level } from './finding';
import type { SheetView } from './sheetView';

interface RuleHead {
  /** Kebab-case, stable: "email-broken". */
  readonly code: string;
  /** Heading of its group in the sidebar. */
  readonly title: string;
  readonly level: Level;
  /** The columns it looks at; one that nobody is sure of is never looked at. */
  readonly fields: readonly Field[];
}

/** Something wrong in one cell, or in one row at the cell to look at first. */
export interface Fault {
  /** Faults with one rule, column and cause are told as one where they are many. */
  readonly cause: string;
  /** The person's own text. */
  readonly value: string;
  /** What is wrong and what to do. */
  readonly message: string;
  /** What the cell should hold, only where no person needs to look. */
  readonly to?: Cell;
}

export interface CellHere {
  readonly contact: Contact;
  readonly field: Field;
  /** 1-based. */
  readonly column: number;
  /** The header as typed. */
  readonly heading: string;
  readonly cell: Cell;
  /** Trimmed, without invisible characters; never ''. */
  readonly text: string;
}

export interface CellRule extends RuleHead {
  readonly looks: 'cell';
  examine(here: CellHere, sheet: SheetView): Fault | null;
  /** The message where one cause fills many rows of a column. */
  together(rows: number, heading: string, value: string): string;
  /** From how many rows one cause is told as one, where it is not the usual number. */
  readonly togetherFrom?: number;
}

export interface RowFault extends Fault {
  /** Where to look first. */
  readonly field: Field;
}

export interface RowRule extends RuleHead {
  readonly looks: 'row';
  /** Called for every row; it asks `sheet.has` for the columns that it needs. */
  examine(contact: Contact, sheet: SheetView): RowFault | null;
  together(rows: number, heading: string, value: string): string;
}

export interface SheetFault {
  /** 1-based, ascending, at least one. */
  readonly rows: readonly number[];
  /** 1-based, 0 for the row as a whole. */
  readonly column: number;
  readonly value: string;
  readonly message: string;
  readonly fixes?: readonly CellFix[];
  /** As `Finding.proposals`. */
  readonly proposals?: readonly CellFix[];
}

export interface SheetRule extends RuleHead {
  readonly looks: 'sheet';
  examine(sheet: SheetView): readonly SheetFault[];
}

export type Rule = CellRule | RowRule | SheetRule;
