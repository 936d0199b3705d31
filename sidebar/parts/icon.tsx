// The icons: one stroked path each on a 16 × 16 field. They always stand beside a word and are hidden from readers.
import './icon.css';

const CIRCLE = 'M2.2 8a5.8 5.8 0 1011.6 0A5.8 5.8 0 102.2 8z';
const PATHS = {
  right: 'M6 3.5L10.5 8 6 12.5',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  cross: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  mail: 'M2 3.5h12v9H2zM2.5 4L8 9l5.5-5',
  phone:
    'M5.2 2.5l1.6 3-1.4 1.4a8 8 0 003.7 3.7l1.4-1.4 3 1.6v1.7c0 .6-.5 1-1 1C7 13.5 2.5 9 2.5 3.5c0-.5.4-1 1-1z',
  clock: `${CIRCLE}M8 4.8V8l2.2 1.5`,
  again: 'M13 8a5 5 0 11-1.6-3.7M13 2.3v2.9h-2.9',
  bang: 'M8 2.2L14.3 13H1.7zM8 6.3v3.2M8 11.3v.1',
  stop: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 10.9v.1',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h6.7a3.6 3.6 0 010 7.2H6',
  people:
    'M8.3 5.5a2.3 2.3 0 10-4.6 0 2.3 2.3 0 104.6 0zM1.8 13c.3-2.4 2-3.8 4.2-3.8s3.9 1.4 4.2 3.8M10.3 3.4a2.2 2.2 0 010 4.2M12 9.7c1.3.6 2 1.7 2.2 3.3',
  pen: 'M3 13l.6-2.8 7-7a1.5 1.5 0 012.2 2.2l-7 7z',
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 3.5v-1h-8v8h1',
  out: 'M9.5 2.5h4v4M13.2 2.8L7.5 8.5M12 9.5v4H2.5V4h4',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.8h11M5.5 2v2.5M10.5 2v2.5',
  info: `${CIRCLE}M8 7.4V11M8 5.1v.1`,
  circle: CIRCLE,
  doubt: `${CIRCLE}M6.3 6.4c.1-1 .8-1.6 1.8-1.6 1 0 1.7.6 1.7 1.5 0 1.2-1.7 1.3-1.7 2.6M8.1 11.2v.1`,
  ring: 'M8 2.2a5.8 5.8 0 105.8 5.8',
  dot: 'M7.3 8a.7.7 0 101.4 0 .7.7 0 10-1.4 0z',
  dots: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, spin }: { name: IconName; spin?: boolean }) {
  return (
    <svg class={spin ? 'icon spin' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
