// The permission switches of the page, and the scopes of Google behind each.
import { wholeScope } from '../host/scopes';
import { PERMISSION_NAMES, type PermissionName } from './wire';

export const SCOPES_OF: Readonly<Record<PermissionName, readonly string[]>> = {
  sheet: ['spreadsheets.currentonly', 'script.container.ui'],
  send: ['gmail.send'],
  replies: ['gmail.metadata'],
  address: ['userinfo.email'],
  reminder: ['script.scriptapp'],
};

export const scopesOf = (names: ReadonlySet<PermissionName>): string[] =>
  [...names].flatMap((name) => SCOPES_OF[name]);

/** Every scope of the switches, whole. */
export const WHOLE_SCOPES: readonly string[] = PERMISSION_NAMES.flatMap((name) => SCOPES_OF[name]).map(
  wholeScope,
);

/** What a usual person has granted who said yes to the first questions. */
export const GRANTED_AT_FIRST: readonly PermissionName[] = ['sheet', 'send', 'address'];
