// Reads the headers of a raw message, more strictly than any mail server: what some server would repair is refused here.

export interface Header {
  readonly name: string;
  /** Unfolded, still encoded. */
  readonly value: string;
}

export type Headers = readonly Header[];

export type ReadRaw =
  | { readonly ok: true; readonly headers: Headers; readonly body: string }
  | { readonly ok: false; readonly why: string };

/** Headers that a message may have once only (RFC 5322 section 3.6, and MIME). */
const ONCE = new Set(
  'from,sender,reply-to,to,cc,bcc,subject,date,message-id,in-reply-to,references,mime-version,content-type,content-transfer-encoding'.split(
    ',',
  ),
);
const MOST_LINE_BYTES = 998;

/** `raw`: one character a byte (latin1). */
export function readRaw(raw: string): ReadRaw {
  if (/(^|[^\r])\n|\r(?!\n)/.test(raw))
    return { ok: false, why: 'Invalid message: a line ends without CRLF' };
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) return { ok: false, why: 'Invalid message: no blank line after the headers' };
  const long = raw.split('\r\n').findIndex((line) => line.length > MOST_LINE_BYTES);
  if (long >= 0) return { ok: false, why: `Invalid message: line ${long + 1} is longer than 998 bytes` };

  const headers: Header[] = [];
  for (const line of raw.slice(0, end).split('\r\n')) {
    // eslint-disable-next-line no-control-regex
    if (/[^\x09\x20-\x7e]/.test(line)) {
      return { ok: false, why: 'Invalid message: a header holds a character that is not ASCII' };
    }
    const before = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      if (before === undefined || line.trim() === '')
        return { ok: false, why: 'Invalid message: a stray folded line' };
      headers[headers.length - 1] = { name: before.name, value: `${before.value} ${line.trim()}` };
      continue;
    }
    const match = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    if (match === null) return { ok: false, why: `Invalid message: "${line.slice(0, 40)}" is not a header` };
    headers.push({ name: match[1] ?? '', value: (match[2] ?? '').trim() });
  }
  const seen = new Set<string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (ONCE.has(key) && seen.has(key)) return { ok: false, why: `Invalid ${name} header: it stands twice` };
    seen.add(key);
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x08\x0a-\x1f]/.test(decodeWords(value))) {
      return { ok: false, why: `Invalid ${name} header: a control character is hidden in it` };
    }
  }
  return { ok: true, headers, body: raw.slice(end + 4) };
}

/** The value of a header, encoded words decoded; '' where it is absent. */
export function headerText(headers: Headers, name: string): string {
  return decodeWords(sentValue(headers, name));
}

/** A header as it was sent, encoded words and all; '' where it is absent. */
export function sentValue(headers: Headers, name: string): string {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value ?? '';
}

/** RFC 2047: "=?UTF-8?B?…?=" → text. Blanks between two encoded words do not count. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)[ \t]+(?==\?[^?\s]+\?[BbQq]\?)/g, '$1');
  // Words side by side may split a character: join the bytes of one charset first.
  return joined.replace(/(?:=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)+/g, (words) => {
    const parts = [...words.matchAll(/=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/g)];
    const bytes = parts.map(([, , kind, text = '']) =>
      kind?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(unquote(text), 'latin1'),
    );
    return Buffer.concat(bytes).toString(/utf-?8/i.test(parts[0]?.[1] ?? '') ? 'utf8' : 'latin1');
  });
}

const unquote = (text: string): string =>
  text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export interface Address {
  readonly name: string;
  readonly address: string;
}

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`);

/** The addresses of a To, Cc, Bcc or From header; null where one of them is not one. '' gives []. */
export function readAddresses(value: string): Address[] | null {
  if (value.trim() === '') return [];
  const addresses: Address[] = [];
  for (const part of splitList(value)) {
    const angled = /^((?:"(?:[^"\\]|\\.)*"|[^"<>(),:;@[\]\\])*)<([^<>\s]+)>$/.exec(part);
    const address = angled === null ? part : (angled[2] ?? '');
    if (address.length > 254 || !ADDRESS.test(address) || address.indexOf('@') > 64) return null;
    const name = (angled?.[1] ?? '').trim();
    const bare = name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, '$1') : decodeWords(name);
    addresses.push({ name: bare, address });
  }
  return addresses;
}

function splitList(value: string): string[] {
  const parts: string[] = [''];
  for (const [piece] of value.matchAll(/"(?:[^"\\]|\\.)*"|,|[^",]+|"/g)) {
    if (piece === ',') parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts.map((part) => part.trim());
}
