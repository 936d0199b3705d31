// Next town through the built bundle: what goes, what never goes, undo, a second time, and what the other file makes of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangesView, FollowUpsView, Start, WriteReceipt } from '../../src/commands/answers';
import type { NextTownView } from '../../src/commands/nextTownAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, book, cellsOf, openCampaign, putTab, recordsOf, refused, resume, tabNames } from './campaign';

const PARTNERS = 'Next town: partners';
const TEMPLATES = 'Next town: templates';
const CATEGORIES = 'Next town: categories';
const NEW_TABS = [PARTNERS, TEMPLATES, CATEGORIES];
const HEADER =
  'Organization,Kind,Level,Town,Contact,E-mail,Phone,Website,Known by,Owner,Status,Endorsement,Notes,Outreach ID';
const ROWS = [
  'Dockside Cooks Local 62,Union,,Larkhaven,Gus,gus@cooks.example.org,555-0101,https://cooks.example.org/?key=secret,Bo,Ana,Endorsed,yes,Meets at Gus’,c-1',
  'SEIU Local 503,Union,,Larkhaven,,,,cooks@seiu503.example.org,,,Endorsed,yes,,c-2',
  'Oregon Nurses Federation,Nurses,state,Salem,,,,www.nurses.example.org,,,Partner,,,c-3',
  "'=Paper Lantern Books,Small business,local,Larkhaven,,,,,,,Endorsed,yes,,c-4",
  'Anchor Clinic,Clinic,local,Larkhaven,,,,,,,Endorsed,yes,,c-5',
  'Bluegate Clinic,Clinic,local,Larkhaven,,,,,,,Endorsed,yes,,c-6',
  'Quarry Book Club,Other,,Larkhaven,,,,,,,Bowed out,yes,,c-7',
  ',Faith group,,Larkhaven,Private Person,p@example.org,,,,,Endorsed,yes,,c-8',
];
const ASK_HEADINGS = [
  'Organization',
  'Ask',
  'Asked on',
  'Asked by',
  'Answer',
  'Wait until',
  'Answered on',
  'Who decided',
  'May be named',
  'Note',
  'Outreach ID',
  'Ask ID',
];
const yes = (organization: string, id: string, mayBeNamed: string, kind = 'endorsement') => [
  organization,
  kind,
  '2026-10-01',
  'Bo',
  'yes',
  '',
  '2026-10-08',
  'Their board',
  mayBeNamed,
  'Noted, said at Gus’',
  id,
  `a-${id}-${kind}`,
];

async function file(): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS });
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana Ruiz', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
  ]);
  putTab(host, 'Asks', [
    ASK_HEADINGS,
    yes('Dockside Cooks Local 62', 'c-1', 'yes'),
    yes('Dockside Cooks Local 62', 'c-1', 'yes', 'attend our meeting'),
    yes('SEIU Local 503', 'c-2', 'yes'),
    yes('Oregon Nurses Federation', 'c-3', 'yes', 'let us present'),
    yes('=Paper Lantern Books', 'c-4', 'yes'),
    yes('Anchor Clinic', 'c-5', ''),
    yes('Bluegate Clinic', 'c-6', 'no'),
    yes('Quarry Book Club', 'c-7', 'yes'),
    yes('Private Person', 'c-8', 'yes'),
  ]);
  putTab(host, 'Templates', [
    ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
    ['ours', 'first', '', 'e-mail', 'Care for everyone', 'Hello, we would like to talk with you.'],
    ['from Ana', 'first', '', 'e-mail', 'Care', 'Call Ana Ruiz any evening.'],
    ['with mail', 'last', '', 'e-mail', 'Care', 'Write to hello@larkhaven.example.org.'],
    ['perhaps', 'last', '', 'e-mail', 'Care', 'Ask Bo about it.'],
  ]);
  ask(host, 'startWith', 'Contacts');
  return host;
}
const view = (host: Host, town = 'Millbrook') => ask<NextTownView>(host, 'getNextTown', town);
function make(host: Host, town = 'Millbrook', more: object = {}): WriteReceipt {
  const { partners, templates } = view(host, town);
  return ask<WriteReceipt>(host, 'makeNextTown', {
    town,
    partners: partners.filter(({ reason }) => reason !== '').map(({ contact }) => contact),
    templates: templates.filter(({ why }) => why === '').map(({ key }) => key),
    ...more,
  });
}
/** All that the file keeps of these tabs: names, cells, notes, dropdowns, formats, marks on columns. */
function kept(host: Host): string {
  const { tabs, metadata, validations } = host.save().workbook;
  const ours = tabs.filter(({ name }) => NEW_TABS.includes(name));
  const ids = ours.map(({ id }) => id);
  const used = ours.flatMap(({ rows }) => rows.flatMap(({ rules = [] }) => rules));
  return JSON.stringify({
    ours,
    marks: metadata.filter(({ place }) => 'tab' in place && ids.includes(place.tab)),
    lists: validations.filter((_, index) => used.includes(index)),
  });
}

