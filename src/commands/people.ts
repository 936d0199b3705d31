// How many people an organization stands for, as somebody types it.
import type { Problem } from '../values/result';

export { readWhole as readPeople } from '../values/wholeNumber';

export const noNumber = (text: string, of = 'people'): Problem => ({
  code: 'people-unreadable',
  message: `“${text}” is no number of ${of}. Nothing was written.`,
  todo: 'Type a whole number, such as 250, or leave it empty.',
  text,
});
