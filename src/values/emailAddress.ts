// What stands in an e-mail cell: good addresses, what was wrapped around them, and every part that is no address with
// the reason and a repair where one is safe.
import { readPhones } from './phone';
import { cleanText, foldName, hasInvisible, isPlaceholder } from './text';
import { looksLikeWebAddress } from './webAddress';
import { wordSet } from './later';

export type EmailFault =
  | 'no-at'
  | 'two-at'
  | 'no-domain'
  | 'no-top-level'
  | 'blank-inside'
  | 'written-at'
  | 'comma-dot'
  | 'dots'
  | 'bracket'
  | 'invisible'
  | 'placeholder'
  | 'phone'
  | 'url'
  | 'text';

export interface EmailRest {
  /** The part as typed, without blanks at its ends. */
  readonly text: string;
  readonly why: EmailFault;
  /** A repair that is safe without looking, else null. */
  readonly suggestion: string | null;
}

export interface EmailReading {
  /** Valid addresses as typed, in order, each once. */
  readonly addresses: readonly string[];
  /** A name, "mailto:", a label or brackets stood around an address. */
  readonly wrapped: boolean;
  readonly rests: readonly EmailRest[];
}

// Narrower than the standard allows: brackets, slashes and leading quotes in a cell are damage, not names.
const LOCAL = String.raw`[A-Za-z0-9_+~=&#$%-][A-Za-z0-9!#$%&'*+=?^_~-]*(?:\.[A-Za-z0-9!#$%&'*+=?^_~-]+)*`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const ADDRESS = new RegExp(String.raw`^${LOCAL}@(?:${LABEL}\.)+(?:\p{L}{2,63}|xn--[A-Za-z0-9-]{1,59})$`, 'u');

// Several check rules ask about one cell, one after the other.
let asked = { text: '', is: false };

/** True for one bare address that mail can go to. */
export function isAddress(text: string): boolean {
  if (text !== asked.text)
    asked = { text, is: text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text) };
  return asked.is;
}

interface Found {
  addresses: string[];
  wrapped: boolean;
  rests: EmailRest[];
}

/** Reads a whole cell. Blank text gives no addresses and no rests. */
export function readEmails(text: string): EmailReading {
  const found: Found = { addresses: [], wrapped: false, rests: [] };
  if (isAddress(text)) return { addresses: [text], wrapped: false, rests: [] };
  const trimmed = text.trim();
  if (cleanText(trimmed) === '') return found;
  if (isPlaceholder(trimmed)) {
    found.rests.push({ text: cleanText(trimmed), why: 'placeholder', suggestion: null });
    return found;
  }
  // Hard separators first, then "Name <address>", which may hold commas.
  for (const segment of trimmed.split(/[;\n\r|]+/)) readSegment(segment, found);
  return found;
}

/** Room for a long list of addresses with names. What is longer is a note, and looking through it takes too long. */
const LONGEST = 2000;

const ANGLED = /([^<>]*)<\s*([^<>]*?)\s*>/g;

function readSegment(segment: string, found: Found): void {
  if (segment.length > LONGEST) {
    found.rests.push({ text: cleanText(segment), why: 'text', suggestion: null });
    return;
  }
  let from = 0;
  for (const match of segment.matchAll(ANGLED)) {
    const inside = stripMailto(match[2] ?? '');
    if (!isAddress(inside)) continue;
    from = match.index + match[0].length;
    found.wrapped = true;
    for (const part of commaParts(match[1] ?? ''))
      if (part.includes('@') && part !== inside) readPart(part, found);
    push(found, inside);
  }
  for (const part of commaParts(segment.slice(from))) readPart(part, found);
}

const stripMailto = (text: string) => text.replace(/^mailto:\s*/i, '').replace(/\?.*$/, '');

function push(found: Found, address: string): void {
  if (!found.addresses.some((a) => sameAddress(a, address))) found.addresses.push(address);
}

/** Parts between commas and "and"; a comma typed for a dot keeps its two sides together. */
function commaParts(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/\s+(?:and|und|or|oder|y|et|&|\/|\\)\s+|(?<=\.\w+)\/(?=[^\s/@]+@)/i)) {
    const cut = piece.split(',');
    for (let i = 0; i < cut.length; i++) {
      let part = cut[i] ?? '';
      const next = cut[i + 1];
      if (next !== undefined && isCommaForDot(part, next)) {
        part += `,${next}`;
        i++;
      }
      if (cleanText(part) !== '') parts.push(part.trim());
    }
  }
  return parts;
}