describe('what would go', () => {
  test('partners and endorsers who agreed to be named, with what tells of affiliates there', async () => {
    const found = view(await file());
    expect(found.partners.map(({ organization, reason }) => [organization, reason])).toEqual([
      ['Dockside Cooks Local 62', 'Their union has locals in other towns.'],
      ['Oregon Nurses Federation', 'Their level is “state”: they reach beyond one town.'],
      ['SEIU Local 503', 'Their union has locals in other towns.'],
      ['=Paper Lantern Books', ''],
    ]);
    expect(found.partners.map(({ website }) => website)).toEqual([
      'https://cooks.example.org/',
      'https://www.nurses.example.org',
      '',
      '',
    ]);
    expect(found.partners.map(({ agreed }) => agreed)).toEqual([
      'attend our meeting, endorsement',
      'let us present',
      'endorsement',
      'endorsement',
    ]);
    expect(found).toMatchObject({ unasked: ['Anchor Clinic'], unaskedCount: 1, unnamedCount: 1 });
    const there = view(await file(), 'larkhaven').partners;
    expect(there[0]?.reason).toBe('They are in larkhaven themselves.');
  });

  test('own texts, with what they give away', async () => {
    expect(view(await file()).templates.map(({ key, why, stays }) => [key, why, stays])).toEqual([
      ['ours', '', false],
      ['from Ana', 'It names Ana Ruiz.', true],
      ['with mail', 'It holds the address hello@larkhaven.example.org.', true],
      ['perhaps', 'It may name Bo.', false],
    ]);
  });
});

