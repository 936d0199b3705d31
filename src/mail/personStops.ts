// Stops that lie with the contact itself: what they said, what their row says (design section 4, rule 4).
import type { Contact } from '../reading/contact';
import type { SheetMap } from '../reading/map';
import { readAnswer } from '../touches/answer';
import type { LogEntry } from '../touches/log';
import { addUp, bowedOutBy } from '../touches/logged';
import { forbids } from '../touches/rowFacts';
import { statusOf } from '../touches/status';
import type { ContactState } from '../touches/step';
import { cellName } from '../values/a1';
import type { Field } from '../reading/fields';
import type { Day } from '../values/day';
import { rowTouch } from './lastTouch';
import { goToCell, OPEN_CONTACT } from './offers';
import type { Offer, StopCode } from './sendPlan';

export interface Stop {
  readonly code: StopCode;
  readonly why: string;
  readonly offer: Offer;
}

/** The A1 name of a contact's cell for a field, '' where no column means it. */
export function cellOf(map: SheetMap, contact: Contact, field: Field): string {
  const column = map.columns[field]?.columns[0];
  return column === undefined ? '' : cellName(contact.row, column);
}

const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`);

/** null where nothing about the contact itself stops a message. */
export function personStop(
  contact: Contact,
  state: ContactState,
  entries: readonly LogEntry[],
  map: SheetMap,
  today: Day,
): Stop | null {
  const at = (field: Field) => goToCell(map.sheet, cellOf(map, contact, field));
  if (forbids(contact.cells.doNotContact)) {
    const told = /^(?:true|yes|y|x|1|do not contact|dnc)$/i.test(contact.text.doNotContact)
      ? ''
      : ` The cell says “${shorten(contact.text.doNotContact)}”.`;
    return { code: 'do-not-contact', why: `Do not contact is set.${told}`, offer: at('doNotContact') };
  }
  const status = bowedOutBy(entries) === null ? statusOf(contact) : 'Bowed out';
  if (status === 'Declined')
    return { code: 'declined', why: 'They declined, so nothing more is sent.', offer: at('status') };
  if (status === 'Bowed out')
    return { code: 'declined', why: 'They bowed out, so nothing more is sent.', offer: at('status') };
  if (state.word === 'Waiting') return { code: 'waiting', why: sentence(state.why), offer: OPEN_CONTACT };
  if (readAnswer(contact.text.answer) === 'unclear')
    return {
      code: 'answer-unread',
      why: `The answer “${shorten(contact.text.answer)}” can be read in more than one way. If nothing came back, write “no answer” there.`,
      offer: at('answer'),
    };
  // An answer may be on record without its words.
  const logged = addUp(entries, rowTouch(contact, today)).answer;
  if (state.answer === '' && (logged === null || logged.waits || state.word !== '')) return null;
  return {
    code: 'answered',
    why: `${sentence(state.why)}${contact.text.answer === '' ? ' Write down what came of it.' : ''}`,
    offer: OPEN_CONTACT,
  };
}

const sentence = (text: string) => (text === '' || /[.…]$/.test(text) ? text : `${text}.`);
