// The invented volunteers and settings of the sample, in the order of the columns of their tabs.

import { SETTING_NAMES as N } from '../../src/workbook/readSettings';

export const TODAY = '2026-11-12';
export const OWNER = 'ana@larkhaven.example.org';
export const SECOND_ACCOUNT = 'bo@larkhaven.example.org';

/** The leads who can be signed in on the page. */
export const LEADS = [
  { name: 'Ana', email: OWNER },
  { name: 'Bo', email: SECOND_ACCOUNT },
] as const;

/** Name, e-mail, role, captain, belongs to, most open assignments, categories, away until, reminder. */
export const VOLUNTEERS: readonly (readonly string[])[] = [
  ['Ana', OWNER, 'Lead', '', 'Sisters of the Open Door, tenants union', '', 'Unions, Faith groups', ''],
  [
    'Bo',
    SECOND_ACCOUNT,
    'Captain',
    'Ana',
    'Stagehands Local 28',
    '20',
    'Unions, National chapters',
    '',
    'yes',
  ],
  [
    'Chidi',
    'chidi@larkhaven.example.org',
    'Captain',
    'Ana',
    'Larkhaven Nurses United',
    '20',
    'Nurses, Clinics, Immigrant groups',
    '',
  ],
  [
    'Dee',
    'dee@larkhaven.example.org',
    'Volunteer',
    'Bo',
    'Library Workers Local 88',
    '20',
    'Small businesses, Disability groups',
    '',
  ],
  [
    'Elif',
    'elif@larkhaven.example.org',
    'Volunteer',
    'Chidi',
    'Lark College',
    '16',
    'Physicians, Faith groups, Young workers',
    '11/23/2026',
  ],
];

/** Setting → value; what is missing keeps the shipped value. */
export const SETTINGS: Readonly<Record<string, string>> = {
  [N.campaign]: 'Larkhaven for Medicare for All',
  [N.resolutionLink]: 'https://larkhaven-care.example.org/resolution',
  [N.nextMeeting]: '11/19/2026',
  [N.openMeetingDate]: '11/21/2026',
  [N.openMeetingPlace]: 'Riverbend Fellowship Hall, 12 Quay Street',
  [N.senderName]: 'Ana Brandt',
  [N.testAddress]: OWNER,
  [N.goal]: '40',
};

/** Lines of the group's own at the end of Settings. */
export const MORE_SETTINGS: readonly (readonly string[])[] = [
  [`${N.emails}: Worker center`, '3', 'They are often in the field: one more e-mail'],
  [`${N.followUpDays}: Physicians`, '10', 'Doctors answer late'],
];

/** What comes back on the sample's day, by organization: an answer's words, or 'bounced'. */
export const CAME_BACK: Readonly<Record<string, string>> = {
  'Willow Street Mosque': 'Yes, please call the office on Friday and ask for me.\n\nIdris',
  'Green Thimble Tailors': 'bounced',
  'Lantern Hill Medical Students': 'We voted: you have our endorsement.\n\nRavi',
};
