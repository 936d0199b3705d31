// Figures and words of a chart as places on the picture: round steps for an axis, and texts that fit. Pure.

export interface Scale {
  /** Of the gridlines, lowest first; at least two. */
  readonly steps: readonly number[];
  readonly low: number;
  readonly high: number;
}

const MOST_STEPS = 5;
/** What is nearer to nothing draws nothing. */
const TINY = 1e-9;

/** From 0 (or below, where a figure is) to a round number over the largest; whole steps for whole figures. */
export function scaleOf(figures: readonly (number | null)[]): Scale {
  const known = figures.filter((figure) => figure !== null);
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const spread = top - bottom > TINY ? top - bottom : 1;
  const whole = known.every((figure) => Number.isInteger(figure));
  const raw = spread / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10;
  const step = whole ? Math.max(1, round * power) : round * power;
  const first = Math.floor(bottom / step + TINY);
  const last = Math.max(first + 1, Math.ceil(top / step - TINY));
  const steps = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { steps, low: steps[0] ?? 0, high: steps.at(-1) ?? 1 };
}

/** Pixels of a text in type of this size: a little more rather than less. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[ilj.,:;'| ]/.test(sign) ? 0.3 : 0.57), 0) * size;

/** The text, cut with an ellipsis where it is wider. */
export function cut(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  let kept = text;
  while (kept !== '' && widthOf(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Lines no wider than the room, broken between words; what is left over at the last line is cut. */
export function broken(text: string, room: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > room && lines.length < most - 1) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => cut(each, room, size));
}
