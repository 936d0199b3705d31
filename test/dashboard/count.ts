// An independent count of every figure of docs/dashboard.md (but the words of Next step), from the cells alone: written
// from the words before the code, and shares nothing with it but the type of a cell.
import type { Cell } from '../../src/values/cell';

export interface CampaignTab {
  readonly name: string;
  /** Rows × columns as the sheet shows them. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Campaign {
  /** "YYYY-MM-DD". */
  readonly today: string;
  /** Name of the tab of contacts; it is the first of `tabs`. */
  readonly contactsTab: string;
  readonly tabs: readonly CampaignTab[];
}

export interface KindFigures {
  readonly contacts: number;
  readonly reached: number;
  readonly endorsed: number;
}

export interface ChannelFigures {
  /** In small letters. */
  readonly channel: string;
  /** 3: the third and later. */
  readonly attempt: 1 | 2 | 3;
  readonly touches: number;
  readonly answered: number;
  /** Whole per cent, rounded half up. */
  readonly rate: number;
}

export interface UnionFigures {
  readonly mapped: number;
  readonly councils: number;
  readonly inConversation: number;
  readonly voted: number;
  readonly workers: number;
  /** Locals whose number of workers nobody knows. */
  readonly unknown: number;
}

export interface Figures {
  /** At most 14, in their order; the name as the sheet spells it first. */
  readonly categories: readonly (KindFigures & { readonly name: string })[];
  readonly everythingElse: KindFigures;
  /** Twelve weeks, oldest first; `week` is the Monday. */
  readonly endorsements: readonly { readonly week: string; readonly total: number }[];
  readonly goal: number | null;
  readonly weeks: readonly { readonly week: string; readonly touches: number; readonly answers: number }[];
  readonly due: {
    readonly overdue: number;
    readonly soon: number;
    readonly later: number;
    readonly none: number;
  };
  /** Channels by the alphabet, attempts upwards. */
  readonly answerRate: readonly ChannelFigures[];
  /** null without the tab Unions. */
  readonly unions: UnionFigures | null;
}

const KINDS_SHOWN = 14;
const WEEKS_SHOWN = 12;

/** Group's words that end a contact, by what they mean; every other word leaves it open. */
const STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  endorsed: ['endorsed', 'signed on', 'endorser', 'resolution passed'],
  partner: ['partner', 'coalition member'],
  observer: ['observer'],
  declined: ['declined', 'not interested', 'no thanks', 'turned us down', 'said no'],
  'bowed out': ['bowed out', 'unsubscribed', 'opted out'],
  unreachable: ['unreachable', 'wrong number', 'disbanded'],
  'in conversation': ['in conversation', 'in talks', 'meeting scheduled'],
};
const DECIDED = ['endorsed', 'partner', 'observer', 'declined', 'bowed out', 'unreachable'];

const NO_TOUCH = [
  'tie asked',
  'handed over',
  'taken back',
  'ask settled',
  'note',
  'test',
  'showed up',
  'signed',
  'shared',
  'did for them',
];
const TALKS = ['talked', 'answered', 'said yes', 'said no', 'wait until'];
const NOTHING_CAME = ['no answer', 'no reply', 'voicemail', 'left message', 'lm'];
const COUNCIL =
  /\b(?:labor council|federation|state council|joint council|building trades council|district council)\b/;

const DAY_MS = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayAt = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** The Monday of the week of a day. 1970-01-01 was a Thursday. */
const mondayOf = (day: string): number => numberOf(day) - ((numberOf(day) + 3) % 7);

const textOf = (cell: Cell | undefined): string =>
  cell === undefined
    ? ''
    : typeof cell === 'object'
      ? cell.day
      : typeof cell === 'boolean'
        ? cell
          ? 'TRUE'
          : 'FALSE'
        : String(cell).trim();
const wordOf = (cell: Cell | undefined): string => textOf(cell).toLowerCase();
/** The day of a real date in a cell; '' for everything else. */
const dayIn = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.day : '');
const isYes = (cell: Cell | undefined): boolean => cell === true || ['yes', 'x'].includes(wordOf(cell));

