// The page's icons, drawn on a field of 16 by 16. They stand beside words and are hidden from screen readers.

const PATHS = {
  x: 'M4 4l8 8M12 4l-8 8',
  down: 'M3.5 6L8 10.5 12.5 6',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  stop: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 10.9v.1',
  mail: 'M3.5 3.5h9c.8 0 1.5.7 1.5 1.5v6c0 .8-.7 1.5-1.5 1.5h-9C2.700 12.5 2 11.8 2 11V5c0-.8.7-1.500 1.5-1.500zM2.5 4.5L8 9l5.5-4.5',
  open: 'M2.5 12.5v-8c0-.6.4-1 1-1h3l1.5 1.7h4.5c.6 0 1 .4 1 1v6.300c0 .6-.4 1-1 1h-9c-.6 0-1-.4-1-1z',
  save: 'M8 2.5v7.3M4.8 6.8L8 10l3.2-3.200M3 13h10',
  plus: 'M8 3v10M3 8h10',
  lines: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
