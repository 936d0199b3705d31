// The category of an organization where its name alone tells it. A wrong proposal is worse than none.
import { organizationKey } from '../checks/duplicates/organizationKey';
import { categoryOf, type Category } from '../texts/categories';
import { foldName } from '../values/text';

/** Words that mean a kind of group in a cell for it, and in a name something else: a place, a day, another kind of body. */
const MISLEADING =
  /\b(?:(?:union|church|temple|chapel|cathedral|hospital|medical|doctors?|black|deaf|labor) (?:street|st|square|hill|park|lake|creek|rock|diamond|smith|university|day)|young(?! workers)|(?:tenants|western|european|rugby|liberties) union|union of concerned|good faith|ministry|parish library|^local|guild|democrat\w*|political|national|chapter|latin\w+|students?|youth|stores?|sunrise(?! movement)|(?:legal|law|neuter|animal) .*clinic)\b/g;

/** What the words of texts/kinds leave open. */
const MORE: readonly (readonly [Category, RegExp])[] = [
  ['Physicians', /\bpnhp\b|\bdoctors of/],
  ['Union', /\b(?:trades council|federation of teachers|teachers association|fire ?fighters|sindicato)\b/],
  [
    'Faith group',
    /\b(?:cathedral|tabernacle|chapel|baptist|lutheran|methodist|presbyterian|episcopal|catholic|unitarian|mennonite|christian|friends meeting|islamic|gurdwara|sisters of|iglesia|parroquia|kirchengemeinde)\b/,
  ],
  ['Racial justice', /\b(?:colored people|racism|african american)\b/],
  ['Disability community', /^the arc of/],
];

/** '' where the name does not tell. */
export function proposeCategory(organization: string): Category | '' {
  const name = foldName(organization.slice(0, 200)).replace(/\bn a a c p\b/, 'naacp');
  const read = name.replace(MISLEADING, ' ').trim();
  const told = categoryOf(read) ?? MORE.find(([, sign]) => sign.test(read))?.[0] ?? '';
  return !/worker/i.test(told) && organizationKey(organization).unions.length > 0 ? 'Union' : told;
}
