// Mails the recap of a meeting to those who are in it and have an address, each once, also if the meeting is closed again.
import { recapText, recapTitle } from '../meetings/recap';
import { bad, good, type Result } from '../values/result';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import type { CloseAnswers } from './closeAnswers';
import { planClose } from './closePlan';
import { recapNote, recapOfMeeting } from './closeView';
import { mailOnce, readNote, type MailMarks } from './mailOnce';
import { noMailPermission } from './send';

/** Of the answers only the shortlist counts. Needs the lock. */
export function mailRecap(services: Services, { tab }: CloseAnswers): Result<WriteReceipt> {
  if (!services.permissions().send) return bad(noMailPermission());
  const planned = planClose(services, { tab, due: '', same: [], takers: [], seen: [] }, true);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { recap, head, reached } = recapOfMeeting(plan);
  const note = recapNote(plan.meeting.tab.id);
  return good(
    mailOnce(
      plan.campaign,
      reached,
      readNote<MailMarks>(services, note),
      (marks) => {
        services.notes.put(note, JSON.stringify(marks));
      },
      (volunteer) => ({ subject: recapTitle(head), body: recapText(recap, head, volunteer) }),
    ),
  );
}
