// What the add-on's own tabs look like when they are made: headings, first rows, widths, notes.
import { LOG_COLUMNS } from '../texts/logColumns';
import { DATA_COLUMNS, SCHEMA_VERSION } from './dataTab';
import { DEFAULT_SETTINGS, SETTING_NAMES } from './readSettings';
import { VOLUNTEER_COLUMNS } from './readVolunteers';
import { DATA_TAB, LOG_TAB, SETTINGS_TAB, VOLUNTEERS_TAB } from './tabs';

export interface TabShape {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly textColumns: readonly number[];
  readonly widths: readonly number[];
  readonly headerNotes: readonly string[];
  readonly hidden: boolean;
}

export const EVERYBODY_READS = 'Everyone who can open this file can read this.';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

export const LOG_SHAPE: TabShape = {
  name: LOG_TAB,
  rows: [LOG_COLUMNS],
  textColumns: upTo(LOG_COLUMNS.length),
  widths: LOG_COLUMNS.map((name) => (name === 'Summary' || name === 'Notes' ? 260 : 120)),
  headerNotes: LOG_COLUMNS.map((name) => (name === 'Summary' || name === 'Notes' ? EVERYBODY_READS : '')),
  hidden: false,
};

export const DATA_SHAPE: TabShape = {
  name: DATA_TAB,
  rows: [DATA_COLUMNS, ['schema', 'version', '', '', String(SCHEMA_VERSION), '']],
  textColumns: upTo(DATA_COLUMNS.length),
  widths: [],
  headerNotes: ['Kept by the add-on: which column is which, what was sent, and what can be undone.'],
  hidden: true,
};

export const VOLUNTEERS_SHAPE: TabShape = {
  name: VOLUNTEERS_TAB,
  rows: [VOLUNTEER_COLUMNS],
  textColumns: [1, 2, 3, 4, 5, 7, 11],
  widths: [160, 220, 110, 140, 220, 120, 200, 110, 100, 110, 240, 110],
  headerNotes: [
    '',
    '',
    'Lead, captain or volunteer',
    'Who looks after this volunteer',
    'Union local, congregation, workplace, groups: with commas between',
    'How many open contacts at once; empty means an even share',
    'Kinds of groups they like to take, with commas between',
    'Nothing is due before this day',
    'yes: a message each Monday with what is due, where a lead has the weekly reminder on',
    'The day of the last talk about how it went',
    `What they said they would like to do next. ${EVERYBODY_READS}`,
    'When to talk again',
  ],
  hidden: false,
};

const N = SETTING_NAMES;
const D = DEFAULT_SETTINGS;

export const SETTINGS_SHAPE: TabShape = {
  name: SETTINGS_TAB,
  rows: [
    ['Name', 'Value', 'What it means'],
    [N.campaign, '', 'What you work for, as it stands in messages: Medicare for All in Larkhaven'],
    [N.resolutionLink, '', 'Link to the resolution; a first message needs it'],
    [N.nextMeeting, '', 'The date by which everyone has reached out: the deadline of open assignments'],
    [N.openMeetingDate, '', 'A meeting that anyone may attend, offered in messages'],
    [N.openMeetingPlace, '', 'Where it is'],
    [N.openMeetingLink, '', 'Link to join or to read more'],
    [N.followUpDays, D.followUpDays, 'Days without an answer until a contact is due again'],
    [`${N.followUpDays}: Union`, '', 'The same for one category only; copy this line for others'],
    [N.emails, D.emails, 'E-mails to one contact, the first included; after that call them'],
    [`${N.emails}: Union`, 3, 'The same for one category only; copy this line for others'],
    [N.dailyLimit, D.dailyLimit, 'Most messages in 24 hours from one account'],
    [N.senderName, '', 'Your name as it stands under messages'],
    [N.replyTo, '', 'Answers go to this address; empty means to the sender'],
    [N.ccOwner, 'no', 'yes: the owner of a contact gets a copy of each message'],
    [N.testAddress, '', 'Where “Test to me” sends to; empty means your own address'],
    [N.goal, '', 'How many endorsements you aim for'],
    [
      N.senator,
      '',
      'Your senator or representative: the Meeting panel searches for letters to them that groups signed',
    ],
    [N.state, '', 'Where: your state, or your town'],
    [N.issue, '', 'What such letters are about: Medicare for All'],
    [N.checkIns, D.checkIns.join(' and '), 'Days before a deadline on which captains ask how it goes'],
    [N.daysOff, '', 'Days on which nothing of a plan is due: Sundays, Dec 24 – Jan 1'],
    [N.ownAsks, '', 'What you ask for beside the usual, with commas between: Host a house meeting'],
    [
      N.firstAsk,
      D.firstAsk,
      'What a first message asks for, so that its answer is written down; empty for nothing',
    ],
    [N.partnerCheckDays, D.partnerCheckDays, 'Days without a word until partners are asked how it goes'],
  ],
  textColumns: [1, 3],
  widths: [190, 240, 480],
  headerNotes: [],
  hidden: false,
};
