// Why a field of a template cannot be filled: nothing has its name, or two columns have it.
import { nearest } from '../values/closeness';
import type { MergeFields } from './mergeFields';

/** As the rest of a sentence after "asks for"; null where the name means one thing. */
export function whyUnusable(name: string, merge: MergeFields): string | null {
  const meaning = merge.meaning(name);
  if (meaning === 'one') return null;
  if (meaning === 'several')
    return `“${name}”, and two columns are called that. Give one of them another name.`;
  const near = nearest(name, merge.names);
  return `“${name}”, and no column or setting is called that.${near === null ? '' : ` Did you mean “${near}”?`}`;
}
