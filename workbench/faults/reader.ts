// Reads a file with no code of the add-on: what stands in which cell, which mail left. What it finds is judged in
// judge.ts. A person is known by the cell under "Contact", which nobody changes in any of the runs.
import type { SavedFile } from '../host/file';
import type { Host } from '../host/createHost';
import {
  isErrorValue,
  isFormula,
  type Stored,
  type TabState,
  type WorkbookState,
} from '../host/sheets/state';

/** What is judged of a file: its cells and its mail. */
export type FileView = Pick<SavedFile, 'workbook' | 'mailboxes'>;

export function viewOf({ file }: Host): FileView {
  return {
    workbook: file.model.snapshot(),
    mailboxes: [...file.mailboxes.values()].map((mailbox) => mailbox.data()),
  };
}

/** Cells of one line by the heading above them, blank ones too. */
export type Line = ReadonlyMap<string, string>;

/** Headings that somebody wrote another text over: what stands there now → what stood there. */
export type Renamed = ReadonlyMap<string, string>;

export interface People {
  /** By the name of the person. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Filled cells in lines that belong to nobody: "Status in row 7: Contacted". A formula shows nothing there. */
  readonly strays: readonly string[];
}

export interface Letter {
  readonly to: string;
  readonly key: string;
  readonly id: string;
}

export const NAME = 'Contact';
/** The same in a volunteer's tab. */
export const NAME_IN_TAB = 'Contact name';
const NOTHING_RENAMED: Renamed = new Map();

/** A stored cell as text: dates as "46338", booleans as "true", formulas with their "=", blank as ''. */
export function textOf(value: Stored | undefined): string {
  if (value === null || value === undefined) return '';
  if (isFormula(value)) return value.f;
  return isErrorValue(value) ? value.e : String(value);
}

export function tabNamed(workbook: WorkbookState, name: string): TabState | null {
  return workbook.tabs.find((tab) => tab.name === name) ?? null;
}

/** A heading that stands twice is told apart: "Next step", "Next step (2)". */
export function headingsOf(tab: TabState, renamed: Renamed = NOTHING_RENAMED): string[] {
  const times = new Map<string, number>();
  return (tab.rows[0]?.values ?? []).map((value) => {
    const text = renamed.get(textOf(value)) ?? textOf(value);
    const time = (times.get(text) ?? 0) + 1;
    times.set(text, time);
    return time === 1 || text === '' ? text : `${text} (${time})`;
  });
}

/** All lines below the headings in row 1, from row 2 on. */
export function linesOf(tab: TabState, renamed: Renamed = NOTHING_RENAMED): Line[] {
  const headings = headingsOf(tab, renamed);
  return tab.rows.slice(1).map((row) => {
    const line = new Map<string, string>();
    row.values.forEach((value, column) => {
      const heading = headings[column] ?? '';
      line.set(heading === '' ? `column ${column + 1}` : heading, textOf(value));
    });
    return line;
  });
}

/** The contacts of a tab. A second line with the same name counts as belonging to nobody. */
export function peopleOf(tab: TabState, renamed: Renamed = NOTHING_RENAMED, by = NAME): People {
  const lines = new Map<string, Line>();
  const strays: string[] = [];
  linesOf(tab, renamed).forEach((line, index) => {
    const name = line.get(by) ?? '';
    if (name !== '' && !lines.has(name)) lines.set(name, line);
    else
      for (const [heading, text] of line)
        if (text !== '' && !text.startsWith('=')) strays.push(`${heading} in row ${index + 2}: ${text}`);
  });
  return { lines, strays };
}

/**
 * Cells of nobody that are not so after a run without faults either: who was forgotten leaves some, who is unknown has
 * none. `added`: cells that may come all the same, each once.
 */
export function straysBeyond(is: People, should: People, added: readonly string[] = []): string[] {
  const plain = (text: string) =>
    text.replace(/ in row \d+/, '').replace(/^(Outreach ID|Outreach record)\b.*$/s, '$1');
  const known = new Set(should.strays.map(plain));
  const left = [...added];
  return is.strays.filter((text) => {
    if (known.has(plain(text))) return false;
    const at = left.indexOf(plain(text));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Every tab that has the headings of a log, whatever it is called. */
export function logTabs(workbook: WorkbookState, renamed: Renamed = NOTHING_RENAMED): TabState[] {
  return workbook.tabs.filter((tab) => {
    const headings = headingsOf(tab, renamed);
    return headings.includes('Entry id') && headings.includes('Message key');
  });
}

/** The cell under this heading in the row (1-based) of this person; '' where there is none. */
export function cellOf(tab: TabState, person: string, heading: string): string {
  return peopleOf(tab).lines.get(person)?.get(heading) ?? '';
}

/** Row (1-based) of the line with this text under this heading; 0 where there is none. */
export function rowWith(tab: TabState, heading: string, text: string): number {
  const column = headingsOf(tab).indexOf(heading);
  if (column < 0) return 0;
  return tab.rows.findIndex((row, index) => index > 0 && textOf(row.values[column]) === text) + 1;
}

/** Everything that left any mailbox, one entry a recipient, oldest first. */
export function lettersOf({ mailboxes }: FileView): Letter[] {
  return mailboxes.flatMap(({ messages }) =>
    messages
      .filter(({ labels }) => labels.includes('SENT'))
      .flatMap(({ id, raw, recipients }) => {
        const key = /^X-Outreach-Key: *(\S*)/im.exec(raw)?.[1] ?? '';
        return recipients.map((to) => ({ to, key, id }));
      }),
  );
}

/** Newest state of each message on the hidden tab, by its key. */
export function recordsOf(workbook: WorkbookState): Map<string, string> {
  const states = new Map<string, string>();
  const tab = tabNamed(workbook, 'Outreach data');
  for (const line of tab === null ? [] : linesOf(tab))
    if (line.get('kind') === 'message') states.set(line.get('key') ?? '', line.get('state') ?? '');
  return states;
}
