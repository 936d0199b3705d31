// Facts that need a person's hands: each step lays out a tab, says what to do in it, and looks at it in the next run.
import { columnMarks, dropdown, setColumnMarks } from '../src/google/furnish';
import { chartsOf, putCharts } from '../src/google/charts';
import { optionsOf, putOne, WISH } from './facts/charts';
import { file, refusalOf, type Fact, type Sheet, type Verdict } from './fact';

export interface Step extends Fact {
  /** What the person does in the tab that lies open. */
  readonly task: string;
  readonly before: (sheet: Sheet) => void;
  readonly after: (sheet: Sheet) => Verdict;
}

export const EVENTS = 'Outreach probe events';

const PEOPLE = [
  ['Organization', 'E-mail', 'Notes'],
  ['Cedar Hall', 'tamar@cedar.example.org', 'b'],
  ['Amity Hall', 'ruth@amity.example.org', 'a'],
];

function layOut(sheet: Sheet): void {
  sheet.getRange(1, 1, 3, 3).setValues(PEOPLE);
  sheet.setFrozenRows(1);
  setColumnMarks(sheet, [{ field: 'email', column: 2 }]);
}

const headings = (sheet: Sheet) => sheet.getRange('A1:E1').getValues()[0];
const marks = (sheet: Sheet) => columnMarks(sheet).map(({ field, column }) => `${field}: ${column}`);

