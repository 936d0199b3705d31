// The quiet second line under a name or beside a figure.
import type { ComponentChildren } from 'preact';

export function Second({ children }: { children: ComponentChildren }) {
  return <p class="mut">{children}</p>;
}
