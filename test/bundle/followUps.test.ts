// Follow-ups through the built bundle: who gets none and why, what the lead may change, and sending in chunks.
import { describe, expect, test } from '@jest/globals';
import type {
  ChangesView,
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
  'Notes',
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
    expect(await stopAfter({ 12: 'yes, happy to help' }, { header })).toMatchObject({
      code: 'answered',
      why: 'They said: ‘yes, happy to help’.',
      offer: { action: 'open-contact' },
    });
    for (const [column, text, code, cell] of [
      [12, 'hmm', 'answer-unread', 'L2'],
      [13, 'yes', 'do-not-contact', 'M2'],
      [8, 'Declined', 'declined', 'H2'],
      [8, 'Bowed out', 'declined', 'H2'],
      [10, 'last week', 'check-date', 'J2'],
    ] as const)
      expect(await stopAfter({ [column]: text }, { header })).toMatchObject({
        code,
        offer: { label: `Go to ${cell}`, action: 'go-to-cell', sheet: 'Contacts', cell },
      });
    expect(await stopAfter({ 8: 'Waiting' }, { header })).toMatchObject({
      code: 'waiting',
      offer: { action: 'open-contact' },
    });
  });

  test('a doubtful address, one that bounced, and the same address twice', async () => {
    const cell = { action: 'go-to-cell', cell: 'D2' };
    expect(await stopAfter({ 4: 'ruth at amity', 5: '' })).toMatchObject({
      code: 'bad-address',
      offer: cell,
    });
    expect(await stopAfter({ 12: 'bounced' })).toMatchObject({ code: 'bounced', offer: cell });
    const twice = await stopAfter({ 4: 'ruth@amity.example.org', 10: '2026-11-03' }, { row: 5 });
    expect(['same-address', 'hold']).toContain(twice?.code);
    expect(twice?.why).toContain('Amity Street Church');
  });

  test('somebody else’s contact: with the owner in copy it goes', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', VOLUNTEERS);
    host.model.typeInto('Contacts', 2, 7, 'Bo');
    const [stopped] = view(host).stopped.filter((item) => item.row === 2);
    expect(stopped).toMatchObject({
      code: 'other-owner',
      offer: { action: 'send-with-owner-in-cc', copy: 'Copy a reminder to Bo' },
    });
    expect(stopped?.offer.text).toContain('Hi Bo,\n\nAmity Street Church is on your list');
    const withBo = request(stopped?.contact ?? '', { ownerInCc: true });
    const item = ask<ReadyItem>(host, 'previewMessage', withBo, 'follow-ups');
    expect(item).toMatchObject({ cc: 'bo@larkhaven.example.org', recipients: 2 });
    const result = ask<ChunkResult>(host, 'sendChunk', [withBo], 'follow-ups');
    expect(result.quota).toMatchObject({ used: 2, left: 98 });
    expect(result.lines[0]).toMatchObject({ result: 'sent' });
    expect(sent(host)[0]?.recipients).toEqual(['ruth@amity.example.org', 'bo@larkhaven.example.org']);
    expect(recordsOf(host, 'Outreach log')[0]?.['Notes']).toBe('Owner in copy');
  });

  test('a warm tie before a first message: nothing passes it over, and asked it is free', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 9, 6, 'Dee');
    const [stopped] = view(host, 'first').stopped.filter((item) => item.row === 9);
    expect(stopped).toMatchObject({
      code: 'warm-tie',
      why: 'Dee knows Pia there. Ask before a first message goes out.',
      offer: { action: 'note-tie-asked', copy: 'Copy a note to Dee' },
    });
    for (const words of ['Hi Dee,', 'Harbor Nurses Association', 'Pia', 'endorsement', 'introduce me'])
      expect(stopped?.offer.text).toContain(words);
    const anyway = request(stopped?.contact ?? '', { anyway: true, ownerInCc: true });
    const refusedChunk = ask<ChunkResult>(host, 'sendChunk', [anyway], 'first');
    expect(refusedChunk.lines[0]).toMatchObject({ result: 'stopped', why: stopped?.why });
    expect(sent(host)).toEqual([]);

    ask(host, 'noteTieAsked', stopped?.contact);
    const [free] = view(host, 'first').ready.filter((item) => item.row === 9);
    expect(free).toMatchObject({
      ticked: false,
      remarks: ['Dee was asked on Nov 12. Give it until Nov 19, or tick it now.'],
    });
    expect(sendAll(host, 'first').lines.map((line) => line.result)).toEqual(['sent', 'sent']);
    expect(recordsOf(host, 'Contacts')[7]).toMatchObject({ Attempts: 1, Status: 'Contacted' });
  });

  test('who may know them is asked first, or passed over this once, and the log says so', async () => {
    const host = await openCampaign();
    const belongs = ['Belongs to', '', 'Library Workers; Harbor Nurses Association'];
    putTab(
      host,
      'Volunteers',
      VOLUNTEERS.map((line, at) => [...line, belongs[at]]),
    );
    const [stopped, ...others] = view(host, 'first').stopped;
    expect(others).toEqual([]);
    expect(stopped).toMatchObject({
      row: 9,
      code: 'may-know',
      why: 'Bo belongs to Harbor Nurses Association and may know someone there. Ask before a first message goes out.',
      offer: { action: 'note-tie-asked', copy: 'Copy a note to Bo' },
    });
    const plain = request(stopped?.contact ?? '');
    expect(ask<ChunkResult>(host, 'sendChunk', [plain], 'first').lines[0]).toMatchObject({
      result: 'stopped',
    });
    expect(sent(host)).toEqual([]);
    const asked = resume(host.save());
    ask(asked, 'noteTieAsked', stopped?.contact);
    expect(view(asked, 'first').ready.find(({ row }) => row === 9)).toMatchObject({
      ticked: false,
      remarks: ['Bo was asked on Nov 12. Give it until Nov 19, or tick it now.'],
    });
    const anyway = { ...plain, anyway: true };
    expect(ask<ReadyItem>(host, 'previewMessage', anyway, 'first').remarks[0]).toMatch(
      /^Written anyway\. Bo belongs/,
    );
    expect(ask<ChunkResult>(host, 'sendChunk', [anyway], 'first').lines[0]).toMatchObject({ result: 'sent' });
    expect(recordsOf(host, 'Outreach log').at(-1)?.['Notes']).toContain('anyway');
  });

  test('what nobody wrote down stops nobody, and the plan reads no more for it', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', VOLUNTEERS);
    const reads = () => {
      const { ready, stopped } = view(host, 'first');
      return { calls: host.calls.length, ready: ready.length, stopped: stopped.length };
    };
    const before = reads();
    expect(before).toMatchObject({ ready: 2, stopped: 0 });
    const belongs = ['Belongs to', '', 'Harbor Nurses Association'];
    putTab(
      host,
      'Volunteers',
      VOLUNTEERS.map((line, at) => [...line, belongs[at]]),
    );
    const after = reads();
    expect(after).toEqual({ calls: before.calls, ready: 1, stopped: 1 });
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
    const stops = new Map(view(host).stopped.map((item) => [item.row, item]));
    expect(stops.get(5)).toMatchObject({
      code: 'other-account',
      why: 'Last mailed from bo@larkhaven.example.org by Bo on Nov 2. Only that mailbox can show an answer, so ask there first.',
      offer: { action: 'send-anyway' },
    });
    const hold = stops.get(3);
    expect(hold).toMatchObject({ code: 'hold', offer: { action: 'send-anyway' } });
    expect(hold?.why).toContain('Bo wrote to Amity Street Church at the same mail domain 2 days ago');
    const result = ask<ChunkResult>(
      host,
      'sendChunk',
      [request(hold?.contact ?? '', { anyway: true })],
      'follow-ups',
    );
    expect(result.lines[0]).toMatchObject({ result: 'sent' });
    expect(recordsOf(host, 'Outreach log')[2]).toMatchObject({
      Organization: 'Cedar Hill Congregation',
      Notes: 'Sent anyway',
    });
  });

  test('a blank or unknown field of the template is named', async () => {
    const host = await openCampaign();
    putTab(host, 'Templates', [
      ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
      ['follow-up', 'follow-up', '', 'e-mail', 'Hello {{organization}}', 'Dear {{contact}}, about {{notes}}'],
    ]);
    const blank = view(host).stopped.find((item) => item.row === 2);
    expect(blank).toMatchObject({ code: 'blank-field', offer: { action: 'go-to-cell', cell: 'M2' } });
    expect(blank?.why).toContain('otes');
    host.model.typeInto('Templates', 2, 6, 'Dear {{contct}}');
    expect(view(host).stopped.find((item) => item.row === 2)).toMatchObject({
      code: 'unknown-field',
      offer: { action: 'go-to-cell', sheet: 'Templates', cell: 'A2' },
    });
  });

  test('a first message without a resolution link', async () => {
    const host = await openCampaign(settings(['Resolution link', '']));
    expect(view(host, 'first').ready).toEqual([]);
    expect(view(host, 'first').stopped.map(({ code, offer }) => [code, offer.action, offer.sheet])).toEqual([
      ['no-resolution-link', 'open-tab', 'Settings'],
      ['no-resolution-link', 'open-tab', 'Settings'],
    ]);
    expect(view(host).ready).toHaveLength(4);
  });

  test('what Settings lacks is told in one go', async () => {
    const host = await openCampaign(settings(['Resolution link', ''], ['Sender name', '']));
    host.revoke('userinfo.email');
    for (const { why, offer } of view(host, 'first').stopped) {
      expect(why).toMatch(/^Settings lacks the resolution link and the sender name\./);
      expect(offer.label).toBe('Open Settings');
    }
    expect(view(host, 'first').counts.stopped).toBe(2);
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
    expect(first).toMatchObject({ most: 10, counts: { ready: 14 } });
    expect(first.firstUse).not.toBe('');
    expect(first.ready.filter((item) => item.ticked)).toHaveLength(10);
    const result = sendAll(host);
    expect(result.lines.map((line) => line.result)).toEqual([
      ...Array<string>(10).fill('sent'),
      ...Array<string>(4).fill('next'),
    ]);
    const next = view(host);
    expect(next).toMatchObject({ most: 90, counts: { ready: 4 } });
    expect(next.firstUse).not.toBe(first.firstUse);
    expect(sendAll(host).lines.map((line) => line.result)).toEqual(Array(4).fill('sent'));
    expect(new Set(sent(host).flatMap((message) => message.recipients)).size).toBe(14);
    expect(view(host).ready).toEqual([]);
  });

  test('the day’s limit stops the rest, which stay on the list', async () => {
    const host = await openCampaign(settings(['Daily limit', 2]));
    expect(view(host).firstUse).toContain('2 messages can still go today. The others stay on the list.');
    expect(view(host).ready.filter((item) => item.ticked)).toHaveLength(2);
    const result = sendAll(host);
    expect(sent(host)).toHaveLength(2);
    expect(result.quota).toMatchObject({ used: 2, left: 0, limit: 2 });
    expect(view(host).ready).toHaveLength(2);
    host.advance(2);
    expect(sendAll(host).lines.filter((line) => line.result === 'sent')).toHaveLength(2);
  });

  test('where the day’s limit comes in the middle of a run, the run ends, and says when to go on', async () => {
    const host = await openCampaign(settings(['Daily limit', 2]));
    const asked = view(host).ready.map(({ contact }) => request(contact));
    ask<ChunkResult>(host, 'sendChunk', asked.slice(0, 1), 'follow-ups');
    const result = ask<ChunkResult>(host, 'sendChunk', asked.slice(1), 'follow-ups');
    expect(result.lines.map((line) => line.result)).toEqual(['sent', ...asked.slice(2).map(() => 'next')]);
    expect(result).toMatchObject({ ended: true, manyBounced: false });
    expect(result.why).toBe(
      'The 2 messages for 24 hours are used. The others stay on the list. Continue tomorrow.',
    );
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
    expect(undone.message).toBe(
      'The rows are as before. The mail has left and cannot be unsent; the log keeps it.',
    );
    expect(ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0]).toMatchObject({
      what: 'Wrote 4 send results (the mail stays sent)',
      state: 'undone',
    });
    expect(recordsOf(host, 'Contacts')[0]).toMatchObject({ Attempts: 1, Status: 'Contacted' });
    expect(recordsOf(host, 'Outreach log')).toHaveLength(4);
    const { ready, otherWay, stopped } = view(host);
    expect([...ready, ...otherWay, ...stopped.filter(({ due }) => due)]).toEqual([]);
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

  test('says from when on they are due again, whatever their chunk', async () => {
    const host = await openCampaign(settings(['Follow-up days: Union', 3]));
    const requests = view(host).ready.map(({ contact }) => request(contact));
    const chunk = (from: number, to: number, run: string) =>
      ask<ChunkResult>(host, 'sendChunk', requests.slice(from, to), 'follow-ups', '', run);
    const union = view(host).ready.findIndex(({ organization }) => organization.includes('Transit'));
    expect(union).toBe(2);
    const first = chunk(2, 3, '');
    expect(first.again).toBe('If nobody answers, they are due again on Nov 15.');
    expect(chunk(0, 2, first.run).again).toBe('If nobody answers, they are due again from Nov 15 on.');
    host.advance(1);
    expect(chunk(3, 4, '').again).toBe('If nobody answers, they are due again on Nov 20.');
  });

  test('what Gmail refuses is said in plain words, never in its own', async () => {
    const host = await openCampaign();
    host.mailbox.limit({ perMessage: 0 });
    const { lines } = sendAll(host);
    expect(lines.map(({ result }) => result)).toEqual(['failed', 'failed', 'failed', 'failed']);
    for (const { why } of lines) {
      expect(why).toMatch(/^Gmail did not take it: .* It stays due\. Look at the address/);
      expect(why).not.toMatch(/API|recipients/);
    }
  });

  test('first messages say who is ticked from the start, where somebody is not', async () => {
    const host = await openCampaign();
    expect(view(host, 'first').firstUse).toBe('');
    host.model.typeInto('Contacts', 10, 8, 'Researching');
    const { firstUse, ready } = view(host, 'first');
    expect(ready.map(({ ticked }) => ticked)).toEqual([true, false]);
    expect(firstUse).toBe(
      'Ticked from the start are contacts whose status is Ready. Tick the others yourself once they can be written to.',
    );
  });

  test('shipped templates have names in plain words, their own keep theirs', async () => {
    const host = await openCampaign();
    expect(view(host).templates.map(({ title }) => title)).toEqual([
      'First message',
      'Follow-up',
      'Last e-mail',
      'Thank you',
    ]);
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
