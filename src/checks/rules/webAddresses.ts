// Web addresses that lost their beginning or got a blank inside, so that no browser opens them.
import { looksLikeWebAddress, webAddressFault } from '../../values/webAddress';
import type { CellRule } from '../rule';

export const webAddressBroken: CellRule = {
  code: 'web-address-broken',
  title: 'Web address with a mistake',
  level: 'warning',
  looks: 'cell',
  fields: ['website', 'otherChannel'],
  examine: ({ cell, text, heading }) => {
    if (typeof cell !== 'string' || /^https?:\/\/\w\S*$/i.test(text)) return null;
    const why = webAddressFault(text);
    if (why !== 'no-beginning' && why !== 'beginning' && why !== 'blank-inside') return null;
    const bare = text.replace(/^[:/]+/, '');
    const safe = why === 'no-beginning' && looksLikeWebAddress(bare);
    const what = why === 'blank-inside' ? 'has a blank inside' : 'does not begin as a web address does';
    const message = `The address in “${heading}” ${what}. ${safe ? `“${bare}” opens in every browser.` : 'Open it once and copy it again.'}`;
    return safe ? { cause: why, value: text, message, to: bare } : { cause: why, value: text, message };
  },
  together: (rows, heading, value) =>
    `${rows} web addresses in “${heading}” do not open as they stand, “${value}” is the first.`,
};
