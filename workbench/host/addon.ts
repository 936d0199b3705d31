// The add-on's files as they are pushed: Code.js, the manifest, and the pages.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeScope } from './scopes';
import type { WarmRealms } from './warmRealms';

export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string; readonly serviceId: string }[];
  };
}

export interface Addon {
  readonly code: string;
  readonly timeZone: string;
  /** Whole scope addresses of the manifest. */
  readonly declared: ReadonlySet<string>;
  /** Whether the Gmail advanced service is switched on. */
  readonly gmail: boolean;
  /** A page by its name without ".html", null where there is none. */
  readonly page: (name: string) => string | null;
  /** undefined: every run has a realm of its own, as at Google. */
  readonly warm: WarmRealms | undefined;
}

/** What a caller hands over instead of files in a folder; the rest is read from the folder. */
export interface AddonParts {
  /** Folder with Code.js, appsscript.json and the pages; "dist" if absent. */
  readonly dist?: string;
  readonly code?: string;
  readonly manifest?: Manifest;
  /** Page name without ".html" → text. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly warm?: WarmRealms;
}

/** Throws where a file is missing: the add-on has not been built. */
export function readAddon(parts: AddonParts): Addon {
  const folder = parts.dist ?? 'dist';
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = parts.manifest ?? (JSON.parse(text('appsscript.json')) as Manifest);
  return {
    code: parts.code ?? text('Code.js'),
    timeZone: manifest.timeZone ?? 'America/New_York',
    warm: parts.warm,
    declared: new Set((manifest.oauthScopes ?? []).map(wholeScope)),
    gmail: (manifest.dependencies?.enabledAdvancedServices ?? []).some(
      ({ userSymbol }) => userSymbol === 'Gmail',
    ),
    page: (name) => {
      const given = parts.pages?.[name];
      if (given !== undefined) return given;
      const path = join(folder, `${name}.html`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
  };
}
