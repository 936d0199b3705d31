// Names out of a pasted list: shown as what they would become, and those that a person ticked added to the shortlist
// below what is typed there. Doing it twice adds nothing twice.
import { countOf } from '../values/count';
import { cleanText, foldName } from '../values/text';
import { daysBetween, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { fitCell } from '../values/writtenText';
import { lastOurTouch, type OurTouch } from '../mail/lastTouch';
import { categoryWords } from '../meetings/coverage';
import {
  categoryWord,
  readNames,
  signedNote,
  townsFit,
  type NewName,
  type OtherName,
} from '../meetings/newNames';
import type { PastedRow } from '../meetings/pastedRows';
import type { ShortlistRow } from '../meetings/shortlist';
import type { LeftOut } from '../meetings/signers/signer';
import type { Contact } from '../reading/contact';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { statusOf } from '../touches/status';
import type { Services } from '../google/services';
import { MOST_ITEMS, type WriteReceipt } from './answers';
import { volunteersOf } from './assignPlan';
import { openCampaign, type Campaign, type Need } from './campaign';
import type { NameChoice, NameItem, NamesView, NameWord } from './nameAnswers';
import { openMeeting, type Meeting } from './openMeeting';
import { addRows } from './pastedRows';
import { whoIs } from './whoIs';

/** Characters: a list of some 4,000 signers. */
const LONGEST_TEXT = 200_000;

interface Opened {
  readonly campaign: Campaign;
  readonly meeting: Meeting;
  readonly names: readonly NewName[];
  readonly leftOut: readonly LeftOut[];
}

function open(services: Services, text: string, need: readonly Need[]): Result<Opened> {
  if (text.length > LONGEST_TEXT)
    return bad({
      code: 'long-text',
      message: `The list has ${text.length.toLocaleString('en-US')} characters, more than can be read at once. Nothing was added.`,
      todo: 'Paste it in parts of some thousand lines.',
    });
  const opened = openCampaign(services, need);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const meeting = openMeeting(campaign);
  if (!meeting.ok) return meeting;
  const read = readNames(text, campaign.contacts, meeting.value.list.rows);
  return good({ campaign, meeting: meeting.value, ...read });
}

/** Reads only. Five reads at most, whatever the text and the contacts hold. */
export function showNames(services: Services, text: string): Result<NamesView> {
  const opened = open(services, text, ['log']);
  if (!opened.ok) return opened;
  const { campaign, meeting, names, leftOut } = opened.value;
  const categories = wordsFor(campaign);
  const entries = entriesByContact(campaign.log);
  const touched = (contact: Contact) => lastOurTouch(contact, entriesFor(contact, entries), campaign.today);
  const of = (kind: NameItem['kind']) => names.filter((name) => kindOf(name) === kind);
  const shown = new Set(
    (['new', 'known', 'unsure', 'left out'] as const).flatMap((kind) => of(kind).slice(0, MOST_ITEMS)),
  );
  const sheets = { shortlist: meeting.table.name, contacts: campaign.table.name, list: '' };
  return good({
    lines: text.split(/[\r\n]+/).filter((line) => cleanText(line) !== '').length,
    items: [
      ...names.flatMap((name, at) =>
        shown.has(name) ? [itemOf(name, at, { categories, sheets, touched, today: campaign.today })] : [],
      ),
      ...leftOut.slice(0, MOST_ITEMS).map(leftOutItem),
    ],
    counts: {
      new: of('new').length,
      known: of('known').length,
      unsure: of('unsure').length,
      leftOut: leftOut.length + of('left out').length,
    },
    categories,
    shortlist: meeting.table.name,
  });
}

/** Needs the lock. `choices`: places of names in this very text, each as the person saw it. */
export function addNames(
  services: Services,
  text: string,
  choices: readonly NameChoice[],
): Result<WriteReceipt> {
  const opened = open(services, text, ['volunteers']);
  if (!opened.ok) return opened;
  const { campaign, meeting, names } = opened.value;
  const kept: WriteReceipt['kept'][number][] = [];
  const rows: PastedRow[] = [];
  const ideaBy = whoIs(campaign, volunteersOf(campaign))?.name ?? 'Pasted list';
  for (const { at, category, seen } of new Map(choices.map((choice) => [choice.at, choice])).values()) {
    const name = names[at];
    if (name === undefined) continue;
    const why = whyNot(name, seen);
    if (why !== '') kept.push({ cell: '', why });
    else
      rows.push({
        Organization: fitCell(name.signer.organization),
        Category: category,
        Town: name.signer.town,
        'Idea by': ideaBy,
        Notes: fitCell(signedNote(name.people)),
      });
  }
  const isThere = (row: PastedRow, standing: readonly ShortlistRow[]) =>
    standing.some(
      ({ organization, town }) =>
        foldName(organization) === foldName(row.Organization) && townsFit(town, row.Town),
    );
  const added = addRows(campaign, meeting, rows, isThere);
  kept.push(...added.kept);
  return good({
    message:
      added.rows > 0
        ? `Added ${countOf(added.rows, 'name')} to “${meeting.table.name}”`
        : 'No name was added',
    change: added.change,
    written: added.rows,
    kept: kept.slice(0, MOST_ITEMS),
    undoable: added.change !== '',
  });
}

/** Why a name that the person saw so is not added by now; '' where it is. */
function whyNot({ signer, kind, other }: NewName, seen: NameChoice['seen']): string {
  const name = short(signer.organization);
  if (kind === 'known' && other?.where === 'shortlist')
    return `“${name}” stands on the shortlist already, in row ${other.row}.`;
  if (kind === 'known' && other?.where === 'list') return `“${name}” stands in the list twice.`;
  if (kind === 'known' && seen !== 'known') return `“${name}” is in your contacts by now.`;
  if (kind === 'unsure' && seen === 'new')
    return `“${name}” is likely the same as “${short(other?.name ?? '')}”, which came meanwhile. Say whether it is.`;
  return '';
}

const wordsFor = ({ contacts }: Campaign): string[] =>
  categoryWords(contacts.map(({ text }) => ({ organization: '', category: text.category })));

/** A doubtful one that nothing tells to be a group is left out until a person ticks it. */
const kindOf = ({ kind, isDoubtful }: NewName): NameItem['kind'] =>
  kind === 'new' && isDoubtful ? 'left out' : kind;

interface Shown {
  readonly categories: readonly string[];
  readonly sheets: Readonly<Record<OtherName['where'], string>>;
  readonly touched: (contact: Contact) => OurTouch | null;
  readonly today: Day;
}

const LONGEST_NAME = 200;
const short = (text: string) => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text);

