// HtmlService: static pages only. createHtmlOutputFromFile does not run scriptlets, and neither does this.
import type { Gate, Method } from './gate';

export interface Page {
  title: string;
  content: string;
  width: number | null;
  height: number | null;
}

export interface HtmlPages {
  readonly service: object;
  /** What stands behind an HtmlOutput object. */
  readonly pageOf: (output: object) => Page;
}

/** `files`: name without ".html" → its text. */
export function makeHtmlService(gate: Gate, files: (name: string) => string | null): HtmlPages {
  const pages = new WeakMap<object, Page>();

  function output(content: string): object {
    const page: Page = { title: '', content, width: null, height: null };
    const set = (type: string, change: (value: never) => void): Method => ({
      kind: 'light',
      args: [[type]],
      run: (value: never) => {
        change(value);
        return wrapped;
      },
    });
    const get = (read: () => unknown): Method => ({ kind: 'light', args: [[]], run: read });
    const wrapped = gate.wrap('HtmlOutput', {
      setTitle: set('String', (title: string) => (page.title = title)),
      setContent: set('String', (text: string) => (page.content = text)),
      append: set('String', (text: string) => (page.content += text)),
      setWidth: set('Integer', (width: number) => (page.width = width)),
      setHeight: set('Integer', (height: number) => (page.height = height)),
      getTitle: get(() => page.title),
      getContent: get(() => page.content),
      getWidth: get(() => page.width),
      getHeight: get(() => page.height),
    });
    pages.set(wrapped, page);
    return wrapped;
  }

  return {
    service: gate.wrap('HtmlService', {
      createHtmlOutput: { kind: 'light', args: [[], ['String']], run: (content = '') => output(content) },
      createHtmlOutputFromFile: {
        kind: 'light',
        args: [['String']],
        run: (name: string) => output(files(name) ?? gate.fail(`No HTML file named ${name} was found.`)),
      },
    }),
    pageOf: (made) => {
      const page = pages.get(made);
      if (page === undefined) throw new Error('not an HtmlOutput of this run');
      return page;
    },
  };
}
