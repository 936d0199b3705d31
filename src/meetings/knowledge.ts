// What the people of a meeting know of one group, read out of its rows, and what of it a contact lacks. Nothing that
// stands in the contact is overwritten: what says something else becomes a line of its notes.
import { mergeNotes } from '../people/sync/mergeNotes';
import { asCompared, linesOf } from '../people/sync/marks';
import { readKnownBy } from '../checks/ties/knownBy';
import type { Contact } from '../reading/contact';
import { FIELD_LABELS, type Field } from '../reading/fields';
import { categoryOf } from '../texts/categories';
import { readEmails } from '../values/emailAddress';
import { readPhones } from '../values/phone';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { fitCell } from '../values/writtenText';
import type { ShortlistRow } from './shortlist';

export interface Knowledge {
  readonly organization: string;
  /** Each as typed, no two alike, the first one counts. */
  readonly categories: readonly string[];
  readonly towns: readonly string[];
  readonly knows: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly otherWays: readonly string[];
  /** Lines of the notes, with whose idea it was. */
  readonly notes: readonly NoteLine[];
  /** What stands under “Who takes it”. */
  readonly takers: readonly string[];
}

export interface NoteLine {
  readonly text: string;
  /** True for what stands in a column that the group added: “Members: 400”. */
  readonly isAdded: boolean;
}

export function knowledgeOf(rows: readonly ShortlistRow[]): Knowledge {
  const texts = (of: (row: ShortlistRow) => string, key = foldName) =>
    once(
      rows.map((row) => cleanText(of(row))).filter((text) => text !== '' && !isPlaceholder(text)),
      key,
    );
  const ways = texts(({ reach }) => reach, asCompared).map(readReach);
  const ideas = texts(({ ideaBy }) => ideaBy);
  return {
    organization: cleanText(rows[0]?.organization ?? ''),
    categories: texts(
      ({ category }) => category,
      (text) => categoryOf(text) ?? foldName(text),
    ),
    towns: texts(({ town }) => town),
    knows: texts(({ knows }) => knows),
    emails: once(
      ways.flatMap(({ emails }) => emails),
      (text) => text.toLowerCase(),
    ),
    phones: once(
      ways.flatMap(({ phones }) => phones),
      digits,
    ),
    otherWays: once(
      ways.flatMap(({ others }) => others),
      foldName,
    ),
    notes: once(
      [
        ...rows.flatMap(({ notes, more }) => [...noteLines(notes, false), ...noteLines(more, true)]),
        ...ideas.map((who) => ({ text: `Idea by ${oneLine(who)}`, isAdded: false })),
      ],
      ({ text }) => asCompared(text),
    ),
    takers: texts(({ taker }) => taker),
  };
}

const noteLines = (text: string, isAdded: boolean): NoteLine[] =>
  linesOf(text).flatMap((line) => (asCompared(line) === '' ? [] : [{ text: line, isAdded }]));

function once<T>(texts: readonly T[], key: (text: T) => string): T[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const of = key(text);
    return !seen.has(of) && seen.add(of);
  });
}

const digits = (text: string): string => text.replace(/\D/g, '') || text;
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ', ');

interface Reach {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly others: readonly string[];
}

/** Words before an address that say nothing more. */
const LABEL_ONLY = /^(?:e-?mail|mail|write|to|or|and|at|the|address|[\s:,;/&-])*$/i;

/** “call 555-0118, or ruth@amity.example.org”: addresses and numbers by themselves, every other piece as it is. */
function readReach(text: string): Reach {
  const found: { emails: string[]; phones: string[]; others: string[] } = {
    emails: [],
    phones: [],
    others: [],
  };
  for (const piece of text.split(/[\n;,]+/).map(cleanText)) {
    const { addresses } = readEmails(piece);
    const rest = addresses.reduce((left, one) => left.split(one).join(' '), piece);
    const { numbers, rest: said } = readPhones(rest);
    found.emails.push(...addresses);
    found.phones.push(...numbers);
    const isMore = numbers.length > 0 ? said !== '' : !LABEL_ONLY.test(rest);
    if (piece !== '' && isMore) found.others.push(piece);
  }
  return found;
}

/** What the contacts have a column for, and can be written. */
export type Takes = (field: Field) => boolean;

export interface Gain {
  /** Field by field, what its cell should read. */
  readonly cells: readonly (readonly [Field, string])[];
  /** What the contact says otherwise, a sentence each. */
  readonly differs: readonly string[];
  /** Labels of what finds no cell: neither one of its own nor the notes. */
  readonly lost: readonly string[];
}

