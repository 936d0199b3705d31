// Plays the steps of a generated world on the built bundle in the host, as the five people would.
import type { HomeAnswers, HomeView } from '../../../src/commands/homeAnswers';
import type { Place, Step, World } from '../../people/sync/world';
import { ask } from '../campaign';
import { clearing, giveUp, judgeLocked, judgeRun, judgeTrigger, look } from './account';
import {
  cell,
  columnAt,
  emailOf,
  gridOf,
  isFilled,
  nameOf,
  piecesOf,
  rowsOf,
  SHOWS,
  withId,
  type Row,
  type Stage,
} from './town';

const NO_ANSWERS: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
/** At every so many a step another run holds the lock, in milliseconds: longer than a trigger waits. */
const LOCKED_EVERY = 6;
const LOCKED_FOR = 3000;

const place = ({ contacts, tabs }: Stage, where: Place): number =>
  where === 'contacts' ? contacts : (tabs[where] ?? 0);

function pick({ lead }: Stage, tab: number, nth: number): Row | undefined {
  const filled = rowsOf(lead, tab).filter(isFilled);
  return filled[nth % Math.max(1, filled.length)];
}

interface Hand {
  readonly who: number;
  readonly trigger: boolean;
}

/** Types as this person. False where the sheet refuses. */
function type(
  stage: Stage,
  { who, trigger }: Hand,
  tab: number,
  at: number,
  column: string,
  text: string,
  step: number,
): boolean {
  const { lead } = stage;
  const host = stage.hosts[who] ?? lead;
  const row = rowsOf(lead, tab).find((one) => one.row === at) ?? { row: at, cells: {} };
  const place = columnAt(lead, tab, column);
  if (place === 0) return false;
  if (
    tab === stage.contacts &&
    !lead.model.typeInto(tab, at, columnAt(lead, tab, 'Colour'), cell(row, 'Colour'), emailOf(who)).ok
  )
    return false;
  const cleared = text === '' ? clearing(stage, tab, row, column, step) : null;
  giveUp(stage, tab, row, column, text);
  if (cell(row, 'Colour') === '')
    lead.model.typeInto(tab, at, columnAt(lead, tab, 'Colour'), `colour ${stage.colours++}`);
  const name = cell(rowsOf(lead, tab)[at - 2], 'Colour');
  const before = look(stage);
  const isNew = (piece: string) => !piecesOf(column, cell(row, column)).includes(piece);
  if (column === 'What happened')
    stage.chosen.push({ step, happened: text, at: new Set([`${tab} ${name}`]), takenFor: '' });
  else if (column !== 'Owner' && column !== 'When')
    for (const piece of piecesOf(column, text).filter(isNew))
      stage.typed.push({ text: piece, step, place: tab, colour: name, column, gone: false });
  if (cleared !== null) stage.cleared.push(cleared);
  if (!trigger) return lead.model.typeInto(tab, at, place, text, emailOf(who)).ok;
  const isLocked = step % LOCKED_EVERY === 0;
  if (isLocked) lead.holdLock(LOCKED_FOR);
  host.edit(nameOf(lead, tab), at, place, text);
  const typedAt = `${tab} ${at} ${place}`;
  if (isLocked) judgeLocked(stage, before, step, typedAt);
  judgeTrigger(stage, host, before, step, typedAt);
  return true;
}

export function sync(stage: Stage, who: number, step: number): HomeView {
  const before = look(stage);
  const view = ask<HomeView>(stage.hosts[who] ?? stage.lead, 'bringHome', NO_ANSWERS);
  judgeRun(stage, before, step);
  return view;
}

export function play(stage: Stage, { steps, lockedOut }: World): void {
  sync(stage, 0, -1);
  steps.forEach((step, n) => {
    if ('place' in step && step.place === 'contacts' && lockedOut.includes(step.who) && step.kind !== 'note')
      return;
    doStep(stage, step, n);
  });
}

