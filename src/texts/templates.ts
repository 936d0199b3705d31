// The shipped templates (design section 5), as data. {{name}} needs a value, {{name|words}} falls back on the words,
// {{#name}}…{{/name}} stays only where there is a value and {{^name}}…{{/name}} only where there is none. A list of
// persons has no organizations: each sentence that names one has a second form for them.
import { KINDS } from './kinds';

export interface ShippedTemplate {
  readonly key: string;
  readonly step: 'first' | 'follow-up' | 'last' | 'thanks';
  /** Lower-case; '' for every kind of group. */
  readonly category: string;
  /** 'e-mail', 'paragraph', or the channel whose text this is. */
  readonly channel: string;
  /** '' for everything but e-mail. */
  readonly subject: string;
  readonly body: string;
}

/** For an organization, and for a person who stands for none. */
const either = (organization: string, person: string) =>
  `{{^no organization}}${organization}{{/no organization}}` +
  (person === '' ? '' : `{{#no organization}}${person}{{/no organization}}`);

const SUBJECT = `Health care for everyone{{#town}} in {{town}}{{/town}}${either(', and {{organization}}', '')}`;
const SUBJECT_AGAIN = `{{#last subject}}Re: {{last subject}}{{/last subject}}{{^last subject}}${SUBJECT}{{/last subject}}`;

const THEIR_PRIORITY = `{{#their priorities}}
You work on {{their priorities}}{{#connection}}, and this is how we see it connect: {{connection}}{{/connection}}{{^connection}}, and that is why we thought of you{{/connection}}.
{{/their priorities}}
{{^their priorities}}
{{#connection}}
This is how we see it connect with your work: {{connection}}.
{{/connection}}
{{/their priorities}}`;

const OPEN_MEETING =
  ' on {{open meeting date}}{{#open meeting place}} ({{open meeting place}}){{/open meeting place}}';

/** Only where Settings has a day for the open meeting that is still to come. */
const ifMeeting = (words: string) => `{{#open meeting date}}${words}{{/open meeting date}}`;
const AT_MEETING = `at our open meeting${OPEN_MEETING}`;

const ASKS = `- ${either('an endorsement by {{organization}}', 'your endorsement')}
${ifMeeting(`\n- ${either('somebody from {{organization}}', 'you')} ${AT_MEETING}\n`)}
- ${either('a member who comes along', 'your company')} when we meet a local legislator
- advice on the council, or an introduction to others we should ask`;

/** A follow-up repeats what was asked: the mail before may not be at hand. */
const WHAT_WE_ASKED = `{{#ask}}
What we asked you for: {{ask}}.
{{/ask}}`;

const MEETING_LINK = `{{#open meeting link}}
${ifMeeting('More about the open meeting')}{{^open meeting date}}You are welcome at our open meetings{{/open meeting date}}: {{open meeting link}}
{{/open meeting link}}`;

const SIGNED = `{{#sender name}}
{{sender name}}
{{#campaign}}
{{campaign}}
{{/campaign}}
{{/sender name}}
{{^sender name}}
A volunteer for {{campaign|Medicare for All}}
{{/sender name}}`;

const WHAT_IT_IS =
  'a resolution for Medicare for All: health care for everyone, without bills that keep people from the doctor';

const FIRST = `Hello {{contact name|there}},

My name is {{sender name}}, and I am a volunteer for {{campaign|Medicare for All}}. We are asking our city council to pass ${WHAT_IT_IS}.

{{kind paragraph|}}

${THEIR_PRIORITY}

{{#resolution link}}
Here is the draft: {{resolution link}}
A clause close to your own work is welcome. Tell us what is missing.
{{/resolution link}}

Any one of these would help, and we are glad of each:
${ASKS}

May I call you for ten minutes at a time that suits you? We also gladly come to a meeting of yours and present it.

${MEETING_LINK}

If it is not for you, a short “no thanks” is fine, and I will leave it there.

Thank you for what you do,
${SIGNED}`;

const FOLLOW_UP = `Hello {{contact name|there}},

{{last touch|We reached out to you a while ago}} about ${WHAT_IT_IS}. We want our city council to pass it. I know how full a week gets, so here it is again in short.

${THEIR_PRIORITY}

${WHAT_WE_ASKED}

Any one of these would help, and we are glad of each:
${ASKS}

{{kind paragraph|}}

{{#resolution link}}
The draft: {{resolution link}}
{{/resolution link}}

I am glad to call for ten minutes, or to answer whatever you would like to know first.

${MEETING_LINK}

And a “no thanks” is fine too.

${SIGNED}`;

