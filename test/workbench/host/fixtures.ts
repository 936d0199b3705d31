// A small file and a host on it, with a bundle written in the test.
import { createHost, type Host, type HostOptions } from '../../../workbench/host/createHost';
import type { Manifest } from '../../../workbench/host/addon';
import {
  emptyTab,
  emptyWorkbook,
  type Stored,
  type WorkbookState,
} from '../../../workbench/host/sheets/state';

const PREFIX = 'https://www.googleapis.com/auth/';

export const MANIFEST: Manifest = {
  timeZone: 'America/New_York',
  oauthScopes: ['spreadsheets.currentonly', 'script.container.ui', 'gmail.send', 'userinfo.email'].map(
    (s) => PREFIX + s,
  ),
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail' }] },
};

export const WITH_REPLIES: Manifest = {
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes!, `${PREFIX}gmail.metadata`],
};

export const WITH_TIMERS: Manifest = {
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes!, `${PREFIX}script.scriptapp`],
};

/** One tab "Contacts" with these rows. */
export function workbook(rows: readonly (readonly Stored[])[] = [['Organization', 'E-mail']]): WorkbookState {
  const tab = emptyTab(1, 'Contacts', 100, 10);
  tab.rows = rows.map((values) => ({ values: [...values] }));
  return {
    ...emptyWorkbook({ timeZone: 'America/New_York', owner: 'lead@example.org' }),
    tabs: [tab],
    nextId: 2,
  };
}

export function host(code: string, options: Partial<HostOptions> = {}): Host {
  return createHost({
    code,
    manifest: MANIFEST,
    pages: { sidebar: '<p>Hello</p>' },
    ...(options.file === undefined && options.saved === undefined
      ? { workbook: workbook(), today: '2026-11-12' }
      : {}),
    ...options,
  });
}

/** The cell of the tab "Contacts" that everybody sees. */
export const cell = (of: Host, row: number, column: number): string =>
  of.model.display('Contacts', row, column);

/** Shorthands for the bundles of these tests. */
export const CELL = `function cell(r, c) { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(r, c); }`;
