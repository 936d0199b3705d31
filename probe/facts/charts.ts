// Charts as the add-on puts them in: their ids, what they draw, what stays when that changes, and what goes along.
import { chartsOf, putCharts } from '../../src/google/charts';
import type { ChartWish } from '../../src/google/services';
import { file, refusalOf, type Sheet, type SheetFact } from '../fact';

export const WISH: ChartWish = {
  id: null,
  kind: 'column',
  title: 'Contacts by kind',
  ranges: [{ row: 1, column: 1, rows: 4, columns: 3 }],
  at: { row: 3, column: 5 },
  width: 460,
  height: 300,
  series: [
    { color: '#12355b', labels: true },
    { color: '#7693b0', labels: true },
  ],
  words: 'Kind',
  figures: 'Contacts',
};

/** A small table, and the chart over it. Gives its id. */
export function putOne(sheet: Sheet, wish = WISH): number | null {
  const rows = [
    ['Kind', 'Contacts', 'Reached out to'],
    ['Faith group', 12, 7],
    ['Union', 9, 8],
    ['Clinic', 4, 1],
  ];
  sheet.getRange(1, 1, 4, 3).setValues(rows);
  return putCharts(sheet, [wish])[0] ?? null;
}

const longer = (id: number | null): ChartWish => ({
  ...WISH,
  id,
  ranges: [{ row: 1, column: 1, rows: 6, columns: 3 }],
});
const drawn = (sheet: Sheet) =>
  chartsOf(sheet).map(({ ranges }) =>
    ranges.map(({ row, column, rows, columns }) => [row, column, rows, columns]),
  );

/** Options of the first chart, by their names. */
export function optionsOf(sheet: Sheet, names: readonly string[]): unknown[] {
  const options = sheet.getCharts()[0]?.getOptions();
  return names.map((name) => options?.get(name) as unknown);
}

