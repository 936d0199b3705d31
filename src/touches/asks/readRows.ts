// The rows of the tab Asks as asks. People type, sort, copy and move columns there: what cannot be read is a question.
import { OUTREACH_ID } from '../../reading/fields';
import { askKinds, readAskKind } from '../../texts/askKinds';
import { nearest } from '../../values/closeness';
import { cellText, isBlank, type Cell } from '../../values/cell';
import { shortDay, type Day } from '../../values/day';
import type { Table } from '../../values/table';
import { cleanText, foldName } from '../../values/text';
import { readTypedDate, type YearWanted } from '../../values/typedDate';
import { isYes } from '../../values/yes';
import { readAnswer } from '../answer';
import type { LogEntry } from '../log';
import { ASKED } from '../logged';
import { dayInCell } from '../rowFacts';
import { ASK_ANSWERS, type Ask, type AskAnswer, type AskQuestion } from './ask';
import { ASK_COLUMNS, ASK_ID, askTabHead, type AskColumn } from './askTab';
import type { AskInput } from './readAsks';
import { calledIn, type WhoIsWho } from './who';

interface Reading {
  readonly input: AskInput;
  readonly who: WhoIsWho;
  /** Lines of the log by entry id: one of them made the ask. */
  readonly logged: ReadonlyMap<string, LogEntry>;
  readonly questions: AskQuestion[];
}

export interface RowsRead {
  readonly asks: readonly Ask[];
  /** Ask IDs of all rows, also of those that cannot be read: what they stand for has its row. */
  readonly ids: ReadonlySet<string>;
  readonly questions: readonly AskQuestion[];
}

export const NO_ROWS: RowsRead = { asks: [], ids: new Set(), questions: [] };

/** In the order of the rows; a question for what cannot be read. The answers of the log are not in them. */
export function readRows(table: Table, input: AskInput, who: WhoIsWho): RowsRead {
  const head = askTabHead(table);
  if (head === null) {
    const filled = table.rows.some((row) => !row.every(isBlank));
    const why = `The headings of “${table.name}” cannot be found. Put Organization, Ask and Answer back into one row.`;
    return {
      ...NO_ROWS,
      questions: filled ? [{ kind: 'row', row: 0, organization: '', text: '', why }] : [],
    };
  }
  const logged = new Map(input.log.map((entry) => [entry.entryId, entry]));
  const reading: Reading = { input, who, logged, questions: [] };
  const gone = ASK_COLUMNS.filter((name) => !head.columns.has(name));
  if (gone.length > 0)
    reading.questions.push({
      kind: 'row',
      row: 0,
      organization: '',
      text: '',
      why: headingsGone(table.name, gone),
    });
  const asks: Ask[] = [];
  const ids = new Set<string>();
  table.rows.slice(head.headerRow).forEach((cells, index) => {
    const at = (name: AskColumn): Cell => cells[(head.columns.get(name) ?? 0) - 1] ?? '';
    if (ASK_COLUMNS.every((name) => isBlank(at(name)))) return;
    ids.add(cleanText(cellText(at(ASK_ID))));
    const ask = readRow(reading, at, head.headerRow + index + 1);
    if (ask !== null) asks.push(ask);
  });
  return { asks: eachOnce(asks, reading), ids, questions: reading.questions };
}

/** What to do where a column of the tab lost its heading, or was deleted. */
export function headingsGone(tab: string, names: readonly string[]): string {
  const many = names.length > 1;
  return `The heading${many ? 's' : ''} “${names.join('”, “')}” cannot be found in “${tab}”. Put ${many ? 'each' : 'it'} back above its column, or above a free one.`;
}

