// Rows that come and go: the right answers written before the code, and what holds for every tab.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Contact } from '../../../src/reading/contact';
import { contactsByKey } from '../../../src/workbook/identity';
import { splitOwners } from '../../../src/workbook/owners';
import {
  planRows,
  type RowsInput,
  type RowsPlan,
  type TabRow,
  type TabToPlan,
} from '../../../src/people/sync/planRows';
import { contact, volunteer } from '../../workbook/samples';

const tabRow = (row: number, given: Partial<TabRow> = {}): TabRow => {
  const texts = { outreachId: '', organization: '', contactName: '', ways: '', knownBy: '', notes: '' };
  const filled = { ...texts, ...given };
  const isBlank = Object.keys(texts).every((name) => filled[name as keyof typeof texts] === '');
  return { row, record: filled.outreachId === '' ? 'none' : 'ours', isBlank, ...filled };
};
const group = (outreachId: string, organization: string, owner: string, given = {}) =>
  contact({ row: 2, outreachId, organization, owner, ...given });

interface Plain {
  readonly newContacts: readonly string[];
  readonly likelyDuplicates: readonly { readonly organization: string; readonly of: string }[];
  readonly missing: readonly string[];
  readonly addedToTab: readonly string[];
  readonly leftAlone: readonly string[];
  readonly whichCounts: boolean;
}

interface Case {
  readonly name: string;
  readonly contacts: readonly {
    readonly id: string;
    readonly organization: string;
    readonly owner: string;
    readonly howToReach?: string;
  }[];
  readonly lastTab: readonly string[];
  readonly tab: readonly ({
    readonly id: string;
    readonly organization: string;
    readonly howToReach?: string;
  } & Partial<TabRow>)[];
  readonly owner: string;
  readonly by: RowsInput['by'];
  readonly otherTabs?: readonly { readonly name: string; readonly ids: readonly string[] }[];
  readonly expected: Partial<Plain>;
  readonly why: string;
}

const cases = JSON.parse(readFileSync('test/fixtures/sync/rows.json', 'utf8')) as Case[];

/** A row's record is not in the answers: what was last written here is ours, else what stands in another tab is of that one. */
function recordOf(id: string, { lastTab, otherTabs = [] }: Case): TabRow['record'] {
  if (lastTab.includes(id)) return 'ours';
  return otherTabs.some(({ ids }) => ids.includes(id)) ? 'other tab' : 'none';
}

function answer(given: Case): Plain {
  const contacts = given.contacts.map(({ id, howToReach = '', ...rest }) =>
    contact({ ...rest, outreachId: id, email: howToReach }),
  );
  const people = new Set([given.owner, ...contacts.flatMap(({ text }) => splitOwners(text.owner))]);
  const rows = given.tab.map(({ id, howToReach = '', ...rest }, index) =>
    tabRow(index + 1, { ...rest, outreachId: id, ways: howToReach, record: recordOf(id.trim(), given) }),
  );
  const [plan] = planRows({
    contacts: contactsByKey(contacts),
    volunteers: [...people].filter((name) => name !== name.toLowerCase()).map((name) => volunteer(name)),
    by: given.by,
    tabs: [{ volunteer: given.owner, rows, lastTab: given.lastTab }],
  });
  if (plan === undefined) throw new Error('one tab, one plan');
  const nameOf = (row: TabRow) => row.outreachId || row.organization || `row ${row.row}`;
  const set = (names: readonly string[]) => [...new Set(names)].sort();
  return {
    newContacts: set(plan.newContacts.map((row) => row.organization)),
    likelyDuplicates: plan.likelyDuplicates.map(({ row, of }) => ({
      organization: row.organization,
      of: of.kind === 'contact' ? of.key : `row ${of.row}`,
    })),
    missing: set(plan.missing),
    addedToTab: set(plan.addedToTab),
    leftAlone: set(plan.leftAlone.map(({ row }) => nameOf(row))),
    whichCounts: plan.whichCounts,
  };
}

