// Whole jobs in the sidebar, as a person does them: with the mouse, with the keyboard alone, and when things go wrong.
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Panel } from '../../src/commands/answers';
import { eventually } from '../eventually';
import { sidebarHtml } from './openSidebar';
import { press } from './screens';
import * as campaign from './standInCampaign';
import { counts, holds, isOff, isOn, sees, withSidebar } from './withSidebar';

const sidebar = withSidebar();

const open = (panel: Panel): Promise<Page> => sidebar.open(panel);
function focused(page: Page): Promise<string> {
  return page.evaluate(
    "document.activeElement.textContent || document.activeElement.getAttribute('aria-label') || ''",
  );
}
async function focusComesTo(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    `(document.activeElement.textContent || '').startsWith(${JSON.stringify(text)})`,
  );
}

describe('the first time', () => {
  test('leads from an ordinary sheet over the one question to Check', async () => {
    sidebar.server.state.start = {
      ...sidebar.server.state.start,
      started: false,
      sheet: '',
      suggested: campaign.SHEET,
      suggestedRows: 124,
    };
    sidebar.server.state.map = campaign.mapView();
    const page = await open('today');
    await sees(page, 'Welcome to your outreach');
    await press(page, 'Start with this tab');
    await sees(page, 'Which column is the organization?');
    await isOff(page.getByRole('button', { name: 'Use this column' }));
    await page.getByText('A: “Name”').click();
    await press(page, 'Use column A');
    await sees(page, 'Every column is clear');
    expect(sidebar.server.state.map.columns[0]).toMatchObject({ field: 'organization', letters: ['A'] });
    await press(page, 'Check the rows');
    await sees(page, '12 problems in 124 rows');
  });

  test('a change of a column reaches the server with its letter, and “No column” with none', async () => {
    const page = await open('setup');
    await press(page, 'Change a column');
    await page.getByLabel('What it means').selectOption('Phone');
    await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('D');
    await press(page, 'Save the change');
    await sees(page, 'J is not used');
    expect(sidebar.server.state.map.columns.find(({ field }) => field === 'phone')?.letters).toEqual(['D']);
    await press(page, 'Change a column');
    await page.getByLabel('What it means').selectOption('Phone');
    await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('');
    await press(page, 'Save the change');
    await sees(page, '7 of 11 columns');
    expect(sidebar.server.state.map.columns.some(({ field }) => field === 'phone')).toBe(false);
  });
});

describe('today', () => {
  test('who is waiting opens in place, and each leads to its row', async () => {
    const page = await open('today');
    await press(page, /^7 ?Waiting/);
    await press(page, 'Row 8');
    await eventually(() => {
      expect(sidebar.server.state.cells).toEqual([`${campaign.SHEET}!A8`]);
    });
    await press(page, 'Show 2 more');
    await sees(page, 'Row 89, Parish 89');
    await press(page, /^7 ?Waiting/);
    await counts(page.getByText('Parish 89'), 0);
  });

  test('a figure leads to the list it counts', async () => {
    const page = await open('today');
    await press(page, /^3 ?Gone quiet/);
    await sees(page, 'Write on social media');
  });
});

describe('the message at the bottom', () => {
  test('goes when the next step begins, so that Undo is never of another one', async () => {
    const page = await open('check');
    await press(page, /^Fix row 43/);
    await sees(page, 'Fixed 1 cells');
    sidebar.server.state.latency = 1500;
    await press(page, /^Fix row 70/);
    await page.getByText('Fixed 1 cells').waitFor({ state: 'detached' });
    await counts(page.getByRole('button', { name: 'Undo' }), 0);
    await press(page, 'Undo');
  });
});

describe('the weekly reminder', () => {
  test('is switched on and off with one press, and says when the next one goes', async () => {
    const page = await open('setup');
    await press(page, 'Switch the weekly reminder on');
    await sees(page, 'Next: Mon, Nov 16, 2026, between 8 and 9.');
    await press(page, 'Switch the weekly reminder off');
    await page.getByText('Next: Mon').waitFor({ state: 'detached' });
    expect(sidebar.server.state.reminder.on).toBe(false);
  });
});

describe('the tabs of the add-on', () => {
  test('each is one click away in Setup', async () => {
    const page = await open('setup');
    await press(page, 'Open Templates');
    await eventually(() => {
      expect(sidebar.server.state.tabs).toEqual(['Templates']);
    });
    await press(page, 'Open Settings');
    await eventually(() => {
      expect(sidebar.server.state.tabs).toEqual(['Templates', 'Settings']);
    });
  });

  test('a line that cannot be used leads to its cell in that tab', async () => {
    sidebar.server.state.tabGroups = [campaign.tabGroup()];
    const page = await open('check');
    await press(page, 'Row 4, follow-up');
    await page.waitForFunction('window.sheetHasFocus === true');
    await eventually(() => {
      expect(sidebar.server.state.cells).toEqual(['Templates!F4']);
    });
  });
});

