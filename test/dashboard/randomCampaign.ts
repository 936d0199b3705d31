// A random campaign as tabs of cells, the same for the same seed: what the figures of the dashboard are counted on.
// Only what docs/dashboard.md and docs/asks.md decide stands in it; everybody is invented.
import { LOG_COLUMNS } from '../../src/texts/logColumns';
import { ASK_COLUMNS } from '../../src/touches/asks/askTab';
import type { Cell } from '../../src/values/cell';
import type { Campaign, CampaignTab } from './count';

export const UNION_HEADINGS = [
  'Organization',
  'International',
  'Local',
  'Council or federation',
  'Workers',
  'Members in common',
  'Voted',
  'Current campaigns',
  'Endorses candidates',
  'Stage',
  'Statements',
  'Statements link',
  'Note',
  'Outreach ID',
] as const;

type DateCell = Extract<Cell, object>;

const DAY_MS = 86_400_000;
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const dateCell = (day: string, time: string | null = null): DateCell => ({
  day: day as DateCell['day'],
  time,
});

interface Random {
  /** A whole number from `least` to `most`. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[whole(0, list.length - 1)];
    if (one === undefined) throw new Error('Nothing to pick from.');
    return one;
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = whole(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  return { whole, chance: (share) => next() < share, pick, shuffled };
}

/** The word in another spelling that is the same word: capitals, blanks at its ends. */
function respelled(random: Random, word: string): string {
  const spelling = random.pick([word, word, word, word.toUpperCase(), word.toLowerCase()]);
  return random.pick(['', '', '', ' ', '  ']) + spelling + random.pick(['', '', '', ' ', '   ']);
}

const CATEGORIES = [
  'Faith group',
  'Union',
  'Physicians',
  'Nurses',
  'Clinic',
  'Clinic?',
  'Small business',
  'Racial justice',
  'Worker center',
  'Immigrant group',
  'Disability group',
  'Young workers',
  'National chapter',
  'Tenants',
  'School',
  'Seniors',
  'Food pantry',
  'Veterans',
  'Arts',
  'Other*',
] as const;
const OPEN_STATUSES = [
  'Not yet',
  'New',
  'Looking for contact',
  'Ready',
  'Contacted',
  'Emailed',
  'Left vm',
  'Following up',
  'In conversation',
  'In talks',
  'Meeting scheduled',
  'Waiting',
  'On hold',
  'purple',
] as const;
const DECIDED_STATUSES = [
  'Endorsed',
  'Signed on',
  'Partner',
  'Coalition member',
  'Observer',
  'Declined',
  'Not interested',
  'No thanks',
  'Bowed out',
  'Unsubscribed',
  'Unreachable',
  'Wrong number',
] as const;
const PLACES = [
  'Larkhaven',
  'Tern Bay',
  'Port Alder',
  'Millrace',
  'Cedar Hill',
  'Bluegate',
  'Amity Street',
  'Willow Street',
  'Harbor',
  'Riverbend',
  'Foxglove',
  'Quiet Pond',
] as const;
const GROUPS = [
  'Chapel',
  'Friends Meeting',
  'Book Shop',
  'Health Clinic',
  'Neighbors',
  'Tenants',
  'Growers',
  'Choir',
  'Bakery',
  'Disability Network',
  'Peace Fellowship',
  'Youth Forum',
] as const;
const UNIONS = ['SEIU', 'AFSCME', 'UFCW', 'IBEW', 'CWA', 'ATU', 'IATSE', 'OPEIU'] as const;
const OWNERS = ['Ana', 'Bo', 'Chidi', 'Dee', 'Ana & Bo', 'Dee, Chidi'] as const;
const TEXT_DATES = ['last week', 'Nov?', 'before the strike', 'soon', 'in spring'] as const;
const CHANNELS = ['e-mail', 'phone', 'text', 'social', 'web form', 'in person'] as const;
const STAGES = [
  '',
  '1 Members speak up',
  '2 Statements sent',
  '3 Event held',
  '4 Committee works',
  '5 Voted and sent',
] as const;

interface Group {
  /** '' in a row that has none yet. */
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly union: boolean;
}

/** Some work with one status far more often than another; most categories are used by most campaigns. */
function groupsOf(random: Random): Group[] {
  const count = random.whole(20, 120);
  const words = random.shuffled(CATEGORIES).slice(0, random.whole(3, CATEGORIES.length));
  const names = random.shuffled(PLACES.flatMap((place) => GROUPS.map((group) => `${place} ${group}`)));
  return Array.from({ length: count }, (_, index): Group => {
    const id = random.chance(0.12) ? '' : `c-${(index * 7919 + 100_003).toString(16)}`;
    if (random.chance(0.2))
      return {
        id,
        name: `${random.pick(UNIONS)} Local ${100 + index}`,
        category: random.chance(0.8) ? 'Union' : '',
        union: true,
      };
    const category = random.chance(0.1)
      ? ''
      : random.pick(random.chance(0.6) ? words.slice(0, random.whole(1, words.length)) : words);
    return { id, name: names[index] ?? `Group ${index}`, category, union: false };
  });
}

/** "YYYY-MM-DD", more often near today than long ago. */
function pastDay(random: Random, today: string): string {
  return addDays(today, -random.whole(0, random.pick([6, 20, 45, 100, 300])));
}
const clockTime = (random: Random): string =>
  `${String(random.whole(7, 20)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;

function contactsTab(random: Random, groups: readonly Group[], today: string): CampaignTab {
  const category = random.pick(['Category', 'Kind']);
  const optional = ['Town', 'Contact name', 'Phone', 'Endorsement', 'Notes', 'First contacted'];
  const headings = [
    'Organization',
    category,
    ...random.shuffled([
      'E-mail',
      'Owner',
      'Status',
      'Last contacted',
      'Due',
      'Do not contact',
      ...optional.filter(() => random.chance(0.7)),
    ]),
    'Outreach ID',
  ];
  const touched = (): Cell => {
    if (random.chance(0.4)) return '';
    if (random.chance(0.08)) return random.pick(TEXT_DATES);
    return dateCell(pastDay(random, today), random.chance(0.1) ? clockTime(random) : null);
  };
  const due = (): Cell => {
    if (random.chance(0.3)) return '';
    if (random.chance(0.08)) return random.pick(TEXT_DATES);
    const edges = [-1, 0, 1, 5, 6, 7, 8];
    const days = random.chance(0.4) ? random.pick(edges) : random.whole(-60, 60);
    return dateCell(addDays(today, days), random.chance(0.05) ? clockTime(random) : null);
  };
  const status = (): string => {
    if (random.chance(0.2)) return '';
    return respelled(random, random.pick(random.chance(0.7) ? OPEN_STATUSES : DECIDED_STATUSES));
  };
  const spelled = new Set<string>();
  const rows = groups.flatMap((group, index): Cell[][] => {
    const word = group.category === '' ? '' : respelled(random, group.category);
    const cells: Record<string, Cell> = {
      Organization: random.chance(0.1) ? ` ${group.name}  ` : group.name,
      [category]: word,
      'E-mail': random.chance(0.8) ? `office${index}@group${index}.example.org` : '',
      Owner: random.chance(0.6) ? random.pick(OWNERS) : '',
      Status: status(),
      'First contacted': touched(),
      'Last contacted': touched(),
      Due: due(),
      'Do not contact': random.chance(0.08)
        ? random.pick<Cell>([true, 'yes', 'Yes', 'x'])
        : random.pick<Cell>(['', '', '', false, 'no']),
      Town: random.pick(['Larkhaven', 'Tern Bay', 'Port Alder', '']),
      'Contact name': random.chance(0.5) ? random.pick(['Pia Lund', 'Sam Okoro', 'Ruth Pike']) : '',
      Phone: random.chance(0.4) ? `555-01${String(index % 100).padStart(2, '0')}` : '',
      Endorsement: random.chance(0.06)
        ? random.pick(['withdrawn', 'Withdrawn'])
        : random.pick(['', '', '', 'yes', 'pending']),
      Notes: random.chance(0.3) ? random.pick(['call in the evening', 'new board since May']) : '',
      'Outreach ID': group.id,
    };
    const own = [headings.map((heading) => cells[heading] ?? '')];
    if (word !== '') spelled.add(word);
    if (random.chance(0.04)) own.push(headings.map(() => ''));
    if (random.chance(0.05)) {
      // A row without an organization is no contact, whatever else stands there.
      const nobody: Record<string, Cell> = {
        [category]: spelled.size === 0 ? '' : random.pick([...spelled]),
        Owner: random.pick(OWNERS),
        'E-mail': `somebody${index}@group.example.org`,
        'Last contacted': dateCell(pastDay(random, today)),
        Due: dateCell(addDays(today, random.whole(-20, 20))),
      };
      own.push(headings.map((heading) => nobody[heading] ?? ''));
    }
    return own;
  });
  const title = random.pick([0, 0, 1, 3]);
  const above: Cell[][] = Array.from({ length: title }, (_, index) =>
    index === 0 ? ['Who we ask, and what came of it'] : [],
  );
  return { name: random.pick(['Contacts', 'Groups', 'Who we ask']), rows: [...above, headings, ...rows] };
}

type LogRow = Partial<Record<(typeof LOG_COLUMNS)[number], string>> & { readonly day: string };

/** The touches, answers and everything else that one group's lines tell. */
function linesOf(random: Random, group: Group, today: string, mayAnswerAsks: boolean): LogRow[] {
  const who = random.pick(['Ana', 'Bo', 'Chidi', 'Dee']);
  const named = (): LogRow => {
    const byName = group.id === '' || random.chance(0.1);
    return {
      day: pastDay(random, today),
      Who: who,
      Contact: byName ? '' : group.id,
      Organization: random.chance(0.1) ? group.name.toUpperCase() : group.name,
      Channel: random.pick(CHANNELS),
      Direction: random.chance(0.05) ? 'Ours ' : 'ours',
    };
  };
  let mails = 0;
  const makers: readonly (() => LogRow)[] = [
    () => {
      mails += 1;
      return {
        ...named(),
        Channel: 'e-mail',
        Kind: mails === 1 ? 'first' : 'follow-up',
        Result: random.pick(['sent', 'sent', 'sent', 'sent', 'unknown', 'sending', 'failed']),
        Summary: random.chance(0.08) ? random.pick(['Bounced', 'bounced: no such mailbox']) : 'Care for all',
        'Message key': `care/${group.id === '' ? group.name : group.id}/${mails}`,
        Template: mails === 1 ? 'first' : 'follow-up',
      };
    },
    () => ({ ...named(), Kind: random.pick(['message', 'left message', 'text', 'visit']) }),
    () => ({
      ...named(),
      Kind: random.pick(['talked', 'talked', 'answered', 'Talked']),
      Summary: 'by phone',
    }),
    () =>
      mayAnswerAsks
        ? { ...named(), Kind: random.pick(['said yes', 'said no', 'wait until']), Summary: 'at their door' }
        : { ...named(), Kind: 'talked' },
    () => ({
      ...named(),
      Direction: random.chance(0.05) ? 'Theirs' : 'theirs',
      Kind: random.pick(['reply', 'reply', 'called back']),
      Summary: random.pick(['', 'Re: Care for all', 'their board meets soon']),
      Result: 'received',
    }),
    () =>
      random.chance(0.5)
        ? { ...named(), Direction: 'theirs', Kind: 'out of office', Channel: 'e-mail', Result: 'received' }
        : { ...named(), Direction: 'theirs', Kind: 'bounced', Channel: 'e-mail', Result: 'received' },
    () =>
      random.chance(0.5)
        ? { ...named(), Direction: 'theirs', Kind: random.pick(['no answer', 'voicemail', 'No answer']) }
        : {
            ...named(),
            Direction: 'theirs',
            Kind: 'reply',
            Summary: random.pick(['no answer', 'Voicemail']),
          },
    () => ({ ...named(), Kind: random.pick(['note', 'test', 'NOTE', 'tie asked', 'handed over']) }),
    () => ({
      ...named(),
      Kind: random.pick(['showed up', 'signed', 'shared', 'did for them', 'ask settled']),
    }),
    () => ({ ...named(), Kind: 'bounced', Channel: 'e-mail', Result: 'sent' }),
  ];
  const often = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 9];
  return Array.from({ length: random.chance(0.3) ? 0 : random.whole(1, 9) }, () =>
    (makers[random.pick(often)] as () => LogRow)(),
  );
}

function logTab(
  random: Random,
  groups: readonly Group[],
  asked: ReadonlySet<Group>,
  today: string,
): CampaignTab {
  const gone: Group = { id: 'c-gone01', name: 'Old Mill Society', category: '', union: false };
  const own = [...groups, ...(random.chance(0.3) ? [gone] : [])].flatMap((group) =>
    linesOf(random, group, today, !asked.has(group)).map((line) =>
      // A deleted contact has lines with its id only.
      group === gone ? { ...line, Contact: gone.id } : line,
    ),
  );
  const timed = own.map((line, index) => ({
    ...line,
    'Entry id': `e-${index + 1}`,
    time: random.chance(0.1) ? '' : clockTime(random),
  }));
  const lines = timed.flatMap((line) => {
    const more = [line];
    const isTold = line.Kind !== 'bounced' && line.Kind !== 'out of office';
    if (line['Message key'] !== undefined && line.Summary === 'Care for all' && random.chance(0.12)) {
      // The same message twice: the later line is never the failed one alone.
      const later = addDays(line.day, 1) <= today ? addDays(line.day, 1) : line.day;
      const first = { ...line, day: addDays(later, -1), Result: random.pick(['sent', 'failed', 'unknown']) };
      const second = {
        ...line,
        day: later,
        'Entry id': `${line['Entry id']}b`,
        Result: first.Result === 'failed' ? random.pick(['sent', 'failed']) : 'sent',
      };
      return random.chance(0.5) ? [first, second] : [second, first];
    }
    if (isTold && random.chance(0.06))
      more.push({
        ...line,
        'Entry id': `${line['Entry id']}/back`,
        Kind: 'taken back',
        Direction: 'ours',
        Summary: '',
        'Message key': '',
        Result: '',
      });
    return more;
  });
  const order = random.chance(0.5)
    ? random.shuffled(lines)
    : [...lines].sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));
  return {
    name: 'Outreach log',
    rows: [
      [...LOG_COLUMNS],
      ...order.map((line) => {
        const when = line.time === '' ? line.day : `${line.day} ${line.time}`;
        const asDate = random.chance(0.1);
        return LOG_COLUMNS.map((heading): Cell => {
          if (heading !== 'When') return line[heading] ?? '';
          return asDate ? dateCell(line.day, line.time === '' ? null : line.time) : when;
        });
      }),
    ],
  };
}

type AskRow = Partial<Record<(typeof ASK_COLUMNS)[number], Cell>>;

/** Rows of asks of one group, oldest first: every story ends in a clear yes, no or neither. */
function asksOf(random: Random, group: Group, today: string): AskRow[] {
  const start = addDays(today, -random.whole(60, 250));
  const day = (after: number): DateCell => dateCell(addDays(start, after));
  const yes: AskRow = { Answer: random.pick(['yes', 'yes', 'Yes', 'YES ']), 'Who decided': 'their board' };
  const no: AskRow = { Answer: 'no', 'Who decided': random.pick(['', 'their board']) };
  const story = random.pick<() => AskRow[]>([
    () => [{ ...yes, 'Answered on': day(random.whole(0, 60)) }],
    () => {
      const answered = pastDay(random, today);
      return [{ ...yes, 'Asked on': dateCell(addDays(answered, -7)), 'Answered on': dateCell(answered) }];
    },
    () => [{ ...yes, 'Answered on': dateCell(today) }],
    () => [{ ...yes, 'Answered on': dateCell(addDays(today, random.whole(1, 20))) }],
    () => [{ ...yes, 'Answered on': '' }],
    () => [{ ...yes, 'Answered on': day(20), 'Who decided': '' }],
    () => [{ Answer: random.pick(['open', '']) }],
    () => [{ Answer: random.pick(['no', 'maybe', 'later']), 'Answered on': day(10) }],
    () => [
      { ...no, 'Answered on': day(5) },
      { ...yes, 'Asked on': day(15), 'Answered on': day(30) },
    ],
    () => [
      { ...yes, 'Answered on': day(5) },
      { ...no, 'Asked on': day(15), 'Answered on': day(30) },
    ],
    () => [
      { Answer: 'maybe', 'Answered on': day(5) },
      { ...yes, 'Asked on': day(15), 'Answered on': day(30) },
    ],
    () => [
      { ...yes, 'Answered on': day(5) },
      { Answer: 'maybe', 'Asked on': day(15), 'Answered on': day(30) },
    ],
    () => [
      { ...yes, 'Answered on': day(random.whole(0, 40)) },
      { Answer: 'open', 'Asked on': day(50) },
    ],
    () => [
      { Answer: 'dropped', Note: 'their office closed', 'Answered on': day(5) },
      { ...yes, 'Asked on': day(15), 'Answered on': day(30) },
    ],
  ])();
  const rows: AskRow[] = story.map((row) => ({
    Ask: random.chance(0.1) ? 'Endorsement' : 'endorsement',
    'Asked on': day(0),
    ...row,
  }));
  if (random.chance(0.3))
    rows.push({
      Ask: random.pick(['attend our meeting', 'let us present', 'advice or introductions']),
      'Asked on': day(2),
      Answer: random.pick(['yes', 'no', 'open', 'maybe']),
      'Answered on': day(55),
      'Who decided': 'the steward',
    });
  return rows.map((row) => ({
    Organization: group.name,
    'Asked by': random.pick(['Ana', 'Bo', 'Dee']),
    'May be named': random.pick(['yes', 'no', '']),
    'Outreach ID': group.id !== '' && random.chance(0.85) ? group.id : '',
    ...row,
  }));
}

function asksTab(random: Random, asked: ReadonlySet<Group>, today: string): CampaignTab {
  const rows = [...asked].flatMap((group) => asksOf(random, group, today));
  const stray: AskRow = {
    Organization: 'Nobody of ours',
    Ask: 'endorsement',
    'Asked on': dateCell(addDays(today, -40)),
    Answer: 'yes',
    'Answered on': dateCell(addDays(today, -20)),
    'Who decided': 'their board',
  };
  const all = random.chance(0.2) ? [...rows, stray] : rows;
  return {
    name: 'Asks',
    rows: [
      [...ASK_COLUMNS],
      ...(random.chance(0.5) ? random.shuffled(all) : all).map((row) =>
        ASK_COLUMNS.map((heading) => row[heading] ?? ''),
      ),
    ],
  };
}

function unionsTab(random: Random, groups: readonly Group[], today: string): CampaignTab {
  type UnionRow = Partial<Record<(typeof UNION_HEADINGS)[number], Cell>>;
  const localRow = (name: string, id: string): UnionRow => ({
    Organization: name,
    International: name.split(' ')[0] ?? '',
    Local: name.split(' ').at(-1) ?? '',
    Workers: random.chance(0.3) ? '' : random.whole(1, 400) * 10,
    Voted: random.pick<Cell>([
      '',
      '',
      'yes',
      'no',
      'in progress',
      'Yes ',
      dateCell(addDays(today, -random.whole(0, 90))),
      dateCell(today),
      dateCell(addDays(today, random.whole(1, 30))),
    ]),
    'Endorses candidates': random.pick(['', 'yes', 'no']),
    Stage: random.pick(STAGES),
    Statements: random.chance(0.3) ? random.whole(0, 30) : '',
    'Outreach ID': id,
  });
  const rows = groups
    .filter(({ union }) => union && random.chance(0.7))
    .flatMap(({ name, id }) => {
      // Typed by hand: no id yet.
      const row = localRow(name, random.chance(0.1) ? '' : id);
      if (random.chance(0.1))
        return id === '' ? [row, localRow(name.toUpperCase(), '')] : [row, localRow(name, id)];
      return [row];
    });
  if (random.chance(0.5)) rows.push(localRow('APWU Local 9001', ''));
  if (random.chance(0.6)) rows.push({ ...localRow('Northwest Labor Council', ''), Voted: '', Stage: '' });
  if (random.chance(0.3)) rows.push({ ...localRow('Teamsters Joint Council 37', ''), Voted: '', Stage: '' });
  const title: Cell[][] = random.chance(0.2) ? [['Unions in town'], []] : [];
  return {
    name: 'Unions',
    rows: [
      ...title,
      [...UNION_HEADINGS],
      ...rows.map((row) => UNION_HEADINGS.map((heading) => row[heading] ?? '')),
    ],
  };
}

/** The tab of contacts is the first; Asks, the log, Settings and Unions may be missing, as early in a campaign. */
export function randomCampaign(seed: number): Campaign {
  const random = randomOf(seed);
  const today = addDays('2026-09-01', random.whole(0, 300));
  const groups = groupsOf(random);
  const asked = new Set(groups.filter(() => random.chance(0.4)));
  const contacts = contactsTab(random, groups, today);
  const tabs = [contacts];
  const hasAsks = random.chance(0.9);
  if (random.chance(0.95)) tabs.push(logTab(random, groups, hasAsks ? asked : new Set<Group>(), today));
  if (hasAsks) tabs.push(asksTab(random, asked, today));
  if (random.chance(0.9)) {
    const goal = random.chance(0.6)
      ? [['Endorsement goal', random.whole(1, 60), 'How many you aim for']]
      : [];
    tabs.push({
      name: 'Settings',
      rows: [['Name', 'Value', 'What it means'], ['Campaign', 'Care for all in Larkhaven', ''], ...goal],
    });
  }
  tabs.push({
    name: 'Volunteers',
    rows: [
      ['Name', 'E-mail', 'Role'],
      ...['Ana', 'Bo', 'Chidi', 'Dee'].map((name) => [
        name,
        `${name.toLowerCase()}@larkhaven.example.org`,
        name === 'Ana' ? 'Lead' : 'Volunteer',
      ]),
    ],
  });
  if (random.chance(0.6)) tabs.push(unionsTab(random, groups, today));
  return { today, contactsTab: contacts.name, tabs };
}
