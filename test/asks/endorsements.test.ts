// What counts as an endorsement, the tallies, the proof page, and what an answer means for the row of the contact.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rowAfterAnswer, rowWithoutEndorsement } from '../../src/asks/effects';
import { endorsementLine, endorsements, type Endorsements } from '../../src/asks/endorsements';
import { askItem, questionItems, questionKey } from '../../src/asks/items';
import { proofOf } from '../../src/asks/proof';
import { byMonth, peopleOf, tallyBy } from '../../src/asks/tally';
import type { Contact } from '../../src/reading/contact';
import { ASK_ANSWERS, type Ask } from '../../src/touches/asks/ask';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { askOf, group, on, read, row, settingsOf, TODAY } from './samples';

const yes = (over: Partial<Ask> = {}): Ask =>
  askOf({ answer: 'yes', answeredOn: day('2026-11-10'), whoDecided: 'Rev. Cole', ...over });
const amity = (cells: Parameters<typeof group>[3] = {}): Contact =>
  group('a1', 'Amity Street Church', 5, cells);
const is = (contact: Contact, asks: readonly Ask[]): keyof Endorsements | null => {
  const all = endorsements([contact], asks, TODAY);
  const found = (Object.keys(all) as (keyof Endorsements)[]).filter((key) => all[key].length > 0);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
};
const says = (contact: Contact, asks: readonly Ask[]) =>
  endorsementLine(contact, endorsements([contact], asks, TODAY), TODAY);

describe('an endorsement', () => {
  test('is confirmed by a yes with its day and who decided, and by nothing less', () => {
    expect(is(amity(), [yes()])).toBe('confirmed');
    expect(is(amity(), [yes({ whoDecided: '' })])).toBe('claimed');
    expect(is(amity(), [yes({ answeredOn: null })])).toBe('claimed');
    expect(is(amity(), [yes({ answeredOn: day('2026-11-13') })])).toBe('claimed');
    for (const answer of ['open', 'later', 'maybe'] as const)
      expect(is(amity(), [askOf({ answer })])).toBeNull();
    expect(is(amity(), [yes({ kind: 'attend our meeting' })])).toBeNull();
  });

  test('that an old status or column says is claimed until somebody fills in who and when', () => {
    expect(is(amity({ status: 'Endorsed' }), [])).toBe('claimed');
    expect(is(amity({ endorsement: on('2026-10-01') }), [askOf()])).toBe('claimed');
    expect(is(amity({ status: 'Endorsed' }), [askOf({ answer: 'maybe' })])).toBe('claimed');
    expect(is(amity({ status: 'Partner' }), [])).toBeNull();
    expect(says(amity({ status: 'Endorsed' }), [])).toBe('Claimed: nobody wrote down who said so and when');
    expect(says(amity(), [yes({ whoDecided: '' })])).toBe('Claimed: nobody wrote down who said so');
  });

  test('is one fact, the newest answer: what the row says beside a no is a question', () => {
    const no = askOf({ id: 'k2', answer: 'no', askedOn: day('2026-11-08'), answeredOn: day('2026-11-11') });
    expect(is(amity(), [yes(), no])).toBe('withdrawn');
    expect(is(amity(), [no])).toBeNull();
    expect(is(amity({ status: 'Endorsed' }), [no])).toBe('differs');
    expect(is(amity(), [no, yes({ id: 'k3', answeredOn: day('2026-11-12') })])).toBe('confirmed');
    expect(says(amity({ status: 'Endorsed' }), [no])).toBe('The row says endorsed, the ask says no');
  });

  test('of who bowed out stands apart', () => {
    const left = { ...amity(), bowedOut: true };
    expect(is(left, [yes()])).toBe('bowedOut');
    expect(is({ ...amity({ endorsement: 'yes' }), bowedOut: true }, [])).toBe('bowedOut');
    expect(is(left, [])).toBeNull();
  });

  test('says whether they may be named', () => {
    expect(says(amity(), [yes({ mayBeNamed: true })])).toBe('Endorsed on Nov 10, may be named');
    expect(says(amity(), [yes({ mayBeNamed: false })])).toBe('Endorsed on Nov 10, not to be named');
    expect(says(amity(), [yes()])).toBe('Endorsed on Nov 10, nobody asked yet whether they may be named');
  });

  test('puts each contact in one list at most, and the order of the asks in the tab does not matter', () => {
    const anyAsk = fc
      .record({
        answer: fc.constantFrom(...ASK_ANSWERS),
        of: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 2 }),
        who: fc.constantFrom('', 'Rev. Cole'),
      })
      .map(({ answer, of: [a = 1, b = 1], who }) => {
        const [asked, answered] = [Math.min(a, b), Math.max(a, b)].map((n) =>
          day(`2026-10-${String(n).padStart(2, '0')}`),
        );
        return askOf({
          answer,
          askedOn: asked!,
          answeredOn: answer === 'open' ? null : answered!,
          whoDecided: who,
        });
      });
    const unique = fc.uniqueArray(anyAsk, { maxLength: 5, selector: ({ answeredOn }) => answeredOn });
    fc.assert(
      fc.property(unique, fc.constantFrom('', 'Endorsed'), (asks, status) => {
        const contact = amity({ status });
        expect(is(contact, asks)).toBe(is(contact, [...asks].reverse()));
      }),
    );
  });
});