function itemOf(found: NewName, at: number, { categories, sheets, touched, today }: Shown): NameItem {
  const { signer, people, other } = found;
  const kind = kindOf(found);
  const category = other?.contact?.text.category ?? '';
  const place =
    other === null ? '' : other.where === 'list' ? `Line ${other.row} of your list` : `Row ${other.row}`;
  const known = other?.contact ?? null;
  const touch =
    known === null
      ? ''
      : `, ${statusOf(known) === 'Bowed out' ? 'bowed out' : touchWords(touched(known), today)}`;
  return {
    at,
    kind,
    name: short(kind === 'known' ? (other?.name ?? '') : signer.organization),
    category: short(category || categoryWord(signer.organization, categories)),
    town: short(signer.town),
    source: signer.source,
    note: kind === 'left out' ? WHY_LEFT_OUT.unsure : short(signedNote(people)),
    word:
      kind === 'left out'
        ? 'Left out'
        : other === null
          ? ''
          : kind === 'unsure'
            ? 'Likely the same'
            : WORDS[other.where],
    of: kind === 'unsure' ? short(other?.name ?? '') : '',
    where: `${place}${touch}`,
    sheet: other === null ? '' : sheets[other.where],
    cell: other === null || other.where === 'list' ? '' : `A${other.row}`,
    addable: kind !== 'known' || other?.where === 'contacts',
  };
}

const WORDS: Readonly<Record<OtherName['where'], NameWord>> = {
  shortlist: 'On the shortlist',
  contacts: 'Already in contacts',
  list: 'Twice in your list',
};

const WHY_LEFT_OUT: Readonly<Record<LeftOut['why'], string>> = {
  person: 'A person. No organization is named.',
  unsure: 'A person or a group, nobody can tell. Tick it if it is a group.',
  twice: 'Named above already.',
  other: 'No name of a group.',
};

const leftOutItem = ({ source, why }: LeftOut): NameItem => ({
  at: -1,
  kind: 'left out',
  name: source,
  category: '',
  town: '',
  source: '',
  note: WHY_LEFT_OUT[why],
  word: 'Left out',
  of: '',
  where: '',
  sheet: '',
  cell: '',
  addable: false,
});

const DID: Readonly<Record<OurTouch['channel'], string>> = {
  'e-mail': 'written to',
  phone: 'called',
  text: 'sent a text',
  'social media': 'written to on social media',
  'web form': 'written to by web form',
  'in person': 'visited',
  unknown: 'last touch',
};

function touchWords(touch: OurTouch | null, today: Day): string {
  if (touch === null) return 'no touch noted yet';
  const days = daysBetween(touch.day, today);
  return `${DID[touch.channel]} ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`;
}
