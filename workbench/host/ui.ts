// SpreadsheetApp.getUi(): menus, the sidebar, dialogs and alerts, kept as plain records for the page and the tests.
import { makeEnum, type EnumMember } from './enums';
import type { Gate } from './gate';
import type { Page } from './html';

export type MenuItem =
  | { readonly label: string; readonly functionName: string }
  | { readonly separator: true }
  | { readonly label: string; readonly items: readonly MenuItem[] };

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export interface Dialog {
  readonly title: string;
  readonly html: string;
  readonly modal: boolean;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Alert {
  readonly title: string;
  readonly text: string;
  /** "OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL" */
  readonly buttons: string;
  /** The button that was pressed: "OK", "CANCEL", "YES", "NO", "CLOSE". */
  readonly answer: string;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** What a person sees beside the grid. Menus stay until the file is closed; one sidebar at a time. */
export interface Screen {
  readonly menus: Map<string, Menu>;
  sidebar: { readonly title: string; readonly html: string } | null;
  readonly dialogs: Dialog[];
  readonly alerts: Alert[];
  readonly toasts: Toast[];
  /** Answers to the next alerts, first in first out; without one: "OK" or "YES". */
  readonly nextAnswers: string[];
}

export const emptyScreen = (): Screen => ({
  menus: new Map(),
  sidebar: null,
  dialogs: [],
  alerts: [],
  toasts: [],
  nextAnswers: [],
});

const Button = makeEnum(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = makeEnum(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export interface UiOptions {
  readonly screen: Screen;
  readonly pageOf: (output: object) => Page;
  /** alert() suspends the run: the platform's locks do not survive it. */
  readonly dropLocks: () => void;
  /** Title of createAddonMenu()'s menu. */
  readonly addonName: string;
}

export function makeUi(gate: Gate, options: UiOptions): object {
  const { screen } = options;
  const drafts = new WeakMap<object, { title: string; items: MenuItem[] }>();

  function menu(title: string): object {
    const draft = { title, items: [] as MenuItem[] };
    const add = (item: MenuItem) => {
      draft.items.push(item);
      return wrapped;
    };
    const wrapped = gate.wrap('Menu', {
      addItem: {
        kind: 'light',
        args: [['String', 'String']],
        run: (label: string, functionName: string) => add({ label, functionName }),
      },
      addSeparator: { kind: 'light', args: [[]], run: () => add({ separator: true }) },
      addSubMenu: {
        kind: 'light',
        args: [['Menu']],
        run: (sub: object) => {
          const inner = drafts.get(sub);
          return add({ label: inner?.title ?? '', items: [...(inner?.items ?? [])] });
        },
      },
      addToUi: {
        kind: 'light',
        args: [[]],
        run: () => {
          screen.menus.set(title, { title, items: [...draft.items] });
        },
      },
    });
    drafts.set(wrapped, draft);
    return wrapped;
  }

  function ask(title: string, text: string, buttons: EnumMember): EnumMember {
    options.dropLocks();
    const first = buttons.name().startsWith('YES') ? 'YES' : 'OK';
    const answer = screen.nextAnswers.shift() ?? first;
    screen.alerts.push({ title, text, buttons: buttons.name(), answer });
    return Button[answer as keyof typeof Button];
  }

  const dialog = (modal: boolean) => ({
    kind: 'light' as const,
    args: [['HtmlOutput', 'String']],
    scopes: ['script.container.ui'],
    needsAuthorization: true,
    run: (output: object, title: string) => {
      const page = options.pageOf(output);
      screen.dialogs.push({ title, html: page.content, modal, width: page.width, height: page.height });
    },
  });

  return gate.wrap(
    'Ui',
    {
      createMenu: { kind: 'light', args: [['String']], run: menu },
      createAddonMenu: { kind: 'light', args: [[]], run: () => menu(options.addonName) },
      showSidebar: {
        kind: 'light',
        args: [['HtmlOutput']],
        scopes: ['script.container.ui'],
        needsAuthorization: true,
        run: (output: object) => {
          const page = options.pageOf(output);
          screen.sidebar = { title: page.title, html: page.content };
        },
      },
      showModalDialog: dialog(true),
      showModelessDialog: dialog(false),
      alert: {
        kind: 'light',
        args: [['String'], ['String', 'ButtonSet'], ['String', 'String', 'ButtonSet']],
        needsAuthorization: true,
        run: (first: string, second?: string | EnumMember, third?: EnumMember) =>
          typeof second === 'string'
            ? ask(first, second, third ?? ButtonSet.OK)
            : ask('', first, second ?? ButtonSet.OK),
      },
    },
    { Button, ButtonSet },
  );
}