describe('right answers', () => {
  test.each(cases.map((given) => [given.name, given] as const))('%s', (_, given) => {
    const found = answer(given);
    const asked = Object.keys(given.expected) as (keyof Plain)[];
    const wanted = { whichCounts: false, ...given.expected };
    for (const list of [wanted.newContacts, wanted.missing, wanted.addedToTab, wanted.leftAlone])
      (list as string[] | undefined)?.sort();
    expect(Object.fromEntries([...asked, 'whichCounts' as const].map((key) => [key, found[key]]))).toEqual(
      wanted,
    );
  });
});

const MAYA = 'Maya Lindqvist';
const TOMAS = 'Tomas Reyes';
const PEOPLE = [MAYA, TOMAS].map((name) => volunteer(name));
const plansOf = (contacts: readonly Contact[], ...tabs: readonly TabToPlan[]) =>
  planRows({ contacts: contactsByKey(contacts), volunteers: PEOPLE, by: 'full sync', tabs });
const planOf = (
  contacts: readonly Contact[],
  rows: readonly TabRow[],
  lastTab: readonly string[] | null = [],
) => plansOf(contacts, { volunteer: MAYA, rows, lastTab })[0];

describe('a row that a volunteer added', () => {
  const foxglove = { organization: 'Foxglove Free Clinic', ways: '503 555 0188\nHello@Foxglove.example.org' };

  test('is asked about where its address is a contact’s, whatever it is called there', () => {
    const plan = planOf(
      [group('c-1', 'Northside Health House', TOMAS, { email: 'hello@foxglove.example.org' })],
      [tabRow(2, foxglove)],
    );
    expect(plan).toMatchObject({
      newContacts: [],
      likelyDuplicates: [{ of: { kind: 'contact', key: 'c-1' }, why: 'same e-mail' }],
    });
  });

  test('is asked about where a contact without an Outreach ID has its name', () => {
    const plan = planOf([group('', 'Foxglove free clinic', '')], [tabRow(2, foxglove)]);
    expect(plan).toMatchObject({ newContacts: [], likelyDuplicates: [{ why: 'same name' }] });
  });

  test('is asked about where only the person of a contact is known', () => {
    const plan = planOf(
      [contact({ outreachId: 'c-1', contactName: 'Ines Varga' })],
      [tabRow(2, { organization: 'Ines Varga' })],
    );
    expect(plan).toMatchObject({ newContacts: [], likelyDuplicates: [{ of: { key: 'c-1' } }] });
  });

  test('that lost its id is taken for the contact that the tab lacks, not for another of that name', () => {
    const contacts = [
      group('c-1', 'First Baptist Church', TOMAS, { town: 'Albany' }),
      group('c-2', 'First Baptist Church', MAYA, { town: 'Salem' }),
    ];
    expect(planOf(contacts, [tabRow(2, { organization: 'First Baptist Church' })], ['c-2'])).toMatchObject({
      likelyDuplicates: [{ of: { kind: 'contact', key: 'c-2' } }],
      missing: [],
    });
  });

  test('twice in one tab is one contact and one question', () => {
    const plan = planOf([], [tabRow(2, foxglove), tabRow(5, { organization: 'The Foxglove Free Clinic' })]);
    expect(plan?.newContacts.map(({ row }) => row)).toEqual([2]);
    expect(plan?.likelyDuplicates).toMatchObject([{ row: { row: 5 }, of: { kind: 'row', tab: 0, row: 2 } }]);
  });

  test('by two volunteers at once is one contact and one question', () => {
    const [first, second] = plansOf(
      [],
      { volunteer: MAYA, rows: [tabRow(2, foxglove)], lastTab: [] },
      { volunteer: TOMAS, rows: [tabRow(3, foxglove)], lastTab: [] },
    );
    expect(first?.newContacts.length).toBe(1);
    expect(second).toMatchObject({
      newContacts: [],
      likelyDuplicates: [{ of: { kind: 'row', tab: 0, row: 2 } }],
    });
  });

  test('and again by someone else asks about the contact that both are like', () => {
    const [first, second] = plansOf(
      [group('c-1', 'Foxglove Free Clinic', '')],
      { volunteer: MAYA, rows: [tabRow(2, foxglove)], lastTab: [] },
      { volunteer: TOMAS, rows: [tabRow(3, foxglove)], lastTab: [] },
    );
    for (const plan of [first, second])
      expect(plan).toMatchObject({
        newContacts: [],
        likelyDuplicates: [{ of: { kind: 'contact', key: 'c-1' } }],
      });
  });

  test('is asked about where one word of the name has a slip', () => {
    const plan = planOf([group('c-1', 'Foxglowe Free Clinic', '')], [tabRow(2, foxglove)]);
    expect(plan).toMatchObject({ newContacts: [], likelyDuplicates: [{ why: 'similar name' }] });
  });

  test('is compared with every contact, also where many have a name of the same words', () => {
    const states = 'AL AK AZ AR CA CT FL GA ID IL IA KS KY MD MA MI MN MS MO MT NE NV NH NJ NM NY WY'.split(
      ' ',
    );
    const contacts = states.map((state) => group(`c-${state}`, `Foxglove Clinic, ${state}`, ''));
    const plan = planOf(contacts, [tabRow(2, { organization: 'Foxglove Clinic Association, WY' })]);
    expect(plan).toMatchObject({ newContacts: [], likelyDuplicates: [{ of: { key: 'c-WY' } }] });
  });

  test('asks about the contact that the row above is like, where it shares only that row’s address', () => {
    const plan = planOf(
      [group('c-1', 'Foxglove Free Clinic', '')],
      [
        tabRow(2, foxglove),
        tabRow(3, { organization: 'Riverside Walkers', ways: 'hello@foxglove.example.org' }),
      ],
    );
    expect(plan?.likelyDuplicates.map(({ of }) => of)).toEqual([
      { kind: 'contact', key: 'c-1' },
      { kind: 'contact', key: 'c-1' },
    ]);
  });

  test('under a name of no common words is compared as typed', () => {
    const rows = ['The', '🌻', 'the '].map((organization, n) => tabRow(n + 2, { organization }));
    const plan = planOf([], rows);
    expect(plan?.newContacts.map(({ row }) => row)).toEqual([2, 3]);
    expect(plan?.likelyDuplicates.map(({ row }) => row.row)).toEqual([4]);
  });

  test.each(['N/A', '?', 'tbd', '#REF!', ' \u200b '])(
    'without a name that tells (%s) is left and shown',
    (organization) => {
      expect(planOf([], [tabRow(2, { organization, ways: '503 555 0188' })])).toMatchObject({
        newContacts: [],
        leftAlone: [{ why: 'no organization' }],
      });
    },
  );
});

