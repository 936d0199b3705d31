// Formulas are stored as an English sheet writes them; a locale with decimal comma writes ";" and "," instead.
// In such a sheet "," is the decimal mark only; in an English sheet ";" is accepted and means ",".
import type { Locale } from './locale';

const PARTS = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[\s\S]/g;

/** What was typed in this locale → the stored form. A formula that the locale cannot read becomes one that shows #ERROR!. */
export function toCanonical(formula: string, locale: Locale): string {
  if (locale.argument === ',') {
    if (!formula.includes(';')) return formula;
    return replaceOutsideTexts(formula, (mark, braces) => (mark === ';' && !braces ? ',' : mark));
  }
  const parts = formula.match(PARTS) ?? [];
  const broken = parts.some(
    (part, i) => part === ',' && !(/\d/.test(parts[i - 1] ?? '') && /\d/.test(parts[i + 1] ?? '')),
  );
  if (broken) return `=#ERROR!${formula.slice(1)}`;
  return replaceOutsideTexts(formula, (mark, braces) => {
    if (mark === ',') return '.';
    if (mark === ';') return braces ? ';' : ',';
    return mark === '\\' && braces ? ',' : mark;
  });
}

/** The stored form → as the formula bar of this locale shows it. */
export function toLocal(formula: string, locale: Locale): string {
  if (formula.startsWith('=#ERROR!')) return `=${formula.slice('=#ERROR!'.length)}`;
  if (locale.argument === ',') return formula;
  return replaceOutsideTexts(formula, (mark, braces, before, after) => {
    if (mark === ',') return braces ? '\\' : ';';
    return mark === '.' && /\d/.test(after) && !/[\p{L}_]/u.test(before) ? ',' : mark;
  });
}

function replaceOutsideTexts(
  formula: string,
  change: (mark: string, inBraces: boolean, before: string, after: string) => string,
): string {
  const parts = formula.match(PARTS) ?? [];
  let depth = 0;
  return parts
    .map((part, i) => {
      if (part === '{') depth += 1;
      if (part === '}') depth -= 1;
      return part.length > 1 ? part : change(part, depth > 0, parts[i - 1] ?? '', parts[i + 1] ?? '');
    })
    .join('');
}
