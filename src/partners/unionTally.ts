// How far the union map is: locals mapped, in conversation, voted, and the workers they represent.
import type { Contact } from '../reading/contact';
import { statusOf } from '../touches/status';
import { addDays, type Day } from '../values/day';
import { foldName } from '../values/text';
import type { UnionRow } from './readUnions';
import { makeUnionReader, meetingKeys, sameBody, type ReadUnionBody } from './unionNames';

export interface UnionTally {
  /** Locals that stand in the tab: each body once, councils and federations counted apart. */
  readonly mapped: number;
  readonly councils: number;
  /** Of the mapped. */
  readonly inConversation: number;
  readonly voted: number;
  /** Workers whom the mapped represent, as far as known. */
  readonly workers: number;
  /** The mapped of whom nobody knows the number. */
  readonly unknown: number;
}

/** What is known of a contact beside its row of the tab. */
export interface KnownOfUnion {
  /** Their newest answer up to today; null where none is on record. */
  readonly answer: { readonly day: Day; readonly decline: boolean } | null;
  /** A confirmed endorsement of theirs up to today. */
  readonly endorsed: boolean;
  /** People represented, by Partnerships; null where nobody knows. */
  readonly people: number | null;
}

/** Which figures a local is in. */
export interface UnionStanding {
  readonly inConversation: boolean;
  readonly voted: boolean;
  readonly workers: number | null;
  /** They declined or bowed out: mapped, and in no other figure. */
  readonly left: boolean;
}

/** An answer of theirs keeps a conversation going for so many days, the last one counted in. */
export const ANSWER_DAYS = 30;

/** The number in Unions goes before that in Partnerships. */
const workersOf = ({ union }: UnionRow, { people }: KnownOfUnion): number | null => union.workers ?? people;

export function standingOf(row: UnionRow, known: KnownOfUnion, today: Day): UnionStanding {
  const { union, contact } = row;
  const status = contact && statusOf(contact);
  const left = status === 'Declined' || status === 'Bowed out';
  const voted = !left && (union.voted === 'yes' || known.endorsed);
  const { answer } = known;
  const talks =
    status === 'In conversation' ||
    (answer !== null &&
      !answer.decline &&
      answer.day >= addDays(today, -ANSWER_DAYS) &&
      status !== 'Unreachable');
  return { left, voted, inConversation: talks && !voted && !left, workers: workersOf(row, known) };
}

/** `known`: what is on record of a contact; asked for rows with a contact only. */
export function unionTally(
  rows: readonly UnionRow[],
  known: (contact: Contact) => KnownOfUnion,
  today: Day,
  read: ReadUnionBody = makeUnionReader(),
): UnionTally {
  const tally = { mapped: 0, councils: 0, inConversation: 0, voted: 0, workers: 0, unknown: 0 };
  for (const row of eachOnce(rows, read)) {
    if (read(row.union.organization).isCouncil) {
      tally.councils++;
      continue;
    }
    const is = standingOf(row, row.contact === null ? NOTHING : known(row.contact), today);
    tally.mapped++;
    if (is.left) continue;
    if (is.voted) tally.voted++;
    if (is.inConversation) tally.inConversation++;
    if (is.workers === null) tally.unknown++;
    else tally.workers += is.workers;
  }
  return tally;
}

export const NOTHING: KnownOfUnion = { answer: null, endorsed: false, people: null };

/** Rows of one body under two names: the first. The towns of their contacts tell apart what names leave open. */
export function eachOnce(rows: readonly UnionRow[], read: ReadUnionBody): readonly UnionRow[] {
  const doubles = doublesIn(rows, read);
  return rows.filter((row) => !doubles.has(row));
}

/** Each later row of a body, with the first. */
export function doublesIn(rows: readonly UnionRow[], read: ReadUnionBody): ReadonlyMap<UnionRow, UnionRow> {
  const met = new Map<string, UnionRow[]>();
  const doubles = new Map<UnionRow, UnionRow>();
  const townOf = ({ contact }: UnionRow): string => foldName(contact?.text.town ?? '');
  for (const row of rows) {
    const body = read(row.union.organization);
    const keys = meetingKeys(body);
    const first = keys
      .flatMap((key) => met.get(key) ?? [])
      .find((other) => {
        const [here, there] = [townOf(row), townOf(other)];
        return sameBody(body, read(other.union.organization), here === there || here === '' || there === '');
      });
    if (first !== undefined) doubles.set(row, first);
    else for (const key of keys) met.set(key, [...(met.get(key) ?? []), row]);
  }
  return doubles;
}
