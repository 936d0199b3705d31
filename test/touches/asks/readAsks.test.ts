// The asks of a campaign: rows that people type and sort, what only the log knows, and the answers of the log over them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ASK_ANSWERS, type Ask } from '../../../src/touches/asks/ask';
import { ASK_COLUMNS, askRow, askTabHead, type AskColumn } from '../../../src/touches/asks/askTab';
import { answerLine, askedLine, askNote, settledLine } from '../../../src/touches/asks/askWords';
import { planAskWrites } from '../../../src/touches/asks/askWrites';
import { asksByContact, asksFor, linesOfAsks, readAsks } from '../../../src/touches/asks/readAsks';
import { stateOf } from '../../../src/touches/state';
import type { LogEntry } from '../../../src/touches/log';
import { addDays, day } from '../../../src/values/day';
import { readLog, logRow, LOG_COLUMNS } from '../../../src/touches/readLog';
import { settingsOf } from '../samples';
import {
  AMITY,
  askOf,
  askTab,
  BIRCH,
  CEDAR,
  firstMessage,
  group,
  input,
  line,
  on,
  read,
  row,
  TODAY,
  told,
  type AskCells,
} from './samples';

const whys = (found: ReturnType<typeof read>): string[] =>
  found.questions.map((question) =>
    question.kind === 'row' ? `${question.row}: ${question.why}` : question.kind,
  );

