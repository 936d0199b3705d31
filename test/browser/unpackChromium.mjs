// Unpacks the Chromium that comes with @sparticuz/chromium into the folder TMPDIR, with the libraries and the font it
// needs. A child process, because the package reads the environment at its start. Argument: where all of it will stand.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import chromium from '@sparticuz/chromium';

const folder = process.env.TMPDIR;
const [, , home] = process.argv;
await chromium.executablePath();
await writeFile(
  join(folder, 'fonts.conf'),
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/font-cache</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias></fontconfig>
`,
);
