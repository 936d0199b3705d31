// Follow-ups through the built bundle: who gets none and why, what the lead may change, and sending in chunks.
import { describe, expect, test } from '@jest/globals';
import type {
  ChunkResult,
  FollowUpsView,
  ReadyItem,
  SendMode,
  StoppedItem,
  WriteReceipt,
} from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { showMessage } from '../../workbench/host/mail/show';
import {
  ask,
  cellsOf,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  request,
  resume,
  SETTINGS,
  type Options,
} from './campaign';

const view = (host: Host, mode: SendMode = 'follow-ups') => ask<FollowUpsView>(host, 'getFollowUps', mode);
const names = (items: readonly { organization: string }[]) => items.map((item) => item.organization);
const sendAll = (host: Host, mode: SendMode = 'follow-ups') =>
  ask<ChunkResult>(
    host,
    'sendChunk',
    view(host, mode).ready.map((item) => request(item.contact)),
    mode,
  );
const sent = (host: Host) => host.mailbox.messages().filter((message) => message.direction === 'sent');
const settings = (...more: (readonly [string, string | number])[]): Options => ({
  settings: [...SETTINGS.filter(([name]) => !more.some(([other]) => other === name)), ...more],
});

/** The stop of the contact in this row, after somebody typed these cells (column → text). */
async function stopAfter(
  typed: Readonly<Record<number, string>>,
  { row = 2, mode = 'follow-ups', ...options }: Options & { row?: number; mode?: SendMode } = {},
): Promise<StoppedItem | undefined> {
  const host = await openCampaign(options);
  for (const [column, text] of Object.entries(typed))
    host.model.typeInto('Contacts', row, Number(column), text);
  return view(host, mode).stopped.find((item) => item.row === row);
}

const LOG = [
  'Entry id',
  'When',
  'Who',
  'Sending account',
  'Contact',
  'Organization',
  'Channel',
  'Kind',
  'Direction',
  'Summary',
  'Result',
  'Message key',
  'Address',
];
const VOLUNTEERS = [
  ['Name', 'E-mail'],
  ['Ana', 'ana@larkhaven.example.org'],
  ['Bo', 'bo@larkhaven.example.org'],
];

