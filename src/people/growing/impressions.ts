// A lead's own impressions of volunteers, as one value of that lead's own storage. Nobody else is shown them, and they
// are never ranked or counted.
import { foldName } from '../../values/text';

export interface Impression {
  readonly commitment: string;
  readonly curiosity: string;
  /** What to try with them next. */
  readonly tryNext: string;
}

/** By the name as it was written down. */
export type Impressions = ReadonlyMap<string, Impression>;

const BLANK: Impression = { commitment: '', curiosity: '', tryNext: '' };

/** Apps Script takes 9 kB a value of a property (https://developers.google.com/apps-script/guides/services/quotas). */
export const MOST_BYTES = 9 * 1024 - 200;

/** None of a value that is missing or cannot be read. */
export function readImpressions(text: string | null): Impressions {
  const found = new Map<string, Impression>();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '');
  } catch {
    return found;
  }
  if (!Array.isArray(parsed)) return found;
  for (const one of parsed as unknown[]) {
    if (!Array.isArray(one)) continue;
    const [name, commitment, curiosity, tryNext] = one.map((part: unknown) =>
      typeof part === 'string' ? part : '',
    );
    if (name)
      found.set(name, { commitment: commitment ?? '', curiosity: curiosity ?? '', tryNext: tryNext ?? '' });
  }
  return found;
}

/** null where it is more than one value holds: something must be erased first. */
export function writeImpressions(impressions: Impressions): string | null {
  const text = JSON.stringify(
    [...impressions].map(([name, { commitment, curiosity, tryNext }]) => [
      name,
      commitment,
      curiosity,
      tryNext,
    ]),
  );
  return bytesOf(text) > MOST_BYTES ? null : text;
}

/** All blank where nothing is written down. Capitals and accents of the name do not count. */
export function impressionOf(impressions: Impressions, name: string): Impression {
  for (const [known, impression] of impressions) if (foldName(known) === foldName(name)) return impression;
  return BLANK;
}

/** With this one in the place of what was there; null, or one that is blank, erases it. */
export function withImpression(
  impressions: Impressions,
  name: string,
  impression: Impression | null,
): Impressions {
  const others = [...impressions].filter(([known]) => foldName(known) !== foldName(name));
  const isBlank =
    impression === null || Object.values(impression).every((text: string) => text.trim() === '');
  return new Map(isBlank ? others : [...others, [name, impression]]);
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
