// Tabs, the marks by which columns are remembered, dropdowns and conditional formats.
import { columnMarks, dropdown, furnishTab, replaceFormats, setColumnMarks } from '../../src/google/furnish';
import { isOurFormat, WORD_COLOURS } from '../../src/touches/highlight';
import { file, refusalOf, type Sheet, type SheetFact } from '../fact';

/** The heading above each mark, or where it stands. */
const marksOf = (sheet: Sheet) => columnMarks(sheet).map(({ field, column }) => `${field}: ${column}`);

/** Our colour for one word, as the add-on makes it, and one of theirs. */
function colour(sheet: Sheet, row: number): void {
  const [first] = WORD_COLOURS;
  const theirs = SpreadsheetApp.newConditionalFormatRule()
    .setRanges([sheet.getRange('A1:A5')])
    .whenTextEqualTo('theirs')
    .setBackground('#00FF00')
    .build();
  sheet.setConditionalFormatRules([theirs]);
  replaceFormats(sheet, [
    {
      ranges: [`A1:C${row}`],
      formula: `=$C1="${first?.word ?? ''}"`,
      fill: first?.fill ?? '',
      ink: first?.ink ?? '',
      bold: true,
    },
  ]);
  SpreadsheetApp.flush();
}

function formatsOf(sheet: Sheet): { ours: boolean; range: string }[] {
  return sheet.getConditionalFormatRules().map((rule) => {
    const condition = rule.getBooleanCondition();
    const [value = ''] = (condition?.getCriteriaValues() ?? []) as unknown[];
    return {
      ours: isOurFormat({ formula: String(value), fill: condition?.getBackground() ?? '' }),
      range: rule.getRanges()[0]?.getA1Notation() ?? '',
    };
  });
}

const NAMES = [
  '→ Probe Ana',
  "Probe O'Brien & Co",
  'Probe 7-11: a/b\\c? [d] *',
  'Probe 👩🏽‍⚕️ مرحبا',
  `Probe ${'x'.repeat(94)}`,
];

