// Permission names: services list them short ("gmail.send"), the manifest and the platform's texts use whole addresses.

const PREFIX = 'https://www.googleapis.com/auth/';

/** "gmail.send" → the whole address; a name that is one already stays. */
export function wholeScope(name: string): string {
  return name.startsWith('https://') ? name : PREFIX + name;
}

/** The permissions that the spreadsheet itself may be reached with. */
export const SHEET_SCOPES: readonly string[] = ['spreadsheets.currentonly', 'spreadsheets'].map(wholeScope);

/** How the platform lists permissions in its texts: one bare, several in parentheses with || between. */
export function scopeList(scopes: readonly string[]): string {
  const whole = scopes.map(wholeScope);
  return whole.length === 1 ? (whole[0] ?? '') : `(${whole.join(' || ')})`;
}