describe('who gets no message, each with the reason in words', () => {
  test('an answer, one that cannot be read, do not contact, declined, bowed out, waiting, a date that is text', async () => {
    const header =
      'Organization,Kind,Contact,E-mail,Phone,Known by,Owner,Status,First contacted,Last contacted,Attempts,Answer,Do not contact';
    const code = async (typed: Readonly<Record<number, string>>) =>
      (await stopAfter(typed, { header }))?.code;
    expect(await code({ 12: 'yes, happy to help' })).toBe('answered');
    expect(await code({ 12: 'hmm' })).toBe('answer-unread');
    expect(await code({ 13: 'yes' })).toBe('do-not-contact');
    expect(await code({ 8: 'Declined' })).toBe('declined');
    expect(await code({ 8: 'Bowed out' })).toBe('declined');
    expect(await code({ 8: 'Waiting' })).toBe('waiting');
    expect(await code({ 10: 'last week' })).toBe('check-date');
  });

  test('a doubtful address, one that bounced, and the same address twice', async () => {
    expect((await stopAfter({ 4: 'ruth at amity', 5: '' }))?.code).toBe('bad-address');
    expect((await stopAfter({ 12: 'bounced' }))?.code).toBe('bounced');
    const twice = await stopAfter({ 4: 'ruth@amity.example.org', 10: '2026-11-03' }, { row: 5 });
    expect(['same-address', 'hold']).toContain(twice?.code);
    expect(twice?.why).toContain('Amity Street Church');
  });

  test('somebody else’s contact: with the owner in copy it goes', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', VOLUNTEERS);
    host.model.typeInto('Contacts', 2, 7, 'Bo');
    const [stopped] = view(host).stopped.filter((item) => item.row === 2);
    expect(stopped).toMatchObject({ code: 'other-owner', offer: { action: 'send-with-owner-in-cc' } });
    const result = ask<ChunkResult>(
      host,
      'sendChunk',
      [request(stopped?.contact ?? '', { ownerInCc: true })],
      'follow-ups',
    );
    expect(result.lines[0]).toMatchObject({ result: 'sent' });
    expect(sent(host)[0]?.recipients).toEqual(['ruth@amity.example.org', 'bo@larkhaven.example.org']);
  });

  test('a warm tie before a first message; sent anyway it is logged', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 9, 6, 'Dee');
    const [stopped] = view(host, 'first').stopped.filter((item) => item.row === 9);
    expect(stopped).toMatchObject({ code: 'warm-tie', offer: { action: 'copy-text' } });
    expect(stopped?.offer.text).toContain('Dee');
    ask(host, 'sendChunk', [request(stopped?.contact ?? '', { anyway: true })], 'first');
    expect(sent(host)).toHaveLength(1);
    expect(recordsOf(host, 'Outreach log')[0]?.['Notes']).toBe('Sent anyway');
  });

  test('a hold, and a contact that was last mailed from another account', async () => {
    const host = await openCampaign();
    const line = [
      'e-1',
      '2026-11-10 09:00',
      'Bo',
      '',
      '',
      'Amity Street Church',
      'e-mail',
      'first',
      'ours',
      'Hello',
      '',
      '',
      'ruth@amity.example.org',
    ];
    const mailed = [
      'e-2',
      '2026-11-02 09:00',
      'Bo',
      'bo@larkhaven.example.org',
      '',
      'Paper Lantern Books',
      'e-mail',
      'first',
      'ours',
      'Hello',
      'sent',
      'k/x/1',
      'ines@paper-lantern.example.org',
    ];
    putTab(host, 'Outreach log', [LOG, line, mailed]);
    host.model.typeInto('Contacts', 3, 4, 'office@amity.example.org');
    const codes = new Map(view(host).stopped.map((item) => [item.row, item.code]));
    expect(codes.get(5)).toBe('other-account');
    expect(codes.get(3)).toBe('hold');
  });

  test('a blank or unknown field of the template is named', async () => {
    const host = await openCampaign();
    putTab(host, 'Templates', [
      ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
      ['follow-up', 'follow-up', '', 'e-mail', 'Hello {{organization}}', 'Dear {{contact}}, about {{notes}}'],
    ]);
    const blank = view(host).stopped.find((item) => item.row === 2);
    expect(blank?.code).toBe('blank-field');
    expect(blank?.why).toContain('otes');
    host.model.typeInto('Templates', 2, 6, 'Dear {{contct}}');
    expect(view(host).stopped.find((item) => item.row === 2)?.code).toBe('unknown-field');
  });

  test('a first message without a resolution link', async () => {
    const host = await openCampaign(settings(['Resolution link', '']));
    expect(view(host, 'first').ready).toEqual([]);
    expect(new Set(view(host, 'first').stopped.map((item) => item.code))).toEqual(
      new Set(['no-resolution-link']),
    );
    expect(view(host).ready).toHaveLength(4);
  });

  test('a log without its headings stops everything, since nobody knows who was written to', async () => {
    const host = await openCampaign();
    sendAll(host);
    host.model.clear('Outreach log', { row: 1, column: 1, rows: 1, columns: 17 });
    expect(refused(host, 'getFollowUps', 'follow-ups')).toMatchObject({ code: 'log-headings' });
    expect(refused(host, 'sendChunk', [], 'follow-ups').code).toBe('log-headings');
    expect(sent(host)).toHaveLength(4);
  });

  test('gone quiet stands apart with another way, and is never ticked', async () => {
    const host = await openCampaign();
    const [quiet] = view(host).quiet;
    expect(quiet).toMatchObject({ organization: 'Bluegate Community Clinic' });
    expect(quiet?.proposal).not.toBe('');
    const result = ask<ChunkResult>(host, 'sendChunk', [request(quiet?.contact ?? '')], 'follow-ups');
    expect(result.lines[0]?.result).toBe('stopped');
  });
});

