// Lines of a pasted text that name nobody: headings, sentences, the furniture of a web page.
import { HEADING_WORDS, PAGE_LINES, SENTENCE_WORDS } from '../../texts/signerWords';
import { wordSet } from '../../values/later';
import { isPlaceholder } from '../../values/text';
import { fold, isRole, organizationScore, remember, singular } from './evidence';

const pageLines = wordSet(PAGE_LINES, ',');
const headingWords = wordSet(HEADING_WORDS);
const sentenceWords = wordSet(SENTENCE_WORDS);

/** No name of an organization is longer. */
const LONGEST_NAME = 200;

export const HEADING =
  /\b(?:endors\w+|sign(?:ed|ers?|ing|ator(?:y|ies)|atures?|-on)|undersigned|support(?:ers|ing)|firmantes|signataires|(?:the|this|our) (?:resolution|letter|bill|act))\b|\bletter (?:to|on|for)\b/i;
const PAGE =
  /^(?:dear|sincerely|respectfully|in (?:\S+ )?(?:faith|solidarity|peace)|thank you)\b.{0,30}$|^(?:page|seite) \d|^(?:cc|re|date|total|source|notes?)\s*:|^(?:last )?updated\b|^as of\b|^by (?:\p{Lu}\S* ?){2,3}$|^[©«‹#@]|https?:|www\.|\S@\S|\d.*\bnext$|:$|[?!…]["”]?$/iu;
const SENTENCES = /\p{Ll}{4}[.!?]["”]? +\p{Lu}\p{Ll}+ \p{Ll}/u;

/** True for “self”, “n/a”, “none” in a cell that should name an organization. */
export const isNobody = (text: string) =>
  isPlaceholder(text) || pageLines.has(text.split(' ').map(fold).join(' '));

/** True for “and 12 others”, “+ 34 more”. */
export const isMore = (text: string): boolean =>
  /^\W*(?:(?:and|plus|with|over|more than) )*(?:\d[\d,.]*|many|several|dozens|hundreds) (?:of )?(?:others?|more|additional)\b/i.test(
    text,
  );

/** True for what is never a name nor the second half of a broken one. */
export const isFurniture = remember((text): boolean => {
  const bare = text.replace(/ \(\d+\)$/, '');
  const words = bare.split(/[ /]+/);
  return (
    text.length > LONGEST_NAME ||
    !/\p{L}[\p{L}\p{M}]/u.test(text) ||
    isNobody(bare) ||
    isMore(text) ||
    [HEADING, PAGE, SENTENCES].some((pattern) => pattern.test(text)) ||
    words.some((word) => sentenceWords.has(word.replace(/[,;]$/, ''))) ||
    // “Community groups”, “Name, Title, Organization”
    (words.every((word) => headingWords.has(singular(fold(word)))) &&
      (words.length === 1 || /s$|,/.test(text)))
  );
});

/** True for words written as in a sentence, most of them small: “Read more”, “Add your organization”, “First round”. */
export function isSentence(text: string): boolean {
  const words = text
    .split(/[\s/]+/)
    .filter((word) => /^\p{Lu}|^\p{L}{4}/u.test(word) && !/^(?:with|from|pour|para)$/.test(word));
  const small = words.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length;
  return (/\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text)) || small * 2 > words.length - 1;
}

/** Why an entry names nobody, null where it may. `small`: the whole list is in small letters. */
export function notName(text: string, small: boolean): 'other' | 'unsure' | null {
  if (isFurniture(text)) return 'other';
  const sure = organizationScore(text) === 2;
  if (!small && isSentence(text.replace(/,.*/, ''))) return sure ? 'unsure' : 'other';
  return isRole(text) && !sure && !text.includes(',') ? 'other' : null;
}