function readRow(reading: Reading, at: (name: AskColumn) => Cell, row: number): Ask | null {
  const { input, logged, questions } = reading;
  const { ownAsks } = input.settings;
  const text = (name: AskColumn): string => cleanText(cellText(at(name)));
  const typed = { id: text(OUTREACH_ID), organization: text('Organization') };
  const ask = (why: string, what = ''): null => {
    questions.push({ kind: 'row', row, organization: typed.organization, text: what, why });
    return null;
  };
  const id = text(ASK_ID);
  const line = id === '' ? undefined : logged.get(id);
  const whose = whoseRow(reading, typed, line);
  if (typeof whose === 'string') return ask(whose, typed.organization);
  const words = text('Ask') || (line?.kind === ASKED ? line.summary : '');
  if (words === '') return ask('Nothing says what was asked. Choose it under Ask.');
  const kind = readAskKind(words, ownAsks);
  if (kind === null) ask(unknownKind(words, ownAsks), words);
  const day = (name: AskColumn, wanted: YearWanted): Day | null => {
    const read = readDay(at(name), input, wanted);
    if (read === null && !isBlank(at(name)))
      ask(`“${text(name)}” under ${name} is no day that can be read.`, text(name));
    if (read === null || wanted === 'coming' || read <= input.today) return read;
    // A day on which they are to answer counts once it has come.
    if (name === 'Answered on') return null;
    return ask(`${name} is later than today: ${shortDay(read, input.today)}.`, text(name));
  };
  const said = readAnswerCell(text('Answer'), input);
  if (said === null)
    ask(`“${text('Answer')}” is none of the answers. Choose one from the list.`, text('Answer'));
  const named = readNamed(at('May be named'));
  if (named === 'unread')
    ask(`“${text('May be named')}” under May be named is neither yes nor no.`, text('May be named'));
  const isMute = said?.answer === 'dropped' && text('Note') === '' && ONLY_DROPPED.test(text('Answer'));
  if (isMute) ask('Nobody said why it is dropped. Write a word about it under Note: until then it is open.');
  const answer = isMute ? 'open' : (said?.answer ?? 'maybe');
  const answeredOn = day('Answered on', 'past') ?? said?.on ?? null;
  if (answer === 'open' && isBlank(at('Answer')) && answeredOn !== null)
    ask('It has the day of an answer and no answer. Choose one under Answer.');
  return {
    id,
    contact: whose.contact,
    organization: whose.organization,
    kind: kind?.name ?? words,
    kindKnown: kind !== null,
    askedOn: day('Asked on', 'past'),
    askedBy: text('Asked by'),
    answer,
    waitUntil: day('Wait until', 'coming') ?? said?.until ?? null,
    answeredOn,
    whoDecided: text('Who decided'),
    mayBeNamed: named === 'unread' ? null : named,
    note: text('Note'),
    row,
    answeredBy: '',
    rowAnswer: answer,
    unread: said === null ? text('Answer') : '',
    heardBy: null,
  };
}

/** Whose row it is, or why nobody can tell. */
function whoseRow(
  { input, who }: Reading,
  { id, organization }: { readonly id: string; readonly organization: string },
  line: LogEntry | undefined,
): { readonly contact: string; readonly organization: string } | string {
  const named = who.named(organization);
  // Where the name was changed and nobody else is called so, it is still the one that the log says was asked.
  const found = who.byId(id) ?? (id === '' && named.length === 0 ? who.byId(line?.contact ?? '') : undefined);
  if (found !== undefined) {
    const [other] = named;
    // A row that was copied for another organization keeps the id of the first.
    if (other !== undefined && !named.includes(found))
      return `The row is about “${calledIn(found)}” by its ${OUTREACH_ID}, and about “${organization}” by its name. Empty the one that is not meant.`;
    return { contact: found.outreachId, organization: calledIn(found) };
  }
  if (id !== '' && input.otherTabs === true) return { contact: id, organization };
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0)
    return { contact: only.outreachId, organization: calledIn(only) };
  if (others.length > 0)
    return `${others.length + 1} contacts are called “${organization}”. Fill in the ${OUTREACH_ID} of the one that is meant.`;
  if (organization === '' && id === '') return 'Nothing says who was asked. Fill in the organization.';
  return id === ''
    ? `No contact is called “${organization}”. Write the name as it stands in your contacts.`
    : `“${organization || id}” is not in your contacts any more. Bring the contact back, or delete this row.`;
}

function unknownKind(words: string, own: readonly string[]): string {
  const near = nearest(
    words,
    askKinds(own).map(({ name }) => name),
  );
  return near === null
    ? `“${words}” is none of the asks. Choose one from the list, or add it in Settings under “Our own asks”.`
    : `“${words}” is none of the asks. Did you mean “${near}”?`;
}

function readDay(cell: Cell, { locale, today }: AskInput, wanted: YearWanted): Day | null {
  const known = dayInCell(cell);
  if (known !== null || typeof cell !== 'string') return known;
  const typed = readTypedDate(cell, locale, today, wanted);
  return typed.kind === 'day' ? typed.day : typed.kind === 'two-ways' ? typed.byLocale : null;
}