describe('rows of the tab Asks', () => {
  test('are read by their headings wherever these stand, and however the words are written', () => {
    const moved = [...ASK_COLUMNS].reverse();
    const cells: AskCells = row('Endorse us', '2026-11-03', {
      'Asked by': 'Bo',
      Answer: 'Yes!',
      'Answered on': 'Nov 10',
      'Who decided': 'Rev. Amity Cole',
      'May be named': true,
      Note: 'by the board',
      'Ask ID': 'k1',
      'Outreach ID': 'a1',
    });
    const [ask] = readAsks(askTab([cells], moved), input()).asks;
    expect(ask).toEqual(
      askOf({
        answer: 'yes',
        answeredOn: day('2026-11-10'),
        whoDecided: 'Rev. Amity Cole',
        mayBeNamed: true,
        note: 'by the board',
      }),
    );
  });

  test('belong to the contact with their id, else to the only one of that name', () => {
    expect(read([row('endorsement', '2026-11-03')]).asks[0]?.contact).toBe('a1');
    expect(read([{ Ask: 'endorsement', 'Outreach ID': 'b1' }]).asks[0]?.organization).toBe('Birch Clinic');
    const cedar = read([row('clause', '2026-11-03', { Organization: 'CEDAR tenants' })]).asks;
    expect(asksFor(CEDAR, asksByContact(cedar)).map(({ kind }) => kind)).toEqual(['suggest a clause']);
    const twins = [group('x1', 'Amity Street Church', 8), AMITY];
    expect(whys(read([row('endorsement', '2026-11-03')], [], { contacts: twins }))).toEqual([
      '2: 2 contacts are called “Amity Street Church”. Fill in the Outreach ID of the one that is meant.',
    ]);
    expect(read([row('endorsement', '', { Organization: 'Amity' })])).toMatchObject({
      asks: [],
      questions: [{ kind: 'row', row: 2, organization: 'Amity', text: 'Amity' }],
    });
  });

  test('of a contact that is gone, or copied for another one, are asked about and not guessed', () => {
    const gone = row('endorsement', '2026-11-03', { Organization: 'Gone', 'Outreach ID': 'g1' });
    expect(whys(read([gone]))).toEqual([
      '2: “Gone” is not in your contacts any more. Bring the contact back, or delete this row.',
    ]);
    expect(read([gone], [], { otherTabs: true })).toMatchObject({ asks: [{ contact: 'g1' }], questions: [] });
    const copied = row('endorsement', '2026-11-03', { Organization: 'Birch Clinic', 'Outreach ID': 'a1' });
    expect(read([copied])).toMatchObject({ asks: [], questions: [{ kind: 'row', row: 2 }] });
  });

  test('with the day of an answer still to come count from that day on, and are no question', () => {
    const ahead = row('endorsement', '2026-11-03', { Answer: 'yes', 'Answered on': on('2026-12-01') });
    expect(read([ahead])).toMatchObject({ asks: [{ answer: 'yes', answeredOn: null }], questions: [] });
  });

  test('with something that cannot be read say what, and the rest of them counts', () => {
    const bad = row('a parade', '', {
      'Asked on': on('2026-12-01'),
      Answer: 'hmm',
      'Wait until': 'soon',
      'Answered on': 'last week',
      'May be named': 'if they must',
    });
    const found = read([bad]);
    expect(found.asks).toMatchObject([
      { kind: 'a parade', kindKnown: false, askedOn: null, answer: 'maybe', unread: 'hmm', mayBeNamed: null },
    ]);
    expect(whys(found)).toEqual([
      '2: “a parade” is none of the asks. Choose one from the list, or add it in Settings under “Our own asks”.',
      '2: “hmm” is none of the answers. Choose one from the list.',
      '2: “if they must” under May be named is neither yes nor no.',
      '2: “last week” under Answered on is no day that can be read.',
      '2: Asked on is later than today: Dec 1.',
      '2: “soon” under Wait until is no day that can be read.',
    ]);
    expect(whys(read([row('', '2026-11-03')]))).toEqual([
      '2: Nothing says what was asked. Choose it under Ask.',
    ]);
    expect(read([{ Note: ' ' }, {}])).toEqual({ asks: [], questions: [] });
  });

  test('take their days from words too', () => {
    const until = (answer: string) => read([row('endorsement', '2026-11-03', { Answer: answer })]).asks[0];
    expect(until('later until Dec 3')).toMatchObject({ answer: 'later', waitUntil: '2026-12-03' });
    expect(until('They decide at their meeting on Nov 20')).toMatchObject({
      answer: 'open',
      waitUntil: '2026-11-20',
    });
    expect(until('not yet')).toMatchObject({ answer: 'open', waitUntil: null });
    expect(until('no answer yet')).toMatchObject({ answer: 'open' });
    expect(until('declined')).toMatchObject({ answer: 'no' });
    expect(until('dropped, they have no time')).toMatchObject({ answer: 'dropped' });
  });

  test('that were pasted twice count once; one that was changed after that is an ask of its own', () => {
    const first = row('endorsement', '2026-11-03', { 'Ask ID': 'k1' });
    expect(told(read([first, first, first]).asks)).toEqual(['endorsement open']);
    const other = { ...first, Ask: 'clause' };
    expect(read([first, other]).asks.map(({ id, kind }) => [id, kind])).toEqual([
      ['k1', 'endorsement'],
      ['', 'suggest a clause'],
    ]);
    const answered = { ...first, Answer: 'yes' };
    expect(whys(read([first, answered]))).toEqual([
      '3: This ask stands in rows 2 and 3 with different answers, and row 2 counts. Delete the one that is out of date.',
    ]);
  });

  test('without their headings are named, and nothing is read', () => {
    const table = { ...askTab([row('endorsement', '2026-11-03')]), rows: [['Group', 'What']] };
    expect(readAsks(table, input())).toMatchObject({ asks: [], questions: [{ kind: 'row', row: 0 }] });
    expect(askTabHead(table)).toBeNull();
    expect(readAsks({ ...table, rows: [['']] }, input())).toEqual({ asks: [], questions: [] });
  });
});

