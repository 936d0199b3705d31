// A headless Chromium for the tests, the same on every machine: the one in node_modules, with its own libraries.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const FOLDER = resolve('.cache/chromium');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Unpacks beside and renames, so that two test files at once never see half a browser. */
async function unpack(): Promise<void> {
  if (existsSync(join(FOLDER, 'chromium'))) return;
  const beside = `${FOLDER}.${process.pid}`;
  await mkdir(beside, { recursive: true });
  await promisify(execFile)(process.execPath, [resolve('test/browser/unpackChromium.mjs'), FOLDER], {
    // The package unpacks its libraries only where it believes to stand in a machine without any.
    env: { ...process.env, TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  await rename(beside, FOLDER).catch(() => rm(beside, { recursive: true, force: true }));
}

/** Throws with one clear line where no browser can be had; a test never skips because of that. */
export async function launchBrowser(): Promise<Browser> {
  try {
    await unpack();
    return await chromium.launch({
      executablePath: join(FOLDER, 'chromium'),
      args: ARGUMENTS,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: FOLDER,
        LD_LIBRARY_PATH: join(FOLDER, 'al2023/lib'),
        FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
      },
    });
  } catch (error) {
    const [line = ''] = String(error).split('\n');
    throw new Error(`The browser for the tests did not start (run "npm ci", then try again): ${line}`, {
      cause: error,
    });
  }
}
