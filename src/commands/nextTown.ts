// Next town: three fresh tabs with public things alone, to be copied to the file of another town. They are never copies of
// a tab, since a copy carries its notes and marks with it.
import { townPartners, type TownPartner } from '../asks/nextTown';
import { readKnownBy } from '../checks/ties/knownBy';
import { TEMPLATE_COLUMNS, readTemplates } from '../mail/readTemplates';
import { ownTemplates, townTemplateRows, type TownTemplate } from '../mail/townTemplates';
import { statusOf } from '../touches/status';
import { CATEGORIES } from '../texts/categories';
import { isBlank } from '../values/cell';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { cleanText, foldName } from '../values/text';
import { newest } from '../workbook/dataTab';
import { keysByRow } from '../workbook/identity';
import { nextTownShapes } from '../workbook/nextTownTabs';
import type { TabShape } from '../workbook/ourTabs';
import { splitOwners } from '../workbook/owners';
import type { Services } from '../google/services';
import { MOST_ITEMS, type WriteReceipt } from './answers';
import { openCampaign, type Campaign } from './campaign';
import { writeJournal } from './journal';
import type { NextTownRequest, NextTownView } from './nextTownAnswers';
import { asNewTab } from './ourTabs';
import { partnersOf } from './partners';
import { freeName, keepTab } from './renewedTab';
import { tabHash } from './tabHash';

interface TownPlan {
  readonly campaign: Campaign;
  readonly found: ReturnType<typeof townPartners>;
  readonly keyOf: (partner: TownPartner) => string;
  readonly templates: readonly TownTemplate[];
}

function planTown(services: Services, town: string): Result<TownPlan> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'templates', 'asks', 'partners']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { contacts, asks, today, volunteers, settings, templates } = campaign;
  const partnerOf = partnersOf(campaign);
  const isPartner = (contact: (typeof contacts)[number]) => {
    const membership = partnerOf(contact)?.membership ?? '';
    return membership === 'partner' || (membership === '' && statusOf(contact) === 'Partner');
  };
  const keys = keysByRow(contacts);
  return good({
    campaign,
    found: townPartners(contacts, asks.asks, isPartner, town, today),
    keyOf: ({ contact }) => keys.get(contact.row) ?? '',
    templates: ownTemplates(templates, [
      ...volunteers.flatMap(({ name, belongsTo }) => [name, name.split(' ')[0] ?? '', ...belongsTo]),
      ...contacts.flatMap(({ text }) => {
        const knownBy = readKnownBy(text.knownBy);
        const known = Array.isArray(knownBy) ? (knownBy as readonly string[]) : [];
        return [text.contactName, text.organization, ...splitOwners(text.owner), ...known];
      }),
      settings.senderName,
      settings.campaign,
      settings.openMeetingPlace,
    ]),
  });
}

export function showNextTown(services: Services, town: string): Result<NextTownView> {
  const planned = planTown(services, town);
  if (!planned.ok) return planned;
  const { found, keyOf, templates } = planned.value;
  return good({
    partners: found.partners.slice(0, MOST_ITEMS).map((one) => {
      const { organization, category, website, agreed, reason } = one;
      return { contact: keyOf(one), organization, category, website, agreed, reason };
    }),
    partnerCount: found.partners.length,
    unasked: found.unasked.slice(0, MOST_NAMES),
    unaskedCount: found.unasked.length,
    unnamedCount: found.unnamed.length,
    shipped: readTemplates(null).templates.length,
    templates: templates.slice(0, MOST_ITEMS).map(({ template: { key, subject, body }, why, stays }) => ({
      key,
      text: [subject, body].filter((part) => part !== '').join('\n\n'),
      why,
      stays,
    })),
    categories: CATEGORIES.length,
  });
}

const MOST_NAMES = 5;

/** Needs the lock. What does not fit any more (they bowed out meanwhile, a text names somebody now) is left out. */
export function makeNextTown(services: Services, request: NextTownRequest): Result<WriteReceipt> {
  const town = cleanText(request.town).replace(/\n+/g, ' ');
  if (foldName(town) === '')
    return bad({
      code: 'no-town',
      message: 'Nobody said which town it is for. Nothing was made.',
      todo: 'Write the name of the town.',
    });
  const planned = planTown(services, town);
  if (!planned.ok) return planned;
  const { campaign, found, keyOf, templates } = planned.value;
  const partners = found.partners.filter((one) => request.partners.includes(keyOf(one)));
  const chosen = templates.filter(
    ({ template, stays }) => !stays && request.templates.includes(template.key),
  );
  const shapes = nextTownShapes(partners, town, [
    [...TEMPLATE_COLUMNS],
    ...townTemplateRows(chosen.map(({ template }) => template)),
  ]);
  const what = `Made three tabs for ${town}`;
  let change = '';
  let first = 0;
  for (const shape of shapes) {
    const id = freshTab(campaign, shape);
    const hash = tabHash(shape.rows);
    keepTab(campaign, shape.name, id, hash);
    const made = { what, tab: campaign.map.sheetId, made: [`tab:${id}:${hash}`], undoable: true, cells: [] };
    change = writeJournal(services, campaign.hidden, made, change);
    services.book.flush();
    first ||= id;
  }
  services.book.showTab(first);
  const gone = request.partners.length - partners.length + request.templates.length - chosen.length;
  return good({
    message: partners.length === 0 ? what : `${what}, with ${countOf(partners.length, 'partner')}`,
    change,
    written: shapes.length,
    kept:
      gone === 0
        ? []
        : [{ cell: '', why: `${countOf(gone, 'line')} of the list may not go any more. Look at it again.` }],
    undoable: true,
  });
}

/** What stands there as we made it goes first: in its place comes a tab without any past. What somebody changed or renamed stays. */
function freshTab(campaign: Campaign, shape: TabShape): number {
  const { book } = campaign.services;
  const line = newest(campaign.hidden.rows, 'tab', shape.name);
  const hashes = [tabHash(shape.rows), ...(line === null ? [] : [line.data])];
  const tabs = book.tabs();
  const standing =
    tabs.find(({ id, name }) => String(id) === line?.state && name.startsWith(shape.name)) ??
    tabs.find(({ name }) => name === shape.name);
  const table = standing === undefined ? null : book.read(standing.id);
  // A run that was cut off left it blank, or without its line.
  const isOurs =
    table !== null && (hashes.includes(tabHash(table.rows)) || table.rows.every((row) => row.every(isBlank)));
  if (isOurs) book.deleteTab(table.id);
  return book.addTab(asNewTab({ ...shape, name: freeName(campaign, shape.name) })).id;
}