describe('asks that only the log knows', () => {
  const asked = (when: string, kind: string, over: Partial<LogEntry> = {}) =>
    line(when, 'asked', { ...askedLine(kind, ''), ...over });

  test('are there before they have a row, and not twice when they have one', () => {
    const log = [asked('2026-11-05', 'attend our meeting', { entryId: 'e7' })];
    expect(readAsks(null, input({ log })).asks).toMatchObject([
      { id: 'e7', contact: 'a1', kind: 'attend our meeting', askedOn: '2026-11-05', row: 0 },
    ]);
    const found = read([row('attend our meeting', '2026-11-05', { 'Ask ID': 'e7' })], log);
    expect(found.asks).toMatchObject([{ id: 'e7', row: 2 }]);
  });

  test('come from a first message that left, unless they had the same ask already', () => {
    const kinds = (rows: AskCells[], log: LogEntry[], firstAsk = 'endorsement') =>
      told(read(rows, log, { settings: settingsOf({ firstAsk }) }).asks);
    const sent = firstMessage('2026-11-05');
    expect(kinds([], [sent])).toEqual(['endorsement open']);
    expect(kinds([], [sent], '')).toEqual([]);
    expect(kinds([], [sent], 'attend our meeting')).toEqual(['attend our meeting open']);
    for (const result of ['failed', 'sending', 'unknown'] as const)
      expect(kinds([], [firstMessage('2026-11-05', { result })])).toEqual([]);
    expect(kinds([row('endorsement', '2026-11-01', { Answer: 'no' })], [sent])).toEqual(['endorsement no']);
    expect(kinds([row('endorsement', '', { Answer: 'yes' })], [sent])).toEqual(['endorsement yes']);
    expect(kinds([row('endorsement', '2026-11-09')], [sent])).toEqual([
      'endorsement open',
      'endorsement open',
    ]);
    expect(
      kinds([row('endorsement', '2026-11-01', { Answer: 'dropped', Note: 'too early' })], [sent]),
    ).toHaveLength(2);
    // The result may stand in a line of its own: it is one message, known by its first line.
    const lines = [
      firstMessage('2026-11-05', { result: 'sending', entryId: 'e1' }),
      firstMessage('2026-11-05'),
    ];
    expect(readAsks(null, input({ log: lines })).asks.map(({ id }) => id)).toEqual(['e1']);
  });

  test('of a contact that is gone are left to the log', () => {
    const log = [asked('2026-11-05', 'clause', { contact: 'g1', organization: 'Gone' })];
    expect(readAsks(null, input({ log }))).toEqual({ asks: [], questions: [] });
    expect(readAsks(null, input({ log, otherTabs: true })).asks).toHaveLength(1);
  });

  test('are made by who says yes to what nobody wrote down', () => {
    const log = [line('2026-11-05', 'said yes', { summary: 'yes to endorsement', entryId: 'e9' })];
    expect(readAsks(null, input({ log })).asks).toMatchObject([
      { id: 'e9', kind: 'endorsement', askedOn: '2026-11-05', answer: 'yes', answeredOn: '2026-11-05' },
    ]);
    const again = [...log, line('2026-11-06', 'said yes', { summary: 'yes to endorsement' })];
    expect(readAsks(null, input({ log: again })).asks).toHaveLength(1);
  });
});

