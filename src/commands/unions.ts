// The union map: which locals there are, how far each is on the ladder and what comes next.
import { makeMayKnow } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import { ENDORSEMENT, PRESENT } from '../texts/askKinds';
import { readStage, UNION_STAGES } from '../texts/unionStages';
import { readUnions, type Union, type UnionFacts, type UnionRow } from '../partners/readUnions';
import { isUnionContact, sameBody } from '../partners/unionNames';
import { offeredStage } from '../partners/unionStage';
import { UNION_CHOICES, unionCells, unionsShape, unionTabHead } from '../partners/unionTab';
import { doublesIn, standingOf, type UnionTally } from '../partners/unionTally';
import { asksByContact, asksFor } from '../touches/asks/readAsks';
import { dayInCell } from '../touches/rowFacts';
import { statusOf } from '../touches/status';
import { countOf, figure } from '../values/count';
import { addDays, laterOf, parseDay, shortDay, type Day } from '../values/day';
import { later } from '../values/later';
import { bad, good, type Result } from '../values/result';
import { keysByRow } from '../workbook/identity';
import { newest } from '../workbook/dataTab';
import { UNION_MAP_TAB, UNIONS_TAB } from '../workbook/tabs';
import type { Services } from '../google/services';
import { MOST_ITEMS, type Need, type WriteReceipt } from './answers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import { openContact } from './contact';
import { furnished, headingsGone, rowQuestion, writeContactRow, type ContactTab } from './contactRow';
import { overSeen } from './overSeen';
import { rememberTab } from './ourTabs';
import { noNumber } from './people';
import { receipt } from './settle';
import type { UnionFigure, UnionForm, UnionItem, UnionRequest, UnionsView } from './unionAnswers';
import { unionFile, type UnionFile } from './unionFile';
import { readAbout } from '../values/wholeNumber';

/** For whoever shows the figures elsewhere. Needs log, settings, asks, partners and unions. */
export const unionTallyOf = (campaign: Campaign): UnionTally => unionFile(campaign).tally();

const BLANK: UnionFacts = {
  international: '',
  local: '',
  council: '',
  workers: null,
  members: null,
  voted: '',
  votedOn: null,
  campaigns: '',
  endorses: '',
  stage: 0,
  statements: null,
  link: '',
  linkText: '',
  note: '',
};

const blankRow = (contact: Contact): UnionRow => ({
  contact,
  union: { ...BLANK, contact: contact.outreachId, organization: nameOf(contact), row: 0 },
});

const wordOf = ({ stage }: Union): string => UNION_STAGES[stage]?.word ?? '';

