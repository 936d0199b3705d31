// A row without an Outreach ID that says nothing but what a contact says: it is that contact's row. So it is after a run
// that was cut off once the contact was made and before the row got its id.
import type { Contact } from '../../reading/contact';
import { cellText } from '../../values/cell';
import { asCompared, linesOf } from './marks';
import type { TabRow } from './planRows';
import { composeWays } from './ways';

export function saysNoMore(row: TabRow, { text, cells }: Contact): boolean {
  const pairs = [
    [row.organization, text.organization || text.contactName],
    [row.contactName, text.contactName],
    [row.knownBy, text.knownBy],
    [row.notes, cellText(cells.notes)],
    [sorted(row.ways), sorted(composeWays(text))],
  ] as const;
  return pairs.every(([here, there]) => asCompared(here) === asCompared(there));
}

const sorted = (ways: string): string => linesOf(ways).map(asCompared).sort().join('\n');
