// The statuses of the add-on and the group's own words for them. Others are mapped to these (design section 3).
import type { Contact } from '../reading/contact';
import { later } from '../values/later';
import { cleanText, foldName } from '../values/text';

export const STATUSES = [
  'Shortlisted',
  'Researching',
  'Ready',
  'Contacted',
  'Following up',
  'In conversation',
  'Endorsed',
  'Partner',
  'Observer',
  'Waiting',
  'Declined',
  'Bowed out',
  'Unreachable',
] as const;

export type Status = (typeof STATUSES)[number];

/** What a status does to follow-ups: nothing goes ('stops'), it waits, or the dates decide ('follows'). */
export type StatusEffect = 'stops' | 'waits' | 'follows';

const STOPPING: readonly Status[] = [
  'In conversation',
  'Endorsed',
  'Partner',
  'Observer',
  'Declined',
  'Bowed out',
  'Unreachable',
];

export function statusEffect(status: Status | null): StatusEffect {
  if (status === 'Waiting') return 'waits';
  return status !== null && STOPPING.includes(status) ? 'stops' : 'follows';
}

/** Whole words of a status cell, folded, the usual ones first; what follows " / " is read but never written. */
const WORDS: Readonly<Record<Status, string>> = {
  Shortlisted:
    'new,to do,not yet,not contacted,todo,idea,open,backlog,prospect,lead,not started,not begun,uncontacted,unassigned,suggested,brainstorm,potential,identified,offen,neu',
  Researching:
    'research,to research,needs research,in research,find contact,find email,looking for contact,looking up,needs info,needs contact,needs contact info',
  Ready:
    'to contact,ready to contact,ready to send,ready to email,to email,to call,to write,assigned,queued,next,up next,draft,drafted,prepared',
  Contacted:
    'emailed,email sent,sent,reached out,contact made,first contact,initial contact,initial email,initial email sent,first email,first email sent,mailed,messaged,written,wrote,wrote to them,awaiting reply,awaiting response,awaiting answer,waiting for reply,waiting for a reply,waiting for response,waiting for a response,waiting for answer,waiting for an answer,waiting to hear,waiting to hear back,outreach sent,outreached,invited,asked,kontaktiert' +
    ' / called,phoned,texted,dmed,visited,left vm,left voicemail,left a voicemail,left message,left a message,left msg,lm,lvm,vm,voicemail,no answer,no reply,no response,nr,attempted,tried,bounced,in progress,email,call,attempt,touch',
  'Following up':
    'follow up,followed up,followup,follow up sent,second email,second email sent,reminder sent,reminded,follow up email sent,emailed again' +
    ' / needs follow up,need to follow up,to follow up,second attempt,second call,called again,last try,final email,third email',
  'In conversation':
    'in talks,talking,replied,in discussion,conversation,responded,answered,interested,in contact,in touch,meeting set,meeting scheduled,meeting planned,met,meeting,spoke,spoken,talked,discussing,engaged,warm,maybe,considering,undecided,negotiating,in dialogue,im gesprach',
  Endorsed:
    'yes,signed,endorser,signed on,endorsement,has endorsed,they endorsed,committed,said yes,supporter,supporting,supports,resolution passed,passed,passed resolution,won,agreed,confirmed,pledged,zugesagt',
  Partner: 'partners,member,coalition member,coalition partner,joined,joined coalition,ally,active partner',
  Observer: 'observing,observers,observer only',
  Waiting:
    'wait,on hold,hold,paused,pause,postponed,deferred,later,not now,parked,snoozed,waiting on them,waiting for them,waiting on their meeting,waiting for their meeting,check back later,ask later,ask again later,decide later,decision pending',
  Declined:
    'no,no thanks,not interested,said no,refused,rejected,no thank you,turned down,opposed,against,negative,passed on it,nope,will not endorse,abgelehnt',
  'Bowed out':
    'unsubscribed,do not contact,dnc,opted out,withdrew,withdrawn,dropped out,left coalition,left the coalition,stepped back,unsubscribe,opt out,dont contact,do not email,do not call,remove,removed,quit',
  Unreachable:
    'cannot reach,cant reach,not reachable,wrong number,no contact info,no contact information,no contact found,invalid,invalid email,bad email,wrong email,dead,defunct,disbanded,dissolved,no longer exists,closed down,out of business,gone,inactive',
};

interface Known {
  readonly status: Status;
  /** Place in its list; the usual words come first. -1 for the status's own word. */
  readonly place: number;
  readonly written: boolean;
}

const known = later(
  (): ReadonlyMap<string, Known> =>
    new Map(
      STATUSES.flatMap((status) => {
        const [written = '', readOnly = ''] = WORDS[status].split(' / ');
        const entry = (place: number, isWritten: boolean): Known => ({ status, place, written: isWritten });
        return [
          [folded(status), entry(-1, true)] as const,
          ...written.split(',').map((word, i) => [word, entry(i, true)] as const),
          ...(readOnly === ''
            ? []
            : readOnly.split(',').map((word, i) => [word, entry(100 + i, false)] as const)),
        ];
      }),
    ),
);

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*$/;
const NUMBER = /^(?:x?\d+x?|\d+(?:st|nd|rd|th))$/;

function folded(text: string): string {
  return foldName(text).replace(/\be mail/g, 'email');
}

/** "emailed 11 3" → "emailed"; a single small figure is a counter ("emailed 2"). */
function withoutFigures(text: string): { readonly words: string; readonly counter: number } {
  const parts = text.split(' ');
  const figures = parts.filter((part) => NUMBER.test(part));
  const words = parts
    .filter((part) => !NUMBER.test(part) && !MONTH.test(part) && part !== 'on' && part !== 'x')
    .join(' ');
  const counter =
    figures.length === 1 && !parts.some((part) => MONTH.test(part))
      ? Number(/\d+/.exec(figures[0] ?? '')?.[0] ?? 0)
      : 0;
  return { words, counter: counter < 10 ? counter : 0 };
}

