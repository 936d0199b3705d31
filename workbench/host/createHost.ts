// The stand-in for one person at one spreadsheet: opens the file, clicks in the menu, types, calls what the sidebar
// calls. The door for tests, the page, the command line and outside judges (docs/host.md).
import { readAddon, type AddonParts } from './addon';
import {
  newFile,
  mailboxOf,
  putMailbox,
  restoreFile,
  saveFile,
  type SavedFile,
  type SharedFile,
} from './file';
import type { CallRecord, Touch } from './gate';
import type { Mailbox } from './mail/mailbox';
import type { MailboxData } from './mail/mailboxData';
import { NO_PLAN, StandInError, type AuthMode, type Plan, type Prefix } from './makeGate';
import { marshalAnswer, marshalArguments } from './marshal';
import { speak, type Language } from './platformTexts';
import { readProgram } from './program';
import { execute, ScriptError, startRun, type RunContext, type RunReport } from './run';
import { wholeScope } from './scopes';
import { AuthMode as AuthModes } from './scriptApp';
import type { WorkbookState } from './sheets/state';
import type { Done, Model } from './sheets/workbook';
import { passTime, timerEvent } from './timers';
import { editEvent, openEvent, type Typed } from './triggers';
import type { Selection } from './spreadsheet/spreadsheetApp';
import { emptyScreen, type Alert, type Dialog, type Menu, type Toast } from './ui';

export interface HostOptions extends AddonParts {
  /** The file: a workbook, one that another host has open, or what save() gave. Exactly one of the three. */
  readonly workbook?: WorkbookState;
  readonly file?: SharedFile;
  readonly saved?: SavedFile;
  /** "2026-11-12" (9:00 in the spreadsheet's time zone) or an ISO instant. Needed with `workbook`. */
  readonly today?: string;
  /** Permissions that this person has granted, short ("gmail.send") or whole; all of the manifest if absent. */
  readonly scopes?: readonly string[];
  readonly user?: { readonly email: string };
  /** With `workbook`: mail that is already there, of one or several people. */
  readonly mailbox?: MailboxData | readonly MailboxData[];
  /** Of the spreadsheet, in place of the workbook's own: "de_DE", "Europe/Berlin". */
  readonly locale?: string;
  readonly timeZone?: string;
  /** Of the platform's messages. */
  readonly language?: Language;
}

export interface Host {
  readonly file: SharedFile;
  readonly model: Model;
  readonly mailbox: Mailbox;
  /** As google.script.run: a function of the bundle by name, arguments and answer as plain data. */
  call(name: string, ...args: unknown[]): unknown;
  /** Opens the file: onOpen runs. `authMode` 'NONE' is an add-on not yet used in this file. */
  open(authMode?: 'NONE' | 'LIMITED'): void;
  /** The menus, after open(), which runs if it has not yet. */
  menu(): readonly Menu[];
  /** Clicks the menu item that stands for this function. */
  runMenu(functionName: string): void;
  /** Types into a cell (1-based) as this person; onEdit follows. Says what Sheets said to the person, '' if accepted. */
  edit(tab: string, row: number, column: number, text: string): string;
  /** Pastes a block (rows × columns of texts); onEdit follows, without value and oldValue unless it is one cell. */
  paste(tab: string, row: number, column: number, texts: readonly (readonly string[])[]): string;
  /** What the simple trigger, or a timer, last failed with, as the executions page would show it; '' where it went well. */
  readonly triggerError: string;
  /** Empties cells, as the Delete key does; onEdit follows. */
  clear(tab: string, row: number, column: number, rows: number, columns: number): string;
  /** Selects cells, as a click does. */
  select(tab: string, row: number, column: number, rows?: number, columns?: number): void;
  /** What is selected, by the person or by the add-on; `tab` is the tab's id. */
  readonly selection: Readonly<Selection>;

  /** Service calls of the last run, in order. */
  readonly calls: readonly CallRecord[];
  /** Counts, virtual milliseconds and end of the last run. */
  readonly lastRun: RunReport;
  /** Ends the next run at its n-th service call; `prefix`: what of the pending writes stays. */
  killAt(n: number, when?: 'before' | 'after', prefix?: Prefix): void;
  /** Makes the n-th service call of the next run throw: instead of it, or after it had its effect. */
  failAt(n: number, text?: string, when?: 'before' | 'after'): void;
  /** Somebody else changes the file just before the n-th service call of the next run. */
  editAt(n: number, change: (model: Model) => void): void;
  /** Hears of every method that the next run calls, counted or light, before it does anything. */
  watch(hear: (touch: Touch) => void): void;

