// The dashboard on the built bundle: every figure of the tab, as its cells show it, is what somebody else counts on the
// same random campaign (test/dashboard/count.ts), also after people worked on in the sheet.
import { describe, expect, test } from '@jest/globals';
import type { DashboardView, FigureView } from '../../src/commands/dashboardAnswers';
import type { Cell } from '../../src/values/cell';
import { countFigures, type Campaign } from '../dashboard/count';
import { randomCampaign } from '../dashboard/randomCampaign';
import { createHost, type Host } from '../../workbench/host/createHost';
import { readFile } from '../../workbench/host/sheets/files';
import { ask, book, LEAD, refused } from './campaign';

/** As a person types it; a text that would be read as something else stays a text. */
const typed = (cell: Cell): unknown => {
  if (typeof cell === 'object') return cell.time === null ? cell.day : `${cell.day} ${cell.time}`;
  return typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;
};

async function open(campaign: Campaign, locale = 'en_US'): Promise<Host> {
  const read = await readFile(`${campaign.contactsTab}.csv`, new TextEncoder().encode('x\r\n'));
  if (!read.ok) throw new Error(read.message);
  const host = createHost({ workbook: read.state, today: campaign.today, user: LEAD, locale });
  for (const { name, rows } of campaign.tabs) {
    const width = Math.max(...rows.map((row) => row.length));
    const sheet = book(host).getSheetByName(name) ?? book(host).insertSheet(name);
    sheet
      .getRange(1, 1, rows.length, width)
      .setValues(rows.map((row) => Array.from({ length: width }, (_, at) => typed(row[at] ?? ''))));
  }
  host.model.flush();
  ask(host, 'startWith', campaign.contactsTab);
  return host;
}

/** What stands below a title of the tab: the rows of its table, names first. */
function tableIn(cells: readonly (readonly unknown[])[], title: string): unknown[][] {
  const at = cells.findIndex(([name]) => String(name).startsWith(title));
  if (at < 0) return [];
  const rows = cells.slice(at + 2);
  const end = rows.findIndex(([name]) => name === '');
  return rows.slice(0, end < 0 ? rows.length : end).map((row) => [...row]);
}

/** The figures of the tab in the shape of the count; weeks by their place. */
function figuresIn(host: Host) {
  const cells = book(host).getSheetByName('Dashboard')?.getDataRange().getValues() ?? [];
  const kinds = tableIn(cells, 'Kinds of groups').map(([name, contacts, reached, endorsed]) => ({
    name: String(name).toLowerCase(),
    contacts,
    reached,
    endorsed,
  }));
  const rest = kinds.pop();
  const due = tableIn(cells, 'Assignments by due date').map(([, count]) => count);
  const unions = tableIn(cells, 'Unions').map(([, count]) => count);
  return {
    kinds,
    rest: rest && { contacts: rest.contacts, reached: rest.reached, endorsed: rest.endorsed },
    endorsements: tableIn(cells, 'Endorsements and the goal').map(([, total, goal]) => ({ total, goal })),
    weeks: tableIn(cells, 'Touches and answers').map(([, touches, answers]) => ({ touches, answers })),
    due,
    rates: tableIn(cells, 'Answers by channel')
      .map(([name, touches, answered, rate]) => ({
        name,
        touches,
        answered,
        rate,
      }))
      .sort(byName),
    unions,
  };
}

/** Channels as people write them in the log, in the word of the log. */
const OUR_WORD: Readonly<Record<string, string>> = { social: 'social media' };
const byName = (a: { name: unknown }, b: { name: unknown }) => (String(a.name) < String(b.name) ? -1 : 1);
const ATTEMPT = { 1: '1st', 2: '2nd', 3: '3rd and later' } as const;