describe('an answer in the log', () => {
  const about = (when: string, kind: string, ask: string, over: Partial<LogEntry> = {}) =>
    line(when, kind, { notes: askNote(ask, ''), ...over });

  test('stands over a row that is open, and one “no” leaves the others open', () => {
    const rows = [row('endorsement', '2026-11-03'), row('attend our meeting', '2026-11-03')];
    const found = read(rows, [about('2026-11-10', 'said no', 'endorsement', { entryId: 'e5' })]);
    expect(told(found.asks)).toEqual(['endorsement no 2026-11-10', 'attend our meeting open']);
    expect(found.asks[0]).toMatchObject({ answeredBy: 'e5', rowAnswer: 'open' });
    expect(found.questions).toEqual([]);
  });

  test('names its ask in the words of a volunteer’s tab', () => {
    const rows = [row('endorsement', '2026-11-03'), row('Host a house meeting', '2026-11-03')];
    const log = [
      line('2026-11-10', 'said yes', { summary: 'yes to host a house meeting' }),
      line('2026-11-11', 'said no', { summary: 'no to endorsement' }),
    ];
    expect(told(read(rows, log).asks)).toEqual([
      'endorsement no 2026-11-11',
      'Host a house meeting yes 2026-11-10',
    ]);
  });

  test('that names none answers the only ask that was open then, else it is asked to which', () => {
    const yes = line('2026-11-10', 'said yes', { entryId: 'e5' });
    const one = [
      row('endorsement', '2026-11-03'),
      row('clause', '2026-11-01', { Answer: 'no', 'Answered on': on('2026-11-04') }),
    ];
    expect(told(read(one, [yes]).asks)[0]).toBe('endorsement yes 2026-11-10');
    const two = [row('endorsement', '2026-11-03'), row('clause', '2026-11-10'), row('present', '2026-11-11')];
    expect(read(two, [yes]).questions).toMatchObject([
      {
        kind: 'which',
        says: 'yes',
        entryId: 'e5',
        asks: [{ kind: 'endorsement' }, { kind: 'suggest a clause' }],
      },
    ]);
    // One of them has got its answer later: on that day both were open.
    const later = [two[0] ?? {}, { ...two[1], Answer: 'no', 'Answered on': on('2026-11-11') }];
    expect(read(later, [yes]).questions).toMatchObject([{ kind: 'which', asks: [{ kind: 'endorsement' }] }]);
    // A click chose: the row has that day now.
    const chosen = [{ ...two[0], Answer: 'yes', 'Answered on': on('2026-11-10') }, two[1] ?? {}];
    expect(read(chosen, [yes])).toMatchObject({ questions: [] });
    expect(told(read(chosen, [yes]).asks)).toEqual(['endorsement yes 2026-11-10', 'suggest a clause open']);
  });

  test('before the ask, of a failed line, or with no ask at all changes nothing', () => {
    expect(told(read([row('endorsement', '2026-11-10')], [line('2026-11-05', 'said yes')]).asks)).toEqual([
      'endorsement open',
    ]);
    expect(readAsks(null, input({ log: [line('2026-11-05', 'said yes')] }))).toEqual({
      asks: [],
      questions: [],
    });
  });

  test('that says something else than a row since then is a question, and a click settles it', () => {
    const answered = row('endorsement', '2026-11-01', {
      Answer: 'yes',
      'Answered on': on('2026-11-05'),
      'Ask ID': 'k1',
    });
    const no = about('2026-11-10', 'said no', 'endorsement', { entryId: 'e5' });
    const found = read([answered], [no]);
    expect(told(found.asks)).toEqual(['endorsement yes 2026-11-05']);
    expect(found.questions).toMatchObject([
      { kind: 'differs', says: 'no', entryId: 'e5', ask: { id: 'k1' } },
    ]);
    expect(read([answered], [line('2026-11-10', 'said no')]).questions).toMatchObject([{ kind: 'differs' }]);
    const settled = line('2026-11-11', 'ask settled', settledLine('e5', 'stays as it is'));
    expect(read([answered], [no, settled]).questions).toEqual([]);
    // What was said before the row's own day, or on it, is older than the row.
    for (const early of ['2026-11-04', '2026-11-05'])
      expect(read([answered], [about(early, 'said no', 'endorsement')]).questions).toEqual([]);
    const back = about('2026-11-11', 'said yes', 'endorsement');
    expect(read([answered], [no, back]).questions).toEqual([]);
  });

  test('of one day: the later line is the newer word', () => {
    const rows = [row('endorsement', '2026-11-01')];
    const log = [
      about('2026-11-10', 'said no', 'endorsement', { time: '09:00' }),
      about('2026-11-10', 'said yes', 'endorsement', { time: '10:00' }),
    ];
    expect(told(read(rows, log).asks)).toEqual(['endorsement yes 2026-11-10']);
    // The same once a run between them has written the first.
    const written = [row('endorsement', '2026-11-01', { Answer: 'no', 'Answered on': on('2026-11-10') })];
    expect(read(written, log).questions).toMatchObject([{ kind: 'differs', says: 'yes' }]);
  });

  test('to wait keeps the ask open up to that day, of all asks where none is named', () => {
    const rows = [row('endorsement', '2026-11-03'), row('clause', '2026-11-03', { Answer: 'no' })];
    const wait = line('2026-11-10', 'wait until', { summary: 'wait until 2026-12-01' });
    expect(read(rows, [wait]).asks).toMatchObject([
      { answer: 'open', waitUntil: '2026-12-01', answeredBy: '' },
      { answer: 'no', waitUntil: null },
    ]);
  });
});

