// What the server answers about the dashboard. The same rules as in answers.ts.
import type { TableKey } from '../dashboard/figures';

/** A table as the sidebar draws it. */
export interface TableView {
  readonly key: TableKey;
  readonly title: string;
  /** Heading of the names, then of each figure. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** Whether contacts stand behind the figure. */
    readonly leads: readonly boolean[];
  }[];
}

/** One figure: the name of its row, and which of the row, from 0. */
export interface FigureName {
  readonly table: TableKey;
  readonly row: string;
  readonly figure: number;
}

export interface DashboardView {
  readonly tables: readonly TableView[];
  readonly hasTab: boolean;
  /** The figure of the selected cell, where the tab is in front; null elsewhere. */
  readonly selected: FigureName | null;
}

export interface FigureView {
  /** "Touches, week of Nov 9" */
  readonly title: string;
  /** Contacts behind it, in sheet order; at most MOST_ITEMS, with their full count. */
  readonly count: number;
  readonly rows: readonly { readonly row: number; readonly organization: string; readonly why: string }[];
  /** Name of the tab that they stand in. */
  readonly sheet: string;
}