export const STEPS: readonly Step[] = [
  {
    name: 'a-dragged-column',
    source: '5 DeveloperMetadata, D',
    fact: 'A mark moves along with a column that is dragged to another place.',
    otherwise: 'The column would be known by its heading only.',
    task: 'Drag the column E-mail behind the column Notes.',
    before: layOut,
    after: (sheet) => ({
      expected: [['Organization', 'Notes', 'E-mail', '', ''], ['email: 3']],
      seen: [headings(sheet), marks(sheet)],
    }),
  },
  {
    name: 'a-column-cut-and-pasted',
    source: '10, not stated',
    fact: 'Cut and paste of a column moves the cells and leaves the mark on the column that is blank now.',
    otherwise: 'Nothing breaks: a mark counts only together with the heading and the values below.',
    task: 'Click the letter B, cut with Ctrl+X, click the letter E, paste with Ctrl+V.',
    before: layOut,
    after: (sheet) => ({
      expected: [['Organization', '', 'Notes', '', 'E-mail'], ['email: 2']],
      seen: [headings(sheet), marks(sheet)],
    }),
  },
  {
    name: 'sorted-by-hand',
    source: '5 sort, D and M',
    fact: 'Formulas that look at their own row stay right when the sheet is sorted, and marks stay.',
    otherwise: 'The Next step column would show the words of other rows.',
    task: 'Click the letter A, then Data, Sort sheet, Sort sheet by column A (A to Z).',
    before: (sheet) => {
      layOut(sheet);
      sheet.getRange('D1').setValue('Next step');
      sheet.getRange('D2').setFormula('=A2&"!"');
      sheet.getRange('D2').copyTo(sheet.getRange('D3'));
    },
    after: (sheet) => ({
      expected: [
        [
          ['Amity Hall', 'Amity Hall!'],
          ['Cedar Hall', 'Cedar Hall!'],
        ],
        ['email: 2'],
      ],
      seen: [
        [2, 3].map((row) => [1, 4].map((column) => sheet.getRange(row, column).getValue() as unknown)),
        marks(sheet),
      ],
    }),
  },
  {
    name: 'a-duplicated-tab',
    source: '10, not stated',
    fact: 'A tab duplicated by hand has no marks.',
    otherwise: 'Nothing breaks: the copy is another tab of contacts, and is asked for.',
    task: 'Open the menu of this tab at the bottom and choose Duplicate. Then go back to this tab.',
    before: layOut,
    after: (sheet) => {
      const copy = file()
        .getSheets()
        .find((one) => one.getSheetId() !== sheet.getSheetId() && one.getName().includes(sheet.getName()));
      if (copy === undefined) return { expected: 'a duplicate', seen: 'none' };
      const seen = marks(copy);
      file().deleteSheet(copy);
      return { expected: [], seen };
    },
  },
  {
    name: 'a-typed-table',
    source: '5 Tables, F',
    fact: 'In a table with typed columns values, formulas and marks can be written; dropdowns are refused.',
    otherwise: 'Writing dates of contact into such a sheet would fail.',
    task: 'Click a filled cell, then Format, Convert to table. Give the column Notes the type Dropdown.',
    before: layOut,
    after: (sheet) => {
      const written = refusalOf(() => {
        sheet.getRange('A2').setValue('Birch Hall');
        SpreadsheetApp.flush();
      });
      const marked = refusalOf(() => {
        setColumnMarks(sheet, [{ field: 'organization', column: 1 }]);
        SpreadsheetApp.flush();
      });
      const refused = refusalOf(() => {
        dropdown(sheet.getRange('C2:C3'), ['a', 'b']);
        SpreadsheetApp.flush();
      });
      return {
        expected: ['', '', true, 'Birch Hall'],
        seen: [written, marked, refused !== '', sheet.getRange('A2').getValue() as unknown],
        note: refused,
      };
    },
  },
  {
    name: 'what-onEdit-is-told',
    source: '2 Event objects, D and M (10 d)',
    fact: 'Typing and pasting each raise onEdit with the range; only that is relied on.',
    otherwise: 'The Next step formula would not come into new rows by itself.',
    task: 'Type hello into A4. Then copy A1:B2 and paste it at A6. Wait five seconds.',
    before: (sheet) => {
      layOut(sheet);
      sheet.getRange('G1').setValue(EVENTS);
    },
    after: (sheet) => {
      const told = (sheet.getRange('G2:G20').getValues() as unknown[][]).map(([text]) => String(text));
      const ranges = told.filter((text) => text !== '').map((text) => text.split(' ')[0]);
      return {
        expected: ['A4', 'A6:B7'],
        seen: ranges,
        note: told.filter((text) => text !== '').join(' | '),
      };
    },
  },
  {
    name: 'a-chart-changed-by-hand',
    source: 'Charts, M',
    fact: 'A chart of ours has dark and light columns, each with its figure, and titles at both axes; what a person changes in it stays when its cells change.',
    otherwise: 'Charts would be hard to read in black and white, or lose what people made of them.',
    task: 'Type yes into H1 if each pair of columns is dark and light, with the figures at the columns and a title at both axes; otherwise type what is missing. Then open the chart (three dots, Edit chart), make the first series red, and drag the chart a few rows down.',
    before: (sheet) => {
      putOne(sheet);
    },
    after: (sheet) => {
      const color = () => optionsOf(sheet, ['series.0.color'])[0];
      const place = () => sheet.getCharts()[0]?.getContainerInfo().getAnchorRow();
      const [before, from] = [color(), place()];
      const ranges = [{ row: 1, column: 1, rows: 6, columns: 3 }];
      putCharts(sheet, [{ ...WISH, id: chartsOf(sheet)[0]?.id ?? null, ranges }]);
      return {
        expected: ['yes', true, true, true],
        seen: [
          sheet.getRange('H1').getValue() as unknown,
          before !== WISH.series[0]?.color,
          color() === before,
          place() === from,
        ],
        note: `The colour reads back as ${String(before)}.`,
      };
    },
  },
  {
    name: 'a-person-chip',
    source: '5 Reading, F (10 k)',
    fact: 'A chip of a person reads as the text that it shows, without the address.',
    otherwise: 'Nothing breaks: with the address it could be written to.',
    task: 'Click B4, type @ and your name, and choose yourself from the list.',
    before: layOut,
    after: (sheet) => {
      const value: unknown = sheet.getRange('B4').getValue();
      return { expected: ['string', false], seen: [typeof value, String(value).includes('@')] };
    },
  },
  {
    name: 'a-run-that-is-cut-off',
    source: '1 and 5, M',
    fact: 'A run that lasts too long ends without catch and finally; what was flushed stays.',
    otherwise: 'Nothing breaks: a message that was under way stands as “unknown” either way.',
    task: 'Run runTooLong. Wait until the list of executions says that it timed out (after 6 minutes, 30 in some accounts).',
    before: () => undefined,
    after: (sheet) => {
      const [[flushed], [pending], [caught], [last]] = sheet.getRange('A1:A4').getValues() as [
        [unknown],
        [unknown],
        [unknown],
        [unknown],
      ];
      return {
        expected: ['flushed', '', ''],
        seen: [flushed, caught, last],
        note: `What was pending ${pending === '' ? 'is lost' : 'was written'}.`,
      };
    },
  },
  {
    name: 'a-lock-that-another-run-holds',
    source: '5 Concurrency, D',
    fact: 'tryLock waits, then answers false while another run of the same script holds the lock.',
    otherwise: 'Two sends could run side by side.',
    task: 'Open the script editor in a second window, run holdTheLock there, and within 20 seconds run probeByHand here.',
    before: () => undefined,
    after: () => ({ expected: false, seen: LockService.getDocumentLock().tryLock(1000) }),
  },
  {
    name: 'a-copied-file',
    source: '8, M, and 10',
    fact: 'A file made with Make a copy keeps marks, hidden tabs and conditional formats, and no properties.',
    otherwise:
      'In a copy the columns would be asked for anew, or an account would be taken for another one’s.',
    task: 'Choose File, Make a copy. In the copy open Extensions, Apps Script, and run probeInCopy: its log has the answer. Delete the copy.',
    before: (sheet) => {
      layOut(sheet);
      PropertiesService.getUserProperties().setProperty('probe', 'here');
    },
    after: () => {
      PropertiesService.getUserProperties().deleteProperty('probe');
      return { expected: true, seen: true, note: 'The answer stands in the log of the copy.' };
    },
  },
];

/** In the copy of the last step. */
export function lookAtCopy(): Verdict {
  const sheet = file()
    .getSheets()
    .find((one) => marks(one).length > 0);
  return {
    expected: [['email: 2'], null],
    seen: [
      sheet === undefined ? [] : marks(sheet),
      PropertiesService.getUserProperties().getProperty('probe'),
    ],
  };
}