type Row = Readonly<Record<string, Cell>>;

/** Rows below the headings, as records by heading in small letters; the headings are the first row with all of `need`. */
function rowsOf(tab: CampaignTab | undefined, need: readonly string[]): Row[] {
  const rows = tab?.rows ?? [];
  const at = rows.findIndex((row) => need.every((name) => row.some((cell) => wordOf(cell) === name)));
  if (at < 0) return [];
  const names = (rows[at] ?? []).map(wordOf);
  return rows.slice(at + 1).map((row) => Object.fromEntries(names.map((name, c) => [name, row[c] ?? ''])));
}

interface Contact {
  readonly id: string;
  readonly name: string;
  readonly row: Row;
  readonly status: string;
  /** The day of the yes that counts; '' where no endorsement is confirmed. */
  readonly endorsedOn: string;
}

function statusOf(cell: Cell | undefined): string {
  const word = wordOf(cell);
  return Object.keys(STATUS_WORDS).find((status) => STATUS_WORDS[status]?.includes(word)) ?? '';
}

/** Finds the contact that a row of another tab belongs to: by Outreach ID, without one by the name. */
type KeyOf = (id: string, name: string) => string;

function keysOf(rows: readonly Row[]): KeyOf {
  const idOfName = new Map<string, string>();
  for (const row of rows) {
    const name = wordOf(row['organization']);
    if (!idOfName.has(name)) idOfName.set(name, textOf(row['outreach id']));
  }
  return (id, name) => {
    const known = id === '' ? (idOfName.get(name.toLowerCase()) ?? '') : id;
    return known === '' ? `name ${name.toLowerCase()}` : `id ${known}`;
  };
}

function endorsedOn(contact: Row, asks: readonly Row[], today: string): string {
  if (['declined', 'bowed out'].includes(statusOf(contact['status']))) return '';
  if (wordOf(contact['endorsement']) === 'withdrawn') return '';
  const isAnswer = (ask: Row): boolean => {
    const answer = wordOf(ask['answer']);
    if (answer === 'dropped') return textOf(ask['note']) !== '';
    return ['yes', 'no', 'maybe'].includes(answer);
  };
  const orderOf = (ask: Row): string => dayIn(ask['answered on']) || dayIn(ask['asked on']);
  const newest = asks
    .filter((ask) => wordOf(ask['ask']) === 'endorsement' && isAnswer(ask))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
    .at(-1);
  if (newest === undefined || wordOf(newest['answer']) !== 'yes') return '';
  const day = dayIn(newest['answered on']);
  return day !== '' && day <= today && textOf(newest['who decided']) !== '' ? day : '';
}

interface Line {
  readonly contact: string;
  readonly day: string;
  /** '' sorts before every time. */
  readonly time: string;
  readonly place: number;
  readonly channel: string;
  readonly kind: string;
  readonly touch: boolean;
  readonly answer: boolean;
}

function momentOf(cell: Cell | undefined): { day: string; time: string } {
  if (typeof cell === 'object') return { day: cell.day, time: cell.time ?? '' };
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(textOf(cell)) ?? [];
  return { day, time };
}

function meaningOf(row: Row): { touch: boolean; answer: boolean } {
  const [kind, summary] = [wordOf(row['kind']), wordOf(row['summary'])];
  const bounced = kind.includes('bounced') || summary.includes('bounced');
  const direction = wordOf(row['direction']);
  if (direction === 'theirs') {
    if (bounced || kind === 'out of office') return { touch: false, answer: false };
    const nothing = NOTHING_CAME.includes(kind) || NOTHING_CAME.includes(summary);
    return { touch: nothing, answer: !nothing };
  }
  const counts =
    direction === 'ours' && !bounced && wordOf(row['result']) !== 'failed' && !NO_TOUCH.includes(kind);
  return { touch: counts, answer: counts && TALKS.includes(kind) };
}