const LAST = `Hello {{contact name|there}},

{{last touch|We reached out to you a while ago}}, and this is my last e-mail about it. We want our city council to pass ${WHAT_IT_IS}.

{{kind paragraph|}}

${WHAT_WE_ASKED}

If one of these fits, a short answer is enough:
${ASKS}

{{#resolution link}}
The draft: {{resolution link}}
{{/resolution link}}

Is somebody else ${either('at {{organization}} ', '')}the right person to ask? Then a name is all I need. I am also glad to call for ten minutes.

A “no thanks” is fine, and thank you for reading.

${SIGNED}`;

const THANKS = `Hello {{contact name|there}},

Thank you for standing with us. With ${either('{{organization}}', 'you')} beside it, the resolution for Medicare for All has a better chance at our city council.

{{kind paragraph|}}

This goes both ways: tell us what you are working on, and when it helps that we show up.

{{#open meeting date}}
You are welcome ${AT_MEETING}.
{{/open meeting date}}

${MEETING_LINK}

${SIGNED}`;

const HERE_IS = 'this is {{sender name}}, a volunteer for {{campaign|Medicare for All}}';
const WHO_WE_ARE = `Hello{{#contact name}} {{contact name}}{{/contact name}}, ${HERE_IS}.`;
const LINK_AT_END = '{{#resolution link}} The draft: {{resolution link}}{{/resolution link}}';
const NO_IS_FINE = 'And a “no thanks” is fine too.';

const SOMEBODY = either('somebody', 'their company');
const IF_THEY_ASK = `If they ask what we want: an endorsement,${ifMeeting(` ${SOMEBODY} ${AT_MEETING},`)} ${either('a member who meets a legislator with us', 'their company when we meet a legislator')}, or advice on whom else to ask. Any one of these is welcome.`;

const PHONE_FIRST = `Hello, ${HERE_IS}. We are asking our city council to pass a resolution for Medicare for All, and we would love to have ${either('{{organization}}', '{{contact name|you}}')} with us.

{{#contact name}}
Is {{contact name}} there, or is there a good time to talk for five minutes?
{{/contact name}}
{{^contact name}}
Whom could I talk to about it for five minutes?
{{/contact name}}

${IF_THEY_ASK}

${NO_IS_FINE}`;

const PHONE_AGAIN = `Hello, ${HERE_IS}. {{last touch|We reached out to you a while ago}} about the city resolution for Medicare for All.

{{#contact name}}
Is {{contact name}} there, or is there a good time to talk for five minutes?
{{/contact name}}
{{^contact name}}
Whom could I talk to about it for five minutes?
{{/contact name}}

${WHAT_WE_ASKED}

${IF_THEY_ASK}

${NO_IS_FINE}`;

const SHORT_NOTE = `${WHO_WE_ARE} {{last touch|We would like to tell you}} about the city resolution for Medicare for All. Would ${either('{{organization}}', 'you')} endorse it,${ifMeeting(` ${either('send somebody', 'come')} to our open meeting${OPEN_MEETING},`)} or talk with me for five minutes? Advice helps as well.${LINK_AT_END} ${NO_IS_FINE}`;

const WEB_FORM = `Hello{{#contact name}} {{contact name}}{{/contact name}},

${HERE_IS.replace('this', 'This')}. {{last touch|We would like to tell you}} about ${WHAT_IT_IS}. We want our city council to pass it.

Any one of these would help, and we are glad of each:
${ASKS}

{{#resolution link}}
The draft: {{resolution link}}
{{/resolution link}}

{{#reply-to}}
You can write to me at {{reply-to}}, and I am glad to call for ten minutes.
{{/reply-to}}
{{^reply-to}}
I am glad to call for ten minutes.
{{/reply-to}}

${NO_IS_FINE}

${SIGNED}`;

const IN_PERSON = `Hello, I am {{sender name}}, a neighbor and a volunteer for {{campaign|Medicare for All}}. {{#last touch}}{{last touch}}, and I thought I would say hello. {{/last touch}}We are asking our city council to pass a resolution for Medicare for All.

{{#contact name}}
Is {{contact name}} here, or could I leave this for them?
{{/contact name}}
{{^contact name}}
Who would be the right person to talk to?
{{/contact name}}

An endorsement would help,${ifMeeting(` or ${SOMEBODY} ${AT_MEETING},`)} or advice on whom else to ask.

Bring the draft, and leave your name and number. If they say no, thank them all the same.`;