describe('the ids of a tab', () => {
  test('a closed contact is not written into a tab, and still asked about where it went missing', () => {
    const contacts = [
      group('c-1', 'Alder Street Clinic', MAYA, { status: 'Endorsed' }),
      group('c-2', 'Birchwood Tenants Union', MAYA, { status: 'Declined' }),
    ];
    expect(planOf(contacts, [], ['c-2'])).toMatchObject({ addedToTab: [], missing: ['c-2'] });
  });

  test('where nobody knows what was written last, nothing counts as missing', () => {
    expect(planOf([group('c-1', 'Alder Street Clinic', MAYA)], [], null)).toMatchObject({
      missing: [],
      addedToTab: ['c-1'],
    });
  });

  test('an id that two contacts have carries nothing and is asked about by nobody', () => {
    const twins = [group('c-1', 'Alder Street Clinic', MAYA), group('c-1', 'Birchwood Tenants Union', MAYA)];
    expect(planOf(twins, [tabRow(2, { outreachId: 'c-1' })], ['c-1'])).toMatchObject({
      known: [],
      leftAlone: [{ why: 'doubled contact' }],
      missing: [],
      addedToTab: [],
    });
  });

  test('what a volunteer handed over and took out is settled, and comes back when it is given to them again', () => {
    const before = planOf([group('c-1', 'Alder Street Clinic', TOMAS)], [], ['c-1', 'c-9']);
    expect(before).toMatchObject({ missing: [], addedToTab: [], settled: ['c-1', 'c-9'] });
    expect(planOf([group('c-1', 'Alder Street Clinic', MAYA)], [], [])).toMatchObject({
      addedToTab: ['c-1'],
    });
  });

  test('a row whose contact has nobody says so', () => {
    const contacts = [
      group('c-1', 'Alder Street Clinic', ''),
      group('c-2', 'Birchwood Tenants Union', TOMAS),
    ];
    const rows = [tabRow(2, { outreachId: 'c-1' }), tabRow(3, { outreachId: 'c-2' })];
    expect(planOf(contacts, rows, ['c-1', 'c-2'])?.leftAlone.map(({ why, key }) => [why, key])).toEqual([
      ['no owner', 'c-1'],
      ['other owner', 'c-2'],
    ]);
  });
});

