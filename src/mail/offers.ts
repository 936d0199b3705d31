// Offers: what would change a stop, as the words of a button.
import type { Offer } from './sendPlan';

export const NO_OFFER: Offer = { label: '', action: 'none', text: '', sheet: '', cell: '' };

export function goToCell(sheet: string, cell: string): Offer {
  if (cell === '') return { ...NO_OFFER, label: 'Open this contact', action: 'open-contact' };
  return { ...NO_OFFER, label: `Go to ${cell}`, action: 'go-to-cell', sheet, cell };
}

export const OPEN_CONTACT: Offer = goToCell('', '');
export const OPEN_SETTINGS: Offer = { ...NO_OFFER, label: 'Open Settings', action: 'open-settings' };
export const WRITE_ANYWAY: Offer = { ...NO_OFFER, label: 'Write anyway this time', action: 'send-anyway' };

export function openTemplate(sheet: string, cell: string): Offer {
  return { ...NO_OFFER, label: 'Open the template', action: 'open-template', sheet, cell };
}

export function copyText(label: string, text: string): Offer {
  return { ...NO_OFFER, label, action: 'copy-text', text };
}
