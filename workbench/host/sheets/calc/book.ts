// What a compiled formula is, and what it may look at.
import type { Locale } from '../locale';
import type { Scalar, Value } from './values';

/** Where a formula stands, and what it may look at. Rows and columns are 1-based. */
export interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly book: Book;
  /** Inside SUMPRODUCT, where a function of single values takes whole ranges. */
  readonly lists?: boolean;
}

export interface Book {
  readonly locale: Locale;
  /** The wall clock as a serial. */
  readonly now: number;
  /** The day of it. */
  readonly today: number;
  /** The tab's id by name, null where there is none. */
  tabId(name: string): number | null;
  size(tab: number): { readonly rows: number; readonly columns: number };
  cell(tab: number, row: number, column: number): Scalar;
  /** A place to keep what is costly to find twice, such as the index of a lookup; lives as long as the values hold. */
  readonly memo: Map<string, unknown>;
}

export type Compiled = (place: Place) => Value;

/** An argument: its value, and the cells behind it where it is a reference. */
export interface Argument {
  readonly value: Compiled;
  readonly ref: ((place: Place) => Span | null) | null;
}

export interface Span {
  readonly tab: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows × columns; what lies outside of the sheet is left out. */
export function cellsOf(span: Span, book: Book): Scalar[][] {
  const size = book.size(span.tab);
  const rows: Scalar[][] = [];
  for (let row = span.top; row <= Math.min(span.bottom, size.rows); row++) {
    const line: Scalar[] = [];
    for (let column = span.left; column <= Math.min(span.right, size.columns); column++)
      line.push(book.cell(span.tab, row, column));
    rows.push(line);
  }
  return rows;
}
