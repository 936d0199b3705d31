// Heading and content weighed together: for each column and field a figure from 0 (no) over 0.8 (sure) to about 1.25.
import { cellText, type Grid } from '../values/cell';
import { foldName } from '../values/text';
import { profileOf, sampleCells, sampleRows, type ColumnProfile } from './columnKind';
import { contentFit, isChoice } from './contentFit';
import { FIELDS, type Field } from './fields';
import { groupHeadings, type HeaderPlace } from './headerRow';
import { readHeader, type HeaderReading } from './headerText';
import type { Cell } from '../values/cell';

export interface ColumnEvidence {
  /** 1-based. */
  readonly column: number;
  /** As typed. */
  readonly header: string;
  readonly reading: HeaderReading;
  readonly profile: ColumnProfile;
  /** Filled cells of the sample. */
  readonly cells: readonly Cell[];
  readonly scores: Record<Field, number>;
}

/** From here a column is taken without asking, where no other comes near. */
export const SURE = 0.8;
/** From here a column may be meant. */
export const MAYBE = 0.5;

/** Evidence of every column that has a heading or holds anything, but for those in `leaveOut` (1-based). */
export function weighColumns(
  rows: Grid,
  place: HeaderPlace,
  leaveOut: ReadonlySet<number>,
): ColumnEvidence[] {
  const header = rows[place.headerRow - 1] ?? [];
  const groups = groupHeadings(rows, place.groupRow, place.width);
  const [from, to] = [place.firstRow - 1, place.lastRow - 1];
  const sample = sampleRows(from, to);
  const columns: ColumnEvidence[] = [];
  for (let column = 1; column <= place.width; column++) {
    if (leaveOut.has(column)) continue;
    const text = cellText(header[column - 1] ?? '');
    const cells = sampleCells(rows, column, sample, from, to);
    if (text.trim() === '' && cells.length === 0) continue;
    const reading = readHeader(text, groups[column - 1] ?? '');
    const profile = profileOf(cells);
    columns.push({ column, header: text, reading, profile, cells, scores: scoresOf(reading, profile) });
  }
  weighNames(columns);
  weighOwners(columns);
  doubtSeries(columns);
  preferFilled(columns);
  fillIn(columns);
  doubtLoneWords(columns);
  dropWhatVaries(columns, rows, sample);
  return columns;
}

const YES_NO_FIELDS: ReadonlySet<Field> = new Set(['endorsement', 'doNotContact', 'answer', 'status']);

function combine(heading: number, field: Field, profile: ColumnProfile): number {
  const fit = contentFit(field, profile);
  return fit >= 0 ? heading + 0.25 * fit : heading * (1 + fit);
}

function scoresOf(reading: HeaderReading, profile: ColumnProfile): Record<Field, number> {
  const { scores } = reading;
  const other = scores.other ?? 0;
  const made = {} as Record<Field, number>;
  for (const field of FIELDS) {
    const heading = Math.max(scores[field] ?? 0, field === 'contactName' ? (scores.fullName ?? 0) : 0);
    let score = heading === 0 ? 0 : combine(heading, field, profile);
    if (other > heading || (other >= 0.9 && other === heading)) score *= 0.3;
    // "Calendar link", "props_url": some address of the web, hardly the group's own.
    if (field === 'website' && heading < SURE && reading.words.length > 1) score = Math.min(score, 0.78);
    if (reading.question && !YES_NO_FIELDS.has(field)) score *= 0.3;
    made[field] = score;
  }
  return made;
}

/** "Name" is an organization's or a person's: its values tell, else the other columns do. */
function weighNames(columns: readonly ColumnEvidence[]): void {
  for (const c of columns) {
    const heading = c.reading.scores.name ?? 0;
    if (heading === 0) continue;
    const others = columns.filter((o) => o !== c && (o.reading.scores.name ?? 0) === 0);
    const best = (field: Field) =>
      Math.max(0, ...others.filter((o) => !o.reading.second).map((o) => o.scores[field]));
    const group = best('organization') >= SURE;
    const person = best('contactName') >= SURE || namePair(columns) !== null;
    const say = (field: Field, given: boolean, taken: boolean) =>
      combine((taken ? 0.3 : given ? 0.9 : 0.62) * heading, field, c.profile);
    c.scores.organization = Math.max(c.scores.organization, say('organization', person && !group, group));
    if (contentFit('organization', c.profile) === 1)
      c.scores.organization = Math.max(c.scores.organization, 1.15 * heading);
    c.scores.contactName = Math.max(c.scores.contactName, say('contactName', group && !person, false));
  }
}

/** "Owner" of a shop is whom we reach: another person in each row, and no other column names one. */
function weighOwners(columns: readonly ColumnEvidence[]): void {
  for (const c of columns) {
    const { count, distinct, shares } = c.profile;
    if (
      c.reading.words.join(' ') !== 'owner' ||
      count < 3 ||
      distinct < count * 0.8 ||
      shares.twoNames + shares.person < 0.5
    )
      continue;
    if (columns.some((o) => o !== c && o.scores.contactName >= SURE) || namePair(columns) !== null) continue;
    c.scores.contactName = 0.75;
    c.scores.owner *= 0.6;
  }
}

const DATED: readonly Field[] = [
  'due',
  'firstContacted',
  'lastContacted',
  'nextFollowUp',
  'theirNextMeeting',
];

