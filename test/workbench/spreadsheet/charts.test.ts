// Charts through the services: building, putting in, changing, taking away, what is refused, and what goes along with
// rows, tabs and copies.
import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre';
import { readFile, writeXlsx } from '../../../workbench/host/sheets/files';
import type { TabState } from '../../../workbench/host/sheets/state';
import { host, workbook } from '../host/fixtures';
import { script, type Script, type ScriptOptions } from './app';

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The script with a column chart over B2:C5 at E3. */
function withChart(options: ScriptOptions = {}): Script {
  const made = script(options);
  made.sheet.insertChart(columns(made.sheet).build());
  made.model.flush();
  return made;
}

const columns = (sheet: Sheet) =>
  sheet
    .newChart()
    .asColumnChart()
    .setXAxisTitle('Step')
    .setTitle('Contacts')
    .addRange(sheet.getRange('B2:C5'))
    .setNumHeaders(1)
    .setPosition(3, 5, 4, 6);

const drawn = (sheet: Sheet) =>
  sheet.getCharts().map((chart) => chart.getRanges().map((range) => range.getA1Notation()));

const first = (sheet: Sheet): Chart => {
  const [chart] = sheet.getCharts();
  if (chart === undefined) throw new Error('There is no chart.');
  return chart;
};

const anchor = ({ model }: Script) => model.state().tabs[0]?.charts?.[0]?.anchor;

describe('a chart', () => {
  test('has no id until it stands in a tab, and keeps that id while it is changed', () => {
    const { sheet } = script();
    const built = columns(sheet).build();
    expect([built.getChartId(), sheet.getCharts()]).toEqual([null, []]);
    sheet.insertChart(built);
    const id = first(sheet).getChartId();
    expect(id).not.toBeNull();
    sheet.updateChart(first(sheet).modify().clearRanges().addRange(sheet.getRange('B2:C9')).build());
    expect(first(sheet).getChartId()).toBe(id);
    expect(drawn(sheet)).toEqual([['B2:C9']]);
    sheet.removeChart(first(sheet));
    expect(sheet.getCharts()).toEqual([]);
  });

  test('keeps all that was not asked to change, as people made it', () => {
    const { sheet, model } = withChart();
    model.edit((draft) => {
      const tab = draft.tab(7);
      tab.charts = (tab.charts ?? []).map((chart) => ({
        ...chart,
        anchor: { row: 30, column: 2, x: 0, y: 0 },
        options: { ...chart.options, 'series.0.color': '#ff00ff', title: 'Ours' },
      }));
    });
    sheet.updateChart(first(sheet).modify().clearRanges().addRange(sheet.getRange('B2:C6')).build());
    const [chart] = model.state().tabs[0]?.charts ?? [];
    expect(chart?.anchor.row).toBe(30);
    expect(first(sheet).getOptions().get('series.0.color')).toBe('#ff00ff');
    expect(first(sheet).getOptions().get('title')).toBe('Ours');
    expect(first(sheet).getOptions().get('hAxis.title')).toBe('Step');
    expect(first(sheet).getContainerInfo().getAnchorRow()).toBe(30);
  });

  test('an option that is a record stands for its entries, in place of what stood there', () => {
    const { sheet } = script();
    const builder = sheet.newChart().setOption('series.0.color', '#000000').setOption('title', 'A');
    const options = builder
      .setOption('series', { 1: { color: '#999999' } })
      .build()
      .getOptions();
    expect(['series.0.color', 'series.1.color', 'title'].map((name) => options.get(name) as unknown)).toEqual(
      [null, '#999999', 'A'],
    );
  });

  test('the same range counts once', () => {
    const { sheet } = script();
    const range = sheet.getRange('A1:B3');
    expect(sheet.newChart().addRange(range).addRange(sheet.getRange('A1:B3')).getRanges()).toHaveLength(1);
    expect(sheet.newChart().addRange(range).removeRange(range).getRanges()).toHaveLength(0);
  });

  test('building is light; putting in, changing, taking away and listing are calls', () => {
    const { sheet, gate } = withChart();
    sheet.updateChart(first(sheet).modify().setOption('title', 'B').build());
    sheet.removeChart(first(sheet));
    expect(gate.calls.map(({ method, effect }) => [method, effect])).toEqual([
      ['Sheet.insertChart', 'writes'],
      ['Sheet.getCharts', 'reads'],
      ['Sheet.updateChart', 'writes'],
      ['Sheet.getCharts', 'reads'],
      ['Sheet.removeChart', 'writes'],
    ]);
  });
});