describe('a row that says Endorsed', () => {
  test('beside a no to the ask is a question', () => {
    const endorsed = group('a1', 'Amity Street Church', 5, { status: 'Endorsed' });
    const ask = (answer: string) =>
      read([row('endorsement', '2026-11-03', { Answer: answer })], [], { contacts: [endorsed] }).questions;
    expect(ask('no')).toMatchObject([{ kind: 'endorsed', contact: 'a1' }]);
    for (const answer of ['yes', 'maybe', 'open']) expect(ask(answer)).toEqual([]);
  });
});

describe('what only the tab knows', () => {
  const lines = (rows: readonly AskCells[], log: readonly LogEntry[] = []) =>
    linesOfAsks(read(rows, log).asks, log, TODAY);

  test('counts as if it stood in the log: the ask, and what they answered', () => {
    const answered = row('endorsement', '2026-11-01', { Answer: 'no', 'Answered on': on('2026-11-05') });
    expect(lines([answered]).map(({ kind, day: on, entryId }) => [kind, on, entryId])).toEqual([
      ['asked', '2026-11-01', ''],
      ['said no', '2026-11-05', ''],
    ]);
    expect(lines([row('endorsement', '')])).toEqual([]);
    // A wait that is over is nothing that came back since.
    const waited = row('endorsement', '2026-11-01', { 'Wait until': on('2026-11-11') });
    expect(lines([waited]).map(({ kind }) => kind)).toEqual(['asked']);
    const known = line('2026-11-01', 'asked', { ...askedLine('endorsement', ''), entryId: 'k1' });
    const noted = line('2026-11-05', 'said no', { notes: askNote('endorsement', '') });
    expect(lines([{ ...answered, 'Ask ID': 'k1' }], [known, noted])).toEqual([]);
  });

  test('stops follow-ups by an answer, waits for a day, and moves the last touch', () => {
    const settings = settingsOf();
    const state = (over: AskCells, cells = {}) => {
      const contact = group('a1', 'Amity Street Church', 5, cells);
      const { asks } = read([row('endorsement', '2026-11-01', over)], [], { contacts: [contact] });
      return stateOf(contact, linesOfAsks(asks, [], TODAY), settings, TODAY, 'en_US');
    };
    expect(state({})).toMatchObject({ word: 'Follow up', attempts: 0, lastTouch: '2026-11-01' });
    for (const answer of ['yes', 'no', 'maybe', 'hmm'])
      expect([answer, state({ Answer: answer }).word]).toEqual([answer, '']);
    // An answer without its day stops what was written since, too.
    expect(state({ Answer: 'yes' }, { lastContacted: on('2026-11-03') }).word).toBe('');
    expect(state({ 'Wait until': on('2026-11-20') })).toMatchObject({
      word: 'Waiting',
      dueFrom: '2026-11-21',
    });
    expect(state({ 'Wait until': on('2026-11-11') }).word).toBe('Follow up');
    expect(state({ Answer: 'dropped' }).word).toBe('Follow up');
  });
});

