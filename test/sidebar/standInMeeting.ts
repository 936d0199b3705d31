// The invented campaign's answers about a brainstorm meeting: three names on the shortlist, nobody for one category.
import type { LookAgainView, MeetingView } from '../../src/commands/meetingAnswers';
import { CATEGORIES } from '../../src/texts/categories';

const COUNTS: Readonly<Record<string, readonly [inContacts: number, shortlisted: number]>> = {
  'Small business': [24, 0],
  'Faith group': [22, 1],
  Union: [18, 4],
  'Local chapter': [14, 2],
  'Nurses and other health workers': [12, 0],
  'Racial justice': [11, 5],
  Physicians: [9, 1],
  'Immigrant advocacy': [6, 3],
  'Worker center': [5, 2],
  'Disability community': [3, 3],
  'Young workers': [0, 0],
};

export const SHEET = 'Shortlist Nov 19';

export function meetingView(): MeetingView {
  const prompt = (name: string) => {
    const found = CATEGORIES.find((one) => one.name === name);
    return { category: name as never, prompt: found?.prompt ?? '', tip: found?.tip ?? '' };
  };
  return {
    shortlist: { sheet: SHEET, dayText: 'Nov 19', closed: false, names: 21, remarks: [] },
    nextDay: '2026-11-19',
    categories: Object.entries(COUNTS).map(([category, [inContacts, shortlisted]]) => ({
      category: category as never,
      inContacts,
      shortlisted,
    })),
    otherNames: 1,
    prompts: ['Young workers', 'Disability community', 'Worker center'].map(prompt),
    noTaker: Array.from({ length: 7 }, (_, index) => ({
      organization: `Kettle Lane Group ${index + 1}`,
      row: index + 3,
    })),
    noTakerCount: 7,
    twoTakers: [
      { organization: 'Larkhaven and Riverbend Area Interfaith Committee', row: 2, takers: 'Ana, Bo' },
    ],
    askFirst: [
      {
        organization: 'Dockside Cooks Local 62',
        row: 5,
        sentence: 'Chidi belongs to SEIU Local 503, of the same union, and may know someone there.',
        text: 'Hi Chidi, do you know somebody there?',
      },
    ],
    askFirstCount: 1,
    search: {
      links: [
        { label: 'Organizations that signed', url: 'https://www.google.com/search?q=care' },
        { label: 'Endorsers of a resolution', url: 'https://www.google.com/search?q=resolution' },
      ],
      missing: [{ name: 'senator', label: 'Senator' }],
    },
  };
}

export function noMeetingView(): MeetingView {
  const view = meetingView();
  const missing = (['issue', 'senator', 'state'] as const).map((name) => ({
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
  }));
  return {
    ...view,
    shortlist: null,
    noTaker: [],
    noTakerCount: 0,
    twoTakers: [],
    otherNames: 0,
    search: { links: [], missing },
  };
}

export function lookAgainView(): LookAgainView {
  return {
    meeting: { ...meetingView(), twoTakers: [] },
    message: 'Looked at 21 names and added hints to 2 rows.',
    likely: [
      {
        organization: 'Dockside Cooks L. 62',
        row: 9,
        of: 'Dockside Cooks Local 62',
        where: 'your contacts, row 18',
        sheet: 'Contacts',
        otherRow: 18,
      },
    ],
    likelyCount: 1,
  };
}