describe('what is refused', () => {
  const put = (sheet: Sheet, builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder) => () => {
    sheet.insertChart(builder.build());
  };

  test('a builder that was not built, and arguments of another kind', () => {
    const { sheet } = script();
    expect(() => {
      sheet.insertChart(columns(sheet) as unknown as Chart);
    }).toThrow(
      "The parameters (SpreadsheetApp.EmbeddedColumnChartBuilder) don't match the method signature for SpreadsheetApp.Sheet.insertChart.",
    );
    const loose = sheet.newChart() as unknown as {
      setPosition(...all: unknown[]): void;
      addRange(a1: string): void;
      setTitle(title: string): void;
    };
    expect(() => {
      loose.setPosition(1, 1);
    }).toThrow("The parameters (number,number) don't match");
    expect(() => {
      loose.addRange('A1:B2');
    }).toThrow("The parameters (String) don't match");
    expect(() => {
      loose.setTitle('only of a typed builder');
    }).toThrow('Not in the stand-in: EmbeddedChartBuilder.setTitle');
  });

  test('a place outside of the tab, a range outside of it, a chart without ranges', () => {
    const { sheet } = script();
    expect(put(sheet, columns(sheet).setPosition(101, 1, 0, 0))).toThrow('outside the dimensions');
    expect(put(sheet, columns(sheet).setPosition(0, 1, 0, 0))).toThrow('outside the dimensions');
    expect(put(sheet, columns(sheet).addRange(sheet.getRange('A99:B120')))).toThrow('coordinates');
    expect(put(sheet, columns(sheet).clearRanges())).toThrow('range');
    expect(sheet.getCharts()).toEqual([]);
  });

  test('a chart that somebody deleted, or of another tab', () => {
    const { sheet, book, model } = withChart();
    const held = first(sheet);
    const other = book.insertSheet('Other');
    expect(() => {
      other.removeChart(held);
    }).toThrow('not on this sheet');
    expect(model.removeChart(7, held.getChartId() ?? 0).ok).toBe(true);
    expect(() => {
      sheet.updateChart(held.modify().build());
    }).toThrow('not on this sheet');
    expect(() => {
      sheet.removeChart(held);
    }).toThrow('not on this sheet');
    expect(() => {
      sheet.updateChart(columns(sheet).build());
    }).toThrow('not on this sheet');
  });

  test('a deleted tab, and a tab that is protected from this person', () => {
    const { book } = script();
    const other = book.insertSheet('Other');
    const built = columns(other).build();
    book.deleteSheet(other);
    expect(() => {
      other.insertChart(built);
    }).toThrow('not found');
    const protect = (_: unknown, tab: TabState) => {
      const all = { id: 5, tab: tab.id, area: null, open: [], editors: [], warningOnly: false };
      tab.protections.push({ ...all, description: '' });
    };
    const { sheet } = script({ user: 'other@example.org', prepare: protect });
    expect(put(sheet, columns(sheet))).toThrow('protected');
    const { sheet: own } = script({ prepare: protect });
    expect(put(own, columns(own))).not.toThrow();
  });

  test('a simple trigger may list them, somebody who granted nothing may not', () => {
    const code = 'function list() { return SpreadsheetApp.getActiveSheet().getCharts().length; }';
    const full = code.replace('getActiveSheet()', 'getActive().getActiveSheet()');
    expect(host(full).call('list')).toBe(0);
    expect(() => host(full, { scopes: [] }).call('list')).toThrow();
  });
});

