// Lists as people really paste them: leftovers of web pages, columns side by side, exports with headings of their own,
// “and 12 others”. What is no name never becomes one.
import { describe, expect, test } from '@jest/globals';
import { readSigners } from '../../../src/meetings/signers/readSigners';

const names = (text: string) => readSigners(text).found.map(({ organization }) => organization);
const left = (text: string) => readSigners(text).leftOut.map(({ source, why }) => [source, why]);

describe('leftovers of web pages', () => {
  test('tags go, and what they part is parted', () => {
    expect(
      names(
        '<ul class="x"><li>AFT Local 2121</li>\n<li>Oregon Nurses Association</li></ul>\nHarbor Mutual Aid<br>Portland&nbsp;Jobs with Justice<br/>\n&#8226; NAACP Salem-Keizer Branch\nLocks &amp; Keys Co-op',
      ),
    ).toEqual([
      'AFT Local 2121',
      'Oregon Nurses Association',
      'Harbor Mutual Aid',
      'Portland Jobs with Justice',
      'NAACP Salem-Keizer Branch',
      'Locks & Keys Co-op',
    ]);
  });

  test('a name in a tag stands with whoever signed for it', () => {
    expect(readSigners('<p>Jane Roe, Director, <b>Harbor Mutual Aid</b></p>').found[0]).toMatchObject({
      organization: 'Harbor Mutual Aid',
      person: 'Jane Roe',
      role: 'Director',
    });
  });

  test('a table of a page is one, and signs for more and less in a name stay', () => {
    expect(
      names(
        '<table><tr><th>Organization</th><th>City</th></tr><tr><td>Dockside Cooks Local 62</td><td>Salem</td></tr></table>',
      ),
    ).toEqual(['Dockside Cooks Local 62']);
    expect(names('People <3 Care Coalition\nOregon Nurses Association')).toContain(
      'People <3 Care Coalition',
    );
  });

  test('links and signs of Markdown', () => {
    expect(
      names(
        '- [Oregon Nurses Association](https://ona.example.org/a)\n* _Rural Organizing Project_\n- **AFT Local 2121**',
      ),
    ).toEqual(['Oregon Nurses Association', 'Rural Organizing Project', 'AFT Local 2121']);
  });
});

describe('several in a line', () => {
  test('two columns side by side, parted by blanks', () => {
    expect(
      names(
        'AFT Local 2121                  Oregon Nurses Association\nPortland Jobs with Justice      Rural Organizing Project\nSunrise Movement Eugene         350 Salem\n',
      ),
    ).toEqual([
      'AFT Local 2121',
      'Oregon Nurses Association',
      'Portland Jobs with Justice',
      'Rural Organizing Project',
      'Sunrise Movement Eugene',
      '350 Salem',
    ]);
  });

  test('a whole list in one line', () => {
    expect(
      names('Oregon Nurses Association; Harbor Mutual Aid; Clinic of Salem; Union of Cooks'),
    ).toHaveLength(4);
    expect(
      names(
        'AFT Local 2121, Oregon Nurses Association, Portland Jobs with Justice, Verde, NAACP, Rural Organizing Project',
      ),
    ).toEqual([
      'AFT Local 2121',
      'Oregon Nurses Association',
      'Portland Jobs with Justice',
      'Verde',
      'NAACP',
      'Rural Organizing Project',
    ]);
    expect(names('UFCW 555, IATSE 28 and Teamsters 206')).toEqual(['UFCW 555', 'IATSE 28', 'Teamsters 206']);
  });

  test.each([
    'and 12 others',
    'and 12 other organizations',
    '+ 34 more',
    'and many more',
    '... and several other groups',
  ])('“%s” is no name', (more) => {
    expect(names(`Oregon Nurses Association\nNAACP Salem-Keizer Branch\n${more}`)).toEqual([
      'Oregon Nurses Association',
      'NAACP Salem-Keizer Branch',
    ]);
  });

  test('“and 12 others” behind the last name goes, names that begin with a number stay', () => {
    const text = 'Portland Jobs with Justice, NAACP Salem-Keizer, Rural Organizing Project, and 12 others';
    expect(names(text)).toEqual([
      'Portland Jobs with Justice',
      'NAACP Salem-Keizer',
      'Rural Organizing Project',
    ]);
    expect(left(text)).toEqual([['and 12 others', 'other']]);
    expect(names('1000 Friends of Oregon\n100 Black Men of Salem\n350 Salem Coalition')).toHaveLength(3);
  });
});

