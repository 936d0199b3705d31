// Days and times as the page shows them, in the time zone of the spreadsheet.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${timeZone}`;
  let made = formats.get(key);
  if (made === undefined)
    formats.set(key, (made = new Intl.DateTimeFormat('en-US', { ...options, timeZone })));
  return made;
}

/** "Thu, Nov 12, 2026" */
export function longDay(instant: number, timeZone: string): string {
  return format(timeZone, 'long', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  }).format(instant);
}

/** "Nov 3" */
export function shortDay(instant: number, timeZone: string): string {
  return format(timeZone, 'short', { month: 'short', day: 'numeric' }).format(instant);
}

/** "Nov 3, 10:12 am" */
export function dayAndTime(instant: number, timeZone: string): string {
  const time = format(timeZone, 'time', { hour: 'numeric', minute: '2-digit' }).format(instant);
  return `${shortDay(instant, timeZone)}, ${time.replace(/\s?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`)}`;
}
