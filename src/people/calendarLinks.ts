// Links that open Google Calendar with an all-day event filled in; whoever clicks saves it in their own calendar. They
// need no permission.
import { addDays, type Day } from '../values/day';
import { percentEncode } from '../values/percentEncode';

export interface CalendarEvent {
  readonly title: string;
  readonly day: Day;
  readonly details: string;
  readonly place: string;
}

/** Longer texts are cut: a link of more than about 6,000 characters is refused (mail/composeUrl.ts). */
const MOST_CHARACTERS = 300;
/** No day comes after it. */
const LAST_DAY = '9999-12-31';

/**
 * `dates` of an all-day event are the first day and the day after the last one, "20261119/20261120" (event template of
 * calendar.google.com). '' for a day that has none after it.
 */
export function calendarLink({ title, day, details, place }: CalendarEvent): string {
  if (day === LAST_DAY) return '';
  const dates = [day, addDays(day, 1)].map((one) => one.replace(/-/g, '')).join('/');
  const more = [
    ['details', details],
    ['location', place],
  ].flatMap(([name = '', text = '']) => (text === '' ? [] : [`&${name}=${encode(text)}`]));
  return `https://calendar.google.com/calendar/render?action=TEMPLATE&text=${encode(title)}&dates=${dates}${more.join('')}`;
}

const encode = (text: string): string => percentEncode(text.slice(0, MOST_CHARACTERS));
