// The colours of the Next step column as data: the word's own cell strong, its whole row light (design section 3).
// They look at that column only. Ours are known by their form, so that they are replaced, never doubled.
import type { SheetMap } from '../reading/map';
import { TASK_COLOURS } from '../texts/taskWords';
import { cellName, columnLetter } from '../values/a1';
import type { StepWord } from './step';

/** One conditional format with a formula of its own. */
export interface FormatRule {
  /** A1 names without the tab. */
  readonly ranges: readonly string[];
  readonly formula: string;
  /** "#rrggbb"; '' leaves it as it is. */
  readonly fill: string;
  readonly ink: string;
  readonly bold: boolean;
}

interface Colours {
  readonly word: Exclude<StepWord, ''>;
  readonly fill: string;
  readonly ink: string;
  readonly rowFill: string;
}

/** In the order of the legend. Each ink on its fill has a contrast of 7 and more, #1f1f1f on each row fill 12 and more. */
export const WORD_COLOURS: readonly Colours[] = [
  { word: 'Follow up', fill: '#fdecb8', ink: '#5c3a00', rowFill: '#fff4d1' },
  { word: 'Last try', fill: '#f3b79d', ink: '#551400', rowFill: '#fbdccd' },
  { word: 'Call them', fill: '#fdecb8', ink: '#5c3a00', rowFill: '#fff4d1' },
  { word: 'Waiting', fill: '#dde7f7', ink: '#1b3a66', rowFill: '#eff4fc' },
  { word: 'Gone quiet', fill: '#eceef1', ink: '#3c4043', rowFill: '#f5f6f8' },
  { word: 'Check date', fill: '#fbe3e1', ink: '#8a1a12', rowFill: '#fdf1f0' },
];

/**
 * Our rules for the filled rows and the rows below them up to `lastRow` (1-based; the rows of the tab), the word's
 * cell before its row: in Sheets the first rule that fits decides. `nextStepColumn` is 1-based.
 */
export function highlightRules(
  map: SheetMap,
  nextStepColumn: number,
  lastRow: number = map.lastRow,
): FormatRule[] {
  const first = map.firstRow;
  const last = Math.max(first, map.lastRow, lastRow);
  const row = `A${first}:${cellName(last, Math.max(map.width, nextStepColumn))}`;
  const word = `${cellName(first, nextStepColumn)}:${cellName(last, nextStepColumn)}`;
  const formula = (text: string): string => `=$${columnLetter(nextStepColumn)}${first}="${text}"`;
  return [
    ...WORD_COLOURS.map((c) => ({
      ranges: [word],
      formula: formula(c.word),
      fill: c.fill,
      ink: c.ink,
      bold: true,
    })),
    ...WORD_COLOURS.map((c) => ({
      ranges: [row],
      formula: formula(c.word),
      fill: c.rowFill,
      ink: '',
      bold: false,
    })),
  ];
}

const OUR_FORMULA = /^=\s*\$[A-Z]{1,3}\d+\s*=\s*"([^"]+)"$/i;

/** True for a rule that this add-on made, in whatever column and rows it stands by now. */
export function isOurFormat(rule: Pick<FormatRule, 'formula' | 'fill'>): boolean {
  const word = OUR_FORMULA.exec(rule.formula.trim())?.[1];
  const fill = rule.fill.toLowerCase();
  return (
    WORD_COLOURS.some((c) => c.word === word && (fill === c.fill || fill === c.rowFill)) ||
    TASK_COLOURS.some((c) => c.word === word && fill === c.fill)
  );
}

/**
 * The whole list of a tab with ours put in anew: the others keep their order and their place before or behind ours;
 * where none of ours stood before they come last, so that the group's own rules decide first.
 */
export function mergeRules<Rule extends Pick<FormatRule, 'formula' | 'fill'>, Ours>(
  existing: readonly Rule[],
  ours: readonly Ours[],
): (Rule | Ours)[] {
  const at = existing.findIndex(isOurFormat);
  const before = at < 0 ? existing : existing.slice(0, at);
  const behind = at < 0 ? [] : existing.slice(at).filter((rule) => !isOurFormat(rule));
  return [...before, ...ours, ...behind];
}
