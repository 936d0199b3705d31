// From evidence to a map: each field gets its column or columns, each column one field, and what is not clear becomes
// a question with the columns it is between.
import { cellText } from '../values/cell';
import { cleanText } from '../values/text';
import { isChoice } from './contentFit';
import { MAYBE, namePair, SURE, type ColumnEvidence } from './evidence';
import { FIELD_LABELS, FIELDS, type Field } from './fields';
import type { Choice, MappedColumn, Question } from './map';

export interface Assignment {
  readonly columns: Partial<Record<Field, MappedColumn>>;
  readonly questions: readonly Question[];
}

const MOST_QUESTIONS = 3;
const MOST_CHOICES = 5;
/** Two columns this near to each other cannot be told apart. */
const NEAR = 0.12;

/** Fields whose value may stand in several columns, and the most columns of one contact. */
const SPREAD: Partial<Record<Field, number>> = { phone: 3, town: 2, otherChannel: 5 };

/** What matters most is asked first. */
const ASK_ORDER: readonly Field[] = [
  'organization',
  'email',
  'contactName',
  'phone',
  'status',
  'lastContacted',
  'owner',
  'website',
  'answer',
  ...FIELDS,
];
const ESSENTIAL: ReadonlySet<Field> = new Set(['organization', 'contactName', 'email', 'phone']);

type Columns = readonly [ColumnEvidence, ...ColumnEvidence[]];

interface Claim {
  readonly field: Field;
  readonly columns: Columns;
  readonly score: number;
}

/** `settled` are the fields that a person has answered: they are neither assigned nor asked. */
export function assignColumns(columns: readonly ColumnEvidence[], settled: ReadonlySet<Field>): Assignment {
  const claims = claimsOf(columns).filter((c) => !settled.has(c.field));
  const taken = takeBest(claims);
  const mapped: Partial<Record<Field, MappedColumn>> = {};
  const questions: Question[] = [];
  for (const [field, claim] of taken) {
    const made = settle(field, claim, claims, taken);
    if (made === null) continue;
    mapped[field] = made.mapped;
    if (made.question !== null) questions.push(made.question);
  }
  if (mapped.organization === undefined && !settled.has('organization')) {
    const asked = askForGroup(columns, mapped, taken);
    if (asked !== null) {
      mapped.organization = asked.mapped;
      if (asked.question !== null) questions.push(asked.question);
    }
  }
  joinLocal(columns, mapped);
  questions.sort((a, b) => ASK_ORDER.indexOf(a.field) - ASK_ORDER.indexOf(b.field));
  return { columns: mapped, questions: questions.slice(0, MOST_QUESTIONS) };
}

function claimsOf(columns: readonly ColumnEvidence[]): Claim[] {
  const claims: Claim[] = [];
  for (const c of columns)
    for (const field of FIELDS)
      if (c.scores[field] >= 0.25) claims.push({ field, columns: [c], score: c.scores[field] });
  const pair = namePair(columns);
  if (pair !== null) {
    const whole = Math.max(
      0,
      ...columns.filter((c) => c.profile.count >= pair[1].profile.count / 2).map((c) => c.scores.contactName),
    );
    const own = Math.min(pair[0].reading.scores.firstName ?? 0, pair[1].reading.scores.lastName ?? 0);
    // A column with the full name says the same: it goes first where it is filled.
    const score = whole >= SURE && !isPart(columns, whole) ? Math.min(own, 0.4) : own + 0.25;
    claims.push({ field: 'contactName', columns: pair, score });
  }
  const order = (f: Field) => FIELDS.indexOf(f);
  return claims.sort(
    (a, b) =>
      b.score - a.score || order(a.field) - order(b.field) || a.columns[0].column - b.columns[0].column,
  );
}

/** True where the best contact-name column is itself a first or last name. */
function isPart(columns: readonly ColumnEvidence[], score: number): boolean {
  const best = columns.find((c) => c.scores.contactName === score);
  return Math.max(best?.reading.scores.firstName ?? 0, best?.reading.scores.lastName ?? 0) >= 0.6;
}

