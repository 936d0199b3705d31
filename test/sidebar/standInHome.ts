// Assignments home for the stand-in server: what a run over the volunteers' tabs asks.
import type { HomeAnswers, HomeView } from '../../src/commands/homeAnswers';

const QUIET: HomeView = {
  message: 'Everything was up to date',
  change: '',
  undoable: false,
  tabs: 5,
  home: 0,
  out: 0,
  touches: 0,
  added: 0,
  joined: 0,
  conflicts: [],
  conflictCount: 0,
  missing: [],
  twins: [],
  copies: [],
  handed: [],
  left: [],
};

export function homeView(): HomeView {
  return {
    ...QUIET,
    message: 'Brought 46 changes home, wrote 12 touches into the log and added 2 contacts',
    change: 'home-1',
    undoable: true,
    home: 46,
    touches: 12,
    added: 2,
    joined: 3,
    conflicts: [
      {
        id: 'c-1',
        organization: 'Paper Lantern Books',
        column: 'Contact name',
        tabId: 7,
        tab: 'Ines Okoye',
        contacts: 'Ines Okoye-Brandt, of the bookshop at the corner of Lower Larkhaven Road',
        tabSide: 'Dee, in “→ Dee”, Nov 12, 09:12',
        contactsSide: 'In “Contacts”, by somebody',
      },
      {
        id: 'c-2',
        organization: 'Cedar Hill Congregation',
        column: 'How to reach them',
        tabId: 8,
        tab: '',
        contacts: '555-0177',
        tabSide: 'Ana, in “→ Ana”',
        contactsSide: 'In “Contacts”, by somebody',
      },
    ],
    conflictCount: 2,
    missing: [
      {
        tabId: 8,
        tab: '→ Ana',
        volunteer: 'Ana',
        contacts: ['Millrace Worker Center', 'Green Thimble Tailors', 'Harbor Nurses Association'].map(
          (organization, index) => ({ id: `c-${index + 3}`, organization }),
        ),
      },
    ],
    twins: [
      {
        tabId: 7,
        tab: '→ Dee',
        row: 14,
        organization: 'Amity St. Church',
        of: 'c-9',
        ofText: 'Amity Street Church, Larkhaven, Bo',
        why: 'similar name',
      },
    ],
    handed: [
      {
        contact: 'c-12',
        organization: 'Second Spoke Cycles',
        tab: '→ Bo',
        from: 'Bo',
        to: 'Dee',
        open: ['Bo wrote to them 9 days ago (Nov 3), and there is no answer yet.'],
      },
    ],
    copies: [{ tabId: 9, tab: 'Copy of → Bo', of: 'Bo' }],
    left: [
      'Willow Street Mosque in “→ Dee”: “rang twice” is none of the choices. Choose one of the list.',
      'Second Spoke Cycles in “→ Bo” belongs to somebody else now. The row stays until somebody deletes it.',
    ],
  };
}

/** What is left to ask once these were answered. */
export function homeAfter(before: HomeView, answers: HomeAnswers): HomeView {
  const conflicts = before.conflicts.filter(({ id }) => !answers.conflicts.some((one) => one.id === id));
  return {
    ...QUIET,
    message: 'Brought 1 change home',
    home: 1,
    conflicts,
    conflictCount: conflicts.length,
    missing: before.missing.filter(({ tabId }) => !answers.missing.some((one) => one.tabId === tabId)),
    twins: before.twins.filter(({ row }) => !answers.twins.some((one) => one.row === row)),
    copies: before.copies.filter(({ tabId }) => !answers.counts.includes(tabId)),
  };
}
