// The workbook that the workbench opens with: an invented campaign in the middle of its work on Nov 12, 2026.
import { LOG_SHAPE, SETTINGS_SHAPE, VOLUNTEERS_SHAPE, type TabShape } from '../../src/workbook/ourTabs';
import { columnLetter } from '../../src/values/a1';
import type { Draft } from '../host/sheets/draft';
import { writeCells } from '../host/sheets/edits';
import type { MailboxData } from '../host/mail/mailboxData';
import { emptyTab, emptyWorkbook, type Area, type Look, type WorkbookState } from '../host/sheets/state';
import { openModel } from '../host/sheets/workbook';
import { HEADINGS, KINDS, STATUSES } from './contacts';
import { MORE_SETTINGS, OWNER, SETTINGS, TODAY, VOLUNTEERS } from './people';
import { FIRST_ROW, readLines } from './readLines';
import { makeSends } from './sends';

export interface Sample {
  readonly workbook: WorkbookState;
  readonly mailboxes: readonly MailboxData[];
  readonly today: string;
  readonly owner: string;
}

const HEADER_ROW = FIRST_ROW - 1;
const ROWS = 200;
const WIDTHS = [232, 122, 88, 218, 88, 74, 126, 112, 82, 80, 180, 118, 92, 170, 140, 116, 200, 96];
const column = (heading: (typeof HEADINGS)[number]): number => HEADINGS.indexOf(heading) + 1;