describe('check rows', () => {
  test('a fix moves the focus to the next problem, Undo brings it back to the line', async () => {
    const page = await open('check');
    await press(page, /^Fix row 43/);
    await focusComesTo(page, 'Row 61, Northgate');
    await sees(page, 'Fixed 1 cells');
    await press(page, 'Undo');
    await focusComesTo(page, 'Row 43, Kettle Lane Bakery');
    await sees(page, 'Put back 1 cell');
    expect(sidebar.server.state.groups[0]?.count).toBe(6);
  });

  test('a click on a row selects its cell and gives the sheet the focus', async () => {
    const page = await open('check');
    await press(page, /^Row 61/);
    await page.waitForFunction('window.sheetHasFocus === true');
    await eventually(() => {
      expect(sidebar.server.state.cells).toEqual([`${campaign.SHEET}!C61`]);
    });
  });

  test('all safe ones of a rule are fixed together; the rest stays', async () => {
    const page = await open('check');
    await press(page, 'Fix all 3 safe ones');
    await sees(page, '9 problems in 124 rows');
    expect(sidebar.server.state.groups[0]?.items.map(({ row }) => row)).toEqual([61, 72, 73]);
  });

  test('the text of a cell stays text', async () => {
    const page = await open('check');
    await sees(page, 'Row 70, <img src=x onerror=alert(1)>');
    await counts(page.locator('img'), 0);
  });
});

