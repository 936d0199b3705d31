// Whatever stands in a cell, a mail program reads back the same text, and finds no header that the add-on did not write.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { messageKey } from '../../src/mail/messageKey';
import { buildMime, type MailMessage } from '../../src/mail/mime';
import { oneLine, textToHtml } from '../../src/mail/renderTemplate';

const FROM = 'ana@larkhaven.example.org';
const TO = 'ruth@amity.example.org';
const GROUP = 'group@larkhaven.example.org';

/** Texts that end headers, hide marks, or stand for something else to some program on the way. */
const HOSTILE = [
  'Ruth\r\nBcc: thief@example.com',
  'Ruth\nBcc: thief@example.com\n\n<p>another body</p>',
  'Ruth\r\n\r\n--=_outreach_0000\r\nContent-Type: text/html\r\n\r\nforged',
  'tab\tvertical\vfeed\fnext\u0085line\u2028paragraph\u2029end',
  'bell\u0007 nul\u0000 escape\u001b[31m delete\u007f',
  'ana\u202Egro.elpmaxe@htur\u202C',
  'مرحبا Ruth \u200Fשלום\u200E',
  '👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈',
  'half a pair \uD83D and the other half \uDE00',
  '\uDFFF',
  '=HYPERLINK("https://example.com","Ruth")',
  '=?UTF-8?B?QmNjOiB0aGllZkBleGFtcGxlLmNvbQ==?=',
  '=?utf-8?q?=0D=0ABcc:_thief=40example.com?=',
  '<script>alert(1)</script>',
  '{{contact name}} {{{notes}}} {{#answer}}',
  '"Ruth" <thief@example.com>, other@example.com;',
  "Ruth' OR 1=1 -- \\",
  '(comment) [list] ,;:',
  '.',
  '"'.repeat(50),
  '\\'.repeat(49),
  `${'ü'.repeat(500)} ${'x'.repeat(500)}`,
  'ruth@amity.example.org',
  ' ',
];

/** Any UTF-16 text: control characters, lone halves of pairs, marks, and pieces of headers among them. */
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        'Bcc:',
        'X: y',
        '=?',
        '?=',
        '"',
        '\\',
        '<',
        '>',
        ',',
        ' ',
        'ü',
        'a',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const wellFormed = (text: string) => text.replace(HALF, '\ufffd');

const box = (name: string, address: string) => ({ name, address });

function compose(part: Partial<MailMessage>): string {
  const built = buildMime({
    from: box('Ana Ruiz', FROM),
    to: box('Ruth C.', TO),
    cc: [],
    replyTo: null,
    subject: 'Care for everyone in Larkhaven',
    text: 'Hello Ruth,',
    html: '<p>Hello Ruth,</p>',
    key: 'larkhaven/C1/2',
    references: [],
    ...part,
  });
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

/** The message that a template makes where every value is this text: bodies keep line breaks, one-line places do not. */
const everywhere = (text: string): string =>
  compose({
    from: box(text, FROM),
    to: box(text, TO),
    cc: [box(text, GROUP)],
    replyTo: box(text, GROUP),
    subject: oneLine(text),
    text,
    html: textToHtml(text),
    key: messageKey(text, 'c-k7q2mpwx', 2),
    references: [text, `<${text}>`],
  });

function headerNames(mime: string): string[] {
  return mime
    .slice(0, mime.indexOf('\r\n\r\n'))
    .split(/\r\n(?![ \t])/)
    .map((header) => header.slice(0, header.indexOf(':')));
}

const BEFORE = ['From', 'To', 'Cc', 'Reply-To', 'Subject', 'X-Outreach-Key'];
const THREAD = ['In-Reply-To', 'References'];
/** Readers add the line end before the next part. */
const lines = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '');