/** The strongest claims first, each field once and each column once. */
function takeBest(claims: readonly Claim[]): Map<Field, Claim> {
  const taken = new Map<Field, Claim>();
  const used = new Set<ColumnEvidence>();
  for (const claim of claims) {
    if (claim.score < MAYBE || taken.has(claim.field) || claim.columns.some((c) => used.has(c))) continue;
    taken.set(claim.field, claim);
    for (const c of claim.columns) used.add(c);
  }
  return taken;
}

interface Settled {
  readonly mapped: MappedColumn;
  readonly question: Question | null;
}

function settle(
  field: Field,
  best: Claim,
  claims: readonly Claim[],
  taken: ReadonlyMap<Field, Claim>,
): Settled | null {
  const elsewhere = new Set([...taken].filter(([f]) => f !== field).flatMap(([, c]) => c.columns));
  const others = claims.filter(
    (c) =>
      c.field === field && c !== best && !c.columns.some((x) => elsewhere.has(x) || best.columns.includes(x)),
  );
  // Whose address or name it is matters more than how the heading is put: every full column of them is a rival.
  const wide = field === 'email' || field === 'contactName';
  const isNear = (c: Claim) =>
    c.score >= best.score - NEAR || (wide && c.score >= best.score - 2.5 * NEAR && isPlain(c.columns[0]));
  const near = others.filter((c) => c.score >= MAYBE && isNear(c) && isFilledLike(c, best));
  const most = SPREAD[field] ?? 1;
  const beside = (c: Claim) =>
    field === 'town'
      ? c.score >= best.score - NEAR && !c.columns[0].reading.second
      : c.score >= Math.max(SURE - 0.1, best.score - 3 * NEAR);
  const alike = most > 1 ? [best, ...others.filter(beside)] : [best];
  if (best.score >= SURE && (near.length === 0 || (most > 1 && alike.length <= most))) {
    const all = alike.length <= most ? alike : [best];
    const spread = all.flatMap((c) => [...c.columns]);
    if (all.length > 1) spread.sort((a, b) => a.column - b.column);
    return {
      mapped: mappedOf(spread as unknown as Columns, !hasTwoMeanings(best, claims, taken)),
      question: null,
    };
  }
  // "district_17_url", "props_url" …: many of a kind, none of them the field itself.
  if (near.length >= 2 && !ESSENTIAL.has(field) && (best.columns[0].reading.scores[field] ?? 0) < SURE)
    return null;
  if (near.length === 0 && best.score < (ESSENTIAL.has(field) ? MAYBE : 0.6)) return null;
  const between = near.length > 0 ? [best, ...near] : [best, ...others];
  const question = between.length > 1 ? questionOf(field, between, near.length > 0) : null;
  return { mapped: mappedOf(best.columns, false), question };
}

const isPlain = ({ reading, profile }: ColumnEvidence) =>
  !reading.second && !reading.foreign && profile.count > 0;

/** A column with next to nothing in it is no rival to a full one. */
const isFilledLike = (rival: Claim, best: Claim) =>
  rival.columns[0].profile.count * 8 >= best.columns[0].profile.count;

/** True where the column may as well mean another field that has no column of its own. */
function hasTwoMeanings(best: Claim, claims: readonly Claim[], taken: ReadonlyMap<Field, Claim>): boolean {
  return claims.some(
    (c) =>
      c.field !== best.field &&
      !taken.has(c.field) &&
      c.columns[0] === best.columns[0] &&
      c.score >= best.score - 0.04,
  );
}

function mappedOf(columns: Columns, sure: boolean): MappedColumn {
  const [first, ...rest] = columns;
  return {
    columns: [first.column, ...rest.map((c) => c.column)],
    headers: columns.map((c) => c.header),
    sure,
  };
}

function choiceOf(columns: Columns): Choice {
  const [first, ...rest] = columns;
  const header = columns
    .map((c) => cleanText(c.header).replace(/\n/g, ' '))
    .filter((h) => h !== '')
    .join(' + ');
  return { columns: [first.column, ...rest.map((c) => c.column)], header, samples: samplesOf(columns) };
}