export const CHART_FACTS: readonly SheetFact[] = [
  {
    name: 'a-chart-keeps-its-id',
    source: 'Charts, D and M',
    fact: 'A chart has no id until it is put in; then it has one that stays while what it draws is changed.',
    otherwise: 'After the dashboard was brought up to date its charts would count as deleted by a person.',
    run: (sheet) => {
      const before = sheet.newChart().asBarChart().addRange(sheet.getRange('A1:B2')).build().getChartId();
      const id = putOne(sheet);
      const [same] = putCharts(sheet, [longer(id)]);
      return { expected: [null, true, true], seen: [before, typeof id === 'number', same === id] };
    },
  },
  {
    name: 'ranges-of-a-chart-read-back',
    source: 'Charts, M',
    fact: 'A chart gives the ranges back as they were added, one block or several, and the charts in their order.',
    otherwise: 'Nothing breaks: the charts would be given their ranges anew each time.',
    run: (sheet) => {
      putOne(sheet);
      const column = (at: number) => ({ row: 1, column: at, rows: 4, columns: 1 });
      putCharts(sheet, [{ ...WISH, ranges: [column(1), column(3)] }]);
      return {
        expected: [
          [[1, 1, 4, 3]],
          [
            [1, 1, 4, 1],
            [1, 3, 4, 1],
          ],
        ],
        seen: drawn(sheet),
      };
    },
  },
  {
    name: 'options-of-a-chart-read-back',
    source: 'Charts, F',
    fact: 'Title, axis titles, legend, colours and figures at the columns are taken by the names of the macro recorder.',
    otherwise: 'Charts would lack titles or figures, or differ by Google’s own colours only.',
    run: (sheet) => {
      putOne(sheet);
      const names = ['title', 'hAxis.title', 'vAxes.0.title', 'legend.position', 'width', 'height'];
      const series = ['series.0.color', 'series.1.color', 'series.0.dataLabel'];
      const [chart] = sheet.getCharts();
      return {
        expected: [
          'Contacts by kind',
          'Kind',
          'Contacts',
          'top',
          460,
          300,
          '#12355b',
          '#7693b0',
          'value',
          1,
          'SHOW_BOTH',
        ],
        seen: [
          ...optionsOf(sheet, [...names, ...series]),
          chart?.getNumHeaders(),
          String(chart?.getHiddenDimensionStrategy()),
        ],
      };
    },
  },
  {
    name: 'new-ranges-keep-the-rest',
    source: 'Charts, D and M',
    fact: 'Changing what a chart draws keeps its title, colours, labels and place.',
    otherwise: 'What people changed in a chart would be lost when the dashboard is brought up to date.',
    run: (sheet) => {
      const id = putOne(sheet);
      const [chart] = sheet.getCharts();
      if (chart !== undefined)
        sheet.updateChart(
          chart
            .modify()
            .setOption('title', 'Ours')
            .setOption('series.0.color', '#990000')
            .setPosition(9, 2, 5, 6)
            .build(),
        );
      const where = () => {
        const place = sheet.getCharts()[0]?.getContainerInfo();
        return [place?.getAnchorRow(), place?.getAnchorColumn(), place?.getOffsetX(), place?.getOffsetY()];
      };
      const before = where();
      putCharts(sheet, [longer(id)]);
      const names = ['title', 'series.0.color', 'series.0.dataLabel', 'hAxis.title'];
      return {
        expected: [['Ours', '#990000', 'value', 'Kind'], before, [[[1, 1, 6, 3]]]],
        seen: [optionsOf(sheet, names), where(), drawn(sheet)],
      };
    },
  },
  {
    name: 'where-a-chart-stands',
    source: 'Charts, ?',
    fact: 'The place of a chart reads back as it was set, counted from 1.',
    otherwise: 'Nothing breaks: the add-on never reads it.',
    run: (sheet) => {
      putOne(sheet);
      const place = sheet.getCharts()[0]?.getContainerInfo();
      return { expected: [3, 5], seen: [place?.getAnchorRow(), place?.getAnchorColumn()] };
    },
  },
  {
    name: 'charts-go-along-with-rows',
    source: 'Charts, M',
    fact: 'Rows and columns put in above or inside a chart’s range move and stretch it; one below its last row does not.',
    otherwise: 'Until the dashboard is brought up to date a chart would draw other rows.',
    run: (sheet) => {
      putOne(sheet);
      sheet.insertRowsBefore(1, 2);
      sheet.insertRowsAfter(4, 1);
      sheet.insertRowsAfter(7, 1);
      sheet.insertColumnsBefore(1, 1);
      return { expected: [[[3, 2, 5, 3]]], seen: drawn(sheet) };
    },
  },
  {
    name: 'charts-of-a-copied-tab',
    source: 'Charts, M',
    fact: 'Sheet.copyTo brings the charts along, with ids of their own; they draw the copy.',
    otherwise: 'Nothing breaks: the add-on copies no tab with charts.',
    run: (sheet) => {
      const id = putOne(sheet);
      const copy = sheet.copyTo(file());
      const [chart] = copy.getCharts();
      const home = chart?.getRanges()[0]?.getSheet().getSheetId();
      const seen = [chart !== undefined, chart?.getChartId() !== id, home === copy.getSheetId()];
      file().deleteSheet(copy);
      return { expected: [true, true, true], seen };
    },
  },
  {
    name: 'a-chart-that-is-gone',
    source: 'Charts, M',
    fact: 'Changing or taking away a chart that was deleted is refused; putCharts then says that it is gone.',
    otherwise: 'A chart deleted at that moment could come back.',
    run: (sheet) => {
      const id = putOne(sheet);
      const [chart] = sheet.getCharts();
      if (chart === undefined) return { expected: 'a chart', seen: 'none' };
      sheet.removeChart(chart);
      SpreadsheetApp.flush();
      const refused = [
        refusalOf(() => {
          sheet.updateChart(chart.modify().setOption('title', 'Back').build());
          SpreadsheetApp.flush();
        }),
        refusalOf(() => {
          sheet.removeChart(chart);
          SpreadsheetApp.flush();
        }),
      ];
      const seen = [
        ...refused.map((text) => text !== ''),
        sheet.getCharts().length,
        putCharts(sheet, [longer(id)]),
      ];
      return { expected: [true, true, 0, [null]], seen, note: refused.join(' | ') };
    },
  },
  {
    name: 'what-charts-refuse',
    source: 'Charts, M',
    fact: 'A chart without ranges, or with its place outside of the tab, is refused.',
    otherwise: 'Nothing breaks: the add-on gives ranges, and a place inside a tab that is large enough.',
    run: (sheet) => {
      const refused = [
        refusalOf(() => {
          sheet.insertChart(sheet.newChart().asBarChart().setPosition(1, 1, 0, 0).build());
          SpreadsheetApp.flush();
        }),
        refusalOf(() => {
          const far = sheet.getMaxRows() + 1;
          const range = sheet.getRange('A1:B2');
          sheet.insertChart(sheet.newChart().asBarChart().addRange(range).setPosition(far, 1, 0, 0).build());
          SpreadsheetApp.flush();
        }),
      ];
      return { expected: [true, true], seen: refused.map((text) => text !== ''), note: refused.join(' | ') };
    },
  },
];
