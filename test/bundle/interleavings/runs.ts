// Full runs of a world as people start them: bringing assignments home, answering what it asked, building tabs again and
// taking a run back. What somebody decided is told to the account, and looked for at once.
import type { HomeAnswers, HomeConflict, HomeView } from '../../../src/commands/homeAnswers';
import type { Answer, WriteReceipt } from '../../../src/commands/answers';
import type { Host } from '../../../workbench/host/createHost';
import { PEOPLE, type Step } from '../../people/sync/world';
import { agree, isHome, judgeRun, look, OF_TABS, rowOf, stands, type Also } from './account';
import {
  cell,
  homePieces,
  logOf,
  nameOf,
  piecesOf,
  rowsOf,
  withId,
  type Row,
  type Stage,
  type Typed,
} from './town';

const NO_ANSWERS: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };

const hostOf = (stage: Stage, who: number): Host => stage.hosts[who] ?? stage.lead;
const contactOf = ({ lead, contacts }: Stage, id: string): readonly Row[] =>
  withId(rowsOf(lead, contacts), id);
const inTab = ({ lead }: Stage, tab: number, id: string): readonly Row[] => withId(rowsOf(lead, tab), id);
const handOvers = (stage: Stage, id: string) =>
  logOf(stage).filter((line) => cell(line, 'Contact') === id && cell(line, 'Kind') === 'handed over').length;

/** null where it was refused: from whom the contacts are protected cannot give a new contact its Outreach ID. */
function run<T>(
  stage: Stage,
  who: number,
  step: number,
  also: Also,
  name: string,
  argument: unknown,
): T | null {
  const before = look(stage);
  const answer = hostOf(stage, who).call(name, argument) as Answer<T>;
  judgeRun(stage, before, step, '', also);
  if (answer.ok) return answer.value;
  if (answer.problem.code !== 'sheet-refused' || !stage.lockedOut.includes(who))
    stage.harm.push(`step ${step}: ${name} was refused: ${answer.problem.message}`);
  return null;
}

function bringHome(
  stage: Stage,
  who: number,
  step: number,
  answers: HomeAnswers,
  also: Also,
): HomeView | null {
  const view = run<HomeView>(stage, who, step, also, 'bringHome', answers);
  if (view === null) return null;
  agree(stage, true);
  stage.view = view;
  return view;
}

export function sync(stage: Stage, who: number, step: number): HomeView | null {
  return bringHome(stage, who, step, NO_ANSWERS, new Map());
}

/** Answers as somebody who looks at what the last run asked, whatever happened since. */
export function answer(stage: Stage, { who, how }: Step & { kind: 'answer' }, step: number): void {
  const { view, contacts, copies, tabs, harm } = stage;
  if (view === null) return;
  const answers = answersTo(view, how);
  const wrong = (what: string) => harm.push(`step ${step}: ${what}`);
  const chosen = answers.conflicts.filter((one) => isAsShown(stage, one));
  for (const one of chosen) chooseBetween(stage, one);
  const missing = answers.missing.flatMap(({ tabId, ids, handBack }) =>
    ids.map((id) => ({
      tabId,
      id,
      handBack,
      isMissing: inTab(stage, tabId, id).length === 0,
      lines: handOvers(stage, id),
    })),
  );
  const owners = new Map(
    rowsOf(stage.lead, contacts).map((row) => [cell(row, 'Colour'), cell(row, 'Owner')]),
  );
  const [counts = 0] = answers.counts;
  const of = PEOPLE.findIndex((name) => view.copies.some((one) => one.tabId === counts && one.of === name));
  const old = tabs[of] ?? 0;
  const also: Also = new Map([
    [contacts, missing.some(({ handBack }) => handBack) ? ['Owner'] : []],
    // Every other copy of the same tab is told so too.
    ...(of < 0 ? [] : copies.map((tab) => [tab, tab === counts ? OF_TABS : ['Outreach record']] as const)),
  ]);
  const after = bringHome(stage, who, step, answers, also);
  if (after === null) return;

  const isLocked = stage.lockedOut.includes(who);
  for (const one of chosen) {
    // By now a copy counts in its place.
    if (one.tabId === old) continue;
    const asked = after.conflicts.some((now) => isSameCell(now, one));
    if (asked && !isLocked && after.conflicts.some((now) => isSameCell(now, one) && isSameText(now, one)))
      wrong(`“${one[one.keep]}” (${one.column}) was chosen and is asked again`);
    // A name under “How to reach them” has no column in the contacts: it stays in the tab, and the person is told.
    const isTold = after.left.some((line) => line.includes(`“${one.column}” has no place in the contacts`));
    if (!asked && !(one.keep === 'tab' && (isLocked || isTold))) judgeChoice(stage, one, wrong);
  }
  for (const { tabId, id, handBack, isMissing, lines } of missing) {
    const [contact, other] = contactOf(stage, id);
    if (contact === undefined || other !== undefined || isLocked) continue;
    const isAsked = after.missing.some(
      (one) => one.tabId === tabId && one.contacts.some((now) => now.id === id),
    );
    if (isMissing && isAsked) wrong(`${id} was answered and is asked again`);
    const more = handOvers(stage, id) - lines;
    const isChanged = owners.get(cell(contact, 'Colour')) !== cell(contact, 'Owner');
    const isTyped = stage.ownerTyped.has(id);
    if (more !== (isChanged ? 1 : 0) && !isTyped)
      wrong(`${id} was handed back with ${more} lines in the log`);
    if (isChanged && !(handBack && isMissing)) wrong(`${id} was handed back, and stands in the tab`);
    for (let line = 0; line < more; line++) stage.handed.push(id);
  }
  if (of >= 0) {
    if (after.copies.some(({ tabId }) => tabId === counts)) wrong('what counts is asked about as a copy');
    tabs[of] = counts;
    for (const one of stage.cleared) if (one.place === old) one.gone = true;
    copies.splice(copies.indexOf(counts), 1, old);
  }
}

