// Errors of the Gmail API as the advanced service throws them. Marks: D documented by Google, F seen in the field,
// M working knowledge that nobody has confirmed.
import { PlatformError } from '../makeGate';

export interface ApiRefusal {
  readonly code: number;
  readonly reason: string;
  /** '' where the API names none. */
  readonly domain: '' | 'global' | 'usageLimits';
  readonly why: string;
}

/**
 * F (a spike in Apps Script of September 2026, and the texts of several projects): an Error with this name, whose own
 * fields are name and details, and whose details are code, message and errors.
 */
export function apiError(method: string, { code, reason, domain, why }: ApiRefusal): PlatformError {
  return new PlatformError(`API call to ${method} failed with error: ${why}`, 'GoogleJsonResponseException', {
    details: {
      code,
      message: why,
      errors: [{ ...(domain === '' ? {} : { domain }), reason, message: why }],
    },
  });
}

const global = (code: number, reason: string, why: string): ApiRefusal => ({
  code,
  reason,
  domain: 'global',
  why,
});
const usage = (code: number, reason: string, why: string): ApiRefusal => ({
  code,
  reason,
  domain: 'usageLimits',
  why,
});

export const notFound = global(404, 'notFound', 'Requested entity was not found.');
/** M for most of its texts. */
export const badRequest = (why: string): ApiRefusal => global(400, 'invalidArgument', why);
/** F: a value of the wrong type has the reason "invalid" and no domain. */
export const badValue = (why: string): ApiRefusal => ({ code: 400, reason: 'invalid', domain: '', why });
/** F: what gmail.metadata does not allow. */
export const forbidden = (why: string): ApiRefusal => global(403, 'forbidden', why);
/**
 * F: the advanced service leaves permissions to the API, which answers so whether the manifest lacks the scope or the
 * person did not grant it (googleworkspace/apps-script-samples#159). M: the reason inside the advanced service.
 */
export const noScope = global(
  403,
  'insufficientPermissions',
  'Request had insufficient authentication scopes.',
);
export const tooLarge = global(413, 'uploadTooLarge', 'Message too large.');
/** F: 403 in Apps Script; elsewhere 429 was seen too. */
export const unitsUsedUp = usage(
  403,
  'rateLimitExceeded',
  "Quota exceeded for quota metric 'Total Query Cost' and limit 'Units per minute per user' of service 'gmail.googleapis.com' for consumer 'project_number:0'.",
);
/** D for the words, F for the two blanks and the reason. `free`: ISO instant. */
export const dayUsedUp = (free: string): ApiRefusal =>
  usage(429, 'rateLimitExceeded', `User-rate limit exceeded.  Retry after ${free} (Mail sending)`);

/** Troubles that a test or a judge can let Gmail have (mailbox.refuse). */
export const TROUBLES = {
  /** D */
  userRateLimitExceeded: usage(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'),
  /** D */
  dailyLimitExceeded: usage(403, 'dailyLimitExceeded', 'Daily Limit Exceeded'),
  /** D */
  rateLimitExceeded: usage(403, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  /** F */
  tooManyConcurrent: usage(429, 'rateLimitExceeded', 'Too many concurrent requests for user'),
  /** D */
  backendError: global(500, 'backendError', 'Backend Error'),
  /** D */
  authError: global(401, 'authError', 'Invalid Credentials'),
  /** F: an account without a Gmail mailbox. */
  mailServiceNotEnabled: global(400, 'failedPrecondition', 'Mail service not enabled'),
} as const;

/** 'emptyResponse' (F): the answer was lost; a plain exception without details. */
export type Trouble = keyof typeof TROUBLES | 'emptyResponse';

export function troubleError(method: string, trouble: Trouble): PlatformError {
  return trouble === 'emptyResponse'
    ? new PlatformError(`API call to ${method} failed with error: Empty response`)
    : apiError(method, TROUBLES[trouble]);
}
