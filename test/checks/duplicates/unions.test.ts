// Names of unions: the pairs that were labelled before the code, and what holds for any union.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { findDuplicates } from '../../../src/checks/duplicates/findDuplicates';
import { makeNameReader } from '../../../src/checks/duplicates/nameWords';
import { likelySame } from '../../../src/checks/duplicates/organizationKey';
import { compareUnions, readUnion } from '../../../src/checks/duplicates/unionName';
import { likelyTwins } from '../../../src/people/sync/twins';
import { unions } from '../../../src/texts/unions';

interface Side {
  readonly name: string;
  readonly city: string;
  readonly state: string;
}
interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly same: boolean;
  readonly why: string;
  readonly kind: string;
}

const pairs = JSON.parse(readFileSync('test/fixtures/unions/pairs.json', 'utf8')) as Pair[];

/** As two rows of one sheet. */
const inCheck = (a: Side, b: Side) =>
  findDuplicates([
    { row: 2, name: a.name, town: a.city, emails: [] },
    { row: 3, name: b.name, town: b.city, emails: [] },
  ]).length > 0;

/** As a pasted or added name beside a contact: no town is looked at. */
const inList = (a: Side, b: Side) =>
  (likelyTwins([{ name: a.name, emails: [] }], [{ name: b.name, emails: [] }])[0]?.size ?? 0) > 0;

describe.each([
  ['near-duplicates of the check', inCheck],
  ['pasted lists, closing a meeting, rows that volunteers added', inList],
])('labelled pairs: %s', (_, saysSame) => {
  const wrong = pairs.filter(({ a, b, same }) => saysSame(a, b) !== same);
  const say = ({ a, b, kind, why }: Pair) => `${a.name} (${a.city}) | ${b.name} (${b.city}): ${kind}, ${why}`;

  test('no two bodies are taken for one', () => {
    expect(wrong.filter(({ same }) => !same).map(say)).toEqual([]);
  });

  test('at least 95 of 100 are right, and most of every kind', () => {
    const kinds = [...new Set(pairs.map(({ kind }) => kind))].map((kind) => {
      const all = pairs.filter((pair) => pair.kind === kind).length;
      return { kind, all, wrong: wrong.filter((pair) => pair.kind === kind).length };
    });
    const figures = {
      right: `${pairs.length - wrong.length} of ${pairs.length}`,
      wrong: wrong.map(say),
      kinds: kinds.filter((one) => one.wrong > 0),
    };
    expect({ ...figures, isEnough: wrong.length <= pairs.length * 0.05 }).toMatchObject({ isEnough: true });
    expect({
      ...figures,
      weak: kinds.filter((one) => one.all > 3 && one.wrong > one.all * 0.35),
    }).toMatchObject({ weak: [] });
  });
});

describe('one body in two spellings', () => {
  test.each([
    ['UFCW Local3000', 'ufcw #3000'],
    ['Teamsters206', 'IBT - 206'],
    ['IAM District Lodge W24', 'Machinists District W-24'],
    ['IAM District XV', 'IAM District Lodge 15'],
    ['AFSCME District Council 37', 'AFSCME DC 37'],
    ['Painters DC 5', 'IUPAT District Council 5'],
    ['CWA Local 7901', 'CWA - 7901 7'],
    ['USW Local 9443-02', 'USA - 9443 02'],
    ['SEIU Local 32 BJ', '32BJ'],
    ['AFA-CWA Council 27', 'Association of Flight Attendants Council 27'],
    ['RWDSU/UFCW Local 338', 'RWDSU 338'],
    ['UTLA', 'United Teachers Los Angeles'],
    ['SMW - 16', 'SMART Local 16'],
    ['IBPAT Local 10', 'Painters and Allied Trades Local 10'],
    ['Texas State AFL-CIO', 'Texas AFL-CIO'],
    ['Lane County Central Labor Council', 'Lane County Labor Council, AFL-CIO'],
    ['Lane County CLC', 'Lane County Labor Council'],
    ['Martin Luther King, Jr. County Labor Council', 'King County Labor Council'],
    ['WSLC', 'Washington State Labor Council, AFL-CIO'],
    ['ANA - WVNA', 'West Virginia Nurses Association'],
    ['Laborers District Council of Ohio', 'LIUNA - OHIO DC'],
    ['SEIU Local 1021 (members since 2007)', 'SEIU 1021'],
    ['UAW Local 2209, voted 2023', 'UAW 2209'],
  ])('%s and %s', (a, b) => {
    expect(likelySame(a, b)).toBe(true);
    expect(likelySame(b, a)).toBe(true);
  });
});