function doStep(stage: Stage, step: Step, n: number): void {
  const { lead } = stage;
  if (step.kind === 'full sync') {
    sync(stage, step.who, n);
    return;
  }
  if (step.kind === 'edit contact' || step.kind === 'edit row') {
    const tab = step.kind === 'edit row' ? place(stage, step.tab) : stage.contacts;
    const row = pick(stage, tab, step.nth);
    if (row !== undefined) type(stage, step, tab, row.row, step.column, step.text, n);
  } else if (step.kind === 'note') {
    const tab = place(stage, step.place);
    const row = pick(stage, tab, step.nth);
    if (row === undefined) return;
    const old = cell(row, 'Notes');
    const lines = step.first ? [step.line, old] : [old, step.line];
    type(stage, step, tab, row.row, 'Notes', lines.filter((line) => line !== '').join('\n'), n);
  } else if (step.kind === 'touch') {
    const tab = place(stage, step.tab);
    const row = pick(stage, tab, step.nth);
    if (row === undefined) return;
    if (step.when !== '') type(stage, step, tab, row.row, 'When', step.when, n);
    type(stage, step, tab, row.row, 'What happened', step.happened, n);
  } else if (step.kind === 'add row') {
    const tab = place(stage, step.tab);
    const last = Math.max(
      1,
      ...rowsOf(lead, tab)
        .filter(isFilled)
        .map(({ row }) => row),
    );
    type(stage, step, tab, last + 1 + step.gap, 'Organization', step.organization, n);
    type(stage, step, tab, last + 1 + step.gap, 'How to reach them', step.ways, n);
  } else if (step.kind === 'delete row') deleteRow(stage, place(stage, step.place), step.nth);
  else if (step.kind === 'insert blank row') {
    const tab = place(stage, step.place);
    lead.model.insertRows(tab, pick(stage, tab, step.nth)?.row ?? 2);
  } else if (step.kind === 'copy row') copyRow(stage, step, n);
  else if (step.kind === 'sort') {
    const tab = place(stage, step.place);
    const width = gridOf(lead, tab)[0]?.length ?? 1;
    lead.model.sortTab(tab, [{ column: 1 + (step.column % width), ascending: !step.descending }], 2);
  } else if (step.kind === 'move column') {
    const tab = place(stage, step.tab);
    lead.model.moveColumn(tab, 1 + (step.column % (gridOf(lead, tab)[0]?.length ?? 1)), 1);
  } else if (step.kind === 'rename tab') lead.model.renameTab(place(stage, step.tab), step.name);
  else copyTab(stage, step);
}

function deleteRow(stage: Stage, tab: number, nth: number): void {
  const row = pick(stage, tab, nth);
  if (row === undefined) return;
  const [name, id] = [cell(row, 'Colour'), cell(row, 'Outreach ID')];
  for (const one of stage.typed) {
    if (one.gone || one.place !== tab || one.colour !== name) continue;
    // What has come home stays home.
    const column = (SHOWS[one.column] ?? []).find((heading) =>
      withId(rowsOf(stage.lead, stage.contacts), id).some((contact) =>
        piecesOf(heading, cell(contact, heading)).includes(one.text),
      ),
    );
    const [contact, other] = withId(rowsOf(stage.lead, stage.contacts), id);
    if (tab === stage.contacts || column === undefined || other !== undefined) one.gone = true;
    else Object.assign(one, { place: stage.contacts, colour: cell(contact, 'Colour'), column });
  }
  for (const one of stage.cleared) if (one.id === id) one.gone = true;
  for (const one of stage.chosen) one.at.delete(`${tab} ${name}`);
  if (tab !== stage.contacts) stage.deleted.add(`${tab} ${id}`);
  stage.lead.model.deleteRows(tab, row.row, 1);
}

/** A whole row, hidden cells too, as it stands: where the other tab has its columns in another order they end up there. */
function copyRow(stage: Stage, step: Step & { kind: 'copy row' }, n: number): void {
  const { lead } = stage;
  const [from, to] = [place(stage, step.from), place(stage, step.to)];
  const row = pick(stage, from, step.nth);
  if (row === undefined) return;
  const width = gridOf(lead, from)[0]?.length ?? 0;
  const texts = Array.from({ length: width }, (_, at) => lead.model.formulaBar(from, row.row, at + 1));
  const at =
    Math.max(
      1,
      ...rowsOf(lead, to)
        .filter(isFilled)
        .map((one) => one.row),
    ) + 1;
  stage.copied.add(cell(row, 'Outreach ID'));
  const name = `colour ${stage.colours++}`;
  const colourAt = columnAt(lead, to, 'Colour');
  texts[colourAt - 1] = name;
  const host = stage.hosts[step.who] ?? lead;
  const isAtSame = (heading: string) => columnAt(lead, from, heading) === columnAt(lead, to, heading);
  const happened = cell(row, 'What happened');
  if (happened !== '' && isAtSame('What happened')) {
    const own = stage.chosen.filter(({ at: places }) => places.has(`${from} ${cell(row, 'Colour')}`));
    // Without what the add-on keeps beside the row it is a choice like every other.
    if (isAtSame('Outreach record')) for (const one of own) one.at.add(`${to} ${name}`);
    else stage.chosen.push({ step: n, happened, at: new Set([`${to} ${name}`]), takenFor: '' });
  }
  const before = look(stage);
  if (!step.trigger) {
    lead.model.paste(to, at, 1, [texts], emailOf(step.who));
    return;
  }
  host.paste(nameOf(lead, to), at, 1, [texts]);
  judgeTrigger(stage, host, before, n, '');
}

function copyTab(stage: Stage, step: Step & { kind: 'copy tab' }): void {
  const app = stage.lead.globals()[
    'SpreadsheetApp'
  ] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const file = app.getActiveSpreadsheet();
  file
    .getSheetByName(nameOf(stage.lead, place(stage, step.tab)))
    ?.copyTo(file)
    .setName(step.name);
  app.flush();
  stage.copies.push(stage.lead.model.tab(step.name)?.id ?? 0);
}
