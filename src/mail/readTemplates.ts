// The Templates tab as templates, and the shipped ones where the tab is silent or missing.
import { kindOf } from '../texts/kinds';
import { SHIPPED_TEMPLATES } from '../texts/templates';
import { columnLetter } from '../values/a1';
import { cellText } from '../values/cell';
import type { Problem } from '../values/result';
import type { Table } from '../values/table';
import { foldName } from '../values/text';
import type { MergeFields } from './mergeFields';
import { parseTemplate } from './parseTemplate';
import type { Template } from './template';
import { whyUnusable } from './unusableName';
import { later } from '../values/later';

export const TEMPLATE_COLUMNS = ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'] as const;

const STEPS: readonly Template['step'][] = ['first', 'follow-up', 'last', 'thanks'];
const CHANNELS = [
  'e-mail',
  'paragraph',
  'phone',
  'text',
  'social media',
  'web form',
  'in person',
  'introduction',
  'may know',
  'reminder',
];

const shipped = later((): readonly Template[] =>
  SHIPPED_TEMPLATES.map((template) => ({ ...template, row: 0 })),
);

/** The rows of a new Templates tab, headings first: rows × 6 columns of text. */
export function templateRows(): string[][] {
  return [
    [...TEMPLATE_COLUMNS],
    ...shipped().map((t) => [t.key, t.step, t.category, t.channel, t.subject, t.body]),
  ];
}

/** Code of a problem that stops every message written with that template. */
export const TEMPLATE_BROKEN = 'template-broken';

/**
 * A row replaces the shipped template of the same key; a key of their own adds one. A row that cannot be used is a
 * problem with its cell, and the shipped text of its key stays. An empty paragraph is meant: that kind then gets none.
 * With `merge` a field that nothing fills is a problem too.
 */
export function readTemplates(
  table: Table | null,
  merge: MergeFields | null = null,
): {
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
} {
  if (table === null) return { templates: shipped(), problems: [] };
  const rows = table.rows.map((row) => row.map(cellText));
  const headerIndex = rows.findIndex((row) => row.some((text) => foldName(text) === 'body'));
  const problems: Problem[] = [];
  const complain = (
    row: number,
    name: (typeof TEMPLATE_COLUMNS)[number],
    message: string,
    todo: string,
    text: string,
    code = 'template-unusable',
  ) => {
    const letter = columnLetter(Math.max(0, at(name)) + 1);
    problems.push({
      code,
      message,
      todo,
      text,
      place: { sheet: table.name, row, column: letter },
    });
  };
  const header = rows[headerIndex] ?? [];
  const at = (name: string) => header.findIndex((text) => foldName(text) === foldName(name));
  if (headerIndex < 0 || at('Step') < 0) {
    problems.push({
      code: 'template-unusable',
      message:
        'The Templates tab has no row with the headings Key, Step, Category, Channel, Subject and Body, so the shipped texts are used.',
      todo: 'Put the headings back.',
      place: { sheet: table.name },
    });
    return { templates: shipped(), problems };
  }
  const own: Template[] = [];
  rows.slice(headerIndex + 1).forEach((cells, index) => {
    const row = headerIndex + 2 + index;
    const cell = (name: string) => (at(name) < 0 ? '' : (cells[at(name)] ?? '')).trim();
    if (TEMPLATE_COLUMNS.every((name) => cell(name) === '')) return;
    const stepText = foldName(cell('Step'));
    const step = STEPS.find((s) => foldName(s) === stepText || foldName(s).replace(' ', '') === stepText);
    const channel =
      cell('Channel') === '' ? 'e-mail' : CHANNELS.find((c) => foldName(c) === foldName(cell('Channel')));
    if (step === undefined) {
      complain(
        row,
        'Step',
        `Row ${row} of the Templates tab is not used: its step is “${cell('Step')}”.`,
        `Write one of ${STEPS.join(', ')}.`,
        cell('Step'),
      );
      return;
    }
    if (channel === undefined) {
      complain(
        row,
        'Channel',
        `Row ${row} of the Templates tab is not used: its channel is “${cell('Channel')}”.`,
        `Write one of ${CHANNELS.join(', ')}.`,
        cell('Channel'),
      );
      return;
    }
    const category = cell('Category').toLowerCase();
    const key =
      cell('Key') || [step, channel === 'e-mail' ? '' : channel, category].filter((t) => t !== '').join(', ');
    const replaced = shipped().find((t) => foldName(t.key) === foldName(key));
    const template: Template = {
      key,
      step,
      category,
      channel,
      subject: cell('Subject'),
      body: cell('Body'),
      row,
    };
    if (own.some((t) => foldName(t.key) === foldName(key))) {
      complain(
        row,
        'Key',
        `Row ${row} of the Templates tab is not used: another row has the key “${key}”.`,
        'Give it a key of its own.',
        key,
      );
    } else if (template.body === '' && channel !== 'paragraph') {
      complain(
        row,
        'Body',
        `Row ${row} of the Templates tab has no text${replaced ? ', so the shipped one is used' : ' and is not used'}.`,
        'Write the text, or delete the row.',
        key,
      );
    } else {
      for (const name of ['Subject', 'Body'] as const)
        for (const { why, text } of faultsOf(cell(name), merge))
          complain(
            row,
            name,
            `The template “${key}” ${why}`,
            'Correct it in the Templates tab.',
            text,
            channel === 'e-mail' || channel === 'paragraph' ? TEMPLATE_BROKEN : undefined,
          );
      own.push(
        template.subject === '' && channel === 'e-mail'
          ? { ...template, subject: shippedSubject(step) }
          : template,
      );
    }
  });
  const replaced = new Set(own.map((t) => foldName(t.key)));
  return { templates: [...own, ...shipped().filter((t) => !replaced.has(foldName(t.key)))], problems };
}

/** What keeps this text from being used, each with the words that cause it. */
function faultsOf(source: string, merge: MergeFields | null): { why: string; text: string }[] {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return [{ why: `cannot be used. ${parsed.message}`, text: source }];
  return parsed.names.flatMap((name) => {
    const why = merge === null ? null : whyUnusable(name, merge);
    return why === null ? [] : [{ why: `asks for ${why}`, text: `{{${name}}}` }];
  });
}

const shippedSubject = (step: Template['step']) =>
  shipped().find((t) => t.channel === 'e-mail' && t.step === step)?.subject ?? '';

/** True where a template's category means the contact's: the same words, or both the same kind of group. */
function fitsCategory(template: Template, foldedCategory: string): boolean {
  const wanted = foldName(template.category);
  if (wanted === foldedCategory) return true;
  const kind = kindOf(wanted);
  return kind !== null && kind === kindOf(foldedCategory);
}

/**
 * The template for this step, channel and category: one for the category before one for all, their own before the
 * shipped. For other channels than e-mail and paragraphs any step will do where this one has none. null: none at all.
 */
export function templateFor(
  templates: readonly Template[],
  wanted: { readonly step: Template['step']; readonly channel: string; readonly category: string },
): Template | null {
  const category = foldName(wanted.category);
  const ofChannel = templates.filter((t) => t.channel === wanted.channel);
  const ofStep = ofChannel.filter((t) => t.step === wanted.step);
  const strict = wanted.channel === 'e-mail' || wanted.channel === 'paragraph';
  const usable = ofStep.length > 0 || strict ? ofStep : ofChannel;
  const special =
    category === '' ? undefined : usable.find((t) => t.category !== '' && fitsCategory(t, category));
  return special ?? usable.find((t) => t.category === '') ?? null;
}
