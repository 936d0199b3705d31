// Web addresses as people type them: with or without "https://", several in one cell, and the ways they break.
import { cleanText, isPlaceholder } from './text';

export type WebFault = 'no-beginning' | 'beginning' | 'blank-inside' | 'email' | 'placeholder' | 'text';

const GENERIC =
  'com|org|net|edu|gov|mil|int|info|biz|name|pro|coop|museum|mobi|jobs|travel|app|dev|page|site|online|website|shop|store|blog|news|' +
  'club|church|clinic|dental|doctor|health|care|community|foundation|charity|ngo|ong|union|vote|party|social|school|education|' +
  'works|work|team|group|center|network|support|help|live|life|today|world|global|earth|green|city|nyc|berlin|law|legal|media|tech|cloud|link|email|xyz|house|farm|cafe|email|events|space|solutions|services|action|bio|art|london|wales|scot';
const HOST = String.raw`(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+`;
const WITH_SCHEME = new RegExp(
  String.raw`^(?:https?|ftp)://(?:[^\s/@]+@)?${HOST}[\p{L}][\p{L}\p{N}-]+(?::\d+)?(?:[/?#]\S*)?$`,
  'iu',
);
const BARE = new RegExp(
  String.raw`^${HOST}(?:[a-z]{2}|${GENERIC}|xn--[a-z0-9]+)(?::\d{2,5})?/?(?:[/?#]\S*)?$`,
  'iu',
);
const WWW = new RegExp(String.raw`^www\d?\.${HOST}[\p{L}]{2,}(?:[/?#]\S*)?$`, 'iu');

function isOne(part: string): boolean {
  if (part.includes('@') && !/^\w+:\/\/|\/.*@/.test(part)) return false;
  return WITH_SCHEME.test(part) || WWW.test(part) || BARE.test(part);
}

/** The parts of a cell that holds several addresses: blanks, line breaks, and ; or , before a new address part them. */
function parts(text: string): string[] {
  return cleanText(text)
    .split(/[\s|]+|[;,]+(?=\s|$|https?:|www\.)|(?<=[^\s])\s*(?:;|,)\s*(?=[\w-]+\.[\w-])/i)
    .map((p) => p.replace(/^[<("']+|[>)"',;.]+$/g, ''))
    .filter((p) => p !== '' && !/^(?:and|und|or|y|et|&|\/|-|–)$/i.test(p));
}

/** True where the whole text is one web address or several ("www.x.org", "facebook.com/x", "https://…"). */
export function looksLikeWebAddress(text: string): boolean {
  const all = parts(text);
  return all.length > 0 && all.every(isOne);
}

/** The first of the addresses in a text that holds nothing else, as a link that a page may open; '' where it holds more. */
export function firstLink(text: string): string {
  const [first = ''] = looksLikeWebAddress(text) ? parts(text) : [];
  if (first === '' || /^https?:\/\//i.test(first)) return first;
  return /^\w+:\/\//.test(first) ? '' : `https://${first}`;
}

/** What is wrong with the text as a web address, or null where nothing is (or where it is blank). */
export function webAddressFault(text: string): WebFault | null {
  const clean = cleanText(text);
  if (clean === '' || looksLikeWebAddress(clean)) return null;
  if (isPlaceholder(clean)) return 'placeholder';
  if (/^(?::?\/\/|:\/|\/\/)\S/.test(clean)) return 'no-beginning';
  if (
    /^(?:h?t{1,3}ps?|https?)\s*[:;]?\s*\/{0,3}\s*\S/i.test(clean) &&
    /^(?!https?:\/\/\S)h?t{1,3}ps?\s*[:;/]/i.test(clean)
  )
    return 'beginning';
  if (/^[^\s@/]+@[^\s@/]+$/.test(clean)) return 'email';
  const joined = clean.replace(/\s+/g, '');
  if (
    /\s/.test(clean) &&
    isOne(joined) &&
    (/^(?:https?:|www\.)/i.test(clean) || /\s*[./]\s+|\s+[./]/.test(clean))
  )
    return 'blank-inside';
  return 'text';
}
