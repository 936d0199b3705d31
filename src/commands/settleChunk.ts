// What became of a chunk whose answer got lost on the way to the sidebar.
import { messageKeys } from '../mail/messageKey';
import type { Services } from '../google/services';
import { good, type Result } from '../values/result';
import { contactFinder } from '../workbook/identity';
import type { ChunkMessage, ChunkReport, SendLine } from './answers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import { finishCutOff } from './finishSend';
import { keysOnRecord, momentInWords } from './followUps';

/**
 * The lock makes sure that the chunk is over; where it was cut off, it is finished first. A message counts as sent
 * where log or records say so, and in no other case. Needs the lock.
 */
export function settleChunk(services: Services, messages: readonly ChunkMessage[]): Result<ChunkReport> {
  const open = () => openCampaign(services, ['log', 'settings', 'volunteers']);
  let opened = open();
  if (opened.ok && finishCutOff(opened.value)) opened = open();
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const resultOf = makeResultOf(campaign);
  const find = contactFinder(campaign.contacts);
  const keyOf = messageKeys(campaign.settings.campaign);
  const lines = messages.map(({ contact: key, attempt }): SendLine => {
    const contact = find(key);
    if (contact === undefined)
      return {
        contact: key,
        row: 0,
        organization: '',
        result: 'unknown',
        why: 'The row is gone. The Outreach log says whether the message went out.',
        messageKey: '',
      };
    const messageKey = keyOf(contact.outreachId, attempt);
    return {
      contact: key,
      row: contact.row,
      organization: nameOf(contact),
      result: resultOf(messageKey),
      why: '',
      messageKey,
    };
  });
  return good({ lines, when: momentInWords(campaign.today, campaign.time) });
}

/** By the log and the records on the hidden tab together: what left once has left. */
function makeResultOf(campaign: Campaign): (messageKey: string) => SendLine['result'] {
  const records = keysOnRecord(campaign);
  const logged = new Map<string, string[]>();
  for (const { messageKey, direction, result } of campaign.log)
    if (messageKey !== '' && direction === 'ours')
      logged.set(messageKey, [...(logged.get(messageKey) ?? []), result]);
  return (messageKey) => {
    const results = [records.get(messageKey) ?? '', ...(logged.get(messageKey) ?? [])];
    if (results.includes('sent')) return 'sent';
    // One that failed, or was never begun, stays due.
    return results.includes('unknown') || results.includes('sending') ? 'unknown' : 'next';
  };
}