describe('sending', () => {
  test('sends what is ticked in chunks of four and shows the receipt', async () => {
    const page = await open('follow-ups');
    await page.getByLabel('Cedar Hill Congregation').uncheck();
    await press(page, 'Preview 7 messages');
    await press(page, 'Send 7 follow-ups');
    await sees(page, '7 messages sent');
    expect(sidebar.server.state.chunks).toEqual([
      ['c0', 'c1', 'c3', 'c4'],
      ['c5', 'c6', 'c7'],
    ]);
    expect(sidebar.server.state.runs).toEqual([null, 'r1']);
    await press(page, 'Done');
    await sees(page, 'Tick whom to write to first.');
  });

  test('Stop ends after the chunk that is on its way; the others stay due', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    sidebar.server.state.latency = 400;
    await press(page, 'Send 8 follow-ups');
    await press(page, 'Stop after these 4');
    sidebar.server.state.latency = 0;
    await sees(page, '4 messages sent');
    await sees(page, 'If nobody answers, they are due again on Nov 19.');
    await sees(page, 'You stopped it. 4 messages stay on the list');
    expect(sidebar.server.state.sent).toEqual(['c0', 'c1', 'c2', 'c3']);
  });

  test('nobody leaves the panel while messages go out', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    sidebar.server.state.latency = 500;
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'Sending follow-ups');
    await page.getByRole('button', { name: 'Today' }).click({ force: true });
    await sees(page, 'A send is running. Stop it first.');
    await sees(page, '8 messages sent');
  });

  test('a chunk whose answer got lost is settled by reading the log again, never sent again', async () => {
    sidebar.server.state.outcomes = { c1: 'lost' };
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'It ended early.');
    await sees(page, 'We are not sure it was sent');
    await sees(page, '3 messages sent');
    expect(sidebar.server.state.chunks).toEqual([['c0', 'c1', 'c2', 'c3']]);
    await press(page, /^It was sent/);
    await page.getByText('We are not sure it was sent').waitFor({ state: 'detached' });
    await sees(page, '4 messages sent');
    await press(page, 'Done');
    await sees(page, 'Preview 4 messages');
  });

  test('on the very first send a lost answer never makes unsent messages sent', async () => {
    const { followUps } = sidebar.server.state;
    sidebar.server.state.followUps = {
      ...followUps,
      ready: followUps.ready.map((item) => ({ ...item, contact: `row:${item.contact}` })),
    };
    sidebar.server.state.failures = { sendChunk: 'Verbindung unterbrochen' };
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    // Every row gets its id, which is its key in the list that is read again.
    sidebar.server.state.followUps = followUps;
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'No message was sent');
    await sees(page, '8 messages stay on the list.');
    await counts(page.getByText('Not sure'), 0);
  });

  test('a lost chunk that still runs is waited for', async () => {
    sidebar.server.state.outcomes = { c1: 'lost' };
    sidebar.server.state.stillRunning = 3;
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '3 messages sent');
    expect(sidebar.server.state.stillRunning).toBe(0);
  });

  test('where nobody can say what became of a chunk, the result says so', async () => {
    sidebar.server.state.failures = {
      sendChunk: 'Verbindung unterbrochen',
      settleChunk: 'Verbindung unterbrochen',
    };
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'No message was sent');
    await sees(page, 'We cannot tell whether the last step was done.');
    expect(await page.getByText('Not sure').locator('..').innerText()).toContain('4');
  });

  test('the receipt has the time of the sheet, whatever the clock of the browser says', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'Thu, Nov 12, 2026, 14:05');
  });

  test('the rows of a send that was cut off are written when asked for, and nothing is sent', async () => {
    sidebar.server.state.followUps = { ...sidebar.server.state.followUps, unfinished: true };
    const page = await open('follow-ups');
    await press(page, 'Write them now');
    await page.getByText('An earlier send was cut off').waitFor({ state: 'detached' });
    expect(sidebar.server.state.followUps.unfinished).toBe(false);
    expect(sidebar.server.state.sent).toEqual([]);
  });

  test('a template and an edit travel with their own message only', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await page.getByLabel('Template for this message').selectOption('Follow-up, faith groups');
    await sees(page, 'Re: Faith and care');
    await press(page, 'Next message');
    await press(page, 'Edit this one');
    await page.getByLabel('Subject').fill('A word about care');
    await press(page, 'Keep this message');
    await sees(page, 'Back to the template');
    await press(page, 'Test to me');
    await sees(page, 'A test was sent to ana@larkhaven.example.org');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '8 messages sent');
    const [first, second, third] = sidebar.server.state.requests;
    expect(first).toMatchObject({ template: 'followup-faith', edited: null });
    expect(second?.edited?.subject).toBe('A word about care');
    expect(second?.edited?.body).toContain('Larkhaven Transit Workers Local 880');
    expect(third).toMatchObject({ template: 'followup-any', edited: null });
    expect(sidebar.server.state.tests).toHaveLength(1);
  });

  test('“Write anyway” puts a held contact among the ready ones, and the server hears of it', async () => {
    const page = await open('follow-ups');
    await press(page, /^Stopped/);
    await press(page, /^Write anyway this time/);
    await sees(page, 'Written to anyway this time');
    await press(page, 'Preview 9 messages');
    await press(page, 'Send 9 follow-ups');
    await sees(page, '9 messages sent');
    expect(sidebar.server.state.requests.find(({ contact }) => contact === 's2')).toMatchObject({
      anyway: true,
      ownerInCc: false,
    });
  });

  test('every e-mail template may be chosen for a message, also one of another step', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    const choice = page.getByLabel('Template for this message');
    expect(await choice.locator('option').allTextContents()).toEqual(
      sidebar.server.state.followUps.templates.map(({ title }) => title),
    );
    await choice.selectOption('Last try, any group');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '8 messages sent');
    expect(sidebar.server.state.requests[0]).toMatchObject({ template: 'last-any', edited: null });
  });

  describe('a message whose new words are still on their way', () => {
    const choose = (page: Page, template: string) =>
      page.getByLabel('Template for this message').selectOption(template);
    const opened = async () => {
      const page = await open('follow-ups');
      await press(page, 'Preview 8 messages');
      await sees(page, 'Message 1 of 8');
      sidebar.server.state.latency = 700;
      return page;
    };
    /** Pressed although it waits; a click of the test browser would wait along. */
    const pressEarly = async (page: Page) => {
      await page.getByRole('button', { name: 'Loading the message' }).dispatchEvent('click');
      expect(sidebar.server.state.requests).toEqual([]);
    };
    const firstSent = async (page: Page) => {
      await press(page, 'Send 8 follow-ups');
      await sees(page, '8 messages sent');
      return sidebar.server.state.requests[0];
    };

    test('keeps Send waiting, and leaves as it was chosen', async () => {
      const page = await opened();
      await choose(page, 'Last try, any group');
      await pressEarly(page);
      expect(await firstSent(page)).toMatchObject({ template: 'last-any' });
    });

    test('keeps it waiting also for whoever goes back to the list, or to another panel, and comes again', async () => {
      const page = await opened();
      await choose(page, 'Last try, any group');
      await press(page, 'Back to the list');
      await press(page, 'Preview 8 messages');
      await pressEarly(page);
      await page.getByRole('button', { name: 'Send 8 follow-ups' }).waitFor();
      await choose(page, 'Follow-up, faith groups');
      await page.getByRole('button', { name: 'Loading the message' }).waitFor();
      await press(page, 'Today');
      await press(page, 'Follow-ups');
      await press(page, 'Preview 8 messages');
      expect(await firstSent(page)).toMatchObject({ template: 'followup-faith' });
    });

    test('is the last that was chosen, whatever comes first', async () => {
      const page = await opened();
      await choose(page, 'Last try, any group');
      await page.getByRole('button', { name: 'Loading the message' }).waitFor();
      sidebar.server.state.latency = 0;
      await choose(page, 'Follow-up, faith groups');
      await sees(page, 'Re: Faith and care');
      await page.waitForTimeout(900);
      expect(await firstSent(page)).toMatchObject({ template: 'followup-faith' });
    });

    test('stays as it was where an edit is left before it is kept', async () => {
      const page = await opened();
      await press(page, 'Edit this one');
      await page.getByLabel('Subject').fill('Not this');
      await press(page, 'Keep this message');
      await press(page, 'Leave it as it was');
      await page.waitForTimeout(900);
      expect(await firstSent(page)).toMatchObject({ template: 'followup-any', edited: null });
    });
  });

  test('a warm tie is asked with a text to copy, and “I asked them” frees the contact; nothing passes it over', async () => {
    const page = await open('follow-ups');
    await press(page, /^Stopped/);
    const line = page.getByRole('listitem').filter({ hasText: 'Larkhaven Medical Society' });
    await line.getByText('Hi Dee, do you know whom to ask there?').waitFor();
    await line.getByRole('button', { name: /^Copy a note to Dee/ }).waitFor();
    await counts(line.getByRole('button', { name: /anyway/ }), 0);
    await line.getByRole('button', { name: /^I asked them/ }).click();
    await line.waitFor({ state: 'detached' });
    await sees(page, 'Noted: Dee was asked.');
    expect(sidebar.server.state.asked).toEqual(['s4']);
  });

  test('who only may know them is asked the same way, or passed over this once', async () => {
    const stopped = campaign.STOPPED.map((item) => {
      const why =
        'Dee belongs to Health Workers Local 7 and may know someone there. Ask before a first message.';
      return item.contact === 's4' ? { ...item, code: 'may-know' as const, why } : item;
    });
    sidebar.server.state.followUps = { ...sidebar.server.state.followUps, stopped };
    const page = await open('follow-ups');
    await press(page, /^Stopped/);
    const line = page.getByRole('listitem').filter({ hasText: 'Larkhaven Medical Society' });
    await line.getByRole('button', { name: /^I asked them/ }).waitFor();
    await line.getByRole('button', { name: /^Write anyway this time/ }).click();
    await sees(page, 'Written to anyway this time');
    await press(page, 'Preview 9 messages');
    await press(page, 'Send 9 follow-ups');
    await sees(page, '9 messages sent');
    expect(sidebar.server.state.requests.find(({ contact }) => contact === 's4')).toMatchObject({
      anyway: true,
    });
  });

  test('whoever knows them can be asked from the ready list and from the contacts that need another way', async () => {
    const page = await open('follow-ups');
    await press(page, /^Ask them first/);
    await sees(page, 'Hi Bo, would you ask Ruth');
    await press(page, /^I asked them/);
    await press(page, /^Not by/);
    await press(page, /^I asked them Tern Island/);
    await eventually(() => {
      expect([...sidebar.server.state.asked].sort()).toEqual(['c0', 'o2']);
    });
  });

  test('one cause that stops many is told once, with how many others', async () => {
    const offer = {
      label: 'Open Settings',
      action: 'open-tab',
      text: '',
      copy: '',
      sheet: 'Settings',
      cell: '',
    } as const;
    const why = 'Settings has no link yet.';
    const stopped = [1, 2, 3].map(
      (at) =>
        ({ ...campaign.STOPPED[1]!, contact: `n${at}`, code: 'no-resolution-link', why, offer }) as const,
    );
    sidebar.server.state.followUps = { ...sidebar.server.state.followUps, stopped };
    const page = await open('follow-ups');
    await press(page, /^Stopped/);
    await sees(page, 'Harbor Nurses Association and 2 others');
    await counts(page.getByText(why), 1);
    await press(page, /^Open Settings/);
    await eventually(() => {
      expect(sidebar.server.state.tabs).toEqual(['Settings']);
    });
  });

  test('somebody else’s contact: a reminder to copy, or a message with the owner in copy', async () => {
    sidebar.server.state.followUps = {
      ...sidebar.server.state.followUps,
      stopped: [
        {
          ...campaign.STOPPED[1]!,
          code: 'other-owner',
          why: 'Bo has this contact.',
          offer: {
            label: 'Write with Bo in copy',
            action: 'send-with-owner-in-cc',
            text: 'Hi Bo, could you get in touch with them?',
            copy: 'Copy a reminder to Bo',
            sheet: '',
            cell: '',
          },
        },
      ],
    };
    const page = await open('follow-ups');
    await press(page, /^Stopped/);
    await page.getByRole('button', { name: /^Copy a reminder to Bo/ }).waitFor();
    await press(page, /^Write with Bo in copy/);
    await press(page, 'Preview 9 messages');
    await press(page, 'Send 9 follow-ups');
    await sees(page, '9 messages sent');
    expect(sidebar.server.state.requests.find(({ contact }) => contact === 's2')).toMatchObject({
      ownerInCc: true,
    });
  });

  test('whom the lead unticked and what was edited stay so behind another panel, until it is sent', async () => {
    const { followUps } = sidebar.server.state;
    const ready = followUps.ready.map((item) => ({ ...item, contact: `row:${item.contact}` }));
    sidebar.server.state.followUps = { ...followUps, ready };
    const page = await open('follow-ups');
    await page.getByLabel('Cedar Hill Congregation').uncheck();
    await press(page, /^Stopped/);
    await press(page, /^Write anyway this time Harbor/);
    await press(page, 'Preview 8 messages');
    await press(page, 'Edit this one');
    await page.getByLabel('Subject').fill('A word about care');
    await press(page, 'Keep this message');
    await sees(page, 'Back to the template');
    await press(page, 'Today');
    await sees(page, 'Next meeting in 7 days');
    // Meanwhile every row got its id.
    sidebar.server.state.followUps = followUps;
    await press(page, 'Follow-ups');
    await press(page, 'Preview 8 messages');
    await sees(page, 'A word about care');
    await press(page, 'Follow-ups');
    await sees(page, 'Preview 8 messages');
    expect(await page.getByLabel('Cedar Hill Congregation').isChecked()).toBe(false);
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '8 messages sent');
    expect(sidebar.server.state.requests[0]).toMatchObject({
      contact: 'c0',
      edited: { subject: 'A word about care' },
    });
    expect(sidebar.server.state.requests.find(({ contact }) => contact === 's2')?.anyway).toBe(true);
    expect(sidebar.server.state.sent).not.toContain('c2');
    // Due again one day: a new message.
    sidebar.server.state.sent.length = 0;
    await press(page, 'Done');
    await sees(page, 'Preview 7 messages');
    await counts(page.getByText('Edited'), 0);
  });

  test('after Stop, whom the lead unticked is not among those of the next send', async () => {
    const page = await open('follow-ups');
    await page.getByLabel(campaign.readyItem(6).organization).uncheck();
    await press(page, 'Preview 7 messages');
    sidebar.server.state.latency = 400;
    await press(page, 'Send 7 follow-ups');
    await press(page, 'Stop after these 4');
    sidebar.server.state.latency = 0;
    await press(page, 'Done');
    await press(page, 'Preview 3 messages');
    await press(page, 'Send 3 follow-ups');
    await sees(page, '3 messages sent');
    expect(sidebar.server.state.sent).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c7']);
  });

  test('no more are sent than may go now', async () => {
    sidebar.server.state.followUps = {
      ...sidebar.server.state.followUps,
      most: 3,
      firstUse: 'At most 3 go now.',
    };
    const page = await open('follow-ups');
    await sees(page, 'No more can go now. The others stay on the list.');
    const tick = (at: number) => page.getByLabel(campaign.readyItem(at).organization, { exact: true });
    await isOff(tick(3));
    await tick(1).uncheck();
    await tick(3).check();
    await isOff(tick(1));
    await tick(3).uncheck();
    await tick(1).check();
    await press(page, 'Preview 3 messages');
    await press(page, 'Send 3 follow-ups');
    await sees(page, '3 messages sent');
    expect(sidebar.server.state.sent).toEqual(['c0', 'c1', 'c2']);
  });

  test('what was sent, what is left and what is left after this send stands beside the button; a copy counts too', async () => {
    const { followUps } = sidebar.server.state;
    sidebar.server.state.followUps = {
      ...followUps,
      quota: { used: 24, left: 76, limit: 100 },
      ready: followUps.ready.map((item, at) => (at === 0 ? { ...item, recipients: 2 } : item)),
    };
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await sees(page, '24 sent in the last 24 hours, 76 left, 67 after this send.');
  });

  test('a message with a copy is not ticked where only one more may go', async () => {
    const { followUps } = sidebar.server.state;
    sidebar.server.state.followUps = {
      ...followUps,
      quota: { used: 99, left: 1, limit: 100 },
      most: 1,
      ready: followUps.ready.map((item, at) => (at === 0 ? { ...item, recipients: 2 } : item)),
    };
    const page = await open('follow-ups');
    await press(page, 'Preview 1 message');
    await press(page, 'Send 1 follow-up');
    await sees(page, '1 message sent');
    expect(sidebar.server.state.sent).toEqual(['c1']);
  });

  test('where the day is used up the result says when to go on and that the list keeps the others', async () => {
    sidebar.server.state.followUps = {
      ...sidebar.server.state.followUps,
      quota: { used: 97, left: 3, limit: 100 },
      most: 3,
    };
    const page = await open('follow-ups');
    await press(page, 'Preview 3 messages');
    await press(page, 'Send 3 follow-ups');
    await sees(page, 'Continue tomorrow: 5 messages stay on the list.');
  });

  test('a run that ended because messages came back says so and leads to Check', async () => {
    sidebar.server.state.manyBounced = true;
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '4 messages of this send came back');
    expect(sidebar.server.state.chunks).toHaveLength(1);
    await press(page, 'Check the rows');
    await sees(page, '12 problems in 124 rows');
  });

  test('while something else writes, a chunk is handed over again; nothing leaves twice', async () => {
    sidebar.server.state.lockedFor = 2;
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, '8 messages sent');
    expect(sidebar.server.state.sent).toHaveLength(8);
  });

  test('a file that stays locked ends the run with the reason', async () => {
    sidebar.server.state.lockedFor = 3;
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    await press(page, 'Send 8 follow-ups');
    await sees(page, 'Somebody else is sending.');
    expect(sidebar.server.state.sent).toEqual([]);
  });

  test('who answered is looked for behind the list, which is read again where somebody did', async () => {
    const { followUps } = sidebar.server.state;
    sidebar.server.state.followUps = { ...followUps, seesReplies: true };
    sidebar.server.state.replies = {
      message: '1 answered: the list is up to date.',
      then: () => {
        sidebar.server.state.followUps = {
          ...sidebar.server.state.followUps,
          ready: followUps.ready.slice(1),
        };
      },
    };
    const page = await open('follow-ups');
    await sees(page, '1 answered: the list is up to date.');
    await sees(page, 'Preview 7 messages');
    await counts(page.getByRole('button', { name: /^They answered/ }), 0);
  });

  test('a look that fails says so, and the list stays', async () => {
    sidebar.server.state.followUps = { ...sidebar.server.state.followUps, seesReplies: true };
    sidebar.server.state.failures = { readReplies: 'NetworkError' };
    const page = await open('follow-ups');
    await sees(page, 'answer got lost on the way');
    await sees(page, 'Preview 8 messages');
  });

  test('“They answered” is one click, and Undo brings the contact back', async () => {
    const page = await open('follow-ups');
    const { contact, organization } = campaign.readyItem(1);
    await press(page, new RegExp(`^They answered ${organization}`));
    await sees(page, 'Preview 7 messages');
    expect(sidebar.server.state.touches).toEqual([
      { contact, channel: 'e-mail', outcome: 'answered', until: '', note: '' },
    ]);
    await press(page, 'Undo');
    await sees(page, 'Preview 8 messages');
  });

  test('nobody can have answered before a first message', async () => {
    const page = await open('follow-ups');
    await press(page, 'Write first messages');
    await sees(page, 'Preview 3 messages');
    await counts(page.getByRole('button', { name: /^They answered/ }), 0);
  });

  test('first messages go out in their own mode', async () => {
    const page = await open('follow-ups');
    await press(page, 'Write first messages');
    await press(page, 'Preview 3 messages');
    await press(page, 'Send 3 first messages');
    await sees(page, '3 messages sent');
    expect(sidebar.server.state.changes[0]?.what).toContain('(first)');
  });

  test('without mail permission each message is opened in Gmail and marked by hand', async () => {
    sidebar.server.state.followUps = { ...sidebar.server.state.followUps, canSend: false };
    const page = await open('follow-ups');
    const link = page.getByRole('link', { name: /^Open in Gmail Cedar/ });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener');
    await link.click({ modifiers: ['Alt'] });
    await press(page, /^Mark as sent Cedar/);
    await sees(page, '1 of 8 marked as sent');
    expect(sidebar.server.state.requests.map(({ contact }) => contact)).toEqual(['c2']);
    expect(sidebar.server.state.sent).toEqual([]);
  });
});

