// A tab as read once, and what the file says about itself.
export type { TabInfo, Table } from '../values/table';

/** What the file itself says about reading and writing text. */
export interface FileLocale {
  /** As Sheets names it: "en_US", "de_DE". */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}
