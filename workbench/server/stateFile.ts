// The one file that the workbench keeps: written beside and renamed, so it is whole at every moment.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SavedSession } from './session';

export interface StateFile {
  /** null where there is none; a file that cannot be read is put aside and named in `told`. */
  read(): { readonly saved: SavedSession | null; readonly told: string };
  /** Writes soon; several changes at once are written once. */
  soon(state: () => SavedSession): void;
  /** Writes now what waits. */
  flush(): void;
}

const isSession = (value: unknown): value is SavedSession =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'file' in value &&
  'user' in value &&
  'allowed' in value &&
  Array.isArray(value.allowed);

export function stateFile(path: string, delay = 400): StateFile {
  let waiting: (() => SavedSession) | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** What the last write took: a large workbook is written less often. */
  let took = 0;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const state = waiting;
    waiting = null;
    if (state === null) return;
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}.draft`;
    const from = performance.now();
    writeFileSync(draft, JSON.stringify(state()));
    renameSync(draft, path);
    took = performance.now() - from;
  }

  return {
    read() {
      if (!existsSync(path)) return { saved: null, told: '' };
      try {
        const saved: unknown = JSON.parse(readFileSync(path, 'utf8'));
        if (isSession(saved)) return { saved, told: '' };
      } catch {
        // Falls through: put aside below.
      }
      return { saved: null, told: putAside() };
    },
    soon(state) {
      waiting = state;
      timer ??= setTimeout(flush, Math.max(delay, 5 * took));
    },
    flush,
  };

  function putAside(): string {
    let aside = `${path}.damaged`;
    for (let n = 2; existsSync(aside); n++) aside = `${path}.damaged-${n}`;
    renameSync(path, aside);
    return `The kept workbook cannot be read. It is now ${aside}, and the sample is open.`;
  }
}