function counted(campaign: Campaign): ReturnType<typeof figuresIn> {
  const { categories, everythingElse, endorsements, goal, weeks, due, answerRate, unions } =
    countFigures(campaign);
  return {
    kinds: categories.map((kind) => ({ ...kind, name: kind.name.toLowerCase() })),
    rest: everythingElse,
    endorsements: endorsements.map(({ total }) => ({ total, goal: goal ?? '' })),
    weeks: weeks.map(({ touches, answers }) => ({ touches, answers })),
    due: [due.overdue, due.soon, due.later, due.none],
    rates: answerRate
      .map(({ channel, attempt, touches, answered, rate }) => ({
        name: `${OUR_WORD[channel] ?? channel}, ${ATTEMPT[attempt]}`,
        touches,
        answered,
        rate,
      }))
      .sort(byName),
    unions:
      unions === null
        ? []
        : [unions.mapped, unions.inConversation, unions.voted, unions.workers, unions.unknown],
  };
}

const WORLDS = Number(process.env['DASHBOARD_WORLDS'] ?? 12);

describe('every figure is what an independent count gives', () => {
  test('on random campaigns', async () => {
    for (let seed = 1; seed <= WORLDS; seed++) {
      const campaign = randomCampaign(seed);
      const host = await open(campaign);
      ask(host, 'writeDashboard', false);
      expect({ seed, ...figuresIn(host) }).toEqual({ seed, ...counted(campaign) });
    }
  }, 300_000);
});

interface SheetOfDashboard {
  getRange(name: string): {
    activate(): void;
    setValue(value: unknown): void;
    getValue(): unknown;
    getFormula(): string;
  };
  getCharts(): { getRanges(): { getA1Notation(): string }[] }[];
  removeChart(chart: unknown): void;
  activate(): void;
}
const dashboardOf = (host: Host, name = 'Dashboard') =>
  book(host).getSheetByName(name) as unknown as SheetOfDashboard;
const chartsOf = (host: Host) =>
  dashboardOf(host)
    .getCharts()
    .map((chart) =>
      chart
        .getRanges()
        .map((range) => range.getA1Notation())
        .join(),
    );

/** Rows of the contacts as people leave them: sorted the other way round, a third of them there twice. */
function workedOn(campaign: Campaign, seed: number): Campaign {
  const [contacts, ...others] = campaign.tabs;
  if (contacts === undefined) throw new Error('A campaign has contacts.');
  const heading = contacts.rows.findIndex((row) => row.filter((cell) => cell !== '').length > 4);
  const body = [...contacts.rows.slice(heading + 1)].reverse();
  const rows = [
    ...contacts.rows.slice(0, heading + 1),
    ...body,
    ...body.filter((_, at) => (at + seed) % 3 === 0),
  ];
  return { ...campaign, tabs: [{ ...contacts, rows }, ...others] };
}