export function makeSample(): Sample {
  const contacts = readLines();
  const { lines, mailboxes } = makeSends(contacts);
  const model = openModel(
    emptyWorkbook({
      id: 'larkhaven',
      name: 'Larkhaven outreach',
      timeZone: 'America/Los_Angeles',
      owner: OWNER,
    }),
    { now: () => Date.parse(`${TODAY}T17:00:00Z`) },
  );
  const view = () => model.view();

  function type(draft: Draft, tab: number, row: number, cells: readonly (readonly string[])[]): void {
    const columns = Math.max(...cells.map((line) => line.length));
    const inputs = cells.map((line) => Array.from({ length: columns }, (_, c) => line[c] ?? ''));
    writeCells(draft, tab, { row, column: 1, rows: cells.length, columns }, inputs, {
      user: OWNER,
      view: view(),
    });
  }

  model.edit((draft) => {
    const tab = emptyTab(1, 'Contacts', ROWS, HEADINGS.length + 3);
    tab.frozenRows = HEADER_ROW;
    tab.widths = Object.fromEntries(WIDTHS.map((width, index) => [index + 1, width]));
    draft.state.tabs.push(tab);
    draft.state.nextId = 2;
    look(draft, 1, rows(1, 1, 1), { bold: true, size: 14 });
    look(draft, 1, rows(HEADER_ROW, 1, HEADINGS.length), { bold: true, background: '#eef1f5' });
    look(draft, 1, below(column('Last contacted')), { format: 'mmm d, yyyy' });
    look(draft, 1, below(column('Their next meeting')), { format: 'mmm d, yyyy' });
    look(draft, 1, below(column('Days ago')), { format: '0' });
    look(draft, 1, below(column('Outreach ID')), { format: '@' });
    type(draft, 1, 1, [['Larkhaven: who we ask, and what came of it'], [], [...HEADINGS]]);
    type(
      draft,
      1,
      FIRST_ROW,
      contacts.map(({ cells }) => cells),
    );
    quirks(draft);
  });
  makeTab(LOG_SHAPE, lines);
  makeTab(VOLUNTEERS_SHAPE, VOLUNTEERS);
  const settings = SETTINGS_SHAPE.rows.map(([name = '', value = '', means = '']) => [
    String(name),
    SETTINGS[String(name)] ?? String(value),
    String(means),
  ]);
  makeTab({ ...SETTINGS_SHAPE, rows: [] }, [...settings, ...MORE_SETTINGS]);
  model.setFilter('Contacts', {
    area: { row: HEADER_ROW, column: 1, rows: contacts.length + 1, columns: HEADINGS.length },
    hidden: { [column('Status')]: ['Wrong number'] },
  });
  return { workbook: model.snapshot(), mailboxes, today: TODAY, owner: OWNER };

  /** A tab as the add-on makes it, with these lines below its own. */
  function makeTab(shape: TabShape, more: readonly (readonly string[])[]): void {
    model.edit((draft) => {
      const cells = [...shape.rows.map((line) => line.map(String)), ...more];
      const columns = shape.widths.length;
      const tab = emptyTab(draft.state.nextId, shape.name, Math.max(100, cells.length + 50), columns + 2);
      draft.state.nextId += 1;
      tab.frozenRows = 1;
      tab.widths = Object.fromEntries(shape.widths.map((width, index) => [index + 1, width]));
      draft.state.tabs.push(tab);
      for (const at of shape.textColumns)
        look(draft, tab.id, { row: 1, column: at, rows: cells.length + 20, columns: 1 }, { format: '@' });
      type(draft, tab.id, 1, cells);
      look(draft, tab.id, rows(1, 1, columns), { bold: true, background: '#eef1f5' });
      shape.headerNotes.forEach((note, index) => {
        if (note !== '')
          draft.row(draft.tab(tab.id), 1).notes = {
            ...draft.row(draft.tab(tab.id), 1).notes,
            [index + 1]: note,
          };
      });
    });
  }

  /** What the group made itself: dropdowns, two conditional formats, notes on cells. */
  function quirks(draft: Draft): void {
    const tab = draft.tab(1);
    const dropdown = (list: readonly string[], allowInvalid: boolean) =>
      draft.ruleIndex({ type: 'VALUE_IN_LIST', values: [list, true], allowInvalid, help: null });
    const [kind, status] = [dropdown(KINDS, true), dropdown(STATUSES, false)];
    for (let row = FIRST_ROW; row <= ROWS; row++) {
      const rules: (number | null)[] = Array.from({ length: HEADINGS.length }, () => null);
      rules[column('Kind') - 1] = kind;
      rules[column('Status') - 1] = status;
      draft.row(tab, row).rules = rules;
    }
    tab.formats = [
      {
        ranges: [below(column('Status'))],
        type: 'TEXT_EQUAL_TO',
        values: ['Endorsed'],
        background: '#d9ead3',
      },
      {
        ranges: [below(column('Days ago'))],
        type: 'CUSTOM_FORMULA',
        values: [
          `=AND(ISNUMBER($${columnLetter(column('Days ago'))}${FIRST_ROW}),$${columnLetter(column('Days ago'))}${FIRST_ROW}>30)`,
        ],
        color: '#a8201a',
        bold: true,
      },
    ];
    const note = (row: number, at: number, text: string) => {
      const state = draft.row(tab, row);
      state.notes = { ...state.notes, [at]: text };
    };
    note(HEADER_ROW, column('Who knows'), 'Who of us knows somebody there? Ask them before you write.');
    note(HEADER_ROW, column('Days ago'), 'Counts by itself. Red after 30 days. (Dee)');
    const gus = contacts.findIndex(({ organization }) => organization.includes('880'));
    note(FIRST_ROW + gus, column('Contact'), 'Gus retires in spring. Vera takes over as steward.');
  }

  function below(at: number): Area {
    return { row: FIRST_ROW, column: at, rows: ROWS - FIRST_ROW + 1, columns: 1 };
  }
}

const rows = (row: number, from: number, to: number): Area => ({
  row,
  column: from,
  rows: 1,
  columns: to - from + 1,
});

/** Lays a look over what the cells have. */
function look(draft: Draft, tabId: number, area: Area, added: Look): void {
  const tab = draft.tab(tabId);
  for (let row = area.row; row < area.row + area.rows; row++) {
    const state = draft.row(tab, row);
    const looks = (state.looks ??= []);
    for (let at = area.column; at < area.column + area.columns; at++) {
      while (looks.length < at) looks.push(null);
      const old = draft.state.looks[looks[at - 1] ?? 0] ?? {};
      looks[at - 1] = draft.lookIndex({ ...old, ...added });
    }
  }
}
