// The proof page for the council or the press: who endorsed and agreed to be named, in order, as rows and as text.
import { countOf } from '../values/count';
import { cleanText, foldName } from '../values/text';
import { ERASED } from '../workbook/forget';
import type { Settings } from '../workbook/settings';
import type { Endorsement } from './endorsements';

interface Named {
  readonly name: string;
  readonly town: string;
}

export interface Proof {
  readonly title: string;
  /** In alphabetical order, whatever the article before the name; each once. */
  readonly names: readonly Named[];
  /** "12 organizations" */
  readonly count: string;
  /** To copy; '' where nobody may be named. */
  readonly text: string;
  /** To print, two columns. */
  readonly rows: readonly (readonly string[])[];
}

const orderOf = (name: string): string => foldName(name).replace(/^(?:the|an|a) (?=.)/, '');

export function proofOf(confirmed: readonly Endorsement[], { campaign }: Pick<Settings, 'campaign'>): Proof {
  const listed = confirmed
    .filter(({ mayBeNamed }) => mayBeNamed === true)
    .map(({ contact: { text } }): Named => ({
      name: oneLine(text.organization || text.contactName),
      town: oneLine(text.town),
    }))
    .filter(({ name }) => name !== '' && name !== ERASED)
    .sort((a, b) => compare(orderOf(a.name), orderOf(b.name)) || compare(foldName(a.town), foldName(b.town)));
  // Two persons of one organization stand in two rows.
  const isSame = (a: Named, b: Named | undefined) =>
    foldName(a.name) === foldName(b?.name ?? '') && foldName(a.town) === foldName(b?.town ?? '');
  const names = listed.filter((one, at) => !isSame(one, listed[at - 1]));
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
