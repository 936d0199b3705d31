// What an answer to an ask means for the row of the contact: its status and its endorsement column.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { ENDORSEMENT } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import { claimsEndorsement, deniesEndorsement } from '../touches/asks/readAsks';
import { endorses } from '../touches/rowFacts';
import { ownWordFor, statusOf, type Status } from '../touches/status';
import { isBlank, isDateCell, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import { cleanText, foldName } from '../values/text';

/** What stands in two columns of the group, each cell of them. */
export interface RowWords {
  readonly status: readonly string[];
  readonly endorsement: readonly Cell[];
}

/** Set for a reason: no answer to one ask changes them. */
const KEPT: readonly (Status | null)[] = ['Partner', 'Bowed out'];
const MOVES: readonly (Status | null)[] = [
  null,
  'Shortlisted',
  'Researching',
  'Ready',
  'Contacted',
  'Following up',
  'Waiting',
];

/** Cells that change, by field; [] where the row says it, and where the group has no word for it. */
export function rowAfterAnswer(
  contact: Contact,
  ask: Pick<Ask, 'kind' | 'answer' | 'answeredOn' | 'unread'>,
  words: RowWords,
): (readonly [Field, Cell])[] {
  const now = statusOf(contact);
  const { answer } = ask;
  if (KEPT.includes(now) && now === 'Bowed out') return [];
  if (answer === 'yes' && ask.kind === ENDORSEMENT)
    return [
      ...(now === 'Endorsed' || KEPT.includes(now) ? [] : endorsedStatus(contact, words)),
      ...(givesWay(contact.cells.endorsement) ? endorsementCell(ask.answeredOn, words) : []),
    ];
  const isAnswer = answer === 'yes' || answer === 'no' || answer === 'maybe';
  return isAnswer && MOVES.includes(now) ? statusCell(contact, 'In conversation', words) : [];
}

/** An endorsement is taken back: what the row says of it goes. */
export function rowWithoutEndorsement(contact: Contact, words: RowWords): (readonly [Field, Cell])[] {
  const { endorsement } = contact.cells;
  return [
    ...(statusOf(contact) === 'Endorsed' ? statusCell(contact, 'In conversation', words) : []),
    ...(claimsEndorsement(endorsement) ? [['endorsement', endorsement === true ? false : ''] as const] : []),
  ];
}

/** “Declined” would go on saying no, so it goes also where the group has no word of its own for an endorsement. */
function endorsedStatus(contact: Contact, words: RowWords): (readonly [Field, Cell])[] {
  const own = statusCell(contact, 'Endorsed', words);
  return own.length === 0 && statusOf(contact) === 'Declined' ? [['status', 'Endorsed']] : own;
}

/** Up to then nobody had said yes: blank, an empty box, a no, or a word for what was still to come. */
function givesWay(cell: Cell): boolean {
  if (isBlank(cell) || cell === false || deniesEndorsement(cell)) return true;
  return typeof cell === 'string' && STILL_TO_COME.test(foldName(cell));
}

const STILL_TO_COME =
  /^(?:pending|asked|maybe|perhaps|open|waiting|considering|in talks|in progress|tbd|tba|undecided|not|no|later|requested|n a|)(?: |$)/;

function statusCell({ text }: Contact, status: Status, words: RowWords): (readonly [Field, Cell])[] {
  const word = ownWordFor(status, words.status);
  return word === null || word === text.status ? [] : [['status', word]];
}

/** As most of the others say it: a day, a tick, or the word for yes that is used most; nothing where it is a day and none is known. */
function endorsementCell(day: Day | null, words: RowWords): (readonly [Field, Cell])[] {
  const used = new Map<string, { readonly cell: Cell; count: number }>();
  let isTicked = false;
  for (const cell of words.endorsement) {
    isTicked ||= typeof cell === 'boolean';
    if (!endorses(cell)) continue;
    const key = isDateCell(cell) ? 'day' : typeof cell === 'string' ? cleanText(cell) : String(cell);
    const known = used.get(key);
    if (known === undefined) used.set(key, { cell, count: 1 });
    else known.count++;
  }
  const [most] = [...used.values()].sort((a, b) => b.count - a.count);
  if (most === undefined) return [['endorsement', isTicked ? true : 'yes']];
  if (!isDateCell(most.cell) && typeof most.cell !== 'number') return [['endorsement', most.cell]];
  return day === null ? [] : [['endorsement', { day, time: null }]];
}
