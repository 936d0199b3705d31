// "Let them pick": what is free, and who picks. The turns live in the sidebar; Build writes what was picked.
import type { Field } from '../reading/fields';
import { bad, good, type Result } from '../values/result';
import { listDraft, searchFor } from '../people/draftList';
import { contactFinder, keysByRow } from '../workbook/identity';
import type { Services } from '../google/services';
import { MOST_ITEMS } from './answers';
import { shareInput, type AssignOptions } from './assignPlan';
import { nameOf, openCampaign, relyOn } from './campaign';
import type { DraftView } from './shareAnswers';

const FIELDS: readonly Field[] = ['organization', 'owner', 'due', 'status', 'doNotContact'];

/** `options.moves`: what was given by hand and picked so far. */
export function showDraft(services: Services, options: AssignOptions, search: string): Result<DraftView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { contacts } = campaign;
  const problem = relyOn(campaign, FIELDS);
  if (problem) return bad(problem);
  const { pickers, free, all, isFree } = listDraft(shareInput(campaign, options));
  const fits = searchFor(search);
  const found = free.filter(({ contact }) => fits(contact));
  const find = contactFinder(contacts);
  const keys = keysByRow(contacts);
  return good({
    pickers,
    free: found.slice(0, MOST_ITEMS).map(({ key, contact, notFor }) => ({
      contact: key,
      organization: nameOf(contact),
      line: [contact.text.category, contact.text.town].filter((text) => text !== '').join(', '),
      knownBy: contact.text.knownBy === '' ? '' : `Known by ${contact.text.knownBy}`,
      notFor,
    })),
    found: found.length,
    all,
    lost: options.moves
      .filter(({ contact, to }) => to !== '' && !isFree(keys.get(find(contact)?.row ?? 0) ?? ''))
      .map(({ contact }) => contact),
  });
}