describe('two bodies', () => {
  test.each([
    ['IAM District XV', 'IAM Lodge 15'],
    ['AFSCME Local 37', 'AFSCME DC 37'],
    ['SMART-TD Local 16', 'SMART Local 16'],
    ['Teamsters Local 117', 'Teamsters Local 117 Building Corporation'],
    ['UFCW Local 3000', 'UFCW Local 3000 Health Trust'],
    ['SEIU Local 503', 'SEIU Local 503 Retirees'],
    ['SEIU Local 721', 'SEIU Local 721 Sector 4'],
    ['IUPAT DC 5', 'PAT - 5'],
    ['AFSCME Local 1, Council 31', 'AFSCME Local 1, Council 4'],
    ['AFSCME - 3277 18', 'AFSCME Local 3277, Council 75'],
    ['HGEA Unit 4', 'AFSCME Local 4'],
    ['BMWED-IBT 205', 'IBT 205'],
    ['NABET-CWA Local 51', 'CWA Local 51'],
    ['Teamsters Local 117 Legal Services', 'Teamsters Local 117'],
    ['OAPSE Local 4', 'AFSCME Local 4'],
    ['UTLA Chapter 2', 'United Federation of Teachers'],
    ['Central Florida AFL-CIO', 'Florida AFL-CIO'],
    ['Union County Labor Council', 'Hudson County Labor Council'],
    ['New York State AFL-CIO', 'New York Labor Council'],
    ['New York State Labor Council', 'New York Labor Council'],
    ['Oregon AFL-CIO', 'Oregon Building and Construction Trades Council'],
    ['ANA - WSNA', 'Wisconsin Nurses Association'],
    ['Oregon Nurses Association', 'Oregon Education Association'],
    ['Oregon Education Association', 'Oregon City Education Association'],
    ['Police Association', 'Policy Association'],
    ['UAW (voted 2019)', 'UAW Local 2019'],
    ['SEIU, May 2015', 'SEIU Local 2015'],
    ['SEIU 2015 campaign', 'SEIU Local 2015'],
    ['2015 SEIU endorsement', 'SEIU Local 2015'],
    ['USW 9443-02', 'USW 9443-03'],
    ['USW 9443-02', 'USW 9443'],
    ['FOP Lodge 7 Colorado', 'FOP Lodge 7 Ohio'],
  ])('%s and %s', (a, b) => {
    expect(likelySame(a, b)).toBe(false);
    expect(likelySame(b, a)).toBe(false);
  });

  test('a lodge that each state numbers anew is told by the town of its row, any other local has one wherever it sits', () => {
    const side = (name: string, city: string) => ({ name, city, state: '' });
    expect(inCheck(side('FOP Lodge 7', 'Denver'), side('FOP 7 Colorado', 'Denver'))).toBe(true);
    expect(inCheck(side('FOP Lodge 7', 'Denver'), side('FOP 7', 'Toledo'))).toBe(false);
    expect(inCheck(side('SEIU 1199NE', 'Hartford'), side('SEIU 1199NW', 'Hartford'))).toBe(false);
    expect(inCheck(side('SEIU 503', 'Salem'), side('SEIU Local 503', 'Eugene'))).toBe(true);
  });
});

