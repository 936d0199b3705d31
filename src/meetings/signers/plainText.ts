// What stands in a pasted text beside its words: tags and entities of web pages, links and signs of Markdown, columns
// that only blanks part.

const TAG = /<\/?[a-z][^<>]*>/gi;
const BREAK = /<(?:br|\/?(?:p|li|tr|div|h\d))\b[^<>]*>/gi;
const CELL = /<\/t[dh]>\s*(?=<t[dh]\b)/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  bull: '•',
};

function signOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
}

const GAP = /\S[ \u00a0]{3,}(?=\S)/;

/** The same text where nothing of it stands there. Lines may become more; a gap between columns becomes a tab. */
export function plainText(text: string): string {
  const words = text
    .replace(CELL, '\t')
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(#?\w{2,8});/g, signOf)
    .replace(/\[([^\][\n]+)\]\((?:https?:|mailto:)[^()\s]*\)/g, '$1')
    .replace(/\*\*(\S[^*\n]*)\*\*/g, '$1')
    .replace(/(^|\s)_(\S[^_\n]*\S)_(?=\s|$)/g, '$1$2');
  const lines = words.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const gaps = lines.filter((line) => GAP.test(line.trim())).length;
  return gaps > 1 && gaps * 2 >= lines.length ? words.replace(/(\S)[ \u00a0]{3,}(?=\S)/g, '$1\t') : words;
}
