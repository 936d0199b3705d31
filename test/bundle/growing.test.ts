// Debriefs: what stands in the file, and what a lead keeps to themselves.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, ContactView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { GrowingView } from '../../src/commands/askAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume } from './campaign';

const PEOPLE = [
  ['Name', 'E-mail', 'Role'],
  ['Ana', 'ana@larkhaven.example.org', 'Lead'],
  ['Dee', 'dee@larkhaven.example.org', ''],
  ['Bo', 'bo@larkhaven.example.org', ''],
];
async function open(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', PEOPLE);
  return host;
}
const growing = (host: Host) => ask<GrowingView>(host, 'getGrowing');
const person = (host: Host, name: string) => growing(host).people.find((one) => one.name === name);
const debrief = (host: Host, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'saveDebrief', {
    name: 'Dee',
    day: '2026-11-11',
    wantsNext: 'call unions',
    nextCheckIn: '2026-11-19',
    ...more,
  });
const IMPRESSION = { name: 'Dee', commitment: 'comes each week', curiosity: 'asks why', tryNext: 'chairing' };

describe('a debrief', () => {
  test('counts what somebody holds without those who bowed out', async () => {
    const host = await open();
    for (const row of [2, 3]) host.model.typeInto('Contacts', row, 7, 'Dee');
    expect(person(host, 'Dee')?.open).toBe(2);
    host.select('Contacts', 2, 1);
    const { contact } = ask<ContactView>(host, 'getSelectedContact');
    ask<WriteReceipt>(host, 'bowOut', { contact, words: 'Too much to do' });
    expect(person(host, 'Dee')?.open).toBe(1);
  });

  test('stands in the Volunteers tab: its day, what they want to do next, the next check-in', async () => {
    const host = await open();
    debrief(host);
    const dee = recordsOf(host, 'Volunteers').find((row) => row['Name'] === 'Dee');
    expect(dee).toMatchObject({ 'Wants to do next': 'call unions' });
    expect(person(host, 'Dee')).toMatchObject({ lastDebrief: 'Nov 11', nextCheckIn: '2026-11-19', due: '' });
    host.model.insertRows('Volunteers', 2, 1);
    debrief(host, { wantsNext: 'write letters', nextCheckIn: '' });
    expect(person(host, 'Dee')).toMatchObject({ wantsNext: 'write letters', nextCheckIn: '' });
    expect(cellsOf(host, 'Volunteers')[0]).toHaveLength(6);
    const [newest] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
    ask(host, 'undoChange', newest?.id);
    expect(person(host, 'Dee')).toMatchObject({ wantsNext: 'call unions', nextCheckIn: '2026-11-19' });
    expect(JSON.stringify(host.save().workbook)).toContain('Everyone who can open this file can read this.');
  });

  test('whose check-in is due stands first, and Today says so', async () => {
    const host = await open();
    debrief(host, { name: 'Dee', nextCheckIn: '2026-11-19' });
    debrief(host, { name: 'Bo', nextCheckIn: '2026-11-15' });
    host.advance(5);
    expect(growing(host).people.map(({ name }) => name)).toEqual(['Bo', 'Ana', 'Dee']);
    expect(growing(host).dueCount).toBe(1);
    const needs = ask<TodayView>(host, 'getToday').needs;
    expect(needs.find(({ title }) => title === 'Volunteers to check in with')).toMatchObject({
      count: 1,
      text: 'Bo',
    });
  });

  test('of somebody who is in no list, or with days that are none, is refused', async () => {
    const host = await open();
    const one = { name: 'Dee', day: '2026-11-11', wantsNext: '', nextCheckIn: '' };
    expect(refused(host, 'saveDebrief', { ...one, name: 'Nobody' }).code).toBe('no-such-volunteer');
    expect(refused(host, 'saveDebrief', { ...one, day: '2026-11-30' }).code).toBe('debrief-day');
    expect(refused(host, 'saveDebrief', { ...one, nextCheckIn: 'soon' }).code).toBe('debrief-day');
  });

  test('with an owner who stands in no tab puts them into Volunteers', async () => {
    const host = await openCampaign({
      rows: ['Harbor Nurses Association,Nurses,Pia,pia@harbor.example.org,,,Dee,Ready,,,,,'],
    });
    debrief(host);
    expect(recordsOf(host, 'Volunteers').map((row) => row['Name'])).toEqual(['Dee']);
    expect(person(host, 'Dee')).toMatchObject({ wantsNext: 'call unions' });
  });

  test('cut off at any call and saved again stands there once', async () => {
    const host = await open();
    const wanted = { name: 'Dee', day: '2026-11-11', wantsNext: 'call unions', nextCheckIn: '2026-11-19' };
    const saved = host.save();
    const trial = resume(saved);
    ask(trial, 'saveDebrief', wanted);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('saveDebrief', wanted);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      ask(next, 'saveDebrief', wanted);
      expect([n, cellsOf(next, 'Volunteers')[0]]).toEqual([
        n,
        ['Name', 'E-mail', 'Role', 'Last debrief', 'Wants to do next', 'Next check-in'],
      ]);
      expect(person(next, 'Dee')).toMatchObject({ wantsNext: 'call unions', nextCheckIn: '2026-11-19' });
    }
  });
});

describe('impressions', () => {
  test('are shown to the lead who wrote them and to nobody else; the file holds nothing of them', async () => {
    const host = await open();
    const before = JSON.stringify(host.save().workbook);
    ask(host, 'saveImpression', IMPRESSION);
    expect(person(host, 'Dee')?.impression).toMatchObject({ tryNext: 'chairing' });
    expect(JSON.stringify(host.save().workbook)).toBe(before);
    const other = host.as({ email: 'bo@larkhaven.example.org' });
    expect(person(other, 'Dee')?.impression).toEqual({ commitment: '', curiosity: '', tryNext: '' });
    expect(JSON.stringify(growing(other))).not.toContain('chairing');
  });

  test('are erased for one person or for all', async () => {
    const host = await open();
    ask(host, 'saveImpression', IMPRESSION);
    ask(host, 'saveImpression', { ...IMPRESSION, name: 'Bo' });
    ask(host, 'eraseImpressions', 'Dee');
    expect(person(host, 'Dee')?.impression.tryNext).toBe('');
    expect(person(host, 'Bo')?.impression.tryNext).toBe('chairing');
    ask(host, 'eraseImpressions', '');
    expect(JSON.stringify(host.save().stores)).not.toContain('chairing');
  });

  test('that are too long for Google’s storage are refused, and what stood there stays', async () => {
    const host = await open();
    ask(host, 'saveImpression', IMPRESSION);
    const problem = refused(host, 'saveImpression', { ...IMPRESSION, commitment: 'ü'.repeat(6000) });
    expect(problem.code).toBe('own-storage-full');
    expect(person(host, 'Dee')?.impression.commitment).toBe('comes each week');
  });
});
