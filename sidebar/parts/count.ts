// Figures with their noun: "1 message", "8 messages", "10,000 rows".

export function figure(n: number): string {
  return n.toLocaleString('en-US');
}

/** "Row 43, Kettle Lane Bakery" */
export function rowName(row: number, organization: string): string {
  return 'Row ' + figure(row) + (organization && ', ') + organization;
}

/** The plural is the noun with an s unless given. */
export function some(n: number, noun: string, plural = noun + 's'): string {
  return figure(n) + ' ' + (n === 1 ? noun : plural);
}
