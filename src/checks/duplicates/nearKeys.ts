// Texts under which one organization is found again in another spelling, without comparing all pairs.
import { initialsOfWords, type OrganizationKey } from './organizationKey';

/** Two spellings of one organization share at least one of these; whether they are one is then compared. */
export function nearKeys(key: OrganizationKey): string[] {
  if (key.exact === '') return [];
  if (key.unions.length > 0)
    return key.unions.map((union) => `u${union}|${[...key.locals, ...key.bodies].join(',')}`);
  const { core, words } = key;
  return [
    `c${core.join(' ')}`,
    `w${words.join('')}`,
    words.length === 1 ? `i${words[0] ?? ''}` : `i${initialsOfWords(words)}`,
    ...(core.length > 1 ? core.map((_, at) => `l${core.filter((__, other) => other !== at).join(' ')}`) : []),
  ];
}
