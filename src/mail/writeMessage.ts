// Writes one message or text to a contact from its template, or says what is missing.
import type { Contact } from '../reading/contact';
import type { SheetMap } from '../reading/map';
import { WORKED_OUT, type WorkedOut } from '../texts/mergeNames';
import type { LogEntry } from '../touches/log';
import type { Day } from '../values/day';
import { shortDay } from '../values/day';
import { cellText } from '../values/cell';
import { columnNumber } from '../values/a1';
import type { Table } from '../values/table';
import { foldName } from '../values/text';
import { SETTINGS_TAB } from '../workbook/tabs';
import { isOurEmail, lastOurTouch, newestEntry, touchInMessage, type Sender } from './lastTouch';
import type { MergeFields } from './mergeFields';
import { goToCell, openTemplate, OPEN_SETTINGS } from './offers';
import type { OwnerRules } from './ownerRules';
import { parseTemplate, type Part } from './parseTemplate';
import type { Stop } from './personStops';
import { templateFor } from './readTemplates';
import { renderTemplate, type BlankField, type Rendered } from './renderTemplate';
import type { Template } from './template';
import { whyUnusable } from './unusableName';
import type { WarmTie } from './warmTie';

export interface WriterInput {
  readonly table: Table;
  readonly map: SheetMap;
  readonly merge: MergeFields;
  readonly templates: readonly Template[];
  readonly owners: OwnerRules;
  readonly sender: Sender;
  readonly today: Day;
  /** What they were asked for and have not answered, as it stands in a message; '' for nothing. */
  readonly askOf?: (contact: Contact) => string;
}

/** Whom and what for. `tie` is named in a text that asks for an introduction. */
export interface Occasion {
  readonly contact: Contact;
  readonly entries: readonly LogEntry[];
  readonly tie: WarmTie | null;
}

export interface WrittenMessage {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  readonly merged: readonly string[];
}

export type Written =
  | { readonly ok: true; readonly message: WrittenMessage }
  /** `lacks`: names of settings that the message needs and that are empty. */
  | { readonly ok: false; readonly stop: Stop; readonly lacks: readonly string[] };

export interface Writer {
  /** An e-mail. `key` '' takes the template that fits step and category. */
  readonly email: (step: Template['step'], key: string, occasion: Occasion) => Written;
  /** Text for another channel ('phone', 'introduction', 'reminder' …); what is missing stands in brackets. '' without a template. */
  readonly textFor: (channel: string, step: Template['step'], occasion: Occasion) => string;
}

interface Prepared {
  readonly subject: readonly Part[];
  readonly body: readonly Part[];
  readonly usesParagraph: boolean;
  readonly fault: Stop | null;
}

const KIND_PARAGRAPH = foldName(WORKED_OUT.kindParagraph);

/** The subject of our last e-mail to them that the add-on sent (its log line has it as summary), without "Re:"; '' where none. */
export function lastSubject(entries: readonly LogEntry[]): string {
  const entry = newestEntry(entries, (e) => e.messageKey !== '' && isOurEmail(e));
  return withoutRe(entry?.summary ?? '');
}

export function withoutRe(subject: string): string {
  return subject.replace(/^(?:\s*re\s*:)+\s*/i, '').trim();
}

/** True for a list of persons: no column is the organization, or the name itself is. */
function namesPersons({ columns: { organization, contactName } }: SheetMap): boolean {
  return organization === undefined || organization.columns.join() === contactName?.columns.join();
}