describe('a copy made by hand', () => {
  const contacts = [group('c-1', 'Alder Street Clinic', MAYA), group('c-2', 'Birchwood Tenants Union', MAYA)];

  test('is none where somebody pasted a row into a tab that has no records', () => {
    const rows = [
      tabRow(2, { outreachId: 'c-1', record: 'none' }),
      tabRow(3, { outreachId: 'c-2', record: 'other tab' }),
    ];
    expect(planOf(contacts, rows, null)).toMatchObject({
      whichCounts: false,
      known: [{ key: 'c-1' }, { key: 'c-2' }],
    });
  });

  test('is none once the tab itself was written, whatever was pasted into it', () => {
    const rows = ['c-1', 'c-2'].map((outreachId, n) => tabRow(n + 2, { outreachId, record: 'other tab' }));
    expect(planOf(contacts, rows, ['c-1'])?.whichCounts).toBe(false);
    expect(planOf(contacts, rows, null)?.whichCounts).toBe(true);
  });

  test('is none whose own heading names it, also with nothing left but a row of somebody else’s', () => {
    const rows = [tabRow(2, { outreachId: 'c-1', record: 'other tab' })];
    const tab = { volunteer: MAYA, rows, lastTab: [] };
    expect(plansOf(contacts, { ...tab, isOwn: true })[0]?.whichCounts).toBe(false);
    expect(plansOf(contacts, tab)[0]?.whichCounts).toBe(true);
  });

  test('keeps no other tab from its rows', () => {
    const rows = ['c-1', 'c-2'].map((outreachId, n) => tabRow(n + 2, { outreachId, record: 'other tab' }));
    const ours = rows.map((row): TabRow => ({ ...row, record: 'ours' }));
    const plans = plansOf(
      contacts,
      { volunteer: MAYA, rows: [...rows, tabRow(9, { organization: 'Foxglove Free Clinic' })], lastTab: [] },
      {
        volunteer: MAYA,
        rows: [...ours, tabRow(9, { organization: 'Foxglove Free Clinic' })],
        lastTab: ['c-1', 'c-2'],
      },
    );
    expect(plans.map((plan) => plan.newContacts.length)).toEqual([0, 1]);
  });
});