/** Lines that are a touch or an answer, oldest first. */
function linesOf(rows: readonly Row[], keyOf: KeyOf): Line[] {
  const takenBack = new Set(
    rows
      .filter((row) => wordOf(row['kind']) === 'taken back')
      .map((row) => textOf(row['entry id']).replace(/\/back$/, '')),
  );
  const order = (a: Row, b: Row): number => {
    const [one, two] = [momentOf(a['when']), momentOf(b['when'])];
    if (one.day !== two.day) return one.day < two.day ? -1 : 1;
    if (one.time !== two.time) return one.time < two.time ? -1 : 1;
    return rows.indexOf(a) - rows.indexOf(b);
  };
  const sorted = [...rows].sort(order);
  const newestOfKey = new Map(
    sorted.flatMap((row) => (textOf(row['message key']) === '' ? [] : [[textOf(row['message key']), row]])),
  );
  return sorted.flatMap((row, place) => {
    const { day, time } = momentOf(row['when']);
    const [kind, key] = [wordOf(row['kind']), textOf(row['message key'])];
    if (day === '' || (kind !== 'taken back' && takenBack.has(textOf(row['entry id'])))) return [];
    if (key !== '' && newestOfKey.get(key) !== row) return [];
    const { touch, answer } = meaningOf(row);
    if (!touch && !answer) return [];
    const contact = keyOf(textOf(row['contact']), textOf(row['organization']));
    return [{ contact, day, time, place, channel: wordOf(row['channel']), kind, touch, answer }];
  });
}

function kindsOf(contacts: readonly Contact[]): Pick<Figures, 'categories' | 'everythingElse'> {
  const tally = (list: readonly Contact[]): KindFigures => ({
    contacts: list.length,
    reached: list.filter(
      ({ row }) => textOf(row['first contacted']) !== '' || textOf(row['last contacted']) !== '',
    ).length,
    endorsed: list.filter((contact) => contact.endorsedOn !== '').length,
  });
  const category = ({ row }: Contact): Cell => row['category'] ?? row['kind'] ?? '';
  const words = [...new Set(contacts.map((contact) => wordOf(category(contact))))].filter((w) => w !== '');
  const all = words
    .map((word) => ({ word, list: contacts.filter((contact) => wordOf(category(contact)) === word) }))
    .sort((a, b) => b.list.length - a.list.length || (a.word < b.word ? -1 : 1));
  const shown = all.slice(0, KINDS_SHOWN);
  return {
    categories: shown.map(({ list }) => ({
      name: textOf(list[0] === undefined ? '' : category(list[0])),
      ...tally(list),
    })),
    everythingElse: tally(
      contacts.filter((contact) => !shown.some(({ word }) => word === wordOf(category(contact)))),
    ),
  };
}

function dueOf(contacts: readonly Contact[], today: string): Figures['due'] {
  const due = { overdue: 0, soon: 0, later: 0, none: 0 };
  for (const { row, status } of contacts) {
    if (textOf(row['owner']) === '' || DECIDED.includes(status) || isYes(row['do not contact'])) continue;
    const day = dayIn(row['due']);
    if (day === '') due.none += 1;
    else if (day < today) due.overdue += 1;
    else if (numberOf(day) <= numberOf(today) + 6) due.soon += 1;
    else due.later += 1;
  }
  return due;
}

function answerRateOf(lines: readonly Line[]): ChannelFigures[] {
  interface Touch {
    readonly channel: string;
    readonly attempt: 1 | 2 | 3;
    answered: boolean;
  }
  const open = new Map<string, { readonly count: number; readonly last: Touch }>();
  const touches: Touch[] = [];
  for (const { contact, channel, touch, answer } of lines) {
    const before = open.get(contact);
    if (touch) {
      const count = (before?.count ?? 0) + 1;
      const last: Touch = { channel, attempt: count === 1 ? 1 : count === 2 ? 2 : 3, answered: answer };
      touches.push(last);
      open.set(contact, { count, last });
    } else if (before !== undefined) before.last.answered = true;
  }
  const channels = [...new Set(touches.map(({ channel }) => channel))].sort();
  return channels.flatMap((channel) =>
    ([1, 2, 3] as const).flatMap((attempt) => {
      const list = touches.filter((one) => one.channel === channel && one.attempt === attempt);
      const answered = list.filter((one) => one.answered).length;
      if (list.length === 0) return [];
      const rate = Math.floor((200 * answered + list.length) / (2 * list.length));
      return [{ channel, attempt, touches: list.length, answered, rate }];
    }),
  );
}

