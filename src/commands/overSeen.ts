// A form was filled in while others work in the sheet: what they changed meanwhile stays.
import type { Kept } from './applyEdits';

/**
 * `standing` is what the sheet holds now, `typed` what the form ends with, `seen` what it began with. What the person
 * left alone stays as it stands now; where both changed it, the sheet's stays too, and is named. Without `seen` all of
 * `typed` counts.
 */
export function overSeen<T extends Readonly<Record<keyof T, string>>>(
  standing: T,
  typed: T,
  seen: T | undefined,
): { readonly wanted: T; readonly kept: readonly Kept[] } {
  const wanted = { ...typed };
  const kept: Kept[] = [];
  for (const key in typed) {
    if (seen === undefined || standing[key] === seen[key] || standing[key] === typed[key]) continue;
    wanted[key] = standing[key];
    if (typed[key] !== seen[key])
      kept.push({
        cell: '',
        why: `Somebody ${standing[key] === '' ? 'emptied it' : `wrote “${standing[key]}” there`} meanwhile, and that stays. You had: “${typed[key]}”.`,
      });
  }
  return { wanted, kept };
}
