// Handing a contact over: the owner cell and the line in the log must agree in the end.
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { DONE, type Play } from '../play';
import { cellOf, linesOf, logTabs } from '../reader';
import { usedBefore } from '../sample';
import { cells } from './contacts';
import { contactsOf, idOf } from './log';

const PERSON = 'Odile';
const COLLEAGUES_CHOICE = 'Ana';

const ownerOf = (host: Host): string => {
  const tab = contactsOf(host);
  return tab === undefined ? '' : cellOf(tab, PERSON, 'Owner');
};

const give = (host: Host) => press('handOver', idOf(host, PERSON), 'Bo', 'Chidi');

export const HAND_OVER: Play = {
  command: 'handOver',
  about: 'a contact goes from one volunteer to another',
  start: usedBefore,
  steps: (host) => [give(host)],
  // Who looks again sees whom a colleague gave it to, and leaves it so.
  finish: (host) => (ownerOf(host) === COLLEAGUES_CHOICE ? DONE : pressAgain(host, give(host))),
  target: { person: PERSON, heading: 'Owner', text: COLLEAGUES_CHOICE },
  expects: (view) => {
    const lines = logTabs(view.workbook).flatMap((tab) => linesOf(tab));
    const times = lines.filter((line) => line.get('Summary') === 'From Bo to Chidi').length;
    return [
      ...cells({ 'Odile: Owner': 'Chidi', 'Odile: Attempts': '1' })(view),
      ...(times === 1 ? [] : [`the log says ${times} times that it was handed over`]),
    ];
  },
  newLines: 1,
  givesWay: true,
  undoable: true,
};
