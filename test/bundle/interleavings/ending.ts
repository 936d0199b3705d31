// What must hold once a world has been played and the lead has brought everything home twice: told from the issue, not
// from the add-on. Each thing that does not hold is one line.
import type { HomeView } from '../../../src/commands/homeAnswers';
import { PEOPLE } from '../../people/sync/world';
import { rowOf } from './account';
import {
  cell,
  homePieces,
  logOf,
  piecesOf,
  rowsOf,
  tabColumnOf,
  withId,
  type Row,
  type Stage,
  type Typed,
} from './town';

interface Ending {
  readonly stage: Stage;
  readonly view: HomeView;
  readonly contacts: readonly Row[];
  readonly tabs: ReadonlyMap<number, readonly Row[]>;
}

export function judgeEnd(stage: Stage, view: HomeView): string[] {
  const ending: Ending = {
    stage,
    view,
    contacts: rowsOf(stage.lead, stage.contacts),
    tabs: new Map(stage.tabs.map((tab) => [tab, rowsOf(stage.lead, tab)])),
  };
  return [
    ...stage.typed.filter(({ gone }) => !gone).flatMap((one) => judgeTyped(ending, one)),
    ...judgeCleared(ending),
    ...judgeTouches(ending),
    ...judgeRows(ending),
    ...judgeConflicts(ending),
    ...stage.copies
      .filter((copy) => !view.copies.some(({ tabId }) => tabId === copy))
      .map((copy) => `the copy “${stage.lead.model.tab(copy)?.name ?? ''}” is not listed`),
  ];
}

/** Rows that wait for a person: said so with their organization or their number. */
const WAITS =
  /stands twice in the tab|Outreach ID|has no organization|came along when the row was copied here/;

function isListed({ stage, view, contacts }: Ending, tab: number, row: Row, words: RegExp): boolean {
  const name = stage.lead.model.tab(tab)?.name ?? '';
  const inContacts = withId(contacts, cell(row, 'Outreach ID')).map((contact) =>
    cell(contact, 'Organization'),
  );
  const starts = [cell(row, 'Organization'), `Row ${row.row}`, ...inContacts].map(
    (who) => `${who} in “${name}”`,
  );
  return (
    view.left.some((line) => words.test(line) && starts.some((start) => line.startsWith(start))) ||
    view.twins.some((twin) => twin.tabId === tab && twin.row === row.row)
  );
}

function judgeTyped(ending: Ending, one: Typed): string[] {
  const { stage, contacts, tabs } = ending;
  const wrong = (what: string) => [
    `“${one.text}” of step ${one.step} (${stage.lead.model.tab(one.place)?.name ?? ''}, ${one.column}) ${what}`,
  ];
  const row = rowOf(stage, one);
  if (row === undefined) return wrong('has lost its row');
  if (!piecesOf(one.column, cell(row, one.column)).includes(one.text))
    return wrong('does not stand where it was typed');
  const id = cell(row, 'Outreach ID');
  const isContact = one.place === stage.contacts;
  const column = isContact ? tabColumnOf(one.column) : one.column;
  // What stands in a copy waits there until the copy counts.
  if (column === '' || stage.copies.includes(one.place)) return [];
  const homes = isContact ? [row] : withId(contacts, id);
  const [home] = homes;
  const same = isContact ? [] : withId(tabs.get(one.place) ?? [], id);
  if (!isContact && (same.length !== 1 || homes.length !== 1))
    return isListed(ending, one.place, row, WAITS) ? [] : wrong('waits and is not listed');
  if (!homePieces(home, column).includes(one.text)) {
    if (isContact) return wrong('is not in the contacts');
    const place = new RegExp(`${WAITS.source}|the change in “${column}”`);
    return hasConflict(ending, one.place, id, column, 'tab', one.text) ||
      isListed(ending, one.place, row, place)
      ? []
      : wrong('did not come home');
  }
  return [...tabs].flatMap(([tab, rows]) => {
    const [there, twice] = withId(rows, id);
    if (there === undefined || twice !== undefined) return [];
    if (piecesOf(column, cell(there, column)).includes(one.text)) return [];
    if (hasConflict(ending, tab, id, column, 'contacts', one.text) || isListed(ending, tab, there, WAITS))
      return [];
    return wrong(`did not go to “${stage.lead.model.tab(tab)?.name ?? ''}”`);
  });
}

function hasConflict(
  { view }: Ending,
  tab: number,
  id: string,
  column: string,
  side: 'tab' | 'contacts',
  text: string,
): boolean {
  return view.conflicts.some(
    (one) =>
      one.tabId === tab &&
      one.id === id &&
      one.column === column &&
      piecesOf(column, one[side]).includes(text),
  );
}

/** Nobody is asked about a cell that one side alone has changed. */
function judgeConflicts({ stage, view, tabs }: Ending): string[] {
  return view.conflicts.flatMap(({ id, column, tabId, tab, contacts }) => {
    const [row] = withId(tabs.get(tabId) ?? [], id);
    const agreed = stage.agreed.get(`${tabId} ${cell(row, 'Colour')} ${column}`) ?? [];
    const sides = [tab, contacts].map((text) => piecesOf(column, text).join('\n'));
    if (stage.copied.has(id) || agreed.length === 0 || agreed.some((text) => !sides.includes(text)))
      return [];
    return [`“${tab}” and “${contacts}” (${column}) are asked about, and only one of them was changed`];
  });
}

