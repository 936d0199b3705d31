import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTemplate } from '../../src/mail/parseTemplate';
import { renderTemplate, textToHtml, type Lookup } from '../../src/mail/renderTemplate';

const lookup =
  (values: Readonly<Record<string, string>>): Lookup =>
  (name) =>
    name in values ? { text: values[name] ?? '', sheet: 'Contacts', cell: 'C52' } : null;

function render(
  source: string,
  values: Readonly<Record<string, string>> = {},
  shape: 'line' | 'text' = 'text',
) {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return renderTemplate(parsed.parts, lookup(values), shape);
}

describe('tags', () => {
  test('a value, its fallback, and what stays only with or without a value', () => {
    expect(render('Hello {{name|there}}.', { name: 'Ruth' }).text).toBe('Hello Ruth.');
    expect(render('Hello {{name|there}}.', { name: '' }).text).toBe('Hello there.');
    const source = '{{#tie}}Bo knows {{name}}.{{/tie}}{{^tie}}Nobody knows them.{{/tie}}';
    expect(render(source, { tie: 'Bo', name: 'Ruth' }).text).toBe('Bo knows Ruth.');
    expect(render(source, { tie: '' }).text).toBe('Nobody knows them.');
  });

  test('a missing needed value is named with its cell and stands in brackets', () => {
    const { text, blanks } = render('Dear {{name}}', { name: '' });
    expect(text).toBe('Dear [name]');
    expect(blanks).toEqual([{ name: 'name', text: '', sheet: 'Contacts', cell: 'C52' }]);
  });

  test('a paragraph that drops leaves no gap', () => {
    expect(render('One\n\n{{#x}}\nTwo {{x}}\n{{/x}}\n\n{{y|}}\n\nThree', { x: '', y: '' }).text).toBe(
      'One\n\nThree',
    );
  });

  test('names with dots, signs and blanks are names', () => {
    expect(render('{{Tel. (office)}} {{ % }}', { 'Tel. (office)': '555', '%': '3' }).text).toBe('555 3');
  });

  test('a remark is left out', () => {
    expect(render('a{{! note to us }}b').text).toBe('ab');
  });
});

describe('tags that are not right', () => {
  test('a half-closed tag comes out as a name that nothing has', () => {
    const parsed = parseTemplate('Hello {{name} and {{town}}, good day');
    expect(parsed.ok && parsed.names).toEqual(['name} and {{town']);
  });

  test.each([
    ['Hello {{name', '“{{name” has no “}}” at its end.'],
    ['{{#town}} in town', 'The part that begins with “{{#town}}” does not end.'],
    ['in town {{/town}}', '“{{/town}}” ends a part that nothing begins.'],
    ['{{> other}}', 'means nothing here'],
    ['{{=<% %>=}}', 'means nothing here'],
  ])('%s says what is wrong', (source, words) => {
    const parsed = parseTemplate(source);
    expect(parsed.ok ? '' : parsed.message).toContain(words);
  });

  test('no text whatever makes it throw', () => {
    const bits = fc.constantFrom(
      '{{',
      '}}',
      '{{#',
      '{{/',
      '{{^',
      'a',
      ' ',
      '\n',
      '{',
      '}',
      '|',
      '=',
      '{{{',
      '}}}',
      '>',
      '&',
      '!',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
        const parsed = parseTemplate(parts.join(''));
        if (parsed.ok) renderTemplate(parsed.parts, lookup({ a: 'x' }), 'text');
        else expect(parsed.message).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a value is data', () => {
  test('tags, HTML and section marks in a cell come out as they stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('{{x}}', '{{#a}}', '{{/a}}', '<b>&amp;', '{{{', '$&', '=1+1'),
        fc.string(),
        (sign, rest) => {
          const value = `${sign}${rest.replace(/[\p{Cc}\s\u2028\u2029]/gu, '')}`;
          expect(render('[{{a}}]', { a: value }).text).toBe(`[${value}]`);
        },
      ),
    );
  });

  test('a line break never stands in a subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(render('About {{a|us}}', { a: value }, 'line').text).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
    expect(render('About {{a}}', { a: 'us\r\nBcc: x@y.org' }, 'line').text).toBe('About us Bcc: x@y.org');
  });

  test('the HTML alternative holds no tag but ours', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('<script>', '<b onx="1">', '" onclick="', 'https://x.org/"><i>', "'"),
        (a, b) => {
          const html = textToHtml(`${a}${b}${a}`);
          expect(
            html.replace(
              /<\/?(?:p|ul|li|div)>|<br>|<div dir="auto">|<a href="https?:\/\/[^"<>]*">|<\/a>/g,
              '',
            ),
          ).not.toMatch(/[<>]/);
        },
      ),
    );
  });

  test('paragraphs, lists and links in the HTML alternative', () => {
    expect(textToHtml('Hello\nthere\n\nAny of:\n- one\n- two\n\nSee https://x.example.org/a?b=1&c=2.')).toBe(
      '<div dir="auto"><p>Hello<br>there</p>\n<p>Any of:</p><ul><li>one</li><li>two</li></ul>\n' +
        '<p>See <a href="https://x.example.org/a?b=1&amp;c=2">https://x.example.org/a?b=1&amp;c=2</a>.</p></div>',
    );
  });
});
