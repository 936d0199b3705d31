// Session: who runs the script, as far as the permissions and the kind of run let it be known.
import { createHash } from 'node:crypto';
import type { Gate, Method } from './gate';

export interface SessionOptions {
  readonly email: string;
  /** False without userinfo.email and in simple triggers: the address is '' then. */
  readonly addressKnown: () => boolean;
  /** False in a run of a timer: nobody is at the keyboard (reference page of Session). */
  readonly atKeyboard: boolean;
  readonly now: () => number;
  readonly scriptTimeZone: string;
  /** "en", "de" */
  readonly locale: string;
}

const THIRTY_DAYS_MS = 30 * 86_400_000;

/** A user object whose text is the address, as on the platform. */
export function makeUser(gate: Gate, email: string): object {
  const read: Method = { kind: 'light', args: [[]], run: () => email };
  return gate.wrap('User', { getEmail: read, toString: read });
}

export function makeSession(gate: Gate, options: SessionOptions): object {
  const user = (): object => makeUser(gate, options.addressKnown() ? options.email : '');
  const active = (): object => (options.atKeyboard ? user() : makeUser(gate, ''));
  // Opaque, the same for 30 days (reference page of Session).
  const temporaryKey = () =>
    createHash('sha256')
      .update(`${options.email} ${Math.floor(options.now() / THIRTY_DAYS_MS)}`)
      .digest('base64url');
  return gate.wrap('Session', {
    getActiveUser: { kind: 'light', args: [[]], run: active },
    getEffectiveUser: { kind: 'light', args: [[]], run: user },
    getScriptTimeZone: { kind: 'light', args: [[]], run: () => options.scriptTimeZone },
    getActiveUserLocale: { kind: 'light', args: [[]], run: () => options.locale },
    getTemporaryActiveUserKey: { kind: 'light', args: [[]], run: temporaryKey },
  });
}
