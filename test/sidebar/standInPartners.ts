// The invented campaign's answers about partners: two whose status check is due, one that bowed out.
import type { FollowUpsView } from '../../src/commands/answers';
import type { PartnerItem, PartnersView } from '../../src/commands/askAnswers';

export function partnerItem(change: Partial<PartnerItem> = {}): PartnerItem {
  return {
    contact: 'c9',
    organization: 'Dockside Cooks Local 62',
    membership: 'partner',
    endorsed: false,
    conditions: 'no statement in their name before their council has seen it',
    brings: 'a hall for 200, a phone bank on Tuesdays',
    committed: 'two members at each visit to a legislator',
    people: 340,
    nextCheck: '',
    due: 'Check in: nothing since Aug 3 (101 days)',
    text: 'Hello Sam, how are you all at Local 62? Is there anything that we can do for you?',
    asked: 4,
    agreed: 3,
    deeds: [],
    remark: 'We asked them 4 times and did nothing for them yet.',
    bowedOut: '',
    note: '',
    ...change,
  };
}

export function partnersView(): PartnersView {
  return {
    items: [
      partnerItem(),
      partnerItem({
        contact: 'c2',
        organization: 'Larkhaven and Riverbend Area Interfaith Committee for Care',
        membership: 'observer',
        conditions: '',
        brings: '',
        committed: '',
        people: null,
        due: 'Check in: planned for Nov 9',
        text: 'Hello, how are you all?',
        nextCheck: '2026-11-09',
        remark: '',
      }),
      partnerItem({
        contact: 'c5',
        organization: 'Bluegate Community Clinic',
        people: 1,
        due: '',
        nextCheck: '2027-01-12',
        remark: '',
        deeds: [
          'Nov 3: showed up, their picket',
          'Oct 9: signed, their letter on staffing',
          'Sep 2: shared, their fair',
          'Aug 1: showed up, their picnic',
        ],
        note: 'Ask Lena, not the front desk.',
      }),
      partnerItem({
        contact: 'c11',
        organization: 'Green Door Hardware',
        membership: '',
        due: '',
        remark: '',
        bowedOut: 'Bowed out on Nov 1: “We have no hands for this year.”',
      }),
    ],
    count: 4,
    dueCount: 2,
    questions: [
      { row: 7, text: 'Lantern Writers Guild: “sponsor”: Membership is partner, observer or empty.' },
    ],
    sheet: 'Partnerships',
  };
}

/** The same two, as Follow-ups lists them. */
export function checksDue(): FollowUpsView['checks'] {
  const due = partnersView().items.filter((item) => item.due !== '');
  return due.map(({ contact, organization, due: why, text }, at) => ({
    contact,
    row: 18 + at,
    organization,
    why,
    text,
    composeUrl: at === 0 ? 'https://mail.example.org/compose?to=local62' : '',
  }));
}
