// Assignments home in the sidebar: what went to somebody else in the contacts is said, with the way back.
import { expect, test } from '@jest/globals';
import { press } from './screens';
import { withSidebar } from './withSidebar';

const sidebar = withSidebar();

test('it says from whom to whom and what is open there, and one press gives it back', async () => {
  const page = await sidebar.open('home');
  await press(page, 'Bring assignments home');
  await page.getByRole('heading', { name: 'Given to somebody else' }).waitFor();
  await page.getByText(/From Bo to Dee\. .*there is no answer yet\./).waitFor();
  await page.getByRole('button', { name: /^Give it back to Bo/ }).click();
  await page.getByText('Bo has it again.').waitFor();
  expect(sidebar.server.state.handedOver).toEqual(['c-12: Dee → Bo']);
});