describe('tallies', () => {
  const groups: readonly (readonly [string, string, string | null])[] = [
    ['a', 'Union', '2026-08-03'],
    ['b', 'union', '2026-10-20'],
    ['c', '', '2026-10-21'],
    ['d', 'Faith group', '2026-11-10'],
  ];
  const contacts = groups.map(([id, category], n) => group(id, id, n + 2, { category }));
  const asks = groups.map(([id, , when]) =>
    yes({ id, contact: id, answeredOn: when === null ? null : day(when) }),
  );
  const { confirmed } = endorsements(contacts, asks, TODAY);
  const people = ({ outreachId }: Contact) => (outreachId === 'a' ? 1200 : outreachId === 'b' ? 30 : null);

  test('count each once, most first, with the people they speak for as far as known', () => {
    expect(tallyBy(confirmed, people, ({ text }) => text.category)).toEqual([
      { name: 'Union', count: 2, people: 1230 },
      { name: 'Faith group', count: 1, people: 0 },
      { name: 'Not filled in', count: 1, people: 0 },
    ]);
  });

  test('by month have every month between, and add up', () => {
    expect(byMonth(confirmed, people)).toEqual([
      { name: 'Aug 2026', count: 1, people: 1200 },
      { name: 'Sep 2026', count: 0, people: 0 },
      { name: 'Oct 2026', count: 2, people: 30 },
      { name: 'Nov 2026', count: 1, people: 0 },
    ]);
    expect(byMonth([], people)).toEqual([]);
  });

  test('take the people from the tab about partners', () => {
    const of = peopleOf([{ contact: 'a', people: 40 }] as never);
    expect([of(contacts[0]!), of(contacts[1]!)]).toEqual([40, null]);
  });
});

describe('the proof page', () => {
  const named = [
    'The Harbor Nurses',
    'A Place at the Table',
    'Ángeles Alliance',
    'birch Clinic',
    'An Open Door',
  ];
  const contacts = named.map((organization, n) =>
    group(`n${n}`, organization, n + 2, { town: n === 0 ? 'Larkhaven' : '' }),
  );
  const asks = contacts.map(({ outreachId, text }) =>
    yes({ id: outreachId, contact: outreachId, organization: text.organization, mayBeNamed: true }),
  );
  const proof = (list: readonly Ask[], campaign = 'Care for all') =>
    proofOf(endorsements(contacts, list, TODAY).confirmed, settingsOf({ campaign }));

  test('names in order, whatever the article, capitals and accents', () => {
    expect(proof(asks).text).toBe(
      [
        'Care for all: endorsed by',
        '5 organizations',
        '',
        'Ángeles Alliance',
        'birch Clinic',
        'The Harbor Nurses, Larkhaven',
        'An Open Door',
        'A Place at the Table',
      ].join('\n'),
    );
    expect(proof(asks).rows.slice(0, 4)).toEqual([
      ['Care for all: endorsed by', ''],
      ['5 organizations', ''],
      ['', ''],
      ['Ángeles Alliance', ''],
    ]);
  });

  test('names only those who are confirmed and agreed to it', () => {
    const some = asks.map((ask, n) => ({ ...ask, mayBeNamed: [true, false, null, true, true][n] ?? null }));
    const { names } = proof(some.map((ask, n) => (n === 4 ? { ...ask, whoDecided: '' } : ask)));
    expect(names.map(({ name }) => name)).toEqual(['birch Clinic', 'The Harbor Nurses']);
    expect(proof([]).text).toBe('');
  });
});

