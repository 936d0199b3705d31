// A contact: one filled row of a contacts tab, read through its map.
import type { Cell } from '../values/cell';
import type { Field } from './fields';

export interface Contact {
  /** 1-based row at the time of reading: to show and to point at, never to write by. */
  readonly row: number;
  /** '' until something is sent or assigned. */
  readonly outreachId: string;
  /** As read; '' where blank or where no column means this. Spread values are joined: names by a blank, others by a comma. */
  readonly cells: Readonly<Record<Field, Cell>>;
  /** The same as trimmed text without invisible characters. */
  readonly text: Readonly<Record<Field, string>>;
  /** The log says that they left us: as if the status said so. */
  readonly bowedOut?: boolean;
}
