// The fields of a contact: what a column of the group's tab can mean (design section 3).

export const FIELDS = [
  'id',
  'organization',
  'category',
  'level',
  'town',
  'contactName',
  'role',
  'email',
  'phone',
  'otherChannel',
  'website',
  'knownBy',
  'priorities',
  'connection',
  'owner',
  'task',
  'due',
  'status',
  'firstContacted',
  'lastContacted',
  'attempts',
  'nextFollowUp',
  'answer',
  'theirNextMeeting',
  'endorsement',
  'doNotContact',
  'notes',
] as const;

export type Field = (typeof FIELDS)[number];

/** The words a person reads for a field, in the sidebar, in messages and as merge names. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  id: 'ID',
  organization: 'Organization',
  category: 'Category',
  level: 'Level',
  town: 'Town',
  contactName: 'Contact name',
  role: 'Role',
  email: 'E-mail',
  phone: 'Phone',
  otherChannel: 'Other channel',
  website: 'Website',
  knownBy: 'Known by',
  priorities: 'Their priorities',
  connection: 'Connection',
  owner: 'Owner',
  task: 'Task',
  due: 'Due',
  status: 'Status',
  firstContacted: 'First contacted',
  lastContacted: 'Last contacted',
  attempts: 'Attempts',
  nextFollowUp: 'Next follow-up',
  answer: 'Answer',
  theirNextMeeting: 'Their next meeting',
  endorsement: 'Endorsement',
  doNotContact: 'Do not contact',
  notes: 'Notes',
};

/** The header of our own id column, at the right end of a contacts tab and hidden at the left of assignment tabs. */
export const OUTREACH_ID = 'Outreach ID';
/** The header of our own column with the live word (design section 3). */
export const NEXT_STEP = 'Next step';
