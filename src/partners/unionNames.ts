// What the name of a union says of it: which union, which local or council, and whether two names are one body.
import { knownBody } from '../checks/duplicates/knownBody';
import { makeNameReader } from '../checks/duplicates/nameWords';
import {
  organizationKey,
  sameOrganization,
  type OrganizationKey,
} from '../checks/duplicates/organizationKey';
import { readUnion, type UnionName } from '../checks/duplicates/unionName';
import { categoryOf } from '../texts/categories';
import { NUMBERED_APART, PARENT_OF, SHARED_LOCAL_NUMBERS } from '../texts/unions';
import { foldName } from '../values/text';

/** '' where the name says nothing. A council or federation is its own council: the name as it stands. */
export interface UnionProposal {
  readonly international: string;
  readonly local: string;
  readonly council: string;
}

export interface UnionBody {
  readonly key: OrganizationKey;
  /** The name reads as a union, a council or a federation. */
  readonly isUnion: boolean;
  /** A council or federation: its members are those of its locals. */
  readonly isCouncil: boolean;
  readonly proposal: UnionProposal;
}

export type ReadUnionBody = (name: string) => UnionBody;

/** Remembers the names it has read, for one run over a sheet. */
export function makeUnionReader(): ReadUnionBody {
  const read = makeNameReader();
  const known = new Map<string, UnionBody>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      const words = read(name);
      const union = readUnion(words);
      const body = knownBody(words.words);
      const council = isCouncil(name, union, body);
      found = {
        key: organizationKey(words),
        isUnion: union !== null || body !== '',
        isCouncil: council,
        proposal: {
          ...(union === null ? { ...NOTHING, local: localIn(name) } : proposalOf(name, union)),
          ...(council && { council: name }),
        },
      };
      known.set(name, found);
    }
    return found;
  };
}

/** A contact that belongs on the map: by its category, or by its name. */
export const isUnionContact = (
  { organization, category }: { readonly organization: string; readonly category: string },
  read: ReadUnionBody,
): boolean => categoryOf(category) === 'Union' || read(organization).isUnion;

const NOTHING: UnionProposal = { international: '', local: '', council: '' };
const COUNCIL =
  /\b(?:labou?r council|labou?r federation|federation of labou?r|state council|joint council|trades council|district council|joint board|council of (?:carpenters|labou?r|unions)|council (?:no )?\d+|council$)/;

/** A local that names its council too is a local; a body with a number of its own that is no council ("District 751") is one as well. */
function isCouncil(name: string, union: UnionName | null, body: string): boolean {
  if (union?.kind === 'local') return false;
  return (
    /^(?:labor|trades) /.test(body) ||
    (union?.bodies.some((one) => /^(?:council|board) /.test(one)) ?? false) ||
    COUNCIL.test(foldName(name))
  );
}

function proposalOf(name: string, union: UnionName): UnionProposal {
  const parents = union.unions.flatMap((code) => [PARENT_OF[code], NUMBERED_APART[code]]);
  const own = union.unions.filter((code) => !parents.includes(code));
  const [international = ''] = own.length === 1 ? own : [];
  const [number = ''] = union.locals.length === 1 ? union.locals : [];
  const [body = ''] = union.bodies.length === 1 ? union.bodies : [];
  return {
    international,
    local: number === '' ? '' : localAsWritten(number, union),
    council:
      body === '' || international === ''
        ? ''
        : `${international} ${councilAsWritten(name, body, international)}`,
  };
}

/** "Harbor & Dock Workers Local 49": the number is clear, also of a union that nobody knows. */
function localIn(name: string): string {
  const [one = '', ...others] = foldName(name).match(/\b(?:local|lodge) (?:no |number )?\d+[a-z]?\b/g) ?? [];
  return others.length > 0 ? '' : one.replace(/^.* /, '').toUpperCase();
}

/** "1199NE", "9C", "2-18". */
function localAsWritten(number: string, { words }: UnionName): string {
  const isShared = SHARED_LOCAL_NUMBERS.includes(number);
  const letters = isShared ? (words.find((word) => /^[a-z]{1,2}$/.test(word)) ?? '') : '';
  return (number + letters).toUpperCase().replace('X', '-');
}

const LABELLED =
  /\b((?:district|joint|regional|state|area|executive|western|eastern)? ?(?:council|board)|district lodge|district|region|area) (?:no |number )?(\d+[a-z]?)\b/;
const SHORT_LABELS: readonly (readonly [RegExp, string])[] = [
  [/\bdc \d/, 'District Council'],
  [/\bjc \d/, 'Joint Council'],
  [/\bjb \d/, 'Joint Board'],
];

/** "Council 75", "Joint Council 37": under the label that the name has for it. */
function councilAsWritten(name: string, body: string, union: string): string {
  const [kind = '', number = ''] = body.split(' ');
  const folded = foldName(name);
  const [, label] = LABELLED.exec(folded) ?? SHORT_LABELS.find(([short]) => short.test(folded)) ?? [];
  const plain = kind === '?' ? (union === 'AFSCME' ? 'council' : 'district') : kind;
  const words = (label ?? plain).trim();
  return `${words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())} ${number.toUpperCase()}`;
}

/** Whether two bodies are one, also under other spellings; `inOneTown`: no town tells them apart. */
export function sameBody(a: UnionBody, b: UnionBody, inOneTown: boolean): boolean {
  if (a.key.exact === '' || b.key.exact === '') return false;
  return sameOrganization(a.key, b.key) && (inOneTown || (a.key.isOneEverywhere && b.key.isOneEverywhere));
}

/** Bodies that may be one have one of these in common: the union with its number, else the whole name. */
export function meetingKeys({ key }: UnionBody): readonly string[] {
  const { unions, locals, bodies, core, exact } = key;
  const number = (locals.length > 0 ? locals : bodies).join();
  if (unions.length === 0) return [exact];
  return number === '' ? [`${unions.join()} ${core.join(' ')}`] : unions.map((code) => `${code} ${number}`);
}
