// The invented campaign's answers about a pasted list: two new names, one of them long, a known one, a likely one, a person.
import type { NameItem, NamesView } from '../../src/commands/nameAnswers';
import { SHEET } from './standInMeeting';

const BLANK: NameItem = {
  at: 0,
  kind: 'new',
  name: '',
  category: '',
  town: '',
  source: '',
  note: '',
  word: '',
  of: '',
  where: '',
  sheet: '',
  cell: '',
  addable: true,
};

const ITEMS: readonly Partial<NameItem>[] = [
  {
    name: 'Dockside Cooks Local 62',
    category: 'Union',
    source: '3. Sam T., DOCKSIDE COOKS L. 62',
    note: 'Signed: Sam T.',
  },
  {
    name: 'Larkhaven and Riverbend Area Interfaith Committee for Everybody’s Health, Housing & <b>Hope</b>',
    town: 'Riverbend',
    source: '• Larkhaven and Riverbend Area Interfaith Committee (signed Oct 2)',
  },
  {
    kind: 'known',
    name: 'Amity Street Church',
    category: 'Faith group',
    source: 'Amity St. Church',
    word: 'Already in contacts',
    where: 'Row 18, written to 9 days ago',
    sheet: 'Contacts',
    cell: 'A18',
  },
  {
    kind: 'unsure',
    name: 'Teachers Union of Tern Island',
    category: 'Union',
    source: 'Teachers Union of Tern Island',
    word: 'Likely the same',
    of: 'Tern Island Teachers’ Union',
    where: 'Row 4',
    sheet: SHEET,
    cell: 'A4',
  },
];

export function namesView(): NamesView {
  return {
    lines: 5,
    items: [
      ...ITEMS.map((item, at): NameItem => ({ ...BLANK, at, ...item })),
      {
        ...BLANK,
        at: 4,
        kind: 'left out',
        name: 'Street Roots',
        source: '12. Street Roots',
        note: 'A person or a group, nobody can tell. Tick it if it is a group.',
        word: 'Left out',
      },
      {
        ...BLANK,
        at: -1,
        kind: 'left out',
        name: '11. Lena O., retired nurse',
        note: 'A person. No organization is named.',
        word: 'Left out',
        addable: false,
      },
    ],
    counts: { new: 2, known: 1, unsure: 1, leftOut: 2 },
    categories: ['Union', 'Faith group', 'Clinic', 'Worker center'],
    shortlist: SHEET,
  };
}
