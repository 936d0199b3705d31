// Cell names as the sheet writes them.

/** 1 → "A", 27 → "AA" */
export function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}

/** "H18", "A2:C9", "'Outreach log'!A2" → tab ('' where none is named) and area; null where it is no such name. */
export function readName(
  text: string,
): { tab: string; row: number; column: number; rows: number; columns: number } | null {
  const found =
    /^(?:'?(.+?)'?!)?\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/.exec(
      text.trim(),
    );
  if (found === null) return null;
  const [, tab = '', from = '', fromRow = '', to = from, toRow = fromRow] = found;
  const [left, right] = [number(from), number(to)].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [Number(fromRow), Number(toRow)].sort((a, b) => a - b) as [number, number];
  return { tab, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function number(text: string): number {
  return text
    .toUpperCase()
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
