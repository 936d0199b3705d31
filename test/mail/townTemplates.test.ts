// Which of the group's own templates may go to another file, and what the tab for it holds.
import { describe, expect, test } from '@jest/globals';
import { readTemplates, TEMPLATE_COLUMNS, templateRows } from '../../src/mail/readTemplates';
import { ownTemplates, townTemplateRows } from '../../src/mail/townTemplates';

const table = (...rows: readonly (readonly string[])[]) => ({
  id: 3,
  name: 'Templates',
  hidden: false,
  rows: [[...TEMPLATE_COLUMNS], ...rows],
});
const NAMES = ['Ana Ruiz', 'Ana', 'First Methodist Church', 'Bo', 'May', ''];
const why = (body: string) =>
  ownTemplates(table(['ours', 'first', '', 'e-mail', 'Care', body]), NAMES).map((one) => [
    one.why,
    one.stays,
  ])[0];

test('texts that stand in the tab as they came are none of theirs', () => {
  const [, ...shipped] = templateRows();
  expect(ownTemplates(table(...shipped), NAMES)).toEqual([]);
  expect(ownTemplates(null, NAMES)).toEqual([]);
});

describe('what a text gives away', () => {
  test.each([
    ['Hello, may we talk?', '', false],
    ['Call ANA  ruiz any evening.', 'It names Ana Ruiz.', true],
    ['As at First Methodist Church, we …', 'It names First Methodist Church.', true],
    ['Write to hello@example.org.', 'It holds the address hello@example.org.', true],
    ['Call (503) 555-0100 at noon.', 'It holds the number (503) 555-0100.', true],
    ['We meet on 2026-11-19, and on 11/19/2026.', '', false],
    ['Ask Bo about it.', 'It may name Bo.', false],
    ['May I call you?', 'It may name May.', false],
    ['You may call, and bo-ring it is not.', '', false],
    ['Read https://larkhaven.example.org/x', 'It holds a link, perhaps to a page of this campaign.', false],
  ])('“%s”', (body, said, stays) => {
    expect(why(body)).toEqual([said, stays]);
  });

  test('the key and the subject count too', () => {
    const [one] = ownTemplates(table(['for Ana Ruiz', 'first', '', 'e-mail', 'Care', 'Hello.']), NAMES);
    expect(one).toMatchObject({ why: 'It names Ana Ruiz.', stays: true });
  });
});

test('the tab has every shipped text, and a chosen one in the place of that of its key', () => {
  const { templates } = readTemplates(table(['first', 'first', '', 'e-mail', 'Care', 'Hello.']));
  const own = templates.filter(({ row }) => row > 0);
  const rows = townTemplateRows(own);
  expect(rows).toHaveLength(templateRows().length - 1);
  expect(rows.filter(([key]) => key === 'first').map((row) => row[5])).toEqual(['Hello.']);
  expect(townTemplateRows([])).toEqual(templateRows().slice(1));
});
