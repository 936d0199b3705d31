// dist/sidebar.html as HtmlService serves it: what it would change or lose on the way must not be in it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { pageAt } from '../../src/texts/menu';
import { buildAddon } from './builtAddon';

const addon = buildAddon();
const page = addon.read('sidebar.html');
const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
afterAll(() => {
  addon.remove();
});

describe('what HtmlService would break', () => {
  test('there is no back-tick: it drops what follows // inside template literals', () => {
    expect(page).not.toContain('`');
  });

  test('there is nothing that it takes for a scriptlet', () => {
    expect(page).not.toContain('<?');
    expect(page).not.toContain('?>');
  });

  test('the script ends where it should: no end tag and no comment begins inside it', () => {
    expect(page.match(/<script\b/gi)).toHaveLength(1);
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    expect(script).not.toContain('<!--');
    expect(style.length).toBeGreaterThan(1000);
    expect(page.match(/<\/style/gi)).toHaveLength(1);
  });
});

describe('the names that the build shortens in it', () => {
  const asked = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { SIDEBAR_NAMES } from './build/build.mjs'; process.stdout.write(SIDEBAR_NAMES)",
    ],
    { encoding: 'utf8' },
  );
  const shortened = new RegExp(`^(?:on[A-Z]\\w*|${asked.stdout})$`);

  test('none of them is a name in an answer of the server: the page would look for another one', () => {
    const inAnswers = readdirSync('src/commands')
      .filter((file) => /answers\.ts$/i.test(file))
      .flatMap((file) => [
        ...readFileSync(`src/commands/${file}`, 'utf8').matchAll(/^ *(?:readonly )?(\w+)\??:/gm),
      ])
      .map(([, name = '']) => name);
    expect(shortened.test('onPress') && shortened.test('busy')).toBe(true);
    expect(inAnswers).toEqual(expect.arrayContaining(['organization', 'merged', 'about']));
    expect(inAnswers.filter((name) => shortened.test(name))).toEqual([]);
  });
});

describe('what the page is', () => {
  test('its script parses as what the oldest supported browsers read', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(() => parse(script, { ecmaVersion: 2021, sourceType: 'script' })).not.toThrow();
  });

  test('it loads nothing from elsewhere: no script, style, font or picture by address', () => {
    expect(page).not.toMatch(/<(?:link|iframe|img|object|embed)\b|\ssrc=/i);
    expect(style).not.toMatch(/@import|url\(/i);
    expect(script).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\(/);
  });

  test('no line of the shell is left to be filled in', () => {
    expect(page).not.toContain('inline:');
  });

  test('it can be opened at any panel', () => {
    expect(page.match(/data-panel="today"/g)).toHaveLength(1);
    expect(pageAt(page, 'check')).toContain('data-panel="check"');
  });
});
