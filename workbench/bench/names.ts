// Sets of organization names on which the search for near-duplicates is measured: one that is easy, and two in which
// all names share nearly all of their words.
import { makeRandom, type Random } from './random';

export type NameSet = (count: number) => string[];

const SYLLABLES =
  'ba bel bre by ca cor da den do el fair fen ga glen go ha hart hol i ka ken la lin lo ma mil mo na nor o pa pen qua ra ro sa sel shel ta ter tor u va ver wa wes wil yo zan'.split(
    ' ',
  );
const KINDS =
  'Alliance,Books,Center,Clinic,Collective,Congregation,Kitchen,Nurses,Tenants Union,Workers,Network,Bakery'.split(
    ',',
  );
const FAITHS = 'Baptist,Methodist,Lutheran,Presbyterian,Congregational,Christian,Unitarian'.split(',');

function word(random: Random): string {
  const text = Array.from({ length: 3 + random.below(2) }, () => random.of(SYLLABLES)).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Different names, `make` asked until there are enough. */
function different(count: number, seed: number, make: (random: Random) => string): string[] {
  const random = makeRandom(seed);
  const names = new Set<string>();
  while (names.size < count) names.add(make(random));
  return [...names];
}

export const NAME_SETS: Readonly<Record<string, NameSet>> = {
  'random names': (count) =>
    different(count, 11, (random) => `${word(random)} ${word(random)} ${random.of(KINDS)}`),
  'every Local N of one union': (count) =>
    Array.from({ length: count }, (_, index) => `Stagehands Union Local ${index + 1}`),
  'every First … Church of …': (count) =>
    different(count, 13, (random) => `First ${random.of(FAITHS)} Church of ${word(random)}`),
};

/** The signers of a letter, one a line: half of the names are among the random ones too. */
export function pastedNames(count: number): string {
  const half = Math.ceil(count / 2);
  const known = NAME_SETS['random names']?.(half) ?? [];
  const fresh = different(
    count - half,
    17,
    (random) => `${word(random)} ${word(random)} ${random.of(KINDS)}`,
  );
  return [...known, ...fresh].map((name, index) => `${index + 1}. Jane Roe, President, ${name}`).join('\n');
}
