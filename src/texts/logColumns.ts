// The headings of the Outreach log, in order (design section 3), and our own "Address": the address that was
// written to, so that a hold or a bounce is known by it after the contact's cell has changed.
export const LOG_COLUMNS = [
  'Entry id',
  'When',
  'Who',
  'Sending account',
  'Contact',
  'Organization',
  'Channel',
  'Kind',
  'Direction',
  'Summary',
  'Result',
  'Message key',
  'Gmail message id',
  'Gmail thread id',
  'Template',
  'Notes',
  'Address',
] as const;
