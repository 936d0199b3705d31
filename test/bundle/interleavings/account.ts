// What people typed, cleared and chose, and where it stands: kept account of while a world is played, without a thought
// of how the add-on merges. Each run of the add-on is looked at: nothing moved, nothing is gone.
import type { Host } from '../../../workbench/host/createHost';
import {
  cell,
  colour,
  gridOf,
  headingOf,
  homePieces,
  nameOf,
  piecesOf,
  rowsOf,
  SHOWS,
  tabColumnOf,
  withId,
  type Cleared,
  type Row,
  type Stage,
  type Typed,
} from './town';

/** The most service calls of one simple trigger (docs/budgets.md). */
const MOST_CALLS = 12;

/** What a run of the add-on may change where something stood before it. */
const OF_CONTACTS = [
  'Organization',
  'Contact',
  'E-mail',
  'Phone',
  'Known by',
  'Task',
  'Due',
  'Status',
  'Notes',
  'Next step',
  'Last contacted',
  'Answer',
];
export const OF_TABS = [...Object.keys(SHOWS), 'Next step', 'What happened', 'When', 'Outreach record'];

export interface Seen {
  readonly grids: ReadonlyMap<number, string[][]>;
}

export const look = (stage: Stage): Seen => ({
  grids: new Map(
    [stage.contacts, ...stage.tabs, ...stage.copies].map((tab) => [tab, gridOf(stage.lead, tab)]),
  ),
});

/** Columns that a run may change beside those of every run, by sheet id: what somebody asked it for. */
export type Also = ReadonlyMap<number, readonly string[]>;

/** After a run of the add-on: nothing moved, nothing is gone, only its own columns changed. `typedAt`: "sheet row column". */
export function judgeRun(
  stage: Stage,
  before: Seen,
  step: number,
  typedAt = '',
  also: Also = new Map(),
): void {
  const { lead, harm } = stage;
  for (const [tab, was] of before.grids) {
    const is = gridOf(lead, tab);
    const headings = was[0] ?? [];
    const own = tab === stage.contacts ? OF_CONTACTS : stage.copies.includes(tab) ? [] : OF_TABS;
    const mine = [...own, ...(also.get(tab) ?? [])];
    was.forEach((line, index) => {
      const isBlank = line.every((text) => text === '');
      line.forEach((text, at) => {
        const now = is[index]?.[at] ?? '';
        if (now === text || typedAt === `${tab} ${index + 1} ${at + 1}`) return;
        const heading = headingOf(headings[at] ?? '');
        const isHead = index === 0 && heading === 'Outreach record' && mine.includes(heading);
        const isAllowed =
          index > 0 &&
          (isBlank ||
            mine.includes(heading) ||
            (heading === 'Outreach ID' && /^$|^=/.test(text) && mine.length > 0));
        if (!isHead && !isAllowed)
          harm.push(
            `step ${step}: “${nameOf(lead, tab)}” ${index + 1} ${heading}: “${text}” became “${now}”`,
          );
      });
    });
  }
  for (const one of stage.chosen) {
    for (const at of one.at) {
      const [tab = '', ...name] = at.split(' ');
      const row = rowsOf(lead, Number(tab)).find((candidate) => cell(candidate, 'Colour') === name.join(' '));
      if (row === undefined || cell(row, 'What happened') !== '') continue;
      one.at.delete(at);
      if (one.takenFor !== '')
        harm.push(`step ${step}: “${one.happened}” of step ${one.step} was taken twice`);
      one.takenFor = cell(row, 'Outreach ID');
    }
  }
  for (const one of stage.typed)
    if (!one.gone && !stands(stage, one))
      harm.push(
        `step ${step}: “${one.text}” of step ${one.step} is gone from “${nameOf(lead, one.place)}” ${one.column}`,
      );
  colour(stage);
}

/** Remembers where a tab and the contacts say the same after a run: only what both changed since may be asked. */
export function agree(stage: Stage, isFull: boolean): void {
  const contacts = rowsOf(stage.lead, stage.contacts);
  for (const tab of stage.tabs)
    for (const row of rowsOf(stage.lead, tab)) {
      const [contact] = withId(contacts, cell(row, 'Outreach ID'));
      if (contact === undefined) continue;
      for (const column of Object.keys(SHOWS)) {
        const text = piecesOf(column, cell(row, column)).join('\n');
        const home = homePieces(contact, column).join('\n');
        // For what stands blank in the contacts the tab shows what the add-on works out.
        const isWorkedOut = isFull && home === '' && (column === 'Task' || column === 'Due');
        if (text !== home && !isWorkedOut) continue;
        const key = `${tab} ${cell(row, 'Colour')} ${column}`;
        stage.agreed.set(key, isFull ? [text] : [text, ...(stage.agreed.get(key) ?? [])]);
      }
    }
}

