// The phone column: text that nobody can dial.
import { readPhones } from '../../values/phone';
import type { CellRule } from '../rule';

export const phoneBroken: CellRule = {
  code: 'phone-broken',
  title: 'Phone number that cannot be dialled',
  level: 'warning',
  looks: 'cell',
  fields: ['phone'],
  examine: ({ cell, text, heading }, { locale }) => {
    const cause =
      typeof cell === 'number' ? numberFault(cell) : (textFault(text) ?? miscounted(text, locale));
    if (cause === null) return null;
    const why = {
      sum: `“${text}” in “${heading}” looks like a sum, not a phone number. Type the number again with an apostrophe before it.`,
      none: `“${text}” in “${heading}” is no phone number. Move it to the notes, and leave this cell for the number.`,
      short: `“${text}” in “${heading}” is too short for a phone number. Look it up and type it again.`,
      long: `“${text}” in “${heading}” is too long for a phone number. Look it up and type it again; where it is two, put a comma between them.`,
    };
    return { cause, value: text, message: why[cause] };
  },
  together: (rows, heading, value) =>
    `${rows} rows of “${heading}” hold no phone number, “${value}” is the first.`,
};

/** Grouped as a North American number (3-3-4), with a digit too few or too many at the end. */
function miscounted(text: string, locale: string): PhoneFault | null {
  const groups = /_(?:US|CA)$/.test(locale) ? /^\(?[2-9]\d\d\)?[ .-]*\d{3}[.-](\d+)$/.exec(text) : null;
  const last = groups?.[1]?.length ?? 4;
  return last === 4 ? null : last < 4 ? 'short' : 'long';
}

type PhoneFault = 'sum' | 'none' | 'short' | 'long';

function numberFault(cell: number): PhoneFault | null {
  if (cell < 0) return 'sum';
  // 802.7270311 is a number that was typed with a dot.
  if (!Number.isInteger(cell)) return /^\d{3}\.\d{7}$/.test(String(cell)) ? null : 'sum';
  return cell < 1_000_000 ? textFault(String(cell)) : cell >= 1e15 ? 'long' : null;
}

/** One number in figures, as most are. */
const PLAIN = /^[+(]?\d[\d ().-]{6,18}\d$/;

/** Short numbers of services ("211", "741741") and vanity words are fine. */
function textFault(text: string): PhoneFault | null {
  const digits = text.replace(/\D/g, '').length;
  if (digits >= 7 && digits <= 15 && PLAIN.test(text)) return null;
  if (digits === 3 || digits === 5 || digits === 6) return null;
  if (readPhones(text).numbers.length > 0) return null;
  if (digits < 3) return 'none';
  return digits < 7 ? (/\p{L}{3}/u.test(text) ? 'none' : 'short') : digits > 15 ? 'long' : null;
}
