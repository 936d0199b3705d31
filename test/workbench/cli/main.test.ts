// The command line as scripts call it: the line for programs, exit codes, one sentence where something is bad, and
// nothing written then.
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { main } from '../../../workbench/cli';
import { readFile, writeXlsx } from '../../../workbench/host/sheets/files';
import { HEADER, openCampaign, putTab, ROWS, SETTINGS } from '../../bundle/campaign';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'outreach-'));
const at = (name: string) => join(folder, name);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: Record<string, unknown>;
}

async function run(...argv: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  const error = jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  try {
    const code = await main(argv.includes('--today') ? argv : [...argv, '--today', '2026-11-12']);
    const last = out[out.length - 1] ?? '{}';
    return {
      code,
      out: out.join('\n'),
      err: err.join('\n'),
      json: (last.startsWith('{') ? JSON.parse(last) : {}) as Record<string, unknown>,
    };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

const csv = at('contacts.csv');
const book = at('campaign.xlsx');

beforeEach(async () => {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true, force: true });
  writeFileSync(csv, [HEADER, ...ROWS].join('\r\n'));
  const host = await openCampaign();
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
    ['Chidi', 'chidi@larkhaven.example.org'],
  ]);
  writeFileSync(book, await writeXlsx(host.model.committed(), Date.now()));
});

/** What stands in the folder beside the two files that are read. */
const written = () => readdirSync(folder).filter((name) => !['contacts.csv', 'campaign.xlsx'].includes(name));

describe('the line for programs', () => {
  test('map', async () => {
    const { code, json, out } = await run('map', csv, '--json');
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(1);
    expect(Object.keys(json)).toEqual(['sheet', 'headerRow', 'firstRow', 'lastRow', 'columns', 'questions']);
    expect(json['columns']).toMatchObject({
      email: { column: 'D', header: 'E-mail', sure: true },
    });
  });

  test('check: problems are those of the contacts; what stands in Settings is in the text', async () => {
    const host = await openCampaign({
      rows: [...ROWS, 'Rowan House,Clinic,,rowan@@example.org,,,,,,,,,'],
      settings: [...SETTINGS, ['Follow-up days', 'seven']],
    });
    writeFileSync(book, await writeXlsx(host.model.committed(), Date.now()));
    const { json, out } = await run('check', book, '--sheet', 'Contacts');
    expect(Object.keys(json)).toEqual(['map', 'problems', 'counts']);
    const problems = json['problems'] as Record<string, unknown>[];
    expect(Object.keys(problems[0] ?? {}).filter((key) => key !== 'rows')).toEqual([
      'rule',
      'level',
      'row',
      'column',
      'value',
      'message',
      'fix',
    ]);
    expect(json['counts']).toEqual({ rows: 10, problems: problems.length });
    expect(out).toContain('B6 Follow-up days: “Follow-up days” in Settings is not a whole number');
    expect(out).toContain(' in 10 rows');
  });

  test('what is written with --out shows what its formulas show on the day of --today', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 1, 20, 'Day');
    host.model.typeInto('Contacts', 2, 20, '=TEXT(TODAY(), "yyyy-mm-dd")');
    writeFileSync(book, await writeXlsx(host.model.committed(), Date.now()));
    const save = (out: string) =>
      run('map', book, '--sheet', 'Contacts', '--today', '2026-11-19', '--out', at(out));
    await save('days.csv');
    expect(readFileSync(at('days.csv'), 'utf8').split('\r\n')[1]).toMatch(/,2026-11-19$/);
    await save('days.xlsx');
    const saved = await readXlsx(readFileSync(at('days.xlsx')));
    expect(saved.sheets.find(({ name }) => name === 'Contacts')?.rows[1]?.[19]).toBe('2026-11-19');
  });

  test('stale', async () => {
    const { json, out } = await run('stale', csv);
    expect(Object.keys(json)).toEqual(['today', 'due', 'quiet', 'waiting', 'done']);
    expect((json['due'] as object[]).map(Object.keys)[0]).toEqual([
      'row',
      'id',
      'organization',
      'days',
      'reason',
      'step',
    ]);
    expect(out).toContain(`Due: ${(json['due'] as unknown[]).length}`);
  });

  test('send without --yes shows the plan and writes nothing, also where --out is named', async () => {
    const { code, json } = await run(
      'send',
      book,
      '--json',
      '--out',
      at('after.xlsx'),
      '--mailbox',
      at('box'),
    );
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['ready', 'stopped', 'sent']);
    expect(json['sent']).toBe(0);
    expect(Object.keys((json['ready'] as object[])[0] ?? {})).toEqual(['row', 'to', 'subject']);
    expect(Object.keys((json['stopped'] as object[])[0] ?? {})).toEqual(['row', 'why']);
    expect(written()).toEqual([]);
  });

  test('send --yes writes one .eml a message and the workbook with its log; run again it sends nothing twice', async () => {
    const first = await run(
      'send',
      book,
      '--yes',
      '--mailbox',
      at('box'),
      '--out',
      at('after.xlsx'),
      '--json',
    );
    const ready = first.json['ready'] as { to: string }[];
    expect(first.json['sent']).toBe(ready.length);
    expect(ready.length).toBeGreaterThan(1);
    expect(readdirSync(at('box'))).toHaveLength(ready.length);
    const saved = await readFile('after.xlsx', readFileSync(at('after.xlsx')));
    expect(saved.ok && saved.state.tabs.map((tab) => tab.name)).toContain('Outreach log');

    const again = await run(
      'send',
      at('after.xlsx'),
      '--yes',
      '--mailbox',
      at('box'),
      '--out',
      at('later.xlsx'),
      '--json',
    );
    expect(again.json['sent']).toBe(0);
    expect(readdirSync(at('box'))).toHaveLength(ready.length);
  });

  test('messages of a second run stand beside those of the first', async () => {
    const one = ['send', book, '--yes', '--mailbox', at('box'), '--limit', '1', '--json'];
    await run(...one);
    await run(...one);
    expect(readdirSync(at('box')).sort()).toEqual(['0001.eml', '0002.eml']);
  });

  test('assign', async () => {
    const { json, code } = await run('assign', book, '--out', at('tabs.xlsx'), '--json');
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['volunteers', 'unassigned', 'tabs']);
    expect(json['tabs']).toEqual(['→ Ana', '→ Bo', '→ Chidi']);
    const saved = await readFile('tabs.xlsx', readFileSync(at('tabs.xlsx')));
    expect(saved.ok && saved.state.tabs.map((tab) => tab.name)).toEqual(
      expect.arrayContaining(['→ Ana', '→ Bo', '→ Chidi']),
    );
  });

  test('assign where no column says who takes a contact: Owner stands in the copy, and it says so', async () => {
    const host = await openCampaign();
    host.model.deleteColumns('Contacts', HEADER.split(',').indexOf('Owner') + 1);
    putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
    writeFileSync(at('ownerless.xlsx'), await writeXlsx(host.model.committed(), Date.now()));
    const { json, out, code } = await run('assign', at('ownerless.xlsx'), '--out', at('tabs.xlsx'));
    expect([code, json['unassigned']]).toEqual([0, 0]);
    expect(out).toContain('“Owner” stands at its right end in the --out file');
    const saved = await readFile('tabs.xlsx', readFileSync(at('tabs.xlsx')));
    const [contacts] = saved.ok ? saved.state.tabs : [];
    expect(contacts?.rows[0]?.values).toEqual(expect.arrayContaining(['Owner']));
  });
});

