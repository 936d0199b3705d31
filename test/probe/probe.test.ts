// The list of assertions that goes to Google holds on the stand-in, leaves nothing behind and writes to nobody else.
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

jest.setTimeout(180_000);

interface Outcome {
  readonly asked: readonly {
    readonly name: string;
    readonly locale: string;
    readonly source: string;
    readonly same: boolean;
    readonly expected: string;
    readonly seen: string;
  }[];
  readonly behind: readonly string[];
  readonly recipients: readonly string[];
}

const node = (args: readonly string[]) =>
  promisify(execFile)(process.execPath, args, { maxBuffer: 20_000_000 }).catch(
    (failed: unknown) => failed as { stdout: string; stderr: string },
  );

let outcome: Outcome;
beforeAll(async () => {
  const { stdout, stderr } = await node(['build/probe.mjs', '--host', '--json']);
  if (!stdout.startsWith('{')) throw new Error(stderr);
  outcome = JSON.parse(stdout) as Outcome;
});

describe('the live probe, asked of the stand-in', () => {
  test('finds every fact as the add-on relies on it, in each locale', () => {
    expect(outcome.asked.filter(({ same }) => !same)).toEqual([]);
    const locales = (name: string) =>
      outcome.asked.filter((one) => one.name === name).map(({ locale }) => locale);
    expect(locales('apostrophe-in-their-columns')).toEqual(['en_US', 'de_DE', 'en_GB']);
    expect(locales('a-column-cut-and-pasted')).toHaveLength(1);
    expect(locales('a-key-is-kept')).toHaveLength(1);
  });

  test('leaves nothing behind in the file and sends to the tester only', () => {
    expect(outcome.behind).toEqual([]);
    expect(outcome.recipients).toEqual(['tester@example.org']);
  });

  test('every fact stands in docs/live-probe.md with its mark', () => {
    const page = readFileSync('docs/live-probe.md', 'utf8').replace(/ +/g, ' ');
    const missing = outcome.asked
      .filter(({ name, source }) => !page.includes(`| \`${name}\` | ${source} |`))
      .map(({ name, source }) => `${name} | ${source}`);
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('a push', () => {
  test('replaces a new script or the probe, and nothing else', async () => {
    const cases = {
      'a new script': { 'Code.js': 'function myFunction() {\n\n}\n', 'appsscript.json': '{}' },
      'an empty one': { 'appsscript.json': '{}' },
      'the probe itself': {
        'Code.js': '// Outreach probe\n…',
        'sidebar.html': '<html>',
        'appsscript.json': '{}',
      },
      'the add-on': { 'Code.js': 'var addon_=…', 'sidebar.html': '<html>', 'appsscript.json': '{}' },
      'somebody’s own': { 'Code.js': 'function onOpen() {}', 'appsscript.json': '{}' },
    };
    const script = `import { whyNotReplace } from './build/probe.mjs';
      const cases = ${JSON.stringify(cases)};
      process.stdout.write(JSON.stringify(Object.entries(cases).map(([name, files]) => [name, whyNotReplace(files) === ''])));`;
    const { stdout } = await node(['--input-type=module', '-e', script]);
    expect(JSON.parse(stdout)).toEqual([
      ['a new script', true],
      ['an empty one', true],
      ['the probe itself', true],
      ['the add-on', false],
      ['somebody’s own', false],
    ]);
  });
});
