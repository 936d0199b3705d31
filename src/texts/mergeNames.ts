// The merge names that no column and no setting has: values that are worked out for each message.

export const WORKED_OUT = {
  lastTouch: 'last touch',
  lastDay: 'last day',
  lastSubject: 'last subject',
  kindParagraph: 'kind paragraph',
  tie: 'tie',
  tieBelongsTo: 'tie belongs to',
  ownerName: 'owner name',
  noOrganization: 'no organization',
  ask: 'ask',
} as const;

export type WorkedOut = keyof typeof WORKED_OUT;

/** What each means, for the note on the heading of the Templates tab. */
export const WORKED_OUT_MEANS: Readonly<Record<WorkedOut, string>> = {
  lastTouch: 'how and when we last got in touch: “I called on Nov 3”',
  lastDay: 'the day of it: “Nov 3”',
  lastSubject: 'the subject of our last e-mail to them',
  kindParagraph: 'the paragraph for their kind of group, from the rows with the channel “paragraph”',
  tie: 'the first name in “Known by”, else who may know someone there',
  tieBelongsTo: 'what that person belongs to, by the Volunteers tab',
  ownerName: 'the first name in “Owner”',
  noOrganization: '“yes” where the list names persons and no organizations',
  ask: 'what we asked them for, where that is open: “an endorsement of the resolution”',
};
