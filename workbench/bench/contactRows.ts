// A contacts tab of any length, as a group keeps it after some months: 15 columns, most rows fine, some with a slip.
import { NAME_SETS } from './names';
import { makeRandom } from './random';

export const CONTACT_HEADINGS =
  'Organization,Category,Town,Contact,E-mail,Phone,Website,Known by,Owner,Status,First contacted,Last contacted,Attempts,Answer,Notes'.split(
    ',',
  );

const CATEGORIES = 'Union,Faith group,Clinic,Nurses,Small business,Worker center'.split(',');
const TOWNS = 'Larkhaven,Riverbend,Millrace,Quay Hill,Bluegate'.split(',');
const PEOPLE =
  'Ruth Adeyemi,Tamar Weiss,Gus Moreno,Ines Duarte,Odile Kern,Sami Haddad,Pia Lund,Mo Farah'.split(',');
const ANSWERS = ['', '', '', '', '', '', 'left a message', 'no answer', 'They will talk about it', 'Yes'];
const OWNERS = 'Ana,Bo,Chidi,Dee,Elif'.split(',');

/** Slips of everyday typing, one row in a hundred: something for the check to find and to fix. */
const SLIPS = [
  (address: string) => `mailto:${address}`,
  (address: string) => `<${address}>`,
  (address: string) => address.replace('@', ' @'),
];

/**
 * Rows of cells as they would be typed. `today` is "2026-11-12": last contacts lie 1 to 60 days before it, so that
 * some rows are due, some wait and some are quiet.
 */
export function contactRows(count: number): string[][] {
  const random = makeRandom(7);
  const names = NAME_SETS['random names']?.(count) ?? [];
  return names.map((name, index) => {
    const site = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example.org`;
    const written = index % 4 !== 0;
    const address = `office@${site}`;
    return [
      name,
      random.of(CATEGORIES),
      random.of(TOWNS),
      random.of(PEOPLE),
      index % 100 === 7 ? random.of(SLIPS)(address) : address,
      `(503) 555-${String(1000 + (index % 9000))}`,
      `https://${site}`,
      '',
      index % 3 === 0 ? '' : random.of(OWNERS),
      written ? 'Contacted' : 'Ready',
      written ? `2026-09-${String(1 + random.below(20)).padStart(2, '0')}` : '',
      written ? `2026-1${random.below(2)}-${String(1 + random.below(11)).padStart(2, '0')}` : '',
      written ? String(1 + random.below(2)) : '',
      written ? random.of(ANSWERS) : '',
      index % 5 === 0 ? `Met them at the fair, table ${index}` : '',
    ];
  });
}
