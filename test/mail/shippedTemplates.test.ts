import { describe, expect, test } from '@jest/globals';
import { makeMergeFields } from '../../src/mail/mergeFields';
import { makeOwnerRules } from '../../src/mail/ownerRules';
import { readTemplates } from '../../src/mail/readTemplates';
import { warmTieOf } from '../../src/mail/warmTie';
import { makeWriter } from '../../src/mail/writeMessage';
import type { Field } from '../../src/reading/fields';
import { KINDS } from '../../src/texts/kinds';
import type { LogEntry } from '../../src/touches/log';
import { day } from '../../src/values/day';
import type { Settings } from '../../src/workbook/settings';
import { ANA, daysAgo, entry, on, sent, SETTINGS, sheetOf, TODAY, type Row } from './sampleCampaign';

const RICH_SETTINGS: Settings = {
  ...SETTINGS,
  nextMeeting: day('2026-11-19'),
  openMeetingDate: day('2026-11-19'),
  openMeetingPlace: 'the library on Mill Street',
  openMeetingLink: 'https://larkhaven.example.org/meeting',
  replyTo: 'group@larkhaven.example.org',
};
const POOR_SETTINGS: Settings = { ...SETTINGS, campaign: '', resolutionLink: '' };
const RICH: Row = {
  organization: 'Amity Street Church',
  contactName: 'Ruth C.',
  town: 'Larkhaven',
  email: 'ruth@amity.example.org',
  knownBy: 'Bo',
  owner: 'Dee',
  priorities: 'families who skip the doctor over the bill.',
  connection: 'nobody would skip the doctor any more',
  lastContacted: on(daysAgo(9)),
};
const POOR: Row = { organization: 'Amity Street Church' };
/** In a list that has names and no organizations. */
const PERSON: Row = { contactName: 'Councillor Geraldine Moss' };
const NAMELESS: Row = { email: 'somebody@council.example.org' };
const FEW_COLUMNS = new Map<Row, readonly Field[]>([
  [POOR, ['organization', 'category']],
  [PERSON, ['contactName', 'category']],
  [NAMELESS, ['email', 'category']],
]);
const TEMPLATES = readTemplates(null).templates;

function write(
  row: Row,
  settings: Settings,
  key: string,
  entries: readonly LogEntry[] = [],
  senderName = 'Ana',
) {
  const sheet = sheetOf([row], FEW_COLUMNS.get(row));
  const [contact] = sheet.contacts;
  if (!contact) throw new Error('no contact');
  const owners = makeOwnerRules([], ANA);
  const merge = makeMergeFields({ ...sheet, settings, senderName, today: TODAY });
  const template = TEMPLATES.find((t) => t.key === key);
  if (!template) throw new Error(key);
  const writer = makeWriter({ ...sheet, merge, templates: TEMPLATES, owners, sender: ANA, today: TODAY });
  const occasion = { contact, entries, tie: warmTieOf(contact, entries, owners, () => []) };
  if (template.channel !== 'e-mail') return writer.textFor(template.channel, template.step, occasion);
  const written = writer.email(template.step, key, occasion);
  if (!written.ok) throw new Error(written.stop.why);
  return `${written.message.subject}\n\n${written.message.body}`;
}

const TEXTS = TEMPLATES.filter((t) => t.channel !== 'paragraph').map((t) => t.key);
const CATEGORIES = ['', 'Something else', ...KINDS.map((kind) => kind.key)];

