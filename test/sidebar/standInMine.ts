// The invented campaign's answers about deadlines, "My contacts" and a captain's team.
import type { DeadlinesView, MyContact, MyContactsView } from '../../src/commands/myAnswers';

const CALENDAR =
  'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Care&dates=20261119/20261120';
const CALENDARS = [
  { label: 'Next meeting, Nov 19', url: CALENDAR },
  { label: 'Open meeting, Nov 21', url: CALENDAR },
];

export function deadlinesView(): DeadlinesView {
  return {
    follow: '12 due dates follow the meeting and move with it. Days that somebody set stay.',
    behind: '',
    calendars: CALENDARS,
    saved: null,
  };
}

function myContact(at: number, urgency: MyContact['urgency'], due: string): MyContact {
  return {
    contact: `m${at}`,
    row: at + 2,
    organization:
      at === 1 ? 'Larkhaven and Riverbend Area Interfaith Committee for Care' : `Kettle Lane Group ${at}`,
    task: at % 3 === 0 ? 'Reach out' : 'Follow up',
    urgency,
    due,
    tag:
      at % 3 === 0
        ? { word: '', why: 'Not contacted yet' }
        : { word: 'Follow up', why: 'No answer for 9 days' },
    last: at % 3 === 0 ? '' : 'Nov 3, e-mail',
    knownBy: at % 4 === 1 ? 'Dee' : '',
    askFirst: at === 3 ? 'Ask Chidi (SEIU Local 503) first' : '',
    calendar: due === '' ? '' : CALENDAR,
  };
}

export function myContactsView(name = 'Bo'): MyContactsView {
  const items = [
    myContact(1, 'overdue', 'Overdue since Nov 5'),
    myContact(2, 'due', 'Due tomorrow'),
    ...Array.from({ length: 22 }, (_, at) => myContact(at + 3, 'due', 'Due on Nov 19, check-in on Nov 17')),
    myContact(25, 'rest', ''),
  ];
  return {
    sheet: 'Contacts',
    name,
    names: ['Ana', 'Bo', 'Chidi', 'Dee'],
    counts: { open: 25, due: 23, overdue: 1 },
    items,
    team: [
      { name: 'Chidi', open: 12, due: 3, overdue: 1, last: 'Nov 3', checkIn: 'Check in by Nov 12' },
      { name: 'Dee', open: 0, due: 0, overdue: 0, last: '', checkIn: '' },
    ],
    calendars: CALENDARS,
  };
}