describe('before sending', () => {
  test('a preview with another template, an edited text, and what is sent is that text', async () => {
    const host = await openCampaign();
    const [first] = view(host).ready;
    const edited = { subject: 'A word from us', body: 'Dear Ruth,\n\n=1+1 and {{notes}} stay as they are.' };
    const wanted = request(first?.contact ?? '', { edited });
    expect(ask<ReadyItem>(host, 'previewMessage', wanted, 'follow-ups')).toMatchObject(edited);
    ask(host, 'sendChunk', [wanted], 'follow-ups');
    const shown = await showMessage(host.mailbox, sent(host)[0]?.id ?? '');
    expect(shown.text).toContain('=1+1 and {{notes}} stay as they are.');
    expect(recordsOf(host, 'Outreach log')[0]).toMatchObject({
      Summary: 'A word from us',
      Notes: 'Edited by hand',
    });
  });

  test('a template of their own is used', async () => {
    const host = await openCampaign();
    ask(host, 'openTab', 'Templates');
    const at = cellsOf(host, 'Templates').findIndex((row) => row[0] === 'follow-up') + 1;
    host.model.typeInto('Templates', at, 5, 'Once more: {{organization}}');
    expect(view(host).ready[0]?.subject).toBe('Once more: Amity Street Church');
  });

  test('a test goes to the lead only and stands in no log', async () => {
    const host = await openCampaign();
    const [first] = view(host).ready;
    expect(ask(host, 'sendTest', request(first?.contact ?? ''), 'follow-ups')).toEqual({
      to: 'ana@larkhaven.example.org',
    });
    expect(sent(host).map((message) => message.recipients)).toEqual([['ana@larkhaven.example.org']]);
    expect(sent(host)[0]?.subject).toMatch(/^\[Test\]/);
    expect(cellsOf(host, 'Outreach log')).toEqual([]);
    expect(view(host).ready).toHaveLength(4);
  });

  test('a test without a known address says where to fill it in', async () => {
    const host = await openCampaign();
    host.revoke('userinfo.email');
    const [first] = view(host).ready;
    expect(refused(host, 'sendTest', request(first?.contact ?? ''), 'follow-ups').todo).toContain(
      'Own address for tests',
    );
  });

  test('a contact that is not there is refused in words', async () => {
    const host = await openCampaign();
    expect(refused(host, 'previewMessage', request('c-none'), 'follow-ups').message).not.toBe('');
    expect(refused(host, 'sendTest', request('c-none'), 'follow-ups').message).not.toBe('');
  });
});

