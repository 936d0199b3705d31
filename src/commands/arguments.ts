// What may come in through the door: every function there can be called by any page, so nothing is taken on trust.
import * as z from 'zod/mini';
import { FIELDS } from '../reading/fields';
import { bad, good, type Result } from '../values/result';
import { SETTING_NAMES, type SettingName } from '../workbook/readSettings';

// No code is made from strings, in Google as in the stand-in (platform facts, 4).
z.config({ jitless: true });

const text = z.string().check(z.maxLength(50_000));
export const name = z.string().check(z.maxLength(200));
const list = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.maxLength(1000));

export const sheetName = z.nullish(name);
export const most = z.nullish(z.number());
export const ids = list(name);
export const yesOrNo = z.boolean();
export const field = z.enum(FIELDS);
export const letters = list(name);
export const settingName = z.enum(Object.keys(SETTING_NAMES) as [SettingName, ...SettingName[]]);
export const settingValue = text;
export const ourTab = z.enum(['Settings', 'Volunteers', 'Templates', 'Outreach log']);
export const mode = z.enum(['follow-ups', 'first', 'auto']);

export const sendRequest = z.object({
  contact: name,
  template: name,
  edited: z.nullable(z.object({ subject: text, body: text })),
  anyway: z.boolean(),
  ownerInCc: z.boolean(),
});
export const sendRequests = list(sendRequest);

export const touchRequest = z.object({
  contact: name,
  channel: name,
  outcome: z.enum([
    'no answer',
    'left a message',
    'talked',
    'said yes',
    'said no',
    'wait until',
    'sent',
    'answered',
  ]),
  until: name,
  note: text,
});

export const assignOptions = z.object({
  due: name,
  cap: z.number(),
  moves: list(z.object({ contact: name, to: name })),
});

/** The arguments as their schemas read them; a problem where one does not fit, which a sidebar of this version never sends. */
export function readArguments<T extends readonly z.core.$ZodType[]>(
  schemas: readonly [...T],
  values: readonly unknown[],
): Result<{ [K in keyof T]: z.core.output<T[K]> }> {
  const read = schemas.map((schema, index) => z.safeParse(schema, values[index]));
  if (read.every((one) => one.success))
    return good(read.map((one) => one.data) as { [K in keyof T]: z.core.output<T[K]> });
  return bad({
    code: 'bad-request',
    message:
      'The sidebar asked for something that this version of the add-on does not know. Nothing was changed.',
    todo: 'Close the sidebar, reload the page and open it again.',
  });
}