function isCommaForDot(left: string, right: string): boolean {
  const l = left.trim();
  if (!/^\S+$/.test(right) && !/^ ?\S+$/.test(right)) return false;
  const tight = !right.startsWith(' ');
  const r = right.trim();
  // ann@x,org and ann@x.gov,uk
  if (!r.includes('@')) {
    if (!/@[\w-]+(?:\.[\w-]+)*$/.test(l)) return false;
    if (isAddress(l)) return tight && /^[a-z]{2,3}$/i.test(r);
    return /^[a-z0-9-]+(?:\.[a-z]{2,})*$/i.test(r) && (tight || /^(?:com|org|net|edu|gov)$/i.test(r));
  }
  // ann,perry@x.org
  return tight && /^[\w.+-]+$/.test(l) && !isPlaceholder(l) && /^[^\s@]+@/.test(r);
}

const WRAPS = /^[\s<("'[“‘]+|[\s>)"'\]”’.,:]+$/g;

function readPart(raw: string, found: Found): void {
  if (isAddress(raw)) {
    push(found, raw);
    return;
  }
  if (hasInvisible(raw)) {
    const repaired = cleanText(raw);
    found.rests.push({ text: raw, why: 'invisible', suggestion: isAddress(repaired) ? repaired : null });
    return;
  }
  const part = cleanText(raw);
  const rest = (why: EmailFault, suggestion: string | null = null) => {
    found.rests.push({ text: part, why, suggestion });
  };
  const bare = stripMailto(part.replace(WRAPS, ''));
  if (isAddress(bare)) {
    // Half a pair of angle brackets is damage; whole pairs, quotes and a full stop are only wrapping.
    if (part.includes('<') !== part.includes('>')) {
      rest('bracket', bare);
      return;
    }
    found.wrapped = true;
    push(found, bare);
    return;
  }
  if (isPlaceholder(part)) rest('placeholder');
  else if (!readAmongWords(part, found)) classify(part, rest);
}

const KIND_WORDS =
  /^(?:e|email|mail|work|home|office|main|personal|private|alt|alternate|other|or|cc|to|contact|general)$/;

/** Takes valid addresses out of a part with other words; false where there is none or it must be looked at. */
function readAmongWords(part: string, found: Found): boolean {
  const tokens = part.split(/\s+|(?<=[:/])(?=[^\s/]+@)/).filter((t) => t !== '');
  const strip = (token: string) => stripMailto(token.replace(WRAPS, ''));
  const addresses = tokens.map(strip).filter(isAddress);
  if (addresses.length === 0 || tokens.filter((t) => t.includes('@')).length > addresses.length) return false;
  const first = tokens.findIndex((t) => isAddress(strip(t)));
  const last = tokens.length - 1 - [...tokens].reverse().findIndex((t) => isAddress(strip(t)));
  const before = tokens.slice(0, first);
  const others = tokens.filter((t) => !isAddress(strip(t)));
  if (before.length > 0 && isHalfAddress(before, tokens[first] ?? '')) return false;
  for (const address of addresses) push(found, address);
  const left = others.join(' ');
  const name = /^[\p{L}\p{M}.,'’"()&: -]{0,60}$/u;
  const after = tokens.slice(last + 1).join(' ');
  if (left === '' || (name.test(left) && (after === '' || /^\(.*\)$/.test(after)))) {
    found.wrapped ||= left !== '' || tokens.some((t) => t !== strip(t));
    return true;
  }
  const phones = readPhones(left);
  const why =
    phones.numbers.length > 0 ? 'phone' : others.some((t) => looksLikeWebAddress(t)) ? 'url' : 'text';
  found.rests.push({ text: left, why, suggestion: null });
  return true;
}

/** "first last@x.org": a word before an address that may be its torn-off beginning, not a name or a label. */
function isHalfAddress(before: readonly string[], address: string): boolean {
  const word = before[before.length - 1] ?? '';
  if (before.length > 3 || /[:)\]>"–—-]$/.test(word) || /^[(<["]/.test(address)) return false;
  const folded = foldName(word);
  if (folded === '' || KIND_WORDS.test(folded)) return false;
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  const related = before.some((b) => foldName(b).length >= 3 && local.includes(foldName(b).slice(0, 3)));
  if (related) return false;
  return !(before.length >= 2 && before.every((b) => /^\p{Lu}/u.test(b)));
}

const WRITTEN_AT =
  /\s*(?:\(\s*(?:at|a|ät|arroba|@)\s*\)|\[\s*(?:at|a|ät|arroba|@)\s*\]|\{\s*(?:at|a)\s*\})\s*/i;
const WRITTEN_DOT = /\s*[([{]\s*(?:dot|punkt|punto)\s*[)\]}]\s*/gi;

function classify(part: string, rest: (why: EmailFault, suggestion?: string | null) => void): void {
  const safe = (candidate: string) => (isAddress(candidate) ? candidate : null);
  const bare = stripMailto(part.replace(WRAPS, ''));
  const signs = bare.split('@').length - 1;
  if (WRITTEN_AT.test(part)) {
    rest('written-at', safe(bare.replace(WRITTEN_AT, '@').replace(WRITTEN_DOT, '.')));
  } else if (signs === 0) {
    const spoken = /^(\S+)\s+at\s+(\S+(?:\s+dot\s+\S+)+|\S+\.\w{2,})$/i.exec(bare);
    if (spoken)
      rest(
        'written-at',
        /\sdot\s/i.test(bare)
          ? safe(`${spoken[1] ?? ''}@${(spoken[2] ?? '').replace(/\s+dot\s+/gi, '.')}`)
          : null,
      );
    else if (looksLikeWebAddress(bare) && !/^(?!www\.)[\w-]+\.[\w-]+\.[\w.-]+$/i.test(bare)) rest('url');
    else if (readPhones(bare).numbers.length > 0) rest('phone');
    else if (/^[\w+-]+(?:\.[\w-]+)+\.[a-z]{2,}$/i.test(bare)) rest('no-at');
    else rest('text');
  } else if (/^(?:https?:|www\.)/i.test(bare) && looksLikeWebAddress(bare)) {
    rest('url');
  } else if (signs > 1) {
    rest('two-at', /@{2,}/.test(bare) ? safe(bare.replace(/@{2,}/, '@')) : null);
  } else if (bare.startsWith('@')) {
    rest('text');
  } else if (bare.endsWith('@')) {
    rest('no-domain');
  } else if (bare.includes(',')) {
    const [local = '', domain = ''] = bare.split('@');
    rest('comma-dot', local.includes(',') ? null : safe(`${local}@${domain.replace(/\s*,\s*/g, '.')}`));
  } else if (/\s/.test(bare)) {
    rest('blank-inside', safe(bare.replace(/\s*([@.])\s*/g, '$1')));
  } else if (/\.\.|^\.|\.@|@\.|\.$/.test(bare)) {
    rest(
      'dots',
      safe(
        bare
          .replace(/\.{2,}/g, '.')
          .replace(/^\.|\.$/g, '')
          .replace(/\.?@\.?/, '@'),
      ),
    );
  } else if (/@[\p{L}\p{N}-]+$/u.test(bare)) {
    rest('no-top-level');
  } else if (/[<>()[\]]/.test(bare)) {
    rest('bracket', safe(bare.replace(/[<>()[\]]/g, '')));
  } else {
    rest('text');
  }
}

/** The part behind the @, lower-case; '' where there is none. */
export function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1 || address.length)
    .trim()
    .toLowerCase();
}