export const TAB_FACTS: readonly SheetFact[] = [
  {
    name: 'large-type-for-a-projector',
    source: 'not stated',
    fact: 'Type size and hidden columns of a new tab read back as they were set, and its rows are as many as were written.',
    otherwise: 'A shortlist could not be read from the back of a room.',
    run: (sheet) => {
      furnishTab(
        sheet,
        {
          name: sheet.getName(),
          rows: [['Organization', 'Hint']],
          textColumns: [1],
          widths: [320, 300],
          headerNotes: [],
          hiddenColumns: [2],
          look: { fontSize: 18, headingSize: 14, headingFill: '#1f2937', headingInk: '#ffffff' },
          hidden: false,
        },
        (cell) => cell as string,
      );
      SpreadsheetApp.flush();
      return {
        expected: [18, true, [['Organization', 'Hint']]],
        seen: [
          sheet.getRange('A9').getFontSize(),
          sheet.isColumnHiddenByUser(2),
          sheet.getDataRange().getValues(),
        ],
      };
    },
  },
  {
    name: 'a-mark-follows-its-column',
    source: '5 DeveloperMetadata, D',
    fact: 'A mark moves along when columns are inserted before it, and goes with its column.',
    otherwise: 'Columns would be known by their headings only, and asked for more often.',
    run: (sheet) => {
      sheet.getRange('A1:C1').setValues([['Organization', 'E-mail', 'Notes']]);
      setColumnMarks(sheet, [
        { field: 'email', column: 2 },
        { field: 'notes', column: 3 },
      ]);
      sheet.insertColumnBefore(1);
      SpreadsheetApp.flush();
      const moved = marksOf(sheet);
      sheet.deleteColumn(4);
      SpreadsheetApp.flush();
      return { expected: [['email: 3', 'notes: 4'], ['email: 3']], seen: [moved.sort(), marksOf(sheet)] };
    },
  },
  {
    name: 'a-mark-stays-when-the-tab-is-renamed',
    source: '5 DeveloperMetadata, D',
    fact: 'Marks and the id of a tab stay when it is renamed.',
    otherwise: 'A renamed tab would be asked for anew.',
    run: (sheet) => {
      setColumnMarks(sheet, [{ field: 'email', column: 2 }]);
      const id = sheet.getSheetId();
      sheet.setName(`${sheet.getName()} renamed`);
      SpreadsheetApp.flush();
      return { expected: [['email: 2'], true], seen: [marksOf(sheet), sheet.getSheetId() === id] };
    },
  },
  {
    name: 'marks-of-a-copied-tab',
    source: '10, not stated',
    fact: 'Sheet.copyTo gives a tab without marks.',
    otherwise: 'Nothing breaks: marks count only together with the headings and the values below.',
    run: (sheet) => {
      sheet.getRange('A1:B1').setValues([['Organization', 'E-mail']]);
      setColumnMarks(sheet, [{ field: 'email', column: 2 }]);
      SpreadsheetApp.flush();
      const copy = sheet.copyTo(file());
      const seen = marksOf(copy);
      file().deleteSheet(copy);
      return { expected: [], seen };
    },
  },
  {
    name: 'what-a-copied-tab-brings-along',
    source: 'not stated',
    fact: 'Sheet.copyTo keeps values, formats, dropdowns, notes, widths, frozen rows and conditional formats; the name holds the old one.',
    otherwise: 'Only the first assignment tab would have dropdowns and formats.',
    run: (sheet) => {
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.getRange('A1:C1').setValues([['007', 'b', 'c']]);
      sheet.getRange('A1').setNote('a note');
      sheet.setColumnWidth(1, 222).setFrozenRows(1);
      dropdown(sheet.getRange('B2:B5'), ['yes', 'no']);
      colour(sheet, 5);
      const copy = sheet.copyTo(file());
      const cell = copy.getRange('A1');
      const seen = [
        cell.getValue() as unknown,
        cell.getNumberFormats()[0]?.[0],
        cell.getNote(),
        copy.getColumnWidth(1),
        copy.getFrozenRows(),
        copy.getRange('B3').getDataValidation() !== null,
        formatsOf(copy).map(({ ours }) => ours),
        copy.getName().includes(sheet.getName()),
      ];
      file().deleteSheet(copy);
      return { expected: ['007', '@', 'a note', 222, 1, true, [false, true], true], seen };
    },
  },
  {
    name: 'formats-come-back-as-they-were-made',
    source: 'oddities 87 to 89, F',
    fact: 'Conditional formats come back in their order, formulas as written, fills in lower case.',
    otherwise: 'The add-on would not know its own formats and add them again at every run.',
    everyLocale: true,
    run: (sheet) => {
      colour(sheet, 5);
      colour(sheet, 5);
      const condition = sheet.getConditionalFormatRules()[0]?.getBooleanCondition();
      return {
        expected: [
          [
            { ours: false, range: 'A1:A5' },
            { ours: true, range: 'A1:C5' },
          ],
          '#00ff00',
        ],
        seen: [formatsOf(sheet), condition?.getBackground()],
      };
    },
  },
  {
    name: 'formats-grow-with-rows',
    source: '5 Conditional formats, M',
    fact: 'Rows inserted inside the range of a conditional format are coloured too.',
    otherwise: 'New rows would stay without colour until the next run.',
    run: (sheet) => {
      colour(sheet, 5);
      sheet.insertRowsAfter(2, 3);
      SpreadsheetApp.flush();
      return { expected: 'A1:C8', seen: formatsOf(sheet)[1]?.range };
    },
  },
  {
    name: 'a-tab-by-its-id',
    source: '5, D',
    fact: 'getSheetById finds a tab by its id and gives null for none.',
    otherwise: 'Nothing breaks: the add-on looks through getSheets.',
    run: (sheet) => {
      const found = (id: number) => file().getSheetById(id)?.getName() ?? null;
      return { expected: [sheet.getName(), null], seen: [found(sheet.getSheetId()), found(999_999_999)] };
    },
  },
  {
    name: 'names-of-tabs',
    source: '5 Sheet names, M',
    fact: 'A tab’s name may hold any sign, up to 100 characters; 101 are refused, and so is the name of another tab in other case.',
    otherwise: 'The tab of a volunteer with such a name could not be made.',
    run: (sheet) => {
      const taken = NAMES.map((name) => refusalOf(() => sheet.setName(name)));
      const own = sheet.getName();
      const long = refusalOf(() => {
        sheet.setName('x'.repeat(101));
      });
      const other = refusalOf(() => {
        const made = file().insertSheet(own.toUpperCase(), 0);
        file().deleteSheet(made);
      });
      return {
        expected: [NAMES.map(() => ''), true, true],
        seen: [taken, long !== '', other !== ''],
        note: `${long} | ${other}`,
      };
    },
  },
  {
    name: 'a-refused-word',
    source: '5 Writing, F; where it appears M (10 j)',
    fact: 'A word that a strict dropdown refuses makes the whole call fail, at the call or at the flush; nothing of it is written, and what is written next is.',
    otherwise: 'A refused status could take the date beside it along.',
    run: (sheet) => {
      const rule = SpreadsheetApp.newDataValidation()
        .requireValueInList(['yes', 'no'], true)
        .setAllowInvalid(false)
        .build();
      sheet.getRange('A2').setDataValidation(rule);
      SpreadsheetApp.flush();
      let at = 'the call';
      const refused = refusalOf(() => {
        sheet.getRange('A1:A2').setValues([['first'], ['maybe']]);
        at = 'the flush';
        SpreadsheetApp.flush();
      });
      sheet.getRange('B1').setValue('next');
      SpreadsheetApp.flush();
      return {
        expected: [
          true,
          [
            ['', 'next'],
            ['', ''],
          ],
        ],
        seen: [refused !== '', sheet.getRange('A1:B2').getValues()],
        note: `Refused at ${at}: ${refused}`,
      };
    },
  },
  {
    name: 'a-lenient-dropdown',
    source: '5 Writing, D',
    fact: 'A dropdown that allows other words takes them from a script too.',
    otherwise: 'The task of a volunteer could not be written.',
    run: (sheet) => {
      dropdown(sheet.getRange('A1:A3'), ['yes', 'no']);
      sheet.getRange('A1').setValue('maybe');
      SpreadsheetApp.flush();
      return { expected: 'maybe', seen: sheet.getRange('A1').getValue() as unknown };
    },
  },
];
