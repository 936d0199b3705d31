// A tab as read once, as plain data.
import type { Grid } from '../values/cell';

export interface TabInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** rows[0] is row 1 of the sheet. A blank tab has one row with one blank cell. */
export interface Table extends TabInfo {
  readonly rows: Grid;
}

/** What the file itself says about reading and writing text. */
export interface FileLocale {
  /** As Sheets names it: "en_US", "de_DE". */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}
