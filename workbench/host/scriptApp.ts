// ScriptApp: what the person has allowed so far, and the authorization modes.
import { makeEnum } from './enums';
import type { Gate, MethodTable } from './gate';
import { wholeScope } from './scopes';
import { WeekDay } from './timers';

export const AuthMode = makeEnum(['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = makeEnum(['REQUIRED', 'NOT_REQUIRED']);

export function makeScriptApp(
  gate: Gate,
  options: {
    readonly declared: ReadonlySet<string>;
    readonly granted: ReadonlySet<string>;
    readonly scriptId: string;
    readonly triggers: MethodTable;
  },
): object {
  const authorized = () => [...options.declared].filter((scope) => options.granted.has(scope));
  const info = (wanted: readonly string[]) => {
    const missing = wanted.some((scope) => !authorized().includes(scope));
    return gate.wrap('AuthorizationInfo', {
      getAuthorizationStatus: {
        kind: 'light',
        args: [[]],
        run: () => (missing ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED),
      },
      getAuthorizationUrl: {
        kind: 'light',
        args: [[]],
        run: () => (missing ? `https://script.google.com/macros/d/${options.scriptId}/authorize` : null),
      },
      getAuthorizedScopes: { kind: 'light', args: [[]], run: authorized },
    });
  };
  return gate.wrap(
    'ScriptApp',
    {
      ...options.triggers,
      getScriptId: { kind: 'light', args: [[]], run: () => options.scriptId },
      getAuthorizationInfo: {
        kind: 'light',
        args: [['AuthMode'], ['AuthMode', 'String[]']],
        run: (_mode: object, scopes?: readonly string[]) => {
          const wanted = (scopes ?? [...options.declared]).map(wholeScope);
          const unknown = wanted.find((scope) => !options.declared.has(scope));
          if (unknown !== undefined) gate.fail(`Invalid argument: the script does not declare ${unknown}.`);
          return info(wanted);
        },
      },
    },
    { AuthMode, AuthorizationStatus, WeekDay },
  );
}
