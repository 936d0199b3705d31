// Charts of a tab: which stand there, putting new ones in, and what the standing ones draw.
import type { Block, ChartWish, StandingChart } from './services';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

interface Standing extends StandingChart {
  readonly chart: Chart;
  /** Equal for charts that draw the same cells in the same order. */
  readonly key: string;
}

const keyOf = (ranges: readonly Block[]): string =>
  ranges.map(({ row, column, rows, columns }) => [row, column, rows, columns].join()).join(';');

export function chartsOf(sheet: Sheet): Standing[] {
  const own = sheet.getSheetId();
  return sheet.getCharts().flatMap((chart) => {
    const id = chart.getChartId();
    if (id === null) return [];
    const all = chart.getRanges();
    const ranges = all
      .filter((range) => range.getSheet().getSheetId() === own)
      .map((range) => ({
        row: range.getRow(),
        column: range.getColumn(),
        rows: range.getNumRows(),
        columns: range.getNumColumns(),
      }));
    return [{ id, ranges, chart, key: keyOf(ranges) + (ranges.length < all.length ? ';elsewhere' : '') }];
  });
}

/** The id of each wish's chart, null for one that is not there any more. */
export function putCharts(sheet: Sheet, wishes: readonly ChartWish[]): (number | null)[] {
  const before = chartsOf(sheet);
  const taken = new Set(wishes.map(({ id }) => id));
  const placed: ({ readonly id: number | 'new'; readonly key: string } | null)[] = [];
  let changed = false;
  for (const wish of wishes) {
    const key = keyOf(wish.ranges);
    // A run that was cut off behind its charts could not tell anybody their ids.
    const own =
      wish.id === null
        ? before.find((chart) => chart.key === key && !taken.has(chart.id))
        : before.find(({ id }) => id === wish.id);
    if (own !== undefined) {
      taken.add(own.id);
      if (own.key !== key) {
        update(sheet, own, wish.ranges);
        changed = true;
      }
      placed.push({ id: own.id, key });
    } else if (wish.id === null) {
      sheet.insertChart(newChart(sheet, wish));
      changed = true;
      placed.push({ id: 'new', key });
    } else placed.push(null);
  }
  if (!changed) return placed.map((place) => (typeof place?.id === 'number' ? place.id : null));
  const after = chartsOf(sheet);
  const fresh = after.filter((chart) => !before.some(({ id }) => id === chart.id));
  const takeFresh = (index: number): number | null => fresh.splice(index, 1)[0]?.id ?? null;
  const ids = placed.map((place) => {
    if (place === null) return null;
    if (after.some(({ id }) => id === place.id)) return Number(place.id);
    const at = fresh.findIndex(({ key }) => key === place.key);
    return at < 0 ? null : takeFresh(at);
  });
  // Google may give the ranges back in other pieces: then the order tells.
  return ids.map((id, index) => id ?? (placed[index]?.id === 'new' ? takeFresh(0) : null));
}

/** Somebody may have deleted it since the list was read: then nothing is left to do. */
function update(sheet: Sheet, own: Standing, ranges: readonly Block[]): void {
  try {
    sheet.updateChart(withRanges(sheet, own.chart.modify().clearRanges(), ranges).build());
  } catch (error) {
    if (chartsOf(sheet).some(({ id }) => id === own.id)) throw error;
  }
}

function withRanges(sheet: Sheet, builder: Builder, ranges: readonly Block[]): Builder {
  return ranges.reduce(
    (with_, { row, column, rows, columns }) => with_.addRange(sheet.getRange(row, column, rows, columns)),
    builder,
  );
}

const INK = '#1f1f1f';

/** Names of options as the recorder of macros writes them: those of the editor's side panel. */
function newChart(sheet: Sheet, wish: ChartWish): Chart {
  const { kind, series, words, figures } = wish;
  const plain = sheet.newChart();
  const typed =
    kind === 'bar' ? plain.asBarChart() : kind === 'column' ? plain.asColumnChart() : plain.asLineChart();
  // X lies and Y stands, whichever of them has the words.
  const [x, y] = kind === 'bar' ? [figures, words] : [words, figures];
  const options: [string, unknown][] = [
    ['title', wish.title],
    ['titleTextStyle.color', INK],
    ['legend.position', series.length > 1 ? 'top' : 'none'],
    ['useFirstColumnAsDomain', true],
    ['treatLabelsAsText', true],
    ['width', wish.width],
    ['height', wish.height],
  ];
  if (kind === 'line') options.push(['vAxes.0.viewWindow.min', 0]);
  series.forEach(({ color, point, labels }, index) => {
    const put = (name: string, value: unknown) => options.push([`series.${index}.${name}`, value]);
    put('color', color);
    if (labels) put('dataLabel', 'value');
    if (point === undefined) return;
    put('pointShape', point);
    put('pointSize', 7);
  });
  const titled = options.reduce(
    (builder, [name, value]) => builder.setOption(name, value),
    typed.setXAxisTitle(x).setYAxisTitle(y).setNumHeaders(1),
  );
  return (
    withRanges(sheet, titled, wish.ranges)
      .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS)
      // Whoever hides the figures still sees the chart.
      .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
      .setPosition(wish.at.row, wish.at.column, 0, 0)
      .build()
  );
}
