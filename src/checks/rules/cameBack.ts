// An address that the log says mail came back from: no follow-up goes there until a person puts in another.
import { shortDay } from '../../values/day';
import { readEmails } from '../../values/emailAddress';
import type { CellRule } from '../rule';

export const emailCameBack: CellRule = {
  code: 'email-came-back',
  title: 'Mail to this address came back',
  level: 'error',
  looks: 'cell',
  fields: ['email'],
  examine: ({ text }, sheet) => {
    const bounced = sheet.bounced();
    if (bounced.size === 0) return null;
    const address = readEmails(text).addresses.find((one) => bounced.has(one.toLowerCase()));
    const on = bounced.get(address?.toLowerCase() ?? '');
    if (address === undefined || on === undefined) return null;
    return {
      cause: address.toLowerCase(),
      value: text,
      message: `Mail to “${address}” came back on ${shortDay(on, sheet.today)}, so nothing more goes there. Ask them for another address, or reach them another way.`,
    };
  },
  together: (rows, heading, value) =>
    `${rows} rows of “${heading}” hold an address that mail came back from, “${value}” is the first.`,
};