/** "Follow-up 1", "Follow-up 2": a list of what was done, of which the first is no field of its own. */
function doubtSeries(columns: readonly ColumnEvidence[]): void {
  for (const c of columns) {
    if (!/(?:^|\D)1\s*$/.test(c.header)) continue;
    const stem = c.header.replace(/1\s*$/, '');
    if (columns.some((o) => o !== c && o.header.trim() === `${stem}2`))
      for (const f of DATED) c.scores[f] *= 0.5;
  }
}

/** First and last name of one person, in that order; null where there are no such columns. */
export function namePair(
  columns: readonly ColumnEvidence[],
): readonly [ColumnEvidence, ColumnEvidence] | null {
  const named = (key: 'firstName' | 'lastName') =>
    columns
      .filter((c) => (c.reading.scores[key] ?? 0) >= 0.6 && combine(1, 'contactName', c.profile) > 0.25)
      .sort((a, b) => (b.reading.scores[key] ?? 0) - (a.reading.scores[key] ?? 0) || a.column - b.column);
  const [first] = named('firstName');
  if (first === undefined) return null;
  const apart = (c: ColumnEvidence) => Math.abs(c.column - first.column);
  const lasts = named('lastName').filter((c) => c !== first && c.reading.second === first.reading.second);
  const top = lasts[0]?.reading.scores.lastName ?? 0;
  const [last] = lasts
    .filter((c) => (c.reading.scores.lastName ?? 0) >= top - 0.01)
    .sort((a, b) => apart(a) - apart(b));
  return last === undefined ? null : [first, last];
}

/** Beside a column with values, an empty one of the same heading steps back. */
function preferFilled(columns: readonly ColumnEvidence[]): void {
  for (const field of FIELDS) {
    const filled = columns.some((c) => c.profile.count > 0 && c.scores[field] >= 0.6);
    if (filled) for (const c of columns) if (c.profile.count === 0) c.scores[field] -= 0.35;
  }
}

/** Columns whose heading says nothing speak by what they hold. */
function fillIn(columns: readonly ColumnEvidence[]): void {
  const group = columns.some((c) => c.scores.organization >= MAYBE);
  for (const { reading, profile, scores } of columns) {
    const s = profile.shares;
    if (profile.count < 2 || reading.foreign || Math.max(...Object.values(scores)) >= 0.4) continue;
    if (s.email >= 0.6) scores.email = 0.82;
    if ((reading.scores.other ?? 0) >= MAYBE) continue;
    const varied = profile.distinct >= profile.count * 0.7;
    if (s.phone >= 0.6) scores.phone = 0.7;
    if (s.status >= 0.7 && profile.count >= 4) scores.status = 0.6;
    if (contentFit('organization', profile) === 1 && varied && profile.count >= 3)
      scores.organization = group || s.group < 0.6 ? 0.45 : SURE;
    if (s.person >= 0.7 && varied && profile.count >= 3) scores.contactName = 0.55;
  }
}

const TRACKING: readonly Field[] = [
  'knownBy',
  'owner',
  'task',
  'due',
  'status',
  'firstContacted',
  'lastContacted',
  'attempts',
  'nextFollowUp',
  'answer',
  'endorsement',
  'doNotContact',
];
const LONE_WORDS = new Set(
  'status stage phase result results outcome owner due deadline level action answer response vote lead stand estado resultado ergebnis'.split(
    ' ',
  ),
);

/** "Status" of a licence, "Owner" of a house: in a list that tracks nothing else such a word alone is not enough. */
function doubtLoneWords(columns: readonly ColumnEvidence[]): void {
  const tracks = (c: ColumnEvidence) => TRACKING.some((f) => c.scores[f] >= SURE);
  for (const c of columns) {
    const { profile: p, reading, scores } = c;
    if (reading.words.length !== 1 || !LONE_WORDS.has(reading.words[0] ?? '') || p.count === 0) continue;
    if (columns.some((o) => o !== c && tracks(o)) || p.shares.outreach >= 0.15) continue;
    const known = (f: Field) =>
      f === 'level' || f === 'endorsement' || (f === 'owner' && isChoice(p) && contentFit(f, p) === 1);
    for (const f of FIELDS) if (!known(f) || contentFit(f, p) < 1) scores[f] = Math.min(scores[f], 0.75);
  }
}

/** What differs from row to row of one organization is no property of it: a case, a contest, an event. */
function dropWhatVaries(columns: readonly ColumnEvidence[], rows: Grid, sample: readonly number[]): void {
  const group = [...columns].sort((a, b) => b.scores.organization - a.scores.organization)[0];
  if (
    group === undefined ||
    group.scores.organization < MAYBE ||
    group.profile.distinct > group.profile.count * 0.7
  )
    return;
  const at = (r: number, column: number) => foldName(cellText(rows[r]?.[column - 1] ?? ''));
  for (const c of columns) {
    if (c === group || Math.max(c.scores.category, c.scores.level) < MAYBE) continue;
    const values = new Map<string, Set<string>>();
    const times = new Map<string, number>();
    for (const r of sample) {
      const [name, value] = [at(r, group.column), at(r, c.column)];
      if (name === '' || value === '') continue;
      values.set(name, (values.get(name) ?? new Set()).add(value));
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    const repeated = [...values].filter(([name]) => (times.get(name) ?? 0) > 1);
    const varying = repeated.filter(([, seen]) => seen.size > 1).length;
    if (repeated.length >= 5 && varying >= repeated.length * 0.5) {
      c.scores.category *= 0.3;
      c.scores.level *= 0.3;
    }
  }
}
