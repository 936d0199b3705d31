// Debriefs as people treat them: headings typed another way, somebody away, renamed or gone, two leads at once.
import { describe, expect, test } from '@jest/globals';
import type { TodayView, WriteReceipt } from '../../src/commands/answers';
import type { GrowingView } from '../../src/commands/askAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused } from './campaign';

const HEADINGS = ['Name', 'E-mail', 'Role', 'Away until'];
const PEOPLE = [
  ['Ana', 'ana@larkhaven.example.org', 'Lead', ''],
  ['Dee', 'dee@larkhaven.example.org', '', ''],
  ['Bo', 'bo@larkhaven.example.org', '', ''],
];
async function open(headings: readonly string[] = HEADINGS): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', [headings, ...PEOPLE]);
  return host;
}
const growing = (host: Host) => ask<GrowingView>(host, 'getGrowing');
const person = (host: Host, name: string) => growing(host).people.find((one) => one.name === name);
const DEBRIEF = { name: 'Dee', day: '2026-11-11', wantsNext: 'call unions', nextCheckIn: '2026-11-19' };
const debrief = (host: Host, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'saveDebrief', { ...DEBRIEF, ...more });
const IMPRESSION = { name: 'Dee', commitment: 'comes each week', curiosity: '', tryNext: '' };
const checkIns = (host: Host) =>
  ask<TodayView>(host, 'getToday').needs.find(({ title }) => title === 'Volunteers to check in with')?.text ??
  '';

describe('a debrief', () => {
  test('finds headings that somebody typed in another way', async () => {
    const host = await open([...HEADINGS, 'last debrief', 'WANTS TO DO NEXT', 'Next Check-In:']);
    debrief(host);
    expect(person(host, 'Dee')).toMatchObject({ wantsNext: 'call unions', nextCheckIn: '2026-11-19' });
    expect(cellsOf(host, 'Volunteers')[0]).toHaveLength(7);
  });

  test('takes no check-in that is past, and no day of long ago', async () => {
    const host = await open();
    for (const wrong of [{ nextCheckIn: '2026-11-11' }, { nextCheckIn: '1500-11-01' }, { day: '1500-01-01' }])
      expect(refused(host, 'saveDebrief', { ...DEBRIEF, ...wrong }).code).toBe('debrief-day');
    debrief(host, { nextCheckIn: '2026-11-12' });
    expect(person(host, 'Dee')?.due).toBe('Check-in is today');
  });

  test('reads back as the same text, whatever it looks like', async () => {
    const host = await open();
    for (const wantsNext of ['=1+1', '+1 503 555 0100', '7-11', "'May 1", '007']) {
      debrief(host, { wantsNext });
      expect(person(host, 'Dee')?.wantsNext).toBe(wantsNext);
    }
  });

  test('by two leads at once keeps what stands there, and says so', async () => {
    const host = await open();
    debrief(host);
    const seen = { wantsNext: 'call unions', nextCheckIn: '2026-11-19' };
    debrief(host, { wantsNext: 'chair a meeting', nextCheckIn: '2026-12-01' });
    const { kept } = debrief(host, { wantsNext: 'call unions', nextCheckIn: '2026-11-26', seen });
    expect(person(host, 'Dee')).toMatchObject({ wantsNext: 'chair a meeting', nextCheckIn: '2026-12-01' });
    expect(kept.map(({ why }) => why)).toEqual([
      'Somebody wrote “2026-12-01” there meanwhile, and that stays. You had: “2026-11-26”.',
    ]);
  });
});

describe('a check-in', () => {
  test('waits until somebody who is away is back', async () => {
    const host = await open();
    host.model.typeInto('Volunteers', 3, 4, '2026-11-30');
    expect(debrief(host).message).toContain('Away until Nov 30: the check-in is due then');
    host.advance(8);
    expect(person(host, 'Dee')?.due).toBe('');
    expect(checkIns(host)).toBe('');
    host.advance(10);
    expect(person(host, 'Dee')?.due).toBe('Check-in is today');
  });

  test('is shown in Today to whoever looks after them, and not to everybody', async () => {
    const host = await open();
    debrief(host, { nextCheckIn: '2026-11-12' });
    debrief(host, { name: 'Ana', nextCheckIn: '2026-11-12' });
    expect(checkIns(host)).toBe('Dee');
    expect(checkIns(host.as({ email: 'bo@larkhaven.example.org' }))).toBe('');
  });
});

describe('impressions', () => {
  test('of somebody who was renamed or left can still be erased', async () => {
    const host = await open();
    ask(host, 'saveImpression', IMPRESSION);
    expect(growing(host).wroteAlso).toEqual([]);
    host.model.typeInto('Volunteers', 3, 1, 'Deborah');
    expect(growing(host).wroteAlso).toEqual(['Dee']);
    ask(host, 'eraseImpressions', 'Dee');
    expect(growing(host).wroteAlso).toEqual([]);
    expect(JSON.stringify(host.save().stores)).not.toContain('each week');
  });

  test('of two people whose names have no letters stay apart', async () => {
    const host = await open();
    putTab(host, 'Volunteers', [['Name'], ['🎉'], ['🌻']]);
    ask(host, 'saveImpression', { ...IMPRESSION, name: '🎉', commitment: 'one' });
    ask(host, 'saveImpression', { ...IMPRESSION, name: '🌻', commitment: 'two' });
    expect(JSON.stringify(host.save().stores)).toContain('one');
  });

  test('fill Google’s storage: what is too much is refused in words, and the rest can be read and erased', async () => {
    const host = await open();
    ask(host, 'saveImpression', IMPRESSION);
    const long = (n: number) => ({ ...IMPRESSION, name: `Person ${n}`, commitment: 'x'.repeat(8800) });
    let n = 0;
    while ((host.call('saveImpression', long(n)) as { ok: boolean }).ok && n < 80) n++;
    expect(refused(host, 'saveImpression', long(n))).toMatchObject({
      code: 'own-storage-full',
      todo: 'Shorten it, or erase what you no longer need.',
    });
    expect(person(host, 'Dee')?.impression.commitment).toBe('comes each week');
    ask(host, 'eraseImpressions', 'Person 0');
    expect((host.call('saveImpression', long(n)) as { ok: boolean }).ok).toBe(true);
    ask(host, 'eraseImpressions', '');
    expect(growing(host).wroteAlso).toEqual([]);
  });

  test('are not in a copy of the file, and need no address of whoever writes them', async () => {
    const host = await open();
    const nobody = host.as({ email: '' });
    ask(nobody, 'saveImpression', IMPRESSION);
    expect(person(nobody, 'Dee')?.impression.commitment).toBe('comes each week');
    expect(person(host, 'Dee')?.impression.commitment).toBe('');
    expect(recordsOf(host, 'Volunteers')).toHaveLength(3);
  });
});
