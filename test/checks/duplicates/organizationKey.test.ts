import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closeWords } from '../../../src/checks/duplicates/closeWords';
import { likelySame } from '../../../src/checks/duplicates/organizationKey';
import { isSlip } from '../../../src/checks/duplicates/slip';

describe('one organization in two spellings', () => {
  test.each([
    ['SEIU 49', 'Service Employees Local 49'],
    ['SEIU Local 49', 'S.E.I.U. #49'],
    ['SEIU - 49', 'Service Employees International Union, Local 49'],
    ['Teamsters Local 206', 'Int’l Brotherhood of Teamsters Local Union No. 206, AFL-CIO'],
    ['IBT L. 206', 'Teamsters 206'],
    ['Laborers’ Local 737', 'LIUNA 737'],
    ['United Association of Plumbers and Pipefitters Local 290', 'UA Local 290'],
    ['IBEW - 611 DL 7', 'IBEW Local 611'],
    ['SEIU 49', 'SEIU Local 49 (Portland)'],
    ['SEIU - 1199 FLORIDA', 'SEIU 1199 FL'],
    ['Service Employes Local 49', 'SEIU 49'],
    ['AFSCME Council 75', 'Oregon AFSCME Council 75'],
    ['St. Mary’s Catholic Church', 'Saint Mary Catholic Parish'],
    ['First Baptist Church of Salem', 'First Baptist Salem'],
    ['1st Unitarian Church', 'First Unitarian Church'],
    ['First Baptist Church, Salem', 'FBC Salem'],
    ['The Center for Health and Justice', 'Center for Health & Justice, Inc.'],
    ['Comunity Alliance of Tenants', 'Community Alliance of Tenants'],
    ['Health Care for All Oregon', 'Healthcare for All Oregon'],
    ['Oregon Nurses Association (ONA)', 'Oregon Nurses Assn.'],
    ['Jobs with Justice Portland', 'Portland Jobs With Justice'],
    ['League of Women Voters of Portland', 'LWV Portland'],
    ['Kettle Lane Bakery', 'Kettel Lane Bakery'],
    ['HDW 49', 'Harbor & Dock Workers Local 49'],
    ['H.D.W. Local #49', 'Harbor and Dock Workers Union, Local No. 49'],
    ['HADW 49', 'Harbor and Dock Workers Local 49'],
    ['HDWU Local 49', 'Harbor & Dock Workers Union Local 49'],
    ['GFC 12', 'Guild of Ferry Crews, Lodge 12, OR'],
  ])('%s and %s', (a, b) => {
    expect(likelySame(a, b)).toBe(true);
    expect(likelySame(b, a)).toBe(true);
  });
});

describe('two organizations', () => {
  test.each([
    ['SEIU Local 49', 'SEIU Local 490'],
    ['SEIU 49', 'UFCW 49'],
    ['SEIU Local 49', 'Local 49'],
    ['AFSCME Council 75', 'AFSCME Local 75'],
    ['Teamsters Joint Council 37', 'Teamsters Local 37'],
    ['SEIU 1199 Florida', 'SEIU 1199 NJ'],
    ['IBEW Local 48', 'IBEW Local 48 Retirees'],
    ['IUOE - 101-S', 'IUOE - 101'],
    ['UNITE - 504', 'HERE - 504'],
    ['First Baptist Church', 'Second Baptist Church'],
    ['First Baptist Church of Salem', 'First Baptist Church of Albany'],
    ['First Baptist Church, Portland, OR', 'First Baptist Church, Portland, ME'],
    ['Church of Christ, Salem', 'Christ Church Salem'],
    ['North Salem High', 'South Salem High'],
    ['City of Salem', 'Salem County'],
    ['University of Portland', 'Portland University'],
    ['Clinton Community Center', 'Clifton Community Center'],
    ['Charleston Democrats', 'Charlestown Democrats'],
    ['Grace Lutheran Church', 'Grace Lutheran School'],
    ['Jobs with Justice', 'Portland Jobs with Justice'],
    ['Sierra Club', 'Sierra Club Foundation'],
    ['Ward 3 Neighbors', 'Ward 5 Neighbors'],
    ['Sydney Dental Clinics (Bondi)', 'Sydney Dental Clinics (Blacktown)'],
    ['HDW 49', 'Harbor & Dock Workers Local 50'],
    ['HDW', 'Harbor & Dock Workers Local 49'],
    ['HDW 49', 'Harbor & Dock Workers'],
    ['HD 49', 'Harbor Dockers Local 49'],
    ['HDW Local 49, OR', 'Harbor & Dock Workers Local 49, WA'],
    ['HDX 49', 'Harbor & Dock Workers Local 49'],
    ['UAW 49', 'Union of Alder Weavers Local 49'],
    ['', ''],
    ['?', '-'],
  ])('%s and %s', (a, b) => {
    expect(likelySame(a, b)).toBe(false);
    expect(likelySame(b, a)).toBe(false);
  });
});

