// The invented campaign's answers about a lead's week and about the next town.
import type { NextTownView } from '../../src/commands/nextTownAnswers';
import type { WeekView } from '../../src/commands/weekAnswers';

const line = (text: string, panel: WeekView['sections'][number]['lines'][number]['panel'] = null) => ({
  text,
  panel,
});

export function weekView(): WeekView {
  return {
    sections: [
      {
        title: 'Since Thu, Nov 5, 2026',
        none: 'Nothing is on record since then.',
        lines: [
          line('Endorsed: Dockside Cooks Local 62, Paper Lantern Books (not to be named in public)', 'asks'),
          line('7 groups heard from us for the first time'),
          line('12 times we wrote, called or met, by the log'),
          line('5 answers from them'),
        ],
      },
      {
        title: 'Due',
        none: 'Nothing is due, and nothing comes due within a week.',
        lines: [
          line('9 follow-ups: no answer in time', 'follow-ups'),
          line('5 tasks overdue: Ana Ruiz 3, Bo 2', 'mine'),
          line('Volunteers to check in with: Dee', 'growing'),
        ],
      },
      { title: 'Missing', none: 'Nothing is missing.', lines: [] },
    ],
    proposals: [
      {
        reason: 'Ask Amity Street Church again: 14 days without an answer, and their meeting is on Nov 20.',
        contact: 'c-1',
        panel: 'contact',
      },
      {
        reason: 'Ana Ruiz holds 9 of 14 open assignments: hand some over.',
        contact: '',
        panel: 'mine',
      },
      {
        reason: 'Nobody of the kind “Union” yet: put it on the agenda for Thu, Nov 19.',
        contact: '',
        panel: 'meeting',
      },
    ],
    mailing: {
      title: 'Where we stand on Nov 12 (Larkhaven Care for All)',
      text: 'Where we stand on Nov 12 (Larkhaven Care for All)\n\nDue:\n- 9 follow-ups: no answer in time',
      withAddress: 2,
      mailed: 0,
      toMail: 2,
      noAddress: ['Dee'],
      unsure: [],
      composeUrl: '',
      canMail: true,
    },
  };
}

export function nextTownView(): NextTownView {
  const partner = {
    category: 'Union',
    website: '',
    agreed: 'endorsement',
    reason: 'Their union has locals in other towns.',
  };
  return {
    partners: [
      {
        ...partner,
        contact: 'c-1',
        organization: 'SEIU Local 503',
        website: 'https://local503.example.org',
        agreed: 'attend our meeting, endorsement',
      },
      {
        ...partner,
        contact: 'c-2',
        organization: 'Oregon Nurses Federation',
        category: 'Nurses',
        reason: 'Their level is “state”: they reach beyond one town.',
      },
      {
        ...partner,
        contact: 'c-3',
        organization: 'Paper Lantern Books',
        category: 'Small business',
        reason: '',
      },
    ],
    partnerCount: 3,
    unasked: ['Anchor Clinic', 'Cedar Hill Congregation'],
    unaskedCount: 2,
    unnamedCount: 1,
    shipped: 37,
    templates: [
      { key: 'short first', text: 'Care for everyone\n\nHello, may we talk?', why: '', stays: false },
      {
        key: 'from Ana',
        text: 'Care\n\nCall Ana Ruiz any evening.',
        why: 'It names Ana Ruiz.',
        stays: true,
      },
      {
        key: 'with a link',
        text: 'Read https://larkhaven.example.org',
        why: 'It holds a link, perhaps to a page of this campaign.',
        stays: false,
      },
    ],
    categories: 11,
  };
}
