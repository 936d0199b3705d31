// Charts of a tab and their builders, and the enums of the service Charts. Building is light; a chart counts once it has
// been put in. Documented (D): build() draws nothing, getChartId is null until then and stable after, addRange of a range
// that is there already does nothing. What Google does with a chart that is gone, without ranges or outside the tab is
// known to nobody (M): the stand-in refuses. Whether getContainerInfo counts from 1 as setPosition does is disputed (?).
import { makeEnum, type EnumMember } from '../enums';
import type { Gate, MethodTable } from '../gate';
import { addChart, changeChart, removeChart, type NewChart } from '../sheets/charts';
import type { Draft } from '../sheets/draft';
import { locksOut } from '../sheets/edits';
import { Refusal, REFUSALS } from '../sheets/refusal';
import { sameArea, type Chart } from '../sheets/state';
import { member } from './enums';
import { enumName, light, makeRegister, NONE, reading, writing, type Kit } from './kit';

const CHARTS = {
  ChartType: makeEnum([
    'TIMELINE',
    'AREA',
    'BAR',
    'BUBBLE',
    'CANDLESTICK',
    'COLUMN',
    'COMBO',
    'GAUGE',
    'GEO',
    'HISTOGRAM',
    'RADAR',
    'LINE',
    'ORG',
    'PIE',
    'SCATTER',
    'SPARKLINE',
    'STEPPED_AREA',
    'TABLE',
    'TREEMAP',
    'WATERFALL',
  ]),
  ChartHiddenDimensionStrategy: makeEnum(['IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH']),
  ChartMergeStrategy: makeEnum(['MERGE_COLUMNS', 'MERGE_ROWS']),
  Position: makeEnum(['TOP', 'RIGHT', 'BOTTOM', 'NONE']),
} as const;

/** The service Charts: its enums only. They need no permission (M). */
export const makeChartsService = (gate: Gate): object => gate.wrap('Charts', {}, CHARTS);

export interface ChartService {
  /** newChart, getCharts, insertChart, updateChart and removeChart of a tab. */
  methods(tab: number): MethodTable;
}

/** A chart as a script holds it: null until it stands in a tab. */
interface ChartInside extends NewChart {
  readonly id: number | null;
}

const BLANK: ChartInside = {
  id: null,
  type: 'TABLE',
  ranges: [],
  headers: -1,
  transposed: false,
  merge: 'MERGE_COLUMNS',
  hidden: 'IGNORE_BOTH',
  anchor: { row: 1, column: 1, x: 0, y: 0 },
  options: {},
};

type Options = Chart['options'];

/** A value that is a record stands for one option for each of its entries, in place of all that stood there before. */
function withOption(options: Options, name: string, value: unknown): Options {
  const others = Object.entries(options).filter(([key]) => key !== name && !key.startsWith(`${name}.`));
  return Object.fromEntries([...others, ...flat(name, value)]);
}

function flat(name: string, value: unknown): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(`${name}.${key}`, inner));
}