function unionsOf(
  rows: readonly Row[],
  contacts: readonly Contact[],
  lines: readonly Line[],
  keyOf: KeyOf,
  today: string,
): UnionFigures {
  const figures = { mapped: 0, councils: 0, inConversation: 0, voted: 0, workers: 0, unknown: 0 };
  const seen = new Set<string>();
  for (const row of rows) {
    const name = textOf(row['organization']);
    const key = keyOf(textOf(row['outreach id']), name);
    if (name === '' || seen.has(key)) continue;
    seen.add(key);
    if (COUNCIL.test(name.toLowerCase())) {
      figures.councils += 1;
      continue;
    }
    figures.mapped += 1;
    const contact = contacts.find((one) => keyOf(one.id, one.name) === key);
    const status = contact?.status ?? '';
    if (['declined', 'bowed out'].includes(status)) continue;
    const votedOn = dayIn(row['voted']);
    const voted =
      wordOf(row['voted']) === 'yes' ||
      (votedOn !== '' && votedOn <= today) ||
      (contact !== undefined && contact.endorsedOn !== '');
    const last = lines.filter((line) => line.answer && line.contact === key).at(-1);
    const heard = last !== undefined && last.kind !== 'said no' && numberOf(last.day) >= numberOf(today) - 30;
    if (voted) figures.voted += 1;
    else if (status === 'in conversation' || (heard && status !== 'unreachable')) figures.inConversation += 1;
    const workers = row['workers'];
    if (typeof workers === 'number') figures.workers += workers;
    else figures.unknown += 1;
  }
  return figures;
}

function goalOf(rows: readonly (readonly Cell[])[]): number | null {
  const value = rows.find((row) => wordOf(row[0]) === 'endorsement goal')?.[1];
  return typeof value === 'number' ? value : null;
}

/** Every figure of the dashboard but Contacts by next step. */
export function countFigures({ today, contactsTab, tabs }: Campaign): Figures {
  const tab = (name: string): CampaignTab | undefined => tabs.find((one) => one.name === name);
  const rows = rowsOf(tab(contactsTab), ['organization', 'last contacted']).filter(
    (row) => textOf(row['organization']) !== '',
  );
  const keyOf = keysOf(rows);
  const asks = rowsOf(tab('Asks'), ['organization', 'ask', 'answer']);
  const contacts = rows.map((row): Contact => {
    const [id, name] = [textOf(row['outreach id']), textOf(row['organization'])];
    const theirs = asks.filter(
      (ask) => keyOf(textOf(ask['outreach id']), textOf(ask['organization'])) === keyOf(id, name),
    );
    return { id, name, row, status: statusOf(row['status']), endorsedOn: endorsedOn(row, theirs, today) };
  });
  const lines = linesOf(rowsOf(tab('Outreach log'), ['entry id', 'when']), keyOf);
  const mondays = Array.from(
    { length: WEEKS_SHOWN },
    (_, index) => mondayOf(today) - 7 * (WEEKS_SHOWN - 1 - index),
  );
  const within = (day: string, monday: number): boolean => mondayOf(day) === monday;
  const unions = tab('Unions');
  return {
    ...kindsOf(contacts),
    endorsements: mondays.map((monday) => ({
      week: dayAt(monday),
      total: contacts.filter((one) => one.endorsedOn !== '' && numberOf(one.endorsedOn) < monday + 7).length,
    })),
    goal: goalOf(tab('Settings')?.rows ?? []),
    weeks: mondays.map((monday) => ({
      week: dayAt(monday),
      touches: lines.filter((line) => line.touch && within(line.day, monday)).length,
      answers: lines.filter((line) => line.answer && within(line.day, monday)).length,
    })),
    due: dueOf(contacts, today),
    answerRate: answerRateOf(lines),
    unions:
      unions === undefined
        ? null
        : unionsOf(rowsOf(unions, ['organization', 'stage']), contacts, lines, keyOf, today),
  };
}