export function makeWriter(input: WriterInput): Writer {
  const chosen = new Map<string, Template | null>();
  const choose = (step: Template['step'], channel: string, category: string): Template | null => {
    const key = [step, channel, category].join('|');
    let found = chosen.get(key);
    if (found === undefined) {
      found = templateFor(input.templates, { step, channel, category });
      chosen.set(key, found);
    }
    return found;
  };
  const prepared = new Map<Template, Prepared>();
  const prepare = (template: Template): Prepared => {
    let found = prepared.get(template);
    if (found === undefined) {
      found = prepareTemplate(template, input.merge);
      prepared.set(template, found);
    }
    return found;
  };
  const worked = ({ contact, entries, tie }: Occasion): Partial<Record<WorkedOut, string>> => {
    const touch = lastOurTouch(contact, entries, input.today);
    return {
      lastTouch: touch === null ? '' : touchInMessage(touch, input.sender, input.today),
      lastDay: touch === null ? '' : shortDay(touch.day, input.today),
      lastSubject: lastSubject(entries),
      tie: tie === null || tie.isUnnamed ? '' : tie.name,
      tieBelongsTo: tie?.may?.what ?? '',
      ownerName: input.owners.ownership(contact.text.owner).owners[0]?.name ?? '',
      noOrganization: namesPersons(input.map) ? 'yes' : '',
      ask: input.askOf?.(contact) ?? '',
    };
  };
  const write = (
    template: Template,
    occasion: Occasion,
  ): { subject: Rendered; body: Rendered; fault: Stop | null } => {
    const own = prepare(template);
    const values = worked(occasion);
    const inside = own.usesParagraph ? kindParagraph(template.step, occasion, values) : null;
    const lookup = input.merge.lookupFor(occasion.contact, {
      ...values,
      kindParagraph: inside?.rendered.text ?? '',
    });
    const body = renderTemplate(own.body, lookup, 'text');
    return {
      subject: renderTemplate(own.subject, lookup, 'line'),
      body: {
        text: body.text,
        merged: [...body.merged, ...(inside?.rendered.merged ?? [])],
        blanks: [...body.blanks, ...(inside?.rendered.blanks ?? [])],
      },
      fault: own.fault ?? inside?.fault ?? null,
    };
  };
  const kindParagraph = (
    step: Template['step'],
    { contact }: Occasion,
    values: Partial<Record<WorkedOut, string>>,
  ): { rendered: Rendered; fault: Stop | null } | null => {
    const template = choose(step, 'paragraph', contact.text.category);
    if (template === null) return null;
    const { body, fault } = prepare(template);
    return { rendered: renderTemplate(body, input.merge.lookupFor(contact, values), 'text'), fault };
  };
  return {
    email: (step, key, occasion) => {
      const { category } = occasion.contact.text;
      const template =
        (key === '' ? undefined : input.templates.find((t) => t.key === key && t.channel === 'e-mail')) ??
        choose(step, 'e-mail', category);
      if (template === null)
        return stop('unknown-field', `There is no template for the step “${step}”.`, openTemplate(0));
      const { subject, body, fault } = write(template, occasion);
      if (fault !== null) return { ok: false, stop: fault, lacks: [] };
      const blanks = [...subject.blanks, ...body.blanks];
      if (blanks.length > 0)
        return {
          ok: false,
          stop: blankStop(blanks, template, occasion.contact, input),
          lacks: settingsAmong(blanks),
        };
      if (subject.text === '' || body.text === '')
        return stop(
          'blank-field',
          `The ${subject.text === '' ? 'subject' : 'text'} of the message is empty.`,
          openTemplate(template.row),
        );
      const merged = [...new Set([...subject.merged, ...body.merged])];
      return {
        ok: true,
        message: { template: template.key, subject: subject.text, body: body.text, merged },
      };
    },
    textFor: (channel, step, occasion) => {
      const { category } = occasion.contact.text;
      const isGuess = channel === 'introduction' && occasion.tie !== null && occasion.tie.may !== null;
      const template = choose(step, isGuess ? 'may know' : channel, category);
      return template === null ? '' : write(template, occasion).body.text;
    },
  };
}

const stop = (code: Stop['code'], why: string, offer: Stop['offer']): Written => ({
  ok: false,
  stop: { code, why, offer },
  lacks: [],
});

/** "Settings lacks the resolution link and the sender name." Each name once. */
export function settingsLack(names: readonly string[]): string {
  const each = [...new Set(names.map((name) => `the ${name.toLowerCase()}`))];
  const last = each.pop() ?? '';
  return `Settings lacks ${each.length === 0 ? '' : `${each.join(', ')} and `}${last}.`;
}

const settingsAmong = (blanks: readonly BlankField[]): readonly string[] =>
  blanks.filter(({ sheet }) => sheet === SETTINGS_TAB).map(({ name }) => name);

function prepareTemplate(template: Template, merge: MergeFields): Prepared {
  const [subject, body] = [parseTemplate(template.subject), parseTemplate(template.body)];
  const fault = (why: string): Prepared => ({
    subject: [],
    body: [],
    usesParagraph: false,
    fault: { code: 'unknown-field', why, offer: openTemplate(template.row) },
  });
  for (const parsed of [subject, body])
    if (!parsed.ok) return fault(`The template “${template.key}” cannot be used. ${parsed.message}`);
  if (!subject.ok || !body.ok) return fault('');
  for (const name of [...subject.names, ...body.names]) {
    const why = whyUnusable(name, merge);
    if (why !== null) return fault(`The template “${template.key}” asks for ${why}`);
  }
  const usesParagraph = body.names.some((name) => foldName(name) === KIND_PARAGRAPH);
  return { subject: subject.parts, body: body.parts, usesParagraph, fault: null };
}

/** What a placeholder or a broken formula says where a value is needed; '' where the cell is really empty. */
function wordsIn(cell: string, contact: Contact, table: Table): string {
  const column = columnNumber(cell.replace(/\d+$/, ''));
  return cellText(table.rows[contact.row - 1]?.[column - 1] ?? '').trim();
}

function blankStop(
  blanks: readonly BlankField[],
  template: Template,
  contact: Contact,
  input: WriterInput,
): Stop {
  const lacks = settingsAmong(blanks);
  if (lacks.length > 0)
    return {
      code: 'blank-field',
      why: `${settingsLack(lacks)} Without that the message has a blank.`,
      offer: OPEN_SETTINGS,
    };
  const [first] = blanks;
  const needs = `A blank in the message: the template needs “${first?.name ?? ''}”`;
  const also = [...new Set(blanks.slice(1).map((b) => b.name))].filter((name) => name !== first?.name);
  const more = also.length === 0 ? '' : ` It also needs ${also.map((name) => `“${name}”`).join(' and ')}.`;
  if (first === undefined || first.sheet === '')
    return {
      code: 'blank-field',
      why: `${needs}, and there is none for this contact.${more}`,
      offer: openTemplate(template.row),
    };
  const words = wordsIn(first.cell, contact, input.table);
  const state = words === '' ? 'is empty' : `says only “${words.slice(0, 30)}”`;
  return {
    code: 'blank-field',
    why: `${needs}, and ${first.cell} ${state}.${more}`,
    offer: goToCell(first.sheet, first.cell),
  };
}
