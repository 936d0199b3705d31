// Who of ours may know someone there: whom it names, in which order, and whom it leaves in peace.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeMayKnow, mayKnowText, type Whom } from '../../../src/checks/ties/mayKnow';
import { organizationKey } from '../../../src/checks/duplicates/organizationKey';
import { COMMON_WORDS } from '../../../src/texts/organizationWords';
import { volunteerNamed, type Volunteer } from '../../../src/workbook/volunteer';

let row = 1;
const one = (name: string, ...belongsTo: string[]): Volunteer => ({
  ...volunteerNamed(name),
  belongsTo,
  row: ++row,
});
const whom = (organization: string, more: Partial<Whom> = {}): Whom => ({
  organization,
  town: '',
  knownBy: '',
  owner: '',
  ...more,
});
const sheet = (...contacts: Whom[]) => contacts.map((text) => ({ text }));
const ask = (contact: Whom, volunteers: readonly Volunteer[], others: readonly Whom[] = []) =>
  makeMayKnow(volunteers, sheet(contact, ...others))(contact);
const names = (contact: Whom, volunteers: readonly Volunteer[]) =>
  ask(contact, volunteers).map(({ volunteer }) => volunteer.name);

const ANA = one('Ana Ruiz', 'Larkhaven Tenants', 'SEIU Local 503');
const BO = one('Bo Chen', 'SEIU Local 49');
const DEE = one('Dee', 'Larkhaven Choir');
const ALL = [DEE, BO, ANA];
const LOCAL = whom('SEIU 503', { town: 'Larkhaven' });