describe('people', () => {
  test('a touch is logged in two clicks', async () => {
    const page = await open('contact');
    await press(page, 'Called');
    await press(page, 'Left a message');
    await sees(page, 'Logged 1 touch');
    expect(sidebar.server.state.touches).toEqual([
      { contact: 'c0', channel: 'phone', outcome: 'left a message', until: '', note: '' },
    ]);
  });

  test('“Wait until” asks for the day and takes the words beside it', async () => {
    const page = await open('contact');
    await press(page, 'Met');
    await page.getByLabel('A few words about it').fill('They meet first.');
    await press(page, 'Wait until');
    await page.getByLabel('Nothing to do before').fill('2026-12-01');
    await page.getByLabel('Nothing to do before').blur();
    await press(page, 'Save the day');
    await sees(page, 'Logged 1 touch');
    expect(sidebar.server.state.touches).toEqual([
      {
        contact: 'c0',
        channel: 'in person',
        outcome: 'wait until',
        until: '2026-12-01',
        note: 'They meet first.',
      },
    ]);
  });

  test('a contact is forgotten only after a second yes, and the receipt names what was left', async () => {
    const page = await open('contact');
    await press(page, 'Forget this contact');
    await sees(page, 'It cannot be undone.');
    await press(page, 'Keep');
    await counts(page.getByText('It cannot be undone.'), 0);
    expect(sidebar.server.state.forgotten).toEqual([]);
    await press(page, 'Forget this contact');
    await press(page, 'Erase for good');
    await sees(page, 'Amity Youth has the same address.');
    expect(sidebar.server.state.forgotten).toEqual(['c0']);
    await counts(page.getByRole('button', { name: 'Forget this contact' }), 0);
  });

  test('volunteers pick in turns by keyboard; a look elsewhere loses nothing, and only Build writes', async () => {
    const page = await open('assign');
    await press(page, 'Let them pick');
    await focusComesTo(page, 'Let them pick');
    await sees(page, 'Dee’s turn');
    await page.getByRole('button', { name: /^Dockside Cooks/ }).focus();
    await page.keyboard.press('Enter');
    await sees(page, 'Chidi’s turn');
    await sees(page, 'Dee took Dockside Cooks Local 62.');
    await focusComesTo(page, 'Millrace Free Clinic');
    await page.keyboard.press('Enter');
    await sees(page, 'Bo’s turn');
    await sees(page, '2 of 6 taken');
    await press(page, 'Pass');
    await sees(page, 'Bo passed.');
    await press(page, 'Take back the last pass');
    await press(page, 'Take back the last pick');
    await sees(page, 'Chidi’s turn');
    await press(page, /^Rowan House/);
    await press(page, 'Today');
    await sees(page, 'Next meeting in 7 days');
    await press(page, 'Assign');
    await sees(page, 'Bo’s turn');
    await press(page, 'Back to the shares');
    await press(page, 'Go on picking');
    await page.getByLabel('Search name, kind, town, known by').fill('clinic');
    await page.keyboard.press('Enter');
    await page.waitForFunction("document.querySelectorAll('button.take').length === 3");
    expect(sidebar.server.state.moved).toEqual([]);
    await press(page, 'Use these 2 picks');
    await press(page, 'Build 5 tabs');
    await sees(page, 'Every contact has an owner');
    expect(sidebar.server.state.moved).toEqual(['f1: Dee', 'f4: Chidi']);
    await counts(page.getByRole('button', { name: 'Go on picking' }), 0);
  });

  test('who comes back only when it is due may not pick it, and it says so', async () => {
    const page = await open('assign');
    await press(page, 'Let them pick');
    await sees(page, 'Dee’s turn');
    await sees(page, 'Elif Demirtaş is away and does not pick.');
    const late = page.getByRole('button', { name: /^Third Rail Riders/ });
    await isOn(late);
    await press(page, 'Pass');
    await sees(page, 'Clinic. Chidi is away until it is due');
    await isOff(late);
  });

  test('a contact goes to somebody else after what is open there was shown, and comes back with Undo', async () => {
    const page = await open('contact');
    await sees(page, 'Bo & Chidi');
    await press(page, 'Give it to somebody else');
    await page.getByLabel('In place of').selectOption('Chidi');
    await counts(page.getByText('there is no answer yet'), 0);
    await page.getByLabel('Who takes it').selectOption('Ana');
    await sees(page, 'Bo wrote to them 9 days ago (Nov 3), and there is no answer yet.');
    await counts(page.getByText('is away until'), 0);
    await page.getByLabel('Who takes it').selectOption('Elif Demirtaş');
    await sees(page, 'Elif Demirtaş is away until Nov 30, and this is due on Nov 19.');
    expect(sidebar.server.state.handedOver).toEqual([]);
    await press(page, /^Give it to Elif/);
    await sees(page, 'Elif Demirtaş has Amity Street Church now');
    await sees(page, 'Bo & Elif Demirtaş');
    expect(sidebar.server.state.handedOver).toEqual(['c0: Chidi → Elif Demirtaş']);
    await focusComesTo(page, 'Give it to somebody else');
    await press(page, 'Undo');
    await sees(page, 'Bo & Chidi');
  });

  test('a contact moved to somebody else is written so', async () => {
    const page = await open('assign');
    await page.getByLabel('Who takes Dockside Cooks Local 62').selectOption('Dee');
    await page.waitForFunction("document.querySelectorAll('.moving').length === 0");
    await holds(page.getByLabel('Who takes Dockside Cooks Local 62'), 'Dee');
    await press(page, 'Build 5 tabs');
    await sees(page, 'Every contact has an owner');
    await sees(page, 'Update 5 tabs');
  });

  test('shares that are being counted again are not written until they can be seen', async () => {
    const page = await open('assign');
    await page.getByRole('button', { name: 'Build 5 tabs' }).waitFor();
    sidebar.server.state.latency = 700;
    await page.getByLabel('Who takes Dockside Cooks Local 62').selectOption('Dee');
    await page.getByRole('button', { name: 'Looking again' }).dispatchEvent('click');
    await page.getByRole('button', { name: 'Build 5 tabs' }).waitFor();
    await sees(page, 'Millrace Free Clinic');
    await counts(page.getByText('Every contact has an owner'), 0);
  });

  test('who a name means is chosen by keyboard, and may stay as it is', async () => {
    sidebar.server.state.assign = {
      ...sidebar.server.state.assign,
      questions: [{ name: 'Dana', contacts: 2, choices: ['Dee', 'Ana'], guess: '' }],
    };
    const page = await open('assign');
    await sees(page, 'Who is “Dana”?');
    const choices = page.getByRole('group', { name: 'Who is “Dana”?' }).getByRole('radio');
    await counts(choices, 4);
    await choices.nth(2).focus();
    expect(await choices.nth(2).isChecked()).toBe(true);
    await page.keyboard.press('ArrowUp');
    await sees(page, 'It is Ana');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press(page, 'Go on');
    await sees(page, 'Build 5 tabs');
    await counts(page.getByText('Who is “Dana”?'), 0);
  });

  test('the words come into the sheet only when asked for, and go again with Undo', async () => {
    const page = await open('follow-ups');
    await press(page, 'What the words mean');
    await sees(page, /This adds one column/);
    expect(sidebar.server.state.followUps.hasNextStep).toBe(false);
    await press(page, 'Show the words in the sheet');
    await sees(page, 'Wrote the words of 124 rows');
    await press(page, 'Undo');
    await sees(page, 'Put back 1 cell');
    expect(sidebar.server.state.followUps.hasNextStep).toBe(false);
  });
});

