// Sends raw messages through the Gmail advanced service, which answers with message and thread ids.
import { readPermissions } from './permissions';
import type { Delivery, Mail } from './services';

interface ApiError {
  readonly message?: unknown;
  readonly details?: { readonly code?: unknown; readonly errors?: readonly { readonly reason?: unknown }[] };
}

const QUOTA_REASONS = ['rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded', 'quotaExceeded'];

/**
 * What an error of Gmail means. Texts are localised, so only the API's own code and reason decide, and what the
 * person allows now: a code of the 400s means that nothing left; anything else (a lost answer, 500s) leaves it open.
 */
function readError(error: unknown): Delivery {
  const { details, message } = (error ?? {}) as ApiError;
  const code = typeof details?.code === 'number' ? details.code : 0;
  const reasons = (details?.errors ?? []).map((entry) => String(entry.reason));
  const text = typeof message === 'string' ? message : '';
  if (code === 0 && !readPermissions().send) return { kind: 'refused', quota: false, permission: true, text };
  if (code < 400 || code >= 500 || code === 408) return { kind: 'unknown', text };
  const quota = code === 429 || reasons.some((reason) => QUOTA_REASONS.includes(reason));
  return { kind: 'refused', quota, permission: !quota && (code === 401 || code === 403), text };
}

/** The advanced service; the manifest switches it on, so a project without it was put together wrongly. */
function gmail(): GoogleAppsScript.Gmail {
  if (typeof Gmail === 'undefined')
    throw new Error('The Gmail service is not switched on in this script project.');
  return Gmail;
}

export function makeMail(): Mail {
  return {
    send(raw, threadId) {
      try {
        const encoded = Utilities.base64EncodeWebSafe(raw);
        const message = threadId === '' ? { raw: encoded } : { raw: encoded, threadId };
        const sent = gmail().Users.Messages.send(message, 'me');
        return { kind: 'sent', id: sent.id ?? '', threadId: sent.threadId ?? '' };
      } catch (error) {
        return readError(error);
      }
    },
  };
}
