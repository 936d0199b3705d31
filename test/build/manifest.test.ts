// The two manifests from one source: what Google will ask a person for.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildAddon } from './builtAddon';

interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly [name: string]: unknown;
}

const usual = buildAddon();
const withReplies = buildAddon('--replies');
const read = (addon: typeof usual) => JSON.parse(addon.read('appsscript.json')) as Manifest;
afterAll(() => {
  usual.remove();
  withReplies.remove();
});

const GOOGLE = 'https://www.googleapis.com/auth/';
/** README, "What Google will ask": each of these has its line there. */
const ASKED = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'gmail.send',
  'userinfo.email',
  'script.scriptapp',
];

describe('the manifest', () => {
  test('asks for this file, the sidebar, sending mail, the address and the weekly reminder, and for nothing else', () => {
    expect(read(usual).oauthScopes).toEqual(ASKED.map((name) => GOOGLE + name));
  });

  test('cannot read mail unless the group builds it so', () => {
    const scopes = read(usual).oauthScopes.join(' ');
    expect(scopes).not.toMatch(/gmail\.(?!send\b)|mail\.google\.com/);
  });

  test('with --replies asks for the headers of mail besides, and is the same otherwise', () => {
    const { oauthScopes, ...rest } = read(withReplies);
    const { oauthScopes: before, ...same } = read(usual);
    expect(oauthScopes).toEqual([...before, `${GOOGLE}gmail.metadata`]);
    expect(rest).toEqual(same);
  });

  test('switches on V8 and the Gmail service that sends', () => {
    expect(read(usual)).toMatchObject({
      runtimeVersion: 'V8',
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] },
    });
  });

  test('is explained in the README, scope by scope', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect([...ASKED, 'gmail.metadata'].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the build', () => {
  test('writes three files and says which functions Google may call', () => {
    expect(readdirSync(usual.folder).sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(usual.said).toContain('onOpen');
  });

  test('makes the same code with and without --replies', () => {
    expect(withReplies.read('Code.js')).toBe(usual.read('Code.js'));
    expect(withReplies.read('sidebar.html')).toBe(usual.read('sidebar.html'));
  });
});