function samplesOf(columns: Columns): string[] {
  const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
  const texts = (c: ColumnEvidence) => c.cells.map((cell) => cleanText(cellText(cell)).replace(/\n/g, ' '));
  if (columns.length > 1) {
    const lists = columns.map((c) => texts(c));
    return [0, 1, 2]
      .map((i) =>
        shorten(
          lists
            .map((l) => l[i] ?? '')
            .join(' ')
            .trim(),
        ),
      )
      .filter((t) => t !== '');
  }
  return [...new Set(texts(columns[0]))].slice(0, 3).map(shorten);
}

function questionOf(field: Field, between: readonly Claim[], alike: boolean): Question {
  const choices = between.slice(0, MOST_CHOICES).map((c) => choiceOf(c.columns));
  const label = FIELD_LABELS[field];
  const why = alike
    ? `${between.length === 2 ? 'Two' : 'Several'} columns look like “${label}”. Choose the one to use.`
    : `It is not clear which column is “${label}”. Choose one, or “Neither”.`;
  return { field, choices, why };
}

/** No column of organizations: it is the person, or one of the columns that could name whom they speak for. */
function askForGroup(
  columns: readonly ColumnEvidence[],
  mapped: Partial<Record<Field, MappedColumn>>,
  taken: ReadonlyMap<Field, Claim>,
): Settled | null {
  const person = taken.get('contactName');
  if (person === undefined || mapped.contactName === undefined) return null;
  const spoken = new Set(
    [...taken].filter(([f]) => f !== 'category' && f !== 'level').flatMap(([, c]) => [...c.columns]),
  );
  const rank = ({ profile: p, reading, scores }: ColumnEvidence) =>
    p.shares.group +
    (isChoice(p) ? 0.3 : 0) +
    scores.organization +
    (reading.scores.id !== undefined ? 0.2 : 0) -
    (reading.scores.other ?? 0);
  const groups = columns
    .filter((c) => !spoken.has(c) && couldNameGroup(c))
    .sort((a, b) => rank(b) - rank(a) || a.column - b.column)
    .slice(0, 3);
  const guess = mappedOf(person.columns, false);
  if (groups.length === 0) return { mapped: guess, question: null };
  return {
    mapped: guess,
    question: {
      field: 'organization',
      choices: [choiceOf(person.columns), ...groups.map((c) => choiceOf([c]))],
      why: 'The rows name persons. Choose the column with the organization, or the name itself if the person is whom you reach.',
    },
  };
}

function couldNameGroup({ profile: p, reading }: ColumnEvidence): boolean {
  const s = p.shares;
  if (p.count === 0 || Math.max(s.email, s.phone, s.bareDigits, s.web, s.date, s.number, s.yesNo) >= 0.4)
    return false;
  if (s.long >= 0.3 || s.address >= 0.4 || s.region >= 0.6 || s.person >= 0.5 || s.honorific >= 0.5)
    return false;
  return (
    Math.max(reading.scores.firstName ?? 0, reading.scores.lastName ?? 0, reading.scores.fullName ?? 0) < 0.6
  );
}

/** "Union" and "Local": the number of the local belongs to the organization's name. */
function joinLocal(columns: readonly ColumnEvidence[], mapped: Partial<Record<Field, MappedColumn>>): void {
  const group = mapped.organization;
  if (group?.columns.length !== 1 || !group.sure) return;
  const used = new Set(Object.values(mapped).flatMap((m) => [...m.columns]));
  const union = columns.find((c) => c.column === group.columns[0]);
  const local = columns.find(
    (c) =>
      (c.reading.scores.localNumber ?? 0) >= 0.8 && !used.has(c.column) && c.profile.shares.number >= 0.5,
  );
  if (local === undefined || !union?.reading.words.includes('union')) return;
  mapped.organization = {
    columns: [group.columns[0], local.column],
    headers: [union.header, local.header],
    sure: true,
  };
}