// Small worlds: names that are alike and not, ids that are known, doubled, mistyped and gone.
const NAMES = [
  'Alder Street Clinic',
  'The Alder Street Clinic',
  'Birchwood Tenants Union',
  'SEIU Local 49',
  'Service Employees Local 49',
  'SEIU Local 503',
  'Cedar Hills Congregation',
  'Foxglove Free Clinic',
  '—',
  '',
];
const OWNERS = [MAYA, TOMAS, `${MAYA} & ${TOMAS}`, '', 'maya lindqvist', 'Maya', 'Somebody Else'];
const someId = fc.constantFrom('', 'c-0', 'c-1', 'c-2', 'c-3', ' c-4 ', 'c-99');
const someRow = fc.record({
  outreachId: someId,
  organization: fc.constantFrom(...NAMES),
  ways: fc.constantFrom('', '503 555 0188', 'office@alder.example.org'),
  record: fc.constantFrom<TabRow['record']>('ours', 'other tab', 'none'),
});
const someTab = (name: string) =>
  fc.record({
    volunteer: fc.constant(name),
    rows: fc
      .array(someRow, { maxLength: 6 })
      .map((rows) => rows.map((given, index) => tabRow(index + 2, given))),
    lastTab: fc.option(fc.subarray(['c-0', 'c-1', 'c-2', 'c-3', 'c-4', 'c-99'])),
  });
const someContacts = fc
  .array(
    fc.record({
      organization: fc.constantFrom(...NAMES),
      owner: fc.constantFrom(...OWNERS),
      status: fc.constantFrom('', 'Contacted', 'Declined'),
      email: fc.constantFrom('', 'office@alder.example.org'),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((given, n) => contact({ ...given, row: n + 2, outreachId: `c-${n}` })));
const someWorld = fc.record({ contacts: someContacts, tabs: fc.tuple(someTab(MAYA), someTab(TOMAS)) });

/** The world once everything that needs no person is done: ids given, contacts and rows appended, ids remembered. */
function applied(contacts: readonly Contact[], tabs: readonly TabToPlan[], plans: readonly RowsPlan[]) {
  const after = [...contacts];
  return {
    contacts: after,
    tabs: tabs.map((tab, index): TabToPlan => {
      const plan = plans[index];
      if (plan === undefined || plan.whichCounts) return tab;
      const rows = tab.rows.map((row): TabRow => {
        if (!plan.newContacts.includes(row)) return row;
        const outreachId = `c-new-${after.length}`;
        after.push(
          contact({
            row: after.length + 2,
            outreachId,
            organization: row.organization,
            owner: tab.volunteer,
            email: row.ways.includes('@') ? row.ways : '',
          }),
        );
        return { ...row, outreachId, record: 'ours' };
      });
      const added = plan.addedToTab.map((outreachId, n) => tabRow(rows.length + n + 2, { outreachId }));
      const all = [...rows, ...added];
      return {
        ...tab,
        rows: all,
        lastTab: [
          ...new Set([...plan.missing, ...all.map((row) => row.outreachId.trim()).filter((id) => id !== '')]),
        ],
      };
    }),
  };
}

describe('whatever stands in the tabs', () => {
  const all = (
    check: (
      contacts: readonly Contact[],
      tabs: readonly TabToPlan[],
      by: RowsInput['by'],
      plans: readonly RowsPlan[],
    ) => void,
  ) => {
    fc.assert(
      fc.property(
        someWorld,
        fc.constantFrom<RowsInput['by']>('full sync', 'trigger'),
        ({ contacts, tabs }, by) => {
          check(
            contacts,
            tabs,
            by,
            planRows({ contacts: contactsByKey(contacts), volunteers: PEOPLE, by, tabs }),
          );
        },
      ),
      { numRuns: 400 },
    );
  };

  test('each row is known, new, a question, left alone or blank, and only one of these', () => {
    all((_, tabs, __, plans) => {
      tabs.forEach(({ rows }, index) => {
        const plan = plans[index];
        if (plan === undefined) throw new Error('one plan a tab');
        const sorted = [
          ...plan.known.map(({ row }) => row),
          ...plan.newContacts,
          ...plan.likelyDuplicates.map(({ row }) => row),
          ...plan.leftAlone.map(({ row }) => row),
          ...rows.filter((row) => row.isBlank),
        ];
        expect(sorted.map(({ row }) => row).sort()).toEqual(rows.map(({ row }) => row).sort());
      });
    });
  });

  test('a trigger adds, asks and writes nothing', () => {
    all((_, __, by, plans) => {
      if (by === 'full sync') return;
      for (const plan of plans)
        expect([
          ...plan.newContacts,
          ...plan.likelyDuplicates,
          ...plan.missing,
          ...plan.addedToTab,
          ...plan.settled,
        ]).toEqual([]);
    });
  });

  test('a copy changes nothing anywhere', () => {
    all((_, __, ___, plans) => {
      for (const plan of plans)
        if (plan.whichCounts)
          expect([
            ...plan.known,
            ...plan.newContacts,
            ...plan.likelyDuplicates,
            ...plan.missing,
            ...plan.addedToTab,
          ]).toEqual([]);
    });
  });

  test('no id is both asked about and written, and none that stands in the tab is either', () => {
    all((_, tabs, __, plans) => {
      plans.forEach((plan, index) => {
        const ids = [...plan.missing, ...plan.addedToTab, ...plan.settled];
        const standing = tabs[index]?.rows.map((row) => row.outreachId.trim()) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => standing.includes(id))).toEqual([]);
      });
    });
  });

  test('done once, a second run finds nothing more to do and asks the same', () => {
    all((contacts, tabs, by, plans) => {
      if (by === 'trigger') return;
      const after = applied(contacts, tabs, plans);
      const again = planRows({
        contacts: contactsByKey(after.contacts),
        volunteers: PEOPLE,
        by,
        tabs: after.tabs,
      });
      again.forEach((plan, index) => {
        const before = plans[index];
        expect([...plan.newContacts, ...plan.addedToTab, ...plan.settled]).toEqual([]);
        expect(plan.missing).toEqual(before?.missing);
        expect(plan.likelyDuplicates.map(({ row }) => row.row)).toEqual(
          before?.likelyDuplicates.map(({ row }) => row.row),
        );
        expect(plan.whichCounts).toBe(before?.whichCounts);
      });
    });
  });

  test('no organization becomes two contacts, however many rows and tabs name it', () => {
    all((contacts, tabs, by, plans) => {
      if (by === 'trigger') return;
      const names = applied(contacts, tabs, plans)
        .contacts.slice(contacts.length)
        .map(({ text }) => text.organization);
      expect(new Set(names).size).toBe(names.length);
    });
  });
});

