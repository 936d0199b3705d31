// An e-mail address that stands in a column for something else, where no message finds it.
import { isAddress } from '../../values/emailAddress';
import type { CellRule } from '../rule';

/** Words of a text that may be an address, without what stands around them. */
function addressIn(text: string): string | null {
  for (const word of text.split(/[\s,;<>()[\]"]+/)) {
    const bare = word.replace(/^mailto:/i, '').replace(/^[:'.]+|[:'.]+$/g, '');
    if (bare.includes('@') && isAddress(bare)) return bare;
  }
  return null;
}

export const emailElsewhere: CellRule = {
  code: 'email-elsewhere',
  title: 'E-mail address in another column',
  level: 'warning',
  looks: 'cell',
  fields: ['organization', 'contactName', 'role', 'phone', 'website', 'town', 'category', 'level'],
  examine: ({ contact, cell, text, heading }, sheet) => {
    const address = typeof cell === 'string' && text.includes('@') ? addressIn(text) : null;
    if (address === null) return null;
    const blank = sheet.has('email') && contact.text.email === '';
    return {
      cause: '',
      value: text,
      message: `${address} stands in “${heading}”. Move it to the e-mail column${blank ? ', which is blank here' : ''}.`,
    };
  },
  together: (rows, heading) =>
    `${rows} rows have an e-mail address in “${heading}”. Move them to the e-mail column.`,
};
