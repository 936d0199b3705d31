// What needs a person today: a figure, what it is, why, and where it leads.
import type { TodayView } from '../../src/commands/answers';
import type { Target } from '../context';
import { figure } from '../parts/count';

export interface Need {
  readonly count: number;
  readonly title: string;
  readonly text: string;
  /** The word of its button where it is the first thing to do; '' where there is nothing to open. */
  readonly action: string;
  readonly to: Partial<Target>;
}

/** Follow-ups and problems always stand there, zero being good news; the others only where there are some. */
export function needsOf(view: TodayView): Need[] {
  const { due, problems } = view;
  const toList = (list: Target['list']): Partial<Target> => ({ panel: 'follow-ups', list });
  const lines: (readonly [
    count: number,
    title: string,
    text: string,
    action: string,
    to: Partial<Target>,
  ])[] = [
    [
      view.questions,
      'Questions about your columns',
      'Nothing is sent before they are answered',
      'Answer',
      { panel: 'setup' },
    ],
    [view.unsettled, 'Not sure it was sent', 'Say whether it left', 'Look', toList('ready')],
    [
      due,
      'Follow-ups due',
      due ? 'No answer in time' : 'Nobody is due today',
      due ? 'Review' : '',
      toList(null),
    ],
    [view.overdue, 'Overdue tasks', view.overdueText, 'See', { panel: 'assign' }],
    [
      problems,
      'Problems in rows',
      problems ? figure(view.safeFixes) + ' have a safe fix' : 'Every row reads well',
      problems ? 'Check' : '',
      { panel: 'check' },
    ],
    [view.quiet, 'Gone quiet', 'No touch for more than 30 days', 'See', toList('quiet')],
    [view.waiting, 'Waiting', view.waitingText, '', {}],
    [
      view.stages.notContacted,
      'Not contacted yet',
      'Write them a first message',
      'Write',
      { panel: 'follow-ups', mode: 'first' },
    ],
  ];
  return lines
    .map(([count, title, text, action, to]) => ({ count, title, text, action, to }))
    .filter(({ count, action, to }) => count > 0 || (action === '' && to.panel));
}
