// Kinds of groups in a coalition: the words by which a category cell means one of them, and the paragraph that a
// first message and a follow-up carry for it. Adding a kind is adding one object.

export interface Kind {
  /** As it stands in the Templates tab, lower-case. */
  readonly key: string;
  /** Matched against a folded category (lower case, no accents, no punctuation). */
  readonly words: RegExp;
  /** Why this is theirs: for a first message. */
  readonly first: string;
  /** How little would already help: for a follow-up. */
  readonly followUp: string;
}

/** In the order in which they are tried: the narrower kind stands before the wider one. */
export const KINDS: readonly Kind[] = [
  {
    key: 'nurses',
    words: /\b(?:nurses?|nursing)\b/,
    first:
      'Nurses are there when care comes too late, and council members listen to them. Nurses’ unions, National Nurses United among them, have worked for Medicare for All for years, and a voice from here makes it concrete.',
    followUp: 'If shifts are full: two sentences from one nurse, read out at the hearing, already help.',
  },
  {
    key: 'physicians',
    words: /\b(?:physicians?|doctors?|medical societ(?:y|ies)|medical associations?|dentists?)\b/,
    first:
      'You see people come in late because they feared the bill, and you know the hours that go to insurers instead of patients. Physicians for a National Health Program helps medical societies with a resolution of their own, and a doctor who speaks at the hearing is remembered.',
    followUp:
      'If you cannot speak as a body, one doctor who tells the council what they see is a great help.',
  },
  {
    key: 'young workers',
    words: /\b(?:young|youth|apprentices?|students?|campus)\b/,
    first:
      'Young workers change jobs often, and each change can mean a gap in coverage. Care that goes with the person, not with the job, would take that weight off.',
    followUp: 'A few sentences from members on what steady coverage would change for them already help.',
  },
  {
    key: 'worker centers',
    words: /\b(?:workers? cent(?:er|re)s?|day labou?r|domestic workers?|farm ?workers?)\b/,
    first:
      'Many of the workers who come to you have no coverage, and getting hurt on the job can cost them both the job and the doctor. Care that does not hang on an employer changes that balance.',
    followUp:
      'If members want to tell the council what it is like without coverage, we will stand beside them.',
  },
  {
    key: 'unions',
    words:
      /(?<!\bcredit )\bunions?\b|\b(?:labou?r|locals? \d+|teamsters|seiu|afscme|afl cio|guilds?|brotherhood)\b/,
    first:
      'Union members know what health care costs at the bargaining table: in every contract a part of the raise goes into keeping the plan. With care for everyone, that money and that time are free for wages and safety. Locals can pass a resolution of their own, and the Labor Campaign for Single Payer helps with the wording.',
    followUp:
      'I know how much lies on an organizer’s desk. If it is easier, one of your members can bring it to a meeting, and we gladly come along.',
  },
  {
    key: 'faith groups',
    words:
      /\b(?:faiths?|interfaith|church(?:es)?|congregations?|parish(?:es)?|mosques?|masjid|synagogues?|temples?|clergy|religio\w*|ministr(?:y|ies)|quakers?)\b/,
    first:
      'Congregations see what happens when people put off care they cannot pay for: they bring the meals, hold the fundraisers and sit at the bedside. A word from clergy or from a social justice committee carries far in front of a council.',
    followUp: 'It can be small: five minutes at your social justice committee, or a line in the newsletter.',
  },
  {
    key: 'racial justice',
    words: /\b(?:racial|civil rights|naacp|black|anti ?racis[mt]|urban league)\b/,
    first:
      'Who gets care, and how soon, still depends on race: at birth, in asthma, in how long people live. The resolution should say so plainly, and we would rather write that clause with you than for you.',
    followUp:
      'If one clause matters most to you, on mothers’ health for instance, tell us and it goes into the draft.',
  },
  {
    key: 'immigrant groups',
    words: /\b(?:immigra\w*|migrants?|refugees?|newcomers?|latin[oax]s?)\b/,
    first:
      'Fear of a bill, or of a question about papers, keeps families from the doctor. The resolution should say that everyone means everyone, and you know best how to put that.',
    followUp: 'Tell us which words in the draft would make your members feel that they are meant.',
  },
  {
    key: 'disability groups',
    words: /\b(?:disab\w*|independent living|deaf|blind)\b/,
    first:
      'Disabled people know what it is to fight an insurer for a chair, an aide or a drug, and to stay poor in order to stay covered. A good resolution names long-term care and support at home, and nothing in it should be decided without you.',
    followUp: 'Tell us what you need to take part, a format, a place, a time, and we will do our best.',
  },
  {
    key: 'clinics',
    words: /\b(?:clinics?|hospitals?|health cent(?:er|re)s?|health care providers?|pharmac(?:y|ies))\b/,
    first:
      'Your staff lose hours to forms, and to people who come late because they were afraid of the bill. Neighbors believe a clinic they know: what you see every day is the best case for the resolution.',
    followUp: 'If the clinic cannot take a position, somebody who speaks for themselves is just as welcome.',
  },
  {
    key: 'small businesses',
    words: /\b(?:business(?:es)?|shops?|stores?|restaurants?|merchants?|chambers? of commerce|co ?ops?)\b/,
    first:
      'Health insurance is a bill that a small business cannot plan for, and it decides whom you can hire and keep. With care for everyone, a shop competes by its work and not by its plan. Business Leaders for Healthcare Transformation brings owners together who say so.',
    followUp: 'Your name on the list of local businesses is plenty.',
  },
  {
    key: 'national chapters',
    words:
      /\b(?:chapters?|national|indivisible|sunrise|dsa|our revolution|people s? ?action|peoples action|poor peoples campaign|league of women voters|political|democrat\w*)\b/,
    first:
      'Many national organizations have spoken up for health care for everyone. A local chapter makes a council listen, because its members vote here. We would like to add our work to yours, not to start something beside it.',
    followUp:
      'If the chapter decides at its next meeting, we gladly come, or send two paragraphs for the agenda.',
  },
];

/** The kind that a folded category means; null where it means none that we know. */
export function kindOf(foldedCategory: string): Kind | null {
  if (foldedCategory === '') return null;
  return (
    KINDS.find((kind) => kind.key === foldedCategory) ??
    KINDS.find((kind) => kind.words.test(foldedCategory)) ??
    null
  );
}
