// Offers: what would change a stop, as the words of its buttons.
import { SETTINGS_TAB, TEMPLATES_TAB } from '../workbook/tabs';
import type { Offer } from './sendPlan';

export const NO_OFFER: Offer = { label: '', action: 'none', text: '', copy: '', sheet: '', cell: '' };

export function goToCell(sheet: string, cell: string): Offer {
  if (cell === '') return { ...NO_OFFER, label: 'Open this contact', action: 'open-contact' };
  return { ...NO_OFFER, label: `Go to ${cell}`, action: 'go-to-cell', sheet, cell };
}

export const OPEN_CONTACT: Offer = goToCell('', '');
export const OPEN_SETTINGS: Offer = {
  ...NO_OFFER,
  label: 'Open Settings',
  action: 'open-tab',
  sheet: SETTINGS_TAB,
};
export const WRITE_ANYWAY: Offer = { ...NO_OFFER, label: 'Write anyway this time', action: 'send-anyway' };

/** `row` of the Templates tab; 0 where the shipped text is used, which the tab may not show yet. */
export function openTemplate(row: number): Offer {
  const label = 'Open the template';
  return row === 0
    ? { ...NO_OFFER, label, action: 'open-tab', sheet: TEMPLATES_TAB }
    : { ...NO_OFFER, label, action: 'go-to-cell', sheet: TEMPLATES_TAB, cell: `A${row}` };
}

export function copyText(copy: string, text: string): Offer {
  return { ...NO_OFFER, copy, text };
}