export function makeCharts(kit: Kit): ChartService {
  const register = makeRegister<ChartInside>('chart');
  const rangesOf = ({ ranges }: ChartInside) =>
    ranges.map(({ tab, ...area }) => kit.range({ tab, area, shape: 'cells' }));

  function chart(inside: ChartInside): object {
    const { options } = inside;
    const methods: MethodTable = {
      getChartId: light(NONE, () => inside.id),
      getRanges: light(NONE, () => rangesOf(inside)),
      getNumHeaders: light(NONE, () => inside.headers),
      getTransposeRowsAndColumns: light(NONE, () => inside.transposed),
      getMergeStrategy: light(NONE, () => member(CHARTS.ChartMergeStrategy, inside.merge)),
      getHiddenDimensionStrategy: light(NONE, () =>
        member(CHARTS.ChartHiddenDimensionStrategy, inside.hidden),
      ),
      getOptions: light(NONE, () =>
        kit.gate.wrap('ChartOptions', {
          get: light([['String']], (name: string) => options[name] ?? null),
        }),
      ),
      getContainerInfo: light(NONE, () => {
        const { row, column, x, y } = inside.anchor;
        return kit.gate.wrap('ContainerInfo', {
          getAnchorRow: light(NONE, () => row),
          getAnchorColumn: light(NONE, () => column),
          getOffsetX: light(NONE, () => x),
          getOffsetY: light(NONE, () => y),
        });
      }),
      modify: light(NONE, () => builder('EmbeddedChartBuilder', { now: inside })),
    };
    return register.add(kit.gate.wrap('EmbeddedChart', methods), inside);
  }

  function builder(className: string, held: { now: ChartInside }): object {
    const put = (change: Partial<ChartInside>): object => {
      held.now = { ...held.now, ...change };
      return self;
    };
    const option = (name: string, value: unknown) =>
      put({ options: withOption(held.now.options, name, value) });
    const as = (type: string, name: string) =>
      light(NONE, () => {
        put({ type });
        return builder(name, held);
      });
    const text = (name: string) => light([['String']], (value: string) => option(name, value));
    const typed: MethodTable = {
      setTitle: text('title'),
      setXAxisTitle: text('hAxis.title'),
      setYAxisTitle: text('vAxes.0.title'),
      setColors: light([['String[]']], (colors: readonly string[]) => option('colors', [...colors])),
      setStacked: light(NONE, () => option('isStacked', true)),
      setLegendPosition: light([['Position']], (position: EnumMember) =>
        option('legend.position', enumName(position).toLowerCase()),
      ),
    };
    const methods: MethodTable = {
      ...(className === 'EmbeddedChartBuilder' ? {} : typed),
      asBarChart: as('BAR', 'EmbeddedBarChartBuilder'),
      asColumnChart: as('COLUMN', 'EmbeddedColumnChartBuilder'),
      asLineChart: as('LINE', 'EmbeddedLineChartBuilder'),
      setChartType: light([['ChartType']], (type: EnumMember) => put({ type: enumName(type) })),
      getChartType: light(NONE, () => member(CHARTS.ChartType, held.now.type)),
      getRanges: light(NONE, () => rangesOf(held.now)),
      addRange: light([['Range']], (range: object) => {
        const { tab, area } = kit.rangeInside(range);
        const known = held.now.ranges.some((other) => other.tab === tab && sameArea(other, area));
        return put(known ? {} : { ranges: [...held.now.ranges, { tab, ...area }] });
      }),
      removeRange: light([['Range']], (range: object) => {
        const { tab, area } = kit.rangeInside(range);
        return put({
          ranges: held.now.ranges.filter((other) => other.tab !== tab || !sameArea(other, area)),
        });
      }),
      clearRanges: light(NONE, () => put({ ranges: [] })),
      setPosition: light(
        [['Integer', 'Integer', 'Integer', 'Integer']],
        (row: number, column: number, x: number, y: number) => put({ anchor: { row, column, x, y } }),
      ),
      setNumHeaders: light([['Integer']], (headers: number) => put({ headers })),
      setTransposeRowsAndColumns: light([['Boolean']], (transposed: boolean) => put({ transposed })),
      setMergeStrategy: light([['ChartMergeStrategy']], (merge: EnumMember) =>
        put({ merge: enumName(merge) }),
      ),
      setHiddenDimensionStrategy: light([['ChartHiddenDimensionStrategy']], (hidden: EnumMember) =>
        put({ hidden: enumName(hidden) }),
      ),
      setOption: light([['String', 'Any']], option),
      build: light(NONE, () => chart(held.now)),
    };
    const self = kit.gate.wrap(className, methods);
    return self;
  }

  const changing = (change: (draft: Draft, inside: ChartInside, tab: number) => void, tab: number) =>
    writing([['EmbeddedChart']], (given: object) => {
      const inside = register.inside(given);
      kit.write((draft) => {
        const { protections } = draft.tab(tab);
        if (protections.some((one) => locksOut(one, kit.context.user, draft.state.owner)))
          throw new Refusal(REFUSALS.protected);
        change(draft, inside, tab);
      });
    });
  const idOf = ({ id }: ChartInside): number => {
    if (id === null) throw new Refusal(REFUSALS.chartGone);
    return id;
  };

  return {
    methods: (tab) => ({
      newChart: light(NONE, () => builder('EmbeddedChartBuilder', { now: BLANK })),
      getCharts: reading(kit, NONE, () => (kit.tab(tab).charts ?? []).map(chart)),
      insertChart: changing((draft, inside, id) => {
        addChart(draft, id, inside);
      }, tab),
      updateChart: changing((draft, inside, id) => {
        changeChart(draft, id, { ...inside, id: idOf(inside) });
      }, tab),
      removeChart: changing((draft, inside, id) => {
        removeChart(draft, id, idOf(inside));
      }, tab),
    }),
  };
}
