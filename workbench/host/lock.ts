// LockService: advisory locks that keep two runs on one file apart, and nobody's typing.
import type { Gate } from './gate';

export interface LockHolder {
  /** When it lets go on its own (milliseconds since 1970); null: at the end of its run. */
  readonly until: number | null;
}

/** By name: "document", "script", "user lead@example.org". Shared by every host on the file. */
export type Locks = Map<string, LockHolder>;

export interface RunLocks {
  readonly service: object;
  /** At the end of a run, and wherever alert() suspends it. */
  readonly releaseAll: () => void;
}

export function makeLockService(
  gate: Gate & { wait(milliseconds: number): void },
  now: () => number,
  locks: Locks,
  email: string,
): RunLocks {
  const me: LockHolder = { until: null };

  function take(name: string, milliseconds: number): boolean {
    const holder = locks.get(name);
    if (holder === me) return true;
    const remaining = holder === undefined ? 0 : holder.until === null ? Infinity : holder.until - now();
    gate.wait(Math.max(0, Math.min(remaining, milliseconds)));
    if (remaining > milliseconds) return false;
    locks.set(name, me);
    return true;
  }
  const held = (name: string) => locks.get(name) === me;
  const release = (name: string) => {
    if (held(name)) locks.delete(name);
  };
  const wrapped = (name: string) =>
    gate.wrap('Lock', {
      tryLock: { kind: 'call', args: [['Integer']], run: (milliseconds: number) => take(name, milliseconds) },
      waitLock: {
        kind: 'call',
        args: [['Integer']],
        run: (milliseconds: number) => {
          if (!take(name, milliseconds)) {
            gate.fail('Lock timeout: another process was holding the lock for too long.');
          }
        },
      },
      hasLock: { kind: 'light', args: [[]], run: () => held(name) },
      releaseLock: {
        kind: 'call',
        args: [[]],
        run: () => {
          release(name);
        },
      },
    });
  const names = { getDocumentLock: 'document', getScriptLock: 'script', getUserLock: `user ${email}` };
  const door = (name: string) => ({ kind: 'light', args: [[]], run: () => wrapped(name) }) as const;
  return {
    service: gate.wrap('LockService', {
      getDocumentLock: door(names.getDocumentLock),
      getScriptLock: door(names.getScriptLock),
      getUserLock: door(names.getUserLock),
    }),
    releaseAll: () => {
      Object.values(names).forEach(release);
    },
  };
}