/** True where both are the same mailbox as far as anyone can tell: letters' case does not count. */
export function sameAddress(a: string, b: string): boolean {
  return a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
}

const PUBLIC_HOSTS = wordSet(
  'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com aol.com icloud.com ' +
    'me.com mac.com mail.com email.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de ' +
    'freenet.de posteo.de mailbox.org riseup.net fastmail.com fastmail.fm hey.com zoho.com tutanota.com tuta.io yandex.com ' +
    'yandex.ru mail.ru comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net ' +
    'optonline.net frontier.com frontiernet.net centurylink.net q.com juno.com netzero.net aim.com rogers.com shaw.ca ' +
    'sympatico.ca telus.net btinternet.com btconnect.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk ' +
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it terra.com.br uol.com.br bol.com.br ' +
    'qq.com 163.com 126.com naver.com hanmail.net rediffmail.com bigpond.com optusnet.com.au xtra.co.nz bluewin.ch ' +
    'mindspring.com roadrunner.com rr.com windstream.net peoplepc.com prodigy.net cableone.net suddenlink.net',
);
const PUBLIC_FAMILIES =
  /^(?:yahoo|hotmail|outlook|live|gmx|yandex|aol)\.(?:[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/;

/** True for hosts where anybody may have a mailbox: two people there need not know each other. */
export function isPublicMailHost(domain: string): boolean {
  const host = domain.trim().toLowerCase();
  return PUBLIC_HOSTS.has(host) || PUBLIC_FAMILIES.test(host);
}
