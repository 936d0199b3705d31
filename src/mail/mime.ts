// Writes one e-mail as raw MIME text, all ASCII: RFC 5322 folding, RFC 2047 words, base64 bodies, CRLF.
// Whatever stands in a subject or a name cannot end its header.
import { shortHash } from '../workbook/identity';
import { bad, good, type Result } from '../values/result';
import { base64, utf8Bytes, wrapBase64 } from './base64';
import { oneLine } from './renderTemplate';

export interface Mailbox {
  /** '' for the bare address. */
  readonly name: string;
  readonly address: string;
}

export interface MailMessage {
  /** null leaves it to Gmail, which puts in the account that sends. */
  readonly from: Mailbox | null;
  readonly to: Mailbox;
  readonly cc: readonly Mailbox[];
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Message key, for the header X-Outreach-Key. */
  readonly key: string;
  /** Message-IDs as "<…>", oldest first; [] for a message that answers none. The last one is answered. */
  readonly references: readonly string[];
}

const LINE = 76;

/** Where it stands in an address or an id, some mail servers read what follows as encoded, and find other addresses in it. */
const ENCODED = '=?';

/** True for an address that can stand in a header: printable ASCII, one @, nothing that ends it or stands for something else. */
export function isMailable(address: string): boolean {
  return (
    /^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[A-Za-z0-9.-]{1,253}$/.test(address) && !address.includes(ENCODED)
  );
}

/** The whole message, lines ended by CRLF. An address that cannot stand in a header is a problem, nothing else is. */
export function buildMime(message: MailMessage): Result<string> {
  const boxes = [
    message.to,
    ...message.cc,
    ...(message.from ? [message.from] : []),
    ...(message.replyTo ? [message.replyTo] : []),
  ];
  const wrong = boxes.find((box) => !isMailable(box.address));
  if (wrong !== undefined)
    return bad({
      code: 'bad-address',
      message: `“${oneLine(wrong.address)}” is no address that mail can go to. Nothing was sent.`,
      todo: 'Correct the address.',
      text: wrong.address,
    });
  const boundary = boundaryOf(message.text + message.html);
  const references = message.references.filter(
    (id) => /^<[!-;=?-~]{3,250}>$/.test(id) && !id.includes(ENCODED),
  );
  const last = references[references.length - 1];
  const lines = [
    ...(message.from ? [addressHeader('From', [message.from])] : []),
    addressHeader('To', [message.to]),
    ...(message.cc.length > 0 ? [addressHeader('Cc', message.cc)] : []),
    ...(message.replyTo ? [addressHeader('Reply-To', [message.replyTo])] : []),
    textHeader('Subject', message.subject),
    ...(message.key === '' ? [] : [`X-Outreach-Key: ${message.key.replace(/[^!-~]/g, '')}`]),
    ...(last === undefined ? [] : [`In-Reply-To: ${last}`, `References: ${references.join('\r\n ')}`]),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', message.text),
    ...part(boundary, 'text/html', message.html),
    `--${boundary}--`,
    '',
  ];
  return good(lines.join('\r\n'));
}

/** Derived from the content; "_" is no base64 sign, so no line of a body can look like it. */
function boundaryOf(content: string): string {
  return `=_outreach_${shortHash(content)}`;
}

function part(boundary: string, type: string, content: string): string[] {
  const lines = content.replace(/\r\n?|\n/g, '\r\n');
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    wrapBase64(base64(utf8Bytes(lines))),
  ];
}

/** Plain ASCII that needs no encoding: no "=?", no odd blanks, and short enough to fold at its blanks. */
const isPlain = (text: string) =>
  /^[!-~]+(?: [!-~]+)*$/.test(text) &&
  !text.includes(ENCODED) &&
  text.split(' ').every((word) => word.length <= LINE - 20);

function textHeader(name: string, value: string): string {
  const text = oneLine(value);
  if (text === '') return `${name}: `;
  return `${name}: ${isPlain(text) ? fold(text, name.length + 2) : encodedWords(text, name.length + 2)}`;
}

/** Folds at blanks so that no line grows longer than 76; the blank goes to the next line, where readers put it back. */
function fold(text: string, used: number): string {
  let line = used;
  return text
    .split(' ')
    .map((word, index) => {
      const fits = index === 0 || line + 1 + word.length <= LINE;
      line = fits ? line + (index === 0 ? 0 : 1) + word.length : 1 + word.length;
      return index === 0 ? word : fits ? ` ${word}` : `\r\n ${word}`;
    })
    .join('');
}

/** RFC 2047: each word at most 75 characters long, cut between code points; readers drop the blanks between them. */
function encodedWords(text: string, used: number): string {
  const words: string[] = [];
  let bytes: number[] = [];
  // 12 characters stand around the base64, and the first line already holds the header's name.
  const room = () => Math.floor(((words.length === 0 ? LINE - used : LINE - 1) - 12) / 4) * 3;
  const close = () => {
    words.push(`=?UTF-8?B?${base64(bytes)}?=`);
    bytes = [];
  };
  for (const sign of text) {
    const more = utf8Bytes(sign);
    if (bytes.length > 0 && bytes.length + more.length > room()) close();
    bytes.push(...more);
  }
  if (bytes.length > 0) close();
  return words.join('\r\n ');
}

function addressHeader(name: string, boxes: readonly Mailbox[]): string {
  const written = boxes.map((box, index) => {
    const used = index === 0 ? name.length + 2 : 1;
    const display = displayName(oneLine(box.name), used);
    if (display === '') return box.address;
    const lastLine = display.split('\r\n').pop() ?? '';
    const start = display.includes('\r\n') ? 0 : used;
    const joins = start + lastLine.length + box.address.length + 3 <= LINE;
    return `${display}${joins ? ' ' : '\r\n '}<${box.address}>`;
  });
  return `${name}: ${written.join(',\r\n ')}`;
}

function displayName(name: string, used: number): string {
  if (name === '') return '';
  const quoted = /^[A-Za-z0-9 ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
  const plain = /^[ -~]+$/.test(name) && quoted.length <= 52 && !name.includes(ENCODED);
  return plain ? quoted : encodedWords(name, used);
}
