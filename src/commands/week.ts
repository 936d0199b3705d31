// A lead's week: one page of what changed, what is due and what is missing, with proposals, to print, to copy, and to mail
// to the leads, each once a week.
import { isDone } from '../meetings/backFrom/taskWord';
import { proposalsOf } from '../meetings/week/proposals';
import { WEEK_DAYS, weekOf, type Week } from '../meetings/week/week';
import { weekSections, weekText, weekTitle, type WeekHead } from '../meetings/week/weekText';
import { isLead } from '../people/holdings';
import { asksByContact, asksFor } from '../touches/asks/readAsks';
import { dayInCell } from '../touches/rowFacts';
import { addDays, mondayOf, parseDay, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { keysByRow } from '../workbook/identity';
import { readJournal } from '../workbook/journal';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { askFile } from './asks';
import { volunteersOf } from './assignPlan';
import { columnOf, openCampaign, type Campaign } from './campaign';
import { mailingView, mailOnce, reachedOf, readNote, type MailMarks } from './mailOnce';
import { meetingTabs } from './openMeeting';
import { partnerFile } from './partners';
import { nextPlans } from './plans';
import { noMailPermission } from './send';
import { addedContacts } from './undoAddedContacts';
import type { WeekView } from './weekAnswers';

/** In the notes of the file: who has got the page of which week. */
const NOTE = 'week page';

interface Kept {
  readonly week: Day;
  readonly marks: MailMarks;
}

interface Page {
  readonly campaign: Campaign;
  readonly sections: ReturnType<typeof weekSections>;
  readonly proposals: ReturnType<typeof proposalsOf>;
  readonly head: WeekHead;
  readonly leads: Campaign['volunteers'];
}

function pageOf(services: Services): Result<Page> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks', 'partners']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { settings, today, volunteers } = campaign;
  const { nextMeeting } = settings;
  const week = weekIn(campaign);
  return good({
    campaign,
    sections: weekSections(week, today),
    proposals: proposalsOf(week, nextMeeting, today),
    head: { campaign: settings.campaign, today, nextMeeting, url: services.book.url },
    leads: volunteers.filter(isLead),
  });
}

/** Needs log, settings, volunteers, asks and partners. */
export function weekIn(campaign: Campaign): Week {
  const { services, hidden, byKey, log, asks, settings, today, map } = campaign;
  const { all, stateOf } = askFile(campaign);
  const byAsk = asksByContact(asks.asks);
  const lastDay = addDays(today, WEEK_DAYS);
  return weekOf({
    today,
    locale: services.book.locale,
    settings,
    contacts: byKey,
    log,
    asksOf: (contact) => asksFor(contact, byAsk).map((ask) => ({ ask, due: stateOf(ask) === 'due' })),
    endorsed: all.confirmed.flatMap(({ contact, day, mayBeNamed }) =>
      day === null ? [] : [{ contact, day, mayBeNamed }],
    ),
    unconfirmed: all.claimed.map(({ contact }) => contact),
    checks: partnerFile(campaign)
      .items()
      .flatMap(({ contact: key, due: text }) => {
        const contact = byKey.get(key);
        return contact === undefined || text === '' ? [] : [{ contact, text }];
      }),
    volunteers: volunteersOf(campaign),
    meetings: meetingTabs(services.book.tabs(), hidden.rows).map(({ day }) => day),
    added: addedSince(campaign),
    hasDue: columnOf(map, 'due') > 0,
    plan: nextPlans(campaign)
      .flatMap(({ rows }) => rows)
      .filter(({ due, done }) => !isDone(done) && (dayInCell(due) ?? '~') <= lastDay).length,
  });
}

/** The journal knows the contacts that the add-on added, and when. */
function addedSince({ hidden, map }: Campaign): ReadonlyMap<string, Day> {
  return new Map(
    readJournal(hidden.rows).flatMap(({ when, tab, state, cells }) => {
      const day = parseDay(when.slice(0, 10));
      const isHere = day !== null && tab === map.sheetId && state !== 'undone';
      return isHere ? [...addedContacts(cells).keys()].map((id) => [id, day] as const) : [];
    }),
  );
}

/** Of this week alone: last week's marks keep nobody from getting this one's page. */
function marksOf({ services, today }: Campaign): MailMarks {
  const kept = readNote<Kept>(services, NOTE);
  return kept.week === mondayOf(today) ? (kept.marks ?? {}) : {};
}

export function showWeek(services: Services): Result<WeekView> {
  const made = pageOf(services);
  if (!made.ok) return made;
  const { campaign, sections, proposals, head, leads } = made.value;
  const keys = keysByRow(campaign.contacts);
  return good({
    sections,
    proposals: proposals.map(({ reason, panel, contact }) => ({
      reason,
      panel,
      contact: contact === null ? '' : (keys.get(contact.row) ?? ''),
    })),
    mailing: mailingView(campaign, leads, reachedOf(campaign, leads), marksOf(campaign), {
      title: weekTitle(head),
      text: weekText(sections, proposals, head, ''),
    }),
  });
}

/** Needs the lock. */
export function mailWeek(services: Services): Result<WriteReceipt> {
  if (!services.permissions().send) return bad(noMailPermission());
  const made = pageOf(services);
  if (!made.ok) return made;
  const { campaign, sections, proposals, head, leads } = made.value;
  const reached = reachedOf(campaign, leads);
  if (reached.size === 0)
    return bad({
      code: 'no-leads',
      message: 'Nobody in the tab “Volunteers” is a lead with an address, so nothing was mailed.',
      todo: 'Write Lead under Role for those who should get it, and their address under E-mail.',
    });
  const keep = (marks: MailMarks) => {
    services.notes.put(NOTE, JSON.stringify({ week: mondayOf(campaign.today), marks } satisfies Kept));
  };
  return good(
    mailOnce(campaign, reached, marksOf(campaign), keep, ({ name }) => ({
      subject: weekTitle(head),
      body: weekText(sections, proposals, head, name),
    })),
  );
}
