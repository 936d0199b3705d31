import { describe, expect, test } from '@jest/globals';
import type { MergeFields } from '../../src/mail/mergeFields';
import {
  readTemplates,
  templateFor,
  templateRows,
  TEMPLATE_BROKEN,
  TEMPLATE_COLUMNS,
} from '../../src/mail/readTemplates';

const table = (...rows: readonly (readonly string[])[]) => ({
  id: 3,
  name: 'Templates',
  hidden: false,
  rows: [[...TEMPLATE_COLUMNS], ...rows],
});
const find = (read: ReturnType<typeof readTemplates>, key: string) =>
  read.templates.find((t) => t.key === key);

describe('the Templates tab', () => {
  test('as it is made reads back as the shipped templates, without a problem', () => {
    const read = readTemplates({ id: 3, name: 'Templates', hidden: false, rows: templateRows() });
    expect(read.problems).toEqual([]);
    expect(read.templates.map((t) => ({ ...t, row: 0 }))).toEqual(readTemplates(null).templates);
  });

  test('a row replaces the shipped text of its key, a missing row keeps it', () => {
    const read = readTemplates(table(['first', 'first', '', 'e-mail', 'Hello', 'Our own words']));
    expect(find(read, 'first')).toMatchObject({ body: 'Our own words', row: 2 });
    expect(find(read, 'follow-up')?.row).toBe(0);
  });

  test('columns may stand in another order, words may be written otherwise, cells may stay blank', () => {
    const rows = [
      ['Body', 'Step', 'Category', 'Subject'],
      ['Our words', 'Followup', ' Faith groups ', ''],
    ];
    const read = readTemplates({ id: 3, name: 'Templates', hidden: false, rows });
    expect(read.templates[0]).toMatchObject({
      key: 'follow-up, faith groups',
      step: 'follow-up',
      category: 'faith groups',
      channel: 'e-mail',
    });
    expect(read.templates[0]?.subject).not.toBe('');
  });

  test.each([
    [['x', 'someday', '', '', 'S', 'B'], 'its step is “someday”', 'B'],
    [['x', 'first', '', 'pigeon', 'S', 'B'], 'its channel is “pigeon”', 'D'],
    [['first', 'first', '', '', 'S', ''], 'has no text, so the shipped one is used', 'F'],
    [['x', 'first', '', '', 'S', 'Hello {{name'], 'has no “}}” at its end', 'F'],
    [['x', 'first', '', '', '{{#a}}', 'B'], 'does not end', 'E'],
  ])('a row that cannot be used is named with its cell: %j', (row, words, column) => {
    const [problem] = readTemplates(table(row)).problems;
    expect(problem?.message).toContain(words);
    expect(problem?.place).toEqual({ sheet: 'Templates', row: 2, column });
  });

  test('a field that nothing fills is named in subject and text, once each, where the fields are known', () => {
    const row = [
      'x',
      'first',
      '',
      '',
      'For {{org}}',
      '{{#organization}}{{org}}{{/organization}} {{org|you}}',
    ];
    const merge: MergeFields = {
      names: ['organization'],
      meaning: (name) => (name === 'organization' ? 'one' : 'none'),
      lookupFor: () => () => null,
    };
    const { problems } = readTemplates(table(row), merge);
    expect(problems.map(({ code, place, text }) => [code, place?.column, text])).toEqual([
      [TEMPLATE_BROKEN, 'E', '{{org}}'],
      [TEMPLATE_BROKEN, 'F', '{{org}}'],
    ]);
    expect(readTemplates(table(row)).problems).toEqual([]);
  });

  test('a broken text for the phone stops no message', () => {
    const [problem] = readTemplates(table(['x', 'first', '', 'phone', '', 'Hello {{name'])).problems;
    expect(problem?.code).not.toBe(TEMPLATE_BROKEN);
  });

  test('two rows with one key: the first counts and the second is named', () => {
    const read = readTemplates(table(['a', 'first', '', '', 'S', 'one'], ['a', 'first', '', '', 'S', 'two']));
    expect(find(read, 'a')?.body).toBe('one');
    expect(read.problems[0]?.place?.row).toBe(3);
  });

  test('without its headings the shipped texts are used and the tab is named', () => {
    const read = readTemplates({ id: 3, name: 'Templates', hidden: false, rows: [['hello']] });
    expect(read.templates).toEqual(readTemplates(null).templates);
    expect(read.problems).toHaveLength(1);
  });
});

describe('which template', () => {
  const wanted = { step: 'first', channel: 'e-mail', category: 'Church' } as const;

  test('one for the kind of group comes before one for all', () => {
    const read = readTemplates(table(['ours', 'first', 'faith groups', '', 'S', 'to churches']));
    expect(templateFor(read.templates, wanted)?.key).toBe('ours');
    expect(templateFor(read.templates, { ...wanted, category: 'Union' })?.key).toBe('first');
    expect(templateFor(read.templates, { ...wanted, category: '' })?.key).toBe('first');
  });

  test('a category of their own is found by its words', () => {
    const read = readTemplates(table(['ours', 'first', 'Beekeepers', '', 'S', 'to beekeepers']));
    expect(templateFor(read.templates, { ...wanted, category: 'beekeepers' })?.key).toBe('ours');
  });

  test('a paragraph that was emptied stays empty', () => {
    const read = readTemplates(table(['first, unions', 'first', 'unions', 'paragraph', '', '']));
    expect(
      templateFor(read.templates, { step: 'first', channel: 'paragraph', category: 'Union' })?.body,
    ).toBe('');
    expect(templateFor(read.templates, { step: 'last', channel: 'paragraph', category: 'Union' })).toBeNull();
  });

  test('another channel has one text for every step', () => {
    const { templates } = readTemplates(null);
    expect(templateFor(templates, { step: 'first', channel: 'text', category: '' })?.key).toBe('text');
    expect(templateFor(templates, { step: 'first', channel: 'phone', category: '' })?.key).toBe(
      'phone, first',
    );
  });
});
