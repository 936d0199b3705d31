// What needs a person today: a figure, what it is, why, and where it leads.
import type { TodayView } from '../../src/commands/answers';
import type { AppContext } from '../context';
import { figure } from '../parts/count';

export interface Need {
  readonly count: number;
  readonly title: string;
  readonly text: string;
  /** The word of its button where it is the first thing to do; '' where there is nothing to open. */
  readonly action: string;
  readonly open: () => void;
}

/** Follow-ups and problems always stand there, zero being good news; the others only where there are some. */
export function needsOf(view: TodayView, go: AppContext['go']): Need[] {
  const { due, problems, questions, unsettled } = view;
  const to =
    (...target: Parameters<AppContext['go']>) =>
    (): void => {
      go(...target);
    };
  const line = (count: number, title: string, text: string, action: string, open: () => void): Need => ({
    count,
    title,
    text,
    action,
    open,
  });
  const always = ['Follow-ups due', 'Problems in rows'];
  return [
    line(
      questions,
      'Questions about your columns',
      'Nothing is sent before they are answered',
      'Answer',
      to('setup'),
    ),
    line(
      unsettled,
      'Not sure it was sent',
      'Say whether it left',
      'Look',
      to('follow-ups', { list: 'ready' }),
    ),
    due > 0
      ? line(due, always[0] ?? '', 'No answer in time', 'Review', to('follow-ups'))
      : line(due, always[0] ?? '', 'Nobody is due today', '', to('follow-ups')),
    line(view.overdue, 'Overdue tasks', view.overdueText, 'See', to('assign')),
    problems > 0
      ? line(problems, always[1] ?? '', `${figure(view.safeFixes)} have a safe fix`, 'Check', to('check'))
      : line(problems, always[1] ?? '', 'Every row reads well', '', to('check')),
    line(
      view.quiet,
      'Gone quiet',
      'No touch for more than 30 days',
      'See',
      to('follow-ups', { list: 'quiet' }),
    ),
    line(view.waiting, 'Waiting', view.waitingText, '', to('today')),
    line(
      view.stages.notContacted,
      'Not contacted yet',
      'Write them a first message',
      'Write',
      to('follow-ups', { mode: 'first' }),
    ),
  ].filter(({ count, title }) => count > 0 || always.includes(title));
}
