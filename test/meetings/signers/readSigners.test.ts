// What holds for every pasted text: noise changes nothing, people stay people, hostile texts end.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSigners } from '../../../src/meetings/signers/readSigners';
import { SOURCE_LENGTH } from '../../../src/meetings/signers/signer';
import { folded, letters, paste, rowsOf, shapes } from './rightAnswers';

const names = (text: string) => readSigners(text).found.map(({ organization }) => organization);
const whyOf = (text: string) => readSigners(text).leftOut.map(({ why }) => why);

describe('people', () => {
  test('who sign for themselves are left out, and told', () => {
    const text =
      'Jane Roe\nDr. Pavel Horak\nNaomi Feld, retired teacher\nYusuf Demir, Larkhaven, OR\nKim Bo-hyang, RN\nCrystal Peoples-Stokes\nJean DUPONT';
    expect(readSigners(text).found).toEqual([]);
    expect(whyOf(text)).toHaveLength(7);
  });

  test('stay people where an organization stands beside them', () => {
    const lines = [
      'Jane Roe, Director, Harbor Mutual Aid',
      'Harbor Food Bank – Jane Roe, Director',
      'Jane Roe (Tidewater Tenants Union)',
      'Jane Roe – Rosewood Free Clinic',
      'President of AFSCME Local 189, Jane Roe',
    ];
    for (const line of lines)
      for (const { organization } of readSigners(line).found) expect(organization).not.toContain('Jane');
  });

  test('with names that could be a body’s are people where most lines begin with a person', () => {
    const text = [
      'Faith Temple, Member at Large, Robert F. Kennedy Democratic Club',
      'Blessing Church, Director, Policy and Programs, World Vision UK',
      'Guy Chapel, Programs Director, Oxfam Australia',
      'Teresa Roe, Chair, Harbor Mutual Aid',
    ].join('\n');
    expect(names(text)).toEqual([
      'Robert F. Kennedy Democratic Club',
      'World Vision UK',
      'Oxfam Australia',
      'Harbor Mutual Aid',
    ]);
  });

  test('named with an unknown name are a question, not an organization', () => {
    expect(whyOf('Wanjiru Otieno\nTorvald Ekdahl')).toEqual(['unsure', 'unsure']);
  });

  test('in a column of organizations are left out', () => {
    const text = 'Organization\tCity\nJane Roe\tRosewood\nRetired nurse\tRosewood\nHarbor Aid\tTidewater';
    expect(names(text)).toEqual(['Harbor Aid']);
    expect(whyOf(text)).toEqual(['other', 'person', 'person']);
  });

  test('are never taken along in a name', () => {
    const lines = [
      'Bethel Strong Coalition – Jane Roe, Martha Quill, Otto Lindner',
      'Harbor Aid, Bethel Aid, Jane Roe',
      'Strong Bethel, Harbor, Jane Roe',
      'Bridge Over Troubled Water – Jane Roe, Research Organizer',
      'Jane Roe (Harbor (Tidewater) Mutual Aid)',
      'Harbor Aid Network, Jane Young, Technician II',
    ];
    for (const name of lines.flatMap(names)) expect(name).not.toContain('Jane');
  });
});

describe('organizations', () => {
  test('come once, with what stands in the other lines told', () => {
    const { found, leftOut } = readSigners('Doe & Roe, Inc.\nSEIU Local 503\nDoe and Roe Inc\nSEIU 503');
    expect(found.map(({ organization }) => organization)).toEqual(['Doe & Roe, Inc.', 'SEIU Local 503']);
    expect(leftOut).toEqual([
      { line: 3, source: 'Doe and Roe Inc', why: 'twice' },
      { line: 4, source: 'SEIU 503', why: 'twice' },
    ]);
  });

  test('of one name in two towns are two', () => {
    expect(names('Grace Lutheran Church (Tidewater, OR)\nGrace Lutheran Church (Rosewood, OR)')).toHaveLength(
      2,
    );
  });

  test('of a brand are known by their neighbors in the list', () => {
    expect(names('Oxfam GB\nOxfam IBIS\nOxfam KEDV\nOxfam Novib')).toContain('Oxfam Novib');
    expect(names('Oxfam Novib')).toEqual([]);
  });

  test('broken over three lines are one', () => {
    const text =
      '1. Coalition for the Health of Mothers and\nChildren of the Outer\nIslands\n2. Harbor Aid\n3. Rosewood Clinic';
    expect(names(text)).toEqual([
      'Coalition for the Health of Mothers and Children of the Outer Islands',
      'Harbor Aid',
      'Rosewood Clinic',
    ]);
  });

  test('in a row between semicolons below numbered ones stand by themselves', () => {
    const text =
      '1. Harbor Aid\n2. Rosewood Clinic\n3. SEIU Local 503\nTern Island Church; Dockside Cooks Local 62\n4. Street Roots Coalition';
    expect(names(text)).toEqual([
      'Harbor Aid',
      'Rosewood Clinic',
      'SEIU Local 503',
      'Tern Island Church',
      'Dockside Cooks Local 62',
      'Street Roots Coalition',
    ]);
    expect(names('1. Harbor Aid\n2. Rosewood Clinic\nTern Island Church; NAACP Salem Branch')).toEqual([
      'Harbor Aid',
      'Rosewood Clinic',
      'Tern Island Church',
      'NAACP Salem Branch',
    ]);
    expect(
      names(
        '1. Harbor Aid\n2. Rosewood Clinic\n3. Coalition for Mothers;\nChildren and Youth\n4. Elm Street Church',
      ),
    ).toEqual([
      'Harbor Aid',
      'Rosewood Clinic',
      'Coalition for Mothers; Children and Youth',
      'Elm Street Church',
    ]);
  });

  test('in a CSV whose quotes nothing closes are still read', () => {
    expect(names('Organization,Name\n"Harbor Aid,Jane Roe\nRosewood Clinic,')).toContain('Rosewood Clinic');
  });
});