async function readsBack(text: string): Promise<void> {
  const mail = await PostalMime.parse(everywhere(text));
  const line = oneLine(wellFormed(text));
  // A reader leaves out a name that only repeats the address.
  const named = (address: string) => box(line === address ? '' : line, address);
  expect(mail.subject ?? '').toBe(line);
  expect(mail.from).toEqual(named(FROM));
  expect(mail.to).toEqual([named(TO)]);
  expect(mail.cc).toEqual([named(GROUP)]);
  expect(mail.replyTo).toEqual([named(GROUP)]);
  expect(lines(mail.text)).toBe(lines(wellFormed(text)));
  expect(lines(mail.html)).toBe(lines(wellFormed(textToHtml(text))));
  expect(mail.attachments).toEqual([]);
}

function keepsTheRules(text: string): void {
  const mime = everywhere(text);
  expect(mime).toMatch(/^[\r\n -~]*$/);
  expect(mime.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  const body = mime.slice(mime.indexOf('\r\n\r\n') + 4);
  // RFC 2045: a line of base64 has at most 76 characters; RFC 5322: headers 78 where they can be folded, 998 always.
  for (const one of body.split('\r\n')) expect(one.length).toBeLessThanOrEqual(76);
  for (const one of mime.split('\r\n')) expect(one.length).toBeLessThanOrEqual(78);
  const answers = headerNames(mime).includes('References') ? THREAD : [];
  expect(headerNames(mime)).toEqual([...BEFORE, ...answers, 'MIME-Version', 'Content-Type']);
}

describe('a hostile text in every place of a message', () => {
  test.each(HOSTILE)('%j is read back as that text', readsBack);
  test.each(HOSTILE)('%j keeps the rules of a message and adds no header', keepsTheRules);

  test('any text is read back as that text', () =>
    fc.assert(fc.asyncProperty(anything, readsBack), { numRuns: 400 }));

  test('any text keeps the rules of a message and adds no header', () => {
    fc.assert(fc.property(anything, keepsTheRules), { numRuns: 400 });
  });

  test('a note of 50,000 characters arrives whole', async () => {
    const note = 'Note ü😀 = {{x}} <b>\n'.repeat(2500).slice(0, 50_000);
    const mail = await PostalMime.parse(compose({ text: note, html: textToHtml(note) }));
    expect(lines(mail.text)).toBe(lines(note));
    keepsTheRules(note);
  });
});

describe('a subject that did not go through a template', () => {
  test('cannot carry a control character, not even inside an encoded word', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (subject) => {
        const mail = await PostalMime.parse(compose({ subject }));
        // eslint-disable-next-line no-control-regex -- that is what is looked for
        expect(mail.subject ?? '').not.toMatch(/[\0-\x1f\x7f\u0085\u2028\u2029]/);
        expect(oneLine(mail.subject ?? '')).toBe(oneLine(wellFormed(subject)));
      }),
    );
  });
});

test('an id of another message that could be read as something else is left out', () => {
  for (const id of [
    '<a@b.org>\r\nBcc: c@d.org',
    '<=?utf-8?q?=0d=0aBcc:_c=40d.org?=@b.org>',
    '<a b@c.org>',
    'a@b.org',
  ])
    expect(headerNames(compose({ references: [id] }))).not.toContain('References');
});

describe('an address', () => {
  test('that stands for more than one mailbox, or for none, is refused in every place', () => {
    const places = [
      (address: string) => ({ from: box('', address) }),
      (address: string) => ({ to: box('', address) }),
      (address: string) => ({ cc: [box('', address)] }),
      (address: string) => ({ replyTo: box('', address) }),
    ];
    const evil = [
      `${TO}\r\nBcc: thief@example.com`,
      `${TO}, thief@example.com`,
      `${TO} thief@example.com`,
      `<${TO}>`,
      `"a b"@example.org`,
      `ruth@amіty.example.org`,
      `ruth\u200b@amity.example.org`,
      `ruth@amity.example.org\u202e`,
      '=HYPERLINK("mailto:ruth@amity.example.org")',
      `ruth@[127.0.0.1]`,
      `ruth(comment)@example.org`,
      '\uD83Druth@example.org',
      '=?utf-8?q?thief=40example.com=2c?=@example.org',
    ];
    for (const place of places)
      for (const address of evil)
        expect(() => compose(place(address))).toThrow('no address that mail can go to');
  });
});
