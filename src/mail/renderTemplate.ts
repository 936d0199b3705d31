// Puts a contact's values into a parsed template. Values are data: they are never parsed, and a line break in a value
// ends at the border of a subject.
import type { Part } from './parseTemplate';

export interface FieldValue {
  /** '' where blank. */
  readonly text: string;
  /** Where a person fills it in; both '' where there is no such place. */
  readonly sheet: string;
  readonly cell: string;
}

/** The value of a merge name for one contact; null where no column, field or setting has that name. */
export type Lookup = (name: string) => FieldValue | null;

export interface BlankField extends FieldValue {
  readonly name: string;
}

export interface Rendered {
  /** A needed value that is missing stands as its name in brackets: [contact name]. */
  readonly text: string;
  /** Values that came from the sheet, each once, in the order of the text. */
  readonly merged: readonly string[];
  /** Needed values that are missing, in the order of the text. */
  readonly blanks: readonly BlankField[];
}

/** 'line' for subjects: line breaks become blanks. 'text' for bodies: dropped paragraphs leave no gap. */
export function renderTemplate(parts: readonly Part[], lookup: Lookup, shape: 'line' | 'text'): Rendered {
  const merged = new Set<string>();
  const blanks: BlankField[] = [];
  const render = (list: readonly Part[]): string => {
    let text = '';
    for (const part of list) {
      if (part.kind === 'words') {
        text += part.text;
        continue;
      }
      const value = lookup(part.name);
      if (part.kind === 'section') {
        const filled = value !== null && value.text !== '';
        if (filled === (part.when === 'filled')) text += render(part.parts);
      } else if (value !== null && value.text !== '') {
        const clean = shape === 'line' ? oneLine(value.text) : manyLines(value.text);
        if (value.sheet !== '') merged.add(clean);
        text += clean;
      } else if (part.fallback !== null) {
        text += part.fallback;
      } else {
        blanks.push({ ...(value ?? { text: '', sheet: '', cell: '' }), name: part.name });
        text += `[${part.name}]`;
      }
    }
    return text;
  };
  const text = render(parts);
  return { text: shape === 'line' ? oneLine(text) : withoutGaps(text), merged: [...merged], blanks };
}

// eslint-disable-next-line no-control-regex -- control characters have no business in a message
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]/g;

/** One line: breaks and tabs become blanks, other control characters go. */
export function oneLine(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text
    .replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

// eslint-disable-next-line no-control-regex -- as above
const UNEVEN = /[\0-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]/;

function manyLines(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(CONTROLS, '');
}

function withoutGaps(text: string): string {
  return manyLines(text)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const LINK = /https?:\/\/[^\s<>"“”]+/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function withLinks(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    const url = match[0].replace(/[.,;:!?)\]'’]+$/, '');
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeHtml(line.slice(from));
}

/** The HTML alternative of a plain text: paragraphs, lists of "- " lines, web links; everything else as it stands. */
export function textToHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    // Runs of "- " lines and of other lines, each run one element.
    const runs: { list: boolean; lines: string[] }[] = [];
    for (const line of paragraph.split('\n')) {
      const list = /^- +/.test(line);
      const last = runs[runs.length - 1];
      const html = withLinks(list ? line.replace(/^- +/, '') : line);
      if (last?.list === list) last.lines.push(html);
      else runs.push({ list, lines: [html] });
    }
    return runs
      .map(({ list, lines }) =>
        list ? `<ul><li>${lines.join('</li><li>')}</li></ul>` : `<p>${lines.join('<br>')}</p>`,
      )
      .join('');
  });
  return `<div dir="auto">${paragraphs.join('\n')}</div>`;
}
