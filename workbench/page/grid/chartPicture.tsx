// A chart as a picture: bars that lie or stand, or lines, with axes, legend and the figures as text. Colours as given.
import type { ChartFrame, ChartSeries } from '../../server/wire';
import { broken, cut, scaleOf, widthOf, type Scale } from '../../server/chartScale';

const INK = '#1f1f1f';
const SOFT = '#444746';
const LINE = '#d3d6da';
const TITLE = 15;
const TYPE = 12;
const SMALL = 11;
const PAD = 12;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly ink?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly turn?: number;
  readonly bold?: boolean;
  /** Stays readable over a line. */
  readonly halo?: boolean;
  readonly children: string;
}

function Text({
  x,
  y,
  size = TYPE,
  ink = SOFT,
  anchor = 'start',
  turn,
  bold = false,
  halo,
  children,
}: TextProps) {
  return (
    <text
      x={x}
      y={y}
      font-size={size}
      fill={ink}
      text-anchor={anchor}
      font-weight={bold ? 600 : 400}
      {...(turn === undefined ? {} : { transform: `rotate(${turn} ${x} ${y})` })}
      {...(halo ? { stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' } : {})}
    >
      {children}
    </text>
  );
}

/** A figure at its bar or point. */
function Figure(props: Pick<TextProps, 'x' | 'y' | 'anchor' | 'children'>) {
  return <Text {...props} size={SMALL} ink={INK} halo />;
}

/** The chart in words: its title, its kind, and every figure. */
export function summaryOf({ title, kind, words, series }: ChartFrame): string {
  const kinds = { bar: 'Bar chart', column: 'Column chart', line: 'Line chart' } as const;
  const parts = series.map(({ name, texts }) => {
    const figures = words.map((word, at) => `${word}: ${texts[at] === '' ? 'none' : (texts[at] ?? 'none')}`);
    return `${name === '' ? '' : `${name}. `}${figures.join(', ')}`;
  });
  return [title, kind === null ? 'Chart' : kinds[kind], ...parts].filter((part) => part !== '').join('. ');
}

function Mark({
  x,
  y,
  series: { point, color },
}: {
  readonly x: number;
  readonly y: number;
  readonly series: ChartSeries;
}) {
  const r = 4.5;
  if (point === 'square') return <rect x={x - r} y={y - r} width={2 * r} height={2 * r} fill={color} />;
  if (point === 'diamond')
    return (
      <path d={`M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`} fill={color} />
    );
  return <circle cx={x} cy={y} r={r} fill={color} />;
}

function Legend({ chart, top }: { readonly chart: ChartFrame; readonly top: number }) {
  let left = PAD;
  return (
    <g class="legend">
      {chart.series.map((series, index) => {
        const name = cut(series.name === '' ? `Series ${index + 1}` : series.name, 180, TYPE);
        const x = left;
        left += 24 + widthOf(name, TYPE) + 18;
        const y = top - 4;
        return (
          <g key={index}>
            {chart.kind === 'line' ? (
              <>
                <path d={`M${x} ${y}h18`} stroke={series.color} stroke-width="2" />
                <Mark x={x + 9} y={y} series={series} />
              </>
            ) : (
              <rect x={x + 2} y={y - 6} width="12" height="12" fill={series.color} />
            )}
            <Text x={x + 24} y={top} ink={INK}>
              {name}
            </Text>
          </g>
        );
      })}
    </g>
  );
}

/** As the cells show them: with a per cent sign where all have one. */
function stepText(chart: ChartFrame): (step: number) => string {
  const texts = chart.series.flatMap(({ texts: all, figures }) =>
    all.filter((_, at) => typeof figures[at] === 'number'),
  );
  const percent = texts.length > 0 && texts.every((text) => text.endsWith('%'));
  return (step) => (percent ? `${Number((step * 100).toPrecision(12))}%` : step.toLocaleString('en-US'));
}

/** Words below the columns: on up to two lines, or slanted where they are too long. */
function wordsBelow(words: readonly string[], band: number, room: number) {
  const lines = words.map((word) => broken(word, band - 2, SMALL, 2));
  const fit = lines.every((list) => !list.some((line) => line.endsWith('…')));
  if (fit)
    return { slanted: false, lines, height: 14 * Math.max(1, ...lines.map((list) => list.length)) + 6 };
  const short = words.map((word) => [cut(word, room, SMALL)]);
  const longest = Math.max(0, ...short.map(([word = '']) => widthOf(word, SMALL)));
  return { slanted: true, lines: short, height: longest * 0.71 + 18 };
}

export function ChartPicture({ chart }: { readonly chart: ChartFrame }) {
  const { width, height, title, series, kind, words } = chart;
  const heading = title === '' ? [] : broken(title, width - 2 * PAD, TITLE, 2);
  const below = PAD + heading.length * 19;
  const hasLegend = chart.legend && series.length > 0;
  const top = below + (hasLegend ? 26 : 6);
  const isEmpty = series.every(({ figures }) => figures.every((figure) => figure === null));
  const room = { left: PAD, top, width: width - 2 * PAD, height: height - top - PAD };
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summaryOf(chart)}
    >
      {heading.map((line, index) => (
        <Text key={index} x={PAD} y={PAD + 12 + index * 19} size={TITLE} ink={INK} bold>
          {line}
        </Text>
      ))}
      {hasLegend && <Legend chart={chart} top={below + 14} />}
      {kind === null || isEmpty || words.length === 0 ? (
        <Text x={width / 2} y={(top + height) / 2} anchor="middle">
          {kind === null ? 'The workbench does not draw this kind of chart.' : 'There are no figures yet.'}
        </Text>
      ) : kind === 'bar' ? (
        <Lying chart={chart} room={room} />
      ) : (
        <Standing chart={chart} room={room} />
      )}
    </svg>
  );
}

interface PlotProps {
  readonly chart: ChartFrame;
  readonly room: Box;
}

const scaleFor = (chart: ChartFrame): Scale => scaleOf(chart.series.flatMap(({ figures }) => figures));

/** Columns or lines: words below, figures at the left. */
function Standing({ chart, room }: PlotProps) {
  const { series, words } = chart;
  const scale = scaleFor(chart);
  const say = stepText(chart);
  const titleAside = chart.standing === '' ? 0 : 20;
  const left = room.left + titleAside + Math.max(...scale.steps.map((step) => widthOf(say(step), SMALL))) + 8;
  const wide = room.left + room.width - left;
  const band = wide / words.length;
  const below = wordsBelow(words, band, 120);
  const titleBelow = chart.lying === '' ? 0 : 18;
  const top = room.top + 14;
  const high = Math.max(20, room.top + room.height - top - below.height - titleBelow);
  const y = (figure: number) => top + high - ((figure - scale.low) / (scale.high - scale.low)) * high;
  const middle = (at: number) => left + (at + 0.5) * band;
  return (
    <g>
      {scale.steps.map((step) => (
        <g key={step}>
          <path d={`M${left} ${y(step)}h${wide}`} stroke={step === 0 ? SOFT : LINE} />
          <Text x={left - 6} y={y(step) + 4} size={SMALL} anchor="end">
            {say(step)}
          </Text>
        </g>
      ))}
      {below.lines.map((lines, at) =>
        lines.map((line, index) => (
          <Text
            key={`${at} ${index}`}
            x={middle(at) + (below.slanted ? 4 : 0)}
            y={top + high + 15 + index * 14}
            size={SMALL}
            ink={INK}
            anchor={below.slanted ? 'end' : 'middle'}
            {...(below.slanted ? { turn: -45 } : {})}
          >
            {line}
          </Text>
        )),
      )}
      {chart.kind === 'line' ? (
        <Lines series={series} x={middle} y={y} />
      ) : (
        <Columns series={series} band={band} x={(at) => left + at * band} y={y} zero={y(0)} />
      )}
      {chart.lying !== '' && (
        <Text x={left + wide / 2} y={room.top + room.height - 2} anchor="middle">
          {cut(chart.lying, wide, TYPE)}
        </Text>
      )}
      {chart.standing !== '' && (
        <Text x={room.left + 8} y={top + high / 2} anchor="middle" turn={-90}>
          {cut(chart.standing, high + 20, TYPE)}
        </Text>
      )}
    </g>
  );
}

interface ColumnsProps {
  readonly series: readonly ChartSeries[];
  readonly band: number;
  readonly x: (at: number) => number;
  readonly y: (figure: number) => number;
  readonly zero: number;
}

function Columns({ series, band, x, y, zero }: ColumnsProps) {
  const gap = Math.min(16, band * 0.22);
  const thick = Math.min(48, (band - gap) / series.length);
  const start = (band - thick * series.length) / 2;
  return (
    <>
      {series.map((own, index) =>
        own.figures.map((figure, at) => {
          if (figure === null) return null;
          const left = x(at) + start + index * thick;
          return (
            <g key={`${index} ${at}`}>
              <rect
                class="mark"
                x={left}
                y={Math.min(y(figure), zero)}
                width={Math.max(1, thick - 1)}
                height={Math.abs(y(figure) - zero)}
                fill={own.color}
              />
              {own.labels && (
                <Figure x={left + thick / 2} y={Math.min(y(figure), zero) - 4} anchor="middle">
                  {own.texts[at] ?? ''}
                </Figure>
              )}
            </g>
          );
        }),
      )}
    </>
  );
}

interface LinesProps {
  readonly series: readonly ChartSeries[];
  readonly x: (at: number) => number;
  readonly y: (figure: number) => number;
}

/** Room for a figure over its point. */
const ABOVE = 22;

/** A blank cell is a gap. Figures come last, over all lines, and below their point where another one stands over it. */
function Lines({ series, x, y }: LinesProps) {
  const isOver = (of: number, other: number | null | undefined): boolean =>
    typeof other === 'number' && y(other) < y(of) && y(of) - y(other) < ABOVE;
  return (
    <>
      {series.map(({ figures, color }, index) => (
        <path key={index} d={pathOf(figures, x, y)} fill="none" stroke={color} stroke-width="2.5" />
      ))}
      {series.map((own, index) =>
        own.figures.map(
          (figure, at) =>
            figure !== null &&
            own.point !== '' && (
              <g key={`${index} ${at}`} class="mark">
                <Mark x={x(at)} y={y(figure)} series={own} />
              </g>
            ),
        ),
      )}
      {series.map(
        (own, index) =>
          own.labels &&
          own.figures.map((figure, at) => {
            if (figure === null) return null;
            const below = series.some((other) => isOver(figure, other.figures[at]));
            return (
              <Figure key={`${index} ${at}`} x={x(at)} y={y(figure) + (below ? 18 : -9)} anchor="middle">
                {own.texts[at] ?? ''}
              </Figure>
            );
          }),
      )}
    </>
  );
}

function pathOf(figures: readonly (number | null)[], x: LinesProps['x'], y: LinesProps['y']): string {
  let pen = 'M';
  return figures
    .map((figure, at) => {
      const step = figure === null ? '' : `${pen}${x(at)} ${y(figure)}`;
      pen = figure === null ? 'M' : 'L';
      return step;
    })
    .join('');
}

/** Bars: words at the left, figures below. */
function Lying({ chart, room }: PlotProps) {
  const { series, words } = chart;
  const scale = scaleFor(chart);
  const say = stepText(chart);
  const titleAside = chart.standing === '' ? 0 : 20;
  const longest = Math.max(...words.map((word) => widthOf(word, SMALL)));
  const side = Math.min(longest, room.width * 0.4);
  const left = room.left + titleAside + side + 8;
  const labelled = series.some(({ labels }) => labels) ? 30 : 8;
  const wide = Math.max(40, room.left + room.width - left - labelled);
  const high = Math.max(20, room.height - 20 - (chart.lying === '' ? 0 : 18));
  const band = high / words.length;
  const gap = Math.min(12, band * 0.25);
  const thick = Math.min(36, (band - gap) / series.length);
  const start = (band - thick * series.length) / 2;
  const x = (figure: number) => left + ((figure - scale.low) / (scale.high - scale.low)) * wide;
  const bottom = room.top + high;
  return (
    <g>
      {scale.steps.map((step) => (
        <g key={step}>
          <path d={`M${x(step)} ${room.top}v${high}`} stroke={step === 0 ? SOFT : LINE} />
          <Text x={x(step)} y={bottom + 15} size={SMALL} anchor="middle">
            {say(step)}
          </Text>
        </g>
      ))}
      {words.map((word, at) => (
        <Text key={at} x={left - 6} y={room.top + (at + 0.5) * band + 4} size={SMALL} ink={INK} anchor="end">
          {cut(word, side + 2, SMALL)}
        </Text>
      ))}
      {series.map((own, index) =>
        own.figures.map((figure, at) => {
          if (figure === null) return null;
          const y = room.top + at * band + start + index * thick;
          const end = Math.max(x(figure), x(0));
          return (
            <g key={`${index} ${at}`}>
              <rect
                class="mark"
                x={Math.min(x(figure), x(0))}
                y={y}
                width={Math.abs(x(figure) - x(0))}
                height={Math.max(1, thick - 1)}
                fill={own.color}
              />
              {own.labels && (
                <Figure x={end + 5} y={y + thick / 2 + 4}>
                  {own.texts[at] ?? ''}
                </Figure>
              )}
            </g>
          );
        }),
      )}
      {chart.lying !== '' && (
        <Text x={left + wide / 2} y={room.top + room.height - 2} anchor="middle">
          {cut(chart.lying, wide + 20, TYPE)}
        </Text>
      )}
      {chart.standing !== '' && (
        <Text x={room.left + 8} y={room.top + high / 2} anchor="middle" turn={-90}>
          {cut(chart.standing, high, TYPE)}
        </Text>
      )}
    </g>
  );
}
