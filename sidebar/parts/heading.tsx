// The heading of a panel. It takes the focus when a new panel or a new step of one appears; never from the sheet, where
// the person may be typing by the time an answer comes.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

let wanted = false;

/** The next heading that appears takes the focus. */
export function focusNextHeading(): void {
  wanted = true;
}

/** Called with the heading when it appears, with null before it goes. */
function follow(heading: HTMLHeadingElement | null): void {
  if (heading === null) {
    // A heading that gives way to another (loading, then an error) hands the focus on.
    wanted ||= document.activeElement?.tagName === 'H1';
  } else {
    if (wanted && document.hasFocus()) heading.focus();
    wanted = false;
  }
}

export function Heading({ children, large }: { children: ComponentChildren; large?: boolean }) {
  return (
    <h1 tabIndex={-1} ref={follow} class={large ? 'large' : ''}>
      {children}
    </h1>
  );
}

/** Puts the focus on the first of these that is there now, else on the heading. */
export function focusOn(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    const found = ids.map((id) => document.getElementById(id)).find((one) => one !== null);
    if (document.hasFocus()) (found ?? document.querySelector('h1'))?.focus();
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
