// A count as people type it: "1200", "1,200", "1 200". "1.5" is none.

/** null for an empty text, undefined for what is no whole number of at most nine digits. */
export function readWhole(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const digits = /^\d{1,3}(?:[.,'’\s]\d{3})+$/.test(typed) ? typed.replace(/\D/g, '') : typed;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

const AROUND =
  /^(?:(?:about|around|approx(?:imately|\.)?|roughly|circa|ca\.?|c\.|est(?:imated|\.)?|some|nearly|almost|over|more than|at least|maybe|etwa|rund|ungefähr|ungefaehr)\s+|[~≈±>]\s*)+/i;
/** What people write behind a count: "1,200 workers", "about 40 or so", "500+", "12 (incl. retirees)". */
const BEHIND = /^([^a-z(+?]*?)\s*(k|tsd\.?|thousand|tausend)?\s*\+?\s*(?:[a-z][a-z' ]*)?(?:\([^()]*\))?$/i;
const SOME_OTHER = /\b(?:dozens?|hundreds?|millions?|percent|mio|dutzend|per|hours?|each)\b/i;

/**
 * The same as people write a count that they have heard: "≈12k", "about 1,200", "12.000 workers". A mark between
 * groups of three may be a comma or a dot in any locale; the mark before "k" is the decimal one.
 */
export function readAbout(text: string): number | null | undefined {
  const plain = text.trim().replace(AROUND, '');
  if (SOME_OTHER.test(plain)) return undefined;
  const [, figure = '', thousands] = BEHIND.exec(plain) ?? [];
  if (figure === '') return text.trim() === '' ? null : undefined;
  if (thousands === undefined) return readWhole(figure);
  if (!/^\d{1,4}(?:[.,]\d{1,3})?$/.test(figure)) return undefined;
  const count = Number(figure.replace(',', '.')) * 1000;
  return Number.isInteger(count) ? count : undefined;
}
