// Partners for the long run in the sidebar: checks, what we did for them, bowing out.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { emptyFollowUps, press } from './screens';
import { contactAsks } from './standInAsks';
import { checksDue, partnerItem } from './standInPartners';
import { counts, holds, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).blur();
}
const given = () => sidebar.server.state.given;

async function writes(page: Page, count: number): Promise<void> {
  while (given().length < count) await page.waitForTimeout(20);
}

test('whose check is due says so with why, a text to copy, and one press that ends it', async () => {
  const page = await sidebar.open('partners');
  await sees(page, '2 status checks due: ask how they are');
  await sees(page, 'Nothing since Aug 3 (101 days)');
  await page
    .getByRole('button', { name: 'Copy a text to ask how they are, Dockside Cooks Local 62' })
    .click();
  await page.getByRole('button', { name: /^Copied/ }).waitFor();
  await press(page, 'Checked in Dockside Cooks Local 62');
  await sees(page, '1 status check due: ask how they are');
  expect(given()).toEqual([{ name: 'logCheck', args: ['c9'] }]);
  await press(page, /^Check due/);
  await page.getByRole('button', { name: 'Bluegate Community Clinic' }).waitFor({ state: 'detached' });
  await counts(page.locator('li .split-row'), 1);
});

test('conditions, what they bring and committed to are read, and put right', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Dockside Cooks Local 62');
  await sees(page, 'no statement in their name before their council has seen it');
  await sees(page, '4 times, 3 agreed');
  await press(page, 'Change Dockside Cooks Local 62');
  await press(page, 'Observer');
  await fill(page, 'People they speak for, where known', '350');
  await fill(page, 'Next check', '2027-01-15');
  await press(page, 'Save Dockside Cooks Local 62');
  await writes(page, 1);
  expect(given()[0]).toEqual({
    name: 'savePartner',
    args: [
      {
        contact: 'c9',
        membership: 'observer',
        conditions: 'no statement in their name before their council has seen it',
        brings: 'a hall for 200, a phone bank on Tuesdays',
        committed: 'two members at each visit to a legislator',
        people: '350',
        nextCheck: '2027-01-15',
        note: '',
        seen: expect.objectContaining({ membership: 'partner', people: '340', nextCheck: '' }),
      },
    ],
  });
});

test('a form that stands open follows what others change, but for what was typed here', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Dockside Cooks Local 62');
  await press(page, 'Change Dockside Cooks Local 62');
  await fill(page, 'People they speak for, where known', '350');
  const { partners } = sidebar.server.state;
  sidebar.server.state.partners = {
    ...partners,
    items: partners.items.map((item) =>
      item.contact === 'c9' ? { ...item, brings: 'a van', people: 360 } : item,
    ),
  };
  await press(page, 'Checked in Larkhaven and Riverbend Area Interfaith Committee for Care');
  await holds(page.getByLabel('What they bring'), 'a van');
  await holds(page.getByLabel('People they speak for, where known'), '350');
  await press(page, 'Save Dockside Cooks Local 62');
  await writes(page, 2);
  expect(given()[1]?.args).toMatchObject([
    { brings: 'a van', people: '350', seen: { brings: 'a van', people: '340' } },
  ]);
});

test('a row that somebody typed and nobody can read is named, with a way to it', async () => {
  const page = await sidebar.open('partners');
  await sees(page, 'Lantern Writers Guild: “sponsor”: Membership is partner, observer or empty.');
  await press(page, 'Row 7 Partnerships');
  while (sidebar.server.state.cells.length === 0) await page.waitForTimeout(20);
  expect(sidebar.server.state.cells).toEqual(['Partnerships!A7']);
});

test('who is there as an endorser says so', async () => {
  const { partners } = sidebar.server.state;
  const items = [
    partnerItem({ endorsed: true }),
    partnerItem({ contact: 'c3', membership: '', endorsed: true }),
  ];
  sidebar.server.state.partners = { ...partners, items, count: 2 };
  const page = await sidebar.open('partners');
  await sees(page, 'partner, endorsed');
  expect(await page.locator('li .cap').allTextContents()).toEqual(['partner, endorsed', 'endorsed']);
});

test('where we only ever asked, a quiet line says so, and what we did is written down beside it', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Dockside Cooks Local 62');
  await sees(page, 'We asked them 4 times and did nothing for them yet.');
  await press(page, 'What we did for them Dockside Cooks Local 62');
  expect(await page.getByRole('button', { name: /^Write it down/ }).isDisabled()).toBe(true);
  await press(page, 'Showed up');
  await fill(page, 'What it was', 'their picket');
  await press(page, /^Write it down/);
  await writes(page, 1);
  expect(given()[0]?.args).toEqual([
    { contact: 'c9', kind: 'showed up', day: '2026-11-12', note: 'their picket' },
  ]);
});