/** What lists and the selected contact show of unions. Needs log, settings, volunteers, asks, partners and unions. */
export function unionItems(campaign: Campaign, file: UnionFile) {
  const { contacts, volunteers, asks, today } = campaign;
  const keys = keysByRow(contacts);
  const byAsk = asksByContact(asks.asks.filter(({ kind, answer }) => kind === PRESENT && answer === 'yes'));
  const mayKnow = later(() => makeMayKnow(volunteers, contacts));
  const doubles = later(() => doublesIn(file.rows, file.read));
  const presented = (contact: Contact | null): boolean => {
    const days = (contact ? asksFor(contact, byAsk) : []).map(({ answeredOn, waitUntil }) =>
      laterOf(laterOf(answeredOn, waitUntil), contact && dayInCell(contact.cells.theirNextMeeting)),
    );
    return days.some((day) => day !== null && day < today);
  };
  const offerTo = (row: UnionRow, voted: boolean): UnionItem['offer'] => {
    const { endorsed } = file.knownOf(row.contact);
    const stage = offeredStage({ ...row.union, endorsed, presented: presented(row.contact) });
    const word = UNION_STAGES[stage]?.word ?? '';
    if (word === '') return null;
    const why =
      stage === 5
        ? voted && row.union.voted === 'yes'
          ? 'They voted'
          : 'They endorsed'
        : stage === 3
          ? 'They said yes to presenting, and the day has passed'
          : 'There are statements';
    return { word, why: `${why}: is the stage “${word}”?` };
  };
  const byCouncil = later(() => {
    const found = new Map<string, UnionRow[]>();
    for (const row of file.rows)
      if (row.union.council !== '')
        found.set(row.union.council, [...(found.get(row.union.council) ?? []), row]);
    return [...found];
  });
  /** "4 locals here, 1 voted": those whose row names this council. */
  const localsOf = (council: string): string => {
    const body = file.read(council);
    const own = byCouncil()
      .filter(([named]) => sameBody(file.read(named), body, true))
      .flatMap(([, rows]) => rows)
      .filter(({ union }) => union.organization !== council);
    const voted = own.filter((row) => standingOf(row, file.knownOf(row.contact), today).voted).length;
    return own.length === 0 ? '' : `${countOf(own.length, 'local')} here, ${figure(voted)} voted`;
  };
  const itemOf = (row: UnionRow): UnionItem => {
    const { union, contact } = row;
    const body = file.read(union.organization);
    const known = file.knownOf(contact);
    const is = standingOf(row, known, today);
    const isThere = union.row > 0 && !doubles().has(row);
    const figures: UnionFigure[] = [
      ...(isThere ? [] : union.row > 0 ? [] : (['missing'] as const)),
      ...(isThere && body.isCouncil ? (['councils'] as const) : []),
      ...(isThere && !body.isCouncil ? (['mapped'] as const) : []),
      ...(isThere && !body.isCouncil && is.inConversation ? (['talking'] as const) : []),
      ...(isThere && !body.isCouncil && is.voted ? (['voted'] as const) : []),
      ...(isThere && !body.isCouncil && !is.left && is.workers === null ? (['unknown'] as const) : []),
    ];
    const onLadder = !is.left && !body.isCouncil;
    const last = file.lastLine(contact);
    const there =
      contact === null
        ? []
        : mayKnow()({ ...contact.text, knownBy: '', owner: '' }).filter(({ by }) => by === 'organization');
    const stage = UNION_STAGES[union.stage];
    const voted = [union.voted, union.votedOn === null ? '' : shortDay(union.votedOn, today)];
    const international = union.international || body.proposal.international;
    const isSaid = union.organization.includes(international);
    const named = isSaid ? [] : [international, union.local || body.proposal.local];
    const workers = is.workers === null ? '' : figure(is.workers);
    return {
      contact: contact === null ? '' : (keys.get(contact.row) ?? ''),
      row: union.row,
      organization: union.organization,
      town: contact?.text.town ?? '',
      owner: contact?.text.owner ?? '',
      name: named.filter((part) => part !== '').join(' '),
      stage: union.stage,
      word: wordOf(union),
      left: is.left && contact ? (statusOf(contact) ?? '') : '',
      next: onLadder ? (stage?.next ?? '') : '',
      ask: !onLadder || (is.voted && stage?.ask === ENDORSEMENT) ? '' : (stage?.ask ?? ''),
      workers: workers === '' ? '' : `${workers} workers`,
      form: formOf(union),
      proposed: {
        international: union.international === '' ? body.proposal.international : '',
        local: union.local === '' ? body.proposal.local : '',
        council: union.council === '' ? body.proposal.council : '',
      },
      offer: onLadder && union.row > 0 ? offerTo(row, is.voted) : null,
      link: union.link,
      facts: [
        { label: 'Council', value: union.council },
        { label: 'Locals', value: body.isCouncil ? localsOf(union.organization) : '' },
        {
          label: 'Workers',
          value: workers + (workers !== '' && union.workers === null ? ', by Partnerships' : ''),
        },
        { label: 'Members in common', value: union.members === null ? '' : figure(union.members) },
        { label: 'Of ours there', value: there.map(({ volunteer }) => volunteer.name).join(', ') },
        { label: 'Known by', value: contact?.text.knownBy ?? '' },
        { label: 'Voted', value: voted.filter((part) => part !== '').join(', ') },
        { label: 'Campaigns', value: union.campaigns },
        { label: 'Endorses candidates', value: union.endorses },
        { label: 'Statements', value: union.statements === null ? '' : figure(union.statements) },
        { label: 'In the log', value: last === null ? '' : `last on ${shortDay(last, today)}` },
        { label: 'Note', value: union.note },
      ].filter(({ value }) => value !== ''),
      figures,
    };
  };
  return {
    itemOf,
    /** null for a contact that is no union. */
    ofContact: (contact: Contact): UnionItem | null => {
      const row = file.rowOf(contact);
      const { organization, category } = contact.text;
      const isOne = row !== null || isUnionContact({ organization, category }, file.read);
      return isOne ? itemOf(row ?? blankRow(contact)) : null;
    },
  };
}