describe('live tables', () => {
  test('follow the contacts when rows are sorted and added, without anything running', async () => {
    for (const seed of [2, 3, 5, 8, 13]) {
      const campaign = randomCampaign(seed);
      const host = await open(campaign);
      ask(host, 'writeDashboard', false);
      const later = workedOn(campaign, seed);
      const rows = later.tabs[0]?.rows ?? [];
      const width = Math.max(...rows.map((row) => row.length));
      book(host)
        .getSheetByName(campaign.contactsTab)
        ?.getRange(1, 1, rows.length, width)
        .setValues(rows.map((row) => Array.from({ length: width }, (_, at) => typed(row[at] ?? ''))));
      host.model.flush();
      const now = figuresIn(host);
      const wanted = counted(later);
      expect({ seed, due: now.due }).toEqual({ seed, due: wanted.due });
      const sum = ({ kinds, rest }: typeof now) =>
        [...kinds, ...(rest ? [rest] : [])].reduce((all, kind) => all + Number(kind.contacts), 0);
      expect(sum(now)).toBe(sum(wanted));
      for (const kind of now.kinds) {
        const same = wanted.kinds.find(({ name }) => name === kind.name);
        if (same) expect({ seed, ...kind, endorsed: 0 }).toEqual({ seed, ...same, endorsed: 0 });
      }
    }
  }, 120_000);

  test('count the words of the column Next step, also when a date changes', async () => {
    for (const seed of [1, 7]) {
      const campaign = randomCampaign(seed);
      const host = await open(campaign);
      ask(host, 'markNextSteps');
      ask(host, 'writeDashboard', false);
      const sheet = book(host).getSheetByName(campaign.contactsTab);
      const check = () => {
        const cells = sheet?.getDataRange().getValues() ?? [];
        const heading = cells.findIndex((row) => row.includes('Next step'));
        const head = cells[heading]?.map(String) ?? [];
        const [step, name] = [
          head.indexOf('Next step'),
          head.findIndex((text) => /organi[sz]ation|group|name/i.test(text)),
        ];
        const words = cells
          .slice(heading + 1)
          .filter((row) => String(row[name]).trim() !== '')
          .map((row) => String(row[step]));
        const shown = tableIn(
          book(host).getSheetByName('Dashboard')?.getDataRange().getValues() ?? [],
          'Contacts by next step',
        );
        expect(shown).toHaveLength(7);
        for (const [word, count] of shown)
          expect({ seed, word, count }).toEqual({
            seed,
            word,
            count: words.filter((one) => one === (word === 'No step now' ? '' : word)).length,
          });
        return shown;
      };
      const before = check();
      expect(dashboardOf(host).getRange('B6').getFormula()).toContain('SUMPRODUCT');
      const row = (sheet?.getDataRange().getValues() ?? []).findIndex((line) => line.includes('Follow up'));
      (sheet?.getDataRange().getValues()[row] ?? []).forEach((cell, column) => {
        if (Object.prototype.toString.call(cell) === '[object Date]')
          sheet?.getRange(row + 1, column + 1, 1, 1).setValues([['soon']]);
      });
      host.model.flush();
      expect(check()).not.toEqual(before);
    }
  });

  test('are formulas in the separators of the file', async () => {
    const campaign = randomCampaign(4);
    const host = await open(campaign, 'de_DE');
    ask(host, 'writeDashboard', false);
    expect(figuresIn(host).due).toEqual(counted(campaign).due);
  });
});

describe('a figure leads to its rows', () => {
  test('as many contacts as the figure says, in their rows', async () => {
    for (const seed of [6]) {
      const campaign = randomCampaign(seed);
      const host = await open(campaign);
      const contacts = book(host).getSheetByName(campaign.contactsTab)?.getDataRange().getValues() ?? [];
      const { tables } = ask<DashboardView>(host, 'getDashboard');
      let looked = 0;
      for (const { key, rows } of tables) {
        if (key === 'weeks' || key === 'rates' || key === 'unions') continue;
        for (const { name, values, leads } of rows)
          for (const [figure, value] of values.entries()) {
            if (leads[figure] !== true) continue;
            const view = ask<FigureView>(host, 'getFigure', { table: key, row: name, figure });
            expect({ key, name, count: view.count }).toEqual({ key, name, count: value });
            for (const { row, organization } of view.rows)
              expect(contacts[row - 1]?.map((cell) => String(cell).trim())).toContain(organization);
            looked++;
          }
      }
      expect(looked).toBeGreaterThan(15);
    }
  }, 60_000);

  test('the cell that is selected in the tab', async () => {
    const host = await open(randomCampaign(1));
    ask(host, 'writeDashboard', false);
    const at = (name: string) => {
      dashboardOf(host).activate();
      dashboardOf(host).getRange(name).activate();
      return ask<DashboardView>(host, 'getDashboard').selected;
    };
    expect(at('B6')).toEqual({ table: 'steps', row: 'Follow up', figure: 0 });
    expect(at('C16')).toMatchObject({ table: 'kinds', figure: 1 });
    expect(at('B2')).toBeNull();
    (book(host).getSheetByName('Groups') as unknown as SheetOfDashboard).activate();
    expect(ask<DashboardView>(host, 'getDashboard').selected).toBeNull();
  });

  test('one that is gone meanwhile says what to do', async () => {
    const host = await open(randomCampaign(1));
    expect(refused(host, 'getFigure', { table: 'kinds', row: 'Never', figure: 0 })).toMatchObject({
      code: 'figure-gone',
      todo: 'Look again, and press the figure that you mean.',
    });
  });
});

