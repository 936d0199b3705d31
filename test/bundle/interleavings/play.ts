// Plays the steps of a generated world on the built bundle in the host, as the five people would.
import {
  typed,
  type ContactColumn,
  type Place,
  type Step,
  type TabColumn,
  type World,
} from '../../people/sync/world';
import { clearing, giveUp, judgeLocked, judgeTrigger, look } from './account';
import { answer, buildTabs, sync, undoSync } from './runs';
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
  tabColumnOf,
  withId,
  type Row,
  type Stage,
} from './town';

/** At every so many a step another run holds the lock, in milliseconds: longer than a trigger waits. */
const LOCKED_EVERY = 6;
const LOCKED_FOR = 3000;

const place = ({ contacts, tabs, copies }: Stage, where: Place): number =>
  where === 'contacts' ? contacts : (tabs[where] ?? copies[copies.length - 1] ?? tabs[0] ?? 0);

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
  if (column === 'Owner') stage.ownerTyped.add(cell(row, 'Outreach ID'));
  const shown = tab === stage.contacts ? tabColumnOf(column) : column;
  if (cell(row, 'Outreach ID') !== '' && Object.keys(SHOWS).includes(shown))
    stage.last = { id: cell(row, 'Outreach ID'), column: shown };
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
  judgeTrigger(stage, host, before, step, typedAt, isLocked);
  return true;
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
  } else if (step.kind === 'answer') answer(stage, step, n);
  else if (step.kind === 'build tabs') buildTabs(stage, step.who, n);
  else if (step.kind === 'undo sync') undoSync(stage, step.who, n);
  else if (step.kind === 'edit again') editAgain(stage, step, n);
  else if (step.kind === 'undo deletion') undoDeletion(stage, step, n);
  else if (step.kind === 'edit contact' || step.kind === 'edit row') {
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

/** The same contact and column as somebody typed into last, on either side. */
function editAgain(stage: Stage, step: Step & { kind: 'edit again' }, n: number): void {
  const { id, column } = stage.last ?? { id: '', column: 'Notes' };
  if (column === 'Notes') return;
  if (!step.inTab) {
    const [row] = withId(rowsOf(stage.lead, stage.contacts), id);
    const [heading] = SHOWS[column] ?? [];
    if (row !== undefined && heading !== undefined)
      type(stage, step, stage.contacts, row.row, heading, typed(heading, n), n);
    return;
  }
  const all = [...stage.tabs, ...stage.copies];
  for (const at of all.keys()) {
    const tab = all[(at + step.tab) % all.length] ?? 0;
    const [row] = withId(rowsOf(stage.lead, tab), id);
    if (row === undefined) continue;
    type(stage, step, tab, row.row, column, typed(column as ContactColumn | TabColumn, n), n);
    return;
  }
}

function undoDeletion(stage: Stage, { who, trigger }: Hand, n: number): void {
  const { lead, bin } = stage;
  if (bin === null || gridOf(lead, bin.tab)[0]?.join('\n') !== bin.headings.join('\n')) return;
  stage.bin = null;
  for (const one of bin.chosen) one.at.add(bin.at);
  pasteRow(stage, { who, trigger }, bin.tab, bin.texts, n);
}

function pasteRow(
  stage: Stage,
  { who, trigger }: Hand,
  tab: number,
  texts: readonly string[],
  n: number,
): void {
  const { lead } = stage;
  const filled = rowsOf(lead, tab).filter(isFilled);
  const at = Math.max(1, ...filled.map((one) => one.row)) + 1;
  const host = stage.hosts[who] ?? lead;
  const before = look(stage);
  if (!trigger) {
    lead.model.paste(tab, at, 1, [[...texts]], emailOf(who));
    return;
  }
  host.paste(nameOf(lead, tab), at, 1, [[...texts]]);
  judgeTrigger(stage, host, before, n, '');
}

const textsOf = ({ lead }: Stage, tab: number, row: number) =>
  Array.from({ length: gridOf(lead, tab)[0]?.length ?? 0 }, (_, at) =>
    lead.model.formulaBar(tab, row, at + 1),
  );

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
  const at = `${tab} ${name}`;
  const chosen = stage.chosen.filter((one) => one.at.delete(at));
  if (tab !== stage.contacts) {
    stage.deleted.add(`${tab} ${id}`);
    const headings = gridOf(stage.lead, tab)[0] ?? [];
    stage.bin = { tab, headings, texts: textsOf(stage, tab, row.row), at, chosen };
  }
  stage.lead.model.deleteRows(tab, row.row, 1);
}

/** A whole row, hidden cells too, as it stands: where the other tab has its columns in another order they end up there. */
function copyRow(stage: Stage, step: Step & { kind: 'copy row' }, n: number): void {
  const { lead } = stage;
  const [from, to] = [place(stage, step.from), place(stage, step.to)];
  const picked = pick(stage, from, step.nth);
  if (picked === undefined) return;
  if (step.happened !== '')
    type(stage, { who: step.who, trigger: false }, from, picked.row, 'What happened', step.happened, n);
  const row = rowsOf(lead, from)[picked.row - 2] ?? picked;
  const texts = textsOf(stage, from, row.row);
  stage.copied.add(cell(row, 'Outreach ID'));
  const name = `colour ${stage.colours++}`;
  texts[columnAt(lead, to, 'Colour') - 1] = name;
  const isAtSame = (heading: string) => columnAt(lead, from, heading) === columnAt(lead, to, heading);
  const happened = cell(row, 'What happened');
  if (happened !== '' && isAtSame('What happened')) {
    const own = stage.chosen.filter(({ at: places }) => places.has(`${from} ${cell(row, 'Colour')}`));
    // Without what the add-on keeps beside the row it is a choice like every other.
    if (isAtSame('Outreach record') && cell(row, 'Outreach record').startsWith('['))
      for (const one of own) one.at.add(`${to} ${name}`);
    else stage.chosen.push({ step: n, happened, at: new Set([`${to} ${name}`]), takenFor: '' });
  }
  pasteRow(stage, step, to, texts, n);
}

function copyTab(stage: Stage, step: Step & { kind: 'copy tab' }): void {
  const app = stage.lead.globals()[
    'SpreadsheetApp'
  ] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const file = app.getActiveSpreadsheet();
  const tab = place(stage, step.tab);
  file.getSheetByName(nameOf(stage.lead, tab))?.copyTo(file).setName(step.name);
  app.flush();
  const copy = stage.lead.model.tab(step.name)?.id ?? 0;
  stage.copies.push(copy);
  for (const one of stage.chosen)
    for (const at of [...one.at])
      if (at.startsWith(`${tab} `)) one.at.add(`${copy} ${at.slice(at.indexOf(' ') + 1)}`);
}
