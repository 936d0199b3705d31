// Lists of phrases in which what several share stands once: "last (call|email)( date|)".

/**
 * The phrases of a list that is split at commas, in order; none of a blank list. Each bracket stands for every one of its
 * parts in turn, of which one may be blank. Brackets do not nest.
 */
export function spellOut(list: string): string[] {
  return list === '' ? [] : list.split(',').flatMap(spellOutOne);
}

function spellOutOne(pattern: string): string[] {
  const bracket = /\(([^)]*)\)/.exec(pattern);
  if (bracket === null) return [pattern];
  const [whole, parts = ''] = bracket;
  const before = pattern.slice(0, bracket.index);
  const after = spellOutOne(pattern.slice(bracket.index + whole.length));
  return parts.split('|').flatMap((part) => after.map((end) => before + part + end));
}