function answersTo(view: HomeView, how: readonly number[]): HomeAnswers {
  let n = 0;
  const next = () => how[n++ % how.length] ?? 0;
  const decided = <T, A>(asked: readonly T[], say: (one: T, first: boolean) => A): A[] =>
    asked.flatMap((one) => {
      const choice = next();
      return choice === 0 ? [] : [say(one, choice === 1)];
    });
  return {
    conflicts: decided(view.conflicts, ({ id, column, tabId, tab, contacts }, first) => ({
      id,
      column,
      tabId,
      tab,
      contacts,
      keep: first ? 'tab' : 'contacts',
    })),
    missing: decided(view.missing, ({ tabId, contacts }, first) => ({
      tabId,
      ids: contacts.map(({ id }) => id),
      handBack: !first,
    })),
    twins: decided(view.twins, ({ tabId, row, organization, of }, first) => ({
      tabId,
      row,
      organization,
      id: first ? of : '',
    })),
    counts: decided(view.copies, ({ tabId }) => tabId).slice(0, 1),
  };
}

type Choice = HomeAnswers['conflicts'][number];

const isSameCell = (a: HomeConflict, b: Choice) =>
  a.id === b.id && a.tabId === b.tabId && a.column === b.column;
const isSameText = (a: HomeConflict, b: Choice) => a.tab === b.tab && a.contacts === b.contacts;

/** Both texts of one cell, a line each where it holds several. */
function sidesOf(stage: Stage, { id, tabId, column }: Choice): { tab: string[]; contacts: string[] } | null {
  const [row, other] = inTab(stage, tabId, id);
  const [contact, twin] = contactOf(stage, id);
  if (row === undefined || other !== undefined || contact === undefined || twin !== undefined) return null;
  return { tab: piecesOf(column, cell(row, column)), contacts: homePieces(contact, column) };
}

const joined = (pieces: readonly string[]) => [...pieces].sort().join('\n');

function isAsShown(stage: Stage, one: Choice): boolean {
  const sides = sidesOf(stage, one);
  return (['tab', 'contacts'] as const).every(
    (side) => sides !== null && joined(sides[side]) === joined(piecesOf(one.column, one[side])),
  );
}

/** What the chosen side does not have is given up by a person. */
function chooseBetween(stage: Stage, one: Choice): void {
  const [kept, left] = one.keep === 'tab' ? [one.tab, one.contacts] : [one.contacts, one.tab];
  const lost = piecesOf(one.column, left).filter((piece) => !piecesOf(one.column, kept).includes(piece));
  for (const typed of stage.typed)
    if (lost.includes(typed.text) && cell(rowOf(stage, typed), 'Outreach ID') === one.id) typed.gone = true;
  for (const cleared of stage.cleared)
    if (cleared.id === one.id && cleared.column === one.column) cleared.gone = true;
}

