// Every panel and state of the sidebar, each with the way a person gets there.
import type { Page } from 'playwright-core';
import type { Panel } from '../../src/commands/answers';
import * as campaign from './standInCampaign';
import { noMeetingView } from './standInMeeting';
import { reminderView } from './standInReminder';
import type { State } from './standInServer';

export interface Screen {
  readonly name: string;
  readonly panel: Panel;
  /** Changes the stand-in before the sidebar opens. */
  readonly given?: (state: State) => void;
  /** What the person does; ends when the state is there. */
  readonly reach?: (page: Page, state: State) => Promise<void>;
  /** Text that shows the state is there. */
  readonly shows: string;
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

export function emptyFollowUps(state: State): void {
  const counts = { ready: 0, otherWay: 0, quiet: 0, stopped: 0, notDue: 0 };
  state.followUps = {
    ...state.followUps,
    ready: [],
    otherWay: [],
    quiet: [],
    checks: [],
    stopped: [],
    counts,
    summary: 'Nobody is due today',
    nobodyDue:
      'Everyone you wrote to has answered or still has time. The next follow-up is due on Sat, Nov 14, 2026. 5 contacts are waiting.',
  };
}
function notStarted(state: State): void {
  state.start = { ...state.start, started: false, sheet: '', suggested: campaign.SHEET, suggestedRows: 124 };
  state.map = campaign.mapView();
}
function seesReplies(state: State): void {
  const { followUps } = state;
  state.followUps = {
    ...followUps,
    seesReplies: true,
    firstUse:
      'Answers to your messages are found by themselves. Not seen are answers from another address in a new mail, or by phone: write those down first, under Selected contact.',
  };
  state.replies = {
    message: '2 answered, 1 came back: the list is up to date.',
    then: () => {
      state.followUps = { ...state.followUps, ready: followUps.ready.slice(3) };
    },
  };
}
const UNSETTLED = {
  messageKey: 'key-x',
  organization: 'Paper Lantern Books',
  subject: 'Re: Shops and the cost of care',
  to: 'books@example.org',
  when: 'Thu, Nov 12, 2026, 14:14',
};

export const SCREENS: readonly Screen[] = [
  { name: 'first-opening', panel: 'today', given: notStarted, shows: 'Welcome to your outreach' },
  {
    name: 'first-opening-choose',
    panel: 'today',
    given: notStarted,
    reach: (page) => press(page, 'Choose another tab'),
    shows: 'Which tab holds your contacts?',
  },
  {
    name: 'first-opening-empty',
    panel: 'today',
    given: (state) => {
      notStarted(state);
      state.start = {
        ...state.start,
        suggested: '',
        tabs: [{ name: 'Sheet1', rows: 0, looksLikeContacts: false }],
      };
    },
    shows: 'This file has no rows yet',
  },
  {
    name: 'setup-question',
    panel: 'setup',
    given: (state) => {
      state.map = { ...campaign.mapView(), changed: ['The “Last time” column moved from I to J.'] };
    },
    shows: 'Which column is the organization?',
  },
  {
    name: 'setup-all-columns',
    panel: 'setup',
    given: (state) => {
      state.map = campaign.mapView();
    },
    reach: async (page) => {
      await page.getByText('Neither').click();
      await press(page, 'Show all columns');
    },
    shows: 'No column is the organization',
  },
  {
    name: 'setup-ready',
    panel: 'setup',
    reach: (page) => press(page, 'Change a column'),
    shows: 'Save the change',
  },
  {
    name: 'setup-permissions',
    panel: 'setup',
    given: (state) => {
      const title = 'See who answered';
      const what = 'Sees sender and date of replies, never the text.';
      const { permissions } = state.start;
      state.start = {
        ...state.start,
        permissions: [
          ...permissions.slice(0, 2),
          { name: 'replies', title, what, allowed: false },
          ...permissions.slice(2),
        ],
      };
    },
    reach: (page) => page.getByText('See who answered').first().scrollIntoViewIfNeeded(),
    shows: 'See who answered',
  },
  {
    name: 'setup-reminder',
    panel: 'setup',
    given: (state) => {
      state.reminder = reminderView(true);
    },
    reach: (page) => page.getByText('may not have left').first().scrollIntoViewIfNeeded(),
    shows: 'Switch the weekly reminder off',
  },
  {
    name: 'setup-reminder-not-allowed',
    panel: 'setup',
    given: (state) => {
      const missing = 'It needs your yes first: allow “Weekly reminder” (Setup, Permissions).';
      state.reminder = { ...state.reminder, missing };
    },
    reach: (page) => press(page, 'Switch the weekly reminder on'),
    shows: 'The weekly reminder is off.',
  },
  {
    name: 'setup-other-tab',
    panel: 'setup',
    reach: (page) => press(page, 'Use another tab'),
    shows: 'Which tab holds your contacts?',
  },
  { name: 'today', panel: 'today', shows: 'Next meeting in 7 days' },
  {
    name: 'today-more',
    panel: 'today',
    given: (state) => {
      state.today = {
        ...state.today,
        nextMeeting: null,
        goal: null,
        needs: [
          campaign.needOf(2, 'Questions about your columns', 'Nothing is sent before', 'Answer', {
            panel: 'setup',
          }),
          ...state.today.needs,
        ],
      };
    },
    reach: async (page) => {
      await press(page, /^Set the/);
      await press(page, /Waiting/);
      await press(page, 'Show 2 more');
    },
    shows: 'Row 89, Parish 89',
  },
  {
    name: 'today-nothing',
    panel: 'today',
    given: (state) => {
      state.today = {
        ...state.today,
        needs: [
          campaign.needOf(0, 'Follow-ups due', 'Nobody is due today', '', null),
          campaign.needOf(0, 'Problems in rows', 'Every row reads well', '', null),
        ],
      };
    },
    shows: 'Nobody is due today',
  },
  {
    name: 'today-empty',
    panel: 'today',
    given: (state) => {
      state.today = { ...state.today, contacts: 0 };
    },
    shows: 'No contacts yet',
  },
  { name: 'more-open', panel: 'today', reach: (page) => press(page, 'More'), shows: 'Selected contact' },
  { name: 'check', panel: 'check', shows: 'Fix 7 cells safely' },
  {
    name: 'check-fixed',
    panel: 'check',
    reach: (page) => press(page, 'Fix 7 cells safely'),
    shows: 'was kept',
  },
  {
    name: 'check-clean',
    panel: 'check',
    given: (state) => {
      state.groups = [];
    },
    shows: 'No problems in 124 rows',
  },
  {
    name: 'check-tabs',
    panel: 'check',
    given: (state) => {
      state.groups = [];
      state.tabGroups = [campaign.tabGroup()];
    },
    shows: 'no column or setting is called that',
  },
  {
    name: 'follow-ups-ready',
    panel: 'follow-ups',
    reach: (page) => press(page, /^Ask them first/),
    shows: 'Preview 8 messages',
  },
  {
    name: 'follow-ups-looking',
    panel: 'follow-ups',
    given: (state) => {
      seesReplies(state);
      state.latency = 1500;
    },
    reach: async (page, state) => {
      await page.getByText('Looking for answers').waitFor();
      state.latency = 0;
    },
    shows: 'Looking for answers',
  },
  {
    name: 'follow-ups-found',
    panel: 'follow-ups',
    given: seesReplies,
    shows: '2 answered, 1 came back: the list is up to date.',
  },
  {
    name: 'follow-ups-full',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = {
        ...state.followUps,
        quota: { used: 97, left: 3, limit: 100 },
        most: 3,
        firstUse: '3 messages can still go today. The others stay on the list.',
      };
    },
    shows: 'No more can go now',
  },
  {
    name: 'follow-ups-unsure',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = {
        ...state.followUps,
        unsettled: [UNSETTLED],
        unfinished: true,
        firstUse: 'This is the first send in this file, so at most 10 go now.',
        most: 5,
      };
    },
    shows: 'We are not sure it was sent',
  },
  {
    name: 'follow-ups-other-way',
    panel: 'follow-ups',
    reach: async (page) => {
      await press(page, /^Not by e/);
      await press(page, /^I called/);
    },
    shows: 'Call them: 555-0142',
  },
  {
    name: 'follow-ups-quiet',
    panel: 'follow-ups',
    reach: (page) => press(page, /^Gone quiet/),
    shows: 'Write on social media',
  },
  {
    name: 'follow-ups-stopped',
    panel: 'follow-ups',
    reach: (page) => press(page, /^Stopped/),
    shows: 'On hold until Nov 17',
  },
  {
    name: 'first-messages',
    panel: 'follow-ups',
    reach: (page) => press(page, 'Write first messages'),
    shows: 'Preview 3 messages',
  },
  {
    name: 'preview',
    panel: 'follow-ups',
    reach: (page) => press(page, 'Preview 8 messages'),
    shows: 'Send 8 follow-ups',
  },
  {
    name: 'preview-words-coming',
    panel: 'follow-ups',
    reach: async (page, state) => {
      await press(page, 'Preview 8 messages');
      state.latency = 20_000;
      await page.getByLabel('Template for this message').selectOption('Last try, any group');
    },
    shows: 'Loading the message',
  },
  {
    name: 'preview-test-sent',
    panel: 'follow-ups',
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Test to me');
    },
    shows: 'A test was sent to',
  },
  {
    name: 'preview-blank',
    panel: 'follow-ups',
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Next message');
      await page.getByLabel('Template for this message').selectOption({ index: 0 });
      await page.getByLabel('Template for this message').evaluate((list: HTMLSelectElement) => {
        list.append(new Option('x', 'followup-faith'));
        list.value = 'followup-faith';
        list.dispatchEvent(new Event('change', { bubbles: true }));
      });
    },
    shows: 'A blank in the message',
  },
  {
    name: 'edit-message',
    panel: 'follow-ups',
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Edit this one');
    },
    shows: 'Keep this message',
  },
  {
    name: 'message-edited',
    panel: 'follow-ups',
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Edit this one');
      await page.getByLabel('Subject').fill('A word about care');
      await press(page, 'Keep this message');
    },
    shows: 'Back to the template',
  },
  {
    name: 'sending',
    panel: 'follow-ups',
    reach: async (page, state) => {
      await press(page, 'Preview 8 messages');
      state.latency = 3000;
      await press(page, 'Send 8 follow-ups');
    },
    shows: '0 of 8',
  },
  {
    name: 'result',
    panel: 'follow-ups',
    given: (state) => {
      state.outcomes = { c3: 'unknown', c5: 'stopped', c6: 'failed' };
    },
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Send 8 follow-ups');
    },
    shows: '5 messages sent',
  },
  {
    name: 'result-bounced',
    panel: 'follow-ups',
    given: (state) => {
      state.manyBounced = true;
    },
    reach: async (page) => {
      await press(page, 'Preview 8 messages');
      await press(page, 'Send 8 follow-ups');
    },
    shows: 'Check the rows',
  },
  {
    name: 'result-tomorrow',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = { ...state.followUps, quota: { used: 97, left: 3, limit: 100 }, most: 3 };
    },
    reach: async (page) => {
      await press(page, 'Preview 3 messages');
      await press(page, 'Send 3 follow-ups');
    },
    shows: 'Continue tomorrow',
  },
  {
    name: 'no-mail-permission',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = { ...state.followUps, canSend: false };
    },
    reach: (page) => page.getByRole('link', { name: /Open in Gmail ?Amity/ }).click({ modifiers: ['Alt'] }),
    shows: 'Did you send it?',
  },
  {
    name: 'daily-limit',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = { ...state.followUps, quota: { used: 100, left: 0, limit: 100 }, most: 0 };
    },
    shows: 'That is all for today',
  },
  { name: 'follow-ups-nobody', panel: 'follow-ups', given: emptyFollowUps, shows: 'Sat, Nov 14, 2026' },
  {
    name: 'first-messages-none',
    panel: 'follow-ups',
    given: (state) => {
      emptyFollowUps(state);
      state.first = [];
    },
    reach: (page) => press(page, 'Write a first message'),
    shows: 'Everyone has had a first message',
  },
  { name: 'words', panel: 'words', shows: 'This adds one column' },
  {
    name: 'words-shown',
    panel: 'words',
    reach: (page) => press(page, 'Show the words in the sheet'),
    shows: 'Wrote the words of 124 rows',
  },
  { name: 'assign', panel: 'assign', reach: (page) => press(page, 'Show 2 more'), shows: 'Build 5 tabs' },
  {
    name: 'assign-theirs',
    panel: 'assign',
    reach: (page) => press(page, /^Ana has already/),
    shows: 'Already theirs: Amity Street Church; Cedar Hill Congregation; Millrace Worker Center; and 9 more',
  },
  {
    name: 'draft',
    panel: 'assign',
    reach: async (page) => {
      await press(page, 'Let them pick');
      await press(page, /^Dockside Cooks/);
      await press(page, 'Pass');
    },
    shows: '1 of 6 taken',
  },
  {
    name: 'draft-taken',
    panel: 'assign',
    reach: async (page, state) => {
      await press(page, 'Let them pick');
      await page.getByText('Dee’s turn').waitFor();
      state.takenInSheet.push('f1', 'f2');
      await press(page, /^Dockside Cooks/);
      await page.getByText('is taken in the sheet, so Dee picks once more').waitFor();
    },
    shows: 'Millrace Free Clinic: taken in the sheet',
  },
  {
    name: 'draft-over',
    panel: 'assign',
    given: (state) => {
      state.draft = { ...state.draft, free: [], found: 0, all: 0, pickers: [] };
    },
    reach: (page) => press(page, 'Let them pick'),
    shows: 'Everything is taken.',
  },
  {
    name: 'assign-looking',
    panel: 'assign',
    reach: async (page, state) => {
      await page.getByRole('button', { name: 'Build 5 tabs' }).waitFor();
      state.latency = 20_000;
      await page.getByLabel('Who takes Dockside Cooks Local 62').selectOption('Dee');
    },
    shows: 'Looking again',
  },
  {
    name: 'assign-question',
    panel: 'assign',
    given: (state) => {
      state.assign = {
        ...state.assign,
        left: 3,
        leftText: '3 contacts stay without an owner: everyone is full or away.',
        questions: [{ name: 'Jo', contacts: 4, choices: ['Jo Amsel', 'Jo Brandt'], guess: 'Jo Amsel' }],
      };
    },
    shows: 'Who is “Jo”?',
  },
  {
    name: 'assign-built',
    panel: 'assign',
    reach: (page) => press(page, 'Build 5 tabs'),
    shows: 'Every contact has an owner',
  },
  {
    name: 'assign-owners',
    panel: 'assign',
    given: (state) => {
      state.assign = {
        ...state.assign,
        way: 'owners',
        addsOwner: true,
        note: '“Contacts” has no column for who takes a contact. The button adds one at its right end, “Owner”. You can undo that. With fewer than three volunteers the owner column is filled in, without tabs.',
        button: 'Add “Owner” and fill in the owner of 6 contacts',
        volunteers: state.assign.volunteers.slice(0, 2),
        tabs: [],
      };
    },
    shows: 'Add “Owner” and fill in the owner of 6 contacts',
  },
  {
    name: 'assign-no-volunteers',
    panel: 'assign',
    given: (state) => {
      state.assign = { ...state.assign, volunteers: [] };
    },
    shows: 'No volunteers yet',
  },
  {
    name: 'today-meeting',
    panel: 'today',
    given: ({ today }) => {
      Object.assign(today, {
        deadlines: {
          ...today.deadlines,
          behind: 'The meeting moved to Dec 3: 12 due dates still say Nov 19 or Nov 26.',
        },
      });
    },
    reach: (page) => press(page, /^Change/),
    shows: '12 due dates follow the meeting',
  },
  { name: 'home', panel: 'home', shows: 'You can undo the changes in the contacts.' },
  {
    name: 'home-questions',
    panel: 'home',
    reach: (page) => press(page, 'Bring assignments home'),
    shows: '5 questions for you.',
  },
  {
    name: 'home-quiet',
    panel: 'home',
    given: (state) => {
      state.home = { ...state.home, conflicts: [], missing: [], twins: [], copies: [], left: [], joined: 0 };
    },
    reach: (page) => press(page, 'Bring assignments home'),
    shows: 'Look again',
  },
  {
    name: 'mine',
    panel: 'mine',
    reach: async (page) => {
      await press(page, 'Kettle Lane Group 2');
      await press(page, /more$/);
    },
    shows: 'is not in the tab',
  },
  {
    name: 'mine-team',
    panel: 'mine',
    reach: async (page) => {
      await press(page, 'My team');
      await press(page, /Chidi/);
    },
    shows: 'Overdue since Nov 5',
  },
  {
    name: 'mine-unknown',
    panel: 'mine',
    given: (state) => {
      state.mine = {
        ...state.mine,
        name: '',
        counts: { open: 0, due: 0, overdue: 0 },
        items: [],
        team: [],
        calendars: [],
      };
    },
    shows: 'Choose your name to see what is yours.',
  },
  {
    name: 'mine-nobody',
    panel: 'mine',
    given: (state) => {
      state.mine = { ...state.mine, name: '', names: [], items: [], team: [] };
    },
    shows: 'Nobody stands in the tab Volunteers',
  },
  { name: 'meeting', panel: 'meeting', shows: 'Ask the room: Young workers' },
  {
    name: 'meeting-looked-again',
    panel: 'meeting',
    reach: async (page) => {
      await press(page, 'Fill in');
      await press(page, 'Look again');
    },
    shows: 'Likely the same',
  },
  {
    name: 'meeting-close',
    panel: 'meeting',
    reach: async (page) => {
      await press(page, 'Close the meeting…');
      await press(page, 'Each task');
    },
    shows: 'Answer the 3 questions first.',
  },
  {
    name: 'meeting-closed',
    panel: 'meeting',
    given: (state) => {
      state.closings.push({ tab: 17, due: '', same: [], takers: [], seen: [] });
    },
    reach: (page) => press(page, 'Close the meeting…'),
    shows: 'The list for everybody',
  },
  {
    name: 'meeting-paste',
    panel: 'meeting',
    reach: (page) => press(page, 'Paste a list of names'),
    shows: 'Paste a list, or choose a file.',
  },
  {
    name: 'meeting-names',
    panel: 'meeting',
    reach: async (page) => {
      await press(page, 'Paste a list of names');
      await page.getByLabel('The list, as it is').fill('Dockside Cooks Local 62');
      await press(page, 'Find the names');
    },
    shows: 'Add 2 to the shortlist',
  },
  {
    name: 'meeting-first',
    panel: 'meeting',
    given: (state) => {
      state.meeting = noMeetingView();
    },
    shows: 'Start the meeting',
  },
  { name: 'contact', panel: 'contact', reach: (page) => press(page, 'Called'), shows: 'Left a message' },
  {
    name: 'contact-wait',
    panel: 'contact',
    reach: async (page) => {
      await press(page, 'Called');
      await press(page, 'Wait until');
    },
    shows: 'Save the day',
  },
  {
    name: 'contact-forget',
    panel: 'contact',
    reach: (page) => press(page, 'Forget this contact'),
    shows: 'Erase for good',
  },
  {
    name: 'contact-hand-over',
    panel: 'contact',
    reach: async (page) => {
      await press(page, 'Give it to somebody else');
      await page.getByLabel('Who takes it').selectOption('Elif Demirtaş');
    },
    shows: 'Give it to Elif Demirtaş',
  },
  {
    name: 'contact-forgotten',
    panel: 'contact',
    reach: async (page) => {
      await press(page, 'Forget this contact');
      await press(page, 'Erase for good');
    },
    shows: 'Forget that contact too',
  },
  {
    name: 'contact-none',
    panel: 'contact',
    given: (state) => {
      state.contact = null;
    },
    shows: 'No contact is selected',
  },
  { name: 'plan', panel: 'event', shows: 'Overdue since Nov 10' },
  {
    name: 'plan-move',
    panel: 'event',
    reach: async (page) => {
      await press(page, 'Move the event');
      await page.getByLabel('New day of the event').fill('2026-12-15');
      await page.getByLabel('New day of the event').blur();
    },
    shows: 'Move the event to Dec 15, with 5 tasks',
  },
  {
    name: 'plan-new',
    panel: 'event',
    given: (state) => {
      const problems = ['“soon” is not a number of days (Event tasks, C2). Write a whole number up to 730.'];
      state.plans = { ...state.plans, tabs: [], current: null, moves: null, problems };
    },
    reach: async (page) => {
      await page.getByLabel('Day of the event').fill('2026-12-08');
      await page.getByLabel('Day of the event').blur();
    },
    shows: 'Start the plan with 3 tasks',
  },
  { name: 'changes-empty', panel: 'changes', shows: 'Nothing was changed yet' },
  {
    name: 'changes',
    panel: 'changes',
    given: (state) => {
      const made = { who: 'Ana', time: '2:41 pm', cells: 1 };
      state.changes = [
        { ...made, id: 'k1', what: 'Fixed 1 cell in row 71', state: 'undo' },
        { ...made, id: 'k2', what: 'Wrote 8 send results', cells: 24, state: 'kept' },
        { ...made, id: 'k3', what: 'Fixed 9 statuses', cells: 9, state: 'undone' },
      ];
    },
    shows: 'Wrote 8 send results',
  },
  {
    name: 'loading',
    panel: 'check',
    given: (state) => {
      state.latency = 3000;
    },
    shows: 'You can keep working in the sheet',
  },
  {
    name: 'error',
    panel: 'follow-ups',
    given: (state) => {
      state.problem = {
        code: 'column-changed',
        message:
          'The “Last time” column is gone. Somebody renamed or deleted it, so we cannot tell who is due. Nothing was sent or changed.',
        todo: 'Pick the column',
      };
    },
    shows: 'The “Last time” column is gone',
  },
  {
    name: 'wrong-account',
    panel: 'today',
    given: (state) => {
      state.failures = { '*': 'Es tut uns leid, beim Lesen aus dem Speicher ist ein Fehler aufgetreten.' };
    },
    reach: (page) => press(page, 'How do I do that?'),
    shows: 'You are signed in to several Google accounts',
  },
];
