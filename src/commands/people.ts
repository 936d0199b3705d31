// How many people an organization stands for, as somebody types it.
import type { Problem } from '../values/result';

/** null where nobody knows, undefined for what is no whole number. */
export function readPeople(text: string): number | null | undefined {
  const plain = text.replace(/[\s,.'’]/g, '');
  if (plain === '') return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

export const noNumber = (text: string): Problem => ({
  code: 'people-unreadable',
  message: `“${text}” is no number of people. Nothing was written.`,
  todo: 'Type a whole number, such as 250, or leave it empty.',
  text,
});
