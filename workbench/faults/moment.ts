// A file at one moment, to begin from again and again. States of a workbook are never changed, only replaced
// (host/sheets/draft.ts), so nothing is copied.
import { createHash } from 'node:crypto';
import { createHost, type Host } from '../host/createHost';
import type { AddonParts } from '../host/addon';
import { newFile, type SavedFile, type SharedFile } from '../host/file';
import { openMailbox } from '../host/mail/mailbox';
import type { TabState, WorkbookState } from '../host/sheets/state';
import type { Timer } from '../host/timers';
import { lettersOf, viewOf } from './reader';

export interface Moment {
  readonly workbook: WorkbookState;
  /** An ISO instant. */
  readonly now: string;
  readonly stores: readonly (readonly [name: string, entries: readonly (readonly [string, string])[]])[];
  readonly mailboxes: SavedFile['mailboxes'];
  readonly timers: readonly Timer[];
}

export function momentOf({ file, now }: Host): Moment {
  return {
    workbook: file.model.snapshot(),
    now,
    stores: [...file.stores].map(([name, store]) => [name, [...store]] as const),
    mailboxes: [...file.mailboxes.values()].map((mailbox) => mailbox.data()),
    timers: file.timers.map((timer) => ({ ...timer })),
  };
}

/** A host of this person on a file of its own. */
export function openMoment(moment: Moment, addon: AddonParts, email: string): Host {
  const file: SharedFile = newFile(moment.workbook, moment.now);
  for (const [name, entries] of moment.stores) file.stores.set(name, new Map(entries));
  for (const data of moment.mailboxes)
    file.mailboxes.set(data.address.toLowerCase(), openMailbox(data, file.clock.now));
  file.timers.push(...moment.timers.map((timer) => ({ ...timer })));
  return createHost({ ...addon, file, user: { email } });
}

/** Ids that the add-on makes differ from run to run; where they stand is what counts. */
const RANDOM_ID = /[0-9a-f]{10}/g;

/** The same for two files that nobody could tell apart: what the add-on finds in them, and what left the mailboxes. */
export function fingerprint(host: Host, more: readonly unknown[]): string {
  const view = viewOf(host);
  const { tabs, metadata } = view.workbook;
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? `#${names.size}`;
    names.set(id, known);
    return known;
  };
  const stores = [...host.file.stores].map(([name, store]) => [name, ...store]);
  const text = JSON.stringify([tabs.map(outline), metadata, lettersOf(view), stores, host.file.timers, more]);
  return createHash('sha1').update(text.replace(RANDOM_ID, nameOf)).digest('base64');
}

/** Formats and dropdowns are made for whole columns at once: their number tells whether they were. */
function outline(tab: TabState): unknown {
  const { id, name, hidden, maxRows, maxColumns, formats, frozenRows, widths } = tab;
  let looks = 0;
  let rules = 0;
  for (const row of tab.rows) {
    looks += row.looks?.length ?? 0;
    rules += row.rules?.length ?? 0;
  }
  const values = tab.rows.map((row) => row.values);
  while (values.length > 0 && values.at(-1)?.every((value) => value === null) === true) values.pop();
  return [id, name, hidden, maxRows, maxColumns, formats, frozenRows, widths, looks, rules, values];
}