describe('a name taken apart', () => {
  const read = (name: string) => readUnion(makeNameReader()(name));

  test.each([
    ['IAM - 570 DISTRICT 166', 'local', ['IAM'], ['570'], ['district 166']],
    ['Teamsters Joint Council No. 37', 'body', ['IBT'], [], ['council 37']],
    ['UNITE HERE! Local 8', 'local', ['UNITE HERE'], ['8'], []],
    ['OFNHP, AFT Local 5017', 'local', ['AFT'], ['5017'], []],
    ['UFCW - 1-D', 'local', ['UFCW'], ['1d'], []],
    ['Service Employees International Union', 'whole', ['SEIU'], [], []],
    ['SEIU California State Council', 'named', ['SEIU'], [], []],
  ] as const)('%s is %s', (name, kind, codes, locals, bodies) => {
    expect(read(name)).toMatchObject({ kind, unions: codes, locals, bodies });
  });

  test('a name without a union is none', () => {
    expect(read('Union Street Church')).toBeNull();
    expect(read('Here We Stand Tenants, Local 12 Group')).toBeNull();
  });

  test.each([
    ['SEIU 503', 'SEIU', 'cannot say'],
    ['SEIU 1199', 'SEIU 1199NE', 'cannot say'],
    ['SEIU 503', 'SEIU 49', 'different'],
    ['SEIU 503', 'UFCW 503', 'different'],
    ['AFSCME Council 75', 'AFSCME 75', 'different'],
    ['SEIU 503', 'SEIU Local 503 Oregon', 'same'],
  ] as const)('%s and %s: %s', (a, b, answer) => {
    const [one, other] = [read(a), read(b)];
    expect(one && other && compareUnions(one, other)).toBe(answer);
    expect(one && other && compareUnions(other, one)).toBe(answer);
  });
});

const spelled = unions().flatMap(({ code, names, beforeNumber }) =>
  [...names, ...beforeNumber].map((name) => ({ code, name })),
);

describe('for every union we know', () => {
  test('all of its names beside one number are one local, and never that of another union', () => {
    const read = makeNameReader();
    const wrong: string[] = [];
    const named = spelled.map(({ code, name }) => ({
      code,
      name,
      union: readUnion(read(`${name} Local 77`)),
    }));
    for (const one of named)
      for (const other of named) {
        const isSame = one.union && other.union && compareUnions(one.union, other.union) === 'same';
        if (isSame !== (one.code === other.code))
          wrong.push(`${one.name} | ${other.name}: ${String(isSame)}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('for any spelling', () => {
  const body = fc.constantFrom(...spelled);
  const label = fc.constantFrom(
    ' ',
    ' Local ',
    ' - ',
    ' #',
    ' Local No. ',
    ', Local Union ',
    ' Lodge ',
    ' Branch ',
  );
  const number = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('', '', '', 'A', 'C', '-S'))
    .map(([digits, letters]) => `${digits}${letters}`);
  const dots = (name: string) => name.replace(/^[A-Z]{3,6}$/, (letters) => letters.replace(/./g, '$&.'));
  const styled = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => ` ${text.replace(/ /g, '  ')} `,
    (text) => text.replace(/ /g, '\u00a0'),
    (text) => `${text}, AFL-CIO`,
  );
  /** A number that many bodies of one union carry, of which some call themselves districts. */
  const shares1199 = { code: 'SEIU', name: 'SEIU' };
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

  test('case, blanks, dots and the word for the number change nothing', () => {
    fc.assert(
      fc.property(
        body,
        label,
        label,
        number,
        styled,
        fc.boolean(),
        ({ name }, one, other, n, style, dotted) => {
          fc.pre(!n.startsWith('1199'));
          expect(likelySame(`${name}${one}${n}`, style(`${dotted ? dots(name) : name}${other}${n}`))).toBe(
            true,
          );
        },
      ),
    );
  });

  test('two numbers are two locals, a council is no local, and the answer is symmetric', () => {
    fc.assert(
      fc.property(body, body, label, number, number, styled, (a, b, between, n, m, style) => {
        const [one, other] = [`${a.name}${between}${n}`, style(`${b.name} Local ${m}`)];
        expect(likelySame(one, other)).toBe(likelySame(other, one));
        if (bare(n) !== bare(m)) expect(likelySame(one, other)).toBe(false);
        expect(likelySame(`${a.name} District Council ${n}`, `${a.name} Local ${n}`)).toBe(false);
        expect(likelySame(one, b.name)).toBe(false);
      }),
      { examples: [[shares1199, shares1199, ' ', '1199', '1', (text) => text]] },
    );
  });
});
