// The invented campaign's answers about debriefs: Dee's check-in is due, and Ana wrote about Bo for herself.
import type { GrowingView } from '../../src/commands/askAnswers';

const NOTHING = { commitment: '', curiosity: '', tryNext: '' };

export function growingView(): GrowingView {
  const person = {
    open: 4,
    help: '',
    lastDebrief: '',
    wantsNext: '',
    nextCheckIn: '',
    due: '',
    impression: NOTHING,
  };
  return {
    people: [
      {
        ...person,
        name: 'Bo',
        open: 12,
        help: '12 open, others have about 4',
        lastDebrief: 'Nov 3',
        nextCheckIn: '2026-11-24',
        impression: { ...NOTHING, commitment: 'called all five on the day', tryNext: 'lead the phone bank' },
      },
      { ...person, name: 'Chidi', open: 1 },
      {
        ...person,
        name: 'Dee',
        lastDebrief: 'Oct 20',
        wantsNext: 'speak at a meeting, with somebody beside her',
        nextCheckIn: '2026-11-09',
        due: 'Check-in was due on Nov 9',
      },
    ],
    dueCount: 1,
    wroteAlso: [],
  };
}
