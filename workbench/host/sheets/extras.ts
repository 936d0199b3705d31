// What an .xlsx file has no place for, kept as JSON on a very hidden tab of the file.
import type { Chart, Metadata, Protection, TypedTable } from './state';

export const EXTRAS_TAB = '_workbook';

export interface Extras {
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly nextId: number;
  readonly metadata: readonly Metadata[];
  readonly tabs: readonly ExtrasTab[];
}

export interface ExtrasTab {
  readonly id: number;
  readonly name: string;
  /** The name inside the file, where other programs allow less. */
  readonly saved: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly protections: readonly Protection[];
  readonly tables: readonly TypedTable[];
  readonly charts?: readonly Chart[];
  readonly filterHidden: Readonly<Record<number, readonly string[]>>;
}
