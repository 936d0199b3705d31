// The right answers of test/fixtures/letters and test/fixtures/signers, read and built as test/fixtures/README.md says.
import { readdirSync, readFileSync } from 'node:fs';

const FIXTURES = 'test/fixtures/';
const read = (path: string): unknown => JSON.parse(readFileSync(FIXTURES + path, 'utf8'));

export interface Letter {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly {
    readonly organization: string;
    readonly person: string;
    readonly role: string;
    readonly town: string;
    readonly category: string;
    readonly categoryAlso?: readonly string[];
    readonly line: number;
    readonly sameAs?: number;
    readonly identificationOnly?: boolean;
  }[];
  readonly notOrganizations: readonly string[];
}

export const letters = readdirSync(`${FIXTURES}letters`).map((file) => read(`letters/${file}`) as Letter);

export const categories = read('signers/categories.json') as readonly {
  readonly organization: string;
  readonly category: string | null;
  readonly categoryAlso?: readonly (string | null)[];
}[];

interface Signature {
  readonly person: string;
  readonly title: string;
}

export type Row =
  | {
      readonly kind: 'organization';
      readonly organization: string;
      readonly cell?: string;
      readonly also?: readonly string[];
      readonly signer: Signature;
      readonly town: string;
    }
  | { readonly kind: 'person'; readonly as: string; readonly title: string; readonly town: string };

export interface Shape {
  readonly name: string;
  readonly header: string | null;
  readonly organization: string;
  readonly person: string;
  readonly organizationWithoutTitle?: string;
  readonly personWithoutTitle?: string;
  readonly perLine: number;
  readonly between: string;
  readonly lineEnd: string;
  readonly begins: string;
  readonly lines: { readonly endorsers: number; readonly signatories: number };
}

export const shapes = read('signers/shapes.json') as readonly Shape[];
export const FILES = ['endorsers', 'signatories'] as const;
export const rowsOf = (file: (typeof FILES)[number]) =>
  (read(`signers/${file}.json`) as { rows: Row[] }).rows;

/** The text that is pasted for all rows in one shape. */
export function paste(rows: readonly Row[], shape: Shape): string {
  const entries = rows.map((row, i) => {
    const isOrganization = row.kind === 'organization';
    const title = isOrganization ? row.signer.title : row.title;
    const bare = isOrganization ? shape.organizationWithoutTitle : shape.personWithoutTitle;
    const pattern = title === '' && bare !== undefined ? bare : shape[row.kind];
    const words: Record<string, string> = { title, town: row.town, number: String(i + 1) };
    if (isOrganization)
      Object.assign(words, { cell: row.cell ?? row.organization, person: row.signer.person });
    else Object.assign(words, { as: row.as });
    return pattern.replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? '');
  });
  const lines: string[] = [];
  for (let i = 0; i < entries.length; i += shape.perLine)
    lines.push(entries.slice(i, i + shape.perLine).join(shape.between));
  const ended = lines.map((line, i) => (i < lines.length - 1 ? line + shape.lineEnd : line));
  return [...(shape.header === null ? [] : [shape.header]), ...ended].join('\n');
}

/** Trimmed, runs of blanks one blank. */
export const folded = (text: string) => text.trim().replace(/\s+/g, ' ');
