// Which permissions this person has given, and where the rest can be given. A person may give any subset
// (platform facts, "Granular consent"), so this is asked anew in every run that depends on one.
import type { Permissions } from './services';

const SCOPE = 'https://www.googleapis.com/auth/';
const SCOPES = {
  sheet: `${SCOPE}spreadsheets.currentonly`,
  sidebar: `${SCOPE}script.container.ui`,
  send: `${SCOPE}gmail.send`,
  replies: `${SCOPE}gmail.metadata`,
  address: `${SCOPE}userinfo.email`,
  reminder: `${SCOPE}script.scriptapp`,
} as const;

/** Newer than the published types: scopes as second argument, and the list of those that were granted. */
interface Authorization {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes?: string[],
  ): GoogleAppsScript.Script.AuthorizationInfo & {
    getAuthorizedScopes(): string[] | null;
  };
}
const authorization = () => ScriptApp as unknown as Authorization;

export function readPermissions(): Permissions {
  const info = authorization().getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  const granted = new Set(info.getAuthorizedScopes());
  const has = (name: keyof typeof SCOPES) => granted.has(SCOPES[name]);
  return {
    sheet: has('sheet'),
    sidebar: has('sidebar'),
    send: has('send'),
    replies: has('replies'),
    address: has('address'),
    reminder: has('reminder'),
    offersReplies: isDeclared(SCOPES.replies),
    url: urlOf(info),
  };
}

/** True where the manifest of this build names the scope: asking for one it leaves out throws. */
function isDeclared(scope: string): boolean {
  try {
    authorization().getAuthorizationInfo(ScriptApp.AuthMode.FULL, [scope]);
    return true;
  } catch {
    return false;
  }
}

/** Google answers null where nothing is missing, against its published type. */
function urlOf(info: { getAuthorizationUrl(): string | null }): string {
  return info.getAuthorizationUrl() ?? '';
}