describe('the three tabs', () => {
  test('hold what was ticked, as text, and nothing else', async () => {
    const host = await file();
    const done = make(host, 'Millbrook', { partners: view(host).partners.map(({ contact }) => contact) });
    expect(done).toMatchObject({ message: 'Made three tabs for Millbrook, with 4 partners', kept: [] });
    expect(recordsOf(host, PARTNERS)[3]).toEqual({
      Organization: '=Paper Lantern Books',
      Category: 'Small business',
      Website: '',
      'Affiliates in': 'Millbrook',
      'Agreed with us to': 'endorsement',
      'Contact name': '',
      'E-mail': '',
      Phone: '',
      'Known by': '',
      Owner: '',
      Status: '',
      'Last contacted': '',
      Answer: '',
      Notes: '',
    });
    expect(recordsOf(host, CATEGORIES)).toHaveLength(11);
    const keys = recordsOf(host, TEMPLATES).map((row) => row['Key']);
    expect(keys).toContain('ours');
    expect(keys).toContain('first');
    expect(keys).not.toContain('from Ana');
    expect(kept(host).includes('"f":"=')).toBe(false);
    for (const secret of ['Gus', 'secret', 'Ana Ruiz', 'said at', 'Private', 'Quarry', 'Anchor', 'c-1'])
      expect({ secret, isThere: kept(host).includes(secret) }).toEqual({ secret, isThere: false });
  });

  test('a text that names somebody stays, whoever asks for it', async () => {
    const host = await file();
    const done = make(host, 'Millbrook', { partners: ['c-7', 'c-8'], templates: ['from Ana', 'perhaps'] });
    expect(done.kept).toHaveLength(1);
    expect(recordsOf(host, PARTNERS)).toEqual([]);
    const keys = recordsOf(host, TEMPLATES).map((row) => row['Key']);
    expect(keys).toContain('perhaps');
    expect(keys).not.toContain('from Ana');
  });

  test('need a town', async () => {
    const host = await file();
    expect(refused(host, 'makeNextTown', { town: ' ', partners: [], templates: [] }).code).toBe('no-town');
    expect(tabNames(host)).not.toContain(PARTNERS);
  });

  test('undo takes them away, but for one in which somebody wrote', async () => {
    const host = await file();
    const { change } = make(host);
    host.model.typeInto(PARTNERS, 2, 14, 'Call them in May');
    const undone = ask<WriteReceipt>(host, 'undoChange', change);
    expect(tabNames(host)).toContain(PARTNERS);
    expect(tabNames(host)).not.toContain(TEMPLATES);
    expect(undone.kept.map(({ why }) => why)).toEqual([
      'The tab “Next town: partners” stays: somebody wrote in it.',
    ]);
  });

  test('for another town they are made anew; one that somebody changed stays beside the new one', async () => {
    const host = await file();
    make(host);
    make(host, 'Fernbank');
    expect(tabNames(host).filter((name) => name.startsWith('Next town'))).toEqual(NEW_TABS);
    expect(recordsOf(host, PARTNERS)[0]?.['Affiliates in']).toBe('Fernbank');
    host.model.typeInto(PARTNERS, 2, 14, 'Call them in May');
    make(host, 'Salem');
    expect(tabNames(host)).toContain('Next town: partners 2');
    expect(cellsOf(host, PARTNERS)[1]).toContain('Call them in May');
  });

  test('are no contacts in this file, also under another name', async () => {
    const host = await file();
    make(host);
    const count = () => ask<Start>(host, 'getStart').tabs.map(({ name }) => name);
    expect(count()).not.toContain(PARTNERS);
    const app = book(host).getSheetByName(PARTNERS) as unknown as { setName(name: string): void };
    app.setName('Millbrook list');
    host.model.flush();
    expect(count()).not.toContain('Millbrook list');
  });

  test('after a run that was cut off at any call the next one makes the three, and one undo takes them', async () => {
    const saved = (await file()).save();
    const whole = resume(saved);
    const before = view(whole).partners.length;
    expect(before).toBe(4);
    const start = whole.calls.length;
    make(whole);
    const calls = whole.calls.length - start;
    for (let at = 1; at <= calls; at += 5) {
      const one = resume(saved);
      one.killAt(at, at % 2 === 0 ? 'before' : 'after');
      try {
        make(one);
      } catch {
        // cut off
      }
      const next = resume(one.save());
      const { change } = make(next);
      const names = tabNames(next).filter((name) => name.startsWith('Next town'));
      expect({ at, names }).toEqual({ at, names: NEW_TABS });
      ask(next, 'undoChange', change);
      expect(tabNames(next).filter((name) => name.startsWith('Next town'))).toEqual([]);
    }
  }, 120_000);
});

test('the other file reads the copies: partners as contacts, templates as templates', async () => {
  const host = await file();
  make(host, 'Millbrook', { templates: ['ours'] });
  const rows = (name: string) => cellsOf(host, name);
  for (const names of [NEW_TABS.map((name) => `Copy of ${name}`), ['Contacts', 'Templates', 'Categories']]) {
    const other = await openCampaign({ header: 'Nothing', rows: [], settings: [] });
    NEW_TABS.forEach((name, index) => {
      putTab(other, names[index] ?? '', rows(name));
    });
    const start = ask<Start>(other, 'getStart');
    expect(start.suggested).toBe(names[0]);
    ask(other, 'startWith', names[0]);
    const first = ask<FollowUpsView>(other, 'getFollowUps', 'first');
    expect(JSON.stringify(first)).toContain('ours');
    expect(ask<ChangesView>(other, 'getChanges')).toBeDefined();
  }
});

