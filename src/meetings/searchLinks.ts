// Searches of the web for letters that many groups signed: a good source of names for a shortlist. Plain addresses that
// a person opens; nothing is fetched.
import { percentEncode } from '../values/percentEncode';

export interface SearchLink {
  readonly label: string;
  readonly url: string;
}

export interface SearchWords {
  readonly senator: string;
  readonly state: string;
  readonly issue: string;
}

/** [] as long as no issue is named: a search for any letter finds nothing of use. */
export function searchLinks({ senator, state, issue }: SearchWords): SearchLink[] {
  if (issue === '') return [];
  const to = senator === '' ? [] : [link(`Letters to ${senator}`, quoted('sign-on letter'), senator, issue)];
  const place = state === '' ? [] : [state];
  return [
    ...to,
    link('Organizations that signed', 'organizations signed letter', issue, ...place),
    link('Endorsers of a resolution', 'resolution endorsed by', quoted(issue), ...place),
  ];
}

const quoted = (text: string): string => `"${text.replace(/"/g, '')}"`;

function link(label: string, ...words: readonly string[]): SearchLink {
  return { label, url: `https://www.google.com/search?q=${percentEncode(words.join(' '))}` };
}
