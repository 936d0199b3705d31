// Contacts whose row still stands in a volunteer's tab and whose owner cell names somebody else by now. Where nobody
// handed them over, the log gets the line that handing over would have written: no ask goes to others in silence.
import type { Contact } from '../reading/contact';
import { foldName } from '../values/text';
import { newestEntry } from '../mail/lastTouch';
import { openWith } from '../mail/openWith';
import type { RowsPlan } from '../people/sync/planRows';
import type { LogEntry } from '../touches/log';
import { HANDED_OVER } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteersOf } from './assignPlan';
import { nameOf, type Campaign } from './campaign';
import { newEntry } from './contact';
import { awayRemark } from './handOver';
import type { HomeView } from './homeAnswers';
import { lastIds, type HomeTab } from './homeTabs';
import type { HomeWork } from './homeWork';
import { addEntries } from './logTab';
import { throwIfLost } from './serviceProblem';

export interface Gone {
  readonly contact: Contact;
  /** Volunteers who have it now; none where the owner cell is blank. */
  readonly to: readonly string[];
  /** Stands under Next step, so that two people do not write to one group. */
  readonly word: string;
}

const TYPED = 'Somebody typed this into the owner cell.';

export const isSomebodyElses = ({ why }: RowsPlan['leftAlone'][number]): boolean =>
  why === 'other owner' || why === 'no owner';

/** By Outreach ID, of contacts that the tab's owner had. A name that no volunteer has is no handing over, nor is another spelling of the tab's owner. */
export function goneFrom(campaign: Campaign, tab: HomeTab, plan: RowsPlan): ReadonlyMap<string, Gone> {
  const had = new Set(lastIds(tab));
  const left = plan.leftAlone.filter((one) => isSomebodyElses(one) && had.has(one.key));
  if (left.length === 0) return new Map();
  const who = namesIn(campaign);
  const [own] = who(tab.volunteer);
  return new Map(
    left.flatMap(({ key, why }): [string, Gone][] => {
      const contact = campaign.byKey.get(key);
      const to = who(contact?.text.owner ?? '');
      if (contact === undefined || (own !== undefined && to.includes(own))) return [];
      if (to.length === 0 && why !== 'no owner') return [];
      const word = `${inWords(to, 'Nobody')} ${to.length > 1 ? 'have' : 'has'} it now`;
      return [[contact.outreachId, { contact, to, word }]];
    }),
  );
}

const inWords = (names: readonly string[], nobody: string) => names.join(' and ') || nobody;

/** The volunteers whom an owner cell names, as the Volunteers tab spells them. */
function namesIn(campaign: Campaign): (text: string) => readonly string[] {
  const volunteers = volunteersOf(campaign);
  return (text) =>
    splitOwners(text).flatMap((name) => {
      const match = matchOwner(name, volunteers);
      return match.kind === 'one' ? [match.volunteer.name] : [];
    });
}

/** Writes the lines that the log lacks, each once. */
export function logGone(
  campaign: Campaign,
  work: readonly HomeWork[],
): { logged: Campaign; handed: HomeView['handed'] } {
  const nothing = { logged: campaign, handed: [] };
  if (!work.some(({ gone }) => gone.size > 0)) return nothing;
  const { services, hidden, log, settings, today } = campaign;
  const volunteers = volunteersOf(campaign);
  const who = namesIn(campaign);
  const byContact = entriesByContact(log);
  const lines: Omit<LogEntry, 'row'>[] = [];
  const handed: HomeView['handed'][number][] = [];
  for (const { gone, table, volunteer } of work) {
    const isTheirs = (name: string) =>
      foldName(name) === foldName(volunteer) || who(name).includes(volunteer);
    for (const { contact, to } of gone.values()) {
      const entries = entriesFor(contact, byContact);
      const newest = newestEntry(entries, ({ kind, summary }) => {
        const { from, others } = readSummary(summary);
        return kind === HANDED_OVER && [from, ...others].some(isTheirs);
      });
      if (newest !== null && isTheirs(readSummary(newest.summary).from)) continue;
      const away = volunteers
        .filter(({ name }) => to.includes(name))
        .map((one) => awayRemark(campaign, contact, one));
      lines.push(
        newEntry(campaign, contact, {
          who: '',
          channel: 'unknown',
          kind: HANDED_OVER,
          direction: 'ours',
          summary: `From ${volunteer} to ${inWords(to, 'nobody')}`,
          result: '',
          notes: [TYPED, ...away].join(' ').trim(),
        }),
      );
      handed.push({
        contact: contact.outreachId,
        organization: nameOf(contact),
        tab: table.name,
        from: volunteer,
        to: splitOwners(contact.text.owner)[0] ?? '',
        open: openWith(contact, entries, { settings, today, locale: services.book.locale }),
      });
    }
  }
  if (lines.length === 0) return nothing;
  try {
    // Touches of this run may stand in it since it was read.
    const table = campaign.tabs.log === null ? null : services.book.read(campaign.tabs.log);
    addEntries(services, hidden, table, lines);
  } catch (error) {
    throwIfLost(error);
    return nothing;
  }
  return { logged: { ...campaign, log: [...log, ...lines.map((line) => ({ ...line, row: 0 }))] }, handed };
}

/** "From Bo to Dee and Elif" */
function readSummary(summary: string): { readonly from: string; readonly others: readonly string[] } {
  const [, from = '', to = ''] = /^From (.+?) to (.+)$/.exec(summary) ?? [];
  return { from, others: splitOwners(to) };
}
