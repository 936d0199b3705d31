// Names that shout are put into ordinary capitals; abbreviations stay as they are.
import { KNOWN_BODIES } from '../../texts/organizationWords';
import { unions } from '../../texts/unions';
import { later } from '../../values/later';

const abbreviations = later(
  () =>
    new Set(
      `${unions()
        .map(({ code, names }) => `${code} ${names.filter((name) => /^[A-Z ]+$/.test(name)).join(' ')}`)
        .join(' ')} ${KNOWN_BODIES.map(([, short]) => short).join(' ')} AFL CIO LGBT LGBTQ USA US UK UN EU`
        .toUpperCase()
        .split(/[ -]/),
    ),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
const SHOUTED = /^\P{Ll}*$/u;
const SMALL = /^(?:of|the|and|for|an?|in|on|at|to|by|with|del?|las?|los|y)$/;

const IN_BRACKETS = /^\(.*\)$/;
/** Behind the abbreviation of a union: “FBEU - 187”. */
const NUMBER = /^ ?[-#]? ?(?:(?:LOCAL|LODGE|DISTRICT) )?#?\d/;

/**
 * Learns from all texts which words are written in capitals beside ordinary ones, and gives the function that calms one
 * text: unchanged where it does not shout.
 */
export function makeCalm(texts: readonly string[]): (text: string) => string {
  const spoken = texts.filter((text) => !SHOUTED.test(text));
  const most = texts.length > 2 && spoken.length * 2 < texts.length;
  const learned = new Set(most ? [] : spoken.flatMap((text) => text.match(WORD) ?? []));
  // Without a vowel a word is an abbreviation, but for the few that are written so.
  const stays = (word: string) =>
    learned.has(word) ||
    abbreviations().has(word) ||
    (!/[AEIOUY\u00c0-\uffff]/.test(word) && !/^(?:\d+(?:ST|ND|RD|TH)|[SFM]T|[DMJS]RS?)$/.test(word));
  return (text) => {
    const loud = SHOUTED.test(text)
      ? (text.match(WORD) ?? []).filter((word) => word.length > (most ? 2 : 3) && !stays(word))
      : [];
    if (loud.length < (most ? 1 : 2) || text.length < 6) return text;
    return text.replace(WORD, (word, at: number) => {
      const low = word.toLowerCase();
      if (at > 0 && SMALL.test(low) && text[at + 1] !== '.') return low;
      const isShort =
        word.length < 7 &&
        (IN_BRACKETS.test(text.slice(at - 1, at + word.length + 1)) ||
          (at === 0 && NUMBER.test(text.slice(word.length))));
      return word.length < 2 || stays(word) || isShort
        ? word
        : low.replace(/^(?:O['’])?\p{L}/iu, (start) => start.toUpperCase());
    });
  };
}