/** What people write for our answers, in place of the choice. */
const OTHER_WORDS: readonly (readonly [says: RegExp, answer: AskAnswer])[] = [
  [
    /^(?:asked|pending|waiting|waiting for (?:an )?answer|not yet|not answered|no answer|they decide)\b/,
    'open',
  ],
  [/^(?:later|not now|ask (?:again|later)|come back|wait)\b/, 'later'],
  [/^(?:maybe|perhaps|considering|undecided|thinking)\b/, 'maybe'],
  [/^(?:dropped|drop|taken back|we (?:dropped|took) it)\b/, 'dropped'],
];
/** Without a word why. */
const ONLY_DROPPED = /^(?:we )?(?:dropped|drop|took|taken)(?: it)?(?: back)?[\s.!]*$/i;
/** “yes 11/3”, “No, on Nov 3” */
const BEHIND_WORD = /^\p{L}+[\s,.:;(–-]+(?:on )?([^()]+)\)?$/u;
const UNTIL = /\b(?:until|till|on|from|after)\s+(.+)$/i;

/** With the day that stands in the same cell; null for a text that is no answer. */
function readAnswerCell(
  text: string,
  input: AskInput,
): { readonly answer: AskAnswer; readonly until: Day | null; readonly on?: Day } | null {
  const plain = (answer: AskAnswer) => ({ answer, until: null });
  // Most of them, as they were chosen.
  const chosen = text === '' ? 'open' : ASK_ANSWERS.find((answer) => answer === text);
  if (chosen !== undefined) return plain(chosen);
  const folded = foldName(text);
  const until = readDay(UNTIL.exec(text)?.[1] ?? '', input, 'coming');
  const other = OTHER_WORDS.find(([says]) => says.test(folded));
  if (other !== undefined) return { answer: other[1], until };
  const answered = (answer: AskAnswer) => {
    const on = readDay(BEHIND_WORD.exec(text)?.[1] ?? '', input, 'past');
    return on === null || on > input.today ? plain(answer) : { ...plain(answer), on };
  };
  if (isYes(text)) return plain('yes');
  switch (readAnswer(text)) {
    case 'said-yes':
      return answered('yes');
    case 'said-no':
      return answered('no');
    case 'decides-there':
      return { answer: 'open', until };
    case 'blank':
    case 'nothing-came-back':
    case 'out-of-office':
    case 'bounced':
      return plain('open');
    default:
      return folded === 'open' ? plain('open') : null;
  }
}

/** null: nobody asked yet, as of an unticked box. */
function readNamed(cell: Cell): boolean | null | 'unread' {
  if (isYes(cell)) return true;
  const folded = foldName(cellText(cell));
  if (folded === '' || cell === false) return null;
  return /^(?:no|n|nein|never)$/.test(folded) ? false : 'unread';
}

/**
 * A row that was pasted a second time counts once. One that was copied and then changed is an ask of its own, without the
 * id; where only the answers differ, nobody can tell which counts.
 */
function eachOnce(asks: readonly Ask[], { questions }: Reading): readonly Ask[] {
  const says = ({ contact, organization, kind, askedOn }: Ask) =>
    `${contact || organization}|${kind}|${askedOn ?? ''}`;
  const answers = ({ answer, answeredOn }: Ask) => `|${answer} ${answeredOn ?? ''}`;
  const byId = new Map<string, Ask>();
  const whole = new Set<string>();
  const withIds = [...asks].sort((a, b) => Number(a.id === '') - Number(b.id === '') || a.row - b.row);
  const kept = new Map<number, Ask>();
  for (const ask of withIds) {
    const first = ask.id === '' ? undefined : byId.get(ask.id);
    const all = says(ask) + answers(ask);
    if (first !== undefined && says(first) === says(ask)) {
      if (answers(first) !== answers(ask))
        questions.push({
          kind: 'row',
          row: ask.row,
          organization: ask.organization,
          text: ask.rowAnswer,
          why: `This ask stands in rows ${first.row} and ${ask.row} with different answers, and row ${first.row} counts. Delete the one that is out of date.`,
        });
      continue;
    }
    if ((ask.id === '' || first !== undefined) && whole.has(all)) continue;
    whole.add(all);
    if (first === undefined && ask.id !== '') byId.set(ask.id, ask);
    kept.set(ask.row, first === undefined ? ask : { ...ask, id: '' });
  }
  return asks.flatMap(({ row }) => kept.get(row) ?? []);
}
