// Parses the text of a template before it is used: Mustache tags become plain parts, and what is broken or not
// understood is said in words. Only template texts come here, never a cell of the contacts.
import Mustache from 'mustache';

export type Part =
  | { readonly kind: 'words'; readonly text: string }
  /** `fallback` null: the value is needed. '' drops the value silently. */
  | { readonly kind: 'value'; readonly name: string; readonly fallback: string | null }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly when: 'filled' | 'blank';
      readonly parts: readonly Part[];
    };

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly Part[]; readonly names: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** As Mustache.parse gives it: type, value, start, end, and for sections the tokens inside. */
type Token = readonly [type: string, value: string, start: number, end: number, inside?: readonly Token[]];

class NotUnderstood extends Error {}

/**
 * {{name}}, {{name|fallback}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} and {{! remark}}. A half-closed tag comes out
 * as a strange name (Mustache does not refuse it), which no field has; `names` holds every name for that comparison.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const names: string[] = [];
  try {
    const tokens = Mustache.parse(source.replace(/\r\n?/g, '\n')) as unknown as readonly Token[];
    const parts = readTokens(tokens, names);
    return { ok: true, parts, names: [...new Set(names)] };
  } catch (error) {
    return { ok: false, message: error instanceof NotUnderstood ? error.message : brokenTag(source, error) };
  }
}

function readTokens(tokens: readonly Token[], names: string[]): Part[] {
  return tokens.flatMap((token): Part[] => {
    const [type, value, , , inside] = token;
    switch (type) {
      case 'text':
        return [{ kind: 'words', text: value }];
      case '!':
        return [];
      case 'name':
      case '&': {
        const bar = value.indexOf('|');
        const name = (bar < 0 ? value : value.slice(0, bar)).trim();
        names.push(name);
        return [{ kind: 'value', name, fallback: bar < 0 ? null : value.slice(bar + 1).trim() }];
      }
      case '#':
      case '^':
        names.push(value);
        return [
          {
            kind: 'section',
            name: value,
            when: type === '#' ? 'filled' : 'blank',
            parts: readTokens(inside ?? [], names),
          },
        ];
      default:
        throw new NotUnderstood(`“{{${type}${value}…” means nothing here. Take the sign “${type}” out.`);
    }
  });
}

/** Mustache's own words are for programmers; what counts is which tag. */
function brokenTag(source: string, error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const section = /section "([^"]*)"/.exec(text)?.[1];
  if (section !== undefined && text.startsWith('Unopened'))
    return `“{{/${section}}}” ends a part that nothing begins. Put “{{#${section}}}” before it, or take it out.`;
  if (section !== undefined)
    return `The part that begins with “{{#${section}}}” does not end. Put “{{/${section}}}” where it should end.`;
  const last = source.slice(source.lastIndexOf('{{')).split('\n')[0] ?? '';
  return `“${last.slice(0, 40)}” has no “}}” at its end. Put it there.`;
}