const NEGATED = /\b(?:not|no|never|hasnt|havent|didnt|wont|cannot|cant|unless|if)\b/;

/** For phrases, in this order: the first that fits says what it is. `plain`: only without a "not" or "no". */
const PHRASES: readonly { readonly says: RegExp; readonly status: Status; readonly plain?: true }[] = [
  { says: /\b(?:do not|dont|never) (?:contact|email|call|mail|write|text)\b|\bdnc\b/, status: 'Bowed out' },
  {
    says: /\bunsubscrib|\bopt(?:ed)? out\b|\bremove (?:me|us|them|from)\b|\btake (?:me|us|them) off\b/,
    status: 'Bowed out',
  },
  { says: /\bbowed out\b|\bwithdrew\b|\bdropped out\b|\bstepped back\b/, status: 'Bowed out' },
  {
    says: /\bnot interested\b|\bno thank|\bsaid no\b|\bdeclin|\brefus|\breject|\bturned (?:us |it )?down\b/,
    status: 'Declined',
  },
  {
    says: /^(?:(?:has |have )?not|never|hasnt|havent) (?:yet )?(?:been )?(?:contacted|emailed|called|written|reached)/,
    status: 'Shortlisted',
  },
  {
    says: /\b(?:needs?|find|look(?:ing)? for) (?:a |an |the |their )?(?:contact|email|phone|info|research)\b/,
    status: 'Researching',
  },
  {
    says: /\bwaiting (?:for|on) (?:a |an |their |his |her )?(?:reply|answer|response)\b/,
    status: 'Contacted',
  },
  { says: /\bon hold\b|\bwait(?:ing)? (?:until|till|for|on)\b|\bpostponed\b/, status: 'Waiting' },
  {
    says: /\bendorsed\b|\bsigned(?: on)?\b|\bsaid yes\b|\bresolution passed\b/,
    status: 'Endorsed',
    plain: true,
  },
  { says: /\bunreachable\b|\bwrong number\b|\bdisbanded\b|\bdefunct\b/, status: 'Unreachable' },
  {
    says: /\bin (?:talks|conversation|discussion|touch)\b|\bmeeting (?:set|scheduled|planned)\b|\bspoke\b|\btalked\b|\breplied\b|\bresponded\b|\binterested\b/,
    status: 'In conversation',
    plain: true,
  },
  {
    says: /\bfollow(?:ed|ing)? ?up\b|\bremind|\b(?:second|2nd|third|3rd) (?:email|call|attempt|message|try)\b/,
    status: 'Following up',
  },
  {
    says: /\bemailed\b|\bemail sent\b|\bsent\b|\bcalled\b|\bphoned\b|\btexted\b|\bmessaged\b|\bleft (?:a )?(?:vm|voice ?mail|message|msg)\b|\bcontacted\b|\b(?:first|initial) contact\b|\breached out\b|\bwrote\b/,
    status: 'Contacted',
    plain: true,
  },
];

/** Which status a cell's word means; null where it is blank or unknown. */
export function readStatus(text: string): Status | null {
  const whole = folded(text);
  if (whole === '') return null;
  const exact = known().get(whole);
  if (exact !== undefined) return exact.status;
  const { words, counter } = withoutFigures(whole);
  const counted = known().get(words)?.status;
  if (counted !== undefined) return counted === 'Contacted' && counter >= 2 ? 'Following up' : counted;
  return (
    PHRASES.find(({ says, plain }) => says.test(whole) && !(plain && NEGATED.test(whole)))?.status ?? null
  );
}

/** The status of a contact, by its cell and by what the log says of who left. */
export function statusOf({ bowedOut, text }: Pick<Contact, 'bowedOut' | 'text'>): Status | null {
  return bowedOut === true ? 'Bowed out' : readStatus(text.status);
}

/**
 * The group's own word for a status, from the words that stand in its status column (repeats welcome: the more usual
 * one wins); null where they have none. A word that tells more than the status ("left vm", "bounced") is never given.
 */
export function ownWordFor(status: Status, wordsInColumn: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const raw of wordsInColumn) {
    const word = cleanText(raw);
    if (readStatus(word) === status) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best: { word: string; rank: number; count: number } | null = null;
  for (const [word, count] of counts) {
    const rank = rankOf(word);
    if (rank === null) continue;
    if (best === null || rank < best.rank || (rank === best.rank && count > best.count))
      best = { word, rank, count };
  }
  return best?.word ?? null;
}

/** 0: our own word; 1: a usual word for it; 2: one with a counter ("emailed-1"); null: never written. */
function rankOf(word: string): number | null {
  const whole = folded(word);
  const exact = known().get(whole);
  if (exact !== undefined) return exact.written ? (exact.place < 0 ? 0 : 1) : null;
  const figures = whole.split(' ').filter((part) => NUMBER.test(part));
  const { words, counter } = withoutFigures(whole);
  return known().get(words)?.written === true && figures.length === 1 && counter > 0 ? 2 : null;
}

/** The add-on's words and the most usual other ones with this effect, in lower case: what a formula must know by heart. */
export function usualWords(effect: StatusEffect): string[] {
  return STATUSES.filter((status) => statusEffect(status) === effect).flatMap((status) => [
    status.toLowerCase(),
    ...(WORDS[status].split(' / ')[0] ?? '').split(',').slice(0, 3),
  ]);
}
