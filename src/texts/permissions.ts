// What the add-on asks for, in the words of the list in Setup: titles stand the same in every sentence about them.

export const PERMISSION_NAMES = ['sheet', 'send', 'replies', 'address', 'reminder'] as const;
export type PermissionName = (typeof PERMISSION_NAMES)[number];

/** One row of the list each, in its order. */
export const PERMISSIONS: Readonly<
  Record<PermissionName, { readonly title: string; readonly what: string }>
> = {
  sheet: { title: 'This spreadsheet', what: 'Reads and writes this file only, and shows this sidebar.' },
  send: { title: 'Send mail as you', what: 'Sends the messages you approve. It cannot read your mail.' },
  replies: { title: 'See who answered', what: 'Sees sender and date of replies, never the text.' },
  address: { title: 'Your address', what: 'Puts your name beside what you did.' },
  reminder: { title: 'Weekly reminder', what: 'Starts by itself once a week, for the message on Mondays.' },
};

/** “Your address” (Setup, Permissions): which one it is, and where it is allowed. */
export function permissionInSetup(name: PermissionName): string {
  return `“${PERMISSIONS[name].title}” (Setup, Permissions)`;
}