  /**
   * Somebody else at the same file: with a mailbox, user properties, permissions, sidebar and selection of their own.
   * Both hosts go on; the sheet, the document's properties, the locks and the clock are shared.
   */
  as(person: { readonly email: string; readonly scopes?: readonly string[] }): Host;
  grant(...scopes: string[]): void;
  revoke(...scopes: string[]): void;
  /** Another run holds the document lock for this long (milliseconds). */
  holdLock(milliseconds: number): void;
  /** Moves the virtual clock. Timers that come due on the way run, as those who made them and have a host on the file. */
  advance(days: number): void;
  /** The virtual clock as an ISO instant. */
  readonly now: string;

  readonly sidebar: { readonly title: string; readonly html: string } | null;
  readonly dialogs: readonly Dialog[];
  readonly alerts: readonly Alert[];
  readonly toasts: readonly Toast[];
  /** The button of the next alert: "OK", "CANCEL", "YES", "NO", "CLOSE". */
  answerAlert(button: string): void;
  readonly logs: readonly string[];

  /** Everything as plain data: restore with createHost({ saved }). */
  save(): SavedFile;
  /** The service globals (SpreadsheetApp, Gmail …) for a script outside of the bundle, with full authorization. */
  globals(): Readonly<Record<string, object>>;
}

const NOTHING_RUN: RunReport = { calls: [], light: 0, elapsed: 0, killed: false };