const names = fc
  .array(
    fc.constantFrom(
      ...[
        'SEIU',
        'Teamsters',
        'Local',
        '49',
        '490',
        'First',
        'Second',
        'Baptist',
        'Church',
        'of',
        'Salem',
        'Slaem',
      ],
      ...[
        'Portland',
        'Porltand',
        'Oregon',
        'University',
        'Health',
        'Care',
        'the',
        '&',
        'Inc.',
        'District',
        'Council',
      ],
    ),
    { maxLength: 5 },
  )
  .map((words) => words.join(' '));

describe('for any names', () => {
  test('the comparison is symmetric, and a name is the same as itself in capitals', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(likelySame(a, b)).toBe(likelySame(b, a));
        if (/[a-z0-9]/i.test(a.replace(/\b(?:of|the)\b/g, '')))
          expect(likelySame(a, a.toUpperCase())).toBe(true);
      }),
    );
  });

  test('initials beside a number stand for the words they begin, at that number only', () => {
    const word = fc.constantFrom('Quarry', 'Ferry', 'Glass', 'Loom', 'Net', 'Kiln', 'Dock', 'Rope');
    const small = fc.constantFrom(' ', ' & ', ' and ', ' of the ');
    const local = fc.constantFrom(' ', ' Local ', ', Local No. ', ' #');
    const number = fc.integer({ min: 1, max: 3000 });
    const rest = fc.array(fc.tuple(small, word), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(word, rest, local, local, number, number, (first, more, one, other, n, m) => {
        const long = first + more.map(([between, next]) => between + next).join('') + one;
        const short = first.charAt(0) + more.map(([, next]) => next.charAt(0)).join('') + other;
        expect(likelySame(short + String(n), long + String(n))).toBe(true);
        expect(likelySame(short + String(n), long + String(m))).toBe(n === m);
        expect(likelySame(short, long + String(n))).toBe(false);
      }),
    );
  });

  test('any text at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        expect(typeof likelySame(a, b)).toBe('boolean');
      }),
    );
  });

  test('close words are exactly the pairs that are a slip apart', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'e', 'n', 't', 'w', 'o'),
      minLength: 5,
      maxLength: 9,
    });
    const list = fc.uniqueArray(word, { maxLength: 60 }).chain((words) => {
      const slips = words.map((w) => w.slice(0, 2) + w.slice(3));
      const swaps = words.map((w) => w.slice(0, 3) + w.charAt(4) + w.charAt(3) + w.slice(5));
      return fc.constant([...new Set([...words, ...slips, ...swaps])]);
    });
    fc.assert(
      fc.property(list, (words) => {
        const close = closeWords(words);
        for (const a of words)
          expect([...(close.get(a) ?? [])].sort()).toEqual(
            words.filter((b) => b !== a && isSlip(a, b)).sort(),
          );
      }),
    );
  });
});