describe('sending', () => {
  const MANY = Array.from(
    { length: 14 },
    (_, i) =>
      `Group ${'ABCDEFGHIJKLMN'.charAt(i)}${i},Faith group,Lou,lou@group${i}.example.org,,,,Contacted,2026-11-0${1 + (i % 4)},2026-11-0${1 + (i % 4)},1,,`,
  );

  test('the first send takes at most ten and says why; the next goes on', async () => {
    const host = await openCampaign({ rows: MANY });
    const first = view(host);
    expect(first).toMatchObject({ most: 10, due: 14 });
    expect(first.firstUse).not.toBe('');
    expect(first.ready.filter((item) => item.ticked)).toHaveLength(10);
    const result = sendAll(host);
    expect(result.lines.map((line) => line.result)).toEqual([
      ...Array<string>(10).fill('sent'),
      ...Array<string>(4).fill('next'),
    ]);
    const next = view(host);
    expect(next).toMatchObject({ due: 4, most: 90 });
    expect(next.firstUse).not.toBe(first.firstUse);
    expect(sendAll(host).lines.map((line) => line.result)).toEqual(Array(4).fill('sent'));
    expect(new Set(sent(host).flatMap((message) => message.recipients)).size).toBe(14);
    expect(view(host).ready).toEqual([]);
  });

  test('the day’s limit stops the rest, which stay on the list', async () => {
    const host = await openCampaign(settings(['Daily limit', 2]));
    const result = sendAll(host);
    expect(sent(host)).toHaveLength(2);
    expect(result.quota).toMatchObject({ used: 2, left: 0, limit: 2 });
    expect(view(host).ready).toHaveLength(2);
    host.advance(2);
    expect(sendAll(host).lines.filter((line) => line.result === 'sent')).toHaveLength(2);
  });

  test('where Gmail takes no more the run ends, and nothing is lost', async () => {
    const host = await openCampaign();
    host.mailbox.limit({ perDay: 2 });
    const result = sendAll(host);
    expect(result).toMatchObject({ ended: true });
    expect(result.why).toContain('tomorrow');
    expect(result.lines.map((line) => line.result)).toEqual(['sent', 'sent', 'failed', 'failed']);
    expect(recordsOf(host, 'Contacts')[2]).toMatchObject({ Attempts: 2 });
    host.mailbox.limit({ perDay: 500 });
    expect(sendAll(host).lines.map((line) => line.result)).toEqual(['sent', 'sent']);
  });

  test('an answer of Gmail that gets lost is a question, and “it was not sent” makes it due again', async () => {
    for (const wasSent of [true, false]) {
      const host = await openCampaign();
      const requests = view(host).ready.map((item) => request(item.contact));
      ask(host, 'sendChunk', requests.slice(1), 'follow-ups');
      const contact = view(host).ready[0]?.contact ?? '';
      host.failAt(callThatSends(host, contact), 'Empty response', 'after');
      const result = ask<ChunkResult>(host, 'sendChunk', [request(contact)], 'follow-ups');
      expect(result.lines[0]).toMatchObject({ result: 'unknown' });
      const [open] = view(host).unsettled;
      expect(open).toMatchObject({ organization: 'Amity Street Church', to: 'ruth@amity.example.org' });
      expect(view(host).stopped.find((item) => item.row === 2)?.code).toBe('unsettled');
      ask(host, 'settleSend', open?.messageKey, wasSent);
      expect(view(host).unsettled).toEqual([]);
      expect(names(view(host).ready)).toEqual(wasSent ? [] : ['Amity Street Church']);
      expect(recordsOf(host, 'Contacts')[0]).toMatchObject({ Attempts: wasSent ? 2 : 1 });
    }
  });

  test('a message that nobody knows cannot be settled', async () => {
    const host = await openCampaign();
    sendAll(host);
    expect(refused(host, 'settleSend', 'nothing/like/this', true).code).toBe('no-such-message');
  });

  test('the results in the sheet can be undone, the mail and the log stay', async () => {
    const host = await openCampaign();
    const result = sendAll(host);
    const undone = ask<WriteReceipt>(host, 'undoChange', result.change);
    expect(undone.kept).toEqual([]);
    expect(recordsOf(host, 'Contacts')[0]).toMatchObject({ Attempts: 1, Status: 'Contacted' });
    expect(recordsOf(host, 'Outreach log')).toHaveLength(4);
    expect(view(host).ready).toEqual([]);
  });

  test('a deleted log is made again, and nobody gets a message twice', async () => {
    const host = await openCampaign();
    sendAll(host);
    host.model.deleteTab('Outreach log');
    for (const row of [2, 3, 4, 5]) host.model.typeInto('Contacts', row, 10, '2026-11-02');
    for (const row of [2, 3, 5]) host.model.typeInto('Contacts', row, 11, '1');
    host.model.typeInto('Contacts', 4, 11, '2');
    const result = sendAll(host);
    expect(result.lines.filter((line) => line.result === 'sent')).toEqual([]);
    expect(sent(host)).toHaveLength(4);
  });

  test('two rows with one Outreach ID: the one that the log knows keeps it', async () => {
    const host = await openCampaign();
    sendAll(host);
    const id = String(recordsOf(host, 'Contacts')[0]?.['Outreach ID']);
    host.model.typeInto('Contacts', 10, 14, id);
    sendAll(host, 'first');
    const rows = recordsOf(host, 'Contacts');
    expect(rows[0]?.['Outreach ID']).toBe(id);
    expect(rows[8]?.['Outreach ID']).not.toBe(id);
    expect(String(rows[8]?.['Outreach ID'])).toMatch(/^c-/);
  });

  test('first messages work the same way', async () => {
    const host = await openCampaign();
    expect(names(view(host, 'first').ready)).toEqual(['Harbor Nurses Association', 'Green Thimble Tailors']);
    expect(sendAll(host, 'first').lines.map((line) => line.result)).toEqual(['sent', 'sent']);
    expect(recordsOf(host, 'Contacts')[7]).toMatchObject({ Attempts: 1, Status: 'Contacted' });
  });
});

describe('without the mail permission', () => {
  test('each message can be opened in Gmail, and “Mark as sent” writes it down once', async () => {
    const host = await openCampaign();
    host.revoke('gmail.send');
    const [first] = view(host).ready;
    expect(first?.composeUrl).toMatch(/^https:\/\/mail\.google\.com\//);
    const receipt = ask<WriteReceipt>(host, 'markSent', request(first?.contact ?? ''), 'follow-ups');
    expect(receipt.message).toContain('Amity Street Church');
    expect(recordsOf(host, 'Contacts')[0]).toMatchObject({ Attempts: 2, Status: 'Following up' });
    expect(recordsOf(host, 'Outreach log')).toHaveLength(1);
    refused(host, 'markSent', request(first?.contact ?? ''), 'follow-ups');
    expect(recordsOf(host, 'Outreach log')).toHaveLength(1);
    expect(names(view(host).ready)).not.toContain('Amity Street Church');
  });
});

/** The number of the service call that sends, found by a try on a copy of the file. */
function callThatSends(host: Host, contact: string): number {
  const trial = resume(host.save());
  ask(trial, 'sendChunk', [request(contact)], 'follow-ups');
  return trial.calls.find((call) => call.method === 'Gmail.Users.Messages.send')?.n ?? 0;
}
