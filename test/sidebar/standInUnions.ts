// The invented campaign's answers about unions: on four steps, with an offer, a council, one that left, one not mapped yet.
import type { UnionForm, UnionItem, UnionsView } from '../../src/commands/unionAnswers';
import { UNION_STAGES, type Stage } from '../../src/texts/unionStages';

const FORM: UnionForm = {
  ...{ international: 'SEIU', local: '503', council: 'Northwest Oregon Labor Council', workers: '12000' },
  ...{ members: '4', voted: '', votedOn: '', campaigns: 'Home care contract', endorses: 'yes' },
  ...{
    stage: '3 Event held',
    statements: '14',
    link: 'https://example.org/statements',
    note: 'Ask for Mona',
  },
};

export function unionItem(change: Partial<UnionItem> = {}): UnionItem {
  const stage: Stage = change.stage ?? 3;
  return {
    contact: 'c9',
    row: 2,
    organization: 'SEIU Local 503',
    town: 'Larkhaven',
    owner: 'Ana',
    name: '',
    workers: '12,000 workers',
    stage,
    word: UNION_STAGES[stage]?.word ?? '',
    left: '',
    next: UNION_STAGES[stage]?.next ?? '',
    ask: UNION_STAGES[stage]?.ask ?? '',
    form: FORM,
    proposed: { international: '', local: '', council: '' },
    offer: null,
    link: 'https://example.org/statements',
    facts: [
      { label: 'Council', value: 'Northwest Oregon Labor Council' },
      { label: 'Workers', value: '12,000' },
      { label: 'Members in common', value: '4' },
      { label: 'Of ours there', value: 'Bo Chen, Ida Roth' },
      { label: 'Campaigns', value: 'Home care contract' },
      { label: 'Statements', value: '14' },
      { label: 'In the log', value: 'last on Nov 3' },
      { label: 'Note', value: 'Ask for Mona' },
    ],
    figures: ['mapped', 'talking'],
    ...change,
  };
}

const BLANK: UnionForm = {
  ...{ international: '', local: '', council: '', workers: '', members: '', voted: '', votedOn: '' },
  ...{ campaigns: '', endorses: '', stage: '', statements: '', link: '', note: '' },
};
const bare = (contact: string, organization: string, change: Partial<UnionItem>): UnionItem =>
  unionItem({
    contact,
    organization,
    owner: '',
    town: '',
    workers: '',
    form: BLANK,
    link: '',
    facts: [],
    ...change,
  });

export function unionsView(): UnionsView {
  return {
    tally: { mapped: 6, councils: 1, inConversation: 2, voted: 1, workers: 31_400, unknown: 3 },
    missing: 1,
    items: [
      bare('c2', 'United Brotherhood of Carpenters and Joiners Local 1503', {
        ...{ row: 3, name: 'UBC 1503', stage: 0, figures: ['mapped', 'unknown'], town: 'Riverbend' },
        offer: {
          word: '1 Members speak up',
          why: 'There are statements: is the stage “1 Members speak up”?',
        },
      }),
      bare('c3', 'UFCW 3000', { row: 4, name: '', stage: 2, figures: ['mapped', 'unknown'] }),
      unionItem(),
      bare('', 'Longshore Local 8', { row: 9, name: 'ILWU 8', stage: 3, figures: ['mapped', 'unknown'] }),
      bare('c5', 'Larkhaven Teachers, AFT Local 2277', {
        ...{ row: 5, name: '', stage: 4, ask: '', figures: ['mapped', 'voted'] },
        offer: { word: '5 Voted and sent', why: 'They voted: is the stage “5 Voted and sent”?' },
      }),
      bare('c6', 'Northwest Oregon Labor Council', {
        ...{ row: 6, name: '', stage: 1, figures: ['councils'] },
        facts: [{ label: 'Locals', value: '4 locals here, 1 voted' }],
      }),
      bare('c7', 'Teamsters Local 174', {
        ...{ row: 7, name: 'IBT 174', stage: 1, figures: ['mapped'], left: 'Declined', next: '', ask: '' },
      }),
      bare('c8', 'Harbor Bakers Local 114', {
        ...{ row: 0, name: 'BCTGM 114', stage: 0, figures: ['missing'] },
        proposed: { international: 'BCTGM', local: '114', council: '' },
      }),
    ],
    count: 8,
    questions: [
      { row: 4, text: 'UFCW 3000: “lots”: Workers is a whole number, or empty where nobody knows.' },
    ],
    sheet: 'Unions',
  };
}
