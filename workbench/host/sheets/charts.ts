// The charts of tabs: putting in, changing, taking away, and what happens to them as lines, tabs and copies come and go.
import type { Draft } from './draft';
import { Refusal, REFUSALS } from './refusal';
import type { Chart, TabArea, TabState } from './state';

/** A chart before it has its id. */
export type NewChart = Omit<Chart, 'id'>;

/** What Google says to each of these is not known: the texts are the stand-in's own (M). */
function requireSound(draft: Draft, tab: TabState, { ranges, anchor }: NewChart): void {
  if (ranges.length === 0) throw new Refusal(REFUSALS.chartWithoutRange);
  if (anchor.row < 1 || anchor.column < 1 || anchor.row > tab.maxRows || anchor.column > tab.maxColumns)
    throw new Refusal(REFUSALS.chartOutside);
  for (const range of ranges) {
    const { maxRows, maxColumns } = draft.state.tabs.find(({ id }) => id === range.tab) ?? tab;
    if (range.row + range.rows - 1 > maxRows || range.column + range.columns - 1 > maxColumns)
      throw new Refusal(REFUSALS.outside);
  }
}

/** The id of the new chart. */
export function addChart(draft: Draft, tabId: number, chart: NewChart): number {
  const tab = draft.tab(tabId);
  requireSound(draft, tab, chart);
  const id = draft.state.nextId;
  draft.state.nextId += 1;
  tab.charts = [...(tab.charts ?? []), { ...chart, id }];
  return id;
}

export function changeChart(draft: Draft, tabId: number, chart: Chart): void {
  const tab = draft.tab(tabId);
  requireStanding(tab, chart.id);
  requireSound(draft, tab, chart);
  tab.charts = (tab.charts ?? []).map((other) => (other.id === chart.id ? chart : other));
}

export function removeChart(draft: Draft, tabId: number, id: number): void {
  const tab = draft.tab(tabId);
  requireStanding(tab, id);
  tab.charts = (tab.charts ?? []).filter((chart) => chart.id !== id);
}

function requireStanding(tab: TabState, id: number): void {
  if (!tab.charts?.some((chart) => chart.id === id)) throw new Refusal(REFUSALS.chartGone);
}

/** Those of a copied tab: with ids of their own, drawing the copy where the old ones draw their own tab (M). */
export function copiedCharts(draft: Draft, source: TabState, copyId: number): readonly Chart[] {
  return (source.charts ?? []).map((chart) => {
    const id = draft.state.nextId;
    draft.state.nextId += 1;
    const ranges = chart.ranges.map((range) => (range.tab === source.id ? { ...range, tab: copyId } : range));
    return { ...chart, id, ranges };
  });
}

/** What charts of any tab draw of `tab` goes along with its lines, and its own charts with their cells. */
export function followInCharts(
  draft: Draft,
  tab: TabState,
  follow: (area: TabArea) => TabArea | null,
  followAnchor: (anchor: Chart['anchor']) => Chart['anchor'],
): void {
  for (const { id, charts } of draft.state.tabs.slice()) {
    if (charts === undefined || charts.length === 0) continue;
    const draws = charts.some(({ ranges }) => ranges.some((range) => range.tab === tab.id));
    if (!draws && id !== tab.id) continue;
    draft.tab(id).charts = charts.map((chart) => ({
      ...chart,
      ranges: chart.ranges.flatMap((range) => (range.tab === tab.id ? (follow(range) ?? []) : [range])),
      anchor: id === tab.id ? followAnchor(chart.anchor) : chart.anchor,
    }));
  }
}

/** A tab is gone: charts of other tabs draw nothing of it any more. */
export function dropFromCharts(draft: Draft, gone: number): void {
  for (const { id, charts } of draft.state.tabs.slice()) {
    if (!charts?.some(({ ranges }) => ranges.some(({ tab }) => tab === gone))) continue;
    draft.tab(id).charts = charts.map((chart) => ({
      ...chart,
      ranges: chart.ranges.filter(({ tab }) => tab !== gone),
    }));
  }
}