describe('the tab', () => {
  test('is written anew in its place, and what stands beside it stays', async () => {
    const host = await open(randomCampaign(3));
    ask(host, 'writeDashboard', false);
    const first = figuresIn(host);
    dashboardOf(host).getRange('T1').setValue('ours');
    ask(host, 'writeDashboard', false);
    expect(figuresIn(host)).toEqual(first);
    expect(dashboardOf(host).getRange('T1').getValue()).toBe('ours');
    expect(
      book(host)
        .getSheets()
        .filter((sheet) => sheet.getName().startsWith('Dashboard')),
    ).toHaveLength(1);
  });

  test('has a chart for each table, which draws its rows alone', async () => {
    const host = await open(randomCampaign(3));
    ask(host, 'writeDashboard', false);
    const { tables } = ask<DashboardView>(host, 'getDashboard');
    const cells = book(host).getSheetByName('Dashboard')?.getDataRange().getValues() ?? [];
    const rowOf = (title: string) => cells.findIndex(([name]) => String(name).startsWith(title)) + 2;
    const wanted = tables
      .filter(({ key }) => key !== 'unions')
      .map(({ key, title, columns, rows }) => {
        const [first, last] = [rowOf(title), rowOf(title) + rows.length];
        const letter = 'ABCD'.charAt(columns.length - 1);
        return key === 'rates' ? `A${first}:A${last},D${first}:D${last}` : `A${first}:${letter}${last}`;
      });
    expect(chartsOf(host).sort()).toEqual(wanted.sort());
  });

  test('charts that somebody took away stay away until they are asked for', async () => {
    const host = await open(randomCampaign(3));
    ask(host, 'writeDashboard', false);
    const sheet = dashboardOf(host);
    const all = chartsOf(host).length;
    sheet.removeChart(sheet.getCharts()[0]);
    host.model.flush();
    ask(host, 'writeDashboard', false);
    expect(chartsOf(host)).toHaveLength(all - 1);
    ask(host, 'writeDashboard', true);
    expect(chartsOf(host)).toHaveLength(all);
    ask(host, 'writeDashboard', true);
    expect(chartsOf(host)).toHaveLength(all);
  });

  test('a tab of the group with that name stays theirs', async () => {
    const host = await open(randomCampaign(3));
    const theirs = book(host).insertSheet('Dashboard');
    theirs.getRange(1, 1, 2, 2).setValues([
      ['What', 'How many'],
      ['Posters', 12],
    ]);
    host.model.flush();
    ask(host, 'writeDashboard', false);
    expect(theirs.getDataRange().getValues()).toEqual([
      ['What', 'How many'],
      ['Posters', 12],
    ]);
    expect(dashboardOf(host, 'Dashboard 2').getCharts()).not.toHaveLength(0);
  });

  test('a kind of group that looks like a formula stays a text', async () => {
    const campaign = randomCampaign(3);
    const host = await open(campaign);
    const kinds = ask<DashboardView>(host, 'getDashboard').tables.find(({ key }) => key === 'kinds');
    const word = kinds?.rows[0]?.name ?? '';
    const sheet = book(host).getSheetByName(campaign.contactsTab);
    const cells = sheet?.getDataRange().getValues() ?? [];
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (String(cell).trim().toLowerCase() === word.toLowerCase())
          sheet?.getRange(r + 1, c + 1, 1, 1).setValues([["'=1+1"]]);
      });
    });
    host.model.flush();
    ask(host, 'writeDashboard', false);
    expect(figuresIn(host).kinds.find(({ name }) => name === '=1+1')?.contacts).toBe(
      kinds?.rows[0]?.values[0],
    );
  });
});
