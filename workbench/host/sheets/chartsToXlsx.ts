// Charts as other programs have them, for a copy that is saved: bars, columns and lines over plain ranges. What else a
// chart holds is kept with the extras of the file only.
import type { ChartSeries, SheetChart } from 'hucre';
import { areaText } from './areas';
import { quoted } from './formula';
import type { Chart, TabArea, TabState } from './state';
import { textAt, type View } from './values';

const KINDS = { BAR: 'bar', COLUMN: 'column', LINE: 'line' } as const;
/** Pixels of a row and a column where the file says nothing else. */
const ROW = 21;
const COLUMN = 100;

export function xlsxCharts(view: View, tab: TabState): SheetChart[] {
  return (tab.charts ?? []).flatMap((chart) => oneChart(view, tab, chart) ?? []);
}

function oneChart(view: View, home: TabState, chart: Chart): SheetChart | null {
  const kind = KINDS[chart.type as keyof typeof KINDS] as SheetChart['type'] | undefined;
  const columns = chart.ranges.flatMap((range) =>
    Array.from({ length: range.columns }, (_, c) => ({ ...range, column: range.column + c, columns: 1 })),
  );
  const [words, ...figures] = columns;
  if (kind === undefined || words === undefined || figures.length === 0 || chart.transposed) return null;
  const headings = chart.headers < 0 ? 1 : chart.headers;
  const tabOf = (id: number) => view.state.tabs.find((tab) => tab.id === id);
  const below = (area: TabArea): string => {
    const body = { ...area, row: area.row + headings, rows: Math.max(1, area.rows - headings) };
    return `${quoted(tabOf(area.tab)?.name ?? '')}!${areaText(body, true)}`;
  };
  const option = (name: string): string => {
    const value = chart.options[name];
    return typeof value === 'string' ? value : '';
  };
  const size = (name: string, usual: number) =>
    typeof chart.options[name] === 'number' ? chart.options[name] : usual;
  const series = figures.map((area, index): ChartSeries => {
    const own = tabOf(area.tab);
    const color = option(`series.${index}.color`).replace('#', '').toUpperCase();
    return {
      name: own === undefined || headings === 0 ? '' : textAt(view, own, area.row, area.column),
      categories: below(words),
      values: below(area),
      ...(color === '' ? {} : { color }),
      ...(option(`series.${index}.dataLabel`) === 'value' ? { dataLabels: { showValue: true } } : {}),
    };
  });
  const [lying, standing] = [option('hAxis.title'), option('vAxes.0.title')];
  const [x, y] = kind === 'bar' ? [standing, lying] : [lying, standing];
  const { row, column } = chart.anchor;
  let last = column;
  for (let room = size('width', 600); room > 0; last++) room -= home.widths[last] ?? COLUMN;
  return {
    type: kind,
    title: option('title'),
    series,
    anchor: {
      from: { row: row - 1, col: column - 1 },
      to: { row: row - 1 + Math.ceil(size('height', 371) / ROW), col: last - 1 },
    },
    legend: option('legend.position') === 'none' ? false : 'top',
    axes: { x: { title: x }, y: { title: y } },
  };
}
