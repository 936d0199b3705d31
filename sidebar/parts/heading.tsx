// The heading of a panel. It takes the focus when a new panel or a new step of one appears.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

let wanted = false;

/** The next heading that appears takes the focus. */
export function focusNextHeading(): void {
  wanted = true;
}

export function Heading({ children, large = false }: { children: ComponentChildren; large?: boolean }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const own = ref.current;
    if (wanted) own?.focus();
    wanted = false;
    return () => {
      // A heading that gives way to another (loading, then an error) hands the focus on.
      if (own !== null && document.activeElement === own) wanted = true;
    };
  }, []);
  return (
    <h1 tabIndex={-1} ref={ref} class={large ? 'large' : undefined}>
      {children}
    </h1>
  );
}

/** Puts the focus on the first of these that is there now, else on the heading. */
export function focusOn(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    const found = ids.map((id) => document.getElementById(id)).find((one) => one !== null);
    (found ?? document.querySelector('h1'))?.focus();
  });
}

let afterLoad: readonly string[] = [];

/** When the panel has asked again, the focus goes to the first of these that is there. */
export function focusWhenLoaded(ids: readonly string[]): void {
  afterLoad = ids;
}

/** Belongs to a panel whose lines change with an undo. */
export function useFocusWhenLoaded(loading: boolean): void {
  useEffect(() => {
    if (loading || afterLoad.length === 0) return;
    focusOn(...afterLoad);
    afterLoad = [];
  }, [loading]);
}