function judgeCleared({ stage, view, contacts, tabs }: Ending): string[] {
  return stage.cleared.flatMap(({ step, id, column, texts, gone }) => {
    const asked = view.conflicts.some((one) => one.id === id && one.column === column);
    if (gone || asked || stage.copied.has(id)) return [];
    const sides = [...tabs.values()].flatMap((rows) => {
      const same = withId(rows, id);
      return same.length === 1 ? piecesOf(column, cell(same[0], column)) : [];
    });
    // A blank task and a blank day are worked out for the tab.
    const isWorkedOut = column === 'Task' || column === 'Due';
    const standing = [
      ...withId(contacts, id).flatMap((row) => homePieces(row, column)),
      ...(isWorkedOut ? [] : sides),
    ];
    return texts
      .filter((text) => standing.includes(text))
      .map((text) => `“${text}” (${column}), cleared in step ${step}, is there again`);
  });
}

/** In the log: “said yes to endorsement” is a “said yes”. */
const kindOf = (happened: string) => happened.replace(/ …$| to .*$/, '');

/** No touch: it says who has the contact. */
const isHandOver = (line: Row) => /^(handed over|taken back)$/.test(cell(line, 'Kind'));

/** Where a day was typed after the choice, one line takes the touch back and another one has the right day: both are left out. */
function touchLines(stage: Stage): Row[] {
  const lines = logOf(stage).filter((line) => cell(line, 'Kind') !== '');
  const back = new Set(
    lines
      .filter((line) => cell(line, 'Summary').endsWith('it was another day'))
      .map((line) => cell(line, 'Entry id')),
  );
  const isTakenBack = (id: string) => back.has(id) || back.has(`${id}/back`);
  return lines.filter((line) => !isTakenBack(cell(line, 'Entry id')));
}

function judgeTouches(ending: Ending): string[] {
  const { stage, tabs } = ending;
  const counts = new Map<string, number>();
  const count = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);
  const isTypedOwner = (id: string) => stage.ownerTyped.has(id) || stage.undone.has(id);
  for (const line of touchLines(stage))
    if (!(isHandOver(line) && isTypedOwner(cell(line, 'Contact'))))
      count(`${cell(line, 'Contact')} ${cell(line, 'Kind')}`, 1);
  const waiting: string[] = [];
  for (const id of stage.handed.filter((one) => !isTypedOwner(one))) count(`${id} handed over`, -1);
  for (const { step, happened, at, takenFor } of stage.chosen) {
    if (takenFor !== '') count(`${takenFor} ${kindOf(happened)}`, -1);
    for (const place of at) {
      const [tab = '', ...name] = place.split(' ');
      const row = rowOf(stage, { place: Number(tab), colour: name.join(' ') });
      if (row === undefined || cell(row, 'What happened') !== happened)
        waiting.push(`“${happened}” of step ${step} is lost`);
      else if (
        tabs.has(Number(tab)) &&
        !isListed(ending, Number(tab), row, new RegExp(`${WAITS.source}|“${happened}”`))
      )
        waiting.push(`“${happened}” of step ${step} waits and is not listed`);
    }
  }
  const behind = touchLines(stage).flatMap((line) => {
    const [contact] = withId(ending.contacts, cell(line, 'Contact'));
    if (contact === undefined || isHandOver(line)) return [];
    const isLate = cell(contact, 'Last contacted') < cell(line, 'When').slice(0, 10);
    // The row that would have told the next full run is gone, or somebody took back what it told.
    const id = cell(line, 'Contact');
    const isGone = [...stage.deleted].some((one) => one.endsWith(` ${id}`)) || stage.undone.has(id);
    return isLate && !isGone
      ? [`“${cell(contact, 'Organization')}” does not show what the log says: ${cell(line, 'Kind')}`]
      : [];
  });
  return [
    ...waiting,
    ...behind,
    ...[...counts].filter(([, n]) => n !== 0).map(([key, n]) => `${key}: ${n} lines too many in the log`),
  ];
}

/** Each contact of a volunteer stands in their tab, or somebody is asked about it. */
function judgeRows(ending: Ending): string[] {
  const { stage, view, contacts, tabs } = ending;
  const words = [...tabs].flatMap(([tab, rows]) =>
    rows
      .filter((row) => cell(row, 'Next step') === 'Waiting for the lead')
      .filter(
        (row) =>
          withId(contacts, cell(row, 'Outreach ID')).length === 1 &&
          withId(rows, cell(row, 'Outreach ID')).length === 1,
      )
      .filter((row) => !isListed(ending, tab, row, WAITS))
      .map((row) => `row ${row.row} of “${stage.lead.model.tab(tab)?.name ?? ''}” still waits for the lead`),
  );
  const lost = contacts.flatMap((contact) => {
    const who = PEOPLE.findIndex((name) => name === cell(contact, 'Owner'));
    const tab = stage.tabs[who] ?? 0;
    const id = cell(contact, 'Outreach ID');
    if (who < 0 || id === '' || withId(tabs.get(tab) ?? [], id).length > 0) return [];
    const isAsked =
      view.missing.some((one) => one.tabId === tab && one.contacts.some((missing) => missing.id === id)) ||
      view.twins.some((twin) => twin.tabId === tab && twin.of === id) ||
      // Said no: nobody is given work on them.
      (!stage.deleted.has(`${tab} ${id}`) && /^(Declined|Endorsed)/.test(cell(contact, 'Status')));
    return isAsked
      ? []
      : [`“${cell(contact, 'Organization')}” is in no row of ${cell(contact, 'Owner')}, and nobody is asked`];
  });
  return [...words, ...lost];
}