/** What was chosen stands on both sides. */
function judgeChoice(stage: Stage, one: Choice, wrong: (what: string) => void): void {
  const sides = sidesOf(stage, one);
  if (sides === null) return;
  const isAlone = stage.tabs.filter((tab) => inTab(stage, tab, one.id).length > 0).length < 2;
  const kept = isAlone ? piecesOf(one.column, one[one.keep]) : sides.tab;
  // A blank task and a blank day are worked out for the tab.
  const isWorkedOut = kept.length === 0 && (one.column === 'Task' || one.column === 'Due');
  if ((joined(sides.tab) !== joined(kept) && !isWorkedOut) || joined(sides.contacts) !== joined(kept))
    wrong(`“${one[one.keep]}” (${one.column}) was chosen, and there stand ${JSON.stringify(sides)}`);
}

/** Tabs are built again while people work: who has nobody is given to somebody, nothing else changes hands. */
export function buildTabs(stage: Stage, who: number, step: number): void {
  const { lead, contacts, harm } = stage;
  const had = new Map(stage.tabs.map((tab) => [tab, idsIn(stage, tab)]));
  const owners = new Map(rowsOf(lead, contacts).map((row) => [cell(row, 'Outreach ID'), cell(row, 'Owner')]));
  const also: Also = new Map([[contacts, ['Owner']]]);
  run<WriteReceipt>(stage, who, step, also, 'buildTabs', { due: '', cap: 0, moves: [] });
  agree(stage, true);
  for (const row of rowsOf(lead, contacts)) {
    const [id, owner] = [cell(row, 'Outreach ID'), owners.get(cell(row, 'Outreach ID')) ?? ''];
    if (owner === cell(row, 'Owner')) continue;
    if (owner !== '') harm.push(`step ${step}: the owner “${owner}” became “${cell(row, 'Owner')}”`);
    // Whoever gets it gets a task and a day.
    for (const one of stage.cleared)
      if (one.id === id && (one.column === 'Task' || one.column === 'Due')) one.gone = true;
  }
  stage.tabs.forEach((tab, index) => {
    for (const id of idsIn(stage, tab)) {
      if (had.get(tab)?.has(id) === true) continue;
      const owner = cell(contactOf(stage, id)[0], 'Owner');
      const name = PEOPLE[index] ?? '';
      if (!owner.includes(name.split(' ')[0] ?? ''))
        harm.push(`step ${step}: “${nameOf(lead, tab)}” got a contact of “${owner}”`);
    }
  });
}

const idsIn = ({ lead }: Stage, tab: number): ReadonlySet<string> =>
  new Set(rowsOf(lead, tab).map((row) => cell(row, 'Outreach ID')));

/** What the last run brought into the contacts is taken back, with what people typed there: a person wants it so. */
export function undoSync(stage: Stage, who: number, step: number): void {
  const { view, contacts, lead } = stage;
  if (view === null || view.change === '') return;
  stage.view = { ...view, change: '' };
  const isThere = (one: Typed) => {
    const row = rowOf(stage, one);
    return row !== undefined && stands(stage, one) && isHome(stage, one.place, row, one.column, one.text);
  };
  const home = stage.typed.filter((one) => !one.gone && isThere(one));
  const was = new Map(rowsOf(lead, contacts).map((row) => [cell(row, 'Colour'), row]));
  const before = look(stage);
  hostOf(stage, who).call('undoChange', view.change);
  for (const one of home) if (!isThere(one)) one.gone = true;
  for (const row of rowsOf(lead, contacts)) {
    const old = was.get(cell(row, 'Colour'));
    if (JSON.stringify(old?.cells) !== JSON.stringify(row.cells)) stage.undone.add(cell(old, 'Outreach ID'));
  }
  for (const one of stage.cleared) if (stage.undone.has(one.id)) one.gone = true;
  judgeRun(stage, before, step, '', new Map([[contacts, ['Owner', 'Outreach ID']]]));
}
