// Something that is open or closed, with the press that turns it over.
import { useState } from 'preact/hooks';

export function useFlip(first = false): readonly [on: boolean, flip: () => void] {
  const [on, set] = useState(first);
  return [
    on,
    () => {
      set(!on);
    },
  ];
}
