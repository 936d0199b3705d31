import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { base64, utf8Bytes } from '../../src/mail/base64';
import { buildMime, isMailable, type MailMessage } from '../../src/mail/mime';
import { textToHtml } from '../../src/mail/renderTemplate';

const MESSAGE: MailMessage = {
  from: { name: 'Ana Ruiz', address: 'ana@larkhaven.example.org' },
  to: { name: 'Ruth C.', address: 'ruth@amity.example.org' },
  cc: [],
  replyTo: null,
  subject: 'Care for everyone in Larkhaven',
  text: 'Hello Ruth,\n\nHow are you?',
  html: '<p>Hello Ruth,</p><p>How are you?</p>',
  key: 'larkhaven/C1/2',
  references: [],
};

function raw(part: Partial<MailMessage> = {}): string {
  const built = buildMime({ ...MESSAGE, ...part });
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

const read = (mime: string) => PostalMime.parse(mime);
const headersOf = (mime: string) => mime.slice(0, mime.indexOf('\r\n\r\n'));
const plainLines = (text: string | undefined) => (text ?? '').replace(/\r\n/g, '\n').replace(/\n$/, '');

// Anything a person can type in one line: letters of every script, emoji with joiners, marks, quotes, commas.
const line = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) =>
    text
      .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const AWKWARD = [
  'Grüße aus Köln',
  'رسالة إلى النقابة المحلية حول الرعاية الصحية للجميع في مدينتنا',
  'שלום לכולם',
  '👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈 together',
  '=?UTF-8?B?aGVsbG8=?=',
  'a'.repeat(300),
  'word '.repeat(60).trim(),
  'ü'.repeat(200),
  'Smith, John "Johnny" <x@y.org>; (chair)',
  '\\ back \\" slash',
  '.',
];

describe('what goes in comes out at a reader', () => {
  test.each(AWKWARD)('subject and name %s', async (text) => {
    const mail = await read(raw({ subject: text, to: { name: text, address: 'ruth@amity.example.org' } }));
    expect(mail.subject).toBe(text);
    expect(mail.to).toEqual([{ name: text, address: 'ruth@amity.example.org' }]);
  });

  test('any subject, any display name, any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        line,
        line,
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        async (subject, name, text) => {
          const html = textToHtml(text);
          const mime = raw({
            subject,
            from: { name, address: 'ana@larkhaven.example.org' },
            replyTo: { name, address: 'group@larkhaven.example.org' },
            cc: [
              { name, address: 'bo@larkhaven.example.org' },
              { name: '', address: 'dee@larkhaven.example.org' },
            ],
            text,
            html,
          });
          const mail = await read(mime);
          expect(mail.subject).toBe(subject);
          expect(mail.from).toEqual({ name, address: 'ana@larkhaven.example.org' });
          expect(mail.replyTo).toEqual([{ name, address: 'group@larkhaven.example.org' }]);
          expect(mail.cc?.map((box) => box.address)).toEqual([
            'bo@larkhaven.example.org',
            'dee@larkhaven.example.org',
          ]);
          const lines = (s: string) => s.replace(/\r\n?/g, '\n').replace(/\n$/, '');
          expect(plainLines(mail.text)).toBe(lines(text));
          expect(plainLines(mail.html)).toBe(lines(html));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the key and the thread headers', async () => {
    const mail = await read(raw({ references: ['<one@mail.example.org>', '<two@mail.example.org>'] }));
    expect(mail.headers.find((h) => h.key === 'x-outreach-key')?.value).toBe('larkhaven/C1/2');
    expect(mail.inReplyTo).toBe('<two@mail.example.org>');
    expect(mail.references).toBe('<one@mail.example.org> <two@mail.example.org>');
  });
});

describe('the raw form', () => {
  test('is ASCII with CRLF, and no line is longer than 78', () => {
    fc.assert(
      fc.property(line, line, fc.string({ unit: 'grapheme' }), (subject, name, text) => {
        const mime = raw({
          subject,
          to: { name, address: 'ruth@amity.example.org' },
          text,
          html: textToHtml(text),
        });
        expect(mime).toMatch(/^[\r\n -~]*$/);
        expect(mime.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const one of mime.split('\r\n')) expect(one.length).toBeLessThanOrEqual(78);
      }),
    );
  });

  test('the same message is the same text', () => {
    expect(raw()).toBe(raw());
  });

  test('a break in a value never begins a header', () => {
    const evil = fc.string({ maxLength: 30 }).map((s) => `${s}\r\nBcc: thief@example.com\r\n\r\nbody${s}`);
    fc.assert(
      fc.property(evil, (value) => {
        const head = headersOf(
          raw({
            subject: value,
            to: { name: value, address: 'ruth@amity.example.org' },
            from: { name: value, address: 'ana@larkhaven.example.org' },
            key: value,
            references: [`<${value}>`],
          }),
        );
        const names = head.split(/\r\n(?![ \t])/).map((header) => header.slice(0, header.indexOf(':')));
        expect(names).toEqual(['From', 'To', 'Subject', 'X-Outreach-Key', 'MIME-Version', 'Content-Type']);
      }),
    );
  });

  test('a break in a subject reads as a blank', async () => {
    expect((await read(raw({ subject: 'Care\r\nBcc: thief@example.com' }))).subject).toBe(
      'Care Bcc: thief@example.com',
    );
  });

  test('an address that could end a header is refused', () => {
    for (const address of [
      'a@b.org\r\nBcc: c@d.org',
      'a@b.org, c@d.org',
      'a b@c.org',
      '<a@b.org>',
      'é@x.fr',
      'a',
      '',
    ])
      expect(buildMime({ ...MESSAGE, to: { name: '', address } }).ok).toBe(false);
    expect(isMailable("o'brien+care@sub.example.org")).toBe(true);
  });

  test('without a From line Gmail puts in the account', () => {
    expect(headersOf(raw({ from: null }))).not.toContain('From:');
  });
});

test('bytes and base64 are those of the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const expected = Buffer.from(text, 'utf8');
      expect(utf8Bytes(text)).toEqual([...expected]);
      expect(base64(utf8Bytes(text))).toBe(expected.toString('base64'));
    }),
  );
});
