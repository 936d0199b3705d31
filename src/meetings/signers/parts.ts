// The parts of an entry that commas make, and where two whole names stand side by side.
import { COMPANY_FORMS, KIND_WORDS } from '../../texts/organizationWords';
import { wordSet } from '../../values/later';
import { foldName } from '../../values/text';
import { isRole, organizationScore } from './evidence';

const forms = wordSet(`${COMPANY_FORMS} aflcio clc ctw the`);
/** Belongs to the name before it. */
const TAIL =
  /^(?:\S+ ){1,2}(?:chapter|branch|section)$|^(?:local|lodge|district|branch|chapter|post) (?:no\.? |#)?\d/i;

/** The parts between commas; what belongs to the name before its comma stays with it: “Doe & Roe, Inc.”. */
export function commaParts(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(/,(?!\d{3}\b)\s*/)) {
    const before = parts[parts.length - 1];
    const tail =
      TAIL.test(part) && !/\p{Lu}{3}/u.test(part) && organizationScore(before ?? '') === 2 && !isRole(before);
    if (before !== undefined && (tail || forms.has(foldName(part).replace(/ /g, ''))))
      parts[parts.length - 1] = `${before}, ${part}`;
    else if (part !== '') parts.push(part);
  }
  return parts;
}

/** “and the Oregon Nurses Association” without what joins it to a list. */
export const withoutAnd = (text: string) => text.replace(/^(?:and|&) (?:the )?/i, '');

/** True where each part is sure, and more than one word or an abbreviation. */
export const areNames = (parts: readonly string[]) =>
  parts.length > 1 &&
  parts.every((part) => organizationScore(withoutAnd(part)) === 2 && / |\p{Lu}{2}|\d/u.test(part));

/** True for a whole list in one line: four and more, most of them surely names and none a role, or all with a number. */
export function areList(parts: readonly string[]): boolean {
  const sure = parts.filter((part) => organizationScore(withoutAnd(part)) === 2);
  const isLong = parts.length > 3 && sure.length * 2 > parts.length && !parts.some((part) => isRole(part));
  return (
    isLong || (sure.length === parts.length && parts.length > 1 && parts.every((part) => /\d$/.test(part)))
  );
}

const kinds = wordSet(`${KIND_WORDS} clinic parish hospital temple fund bank`, /\s+/);
const endsName = (name: string) => /\d$/.test(name) || kinds.has(foldName(name.replace(/.* /, '')));

/** The names beside an “and” that stand by themselves, or the one name that the “and” belongs to. */
export function besideAnd(text: string): string[] {
  for (const { 0: joint, index } of text.matchAll(/ (?:and|&) (?:the )?/gi)) {
    const names = [text.slice(0, index), text.slice(index + joint.length)];
    const [left = '', right = ''] = names;
    const ends = / (?:for|of) /.test(left) ? /\d$/.test(left) : endsName(left) || /\p{Lu}{3}$/u.test(left);
    const whole = names.every((name) => name.includes(' ') && organizationScore(name) === 2);
    if (ends && whole && (endsName(right) || /^our revolution|^indivisible/i.test(right))) return names;
  }
  return [text];
}