test('the newest of what we did stands there, the rest on demand', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Bluegate Community Clinic');
  await sees(page, 'Nov 3: showed up, their picket');
  await counts(page.getByText('Aug 1: showed up'), 0);
  await press(page, 'Show 1 more');
  await sees(page, 'Aug 1: showed up, their picnic');
});

test('bowing out is written down with their words, and they can come back', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Dockside Cooks Local 62');
  await press(page, 'They bow out Dockside Cooks Local 62');
  await sees(page, 'It is okay to bow out.');
  await fill(page, 'What they said', 'no hands for it this year');
  await page.locator('.b.stop').click();
  await writes(page, 1);
  expect(given()[0]).toEqual({
    name: 'bowOut',
    args: [{ contact: 'c9', words: 'no hands for it this year' }],
  });
  await press(page, 'Green Door Hardware');
  await sees(page, 'We have no hands for this year.');
  await press(page, 'They came back Green Door Hardware');
  await writes(page, 2);
  expect(given()[1]).toEqual({ name: 'comeBack', args: ['c11'] });
});

test('nobody who bowed out is checked on, or asked to bow out again', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Green Door Hardware');
  await page.getByRole('button', { name: /^They came back/ }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'We have no hands' });
  await counts(line.getByRole('button', { name: /^(Checked in|They bow out)/ }), 0);
});

test('nothing is asked of a contact that bowed out', async () => {
  const { contact } = sidebar.server.state;
  const partner = partnerItem({ contact: 'c0', due: '', bowedOut: 'Bowed out on Nov 1' });
  const next = { kind: null, reason: 'They bowed out, so nothing is asked.' };
  sidebar.server.state.contact = contact && { ...contact, asks: { ...contactAsks(), next, partner } };
  const page = await sidebar.open('contact');
  await sees(page, 'so nothing is asked');
  await counts(page.getByRole('button', { name: /^(Add an ask|I asked for it)/ }), 0);
});

test('a contact that is no partner yet becomes one in its own panel', async () => {
  const page = await sidebar.open('contact');
  await press(page, 'Partner or observer Amity Street Church');
  await press(page, 'Observer');
  await fill(page, 'Conditions they set', 'no logo');
  await press(page, 'Save Amity Street Church');
  await writes(page, 1);
  expect(given()[0]?.args[0]).toMatchObject({ contact: 'c0', membership: 'observer', conditions: 'no logo' });
});

test('a contact that is due for a check says so in its panel', async () => {
  const { contact } = sidebar.server.state;
  const partner = partnerItem({ contact: 'c0', organization: 'Amity Street Church' });
  sidebar.server.state.contact = contact && { ...contact, asks: { ...contactAsks(), partner } };
  const page = await sidebar.open('contact');
  await page.getByRole('button', { name: 'Copy a text to ask how they are, Amity Street Church' }).waitFor();
  await press(page, 'Checked in Amity Street Church');
  await writes(page, 1);
  expect(given()).toEqual([{ name: 'logCheck', args: ['c0'] }]);
});

test('Follow-ups list the checks apart, never ticked: a text, a link, and one press', async () => {
  sidebar.server.state.followUps = { ...sidebar.server.state.followUps, checks: checksDue() };
  const page = await sidebar.open('follow-ups');
  await sees(page, '8 ticked');
  await press(page, '2 status checks due');
  await sees(page, 'how are you all at Local 62?');
  await counts(page.getByRole('checkbox'), 0);
  const link = page.getByRole('link', { name: /^Open in Gmail Dockside Cooks Local 62/ });
  expect(await link.getAttribute('target')).toBe('_blank');
  await press(page, 'Checked in Dockside Cooks Local 62');
  await sees(page, 'Noted: checked in');
  expect(given()).toEqual([{ name: 'logCheck', args: ['c9'] }]);
});

test('where only checks are due Follow-ups show them, not “nobody is due”', async () => {
  emptyFollowUps(sidebar.server.state);
  sidebar.server.state.followUps = { ...sidebar.server.state.followUps, checks: checksDue() };
  const page = await sidebar.open('follow-ups');
  await sees(page, 'how are you all at Local 62?');
});

test('a failure says what to do and keeps what was typed', async () => {
  const page = await sidebar.open('partners');
  await press(page, 'Dockside Cooks Local 62');
  await press(page, 'They bow out Dockside Cooks Local 62');
  await fill(page, 'What they said', 'too busy');
  sidebar.server.state.failures = { bowOut: 'Server error' };
  await page.locator('.b.stop').click();
  await page.getByRole('alert').waitFor();
  await holds(page.getByLabel('What they said'), 'too busy');
});
