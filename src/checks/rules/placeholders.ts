// A word that only says that nothing is known ("N/A", "tba", "?"), where a program takes it for a value.
import { isAddress, readEmails } from '../../values/emailAddress';
import { isPlaceholder } from '../../values/text';
import type { CellRule } from '../rule';

/** Longer texts, and those with figures or an @, say something. */
const LONGEST = 24;
const HAS_MORE = /[\d@]/;

export const placeholder: CellRule = {
  code: 'placeholder',
  title: 'A word in place of a blank',
  level: 'warning',
  looks: 'cell',
  fields: [
    'organization',
    'contactName',
    'email',
    'phone',
    'otherChannel',
    'website',
    'firstContacted',
    'lastContacted',
    'nextFollowUp',
    'due',
    'theirNextMeeting',
    'category',
    'owner',
    'status',
  ],
  examine: ({ cell, field, text, heading }) => {
    if (typeof cell !== 'string' || (field === 'email' && isAddress(text))) return null;
    if (text.length <= LONGEST && !HAS_MORE.test(text) && isPlaceholder(text))
      return {
        cause: '',
        value: text,
        message: `“${text}” is taken for a value in “${heading}”. Leave the cell blank, and say in the notes what is known.`,
      };
    if (field !== 'email') return null;
    const rest = readEmails(text).rests.find(({ why }) => why === 'placeholder');
    return rest
      ? {
          cause: '',
          value: text,
          message: `“${rest.text}” stands beside the e-mail address. Take it out, the address alone is enough.`,
        }
      : null;
  },
  together: (rows, heading, value) =>
    `${rows} rows have a word such as “${value}” in “${heading}” where a blank belongs. Leave these cells blank.`,
};