describe('when something goes wrong', () => {
  test('any failure of the first call says that several accounts are open; Try again goes on', async () => {
    sidebar.server.state.failures = { '*': 'Ein Serverfehler ist aufgetreten.' };
    const page = await open('today');
    await sees(page, 'You are signed in to several Google accounts');
    sidebar.server.state.failures = {};
    await press(page, 'Try again');
    await sees(page, 'Next meeting in 7 days');
  });

  test('a later failure says that the answer got lost, and the panel can be asked again', async () => {
    const page = await open('today');
    await sees(page, 'Next meeting in 7 days');
    sidebar.server.state.failures = { getCheck: 'NetworkError' };
    await press(page, 'Check');
    await sees(page, 'answer got lost on the way');
    await focusComesTo(page, 'Google’s answer got lost on the way');
    sidebar.server.state.failures = {};
    await press(page, 'Try again');
    await sees(page, '12 problems in 124 rows');
  });

  test('when nothing is answered any more, in whatever language, it says why that may be and what to choose', async () => {
    const page = await open('today');
    await sees(page, 'Next meeting in 7 days');
    sidebar.server.state.failures = {
      '*': 'Zum Ausführen dieser Aktion ist eine Autorisierung erforderlich.',
    };
    await press(page, 'Check');
    await sees(page, 'does not answer this sidebar any more');
    await sees(page, /“This spreadsheet” is not allowed now/);
    await sees(page, 'Choose Outreach, Open the sidebar in the menu, and allow what Google asks.');
    sidebar.server.state.failures = {};
    await press(page, 'Try again');
    await sees(page, '12 problems in 124 rows');
  });

  test('a permission taken away while the sidebar is open is named, with the page to allow it', async () => {
    const page = await open('today');
    await sees(page, 'Next meeting in 7 days');
    sidebar.server.state.problem = {
      code: 'no-sheet-permission',
      message: 'The permission “This spreadsheet” is missing. What was done before stays.',
      todo: 'Choose Outreach, Open the sidebar in the menu, press Allow and try again.',
      url: 'https://accounts.example.org/allow',
    };
    await press(page, 'Check');
    await sees(page, 'The permission “This spreadsheet” is missing');
    const link = page.getByRole('link', { name: /^Allow/ });
    expect(await link.getAttribute('href')).toBe('https://accounts.example.org/allow');
  });

  test('a step that failed leaves the panel as it was, with what to do', async () => {
    const page = await open('check');
    await sees(page, 'Fix 7 cells safely');
    sidebar.server.state.failures = { fixProblems: 'NetworkError' };
    await press(page, 'Fix 7 cells safely');
    await page.getByRole('alert').waitFor();
    await sees(page, '12 problems in 124 rows');
  });

  test('a renamed column leads to Setup', async () => {
    sidebar.server.state.problem = {
      code: 'column-changed',
      message: 'The “Last time” column is gone. Nothing was sent.',
      todo: 'Pick the column',
    };
    const page = await open('follow-ups');
    await press(page, 'Pick the column');
    await sees(page, 'Every column is clear');
  });
});