describe('who may know someone there', () => {
  test('the nearest stands first: the organization, then its parent body, then the town', () => {
    expect(ask(LOCAL, ALL)).toMatchObject([
      {
        volunteer: ANA,
        by: 'organization',
        what: 'SEIU Local 503',
        weight: 'ask',
        sentence: 'Ana Ruiz belongs to SEIU Local 503 and may know someone there.',
      },
      {
        volunteer: BO,
        by: 'parent body',
        weight: 'ask',
        sentence: 'Bo Chen belongs to SEIU Local 49, of the same union, and may know someone there.',
      },
      {
        volunteer: DEE,
        by: 'town',
        weight: 'remark',
        sentence: 'Dee belongs to Larkhaven Choir, in the same town, and may know someone there.',
      },
    ]);
  });

  test('in a line: whom to ask first, and a town only where nothing is nearer', () => {
    expect(mayKnowText(ask(LOCAL, ALL))).toBe(
      'Ask Ana Ruiz (SEIU Local 503) or Bo Chen (SEIU Local 49) first',
    );
    expect(mayKnowText(ask(LOCAL, [DEE]))).toBe('Dee (Larkhaven Choir) may know someone there');
    expect(mayKnowText([])).toBe('');
  });

  test('what they are there does not stand in the sentence', () => {
    const [found] = ask(whom('Bluegate Clinic'), [one('Bo', 'nurse at Bluegate Clinic (nights)')]);
    expect(found?.what).toBe('Bluegate Clinic');
  });

  test('three at most, in the order of the Volunteers tab where they are as near', () => {
    const many = ['Bo', 'Ana', 'Eve', 'Dee'].map((name) => one(name, 'Amity Street Church'));
    expect(names(whom('Amity Street Church'), [...many].reverse())).toEqual(['Bo', 'Ana', 'Eve']);
  });

  test('who has the contact, or is named as knowing them, is not proposed, nor who is no nearer', () => {
    expect(names({ ...LOCAL, owner: 'Ana' }, ALL)).toEqual([]);
    expect(names({ ...LOCAL, knownBy: 'Ana Ruiz (steward)' }, ALL)).toEqual([]);
    expect(names({ ...LOCAL, owner: 'Dee & Bo' }, ALL)).toEqual(['Ana Ruiz']);
    expect(names({ ...LOCAL, owner: 'Eve' }, ALL)).toEqual(['Ana Ruiz', 'Bo Chen', 'Dee']);
    expect(names({ ...LOCAL, knownBy: 'yes' }, ALL)).toHaveLength(3);
  });

  test('where somebody wrote that nobody knows them, nobody is proposed', () => {
    for (const knownBy of ['nobody', 'No', 'no one', 'none'])
      expect(names({ ...LOCAL, knownBy }, ALL)).toEqual([]);
    for (const knownBy of ['?', 'tbd', '-']) expect(names({ ...LOCAL, knownBy }, ALL)).toHaveLength(3);
  });

  test('of a body that many contacts share nobody is asked, and a town of many is said only to who looks at one', () => {
    const others = Array.from({ length: 10 }, (_, n) => whom(`SEIU Local ${n + 1}`, { town: 'Larkhaven' }));
    expect(ask(LOCAL, ALL, others).map(({ weight }) => weight)).toEqual(['ask', 'remark', 'look']);
    expect(ask(LOCAL, ALL, others.slice(1)).map(({ weight }) => weight)).toEqual(['ask', 'ask', 'remark']);
  });

  test('nothing is said where nobody says what they belong to, or the contact is blank', () => {
    expect(names(LOCAL, [one('Bo'), one('Dee', 'n/a', '-')])).toEqual([]);
    expect(names(whom('', { town: '' }), ALL)).toEqual([]);
    expect(names(whom('?', { town: '?' }), [one('Bo', '?')])).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const body = fc.constantFrom(
    'SEIU Local 503',
    'SEIU 49',
    'Amity Street Church',
    'First Church of Larkhaven',
    'NAACP Larkhaven Branch',
    'Grace Lutheran Church',
    'Larkhaven Tenants',
    'Port Ellery Food Bank',
    'member of IBEW Local 48',
  );
  const contact = fc.record({
    organization: fc.constantFrom('SEIU Local 503', 'NAACP Port Ellery', 'St. Mark Lutheran', 'Amity Street'),
    town: fc.constantFrom('', 'Larkhaven', 'Port Ellery'),
  });
  const entries = fc.array(body, { maxLength: 5 });
  const told = (text: Whom, belongsTo: readonly string[]) =>
    ask(text, [one('Bo', ...belongsTo)]).map(({ by, weight, what }) => ({
      by,
      weight,
      what: what.toLowerCase(),
    }));
  const nearest = (text: Whom, belongsTo: readonly string[]) => told(text, belongsTo)[0]?.by;

  test('capitals, points and blanks change nothing', () => {
    fc.assert(
      fc.property(contact, entries, fc.constantFrom('.', '!', '…', ' ', '\u200b'), (row, list, mark) => {
        const plain = nearest(whom('', row), list);
        const shouted = list.map((text) => `  ${text.toUpperCase().replace(/ /g, '  ')}${mark}`);
        expect(nearest(whom('', row), shouted)).toBe(plain);
        const small = { organization: row.organization.toLowerCase() + mark, town: row.town.toUpperCase() };
        expect(nearest(whom('', small), list)).toBe(plain);
      }),
    );
  });

  test('the order of entries and of volunteers changes nothing', () => {
    fc.assert(
      fc.property(contact, fc.array(entries, { maxLength: 4 }), (row, lists) => {
        const volunteers = lists.map((list, at) => one(`Volunteer ${at}`, ...list));
        const turned = [...volunteers]
          .reverse()
          .map((volunteer) => ({ ...volunteer, belongsTo: [...volunteer.belongsTo].reverse() }));
        const all = (people: readonly Volunteer[]) =>
          ask(whom('', row), people).map(({ volunteer, what, by }) => [volunteer.name, what, by]);
        expect(all(turned)).toEqual(all(volunteers));
      }),
    );
  });

  test('nobody is proposed for a common word that two names share', () => {
    const common = fc.constantFrom(
      ...COMMON_WORDS.split(/\s+/).filter(
        // Words that are the name of a body, or with another common word.
        (word) =>
          !/^(?:catholic|baptist|lutheran|episcopal|presbyterian|mennonite|methodist|unitarian|indivisible|democrat|republican|friend|sunrise|veteran|urban)s?$/.test(
            word,
          ),
      ),
    );
    fc.assert(
      fc.property(common, fc.array(common, { maxLength: 3 }), (word, others) => {
        // "Communications Workers" is a union.
        fc.pre(organizationKey([word, ...others].join(' ')).unions.length === 0);
        expect(names(whom([word, 'Quillfeather', ...others].join(' ')), [one('Bo', word)])).toEqual([]);
        expect(
          names(whom(['Quillfeather', word, ...others].join(' ')), [
            one('Bo', ['Ostermoor', word, ...others].join(' ')),
          ]),
        ).toEqual([]);
        expect(names(whom('Quillfeather', { town: word }), [one('Bo', `${word} Ostermoor`)])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('no text breaks it, and each volunteer stands once', () => {
    const text = fc.string({ maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.record({ organization: text, town: text, knownBy: text, owner: text }),
        fc.array(text),
        (row, list) => {
          const found = ask(row, [one('Bo', ...list), one('Dee', ...list, row.organization)]);
          expect(new Set(found.map(({ volunteer }) => volunteer)).size).toBe(found.length);
        },
      ),
    );
  });
});
