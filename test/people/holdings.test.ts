// Who holds what, and who looks after whom.
import { describe, expect, test } from '@jest/globals';
import { holdingsOf, lookedAfterBy, teamOf } from '../../src/people/holdings';
import { contact, volunteer } from '../workbook/samples';

const ana = volunteer('Ana Ruiz', { role: 'Lead' });
const bo = volunteer('Bo Lind', { role: 'Captain', captain: 'Ana Ruiz', email: 'bo@example.org' });
const chidi = volunteer('Chidi', { captain: 'Bo' });
const dee = volunteer('Dee', { captain: 'bo@example.org' });
const all = [ana, bo, chidi, dee];

describe('what a volunteer holds', () => {
  const owners = ['Bo Lind', 'Bo & Chidi', 'Bo Lind, Bo', 'Zed', ''];
  const contacts = new Map([
    ...owners.map((owner, i) => [`c-${i}`, contact({ owner, row: i + 2 })] as const),
    ['c-no', contact({ owner: 'Chidi', status: 'Declined' })] as const,
  ]);
  const held = holdingsOf(contacts, all);
  const keys = (of: typeof ana) => (held.get(of) ?? []).map(({ key }) => key);

  test('the open contacts of which they are an owner, each once, in sheet order', () => {
    expect(keys(bo)).toEqual(['c-0', 'c-1', 'c-2']);
    expect(keys(chidi)).toEqual(['c-1']);
    expect(keys(dee)).toEqual([]);
  });
});

describe('whom somebody looks after', () => {
  test('a lead everybody, a captain those who name them, everybody else nobody', () => {
    expect(teamOf(ana, all)).toEqual([bo, chidi, dee]);
    expect(teamOf(bo, all)).toEqual([chidi, dee]);
    expect(teamOf(chidi, all)).toEqual([]);
  });

  test('where no lead is named, everybody may look, and only captains are reminded', () => {
    const noLead = [bo, chidi, dee];
    expect(teamOf(dee, noLead)).toEqual([bo, chidi]);
    expect(lookedAfterBy(dee, noLead)).toEqual([]);
    expect(lookedAfterBy(bo, noLead)).toEqual([chidi, dee]);
  });

  test('a captain’s name that fits two is nobody’s', () => {
    const two = [volunteer('Bo Lind'), volunteer('Bo Marsh'), volunteer('Eve', { captain: 'Bo' })];
    for (const one of two.slice(0, 2)) expect(lookedAfterBy(one, two)).toEqual([]);
  });
});
