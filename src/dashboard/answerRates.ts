// How often people answered, by the channel and by the attempt.
import { CHANNELS, type Channel } from '../touches/log';
import type { Behind, Figure, FigureRow, FigureTable } from './figures';
import type { Line } from './history';

const ATTEMPTS = ['1st', '2nd', '3rd and later'] as const;
/** Rows of the table at most. */
export const MOST_RATES = CHANNELS.length * ATTEMPTS.length;

export function answerRates(lines: readonly Line[]): FigureTable {
  const touches = lines.filter(({ ours }) => ours);
  return {
    key: 'rates',
    title: 'Answers by channel',
    columns: ['Channel and attempt', 'Touches', 'Answered', 'Rate in %'],
    rows: CHANNELS.flatMap((channel) =>
      ATTEMPTS.flatMap((name, index) => rowOf(channel, name, index, touches)),
    ),
  };
}

function rowOf(channel: Channel, name: string, index: number, touches: readonly Line[]): FigureRow[] {
  const own = touches.filter(
    ({ entry, attempt }) => entry.channel === channel && Math.min(attempt, ATTEMPTS.length) === index + 1,
  );
  if (own.length === 0) return [];
  const answered = own.filter((line) => line.answered);
  const rate = Math.round((100 * answered.length) / own.length);
  return [
    { name: `${channel}, ${name}`, figures: [figure(own), figure(answered), { value: rate, behind: [] }] },
  ];
}

function figure(lines: readonly Line[]): Figure {
  const contacts = new Set(lines.flatMap(({ contact }) => (contact === null ? [] : [contact])));
  return { value: lines.length, behind: [...contacts].map((contact): Behind => ({ contact, why: '' })) };
}
