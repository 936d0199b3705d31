// How long each service method takes on the virtual clock, in milliseconds: the only place with such figures.
// Marks as in the platform notes: F = measured and published by somebody, M = working knowledge.
import type { CallKind, Effect } from './gate';

/** F: cached getters and builders 0.2 to 1.5 ms (tanaikech.github.io/2018/04/14). */
export const LIGHT_MS = 0.3;

/** M: uncached reads of the document commonly 50 to 300 ms. */
const READ_MS = 80;
/** M: what a read adds for each cell that it brings back. */
const READ_CELL_MS = 0.004;

/** F: a write of 400 × 10 cells in one setValues took less than 50 ms; it is only queued. */
const WRITE_MS = 10;
const WRITE_CELL_MS = 0.002;

/** F: the flush of that same write took 610 ms: about 150 ms and 0.115 ms a cell. */
const FLUSH_MS = 150;
const FLUSH_CELL_MS = 0.115;

/** By method, or by class with a star; the first that fits counts. Everything else goes by its effect. */
const BY_METHOD: Readonly<Record<string, number>> = {
  // F: ziritione.org, "apps_script_performance", 100 runs each
  'Properties.getProperty': 30,
  'Properties.getProperties': 30,
  'Properties.getKeys': 30,
  'Properties.*': 62,
  'Cache.get': 4,
  'Cache.getAll': 4,
  'Cache.*': 93,
  // M
  'Sheet.insertChart': 200,
  'Sheet.updateChart': 200,
  'Sheet.removeChart': 100,
  'Gmail.Users.Messages.send': 400,
  'Gmail.Users.Messages.get': 60,
  'Gmail.Users.Messages.list': 120,
  'Gmail.Users.Threads.get': 90,
  'Gmail.Users.History.list': 90,
  'Gmail.Users.getProfile': 60,
  'Lock.*': 20,
  'Ui.showSidebar': 200,
  'Ui.showModalDialog': 200,
  'Menu.addToUi': 30,
};

/** 6 minutes for a command, a menu item or a call of the sidebar; 30 seconds for a simple trigger (Google's quota page). */
export const RUN_LIMIT_MS = 6 * 60_000;
export const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

const found = new Map<string, number | null>();

/** What stands in the table for it or for its class; null where neither does. */
function ofMethod(method: string): number | null {
  let known = found.get(method);
  if (known === undefined) {
    known = BY_METHOD[method] ?? BY_METHOD[method.replace(/\.[^.]+$/, '.*')] ?? null;
    found.set(method, known);
  }
  return known;
}

/** Milliseconds of the method itself; `cells` is what it reads or writes, where that is known before. */
export function latencyOf(method: string, kind: CallKind, effect: Effect, cells: number): number {
  const known = ofMethod(method);
  if (known !== null) return known;
  if (effect === 'flushes') return 0;
  if (effect === 'writes') return (kind === 'light' ? LIGHT_MS : WRITE_MS) + cells * WRITE_CELL_MS;
  if (effect === 'reads' && kind === 'call') return READ_MS;
  return kind === 'light' ? LIGHT_MS : READ_MS;
}

/** What is added once a read has brought its cells back. */
export function readCells(cells: number): number {
  return cells * READ_CELL_MS;
}

/** Milliseconds to commit what is pending; nothing pending costs a read's round trip less. */
export function flushLatency(pendingCells: number): number {
  return FLUSH_MS + pendingCells * FLUSH_CELL_MS;
}
