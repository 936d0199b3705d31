// Colours as Sheets keeps them: lower-case hex. The names are those the add-on and its tests may use.
import { Refusal } from '../sheets/refusal';

const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
};

/** "#ABC" and "#AABBCC" and common names → "#aabbcc". Throws for anything else. */
export function hexColor(text: string): string {
  const lower = text.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return `#${lower.slice(1).replace(/./g, '$&$&')}`;
  const named = NAMES[lower];
  if (named === undefined) throw new Refusal('Invalid color string');
  return named;
}
