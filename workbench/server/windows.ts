// The windows in which one person has the same file open: each with a host of its own, so that sidebar, dialogs,
// messages and selection are its own too, while cells, mail and permissions are shared.
import type { Host } from '../host/createHost';
import { catchUp, nothingTold, selectionKey, type Told } from './frame';
import { shifted, type Happening, type Shift } from './wire';

export interface Window {
  readonly host: Host;
  told: Told;
  toasts: number;
  alerts: number;
}

export interface Windows {
  /** The window of this name; the first one, '', where there is none. */
  of(name: string): Window;
  all(): Window[];
  /** Opens a window of this name where none stands open. */
  open(name: string): void;
  /** The first one, '', stays. */
  close(name: string): void;
  /** What happened in each window since the last time, but for its frame. `version`: of the cells from now on. */
  catchUp(version: number): { readonly name: string; readonly happenings: readonly Happening[] }[];
  /** What is selected in the other windows goes along with its cells. Gives their names. */
  goAlong(name: string, shift: Shift): string[];
}

/** What is selected by that is the person's own doing, so the page is not told to go there. */
export function selectedByHand(window: Window): void {
  window.told = { ...window.told, selection: selectionKey(window.host) };
}

/** `another` makes one more host of the same person at the same file; `start` runs in each before it is looked at. */
export function openWindows(
  first: Host,
  another: () => Host,
  start: (host: Host) => void,
  version: number,
): Windows {
  const asWindow = (name: string, host: Host): Window => {
    start(host);
    return { host, told: catchUp(host, nothingTold(version, name)), toasts: 0, alerts: 0 };
  };
  const main = asWindow('', first);
  const windows = new Map([['', main]]);

  return {
    of: (name) => windows.get(name) ?? main,
    all: () => [...windows.values()],
    open(name) {
      if (!windows.has(name)) windows.set(name, asWindow(name, another()));
    },
    close(name) {
      if (name !== '') windows.delete(name);
    },
    catchUp: (now) =>
      [...windows].map(([name, window]) => {
        const { toasts, alerts } = window.host;
        window.told = catchUp(window.host, { ...window.told, version: now });
        const told = [
          ...toasts.slice(window.toasts).map(({ title, message }) => ({ title, text: message })),
          ...alerts.slice(window.alerts),
        ];
        window.toasts = toasts.length;
        window.alerts = alerts.length;
        return { name, happenings: told.map(({ title, text }) => ({ toast: { title, text } })) };
      }),
    goAlong(name, shift) {
      const others = [...windows].filter(([other]) => other !== name);
      for (const [, window] of others) {
        const { tab, row, column, rows, columns } = window.host.selection;
        const at = shifted(shift.what === 'row' ? row : column, shift);
        const sheet = window.host.model.tab(tab)?.name;
        if (tab !== shift.tab || at === null || sheet === undefined) continue;
        const [toRow, toColumn] = shift.what === 'row' ? [at, column] : [row, at];
        window.host.select(sheet, toRow, toColumn, rows, columns);
        selectedByHand(window);
      }
      return others.map(([other]) => other);
    },
  };
}