const INTRODUCTION = `Hi {{tie|there}},

You know ${either('somebody at {{organization}}{{#contact name}}, where {{contact name}} is our contact{{/contact name}}', '{{contact name|somebody we would like to reach}}')}. We would like to ask them about the city resolution for Medicare for All, and a word from you counts more than a letter from me.

Would you introduce me, or ask them yourself? An endorsement would help,${ifMeeting(` or ${SOMEBODY} ${AT_MEETING},`)} or advice on whom else to ask.

{{#resolution link}}
The draft, to pass on: {{resolution link}}
{{/resolution link}}

If it does not fit right now, tell me and I write to them myself. May I mention you then?

{{sender name}}`;

const MAY_KNOW = `Hi {{tie|there}},

{{#tie belongs to}}You are with {{tie belongs to}}, and we{{/tie belongs to}}{{^tie belongs to}}We{{/tie belongs to}} would like to ask ${either('{{organization}}', '{{contact name|somebody}}')} about the city resolution for Medicare for All. Do you know ${either('somebody there{{#contact name}}, perhaps {{contact name}}{{/contact name}}', 'them')}? A word from you counts more than a letter from me.

If you do, would you introduce me, or ask them yourself?

{{#resolution link}}
The draft, to pass on: {{resolution link}}
{{/resolution link}}

If you know nobody there, tell me, and I write to them myself.

{{sender name}}`;

const REMINDER = `Hi {{owner name|there}},

${either('{{organization}}', '{{contact name|Somebody}}')} is on your list{{#last day}}, and nothing has come back since {{last day}}{{/last day}}. Could you get in touch with them{{#last day}} again{{/last day}}{{#next meeting}} before {{next meeting}}{{/next meeting}}?

I can send the message for you with you in copy: just say so. If your week is full, tell me, and we find somebody who has time.

{{sender name}}`;

const EMAILS: readonly ShippedTemplate[] = [
  { key: 'first', step: 'first', category: '', channel: 'e-mail', subject: SUBJECT, body: FIRST },
  {
    key: 'follow-up',
    step: 'follow-up',
    category: '',
    channel: 'e-mail',
    subject: SUBJECT_AGAIN,
    body: FOLLOW_UP,
  },
  { key: 'last', step: 'last', category: '', channel: 'e-mail', subject: SUBJECT_AGAIN, body: LAST },
  {
    key: 'thanks',
    step: 'thanks',
    category: '',
    channel: 'e-mail',
    subject: `Thank you${either(', {{organization}}', '{{#contact name}}, {{contact name}}{{/contact name}}')}`,
    body: THANKS,
  },
];

const other = (key: string, step: 'first' | 'follow-up', channel: string, body: string): ShippedTemplate => ({
  key,
  step,
  category: '',
  channel,
  subject: '',
  body,
});

const OTHER_CHANNELS: readonly ShippedTemplate[] = [
  other('phone, first', 'first', 'phone', PHONE_FIRST),
  other('phone', 'follow-up', 'phone', PHONE_AGAIN),
  other('text', 'follow-up', 'text', SHORT_NOTE),
  other('social media', 'follow-up', 'social media', SHORT_NOTE),
  other('web form', 'follow-up', 'web form', WEB_FORM),
  other('in person', 'follow-up', 'in person', IN_PERSON),
  other('introduction', 'first', 'introduction', INTRODUCTION),
  other('may know', 'first', 'may know', MAY_KNOW),
  other('reminder', 'follow-up', 'reminder', REMINDER),
];

const PARAGRAPHS: readonly ShippedTemplate[] = KINDS.flatMap((kind) => [
  {
    key: `first, ${kind.key}`,
    step: 'first' as const,
    category: kind.key,
    channel: 'paragraph',
    subject: '',
    body: kind.first,
  },
  {
    key: `follow-up, ${kind.key}`,
    step: 'follow-up' as const,
    category: kind.key,
    channel: 'paragraph',
    subject: '',
    body: kind.followUp,
  },
]);

/** All of them, in the order in which they stand in a new Templates tab. */
export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = [...EMAILS, ...OTHER_CHANNELS, ...PARAGRAPHS];