describe('the row of a contact after an answer', () => {
  const words = { status: ['Contacted', 'in talks', 'ENDORSED!', 'Partner'], endorsement: [] as Cell[] };
  const after = (
    ask: Ask,
    cells: Parameters<typeof group>[3] = { status: 'Contacted' },
    endorsement: Cell[] = [],
  ) => Object.fromEntries(rowAfterAnswer(amity(cells), ask, { ...words, endorsement }));

  test('says endorsed in the group’s own word, and its column in its own manner', () => {
    expect(after(yes())).toEqual({ status: 'ENDORSED!', endorsement: 'yes' });
    expect(after(yes(), {}, [on('2026-10-01'), ''])).toMatchObject({ endorsement: { day: '2026-11-10' } });
    expect(after(yes({ answeredOn: null }), {}, [on('2026-10-01')])['endorsement']).toBeUndefined();
    expect(after(yes(), {}, ['Signed', 'yes', 'Signed', 'pending'])).toMatchObject({ endorsement: 'Signed' });
    expect(after(yes(), {}, [false, false])).toMatchObject({ endorsement: true });
    expect(after(yes(), { status: 'ENDORSED!', endorsement: 'x' })).toEqual({});
    expect(after(yes(), { status: 'Partner' })).toEqual({ endorsement: 'yes' });
    expect(after(yes(), { status: 'Bowed out' })).toEqual({});
  });

  test('is in conversation after any other answer, unless it was set for a reason', () => {
    const other = { kind: 'attend our meeting' };
    expect(after(yes(other))).toEqual({ status: 'in talks' });
    for (const answer of ['no', 'maybe'] as const)
      expect(after(askOf({ answer }))).toEqual({ status: 'in talks' });
    for (const answer of ['open', 'later', 'dropped'] as const) expect(after(askOf({ answer }))).toEqual({});
    for (const status of ['ENDORSED!', 'Partner', 'Declined', 'Bowed out', 'Observer'])
      expect(after(yes(other), { status })).toEqual({});
  });

  test('changes nothing more once it is written', () => {
    const cells = { status: 'Contacted' };
    const first = after(yes(), cells);
    expect(after(yes(), { ...cells, ...first })).toEqual({});
  });

  test('that was endorsed and took it back says neither', () => {
    const gone = (cells: Parameters<typeof group>[3]) =>
      Object.fromEntries(rowWithoutEndorsement(amity(cells), words));
    expect(gone({ status: 'ENDORSED!', endorsement: 'yes' })).toEqual({
      status: 'in talks',
      endorsement: '',
    });
    expect(gone({ status: 'Partner', endorsement: true })).toEqual({ endorsement: false });
    expect(gone({ status: 'Contacted', endorsement: 'pending' })).toEqual({});
  });
});

describe('what a list shows', () => {
  test('of an ask, with its owner and what stands there now', () => {
    const item = askItem(
      yes({ mayBeNamed: false, note: 'by 7 to 2' }),
      amity({ owner: 'Bo' }),
      'answered',
      TODAY,
    );
    expect(item).toMatchObject({
      organization: 'Amity Street Church',
      text: 'Yes on Nov 10, Rev. Cole decided',
      owner: 'Bo',
      answeredOn: '2026-11-10',
      mayBeNamed: 'no',
      note: 'by 7 to 2',
    });
  });

  test('of a question: both sides, with a button each, and a key that stays', () => {
    const endorsed = amity({ status: 'Endorsed' });
    const found = read(
      [row('endorsement', '2026-11-03', { Answer: 'no', 'Answered on': on('2026-11-05') }), { Note: 'hm' }],
      [],
      { contacts: [endorsed] },
    );
    const items = questionItems(found.questions, TODAY);
    expect(items).toEqual([
      expect.objectContaining({
        text: 'Row 3 of Asks: Nothing says who was asked. Fill in the organization.',
        row: 3,
      }),
      expect.objectContaining({
        key: 'endorsed a1',
        choices: [
          { choice: 'asks', label: 'It is “no”' },
          { choice: 'row', label: 'They endorsed' },
        ],
      }),
    ]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    expect(found.questions.map(questionKey)).toEqual(items.map(({ key }) => key));
  });
});
