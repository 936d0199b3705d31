// A column that may mean two things stays a question after "Start with this tab", until a person answers it.
import { describe, expect, test } from '@jest/globals';
import type { MapView } from '../../src/commands/answers';
import { createHost } from '../../workbench/host/createHost';
import { readFile } from '../../workbench/host/sheets/files';
import { ask } from './campaign';

const COUNCIL = [
  'Name,Party,Ward,Telephone,Email',
  ...[
    'Ada Brook',
    'Ben Cole',
    'Cora Dean',
    'Dan Ellis',
    'Eva Frost',
    'Finn Grant',
    'Gita Hall',
    'Hugo Irwin',
  ].map(
    (name, i) =>
      `Councillor ${name},${i % 2 === 0 ? 'Green Party' : 'Labour'},Ward ${i % 3},0161 496 00${10 + i},${name.replace(' ', '.').toLowerCase()}@council.example.org`,
  ),
].join('\r\n');

async function openCouncil() {
  const read = await readFile('Council.csv', new TextEncoder().encode(COUNCIL));
  if (!read.ok) throw new Error(read.message);
  return createHost({ workbook: read.state, today: '2026-11-12' });
}

describe('a list of persons', () => {
  test('which column is the organization is still asked after the start, and the answer is kept', async () => {
    const host = await openCouncil();
    const asked = (view: MapView) => view.questions.map((question) => question.field);
    expect(asked(ask<MapView>(host, 'getMap'))).toContain('organization');
    expect(asked(ask<MapView>(host, 'startWith', 'Council'))).toContain('organization');
    expect(asked(ask<MapView>(host, 'getMap'))).toContain('organization');

    ask(host, 'setColumn', 'organization', ['A']);
    const after = ask<MapView>(host, 'getMap');
    expect(asked(after)).not.toContain('organization');
    const columns = new Map(after.columns.map((column) => [column.field, column.letters]));
    expect(columns.get('organization')).toEqual(['A']);
    expect(columns.get('email')).toEqual(['E']);
  });

  test('“no column means this” is kept when another column is chosen afterwards', async () => {
    const host = await openCouncil();
    ask(host, 'startWith', 'Council');
    const phone = () =>
      ask<MapView>(host, 'getMap').columns.find(({ field }) => field === 'phone')?.letters ?? [];
    expect(phone()).toEqual(['D']);
    ask(host, 'setColumn', 'phone', []);
    expect(phone()).toEqual([]);
    ask(host, 'setColumn', 'organization', ['A']);
    expect(phone()).toEqual([]);
  });
});
