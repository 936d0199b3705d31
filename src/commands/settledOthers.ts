// What the log says against an ask as a person has just put it: each such line is settled with it, so that it asks nobody.
import type { Contact } from '../reading/contact';
import { readAskKind } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import { answerSaid, kindSaid, settledLine, settledLines } from '../touches/asks/askWords';
import type { LogEntry } from '../touches/log';
import { entriesByContact, entriesFor } from '../touches/readLog';
import type { Day } from '../values/day';
import type { Campaign } from './campaign';
import { newEntry } from './contact';

/** `since`: only lines of this day and later ones; null for all. */
export function settledOthers(
  campaign: Campaign,
  contact: Contact,
  { kind, answer }: Pick<Ask, 'kind' | 'answer'>,
  since: Day | null = null,
): readonly Omit<LogEntry, 'row'>[] {
  const own = entriesFor(contact, entriesByContact(campaign.log));
  const settled = settledLines(own);
  return own
    .filter((entry) => {
      const said = answerSaid(entry);
      const about = readAskKind(kindSaid(entry), campaign.settings.ownAsks)?.name ?? '';
      const isOther = said !== null && said !== 'wait' && said !== answer;
      const isHere = entry.entryId !== '' && !settled.has(entry.entryId);
      const isLater = since === null || entry.day >= since;
      return isHere && isOther && isLater && (about === kind || (about === '' && since === null));
    })
    .map((entry) =>
      newEntry(campaign, contact, {
        channel: 'unknown',
        ...settledLine(entry.entryId, `${answer} to ${kind}`),
      }),
    );
}
