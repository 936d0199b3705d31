// A day as people read it: "Nov 3", with its year where that is another one.

/** `day` "YYYY-MM-DD", '' gives ''; `today` is one too. */
export function dayText(day: string, today: string): string {
  if (!day) return '';
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Date(day).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...year,
  });
}
