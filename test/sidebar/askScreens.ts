// The states of asks, endorsements, partners, unions and debriefs, each with the way a person gets there.
import type { Page } from 'playwright-core';
import { emptyFollowUps, press, type Screen } from './screens';
import { asksView, contactAsks, noAsksView } from './standInAsks';
import { checksDue, partnerItem } from './standInPartners';
import { unionItem } from './standInUnions';
import type { State } from './standInServer';

const show = (page: Page, text: string): Promise<void> =>
  page.getByText(text).first().scrollIntoViewIfNeeded();

function asksOfContact(state: State, change: Partial<ReturnType<typeof contactAsks>>): void {
  state.contact = state.contact && { ...state.contact, asks: { ...contactAsks(), ...change } };
}

const toTown = async (page: Page): Promise<void> => {
  await page.getByLabel('Which town?').fill('Millbrook');
  await press(page, 'See what would go there');
  await page.getByText('Ticked is who may have affiliates').waitFor();
};

export const ASK_SCREENS: readonly Screen[] = [
  { name: 'week', panel: 'week', shows: 'Ana Ruiz holds 9 of 14 open assignments' },
  {
    name: 'week-mailed',
    panel: 'week',
    reach: async (page) => {
      await press(page, 'Mail it to 2');
      await show(page, 'Mailed to 2 of 2.');
    },
    shows: 'Nobody gets it twice.',
  },
  {
    name: 'week-no-leads',
    panel: 'week',
    given: (state) => {
      const mailing = { ...state.week.mailing, withAddress: 0, toMail: 0, noAddress: [] };
      state.week = { ...state.week, proposals: [], mailing };
    },
    reach: (page) => show(page, 'Write Lead under Role'),
    shows: 'Open the tab “Volunteers”',
  },
  { name: 'next-town', panel: 'next-town', shows: 'Never use File, Make a copy' },
  { name: 'next-town-list', panel: 'next-town', reach: toTown, shows: 'Oregon Nurses Federation' },
  {
    name: 'next-town-texts',
    panel: 'next-town',
    reach: async (page) => {
      await toTown(page);
      await press(page, 'Read it from Ana');
      await show(page, 'It names Ana Ruiz.');
    },
    shows: 'Call Ana Ruiz any evening.',
  },
  {
    name: 'next-town-made',
    panel: 'next-town',
    reach: async (page) => {
      await toTown(page);
      await press(page, 'Make three tabs');
    },
    shows: 'Now copy them',
  },
  { name: 'dashboard', panel: 'dashboard', shows: 'Kinds of groups' },
  {
    name: 'dashboard-figure',
    panel: 'dashboard',
    reach: (page) => press(page, '3: Overdue, Contacts'),
    shows: 'Larkhaven Nurses United',
  },
  {
    name: 'dashboard-weeks',
    panel: 'dashboard',
    reach: (page) => show(page, 'Answers by channel'),
    shows: 'Touches and answers',
  },
  { name: 'asks', panel: 'asks', shows: '11 of 25 endorsements' },
  {
    name: 'asks-behind',
    panel: 'asks',
    given: (state) => {
      state.asks = {
        ...asksView(),
        behind: '3 first messages and 1 answer are not in the tab yet. They are counted already.',
      };
      state.keeps = [{ cell: 'K31', why: 'Dee changed K31 after us, so the status stays.' }];
    },
    reach: async (page, state) => {
      await press(page, 'They said no Cedar Hill Congregation');
      await page.getByText('Dee changed K31').waitFor();
      state.keeps = [];
    },
    shows: 'Bring the list up to date',
  },
  {
    name: 'asks-claimed',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'Fill in who and when Paper Lantern Books');
      await press(page, /^Save who and when/);
      await show(page, 'It stays claimed');
    },
    shows: 'Write who there said yes.',
  },
  {
    name: 'asks-open',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'Write down the answer endorsement, Amity Street Church');
      await press(page, 'Yes');
      await show(page, 'Save the yes');
    },
    shows: 'May we name them in public?',
  },
  {
    name: 'asks-waits',
    panel: 'asks',
    reach: async (page) => {
      await press(page, /^To follow up/);
      await press(page, 'Write down the answer endorsement, Amity Street Church');
      await press(page, 'They decide on…');
      await show(page, 'Save the day');
    },
    shows: 'Day on which they decide',
  },
  {
    name: 'asks-taken-back',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'Write down the answer endorsement, Amity Street Church');
      await press(page, 'We take it back');
      await press(page, /^Take it back/);
      await show(page, 'nobody said why');
    },
    shows: 'Write a word about why.',
  },
  {
    name: 'asks-unasked',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'Change the answer endorsement, Dockside Cooks Local 62');
      await show(page, 'Nobody asked yet');
    },
    shows: 'They agreed',
  },
  {
    name: 'asks-tallies',
    panel: 'asks',
    reach: (page) => show(page, 'Where they come from'),
    shows: '4, for 3,900 people',
  },
  {
    name: 'asks-so-far',
    panel: 'asks',
    reach: (page) => show(page, 'no, taken back'),
    shows: '1 open, 1 taken back',
  },
  {
    name: 'asks-months',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'Month');
      await show(page, 'new that month');
    },
    shows: '3 new, 11 in all',
  },
  {
    name: 'asks-proof',
    panel: 'asks',
    reach: async (page) => {
      await press(page, 'See the text');
      await show(page, 'Bluegate Community Clinic, Larkhaven');
    },
    shows: 'Endorsed by 8 organizations',
  },
  {
    name: 'asks-none',
    panel: 'asks',
    given: (state) => {
      state.asks = noAsksView();
    },
    shows: 'Nobody may be named yet.',
  },
  {
    name: 'asks-error',
    panel: 'asks',
    given: (state) => {
      state.problem = {
        code: 'asks-headings',
        message: 'The tab “Asks” has no column “Answer” any more. Nothing was changed.',
        todo: 'Write “Answer” above its column again.',
      };
    },
    shows: 'Write “Answer” above its column again.',
  },
  {
    name: 'contact-asks',
    panel: 'contact',
    reach: (page) => show(page, 'No on Oct 2'),
    shows: 'Next: suggest a clause',
  },
  {
    name: 'contact-add-ask',
    panel: 'contact',
    reach: async (page) => {
      await press(page, 'I asked for it…');
      await show(page, 'This writes it down');
    },
    shows: 'Save the ask',
  },
  {
    name: 'contact-claimed',
    panel: 'contact',
    given: (state) => {
      asksOfContact(state, {
        items: [],
        next: { kind: null, reason: 'First fill in who endorsed and when.' },
        endorsement: 'Claimed: nobody wrote down who said so',
        claimed: true,
      });
    },
    reach: async (page) => {
      await press(page, 'Fill in who and when');
      await show(page, 'Save who and when');
    },
    shows: 'Who there said yes',
  },
  {
    name: 'contact-partner',
    panel: 'contact',
    given: (state) => {
      asksOfContact(state, { partner: partnerItem({ contact: 'c0', organization: 'Amity Street Church' }) });
    },
    reach: (page) => show(page, 'We asked them 4 times'),
    shows: 'no statement in their name',
  },
  {
    name: 'contact-bowed-out',
    panel: 'contact',
    given: (state) => {
      asksOfContact(state, {
        next: { kind: null, reason: 'They bowed out on Nov 1: nothing is asked.' },
        partner: partnerItem({
          membership: '',
          conditions: '',
          due: '',
          remark: '',
          bowedOut: 'Bowed out on Nov 1: “We have no hands for this year.”',
        }),
      });
    },
    reach: (page) => show(page, 'They came back'),
    shows: 'We have no hands',
  },
  { name: 'partners', panel: 'partners', shows: '2 status checks due: ask how they are' },
  {
    name: 'partners-change',
    panel: 'partners',
    reach: async (page) => {
      await press(page, 'Dockside Cooks Local 62');
      await press(page, 'Change Dockside Cooks Local 62');
      await show(page, 'Conditions they set');
    },
    shows: 'What they committed to',
  },
  {
    name: 'partners-deed',
    panel: 'partners',
    reach: async (page) => {
      await press(page, 'Bluegate Community Clinic');
      await press(page, 'What we did for them Bluegate Community Clinic');
      await show(page, 'Write it down');
    },
    shows: 'What did we do for them?',
  },
  {
    name: 'partners-bow-out',
    panel: 'partners',
    reach: async (page) => {
      await press(page, 'Dockside Cooks Local 62');
      await press(page, 'They bow out Dockside Cooks Local 62');
      await show(page, 'What they said');
    },
    shows: 'It is okay to bow out.',
  },
  {
    name: 'partners-bowed-out',
    panel: 'partners',
    reach: async (page) => {
      await press(page, 'Green Door Hardware');
      await show(page, 'They came back');
    },
    shows: 'We have no hands',
  },
  {
    name: 'partners-none',
    panel: 'partners',
    given: (state) => {
      state.partners = { items: [], count: 0, dueCount: 0, questions: [], sheet: '' };
    },
    shows: 'Nobody yet.',
  },
  { name: 'unions', panel: 'unions', shows: '31,400 workers (3 locals unknown)' },
  {
    name: 'unions-one',
    panel: 'unions',
    reach: async (page) => {
      await press(page, 'SEIU Local 503');
      await show(page, 'SEIU Local 503');
    },
    shows: 'Bo Chen, Ida Roth',
  },
  {
    name: 'unions-change',
    panel: 'unions',
    reach: async (page) => {
      await press(page, 'SEIU Local 503');
      await press(page, 'Change SEIU Local 503');
      await show(page, 'Members in common');
    },
    shows: 'Voted to support',
  },
  {
    name: 'unions-offer',
    panel: 'unions',
    reach: async (page) => {
      await press(page, 'Larkhaven Teachers, AFT Local 2277');
      await show(page, 'Yes, it is');
    },
    shows: 'They voted: is the stage',
  },
  {
    name: 'unions-none',
    panel: 'unions',
    given: (state) => {
      const tally = { mapped: 0, councils: 0, inConversation: 0, voted: 0, workers: 0, unknown: 0 };
      state.unions = { tally, missing: 0, items: [], count: 0, questions: [], sheet: '' };
    },
    shows: 'No union stands in your contacts yet.',
  },
  {
    name: 'contact-union',
    panel: 'contact',
    given: (state) => {
      state.contact = state.contact && { ...state.contact, union: unionItem({ contact: 'c0' }) };
    },
    reach: (page) => show(page, 'All unions'),
    shows: 'Form a committee from those who came',
  },
  {
    name: 'follow-ups-checks',
    panel: 'follow-ups',
    given: (state) => {
      state.followUps = { ...state.followUps, checks: checksDue() };
    },
    reach: (page) => press(page, '2 status checks due'),
    shows: 'how are you all at Local 62?',
  },
  {
    name: 'follow-ups-only-checks',
    panel: 'follow-ups',
    given: (state) => {
      emptyFollowUps(state);
      state.followUps = { ...state.followUps, checks: checksDue() };
    },
    shows: 'how are you all at Local 62?',
  },
  { name: 'growing', panel: 'growing', shows: '1 check-in due' },
  {
    name: 'growing-debrief',
    panel: 'growing',
    reach: (page) => press(page, 'Write a debrief Dee'),
    shows: 'Save the debrief',
  },
  {
    name: 'growing-mine',
    panel: 'growing',
    reach: async (page) => {
      await press(page, 'Only you see this Bo');
      await show(page, 'Erase what I wrote about Bo');
    },
    shows: 'Erase what I wrote about Bo',
  },
  {
    name: 'growing-erase',
    panel: 'growing',
    reach: async (page) => {
      await press(page, 'Erase all that only you see');
      await show(page, 'for good');
    },
    shows: 'Erase all',
  },
  {
    name: 'growing-wrote-also',
    panel: 'growing',
    given: (state) => {
      state.growing = { ...state.growing, wroteAlso: ['Esther'] };
    },
    shows: 'Erase what I wrote about Esther',
  },
  {
    name: 'growing-none',
    panel: 'growing',
    given: (state) => {
      state.growing = { people: [], dueCount: 0, wroteAlso: [] };
    },
    shows: 'Open Volunteers',
  },
];