export function rowOf(
  stage: Stage,
  { place: tab, colour: name }: Pick<Typed, 'place' | 'colour'>,
): Row | undefined {
  return rowsOf(stage.lead, tab).find((row) => cell(row, 'Colour') === name);
}

export const stands = (stage: Stage, one: Typed) =>
  piecesOf(one.column, cell(rowOf(stage, one), one.column)).includes(one.text);

/** Whether the text stands in the contacts, for the contact of this row. */
export function isHome(stage: Stage, tab: number, row: Row, column: string, text: string): boolean {
  if (tab === stage.contacts) return true;
  const contact = withId(rowsOf(stage.lead, stage.contacts), cell(row, 'Outreach ID'));
  return contact.length === 1 && homePieces(contact[0], column).includes(text);
}

/** Somebody is about to type `text` over the cell: what stands there is given up, where it is not one of several. */
export function giveUp(stage: Stage, tab: number, row: Row, column: string, text: string): void {
  const shown = tab === stage.contacts ? tabColumnOf(column) : column;
  const old = piecesOf(column, cell(row, column)).filter((piece) => !piecesOf(column, text).includes(piece));
  for (const one of stage.typed) {
    if (one.gone || !old.includes(one.text)) continue;
    const isOwn = one.place === tab && one.colour === cell(row, 'Colour') && one.column === column;
    if (isOwn || isHome(stage, tab, row, shown, one.text)) one.gone = true;
  }
  for (const one of stage.cleared)
    if (one.id === cell(row, 'Outreach ID') && one.column === shown) one.gone = true;
  if (column === 'What happened')
    for (const one of stage.chosen) one.at.delete(`${tab} ${cell(row, 'Colour')}`);
}

/** A cell that is cleared where all sides say the same must be blank on all sides in the end. */
export function clearing(stage: Stage, tab: number, row: Row, column: string, step: number): Cleared | null {
  const id = cell(row, 'Outreach ID');
  const shown = tab === stage.contacts ? tabColumnOf(column) : column;
  const texts = piecesOf(column, cell(row, column));
  const [contact, other] = withId(rowsOf(stage.lead, stage.contacts), id);
  if (
    texts.length === 0 ||
    shown === '' ||
    stage.copies.includes(tab) ||
    stage.copied.has(id) ||
    contact === undefined ||
    other !== undefined
  )
    return null;
  const sides = stage.tabs
    .flatMap((one) => withId(rowsOf(stage.lead, one), id))
    .map((one) => piecesOf(shown, cell(one, shown)));
  const home = homePieces(contact, shown);
  const isSame = (pieces: readonly string[]) => pieces.join('\n') === home.join('\n');
  if (!texts.every((text) => home.includes(text)) || !sides.every(isSame)) return null;
  return { step, place: tab, id, column: shown, texts, gone: false };
}

/** While another run holds the lock a trigger touches neither records nor the other side. */
export function judgeLocked(stage: Stage, before: Seen, step: number, typedAt: string): void {
  for (const [tab, was] of before.grids) {
    const is = gridOf(stage.lead, tab);
    const isOther = (text: string, index: number, at: number) =>
      text !== (was[index]?.[at] ?? '') &&
      was[0]?.[at] !== 'Next step' &&
      typedAt !== `${tab} ${index + 1} ${at + 1}`;
    if (is.some((line, index) => line.some((text, at) => isOther(text, index, at))))
      stage.harm.push(`step ${step}: the trigger wrote while another run held the lock`);
  }
}

/** `isLocked`: it did nothing, for another run held the lock. */
export function judgeTrigger(
  stage: Stage,
  host: Host,
  before: Seen,
  step: number,
  typedAt: string,
  isLocked = false,
): void {
  if (host.triggerError !== '') stage.harm.push(`step ${step}: the trigger failed: ${host.triggerError}`);
  if (host.lastRun.calls.length > MOST_CALLS)
    stage.harm.push(
      `step ${step}: ${host.lastRun.calls.length} calls: ${host.lastRun.calls.map(({ method }) => method.replace('Range.', '')).join(' ')}`,
    );
  judgeRun(stage, before, step, typedAt);
  if (!isLocked) agree(stage, false);
}