/** `text`: the texts of the contact, null for a new one. */
export function gainOf(known: Knowledge, text: Contact['text'] | null, takes: Takes): Gain {
  const stands = (field: Field) => text?.[field] ?? '';
  const cells: [Field, string][] = [];
  const lines: NoteLine[] = [];
  const differs: string[] = [];
  const lost: string[] = [];
  const keep = (label: string, texts: readonly string[]) => {
    for (const one of texts) lines.push({ text: `${label}: ${oneLine(one)}`, isAdded: false });
    if (!takes('notes') && texts.length > 0) lost.push(label);
  };
  /** Fills a blank cell; what is more than the cell has goes into the notes. */
  const fill = (
    field: Field,
    texts: readonly string[],
    isSame: (a: string, b: string) => boolean,
    all = false,
  ) => {
    const now = stands(field);
    const more = texts.filter((one) => !isSame(one, now));
    if (more.length === 0) return;
    const label = FIELD_LABELS[field];
    if (now === '' && takes(field)) {
      const put = all ? more : more.slice(0, 1);
      cells.push([field, put.join('\n')]);
      keep(label, more.slice(put.length));
      return;
    }
    keep(label, more);
    if (now !== '')
      differs.push(
        `${label} stays “${oneLine(now)}”; “${more.map(oneLine).join('”, “')}” goes into the notes`,
      );
  };
  if (text === null) cells.push(['organization', known.organization]);
  const sameText = (a: string, b: string) => foldName(a) === foldName(b);
  fill(
    'category',
    known.categories,
    (a, b) => (categoryOf(a) ?? foldName(a)) === (categoryOf(b) ?? foldName(b)),
  );
  fill('town', known.towns, sameText);
  fill(
    'email',
    known.emails,
    (a, b) => readEmails(b).addresses.some((one) => one.toLowerCase() === a.toLowerCase()),
    true,
  );
  fill('phone', known.phones, (a, b) => b !== '' && digits(b).includes(digits(a)), true);
  fill('otherChannel', known.otherWays, (a, b) => says(b, a), true);
  const tie = withTies(stands('knownBy'), known.knows);
  if (tie !== stands('knownBy')) {
    if (takes('knownBy')) cells.push(['knownBy', fitCell(tie)]);
    else keep(FIELD_LABELS.knownBy, known.knows);
  }
  const notes = withNotes(stands('notes'), [...known.notes, ...lines]);
  if (notes === null)
    differs.push('The notes are too long to be joined, so those of the shortlist stay there');
  else if (notes !== stands('notes') && takes('notes')) cells.push(['notes', notes]);
  if (!takes('notes') && known.notes.length > 0) lost.push(FIELD_LABELS.notes);
  return { cells, differs, lost };
}

/** True where the words stand in the text one behind the other. */
const says = (text: string, words: string): boolean => ` ${foldName(text)} `.includes(` ${foldName(words)} `);

/** The cell “Known by” with the names that it lacks behind those that stand there. */
function withTies(stands: string, knows: readonly string[]): string {
  return knows.reduce((now, text) => {
    const names = readKnownBy(text);
    if (names === 'nobody' || names === 'blank' || says(now, text)) return now;
    const missing = typeof names === 'string' ? [oneLine(text)] : names.filter((name) => !says(now, name));
    const more = missing.length === names.length ? oneLine(text) : missing.join(', ');
    return [now, more].filter((part) => part !== '').join(', ');
  }, stands);
}

/** null where they do not fit into a cell. */
function withNotes(stands: string, lines: readonly NoteLine[]): string | null {
  const more = missingIn(linesOf(stands).map(asCompared), lines);
  return more.length === 0 ? stands : mergeNotes(null, stands, [...linesOf(stands), ...more].join('\n'));
}

/**
 * The lines that do not stand there yet. People rename headings while a meeting is closed, so a text that stands there by
 * itself or under another heading is not added again; but one line stands for one cell only.
 */
function missingIn(stands: readonly string[], lines: readonly NoteLine[]): string[] {
  const texts = lines.map(({ text }) => asCompared(text));
  const [has, wanted] = [new Set(stands), new Set(texts)];
  const free = stands.filter((line) => !wanted.has(line));
  return lines.flatMap(({ text, isAdded }, index) => {
    const line = texts[index] ?? '';
    if (has.has(line)) return [];
    const said = isAdded ? line.slice(line.indexOf(': ') + 2) : line;
    // A single word may well be said of two things.
    const isSame = (other: string) =>
      said.includes(' ') && (other.endsWith(`: ${said}`) || (isAdded && other === said));
    const at = free.findIndex(isSame);
    if (at < 0) return [text];
    free.splice(at, 1);
    return [];
  });
}
