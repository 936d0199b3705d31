// The rows of one volunteer's tab, worked out from the contacts, and the formula that keeps their next step true.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { columnLetter, quoteTab } from '../values/a1';
import { cellText, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import { readEmails } from '../values/emailAddress';
import { asOurText } from '../values/writtenText';
import { formulaSeparator } from '../touches/nextStepFormula';
import { stateOf } from '../touches/state';
import { isTouch } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import type { AssignmentRow } from '../people/assignmentTab';
import { askFirst } from '../people/sync/whatHappened';
import { makeOwnerRules } from '../mail/ownerRules';
import { toAskFirst } from '../mail/warmTie';
import type { LogEntry } from '../touches/log';
import type { ContactState } from '../touches/step';
import type { TabTies } from '../people/sync/tabHead';
import { taskOf } from '../people/open';
import type { Share } from '../people/share';
import type { DataRow } from '../workbook/dataTab';
import { volunteersOf } from './assignPlan';
import type { Campaign } from './campaign';
import { erasedAddresses } from './followUps';

export interface TabPlan {
  readonly campaign: Campaign;
  readonly share: Pick<Share, 'gifts'>;
  /** The deadline of what is given now. */
  readonly due: Day | null;
}

/** Works out the rows of these contacts; `live` is the formula of their next step, '' for the word itself. */
export type RowMaker = (keys: readonly string[], live: string) => AssignmentRow[];

export function rowMaker({ campaign, share, due }: TabPlan): RowMaker {
  const { log, settings, today, services } = campaign;
  const byContact = entriesByContact(log);
  const given = new Set(share.gifts.map((gift) => gift.key));
  const isErased = erasedAddresses(campaign);
  const whomToAsk = askFirstIn(campaign);
  // Whoever was forgotten on request is not given to a volunteer to write to, where somebody typed the address anew.
  const asGiven = (contact: Contact): Contact =>
    readEmails(contact.text.email).addresses.some(isErased)
      ? { ...contact, text: { ...contact.text, email: '' } }
      : contact;
  return (keys, live) =>
    keys.flatMap((key): AssignmentRow[] => {
      const contact = campaign.byKey.get(key);
      if (contact === undefined) return [];
      const entries = entriesFor(contact, byContact);
      const state = stateOf(contact, entries, settings, today, services.book.locale);
      const own = contact.cells.due;
      return [
        {
          contact: asGiven(contact),
          task: contact.text.task || taskOf(contact, entries.some(isTouch)),
          due: typeof own === 'object' ? own.day : given.has(key) || contact.text.due === '' ? due : null,
          nextStep: whomToAsk(contact, entries, state) || (live === '' ? state.word : live),
          lastTouch: state.lastTouch,
        },
      ];
    });
}

/**
 * “Ask Bo first”: before anybody was in touch, where somebody of ours knows them and was not asked; else ''. It is the
 * same whoever looks.
 */
function askFirstIn(campaign: Campaign) {
  const rules = makeOwnerRules(volunteersOf(campaign), { account: '', name: '', address: '' });
  return (
    contact: Contact,
    entries: readonly LogEntry[],
    { word, next, lastTouch }: ContactState,
  ): string => {
    const isFirst = next === 'first' && word === '' && lastTouch === null;
    const name = isFirst ? toAskFirst(contact, entries, rules) : '';
    return name === '' ? '' : askFirst(name);
  };
}

/** Whom to ask first, by Outreach ID: what the tabs show there in place of the contacts' own word. */
export function asksById(campaign: Campaign): ReadonlyMap<string, string> {
  const { contacts, log, settings, today, services } = campaign;
  const byContact = entriesByContact(log);
  const whomToAsk = askFirstIn(campaign);
  return new Map(
    contacts.flatMap((contact): (readonly [string, string])[] => {
      if (contact.outreachId === '' || contact.text.knownBy === '') return [];
      const entries = entriesFor(contact, byContact);
      const state = stateOf(contact, entries, settings, today, services.book.locale);
      const word = whomToAsk(contact, entries, state);
      return word === '' ? [] : [[contact.outreachId, word]];
    }),
  );
}

/**
 * Looks the word up in the contacts tab, or that they bowed out, by the Outreach ID in this column (1-based) of the
 * row, so that it stays true; '' where the contacts have no Next step column.
 */
export function liveFormula({ map, services }: Pick<Campaign, 'map' | 'services'>, idColumn: number): string {
  if (map.nextStepColumn === 0 || map.outreachIdColumn === 0) return '';
  const tab = quoteTab(map.sheet);
  const column = (n: number) => `$${columnLetter(n)}:$${columnLetter(n)}`;
  const s = formulaSeparator(services.book.locale);
  const id = `INDEX(${column(Math.max(1, idColumn))}${s}ROW())`;
  const row = `MATCH(${id}${s}${tab}!${column(map.outreachIdColumn)}${s}0)`;
  const at = (n: number) => `INDEX(${tab}!${column(n)}${s}${row})`;
  const status = map.columns.status?.columns[0] ?? 0;
  const step = at(map.nextStepColumn);
  // An empty step beside a task reads as work that is left: who bowed out is named.
  const said = status === 0 ? step : `IF(ISNUMBER(SEARCH("${OUT}"${s}${at(status)}))${s}"${OUT}"${s}${step})`;
  return `=IFERROR(${said}${s}"")`;
}

const OUT = 'Bowed out';

/** What `liveFormula` gives for this row of the contacts. */
export function liveWord(map: Campaign['map'], row: readonly Cell[]): string {
  const at = (column: number) => cellText(row[column - 1] ?? '');
  const isOut = at(map.columns.status?.columns[0] ?? 0)
    .toLowerCase()
    .includes(OUT.toLowerCase());
  return isOut ? OUT : at(map.nextStepColumn);
}

/** Only our own look-up formula may act; any text of theirs stays text. */
export function toOurCell(cell: Cell, live: string): Cell {
  return typeof cell === 'string' && (live === '' || cell !== live) ? asOurText(cell) : cell;
}

/** On the hidden tab, of an assignment tab whose next steps are formulas. */
const LIVE = 'live';

/** The line by which the hidden tab remembers an assignment tab, by the name that it was given, and whose contacts it shows. */
export function tabLine({ services, map }: Campaign, name: string, id: number, live: string): DataRow {
  const { day, time } = services.now();
  const data = `${live === '' ? '' : `${LIVE} `}${map.sheetId}`;
  return { kind: 'tab', key: name, when: `${day} ${time}`, who: '', state: String(id), data };
}

const lineOf = ({ hidden }: Campaign, tab: number): DataRow | undefined =>
  hidden.rows.filter(({ kind, state }) => kind === 'tab' && state === String(tab)).pop();

/** Whether the next steps of this tab (sheet id) are formulas as far as the add-on has written them. */
export const isLive = (campaign: Campaign, tab: number): boolean =>
  lineOf(campaign, tab)?.data.startsWith(LIVE) === true;

/** Whether this tab (sheet id) shows the contacts of another tab that stands in the file. */
export function isOfOther(campaign: Campaign, tab: number): boolean {
  const [contacts = ''] = /\d+$/.exec(lineOf(campaign, tab)?.data ?? '') ?? [];
  const isStanding = campaign.services.book.tabs().some(({ id }) => String(id) === contacts);
  return isStanding && contacts !== String(campaign.map.sheetId);
}

/** What a tab needs to know of the contacts, for the heading of its hidden column. */
export function tiesOf(
  { map, table, tabs, changed }: Campaign,
  tab: number,
  volunteer: string,
  ids: readonly string[],
): TabTies {
  const row = (table.rows[map.headerRow - 1] ?? []).map(cellText);
  const headings: Partial<Record<Field, string>> = {};
  for (const [field, { columns, sure }] of Object.entries(map.columns)) {
    const heading = row[columns[0] - 1] ?? '';
    const isOne = columns.length === 1 && row.indexOf(heading) === row.lastIndexOf(heading);
    const isAsked = changed.some((one) => one.field === field);
    if (sure && isOne && !isAsked && heading !== '') headings[field as Field] = heading;
  }
  return { tab, volunteer, contacts: map.sheetId, log: tabs.log ?? 0, headings, ids: [...ids].sort() };
}
