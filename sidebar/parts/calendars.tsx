// Links that open Google Calendar with a day filled in; nothing where there are none.
import type { CalendarItem } from '../../src/commands/myAnswers';
import { Link } from './button';
import './list.css';

export function Calendars({ calendars }: { calendars: readonly CalendarItem[] }) {
  if (calendars.length === 0) return null;
  return (
    <p class="links small gap">
      <span class="mut">Add to calendar:</span>
      {calendars.map(({ label, url }) => (
        <Link key={label} look="" href={url}>
          {label}
        </Link>
      ))}
    </p>
  );
}
