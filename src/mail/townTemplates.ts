// Which templates may go to another file: the shipped ones, and the group's own that name nobody. What a text gives away
// is said in words.
import { cleanText, foldName } from '../values/text';
import type { Table } from '../values/table';
import { readTemplates } from './readTemplates';
import type { Template } from './template';

export interface TownTemplate {
  readonly template: Template;
  /** "It names Ana Ruiz."; '' where it gives nothing away. */
  readonly why: string;
  /** It never goes, whatever anybody ticks; else `why` is only a doubt. */
  readonly stays: boolean;
}

/**
 * The group's own, in the order of the tab; a shipped text that stands there as it came is none of theirs. `names`: of
 * persons and groups of this file, and of what else is of this campaign alone.
 */
export function ownTemplates(table: Table | null, names: readonly string[]): TownTemplate[] {
  const { templates } = readTemplates(table);
  const shipped = new Set(readTemplates(null).templates.map(textOf));
  const own = templates.filter((one) => one.row > 0 && !shipped.has(textOf(one)));
  if (own.length === 0) return [];
  const namedIn = nameFinder(names);
  return own.map((template) => ({ template, ...givenAway(textOf(template), namedIn) }));
}

/** The rows of the tab for the other file, without the headings: shipped texts, but where one of the chosen stands for it. */
export function townTemplateRows(chosen: readonly Template[]): string[][] {
  const keys = new Set(chosen.map(({ key }) => foldName(key)));
  const { templates } = readTemplates(null);
  return [...templates.filter(({ key }) => !keys.has(foldName(key))), ...chosen].map((one) => [
    one.key,
    one.step,
    one.category,
    one.channel,
    one.subject,
    one.body,
  ]);
}

const textOf = ({ key, step, category, channel, subject, body }: Template): string =>
  [key, step, category, channel, subject, body].map((part) => part.trim()).join('\n');

const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i;
const PHONE = /\+?\(?\d(?:[\s().\u00a0/-]{0,2}\d){6,}/;
const DATE = /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/g;
const LINK = /\bhttps?:\/\/|\bwww\.\w/i;

function givenAway(
  text: string,
  namedIn: (text: string) => { readonly name: string; readonly isSure: boolean } | null,
): Pick<TownTemplate, 'why' | 'stays'> {
  const address = ADDRESS.exec(text)?.[0];
  if (address !== undefined) return { why: `It holds the address ${address}.`, stays: true };
  const named = namedIn(text);
  if (named?.isSure) return { why: `It names ${named.name}.`, stays: true };
  const phone = PHONE.exec(text.replace(DATE, ' '))?.[0];
  if (phone !== undefined) return { why: `It holds the number ${phone}.`, stays: true };
  if (named !== null) return { why: `It may name ${named.name}.`, stays: false };
  return LINK.test(text)
    ? { why: 'It holds a link, perhaps to a page of this campaign.', stays: false }
    : { why: '', stays: false };
}

/** Names of one word are words as well, so they count with their capital only, and are a doubt. */
const SHORTEST = 2;

/** Finds the first of these names in a text: each word is looked up, so many names take no longer than few. */
function nameFinder(
  names: readonly string[],
): (text: string) => { readonly name: string; readonly isSure: boolean } | null {
  const whole = new Map<string, { readonly words: readonly string[]; readonly name: string }[]>();
  const single = new Map<string, string>();
  for (const name of new Set(names.map((one) => cleanText(one).replace(/\n+/g, ' ')))) {
    const words = wordsOf(name).map(foldName);
    const [head = ''] = words;
    if (head === '') continue;
    if (words.length > 1) {
      const list = whole.get(head) ?? [];
      list.push({ words, name });
      whole.set(head, list);
    } else if (head.length >= SHORTEST) single.set(head, name);
  }
  return (text) => {
    const typed = wordsOf(text);
    const words = typed.map(foldName);
    for (const [at, word] of words.entries())
      for (const one of whole.get(word) ?? [])
        if (one.words.every((wanted, next) => words[at + next] === wanted))
          return { name: one.name, isSure: true };
    const at = words.findIndex(
      (word, index) => single.has(word) && /^[^a-z]/.test(typed[index] ?? '') && !/^\d+$/.test(word),
    );
    return at < 0 ? null : { name: single.get(words[at] ?? '') ?? '', isSure: false };
  };
}

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => foldName(word) !== '');