export function showUnions(services: Services): Result<UnionsView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks', 'partners', 'unions']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const file = unionFile(campaign);
  const missing = campaign.contacts.filter(
    (contact) =>
      file.rowOf(contact) === null && isUnionContact({ ...contact.text }, file.read) && !hasLeft(contact),
  );
  const lastOf = new Map(file.rows.map((row) => [row, file.lastLine(row.contact) ?? '']));
  const order = ({ union, contact }: UnionRow): number =>
    (contact !== null && hasLeft(contact) ? 20 : 0) +
    (file.read(union.organization).isCouncil ? 10 : 0) +
    union.stage;
  const rows = [...file.rows].sort((a, b) => {
    const [first, second] = [lastOf.get(a) ?? '', lastOf.get(b) ?? ''];
    return order(a) - order(b) || (first < second ? -1 : first > second ? 1 : a.union.row - b.union.row);
  });
  const { itemOf } = unionItems(campaign, file);
  const questions = [...file.problems, ...differing(file)].sort((a, b) => a.row - b.row);
  return good({
    tally: file.tally(),
    missing: missing.length,
    items: [...rows, ...missing.slice(0, MOST_ITEMS).map(blankRow)].slice(0, MOST_ITEMS).map(itemOf),
    count: rows.length + missing.length,
    questions: questions.slice(0, MOST_ITEMS).map(rowQuestion),
    sheet: campaign.unionsTable?.name ?? '',
  });
}

const hasLeft = (contact: Contact): boolean => ['Declined', 'Bowed out'].includes(statusOf(contact) ?? '');

/** Rows that say what another row, or Partnerships, says otherwise. */
function differing(file: UnionFile) {
  const doubles = doublesIn(file.rows, file.read);
  return file.rows.flatMap((row) => {
    const { organization, workers, row: at } = row.union;
    const first = doubles.get(row)?.union;
    const { people } = file.knownOf(row.contact);
    const about = { row: at, organization, text: organization };
    return [
      ...(first === undefined
        ? []
        : [
            {
              ...about,
              why: `It is the same union as “${first.organization}” in row ${first.row}, and counts once, by that row. Delete one of them.`,
            },
          ]),
      ...(workers === null || people === null || workers === people
        ? []
        : [
            {
              ...about,
              why: `Workers says ${figure(workers)} here, Partnerships ${figure(people)}. This one counts. Put one of them right.`,
            },
          ]),
    ];
  });
}

/** So many days without a line in the log, and a local on the ladder is worth a word. */
const STILL_DAYS = 60;

/** For Today: "14 locals mapped, …" and who stands still; needs what unionFile needs. */
export function unionsToday(campaign: Campaign): { readonly line: string; readonly needs: readonly Need[] } {
  if (campaign.unionsTable === null) return { line: '', needs: [] };
  const file = unionFile(campaign);
  const before = addDays(campaign.today, -STILL_DAYS);
  const still = file.rows.filter((row) => {
    const { stage, organization } = row.union;
    const last = file.lastLine(row.contact);
    if (stage === 0 || stage === 5 || last === null || last > before) return false;
    const is = standingOf(row, file.knownOf(row.contact), campaign.today);
    return !is.left && !is.voted && !file.read(organization).isCouncil;
  });
  const tally = file.tally();
  const names = still.slice(0, 3).map(({ union }) => union.organization);
  return {
    line: file.rows.length === 0 ? '' : tallyLine(tally),
    needs:
      still.length === 0
        ? []
        : [
            {
              count: still.length,
              title: 'Locals that stand still',
              text: `Nothing in the log for ${STILL_DAYS} days: ${names.join(', ')}`,
              action: 'See',
              to: { panel: 'unions', mode: 'follow-ups', list: null },
              rows: [],
            },
          ],
  };
}

/** "14 locals mapped, 6 in conversation, 2 voted, 31,400 workers (3 locals unknown)" */
function tallyLine({ mapped, inConversation, voted, workers, unknown }: UnionTally): string {
  const open = unknown === 0 ? '' : ` (${countOf(unknown, 'local')} unknown)`;
  return `${countOf(mapped, 'local')} mapped, ${figure(inConversation)} in conversation, ${figure(voted)} voted, ${figure(workers)} workers${open}`;
}

