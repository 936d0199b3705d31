// "How to reach them" in a volunteer's tab: one cell for three of a contact, written and read back.
import type { Contact } from '../../reading/contact';
import { readEmails } from '../../values/emailAddress';
import { readPhones } from '../../values/phone';
import { cleanText, isPlaceholder } from '../../values/text';
import { MOST_CHARACTERS } from '../../values/writtenText';
import { asCompared, linesOf } from './marks';
import { splitLine } from './splitLine';

export const WAYS = ['email', 'phone', 'otherChannel'] as const;

type Way = (typeof WAYS)[number];

/** The texts of a contact's cells, as `contact.text` has them; '' where blank. */
export type Ways = Pick<Contact['text'], Way>;

/** Those with a text, as many as one cell takes. */
function shownWays(ways: Ways): readonly Way[] {
  let length = -1;
  return WAYS.filter((way) => {
    const more = length + 1 + ways[way].length;
    if (ways[way] === '' || more > MOST_CHARACTERS) return false;
    length = more;
    return true;
  });
}

/** One way a line, as many as one cell takes. */
export function composeWays(ways: Ways): string {
  return shownWays(ways)
    .map((way) => ways[way])
    .join('\n');
}

interface OldLine {
  readonly way: Way;
  readonly text: string;
}

/**
 * What the edited cell means for the three cells of the contact. A line that stood there before stays in its cell; a
 * line typed in place of one stays where that was if it is the same kind of thing, or hard to tell; any other goes by
 * what it is, in parts where it holds several kinds. Untouched cells come back to the character. null where `composeWays` of the answer would not give the
 * lines of `text` again, or those that its lines are in parts.
 */
export function readWays(text: string, before: Ways): Ways | null {
  const shown = shownWays(before);
  const old = shown.flatMap((way) => filledLines(before[way]).map((line): OldLine => ({ way, text: line })));
  const standing = new Map<string, OldLine[]>();
  for (const line of [...old].reverse()) {
    const key = asCompared(line.text);
    const alike = standing.get(key);
    if (alike === undefined) standing.set(key, [line]);
    else alike.push(line);
  }
  const lines = filledLines(text).flatMap((line) =>
    standing.has(asCompared(line)) ? [line] : splitLine(line),
  );
  const kept = lines.map((line) => standing.get(asCompared(line))?.pop());
  const stays = new Set(kept);

  const made = new Map(
    WAYS.map((way): [Way, string[]] => [way, shown.includes(way) ? [] : filledLines(before[way])]),
  );
  lines.forEach((line, index) => {
    const same = kept[index];
    const there = lines.length === old.length ? old[index] : undefined;
    const way = same?.way ?? wayOf(line, there !== undefined && !stays.has(there) ? there : null);
    made.get(way)?.push(same?.text ?? line);
  });
  const cell = (way: Way) => {
    const now = (made.get(way) ?? []).join('\n');
    return now === filledLines(before[way]).join('\n') ? before[way] : now;
  };
  const answer = { email: cell('email'), phone: cell('phone'), otherChannel: cell('otherChannel') };
  return sameLines(filledLines(composeWays(answer)), lines) ? answer : null;
}

/** Whether the cell says what the contact does, in other lines or another order. */
export function saysWays(text: string, ways: Ways): boolean {
  const read = readWays(text, ways);
  return read !== null && WAYS.every((way) => read[way] === ways[way]);
}

/** The text with the ways that only the contact has; null where both have one of a kind and they differ. */
export function joinWays(text: string, ways: Ways): string | null {
  const typed = readWays(text, { email: '', phone: '', otherChannel: '' });
  if (typed === null) return null;
  const differ = (way: Way) =>
    typed[way] !== '' && ways[way] !== '' && asCompared(typed[way]) !== asCompared(ways[way]);
  if (WAYS.some(differ)) return null;
  const joined = (way: Way) => ways[way] || typed[way];
  return composeWays({
    email: joined('email'),
    phone: joined('phone'),
    otherChannel: joined('otherChannel'),
  });
}

const filledLines = (text: string) =>
  linesOf(text)
    .map(cleanText)
    .filter((line) => line !== '');

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (lines: readonly string[]) => lines.map(asCompared).sort().join('\n');
  return sorted(a) === sorted(b);
}

/** `replaced` is the line that stood in its place. */
function wayOf(line: string, replaced: OldLine | null): Way {
  const { way, sure } = kindOf(line);
  return replaced !== null && (!sure || kindOf(replaced.text).way === way) ? replaced.way : way;
}

/** An address with a slip ("ines@alder") or a word before it belongs where the check looks for it. */
const NEARLY_ADDRESS = /(?:^|\s)[\w.+-]+@[^\s@]/;

/** By what stands in the line; not sure where it is something else as well, or says nothing ("none", "007"). */
function kindOf(line: string): { readonly way: Way; readonly sure: boolean } {
  const { addresses, rests } = readEmails(line);
  if (addresses.length > 0 || NEARLY_ADDRESS.test(line)) return { way: 'email', sure: rests.length === 0 };
  const { numbers, rest } = readPhones(line);
  if (numbers.length > 0) return { way: 'phone', sure: rest === '' };
  return { way: 'otherChannel', sure: /\p{L}/u.test(line) && !isPlaceholder(line) };
}
