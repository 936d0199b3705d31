// What may come in through the door: every function there can be called by any page, so nothing is taken on trust.
import * as z from 'zod/mini';
import { TABLE_KEYS } from '../dashboard/figures';
import { FIELDS } from '../reading/fields';
import { bad, good, type Result } from '../values/result';
import { ASK_ANSWERS } from '../touches/asks/ask';
import { OUTCOMES } from '../touches/outcome';
import { SETTING_NAMES, type SettingName } from '../workbook/readSettings';

/** What each argument may be. Made at the first call: the bundle is loaded anew for every click, also for the menu. */
function makeShapes() {
  // No code is made from strings, in Google as in the stand-in (platform facts, 4).
  z.config({ jitless: true });
  const text = z.string().check(z.maxLength(50_000));
  const name = z.string().check(z.maxLength(200));
  const list = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.maxLength(1000));
  const assignOptions = z.object({
    due: name,
    cap: z.number(),
    moves: list(z.object({ contact: name, to: name })),
    addOwner: z.optional(z.boolean()),
  });
  const mayBeNamed = z.enum(['yes', 'no', '']);
  const partnerFacts = {
    membership: z.enum(['partner', 'observer', '']),
    conditions: text,
    brings: text,
    committed: text,
    people: name,
    nextCheck: name,
    note: text,
  };
  const unionForm = {
    international: text,
    local: text,
    council: text,
    workers: name,
    members: name,
    voted: z.enum(['yes', 'no', 'in progress', '']),
    votedOn: name,
    campaigns: text,
    endorses: mayBeNamed,
    stage: name,
    statements: name,
    link: text,
    note: text,
  };
  const debriefed = { wantsNext: text, nextCheckIn: name };
  const sendRequest = z.object({
    contact: name,
    template: name,
    edited: z.nullable(z.object({ subject: text, body: text })),
    anyway: z.boolean(),
    ownerInCc: z.boolean(),
  });
  return {
    name,
    names: list(name),
    text,
    yesOrNo: z.boolean(),
    sheetName: z.nullish(name),
    run: z.nullish(name),
    most: z.nullish(z.number()),
    field: z.enum(FIELDS),
    settingName: z.enum(Object.keys(SETTING_NAMES) as [SettingName, ...SettingName[]]),
    ourTab: z.enum([
      'Settings',
      'Volunteers',
      'Templates',
      'Outreach log',
      'Event tasks',
      'Asks',
      'Partnerships',
    ]),
    mode: z.enum(['follow-ups', 'first', 'auto']),
    sendRequest,
    sendRequests: list(sendRequest),
    chunkMessages: list(z.object({ contact: name, attempt: z.number() })),
    touchRequest: z.object({
      contact: name,
      channel: name,
      outcome: z.enum(OUTCOMES),
      until: name,
      note: text,
    }),
    homeAnswers: z.object({
      conflicts: list(
        z.object({
          id: name,
          column: name,
          tabId: z.number(),
          tab: text,
          contacts: text,
          keep: z.enum(['tab', 'contacts']),
        }),
      ),
      missing: list(z.object({ tabId: z.number(), ids: list(name), handBack: z.boolean() })),
      twins: list(z.object({ tabId: z.number(), row: z.number(), organization: text, id: name })),
      counts: list(z.number()),
    }),
    figureName: z.object({ table: z.enum(TABLE_KEYS), row: text, figure: z.number() }),
    closeAnswers: z.object({
      tab: z.number(),
      due: name,
      same: list(z.object({ group: name, of: name })),
      takers: list(z.object({ name: text, to: text })),
      seen: list(name),
    }),
    askRequest: z.object({ contact: name, kind: name, channel: name, day: name, note: text }),
    askAnswerRequest: z.object({
      contact: name,
      ask: name,
      answer: z.enum(ASK_ANSWERS),
      day: name,
      waitUntil: name,
      whoDecided: name,
      mayBeNamed,
      note: text,
    }),
    confirmRequest: z.object({ contact: name, day: name, whoDecided: name, mayBeNamed, people: name }),
    partnerRequest: z.object({ contact: name, ...partnerFacts, seen: z.optional(z.object(partnerFacts)) }),
    unionRequest: z.object({ contact: name, ...unionForm, seen: z.optional(z.object(unionForm)) }),
    deed: z.object({ contact: name, kind: name, day: name, note: text }),
    bowOutRequest: z.object({ contact: name, words: text }),
    debrief: z.object({ name, day: name, ...debriefed, seen: z.optional(z.object(debriefed)) }),
    nextTown: z.object({ town: name, partners: list(name), templates: list(name) }),
    impression: z.object({ name, commitment: text, curiosity: text, tryNext: text }),
    pasted: z.string().check(z.maxLength(5_000_000)),
    nameChoices: list(z.object({ at: z.number(), category: name, seen: z.enum(['new', 'known', 'unsure']) })),
    assignOptions,
    assignOptionsIfAny: z.nullish(assignOptions),
  };
}

export type Shapes = ReturnType<typeof makeShapes>;

let made: Shapes | null = null;

/** The arguments as their shapes read them; a problem where one does not fit, which a sidebar of this version never sends. */
export function readArguments(
  names: readonly (keyof Shapes)[],
  values: readonly unknown[],
): Result<readonly unknown[]> {
  const shapes = (made ??= makeShapes());
  const read = names.map((name, index) => z.safeParse(shapes[name], values[index]));
  if (read.every((one) => one.success)) return good(read.map((one) => one.data));
  return bad({
    code: 'bad-request',
    message:
      'The sidebar asked for something that this version of the add-on does not know. Nothing was changed.',
    todo: 'Close the sidebar, reload the page and open it again.',
  });
}
