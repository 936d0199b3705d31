// The categories of a broad coalition, for a brainstorm meeting: the name that a shortlist offers, the kinds of groups
// (kinds.ts) whose words count to it, how such groups are reached, and the question for the room.
import { foldName } from '../values/text';
import { kindOf } from './kinds';

export interface CategoryText {
  /** As it stands in the dropdown of a shortlist. */
  readonly name: string;
  /** Keys of the kinds whose words count to it. */
  readonly kinds: readonly string[];
  /** How such groups are best reached. */
  readonly tip: string;
  /** What to ask the people in the room. */
  readonly prompt: string;
}

export const CATEGORIES = [
  {
    name: 'Union',
    kinds: ['unions'],
    tip: 'Best through a member you know: ask them for an introduction. The Labor Campaign for Single Payer helps with a local’s resolution.',
    prompt: 'Who is in a union, or shares a kitchen table with somebody who is?',
  },
  {
    name: 'Faith group',
    kinds: ['faith groups'],
    tip: 'Progressive congregations and interfaith networks: begin with clergy or a social justice committee.',
    prompt: 'Who goes to a congregation, or knows its clergy or its social justice committee?',
  },
  {
    name: 'Physicians',
    kinds: ['physicians'],
    tip: 'Physicians for a National Health Program knows doctors nearby and how a medical society passes a resolution.',
    prompt: 'Whose own doctor might speak up, and who knows somebody in the medical society?',
  },
  {
    name: 'Nurses and other health workers',
    kinds: ['nurses', 'clinics'],
    tip: 'Begin with unionized hospitals: National Nurses United and other health workers’ unions.',
    prompt: 'Who works in a hospital, a clinic or a care home, or lives with somebody who does?',
  },
  {
    name: 'Small business',
    kinds: ['small businesses'],
    tip: 'Go in person, to the owner, at a quiet hour. Business Leaders for Healthcare Transformation speaks their language.',
    prompt: 'In which shops do people greet you by name, and whose owner pays for insurance?',
  },
  {
    name: 'Racial justice',
    kinds: ['racial justice'],
    tip: 'Unequal health makes this their fight too: ask what they work on now, and show up for it.',
    prompt: 'Who goes to meetings of a racial justice group here, and what are they working on?',
  },
  {
    name: 'Local chapter',
    kinds: ['national chapters'],
    tip: 'NAACP, League of Women Voters, Indivisible, Sunrise, DSA, Our Revolution, Poor People’s Campaign: the national body has often spoken up, the chapter votes here.',
    prompt: 'Which national groups have a chapter in town, and who of us is a member?',
  },
  {
    name: 'Worker center',
    kinds: ['worker centers'],
    tip: 'Many of their members have no coverage at all: go to where they meet and offer help first.',
    prompt: 'Where do day laborers, cleaners or farm workers here meet, and who knows the organizer?',
  },
  {
    name: 'Immigrant advocacy',
    kinds: ['immigrant groups'],
    tip: 'Ask which words make it safe: everyone must mean everyone, whatever their papers.',
    prompt: 'Who teaches, interprets or volunteers with newcomers?',
  },
  {
    name: 'Disability community',
    kinds: ['disability groups'],
    tip: 'Ask first what they need to take part: place, format, time. Long-term care is their clause.',
    prompt: 'Who lives with a disability or cares for somebody, and which group has their back?',
  },
  {
    name: 'Young workers',
    kinds: ['young workers'],
    tip: 'Apprentices, campus unions and youth councils of labor: meet in the evening and bring food.',
    prompt: 'Who works with apprentices, a campus union or a youth council?',
  },
] as const satisfies readonly CategoryText[];

export type Category = (typeof CATEGORIES)[number]['name'];

/** The category that a typed word means (“Church”, “Labor union”); null where it means none of them. */
export function categoryOf(typed: string): Category | null {
  const folded = foldName(typed);
  if (folded === '') return null;
  const named = CATEGORIES.find(({ name }) => foldName(name) === folded);
  if (named !== undefined) return named.name;
  const kind = kindOf(folded)?.key;
  return CATEGORIES.find(({ kinds }) => kinds.some((key) => key === kind))?.name ?? null;
}