describe('what goes along', () => {
  test('ranges and the place follow inserted and deleted rows and columns', () => {
    const made = withChart();
    const { sheet } = made;
    sheet.insertRowsBefore(1, 2);
    expect([drawn(sheet), anchor(made)]).toEqual([[['B4:C7']], { row: 5, column: 5, x: 4, y: 6 }]);
    sheet.insertRowsAfter(5, 1);
    sheet.insertColumnsBefore(3, 1);
    expect([drawn(sheet), anchor(made)]).toEqual([[['B4:D8']], { row: 5, column: 6, x: 4, y: 6 }]);
    sheet.deleteRows(1, 4);
    sheet.deleteColumn(2);
    expect([drawn(sheet), anchor(made)]).toEqual([[['B1:C4']], { row: 1, column: 5, x: 4, y: 6 }]);
  });

  test('a row below the last one is not drawn by itself', () => {
    const { sheet } = withChart();
    sheet.insertRowsAfter(5, 3);
    expect(drawn(sheet)).toEqual([['B2:C5']]);
  });

  test('a chart stays over the cell that took the place of a deleted one', () => {
    const made = withChart();
    made.sheet.deleteRows(2, 3);
    expect(anchor(made)?.row).toBe(2);
    expect(drawn(made.sheet)).toEqual([['B2:C2']]);
    made.sheet.deleteRows(2, 1);
    expect(drawn(made.sheet)).toEqual([[]]);
  });

  test('a chart of another tab follows too, and loses what is deleted with its tab', () => {
    const { sheet, book } = script();
    const board = book.insertSheet('Dashboard');
    board.insertChart(columns(sheet).addRange(board.getRange('A1:A4')).build());
    sheet.insertRowsBefore(1, 1);
    expect(drawn(board)).toEqual([['B3:C6', 'A1:A4']]);
    book.deleteSheet(sheet);
    expect(drawn(board)).toEqual([['A1:A4']]);
  });

  test('a copied tab has charts of its own that draw the copy', () => {
    const { sheet, book } = withChart();
    const copy = sheet.copyTo(book);
    expect(drawn(copy)).toEqual([['B2:C5']]);
    expect(
      first(copy)
        .getRanges()
        .map((range) => range.getSheet().getSheetId()),
    ).toEqual([copy.getSheetId()]);
    expect(first(copy).getChartId()).not.toBe(first(sheet).getChartId());
    copy.removeChart(first(copy));
    expect(sheet.getCharts()).toHaveLength(1);
  });

  test('they go with their tab, and come back with what was saved', async () => {
    const code = `function put() {
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.insertChart(sheet.newChart().asLineChart().addRange(sheet.getRange('A1:B4'))
        .setOption('title', 'Weeks').setPosition(2, 3, 0, 0).build());
    }
    function list() {
      return SpreadsheetApp.getActive().getSheets()[0].getCharts()
        .map((chart) => [chart.getOptions().get('title'), chart.getRanges()[0].getA1Notation()]);
    }`;
    const made = host(code);
    made.call('put');
    const saved = JSON.parse(JSON.stringify(made.save())) as ReturnType<typeof made.save>;
    expect(host(code, { saved }).call('list')).toEqual([['Weeks', 'A1:B4']]);
    const now = Date.parse(made.now);
    const read = await readFile('copy.xlsx', await writeXlsx(made.model.snapshot(), now));
    if (!read.ok) throw new Error(read.message);
    expect(host(code, { workbook: read.state, today: '2026-11-12' }).call('list')).toEqual([
      ['Weeks', 'A1:B4'],
    ]);
    expect(host(code, { workbook: workbook(), today: '2026-11-12' }).call('list')).toEqual([]);
  });

  test('a saved copy holds them for other programs too, where these could draw them', async () => {
    const { sheet, model } = script();
    sheet.getRange('B2:C2').setValues([['Kind', "How many there're"]]);
    const range = sheet.getRange('B2:C5');
    sheet.insertChart(
      sheet
        .newChart()
        .asBarChart()
        .setXAxisTitle('Contacts')
        .setYAxisTitle('Kind')
        .addRange(range)
        .setNumHeaders(1)
        .setOption('title', 'Kinds')
        .setOption('series.0.color', '#12355b')
        .setPosition(3, 5, 0, 0)
        .build(),
    );
    sheet.setName("Ana's list");
    model.flush();
    const bytes = await writeXlsx(model.snapshot(), Date.UTC(2026, 10, 20, 15));
    const [tab] = (await readXlsx(bytes)).sheets;
    const [chart] = tab?.charts ?? [];
    expect([chart?.title, chart?.kinds, chart?.series?.[0]]).toEqual([
      'Kinds',
      ['bar'],
      expect.objectContaining({
        name: "How many there're",
        categoriesRef: "'Ana''s list'!$B$3:$B$5",
        valuesRef: "'Ana''s list'!$C$3:$C$5",
      }),
    ]);
    expect([chart?.axes?.x?.title, chart?.axes?.y?.title]).toEqual(['Kind', 'Contacts']);
    expect(chart?.anchor?.from).toEqual({ row: 2, col: 4 });
  });

  test('of a killed run only what was written before stands there', () => {
    const code = `function put() {
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      for (const cell of ['A1:B4', 'A1:C4'])
        sheet.insertChart(sheet.newChart().asBarChart().addRange(sheet.getRange(cell)).build());
    }`;
    const made = host(code);
    made.killAt(2, 'after', 'half');
    expect(() => made.call('put')).toThrow();
    expect(made.model.snapshot().tabs[0]?.charts?.map(({ ranges }) => ranges[0]?.columns)).toEqual([2]);
  });
});