describe('a writing run', () => {
  const ids = () => {
    let n = 0;
    return () => `new${++n}`;
  };
  const plan = (rows: readonly AskCells[], log: readonly LogEntry[] = []) =>
    planAskWrites(askTab(rows), read(rows, log), ids());

  test('adds rows that only the log knows, ids that are missing, and answers over open rows', () => {
    const log = [
      firstMessage('2026-11-05', { contact: 'b1', organization: 'Birch Clinic' }),
      line('2026-11-10', 'said yes', { notes: askNote('endorsement', '') }),
    ];
    const writes = plan([row('endorsement', '2026-11-03')], log);
    expect(writes.appended.map(({ organization }) => organization)).toEqual(['Birch Clinic']);
    expect(writes.edits).toMatchObject([
      {
        row: 2,
        cells: [
          { column: 'Ask ID', from: '', to: 'new1' },
          { column: 'Outreach ID', from: '', to: 'a1' },
          { column: 'Answer', from: '', to: 'yes' },
          { column: 'Answered on', from: '', to: { day: '2026-11-10' } },
        ],
      },
    ]);
  });

  test('a wait stays with the ask that it was said of, once that one is answered', () => {
    const log = [
      firstMessage('2026-11-01', { entryId: 'e1' }),
      line('2026-11-05', 'wait until', {
        entryId: 'e2',
        summary: 'wait until 2026-11-20',
        notes: askNote('endorsement', ''),
      }),
      line('2026-11-10', 'said yes', { entryId: 'e3', notes: askNote('endorsement', '') }),
    ];
    const answers = (rows: readonly AskCells[]) =>
      read(rows, log).asks.map(({ answer, waitUntil }) => [answer, waitUntil]);
    expect(answers([row('endorsement', '2026-11-03')])).toEqual([
      ['yes', null],
      ['open', null],
    ]);
    expect(
      answers([
        row('endorsement', '2026-11-03', { Answer: 'yes', 'Answered on': on('2026-11-10') }),
        row('endorsement', '2026-11-01', { 'Ask ID': 'e1' }),
      ]),
    ).toEqual([
      ['yes', null],
      ['open', null],
    ]);
  });

  test('a yes that may be of two asks stays a question, also once one of them has its no of that day', () => {
    const log = [
      line('2026-11-05', 'said yes', { entryId: 'e1', notes: '' }),
      line('2026-11-05', 'said no', { entryId: 'e2', notes: askNote('suggest a clause', '') }),
    ];
    const asked = (rows: readonly AskCells[]) => read(rows, log).questions.map(({ kind }) => kind);
    const endorsement = row('endorsement', '2026-11-01');
    expect(asked([endorsement, row('suggest a clause', '2026-11-02')])).toEqual(['which']);
    expect(
      asked([
        endorsement,
        row('suggest a clause', '2026-11-02', { Answer: 'no', 'Answered on': on('2026-11-05') }),
      ]),
    ).toEqual(['which']);
  });

  test('appends nothing where the headings are gone', () => {
    const table = { ...askTab([]), rows: [['Group']] };
    const found = readAsks(table, input({ log: [firstMessage('2026-11-05')] }));
    expect(planAskWrites(table, found, ids())).toEqual({ appended: [], edits: [] });
  });

  const anyDay = fc.integer({ min: -20, max: 0 }).map((n) => addDays(TODAY, n));
  const anyCells: fc.Arbitrary<AskCells> = fc
    .record(
      {
        Organization: fc.constantFrom('Amity Street Church', 'birch clinic', 'Cedar Tenants', 'Nobody', ''),
        Ask: fc.constantFrom('endorsement', 'clause', 'meeting', 'a parade', ''),
        'Asked on': anyDay.map((of) => ({ day: of, time: null })),
        Answer: fc.constantFrom<string>(...ASK_ANSWERS, '', 'hmm'),
        'Answered on': anyDay.map((of) => ({ day: of, time: null })),
        'Wait until': anyDay.map((of) => ({ day: of, time: null })),
        'Ask ID': fc.constantFrom('e1', 'e2', 'e3', 'x'),
        'Outreach ID': fc.constantFrom('a1', 'b1', 'gone'),
      },
      { requiredKeys: [] },
    )
    .map((cells) => cells as AskCells);
  const anyLine = fc
    .record({
      when: anyDay,
      what: fc.constantFrom('asked', 'first', 'said yes', 'said no', 'answered', 'wait until', 'talked'),
      kind: fc.constantFrom('', 'endorsement', 'suggest a clause'),
      whose: fc.constantFrom(AMITY, BIRCH, CEDAR),
    })
    .map(({ when, what, kind, whose }) => ({ when, what, kind, whose }));
  const logOf = (lines: readonly (typeof anyLine extends fc.Arbitrary<infer L> ? L : never)[]): LogEntry[] =>
    lines.map(({ when, what, kind, whose }, n) => {
      const of = { contact: whose.outreachId, organization: whose.text.organization, entryId: `e${n + 1}` };
      if (what === 'first') return firstMessage(when, { ...of, messageKey: `k/${whose.row}/1` });
      if (what === 'asked') return line(when, what, { ...askedLine(kind, ''), ...of });
      const summary = what === 'wait until' ? 'wait until 2026-11-20' : '';
      return line(when, what, { summary, notes: kind === '' ? '' : askNote(kind, ''), ...of });
    });
  const anyColumns = fc.shuffledSubarray([...ASK_COLUMNS], { minLength: ASK_COLUMNS.length });

  test('brings the tab up to date: after it the same asks are read, and a second run writes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyCells, { maxLength: 5 }),
        fc.array(anyLine, { maxLength: 6 }),
        anyColumns,
        (rows, lines, columns) => {
          const log = logOf(lines);
          const table = askTab(rows, columns);
          const before = readAsks(table, input({ log }));
          const newId = ids();
          const writes = planAskWrites(table, before, newId);
          const grid = table.rows.map((cells) => [...cells]);
          for (const { row: at, cells } of writes.edits)
            for (const { column, from, to } of cells) {
              expect(grid[at - 1]?.[columns.indexOf(column)]).toEqual(from);
              grid[at - 1]![columns.indexOf(column)] = to;
            }
          const head = askTabHead(table)!;
          for (const ask of writes.appended) grid.push(askRow(ask, head.columns, columns.length));
          const after = readAsks({ ...table, rows: grid }, input({ log }));
          expect(planAskWrites({ ...table, rows: grid }, after, newId)).toEqual({ appended: [], edits: [] });
          const plain = (asks: readonly Ask[]) =>
            asks
              .filter(({ contact }) => contact !== '')
              .map(({ contact, kind, answer, answeredOn }) => [contact, kind, answer, answeredOn].join(' '))
              .sort();
          expect(plain(after.asks)).toEqual(plain(before.asks));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('no row and no line makes the reading fall over, and each ask has one contact or none', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('#REF!', '13/13/2026', 'yes', 'later until'));
    const anything = fc.oneof(
      text,
      fc.double(),
      fc.boolean(),
      anyDay.map((of) => ({ day: of, time: null })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(anything, { maxLength: 13 }), { maxLength: 6 }),
        anyColumns,
        (cells, columns) => {
          const table = { ...askTab([], columns), rows: [columns, ...cells] };
          const { asks } = readAsks(table, input());
          for (const ask of asks) expect(ASK_ANSWERS).toContain(ask.answer);
          linesOfAsks(asks, [], TODAY);
        },
      ),
    );
  });
});

