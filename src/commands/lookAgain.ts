// The lead's “Look again”: which names of the shortlist are likely a contact, or another name, in other words; and hints
// for rows that have none yet. No id is given and no row is moved: that waits for the end of the meeting.
import { countOf, sentenceOf } from '../values/count';
import { isBlank } from '../values/cell';
import { readEmails } from '../values/emailAddress';
import { good, type Result } from '../values/result';
import { likelyTwins, LIKENESSES, type TwinEntry } from '../people/sync/twins';
import type { ShortlistRow } from '../meetings/shortlist';
import type { Services } from '../google/services';
import { MOST_ITEMS } from './answers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import { layHints } from './layHints';
import { viewOf } from './meeting';
import type { LikelySame, LookAgainView } from './meetingAnswers';
import { openMeeting, type Meeting } from './openMeeting';

/** Needs the lock. */
export function lookAgain(services: Services): Result<LookAgainView> {
  const opened = openCampaign(services, ['settings', 'volunteers', 'templates']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const found = openMeeting(campaign);
  if (!found.ok) return found;
  const meeting = found.value;
  const laid = layHints(campaign, meeting.table, meeting.list);
  const likely = likelySame(campaign, meeting);
  const names = meeting.list.rows.filter(({ organization }) => !isBlank(organization)).length;
  const did = [`looked at ${countOf(names, 'name')}`];
  if (laid.rows > 0) did.push(`added hints to ${countOf(laid.rows, 'row')}`);
  return good({
    meeting: viewOf(campaign, meeting),
    message: [`${sentenceOf(did)}.`, laid.why].filter((text) => text !== '').join(' '),
    likely: likely.slice(0, MOST_ITEMS),
    likelyCount: likely.length,
  });
}

/** Of each name the surest other one; two rows of one shortlist are named once, at the lower one. */
function likelySame({ contacts, table }: Campaign, { list, table: tab }: Meeting): LikelySame[] {
  const rows = list.rows.filter(
    ({ organization, outreachId }) => !isBlank(organization) && outreachId === '',
  );
  const entries = contacts.map(({ text }): TwinEntry => ({
    name: text.organization,
    emails: readEmails(text.email).addresses,
  }));
  const twins = likelyTwins(rows.map(asEntry), entries);
  return rows.flatMap((row, index): LikelySame[] => {
    const others = [...(twins[index] ?? [])].filter(([other]) => other < index || other >= rows.length);
    const inContacts = others.filter(([other]) => other >= rows.length);
    const [best] = (inContacts.length > 0 ? inContacts : others).sort(
      (a, b) => LIKENESSES.indexOf(a[1]) - LIKENESSES.indexOf(b[1]),
    );
    if (best === undefined) return [];
    const [other] = best;
    const contact = contacts[other - rows.length];
    const twin = rows[other];
    const of = contact === undefined ? (twin?.organization ?? '') : nameOf(contact);
    const sheet = contact === undefined ? tab.name : table.name;
    const otherRow = contact?.row ?? twin?.row ?? 0;
    return [
      {
        organization: row.organization.trim(),
        row: row.row,
        of: of.trim(),
        where: contact === undefined ? `row ${otherRow} of this list` : `your contacts, row ${otherRow}`,
        sheet,
        otherRow,
      },
    ];
  });
}

const asEntry = ({ organization, reach }: ShortlistRow): TwinEntry => ({
  name: organization,
  emails: readEmails(reach).addresses,
});
