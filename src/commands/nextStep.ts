// The Next step column and its highlight: made once, then live by itself; run again it fills new rows and refreshes.
import { FIELD_LABELS, NEXT_STEP, type Field } from '../reading/fields';
import { highlightRules } from '../touches/highlight';
import { nextStepFormulas } from '../touches/nextStepFormula';
import { rowWord } from '../touches/rowWord';
import { countOf } from '../values/count';
import { bad, good, type Problem, type Result } from '../values/result';
import { SETTINGS_SHAPE } from '../workbook/ourTabs';
import { SETTINGS_TAB } from '../workbook/tabs';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { openCampaign, relyOn, type Campaign } from './campaign';
import { hasDates, withoutDates } from './columnQuestions';
import { writeJournal } from './journal';
import { columnRefused, columnsMoved, isTaken } from './newColumn';
import { ensureTab } from './ourTabs';
import { throwIfLost } from './serviceProblem';

/** The fields that the word is made from. */
export const STEP_FIELDS: readonly Field[] = [
  'organization',
  'category',
  'status',
  'firstContacted',
  'lastContacted',
  'attempts',
  'nextFollowUp',
  'answer',
  'theirNextMeeting',
  'endorsement',
  'doNotContact',
];

/** Needs the lock. */
export function markNextSteps(services: Services): Result<WriteReceipt> {
  const opened = openCampaign(services, ['settings']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const problem =
    relyOn(campaign, STEP_FIELDS) ??
    (campaign.contacts.length === 0 ? nobodyYet(campaign) : null) ??
    (hasDates(campaign.map) ? null : noDates(campaign));
  if (problem) return bad(problem);
  const { book } = services;
  const { map } = campaign;
  const settingsId = ensureTab(
    services,
    campaign.hidden,
    SETTINGS_SHAPE,
    campaign.tabs.settings,
    campaign.settingsTable,
  );
  const settingsTab = book.tabs().find((tab) => tab.id === settingsId)?.name ?? SETTINGS_TAB;

  const isNew = map.nextStepColumn === 0;
  const column = isNew ? map.width + 1 : map.nextStepColumn;
  const wanted = wantedFormulas(campaign, settingsTab);
  const rows = map.lastRow - map.firstRow + 1;
  const standing = isNew
    ? wanted.map(() => [''])
    : book.readFormulas(map.sheetId, map.firstRow, column, rows, 1);
  const changed = runsWhere(
    wanted,
    (formula, index) => formula !== '' && !sameFormula(formula, standing[index]?.[0] ?? ''),
  );
  let change = '';
  try {
    if (isNew) {
      if (isTaken(campaign, column)) return bad(columnsMoved(campaign));
      book.grow(map.sheetId, map.lastRow, column);
      change = writeJournal(services, campaign.hidden, {
        what: `Added the column “${NEXT_STEP}” and its colours`,
        tab: map.sheetId,
        made: ['formats', 'next-step'],
        undoable: true,
        cells: [],
      });
      book.writeHeading(map.sheetId, map.headerRow, column, NEXT_STEP);
    }
    for (const { first, items } of changed)
      fillDown(services, map.sheetId, map.firstRow + first, column, items);
    book.replaceFormats(map.sheetId, highlightRules(map, column, book.rowCount(map.sheetId)));
    book.flush();
  } catch (error) {
    throwIfLost(error);
    return bad(columnRefused(campaign, 'The list under Follow-ups says the same.'));
  }
  const filled = changed.reduce((sum, run) => sum + run.items.length, 0);
  return good({
    message: isNew
      ? `Added the column “${NEXT_STEP}” for ${countOf(campaign.contacts.length, 'contact')}: ${wordsToday(campaign)} a word today`
      : filled === 0
        ? 'The words in the sheet are up to date'
        : `Refreshed “${NEXT_STEP}” for ${countOf(filled, 'contact')}`,
    change,
    written: filled,
    kept: [],
    undoable: isNew,
  });
}

/** Sheets may drop the quotes around a tab's name, and blanks. */
function sameFormula(a: string, b: string): boolean {
  const plain = (formula: string) => formula.replace(/['\s]/g, '');
  return plain(a) === plain(b);
}

/**
 * The first formula is written, the others are filled down from it: the text of one formula is long, and a whole
 * column of them would be many megabytes.
 */
function fillDown(
  services: Services,
  tab: number,
  row: number,
  column: number,
  formulas: readonly string[],
): void {
  services.book.writeFormulas(tab, row, column, [[formulas[0] ?? '']]);
  if (formulas.length > 1) services.book.copyCell(tab, row, column, row + 1, column, formulas.length - 1);
}

/** One formula for each row from firstRow to lastRow, '' where the row is blank. */
function wantedFormulas(campaign: Campaign, settingsTab: string): string[] {
  const { map, contacts, services, table } = campaign;
  const filled = new Set(contacts.map((contact) => contact.row));
  const formulaOf = nextStepFormulas({ map, table, settingsTab, locale: services.book.locale });
  return Array.from({ length: map.lastRow - map.firstRow + 1 }, (_, index) => {
    const row = map.firstRow + index;
    return filled.has(row) ? formulaOf(row) : '';
  });
}

/** Neighbouring items for which it is true, with the 0-based place of the first. */
function runsWhere<T>(
  items: readonly T[],
  isTrue: (item: T, index: number) => boolean,
): { first: number; items: T[] }[] {
  const runs: { first: number; items: T[] }[] = [];
  items.forEach((item, index) => {
    if (!isTrue(item, index)) return;
    const last = runs[runs.length - 1];
    if (last && last.first + last.items.length === index) last.items.push(item);
    else runs.push({ first: index, items: [item] });
  });
  return runs;
}

/** "36 have", counted by the rules of the formula. */
function wordsToday({ contacts, settings, today }: Campaign): string {
  const count = contacts.filter((contact) => rowWord(contact, settings, today) !== '').length;
  return `${count} ${count === 1 ? 'has' : 'have'}`;
}

function noDates({ table }: Campaign): Problem {
  return {
    code: 'no-date-column',
    message: `${withoutDates()} Nothing was changed.`,
    todo: `Add a column with the heading ${FIELD_LABELS.lastContacted}: the add-on fills it after each send. Until then Follow-ups lists who is due, from the Outreach log.`,
    place: { sheet: table.name },
  };
}

function nobodyYet(campaign: Campaign): Problem {
  return {
    code: 'no-contacts',
    message: `The tab “${campaign.table.name}” has headings and no contacts yet. Nothing was changed.`,
    todo: 'Fill in at least one contact below the headings.',
    place: { sheet: campaign.table.name },
  };
}