test('forty volunteers and five thousand contacts are planned in a moment', () => {
  const people = Array.from({ length: 40 }, (_, n) =>
    volunteer(`Person ${String.fromCharCode(65 + (n % 26))}${n} Fern`),
  );
  const contacts = Array.from({ length: 5000 }, (_, n) =>
    group(
      `c-${n}`,
      `${['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'][n % 5] ?? ''} ${n.toString(36)} Circle`,
      people[n % 40]?.name ?? '',
      { email: `office${n}@example.org` },
    ),
  );
  const tabs = people.map((one, at): TabToPlan => {
    const ids = contacts.filter((_, n) => n % 40 === at).map(({ outreachId }) => outreachId);
    const rows = ids.map((outreachId, n) => tabRow(n + 2, { outreachId, organization: 'x' }));
    return {
      volunteer: one.name,
      rows: [
        ...rows,
        tabRow(900, { organization: `Fern Valley ${at} Gardeners`, ways: `hi${at}@example.com` }),
      ],
      lastTab: ids,
    };
  });
  const byKey = contactsByKey(contacts);
  const started = Date.now();
  const plans = planRows({ contacts: byKey, volunteers: people, by: 'full sync', tabs });
  const took = Date.now() - started;
  expect(plans.every((plan) => plan.known.length === 125)).toBe(true);
  expect(took).toBeLessThan(3000);
});
