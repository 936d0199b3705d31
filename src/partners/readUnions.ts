// The rows of the tab Unions as people type them: what cannot be read is named, and the rest of the row counts.
import type { Contact } from '../reading/contact';
import { readStage, type Stage } from '../texts/unionStages';
import { calledIn } from '../touches/asks/who';
import { dayInCell } from '../touches/rowFacts';
import { cellText, isBlank, isDateCell, isErrorCell, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import type { Table } from '../values/table';
import { foldName, isPlaceholder } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { firstLink } from '../values/webAddress';
import { readAbout } from '../values/wholeNumber';
import { tiedRows, type RowProblem } from './contactTab';
import { unionTabHead, type UnionColumn } from './unionTab';

/** in progress: they are about to vote, or the day of the vote is to come. */
export type Voted = 'yes' | 'no' | 'in progress' | '';

/** What stands in one row, as far as it can be read. */
export interface UnionFacts {
  readonly international: string;
  /** "503", "1199NE"; '' for a council. */
  readonly local: string;
  readonly council: string;
  /** Workers represented; null where nobody knows. */
  readonly workers: number | null;
  /** Members in common. */
  readonly members: number | null;
  readonly voted: Voted;
  /** The day of the vote, where one stands there. */
  readonly votedOn: Day | null;
  readonly campaigns: string;
  readonly endorses: 'yes' | 'no' | '';
  readonly stage: Stage;
  readonly statements: number | null;
  /** "https://…"; '' where what stands there is no web address. */
  readonly link: string;
  /** As it stands there. */
  readonly linkText: string;
  readonly note: string;
}

export interface Union extends UnionFacts {
  /** Outreach ID; '' where the contact has none yet, or none is called so. */
  readonly contact: string;
  readonly organization: string;
  /** 1-based; 0 for one that stands in no row. */
  readonly row: number;
}

/** A row of the tab with its contact; null where nobody in the contacts is called so. */
export interface UnionRow {
  readonly union: Union;
  readonly contact: Contact | null;
}

export interface ReadUnions {
  /** In the order of the tab; one a contact: of two rows the upper counts. */
  readonly rows: readonly UnionRow[];
  readonly problems: readonly RowProblem[];
}

export interface UnreadCell {
  readonly heading: UnionColumn;
  /** As typed. */
  readonly text: string;
  readonly why: string;
}

const COUNT = 'is a whole number, or empty where nobody knows.';

/** One row: `at` gives the cell under a heading, '' where there is none. */
export function readUnionRow(
  at: (heading: UnionColumn) => Cell,
  today: Day,
  locale: string,
): { readonly facts: UnionFacts; readonly unread: readonly UnreadCell[] } {
  const unread: UnreadCell[] = [];
  const text = (heading: UnionColumn): string => cellText(at(heading)).trim();
  /** What is read, or `none` and a word about the cell. */
  const or = <T>(heading: UnionColumn, value: T | undefined, none: T, why: string): T => {
    if (value !== undefined && !isErrorCell(at(heading))) return value;
    unread.push({ heading, text: text(heading), why: `${heading} ${why}` });
    return none;
  };
  const words = (heading: UnionColumn): string =>
    or(heading, text(heading), '', 'holds a formula that has no result.');
  const count = (heading: UnionColumn) => or(heading, readCount(at(heading)), null, COUNT);
  const vote = readVote(at('Voted'), today, locale);
  const stage = isDateCell(at('Stage')) ? null : readStage(isPlaceholder(text('Stage')) ? '' : text('Stage'));
  const linkText = words('Statements link');
  return {
    facts: {
      international: words('International'),
      local: or('Local', readLocal(at('Local')), '', 'looks like a day: type the number of the local again.'),
      council: words('Council or federation'),
      workers: count('Workers'),
      members: count('Members in common'),
      ...or('Voted', vote ?? undefined, NO_VOTE, 'is yes, no, in progress, or the day of the vote.'),
      campaigns: words('Current campaigns'),
      endorses: or('Endorses candidates', readYesOrNo(text('Endorses candidates')), '', 'is yes or no.'),
      stage: or('Stage', stage ?? undefined, 0, 'is one of the five steps, or empty.'),
      statements: count('Statements'),
      link: firstLink(linkText),
      linkText,
      note: words('Note'),
    },
    unread,
  };
}

export function readUnions(
  table: Table | null,
  contacts: readonly Contact[],
  today: Day,
  locale: string,
  /** Other tabs of contacts: a row may be of somebody there. */
  otherTabs = false,
): ReadUnions {
  const head = table === null ? null : unionTabHead(table);
  if (table === null || head === null) return { rows: [], problems: [] };
  const tied = tiedRows(table, head, contacts, otherTabs);
  const problems = [...tied.problems];
  const rows = tied.rows.map(({ row, contact, organization, at }): UnionRow => {
    const { facts, unread } = readUnionRow(at, today, locale);
    for (const { text, why } of unread) problems.push({ row, organization, text, why });
    const of = {
      contact: contact?.outreachId ?? '',
      organization: contact === undefined ? organization : calledIn(contact),
    };
    return { union: { ...facts, ...of, row }, contact: contact ?? null };
  });
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

/** null for a blank cell and one that says that nobody knows; undefined for what is no count. */
function readCount(cell: Cell): number | null | undefined {
  if (isDateCell(cell) || typeof cell === 'boolean') return undefined;
  const text = cellText(cell);
  return isPlaceholder(text) ? null : readAbout(text);
}

/** "Local 503", "#503" and 503 are "503". undefined for a day, which "9-12" becomes where a cell is no text. */
function readLocal(cell: Cell): string | undefined {
  if (isDateCell(cell)) return undefined;
  const text = cellText(cell).trim();
  return isPlaceholder(text)
    ? ''
    : text.replace(/^(?:local|lodge|branch|no\.?|#)\s*(?:no\.?|#)?\s*(?=\d)/i, '');
}

const NO_VOTE = { voted: '', votedOn: null } as const;
type Vote = Pick<UnionFacts, 'voted' | 'votedOn'>;

const PENDING =
  /\b(?:in progress|pending|ongoing|under way|underway|scheduled|planned|planning|soon|upcoming|voting|on the agenda|to vote|up for (?:a )?vote|vote (?:in|on|at|next|this|coming)|discuss(?:ing|ed)|in committee|laufend|not finished)\b/;
const YES =
  /^(?:yes|y|yep|true|x|ja|si|oui|voted|passed|approved|endorsed|adopted|supported|resolution passed|done)\b/;
const NO =
  /^(?:no|n|nope|false|nein|not|never|none|voted (?:no|down|against)|failed|rejected|declined|against)\b/;
const DOUBT = /\b(?:maybe|perhaps|unsure|not sure|unknown|but|if|unless)\b|\?/;

/** null for what cannot be read. A day that is to come is one on which they are going to vote. */
function readVote(cell: Cell, today: Day, locale: string): Vote | null {
  const on = (day: Day): Vote => ({ voted: day > today ? 'in progress' : 'yes', votedOn: day });
  const known = dayInCell(cell);
  if (known !== null) return on(known);
  const text = cellText(cell).trim();
  if (isBlank(cell) || isPlaceholder(text)) return NO_VOTE;
  const whole = dayIn(text, today, locale);
  if (whole !== null) return on(whole);
  const folded = foldName(text);
  if (DOUBT.test(text.toLowerCase())) return null;
  const isPending = PENDING.test(folded);
  const voted = isPending ? 'in progress' : NO.test(folded) ? 'no' : YES.test(folded) ? 'yes' : null;
  if (voted === null) return null;
  const behind = /[^\d]*?((?:[a-z]+\.? )?\d.*?)[\s).]*$/i.exec(text)?.[1] ?? '';
  const votedOn =
    dayIn(behind, today, locale) ?? dayIn(/\d.*?(?=[\s).]*$)/.exec(text)?.[0] ?? '', today, locale);
  return { voted: voted === 'yes' && votedOn !== null && votedOn > today ? 'in progress' : voted, votedOn };
}

function dayIn(text: string, today: Day, locale: string): Day | null {
  const typed = readTypedDate(text, locale, today, 'past');
  return typed.kind === 'day' ? typed.day : typed.kind === 'two-ways' ? typed.byLocale : null;
}

/** undefined for neither. */
function readYesOrNo(text: string): 'yes' | 'no' | '' | undefined {
  if (text === '' || isPlaceholder(text)) return '';
  const word = foldName(text);
  if (DOUBT.test(text.toLowerCase()) || /\b(?:sometimes|depends)\b/.test(word)) return undefined;
  if (/^(?:yes|y|yep|true|x|ja|si|oui|always|they do)\b/.test(word)) return 'yes';
  return /^(?:no|n|nope|false|nein|never|not|they do not|dont)\b/.test(word) ? 'no' : undefined;
}
