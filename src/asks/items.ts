// Asks and questions about them as lists show them.
import type { Contact } from '../reading/contact';
import { askKey, type Ask, type AskQuestion } from '../touches/asks/ask';
import { askText, type AskState } from '../touches/asks/askState';
import { shortDay, type Day } from '../values/day';

/** `contact`: '' where nobody can tell. */
export function askItem(ask: Ask, contact: Contact | undefined, state: AskState, today: Day) {
  const { id, organization, kind, answer, mayBeNamed, whoDecided, note } = ask;
  return {
    id,
    contact: ask.contact,
    organization,
    kind,
    answer,
    text: askText(ask, today, state),
    state,
    owner: contact?.text.owner ?? '',
    answeredOn: ask.answeredOn ?? '',
    waitUntil: ask.waitUntil ?? '',
    whoDecided,
    mayBeNamed: mayBeNamed === null ? ('' as const) : mayBeNamed ? ('yes' as const) : ('no' as const),
    note,
  };
}

export interface QuestionItem {
  readonly key: string;
  readonly organization: string;
  readonly text: string;
  readonly choices: readonly { readonly choice: string; readonly label: string }[];
  /** 1-based row of the tab Asks to go to; 0 for none. */
  readonly row: number;
}

/** The same question has the same key in every run. */
/** Of the question to which ask a line of the log belongs. */
export const whichKey = ({ entryId }: { readonly entryId: string }): string => `which ${entryId}`;

export function questionKey(question: AskQuestion): string {
  switch (question.kind) {
    case 'differs':
      return `differs ${question.entryId} ${question.ask.id || question.ask.row}`;
    case 'which':
      return whichKey(question);
    case 'endorsed':
      return `endorsed ${question.contact}`;
    case 'row':
      return `row ${question.row} ${question.text}`;
  }
}

export function questionItems(questions: readonly AskQuestion[], today: Day): QuestionItem[] {
  return questions.map((question): QuestionItem => {
    const key = questionKey(question);
    switch (question.kind) {
      case 'differs': {
        const { ask, says, day } = question;
        const when = ask.answeredOn === null ? '' : ` on ${shortDay(ask.answeredOn, today)}`;
        return {
          key,
          organization: ask.organization,
          text: `${ask.kind}: Asks says “${ask.answer}”${when}, the log says “${says}” on ${shortDay(day, today)}.`,
          choices: [
            { choice: 'asks', label: `Keep “${ask.answer}”` },
            { choice: 'log', label: `It is “${says}” now` },
          ],
          row: ask.row,
        };
      }
      case 'which': {
        const { organization, says, day, asks } = question;
        return {
          key,
          organization,
          text: `They said ${says} on ${shortDay(day, today)}, and several asks were open. To which?`,
          choices: [
            ...asks.map((ask) => ({ choice: askKey(ask), label: ask.kind })),
            { choice: 'none', label: 'To none of these' },
          ],
          row: 0,
        };
      }
      case 'endorsed': {
        const { ask, organization } = question;
        const isYes = ask.answer === 'yes';
        const did = 'They endorsed';
        return {
          key,
          organization,
          text: `The row of the contact says ${isYes ? 'no' : 'endorsed'}, the ask says “${ask.answer}”.`,
          choices: [
            { choice: 'asks', label: isYes ? did : `It is “${ask.answer}”` },
            { choice: 'row', label: isYes ? 'They do not endorse' : did },
          ],
          row: ask.row,
        };
      }
      case 'row':
        return {
          key,
          organization: question.organization,
          text: question.row === 0 ? question.why : `Row ${question.row} of Asks: ${question.why}`,
          choices: [],
          row: question.row,
        };
    }
  });
}