describe('a line that answers an ask', () => {
  test('reads back as that answer, through the tab of the log', () => {
    const answers: [Partial<Ask>, string][] = [
      [{ answer: 'yes' }, 'endorsement yes 2026-11-10'],
      [{ answer: 'no' }, 'endorsement no 2026-11-10'],
      [{ answer: 'maybe' }, 'endorsement maybe 2026-11-10'],
      [{ answer: 'later' }, 'endorsement later 2026-11-10'],
      [{ answer: 'dropped' }, 'endorsement dropped 2026-11-10'],
      [{ answer: 'later', waitUntil: day('2026-12-01') }, 'endorsement open'],
    ];
    for (const [over, expected] of answers) {
      const said = answerLine(askOf(), { ...askOf(over), note: 'the board; by 7 to 2' });
      const entry = line('2026-11-10', said?.kind ?? '', said ?? {});
      const table = { id: 1, name: 'Outreach log', hidden: false, rows: [LOG_COLUMNS, logRow(entry)] };
      const log = readLog(table, 'en_US');
      expect(told(read([row('endorsement', '2026-11-03')], log).asks)).toEqual([expected]);
    }
    expect(answerLine(askOf(), askOf())).toBeNull();
  });
});

test('columns of the tab and of an appended row fit', () => {
  const columns = new Map(ASK_COLUMNS.map((name, index): [AskColumn, number] => [name, index + 2]));
  const cells = askRow(askOf({ mayBeNamed: false }), columns, 14);
  expect(cells).toHaveLength(14);
  expect([cells[0], cells[1], cells[9], cells[12], cells[13]]).toEqual([
    '',
    'Amity Street Church',
    'no',
    'k1',
    '',
  ]);
});
