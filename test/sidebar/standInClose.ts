// The invented campaign's answers about the end of a meeting: two questions first, then two tabs with new rows.
import type { CloseAnswers, CloseView } from '../../src/commands/closeAnswers';

const SAME = {
  kind: 'same' as const,
  key: 'g1',
  question: 'Is “Amity St. Church” one of these?',
  why: 'Row 4 of the shortlist, with a similar name',
  options: [
    {
      key: 'c-18',
      label: 'Same group: Amity Street Church',
      second: 'Larkhaven, row 18 of the contacts. What you know is added to it',
    },
    { key: '', label: 'Different group', second: 'It becomes a new contact' },
  ],
};
const taker = (name: string) => ({
  kind: 'taker' as const,
  key: name,
  question: `Who is “${name}”?`,
  why: 'Takes Dove House',
  options: [
    { key: name, label: `Add “${name}”`, second: 'As a new name in the Volunteers tab' },
    { key: '', label: 'Nobody yet', second: 'The groups stay without somebody who takes them' },
  ],
});

/** As the server answers: what is decided is no question any more. */
export function closeView(answers: CloseAnswers, closed: boolean, mailed: number): CloseView {
  const left = closed ? 0 : 21;
  return {
    tab: 17,
    name: 'Shortlist Nov 19',
    closed,
    due: answers.due || '2026-12-03',
    dueText: 'Thu, Dec 3, 2026',
    dueProblem: answers.due === '2026-11-05' ? 'Nov 5 is past: choose the day of the next meeting.' : '',
    added: left,
    known: 3,
    learning: 0,
    given: closed ? 0 : 19,
    tabs: closed ? 0 : 5,
    also: closed
      ? []
      : ['The next meeting in Settings becomes Thu, Dec 3, 2026, and due dates that follow it move with it.'],
    remarks: [
      'Paper Lantern Books is Chidi’s already, so Bo did not get it. Selected contact hands it over: “Give it to somebody else”.',
    ],
    questions: closed
      ? []
      : [
          ...(answers.same.length === 0 ? [SAME] : []),
          ...['Zed', 'Yann'].filter((name) => !answers.takers.some((one) => one.name === name)).map(taker),
        ],
    people: ['Ana', 'Bo', 'Chidi'],
    came: 0,
    seen: ['a', 'b'],
    recap: {
      title: 'Who does what by Dec 3 (Larkhaven Care for All)',
      who: [
        {
          name: 'Ana',
          what: 'Reach out to 3, research 1',
          tasks: [{ text: 'Dove House: reach out', first: 'Ask Bo first, who knows someone there.' }],
        },
        { name: 'Bo', what: 'Reach out to 4', tasks: [{ text: 'Elm Clinic: reach out', first: '' }] },
      ],
      nobody: ['Kettle Lane Youth Council', 'Northgate Apprentices'],
      noWay: ['Northgate Apprentices'],
      missing: ['Young workers'],
      text: 'Who does what by Dec 3\n\nAna:\n- Dove House: reach out',
      withAddress: 4,
      mailed,
      toMail: 4 - mailed,
      noAddress: [],
      unsure: [],
      composeUrl: 'https://mail.google.com/mail/?view=cm',
      canMail: true,
    },
  };
}