describe('with the keyboard alone', () => {
  test('More opens with Enter, moves with arrows, closes with Escape and gives the focus back', async () => {
    const page = await open('today');
    await sees(page, 'Next meeting in 7 days');
    await page.getByRole('button', { name: 'More', exact: true }).focus();
    await page.keyboard.press('Enter');
    await focusComesTo(page, 'Meeting');
    await page.keyboard.press('ArrowDown');
    await focusComesTo(page, 'Assignments home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focusComesTo(page, 'Setup');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('More');
    await counts(page.getByRole('button', { name: 'Setup' }), 0);
    await page.keyboard.press('ArrowDown');
    await focusComesTo(page, 'Meeting');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await focusComesTo(page, 'Nothing was changed yet');
  });

  test('a send from the list to the receipt needs Tab, Space and Enter only', async () => {
    const page = await open('today');
    const reach = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith(name)) return;
      }
      throw new Error(`Tab never came to “${name}”`);
    };
    await sees(page, 'Next meeting in 7 days');
    await reach('Review');
    await page.keyboard.press('Enter');
    await focusComesTo(page, 'Follow-ups');
    await sees(page, 'Preview 8 messages');
    await reach('Preview 8 messages');
    await page.keyboard.press('Enter');
    await focusComesTo(page, 'Message 1 of 8');
    await reach('Send 8 follow-ups');
    await page.keyboard.press('Space');
    await focusComesTo(page, 'Follow-ups: result');
    await sees(page, '8 messages sent');
    await reach('Done');
    await page.keyboard.press('Enter');
    await focusComesTo(page, 'Follow-ups');
  });

  test('progress is told: a progress bar with its figure, and a polite sentence', async () => {
    const page = await open('follow-ups');
    await press(page, 'Preview 8 messages');
    sidebar.server.state.latency = 600;
    await press(page, 'Send 8 follow-ups');
    await sees(page, '4 of 8 done');
    const bar = page.getByRole('progressbar', { name: 'Messages done' });
    expect(await bar.getAttribute('aria-valuenow')).toBe('4');
    expect(await bar.getAttribute('aria-valuemax')).toBe('8');
  });
});

describe('the page that goes to Google', () => {
  test('is one file of at most 155 kB without template literals, and opens links in a new tab', async () => {
    const html = await sidebarHtml();
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(155_000);
    expect(html.slice(html.indexOf('<script>'))).not.toContain('`');
    expect(html).toContain('<base target="_blank" />');
    expect(html).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org|mail\.google\.com)/);
  });

  test('says at which panel it starts', async () => {
    const page = await open('assign');
    await sees(page, 'Assign contacts');
  });
});
