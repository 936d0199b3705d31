// The cell “Known by”: whom of ours it names.
import { foldName, isPlaceholder } from '../../values/text';
import { wordSet } from '../../values/later';
import { splitOwners } from '../../workbook/owners';

const NOBODY = wordSet('no,none,nobody,no one,noone,not yet,false,n,niemand,nadie', ',');
const SOMEBODY = wordSet('yes y x true ja');
/** What stands behind a name: "Bo (board member)", "Dee: her sister works there". */
const BEHIND_A_NAME = /\s*(?:[(:;–—]|\s-\s).*$/;
/** More words than these are a sentence, and nobody is greeted with one. */
const MOST_WORDS = 3;

/** 'nobody' where somebody wrote that nobody knows them; 'unnamed': somebody does, and the cell does not say who. */
export function readKnownBy(text: string): readonly string[] | 'blank' | 'nobody' | 'unnamed' {
  const folded = foldName(text);
  if (NOBODY.has(folded)) return 'nobody';
  if (text === '' || isPlaceholder(text)) return 'blank';
  const names = splitOwners(text.replace(BEHIND_A_NAME, ''));
  return SOMEBODY.has(folded) ||
    names.length === 0 ||
    names.some((name) => name.split(/\s+/).length > MOST_WORDS)
    ? 'unnamed'
    : names;
}