describe('noise of pasting changes nothing', () => {
  const texts = [
    ...letters.filter(({ name }) => !name.startsWith('csv')).map(({ text }) => text),
    ...shapes.map((shape) => paste(rowsOf('endorsers'), shape)),
  ];
  const noise: Record<string, (text: string) => string> = {
    'line ends of Windows': (text) => text.replace(/\n/g, '\r\n'),
    'no-break blanks': (text) => text.replace(/ /g, '\u00a0'),
    'blanks at the ends of lines': (text) => text.replace(/$/gm, '  '),
    'invisible characters': (text) => text.replace(/(?<=\w)(?=\n)/g, '\u200b'),
  };

  test.each(Object.entries(noise))('%s', (_, add) => {
    for (const text of texts) {
      const { found } = readSigners(text);
      expect(readSigners(add(text)).found).toEqual(
        found.map((one) => ({ ...one, source: expect.any(String) })),
      );
    }
  });

  test('blank lines', () => {
    for (const text of texts) expect(names(text.replace(/\n/g, '\n\n'))).toEqual(names(text));
  });

  test('all at once, wherever they stand', () => {
    const gap = fc.constantFrom('\n', '\r\n', ' \n', '\u00a0\n', '\n\n', '\n \n');
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(gap, { minLength: 5, maxLength: 5 }), (text, gaps) => {
        let i = 0;
        expect(names(text.replace(/\n/g, () => gaps[i++ % gaps.length] ?? '\n'))).toEqual(names(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('any text', () => {
  const lines = [...new Set(letters.flatMap(({ text }) => text.split('\n')))];
  const piece = fc.oneof(
    fc.constantFrom(...lines),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('\t', ';', ', ', ' – ', '"', '(', ')', '1. ', '* ', ' and ', '\n', '🎉', '[1]'),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('\n'));
  /** Letters and figures alone. Small and then large: ᾨ has two small forms, and ϴ is the large one of nothing. */
  const squeezed = (value: string) =>
    folded(value)
      .toLowerCase()
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');

  test('is read without throwing, and each organization stands in it', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const { found, leftOut } = readSigners(pasted);
        const whole = squeezed(pasted);
        const count = pasted.split(/\r\n?|\n/).length;
        for (const { organization, line, source } of found) {
          expect(organization.trim()).not.toBe('');
          expect(whole).toContain(squeezed(organization));
          expect(line).toBeLessThanOrEqual(count);
          expect(source.length).toBeLessThanOrEqual(SOURCE_LENGTH);
        }
        for (const { line } of leftOut) expect(line).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('that is hostile ends soon', () => {
    const long = 20_000;
    const hostile = [
      'a ',
      'A. ',
      '"',
      '""',
      ', ',
      '; ',
      '(',
      ')(',
      '- ',
      ' and ',
      '1. ',
      '* ',
      '\t',
      '[1]',
      'Aa-',
      "O'",
      '🎉',
      '\n"',
      'A, ',
    ];
    const began = Date.now();
    for (const unit of hostile) {
      readSigners(unit.repeat(long / unit.length));
      readSigners(`Organization,Name\n${unit.repeat(long / unit.length)}`);
      readSigners(`Harbor Aid ${unit.repeat(95 / unit.length)}x`);
    }
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test('of 5,000 lines takes about ten times as long as one of 500', () => {
    const make = (count: number) =>
      Array.from({ length: count }, (_, i) => `${i + 1}. Harbor Neighbors ${i} of Rosewood`).join('\n');
    readSigners(make(500));
    const took = (count: number) => {
      const began = performance.now();
      expect(readSigners(make(count)).found).toHaveLength(count);
      return performance.now() - began;
    };
    expect(took(5000)).toBeLessThan(Math.max(20 * took(500), 5000));
  });
});
