// What the words of an answer cell, or of a logged answer, mean for follow-ups (design section 2, rules 7 and 8).
import { isErrorCell } from '../values/cell';
import { wordSet } from '../values/later';
import { cleanText, foldName } from '../values/text';

export type AnswerKind =
  | 'blank'
  /** "no answer", "voicemail", "LM": an attempt, no answer. */
  | 'nothing-came-back'
  | 'out-of-office'
  | 'bounced'
  /** They decide at a meeting of theirs: the row waits for it. */
  | 'decides-there'
  | 'said-yes'
  | 'said-no'
  /** Any other answer. */
  | 'answer'
  /** Cannot be read: it stops follow-ups and is a question. */
  | 'unclear';

/** True for what stops follow-ups until a person empties or replaces it. A meeting of theirs only makes the row wait. */
export function answerStops(kind: AnswerKind): boolean {
  return kind === 'said-yes' || kind === 'said-no' || kind === 'answer' || kind === 'unclear';
}

const set = (words: string) => wordSet(words, ',');

/** Folded (lower case, no punctuation), the usual ones first. */
const NOTHING_WORDS =
  'no answer,no reply,no response,voicemail,left message,left voicemail,lm,vm,left vm,left a message,nothing,none,not yet,false,' +
  'no word,nothing back,nothing heard,nr,n a,na,lvm,lmtcb,voice mail,left a voicemail,left voice mail,left a voice mail,left a vm,left msg,' +
  'left a msg,message left,mailbox full,voicemail full,vm full,busy,line busy,busy signal,no pickup,no pick up,did not pick up,' +
  'didnt pick up,not answered,unanswered,did not answer,didnt answer,did not reply,didnt reply,did not respond,didnt respond,' +
  'has not replied,hasnt replied,have not replied,havent replied,not replied,no one answered,no one picked up,nobody answered,nobody there,not home,' +
  'nobody home,no one home,rang out,no contact,could not reach,couldnt reach,not reached,unable to reach,waiting for reply,' +
  'waiting for a reply,waiting for answer,waiting for an answer,waiting for response,waiting for a response,awaiting reply,' +
  'awaiting answer,awaiting response,waiting to hear,waiting to hear back,have not heard back,havent heard back,not heard back,no feedback,' +
  'crickets,silence,ghosted,keine antwort,nicht erreicht,sin respuesta,sin contestar';
const NOTHING = set(NOTHING_WORDS);
const BOUNCED = set(
  'bounced,bounce,bounced back,it bounced,mail bounced,email bounced,hard bounce,soft bounce,undeliverable,undelivered,not delivered,' +
    'delivery failed,delivery failure,mail returned,returned mail,returned to sender,mailer daemon,address not found,no such address,invalid email,invalid address',
);
const AWAY = set(
  'ooo,out of office,out of the office,auto reply,autoreply,automatic reply,auto response,autoresponse,autoresponder,vacation reply,on vacation,on holiday,on leave,away,away from office',
);
const YES = set(
  'yes,yes please,y,yep,said yes,they said yes,agreed,endorsed,will endorse,they will endorse,signed,signed on,joined,in,count us in,approved,passed,voted yes,support,supports,supportive,zugesagt,si',
);
const NO = set(
  'no,n,nope,no thanks,no thank you,said no,they said no,declined,not interested,refused,rejected,cannot endorse,cant endorse,will not endorse,wont endorse,voted no,against,unsubscribe,unsubscribed,remove me,remove us,do not contact,dont contact,stop,opt out,opted out,abgelehnt,nein',
);
const OTHER = set(
  'true,answered,replied,responded,reply,answer,response,talked,spoke,interested,maybe,later,not now,call back,called back,ask again,ask later,in talks,considering,undecided,will call back,wrote back,emailed back,meeting set,wait until,asked for time,need time,need more time',
);

/** Begins an attempt that a person describes: "left message with the office". */
const ATTEMPT =
  /^(?:left (?:a )?(?:message|msg|voice ?mail|vm)|lm|lvm|vm|voice ?mail|no (?:answer|reply|response)|still no (?:answer|reply|response))\b/;
