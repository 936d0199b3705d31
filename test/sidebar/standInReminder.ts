// What the stand-in server says of the weekly reminder, on and off.
import type { ReminderView } from '../../src/commands/reminderAnswers';

export function reminderView(on: boolean): ReminderView {
  const who = 'ana@larkhaven.example.org';
  const wanting = '3 volunteers with yes under Reminder in the Volunteers tab.';
  return on
    ? {
        on,
        missing: '',
        leads: [{ who, since: 'Nov 12' }],
        wanting: 3,
        next: 'Mon, Nov 16, 2026',
        last: 'Mon, Nov 9, 2026: 3 sent, 1 may not have left (Bo).',
        lines: [
          `On: ${who}, since Nov 12.`,
          'Next: Mon, Nov 16, 2026, between 8 and 9.',
          'Newest: Mon, Nov 9, 2026: 3 sent, 1 may not have left (Bo).',
          wanting,
        ],
      }
    : { on, missing: '', leads: [], wanting: 3, next: '', last: '', lines: [wanting] };
}
