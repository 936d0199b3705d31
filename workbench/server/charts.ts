// The charts of a tab as the page draws them: what their ranges hold now, read as Sheets reads them.
import type { Chart, TabArea } from '../host/sheets/state';
import type { Model } from '../host/sheets/workbook';
import type { ChartFrame, ChartSeries } from './wire';

/** What a chart has where nobody said anything else: size and colours of Sheets. */
const WIDTH = 600;
const HEIGHT = 371;
const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];
/** A chart over whole columns draws no more than this. */
const MOST_ROWS = 1000;

interface Read {
  readonly text: string;
  readonly figure: number | null;
}

/** Rows × columns of all ranges side by side, without lines that are hidden where the chart leaves them out. */
function readCells(model: Model, { ranges, hidden }: Chart): Read[][] {
  const columns = ranges.flatMap((range) => columnsOf(model, range, hidden));
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const lines = Array.from({ length: rows }, (_, r) =>
    columns.map((column) => column[r] ?? { text: '', figure: null }),
  );
  while (lines.at(-1)?.every(({ text }) => text === '') === true) lines.pop();
  return lines;
}

function columnsOf(model: Model, range: TabArea, hidden: string): Read[][] {
  const tab = model.tab(range.tab);
  if (tab === null) return [];
  const span = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const high = Math.max(0, Math.min(range.rows, tab.rows.length - range.row + 1, MOST_ROWS));
  const isShown = (row: number) => tab.rows[row - 1]?.hidden !== true;
  const rows = span(range.row, high).filter(
    hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_ROWS' ? isShown : () => true,
  );
  const leaves = hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_COLUMNS';
  return span(range.column, range.columns)
    .filter((column) => !leaves || !tab.hiddenColumns.includes(column))
    .map((column) =>
      rows.map((row) => {
        const value = model.value(tab.id, row, column);
        const figure = typeof value === 'number' ? value : null;
        return { text: model.display(tab.id, row, column), figure };
      }),
    );
}

function frameOf(model: Model, chart: Chart): ChartFrame {
  const { options, anchor } = chart;
  const text = (name: string): string => {
    const value = options[name];
    return typeof value === 'string' ? value : '';
  };
  const number = (name: string, otherwise: number): number =>
    typeof options[name] === 'number' ? options[name] : otherwise;
  const lines = readCells(model, chart);
  const guessed = lines[0]?.slice(1).every(({ figure }) => figure === null) === true ? 1 : 0;
  const headings = lines.slice(0, chart.headers < 0 ? guessed : chart.headers);
  const body = lines.slice(headings.length);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const colors = Array.isArray(options['colors']) ? options['colors'].map(String) : COLORS;
  const series = Array.from({ length: Math.max(0, width - 1) }, (_, index): ChartSeries => {
    const own = `series.${index}.`;
    return {
      name:
        text(`${own}labelInLegend`) ||
        headings
          .map((line) => line[index + 1]?.text ?? '')
          .join(' ')
          .trim(),
      color: text(`${own}color`) || (colors[index % colors.length] ?? '#4285f4'),
      point:
        number(`${own}pointSize`, number('pointSize', 0)) > 0 ? text(`${own}pointShape`) || 'circle' : '',
      labels: text(`${own}dataLabel`) === 'value',
      figures: body.map((line) => line[index + 1]?.figure ?? null),
      texts: body.map((line) => line[index + 1]?.text ?? ''),
    };
  });
  const kinds = { BAR: 'bar', COLUMN: 'column', LINE: 'line' } as const;
  const isPlain = !chart.transposed && (chart.merge === 'MERGE_COLUMNS' || chart.ranges.length === 1);
  return {
    id: chart.id,
    kind: (isPlain && kinds[chart.type as keyof typeof kinds]) || null,
    title: text('title'),
    at: anchor,
    width: number('width', WIDTH),
    height: number('height', HEIGHT),
    words: body.map((line) => line[0]?.text ?? ''),
    series,
    lying: text('hAxis.title'),
    standing: text('vAxes.0.title') || text('vAxis.title'),
    legend: text('legend.position') !== 'none' && text('legend') !== 'none',
  };
}

export function chartFrames(model: Model, tab: number): ChartFrame[] {
  return (model.tab(tab)?.charts ?? []).map((chart) => frameOf(model, chart));
}