const BOUNCE = /^(?:(?:the )?(?:e ?mail|message|mail) )?bounced\b/;
const OFFICE = /\bout of (?:the )?office\b|\bauto(?:matic)? ?(?:reply|response)\b/;
/** A word after which an attempt is not only an attempt. */
const TELLS_MORE =
  /\b(?:said|says|told|asked|asks|wants|replied|responded|answered|called back|yes|no thanks|endors\w*|interested|meeting|decid\w*|vot\w*|needed|but|then|until|declin\w*|refus\w*|agreed)\b/;
const DECIDES =
  /\b(?:(?:will|to|they|board|council|assembly|members|committee|leadership|membership) (?:decides?|votes?)|(?:decide|decides|deciding|decision|vote|votes|voting) (?:at|in|there|on it (?:at|in))|on (?:the|their) (?:\w+ )?agenda)\b/;
/** What a person chose of a touch, written behind an answer that stood there: it is the newer word. */
const SAID_LATER = /;\s*(talked|answered|said (?:yes|no))$/i;
const FILLERS =
  /\b(?:yet|so far|still|again|twice|today|yesterday|try again|will try again|tried again|x)\b/g;
const FIGURES =
  /\b(?:x?\d+x?|\d+(?:st|nd|rd|th)|jan\w*|feb\w*|mar|march|apr|april|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec|december)\b/g;

/** What an answer means. `text` is a cell's text, or the kind or summary of a log line. */
export function readAnswer(text: string): AnswerKind {
  if (isErrorCell(text)) return 'unclear';
  const clean = cleanText(text);
  const later = exactly((SAID_LATER.exec(clean)?.[1] ?? '').toLowerCase());
  if (later !== null) return later;
  const whole = foldName(clean);
  if (whole === '') return /[^\s\-–—_./\\]/.test(clean) ? 'unclear' : 'blank';
  const exact = exactly(whole);
  if (exact !== null) return exact;
  const bare = whole.replace(FIGURES, ' ').replace(FILLERS, ' ').replace(/ {2,}/g, ' ').trim();
  const known = bare === '' ? null : exactly(bare);
  if (known !== null && known !== 'said-yes' && known !== 'said-no') return known;
  if (BOUNCE.test(whole)) return TELLS_MORE.test(whole) ? 'unclear' : 'bounced';
  if (ATTEMPT.test(whole)) return TELLS_MORE.test(whole) ? 'unclear' : 'nothing-came-back';
  if (OFFICE.test(whole)) return 'out-of-office';
  if (/\b(?:not interested|no thank|said no|declin|unsubscribe|remove (?:me|us))/.test(whole))
    return 'said-no';
  if (DECIDES.test(whole)) return 'decides-there';
  if (/^(?:yes|said yes|they said yes|endorsed)\b/.test(whole) && !/\b(?:but|if|not|maybe)\b/.test(whole))
    return 'said-yes';
  const words = whole.split(' ').filter((word) => /\p{L}{2}/u.test(word));
  return (words.length >= 3 && words[0] !== 'see') || (words[0] === 'maybe' && words.length > 0)
    ? 'answer'
    : 'unclear';
}

function exactly(folded: string): AnswerKind | null {
  if (NOTHING.has(folded)) return 'nothing-came-back';
  if (BOUNCED.has(folded)) return 'bounced';
  if (AWAY.has(folded)) return 'out-of-office';
  if (NO.has(folded)) return 'said-no';
  if (YES.has(folded)) return 'said-yes';
  return OTHER.has(folded) ? 'answer' : null;
}

/** The most usual answers that stop nothing, in lower case: what a formula must know by heart. */
export const USUAL_NOTHING_WORDS: readonly string[] = [
  ...NOTHING_WORDS.split(',').slice(0, 14),
  'bounced',
  'out of office',
  'ooo',
  'auto-reply',
  'n/a',
  '-',
];