describe('tables and exports', () => {
  test('numbers in a column of their own', () => {
    expect(
      readSigners(
        '1\tAFT Local 2121\tOakland, CA\n2\tHarbor Mutual Aid\tSalem, OR\n3\tPaper Lantern Books\tEugene, OR',
      ).found,
    ).toMatchObject([
      { organization: 'AFT Local 2121', town: 'Oakland' },
      { organization: 'Harbor Mutual Aid', town: 'Salem' },
      { organization: 'Paper Lantern Books', town: 'Eugene' },
    ]);
  });

  test('a CSV whose heading says only Name: each name is read as in a list', () => {
    const text =
      'Name,Type,City,Website\r\n"Amity Street Church, UCC",Church,Salem,\r\n"Fair Wages ""Now"" Coalition",Campaign,Eugene,http://x.example.org\r\nLena Ortiz,Person,Salem,\r\nOregon Nurses Association,Union,"Portland\nOR",\r\n';
    expect(readSigners(text).found).toMatchObject([
      { organization: 'Amity Street Church, UCC', town: 'Salem', line: 2 },
      { organization: 'Fair Wages "Now" Coalition', town: 'Eugene', line: 3 },
      { organization: 'Oregon Nurses Association', town: 'Portland OR', line: 5 },
    ]);
    expect(left(text).map(([, why]) => why)).toEqual(['other', 'person']);
  });

  test('nothing but the names of an export is read, whatever else its cells hold', () => {
    const text =
      'id,name,party,address,phone\n1,Ada Roe,Green,"Suite 201\nHarbor Health Building, Albany, NY 12247",555-0100\n2,Bo Lee,Green,"Union Hall\nLocal 62 Road",555-0101';
    expect(names(text)).toEqual([]);
  });

  test('under “endorser” and “supporter” people stand beside organizations: none becomes one', () => {
    for (const heading of ['endorser', 'Supporter', 'Signatory', 'Signer']) {
      const text = `${heading},link\nAFT Local 2121,http://a.example.org\nAlva Rosental,http://b.example.org\nAffordable Housing Alliance,http://c.example.org`;
      expect(names(text)).toEqual(['AFT Local 2121', 'Affordable Housing Alliance']);
    }
  });
});

test('degrees and orders behind a name are none of an organization', () => {
  expect(
    readSigners(
      'Dr. Jane Roe, MD, MPH, FAAFP, Physicians for a National Health Program\nJohn Q. Farrow, R.N., B.S.N., Oregon Nurses Association\nRev. Dr. Alma T. Reed, D.Min., First Unitarian Church',
    ).found.map(({ organization, person, role }) => [organization, person, role]),
  ).toEqual([
    ['Physicians for a National Health Program', 'Dr. Jane Roe, MD, MPH, FAAFP', ''],
    ['Oregon Nurses Association', 'John Q. Farrow, R.N., B.S.N.', ''],
    ['First Unitarian Church', 'Rev. Dr. Alma T. Reed, D.Min.', ''],
  ]);
});

test('in a list that shouts, abbreviations in brackets and before a number stay as they are', () => {
  expect(
    names(
      'HARBOR DEPARTMENT OF TRADE (HDT)\nFBEU - 187\nABCU LOCAL 12\nWORLD FOOD PROGRAMME\nOREGON NURSES ASSOCIATION',
    ),
  ).toEqual([
    'Harbor Department of Trade (HDT)',
    'FBEU - 187',
    'ABCU Local 12',
    'World Food Programme',
    'Oregon Nurses Association',
  ]);
});

test('what may be a person or a group has its name ready, so that a person may take it', () => {
  const { leftOut } = readSigners(
    '1. Oregon Nurses Association\n2. Street Roots*\n3. NAACP Salem-Keizer Branch',
  );
  expect(leftOut).toEqual([{ line: 2, source: '2. Street Roots*', why: 'unsure', name: 'Street Roots' }]);
});
