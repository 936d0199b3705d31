// What a check rule reports: one cause with its rows, the person's own text, a message, and a safe fix where there is one.
import type { Cell } from '../values/cell';

export type Level = 'error' | 'warning';

export interface CellFix {
  /** 1-based, at the time of reading. */
  readonly row: number;
  readonly column: number;
  /** What stood there when the fix was thought of; it is applied only while it still does. */
  readonly from: Cell;
  readonly to: Cell;
}

export interface Finding {
  /** Code of the rule, kebab-case: "email-broken". */
  readonly rule: string;
  readonly level: Level;
  /** The first (or only) row, 1-based. */
  readonly row: number;
  /** All rows where one cause has many, the first included; [] for a single row. */
  readonly rows: readonly number[];
  /** 1-based column, 0 where the row as a whole is meant. */
  readonly column: number;
  /** The person's own text. */
  readonly value: string;
  /** What is wrong and what to do. */
  readonly message: string;
  /** Changes that are safe without looking; [] where a person must decide. */
  readonly fixes: readonly CellFix[];
  /** What was probably meant, for a person to say yes to; never among the safe ones. [] where nothing is near. */
  readonly proposals: readonly CellFix[];
}
