// Labor federations and councils, and the associations of a state: bodies that are told by a trade and a place.
import { STATE_ASSOCIATIONS } from '../../texts/unions';
import { later } from '../../values/later';
import { statesAsCompared } from './nameWords';

/** '' where the words name none; else equal for all spellings of one: "labor area pierce county", "NEA hawaii". */
export function knownBody(words: readonly string[]): string {
  return federation(words) || stateAssociation(words);
}

const stateNames = later(() => new Set(statesAsCompared().values()));
const COUNCIL = /\b(?:central )?labor (?:council|union)\b|\bclc$/;
const FEDERATION = /\b(?:federation labor|labor federation)\b/;
const SAID = new RegExp(
  `${COUNCIL.source}|${FEDERATION.source}|\\b(?:buildingtrades|aflcio|clc|ctw|state)\\b`,
  'g',
);

/** "labor state oregon", "labor area pierce county", "trades area kansas city"; the words of the place in any order. */
function federation(words: readonly string[]): string {
  const isTrades = words.includes('buildingtrades');
  const isNational = words.includes('aflcio');
  if (!isTrades && !isNational && !words.includes('labor') && !words.includes('clc')) return '';
  const text = words.join(' ');
  const isCouncil = COUNCIL.test(isNational ? text.replace(/ clc$/, '') : text);
  const place = text
    .replace(SAID, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const isState = stateNames().has(place.join(' '));
  if (place.length === 0 || !(isTrades || isCouncil || FEDERATION.test(text) || (isNational && isState)))
    return '';
  const isStatewide = words.includes('state') || (isState && !isCouncil);
  return `${isTrades ? 'trades' : 'labor'} ${isStatewide ? 'state' : 'area'} ${place.sort().join(' ')}`;
}

/** "Pennsylvania State Education Association" and, beside the union's letters, "PSEA". */
function stateAssociation(words: readonly string[]): string {
  if (words.length > 2 && !words.includes('association')) return '';
  const said = words.filter((word) => word !== 'aflcio' && word !== 'union');
  for (const [union, trade] of STATE_ASSOCIATIONS) {
    const own = said.filter((word) => word.toUpperCase() !== union);
    if (own.length === 1 && own.length < said.length) {
      const state = letters().get(`${union} ${own[0] ?? ''}`) ?? '';
      if (state !== '') return `${union} ${state}`;
    }
    if (own[own.length - 1] !== 'association' || own[own.length - 2] !== trade) continue;
    const place = own.slice(0, own[own.length - 3] === 'state' ? -3 : -2).join(' ');
    if (stateNames().has(place)) return `${union} ${place}`;
  }
  return '';
}

/** Letters of the associations by union; '' where they stand for those of several states. */
const letters = later(() => {
  const found = new Map<string, string>();
  for (const [code, name] of statesAsCompared()) {
    const initials = name.split(' ').map((word) => word.charAt(0));
    for (const [union, , behind] of STATE_ASSOCIATIONS)
      for (const ahead of new Set([code.toLowerCase(), initials.join('')]))
        for (const middle of ['', 's']) {
          const key = `${union} ${ahead}${middle}${behind}`;
          const known = found.get(key);
          found.set(key, known === undefined || known === name ? name : '');
        }
  }
  return found;
});