/** What stands there, as the form shows it. */
function formOf(union: UnionFacts): UnionForm {
  const { international, local, council, voted, votedOn, campaigns, endorses, note } = union;
  const count = (n: number | null): string => (n === null ? '' : String(n));
  return {
    ...{ international, local, council, voted, campaigns, endorses, note },
    workers: count(union.workers),
    members: count(union.members),
    votedOn: votedOn ?? '',
    stage: UNION_STAGES[union.stage]?.word ?? '',
    statements: count(union.statements),
    link: union.linkText,
  };
}

function cleaned(request: UnionForm): UnionForm {
  const { voted, endorses } = request;
  const text = (key: keyof UnionForm): string => request[key].trim();
  return {
    ...{ voted, endorses },
    international: text('international'),
    local: text('local'),
    council: text('council'),
    workers: text('workers'),
    members: text('members'),
    votedOn: text('votedOn'),
    campaigns: text('campaigns'),
    stage: text('stage'),
    statements: text('statements'),
    link: text('link'),
    note: text('note'),
  };
}

const COUNTED = { workers: 'workers', members: 'members', statements: 'statements' } as const;

/** As they are written; a problem where one cannot be read. */
function factsOf(form: UnionForm, today: Day): Result<Omit<UnionFacts, 'link'>> {
  for (const [key, noun] of Object.entries(COUNTED)) {
    const text = form[key as keyof typeof COUNTED];
    if (readAbout(text) === undefined) return bad(noNumber(text, noun));
  }
  const count = (key: keyof typeof COUNTED): number | null => readAbout(form[key]) ?? null;
  const votedOn = parseDay(form.votedOn);
  const stage = readStage(form.stage);
  if (stage === null || (form.votedOn !== '' && votedOn === null))
    return bad({
      code: 'union-unreadable',
      message: `“${stage === null ? form.stage : form.votedOn}” cannot be read. Nothing was written.`,
      todo: 'Choose one of the steps, and the day from the calendar.',
    });
  const { international, local, council, campaigns, endorses, link, note } = form;
  const voted = form.voted === '' && votedOn !== null ? 'yes' : form.voted;
  return good({
    ...{ international, local, council, campaigns, endorses, note, votedOn, stage },
    voted: voted === 'yes' && votedOn !== null && votedOn > today ? 'in progress' : voted,
    workers: count('workers'),
    members: count('members'),
    statements: count('statements'),
    linkText: link,
  });
}

/** The tab as it stands, or under the name that it is to get. */
function tabOf({ services, hidden, tabs, unionsTable }: Campaign): ContactTab {
  const named = (wanted: string) => services.book.tabs().some(({ name }) => name === wanted);
  const name = tabs.unions === null && named(UNIONS_TAB) ? UNION_MAP_TAB : UNIONS_TAB;
  // One that somebody made by hand is ours from now on.
  const isKnown = [UNIONS_TAB, UNION_MAP_TAB].some(
    (key) => Number(newest(hidden.rows, 'tab', key)?.state) === tabs.unions,
  );
  if (tabs.unions !== null && !isKnown) rememberTab(services, hidden, UNIONS_TAB, tabs.unions);
  const shape = furnished({ ...unionsShape(), name }, UNION_CHOICES);
  return { kind: 'unions', shape, id: tabs.unions, table: unionsTable, head: unionTabHead };
}

/** One row of the tab, which is made at its first use. Needs the lock. */
export function saveUnion(services: Services, request: UnionRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, ['organization'], ['unions']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const { contacts, unionsTable, today, otherTabs } = campaign;
  const { rows } = readUnions(unionsTable, contacts, today, services.book.locale, otherTabs);
  const { union } = rows.find((row) => row.contact === contact) ?? blankRow(contact);
  const { wanted, kept } = overSeen(formOf(union), cleaned(request), request.seen);
  const facts = factsOf(wanted, today);
  if (!facts.ok) return facts;
  const tab = tabOf(campaign);
  if (tab.id === null && services.book.tabs().some(({ name }) => name === tab.shape.name))
    return bad(headingsGone(tab, tab.shape.name));
  const what = `Wrote down what is known of ${nameOf(contact)} as a union`;
  const id = contact.outreachId;
  const saved = writeContactRow(
    campaign,
    tab,
    {
      contact: id,
      row: union.row,
      were: union.row === 0 ? new Map() : unionCells({ ...union, contact: id }),
      are: unionCells({ ...union, ...facts.value, contact: id }),
    },
    { id: '', what },
  );
  if (!saved.ok) return saved;
  return good(receipt(what, { ...saved.value, kept: [...kept, ...saved.value.kept] }));
}