describe('a bad file or request: exit 1, one line, nothing written', () => {
  async function refused(...argv: string[]): Promise<string> {
    const before = written();
    const { code, out, err } = await run(...argv);
    expect([code, out, err.split('\n').length]).toEqual([1, '', 1]);
    expect(written()).toEqual(before);
    return err;
  }

  test.each([
    ['damaged.xlsx', 'PK\u0003\u0004 broken', 'cannot be read'],
    ['empty.csv', '', 'is empty'],
    ['word.csv', 'hello', 'has no table that can be read'],
    ['notes.txt', 'Name,E-mail\nA,a@example.org', 'neither an .xlsx nor a .csv'],
  ])('%s', async (name, content, words) => {
    writeFileSync(at(name), content);
    for (const action of ['map', 'check', 'stale', 'send'])
      expect(await refused(action, at(name), '--json')).toContain(words);
    expect(await refused('assign', at(name), '--out', at('out.xlsx'))).toContain(words);
  });

  test('a file that is not there', async () => {
    expect(await refused('map', at('missing.xlsx'))).toContain('cannot be opened');
  });

  test('a tab that is not there: the line names those that are', async () => {
    expect(await refused('stale', book, '--sheet', 'Nope')).toBe(
      'campaign.xlsx has no tab “Nope”. Its tabs: Contacts, Settings, Volunteers.',
    );
  });

  test('an open question says how to answer it here', async () => {
    const twoMails = at('two.csv');
    writeFileSync(twoMails, 'Organization,E-mail,E-mail\nAmity,a@example.org,b@example.org\n');
    expect(await refused('send', twoMails)).toContain('npm start');
  });

  test('a place that cannot be written: no message file either', async () => {
    writeFileSync(at('file'), '');
    const err = await refused('send', book, '--yes', '--mailbox', at('box'), '--out', at('file/after.xlsx'));
    expect(err).toContain('cannot be written');
    expect(existsSync(at('box')) ? readdirSync(at('box')) : []).toEqual([]);
  });

  test('a mailbox that is a file', async () => {
    writeFileSync(at('box'), '');
    expect(await refused('send', book, '--yes', '--mailbox', at('box'))).toContain('cannot be written');
  });

  test('an --out that is a folder', async () => {
    mkdirSync(at('there.xlsx'));
    expect(await refused('assign', book, '--out', at('there.xlsx'))).toContain('cannot be written');
  });
});

describe('wrong usage: exit 2, what was wrong and how to call it', () => {
  test.each([
    [[]],
    [['map']],
    [['dance', csv]],
    [['map', csv, 'another.csv']],
    [['map', csv, '--loud']],
    [['map', csv, '--limit', '3']],
    [['check', csv, '--yes']],
    [['send', csv, '--yes']],
    [['send', csv, '--step', 'second']],
    [['send', csv, '--only', 'abc']],
    [['send', csv, '--limit', '0']],
    [['map', csv, '--today', '2026-02-30']],
    [['assign', csv]],
    [['assign', csv, '--out', 'tabs.csv']],
    [['check', csv, '--out', 'copy.pdf']],
    [['check', csv, '--out', csv]],
  ])('%j', async (argv) => {
    const ran = await run(...argv);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('Usage: ');
    expect(written()).toEqual([]);
  });

  test('--help is no error', async () => {
    const { code, out } = await run('--help');
    expect([code, out.startsWith('Usage: ')]).toEqual([0, true]);
  });
});