const secret = 'zqsecret';
const NUMBER = '555-917';
/** What people type there, each with a mark. */
function privateCell(heading: string, at: number, more: string): string {
  switch (heading) {
    case 'Contact':
      return 'Rev. Zqsecret Vale';
    case 'E-mail':
      return `${secret}${at}@example.org`;
    case 'Phone':
      return `(503) ${NUMBER}${at}`;
    case 'Known by':
    case 'Owner':
      return `${secret} Ruiz`;
    default:
      return `${secret}${at}${more}`;
  }
}
test('whatever stands in private cells, nothing of it is in the three tabs', async () => {
  const headings = HEADER.split(',');
  const open = ['Organization', 'Kind', 'Level', 'Town', 'Website', 'Status', 'Endorsement', 'Outreach ID'];
  const statuses = ['Endorsed', 'Partner', 'Observer', 'Bowed out', 'Contacted', ''];
  const row = fc.record({
    named: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'no', ''),
    answer: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'yes', 'no', 'maybe', 'open'),
    status: fc.constantFrom(...statuses),
    isOrganization: fc.constantFrom(true, true, true, true, false),
    website: fc.constantFrom(
      'www.public.example.org',
      `https://${secret}:x@public.example.org/a?b=${secret}#${secret}`,
      `${secret}@example.org`,
      secret,
      '',
    ),
    kind: fc.constantFrom('endorsement', 'endorsement', 'let us present', `${secret} house meeting`),
    text: fc.constantFrom('', '=1+1', '\n', ' & '),
  });
  let went = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 6 }), fc.boolean(), async (rows, own) => {
      const goes = rows.map((one, at) => {
        const isOut = one.answer !== 'yes' || one.named !== 'yes' || one.status.includes('Bowed');
        // Who may not be named is private too.
        return `${isOut || one.kind.startsWith(secret) ? secret : 'Public'} ${at}`;
      });
      const cells = rows.map((one, at) =>
        headings.map((heading) => {
          if (!open.includes(heading)) return privateCell(heading, at, one.text);
          if (heading === 'Organization') return one.isOrganization ? (goes[at] ?? '') : '';
          if (heading === 'Website') return one.website;
          if (heading === 'Status') return one.status;
          if (heading === 'Outreach ID') return `${secret}-${at}`;
          return heading === 'Kind' ? 'Union' : '';
        }),
      );
      const host = await openCampaign({
        header: HEADER,
        rows: [],
        settings: [
          ['Campaign', `${secret} Care`],
          ['Sender name', `${secret} Sender`],
          ['Our own asks', `${secret} house meeting`],
        ],
      });
      putTab(host, 'Contacts', [headings, ...cells]);
      putTab(host, 'Volunteers', [
        ['Name', 'E-mail', 'Belongs to'],
        [`${secret} Ruiz`, `${secret}@example.org`, secret],
      ]);
      putTab(host, 'Partnerships', [
        [
          'Organization',
          'Membership',
          'Conditions',
          'What they bring',
          'Committed to',
          'Note',
          'Outreach ID',
        ],
        ...goes.map((name, at) => [name, 'partner', secret, secret, secret, secret, `${secret}-${at}`]),
      ]);
      putTab(host, 'Asks', [
        ASK_HEADINGS,
        ...rows.map((one, at) => [
          one.isOrganization ? goes[at] : secret,
          one.kind,
          '2026-10-01',
          secret,
          one.answer,
          '',
          '2026-10-08',
          `${secret} board`,
          one.named,
          secret,
          `${secret}-${at}`,
          `${secret}-ask-${at}`,
        ]),
      ]);
      putTab(host, 'Templates', [
        ['Key', 'Step', 'Category', 'Channel', 'Subject', 'Body'],
        ['ours', 'first', '', 'e-mail', 'Care', own ? `Ask ${secret} Ruiz about it.` : 'Hello.'],
      ]);
      ask(host, 'startWith', 'Contacts');
      const { partners, templates } = view(host);
      make(host, 'Millbrook', {
        partners: partners.map(({ contact }) => contact),
        templates: templates.map(({ key }) => key),
      });
      const all = kept(host).toLowerCase();
      expect([secret, NUMBER].filter((text) => all.includes(text))).toEqual([]);
      const listed = recordsOf(host, PARTNERS).map((one) => one['Organization']);
      expect(listed.length).toBe(partners.length);
      went += listed.length;
    }),
    { numRuns: 25 },
  );
  expect(went).toBeGreaterThan(10);
}, 120_000);
