// Column letters and cell names. Columns and rows are 1-based here, as the sheet shows them.

/** 1 → "A", 27 → "AA". */
export function columnLetter(column: number): string {
  let text = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

/** "A" → 1, "aa" → 27; 0 where the text is no column. */
export function columnNumber(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return 0;
  return Array.from(letters.toUpperCase()).reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0);
}

/** (3, 2) → "B3". */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

/** A tab's name as a formula needs it: 'It''s ours'. */
export function quoteTab(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