/** Throws where no file, no day or no built add-on is given. */
export function createHost(options: HostOptions): Host {
  const addon = readAddon(options);
  const file = openFile(options);
  const email = options.user?.email ?? 'lead@example.org';
  const granted = new Set((options.scopes ?? [...addon.declared]).map(wholeScope));
  const mailbox = mailboxOf(file, email);
  const screen = emptyScreen();
  const logs: string[] = [];
  const context: RunContext = {
    addon,
    file,
    email,
    granted,
    language: options.language ?? 'en',
    screen,
    selection: firstCell(file),
    logs,
  };
  const { model, clock } = file;
  let plan: Plan = NO_PLAN;
  let lastRun = NOTHING_RUN;
  let opened = false;
  let triggerError = '';

  function run(
    name: string,
    authMode: AuthMode,
    args: Parameters<typeof execute>[1]['args'],
    byTimer = false,
  ): unknown {
    const armed = plan;
    plan = NO_PLAN;
    return execute(context, { name, authMode, plan: armed, byTimer, args }, (report) => {
      lastRun = report;
    });
  }

  function select(tab: string, row: number, column: number, rows = 1, columns = 1): void {
    const found = model.tab(tab);
    if (found === null) throw new Error(`There is no tab "${tab}".`);
    Object.assign(context.selection, { tab: found.id, row, column, rows, columns });
  }

  /** Triggers run only where the bundle has the function, and nobody sees what they throw. */
  function trigger(
    name: string,
    authMode: AuthMode,
    args: Parameters<typeof execute>[1]['args'],
    byTimer = false,
  ): void {
    triggerError = '';
    try {
      if (readProgram(addon.code).entries.has(name)) run(name, authMode, args, byTimer);
    } catch (error) {
      if (error instanceof StandInError) throw error;
      triggerError = (error as Error).message;
    }
  }

  file.runners.set(email.toLowerCase(), (timer) => {
    const selected = { ...context.selection };
    Object.assign(context.selection, firstCell(file));
    const args = () => [timerEvent(AuthModes.FULL, timer, clock.now(), addon.timeZone)];
    trigger(timer.handler, 'FULL', args, true);
    Object.assign(context.selection, selected);
  });

  function open(authMode: 'NONE' | 'LIMITED' = 'LIMITED'): void {
    opened = true;
    trigger('onOpen', authMode, (current) => [openEvent(current, authMode)]);
  }

  function typed(
    tab: string,
    row: number,
    column: number,
    change: () => string,
    rows = 1,
    columns = 1,
  ): string {
    const single = rows === 1 && columns === 1;
    const before = single ? editText(model, tab, row, column) : '';
    const refused = change();
    if (refused !== '') return refused;
    const after = single ? editText(model, tab, row, column) : '';
    select(tab, row, column, rows, columns);
    const event: Typed = { tab, row, column, rows, columns, before, after };
    trigger('onEdit', 'LIMITED', (current) => [editEvent(current, event)]);
    return '';
  }

  return {
    file,
    model,
    mailbox,
    call: (name, ...args) => {
      const sent = marshalArguments(args);
      const { declared } = addon;
      if (declared.size > 0 && [...declared].every((scope) => !granted.has(scope)))
        throw new ScriptError(speak('Authorization is required to perform that action.', context.language));
      return marshalAnswer(
        run(name, 'FULL', () => sent),
        name,
      );
    },
    open,
    menu: () => {
      if (!opened) open();
      return [...screen.menus.values()];
    },
    runMenu: (functionName) => {
      run(functionName, 'FULL', () => []);
    },
    edit: (tab, row, column, text) =>
      typed(tab, row, column, () => refusalOf(model.typeInto(tab, row, column, text, email))),
    paste: (tab, row, column, texts) =>
      typed(
        tab,
        row,
        column,
        () => refusalOf(model.paste(tab, row, column, texts, email)),
        texts.length,
        texts[0]?.length ?? 0,
      ),
    clear: (tab, row, column, rows, columns) =>
      typed(
        tab,
        row,
        column,
        () => refusalOf(model.clear(tab, { row, column, rows, columns }, email)),
        rows,
        columns,
      ),
    get triggerError() {
      return triggerError;
    },
    selection: context.selection,
    select,
    get calls() {
      return lastRun.calls;
    },
    get lastRun() {
      return lastRun;
    },
    killAt: (n, when = 'before', prefix = 'none') => {
      plan = { ...plan, kill: { n, when, prefix } };
    },
    failAt: (n, text, when = 'before') => {
      const timedOut = `Service Spreadsheets timed out while accessing document with id ${model.snapshot().id}.`;
      plan = { ...plan, fails: new Map(plan.fails).set(n, { text: text ?? timedOut, when }) };
    },
    editAt: (n, change) => {
      const edits = [
        ...(plan.edits.get(n) ?? []),
        () => {
          change(model);
        },
      ];
      plan = { ...plan, edits: new Map(plan.edits).set(n, edits) };
    },
    watch: (hear) => {
      plan = { ...plan, watch: hear };
    },
    as: ({ email: other, scopes }) =>
      createHost({ ...options, file, user: { email: other }, scopes: scopes ?? [...addon.declared] }),
    grant: (...scopes) => {
      for (const scope of scopes) granted.add(wholeScope(scope));
    },
    revoke: (...scopes) => {
      for (const scope of scopes) granted.delete(wholeScope(scope));
    },
    holdLock: (milliseconds) => {
      file.locks.set('document', { until: clock.now() + milliseconds });
    },
    advance: (days) => {
      passTime(file, days * 86_400_000);
    },
    get now() {
      return new Date(clock.now()).toISOString();
    },
    get sidebar() {
      return screen.sidebar;
    },
    dialogs: screen.dialogs,
    alerts: screen.alerts,
    toasts: screen.toasts,
    answerAlert: (button) => {
      screen.nextAnswers.push(button);
    },
    logs,
    save: () => saveFile(file),
    globals: () => startRun(context, 'FULL', NO_PLAN, false).services,
  };
}

function openFile(options: HostOptions): SharedFile {
  if (options.file !== undefined) return options.file;
  if (options.saved !== undefined) return restoreFile(options.saved);
  const { workbook, today, locale, timeZone } = options;
  if (workbook === undefined || today === undefined)
    throw new Error('createHost needs workbook and today, file, or saved');
  const file = newFile(
    { ...workbook, locale: locale ?? workbook.locale, timeZone: timeZone ?? workbook.timeZone },
    today,
  );
  for (const data of [options.mailbox ?? []].flat()) putMailbox(file, data);
  return file;
}

const refusalOf = (done: Done): string => (done.ok ? '' : done.message);

/** A cell as the edit event tells it: dates as serial numbers, checkboxes as "TRUE" and "FALSE". */
function editText(model: Model, tab: string, row: number, column: number): string {
  const value = model.tab(tab) === null ? null : model.value(tab, row, column);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? value.e : String(value);
}

function firstCell(file: SharedFile): Selection {
  const tab = file.model.snapshot().tabs.find(({ hidden }) => hidden === 'no')?.id ?? 0;
  return { tab, row: 1, column: 1, rows: 1, columns: 1 };
}
