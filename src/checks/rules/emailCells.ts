// The e-mail column: addresses that mail cannot go to, and other things that stand there.
import { isAddress, readEmails, type EmailFault, type EmailReading } from '../../values/emailAddress';
import type { CellHere, CellRule } from '../rule';

const BROKEN: Readonly<Partial<Record<EmailFault, string>>> = {
  'no-at': 'has no @',
  'two-at': 'has more than one @',
  'no-domain': 'has nothing after the @',
  'no-top-level': 'has no ending such as “.org”',
  'blank-inside': 'has a blank inside',
  'written-at': 'has a word where the @ belongs',
  'comma-dot': 'has a comma where a dot belongs',
  dots: 'has a dot too many',
  bracket: 'has half a pair of brackets',
  invisible: 'has a character that nobody can see',
};

function rests({ cell, text }: CellHere): EmailReading | null {
  if (typeof cell === 'string' && isAddress(text)) return null;
  const reading = readEmails(text);
  return reading.rests.length === 0 ? null : reading;
}

/** The whole cell with every part repaired; null where one part needs a person. */
function repaired(text: string, reading: EmailReading): string | null {
  let made = text;
  for (const rest of reading.rests) {
    if (rest.suggestion === null || !made.includes(rest.text)) return null;
    made = made.replace(rest.text, () => rest.suggestion ?? '');
  }
  const after = readEmails(made);
  return after.rests.length === 0 && after.addresses.length > 0 ? made : null;
}

export const emailBroken: CellRule = {
  code: 'email-broken',
  title: 'E-mail address with a mistake',
  level: 'error',
  looks: 'cell',
  fields: ['email'],
  examine: (here) => {
    if (here.text.endsWith('.') && isAddress(here.text.slice(0, -1))) {
      const to = here.text.slice(0, -1);
      return {
        cause: 'dots',
        value: here.text,
        message: `“${here.text}” ends with a dot. It can only mean ${to}.`,
        to,
      };
    }
    const reading = rests(here);
    const rest = reading?.rests.find(
      ({ why }) => BROKEN[why] !== undefined || (why === 'text' && reading.addresses.length === 0),
    );
    if (!reading || !rest) return null;
    const to = repaired(here.text, reading);
    const what = BROKEN[rest.why] ?? 'is no e-mail address';
    const todo = to === null ? 'Look it up or ask them, and type it again.' : `It can only mean ${to}.`;
    const message = `“${rest.text}” ${what}. ${todo}`;
    const fault = { cause: rest.why, value: here.text, message };
    return to === null ? fault : { ...fault, to };
  },
  together: (rows, heading, value) =>
    `${rows} rows of “${heading}” have the same kind of mistake, “${value}” is the first. Mail cannot go to them.`,
};

export const phoneInEmail: CellRule = {
  code: 'phone-in-email',
  title: 'Phone number in the e-mail column',
  level: 'error',
  looks: 'cell',
  fields: ['email'],
  examine: (here) => {
    const reading = rests(here);
    return reading?.addresses.length === 0 && reading.rests.some(({ why }) => why === 'phone')
      ? {
          cause: '',
          value: here.text,
          message: `“${here.text}” is a phone number in “${here.heading}”. Move it to the phone column.`,
        }
      : null;
  },
  together: (rows, heading) =>
    `${rows} rows have a phone number in “${heading}”. Move them to the phone column.`,
};

export const webAddressInEmail: CellRule = {
  code: 'web-address-in-email',
  title: 'Web address in the e-mail column',
  level: 'error',
  looks: 'cell',
  fields: ['email'],
  examine: (here) => {
    const reading = rests(here);
    return reading?.addresses.length === 0 && reading.rests.some(({ why }) => why === 'url')
      ? {
          cause: '',
          value: here.text,
          message: `“${here.text}” is a web address in “${here.heading}”. Look there for an e-mail address, and move this one to the website column.`,
        }
      : null;
  },
  together: (rows, heading) =>
    `${rows} rows have a web address in “${heading}”. Move them to the website column.`,
};

/** Behind an address, in brackets. */
const REMARK = /@\S+\s+\(([^()@]*)\)/g;

/** The first remark; '' where there is none. One word tells several addresses apart: "a@… (work), b@… (home)". */
function remarkIn(text: string, addresses: number): string {
  for (const [, inside = ''] of text.matchAll(REMARK)) {
    const remark = inside.trim();
    if (remark !== '' && (addresses === 1 || /\s/.test(remark))) return remark;
  }
  return '';
}

export const textAroundEmail: CellRule = {
  code: 'text-around-email',
  title: 'Other text beside an e-mail address',
  level: 'warning',
  looks: 'cell',
  fields: ['email'],
  examine: (here) => {
    if (typeof here.cell !== 'string' || isAddress(here.text)) return null;
    const reading = readEmails(here.text);
    const rest =
      reading.rests.find(({ why }) => why === 'text' || why === 'phone' || why === 'url')?.text ??
      remarkIn(here.text, reading.addresses.length);
    return rest !== '' && reading.addresses.length > 0
      ? {
          cause: '',
          value: here.text,
          message: `“${rest}” stands beside ${reading.addresses.join(' and ')}. Mail goes to the address only. Move the rest to the notes.`,
        }
      : null;
  },
  together: (rows, heading) =>
    `${rows} rows have other text beside the address in “${heading}”. Mail goes to the address only. Move the rest to the notes.`,
};