describe.each(TEXTS)('the shipped text “%s”', (key) => {
  test('reads well for a full and for a poor contact in every category', () => {
    for (const category of CATEGORIES) {
      for (const [row, settings, entries] of [
        [RICH, RICH_SETTINGS, [sent()]],
        [POOR, POOR_SETTINGS, []],
        [PERSON, RICH_SETTINGS, [sent()]],
        [PERSON, POOR_SETTINGS, []],
        [NAMELESS, POOR_SETTINGS, []],
      ] as const) {
        const text = write(row === RICH ? { ...row, category } : row, settings, key, entries);
        expect(text).not.toMatch(/\{\{|\}\}|undefined|null|\[[a-z ]+\]/);
        expect(text).not.toMatch(/\n{3}|[ \t]\n|^\s|\s$| {2}/);
        // No sign left alone by a value that dropped out.
        expect(text).not.toMatch(/ [,.;:]|,\.|\.\.|\(\)|: *\n\n(?!-|Hello)|^- *$/m);
      }
    }
  });
});

describe('what the texts say', () => {
  const first = write({ ...RICH, category: 'Faith group' }, RICH_SETTINGS, 'first');
  const followUp = write({ ...RICH, category: 'Faith group' }, RICH_SETTINGS, 'follow-up', [sent()]);

  test('a first message: who we are, their main priority and the tie, the draft, the asks, a call, an easy no', () => {
    for (const words of [
      'Hello Ruth C.,',
      'My name is Ana, and I am a volunteer for Larkhaven Care for All.',
      'Congregations see',
      'You work on families who skip the doctor over the bill, and this is how we see it connect: nobody would skip the doctor any more.',
      'https://larkhaven.example.org/resolution',
      'an endorsement by Amity Street Church',
      'at our open meeting on Thu, Nov 19 (the library on Mill Street)',
      'glad of each',
      'call you for ten minutes',
      '“no thanks”',
    ])
      expect(first).toContain(words);
  });

  test('a follow-up repeats what was asked and fits the last touch', () => {
    expect(followUp).toContain('I wrote to you on Nov 3 about');
    expect(followUp).toContain('an endorsement by Amity Street Church');
    expect(followUp).toContain('five minutes at your social justice committee');
    expect(followUp).not.toMatch(/see below|my last (?:mail|message)/i);
    const called = write({ ...RICH, lastContacted: '' }, RICH_SETTINGS, 'follow-up', [
      entry({ channel: 'phone', kind: 'no answer' }),
    ]);
    expect(called).toContain('I called on Nov 3 about');
    expect(called).not.toContain('wrote');
  });

  test('a meeting that is over is not offered', () => {
    const past = write(RICH, { ...RICH_SETTINGS, openMeetingDate: daysAgo(1) }, 'first');
    expect(past).not.toContain('library');
    expect(past).not.toContain('/meeting');
  });

  test('without a day for an open meeting nobody is invited to one, and a follow-up without a name is still signed', () => {
    for (const row of [RICH, PERSON])
      for (const key of TEXTS) expect(write(row, POOR_SETTINGS, key, [sent()])).not.toContain('open meeting');
    const series = { ...POOR_SETTINGS, openMeetingLink: 'https://larkhaven.example.org/meeting' };
    expect(write(RICH, series, 'follow-up')).toContain(
      'You are welcome at our open meetings: https://larkhaven.example.org/meeting',
    );
    for (const key of ['follow-up', 'last'])
      expect(write(RICH, POOR_SETTINGS, key, [sent()], '')).toMatch(
        /\n\n[^\n]*“no thanks” is fine[^\n]*\n\nA volunteer for Medicare for All$/,
      );
  });

  test('to a contact of whom only the name is known it still makes sense', () => {
    expect(write(POOR, SETTINGS, 'first')).toContain('Hello there,\n\nMy name is Ana');
    expect(write(POOR, SETTINGS, 'follow-up')).toContain(
      'We reached out to you a while ago about a resolution',
    );
  });

  test('a note to the warm tie and to another owner call them by name', () => {
    expect(write(RICH, RICH_SETTINGS, 'introduction')).toMatch(/^Hi Bo,\n/);
    expect(write(RICH, RICH_SETTINGS, 'reminder')).toContain('before Thu, Nov 19?');
    expect(write({ ...RICH, knownBy: 'yes' }, RICH_SETTINGS, 'introduction')).toMatch(/^Hi there,\n/);
  });
});
