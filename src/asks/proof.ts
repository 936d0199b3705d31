// The proof page for the council or the press: who endorsed and agreed to be named, in order, as rows and as text.
import { countOf } from '../values/count';
import { cleanText, foldName } from '../values/text';
import type { Settings } from '../workbook/settings';
import type { Endorsement } from './endorsements';

export interface Proof {
  readonly title: string;
  /** In alphabetical order, whatever the article before the name. */
  readonly names: readonly { readonly name: string; readonly town: string }[];
  /** "12 organizations" */
  readonly count: string;
  /** To copy; '' where nobody may be named. */
  readonly text: string;
  /** To print, two columns. */
  readonly rows: readonly (readonly string[])[];
}

const orderOf = (name: string): string => foldName(name).replace(/^(?:the|an|a) (?=.)/, '');

export function proofOf(confirmed: readonly Endorsement[], { campaign }: Pick<Settings, 'campaign'>): Proof {
  const names = confirmed
    .filter(({ mayBeNamed }) => mayBeNamed === true)
    .map(({ contact: { text } }) => ({
      name: oneLine(text.organization || text.contactName),
      town: oneLine(text.town),
    }))
    .sort((a, b) => compare(orderOf(a.name), orderOf(b.name)) || compare(foldName(a.town), foldName(b.town)));
  const title = campaign === '' ? 'Endorsed by' : `${oneLine(campaign)}: endorsed by`;
  const count = countOf(names.length, 'organization');
  const lines = names.map(({ name, town }) => (town === '' ? name : `${name}, ${town}`));
  return {
    title,
    names,
    count,
    text: names.length === 0 ? '' : [title, count, '', ...lines].join('\n'),
    rows: [[title, ''], [count, ''], ['', ''], ...names.map(({ name, town }) => [name, town])],
  };
}

const oneLine = (text: string): string => cleanText(text).replace(/\n+/g, ' ');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
