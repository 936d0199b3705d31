// One person at one spreadsheet in the page: what they do goes to the host, what changed goes to the page. It may stand
// open in several windows, as people have it who work at one file together.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { createHost, type Host, type HostOptions } from '../host/createHost';
import { readAddon, type Manifest } from '../host/addon';
import type { SavedFile } from '../host/file';
import { StandInError } from '../host/makeGate';
import { readProgram } from '../host/program';
import { locksOut } from '../host/sheets/edits';
import { readFile, writeCsv, writeXlsx } from '../host/sheets/files';
import { REFUSALS } from '../host/sheets/refusal';
import { wholeTab } from '../host/sheets/sheetProtection';
import type { WorkbookState } from '../host/sheets/state';
import type { Done as Outcome } from '../host/sheets/workbook';
import { startOfClock } from '../host/zones';
import { makeSample } from '../sample/makeSample';
import { LEADS } from '../sample/people';
import { MENU } from '../../src/texts/menu';
import { cellReader } from './cells';
import { chartFrames } from './charts';
import { dialogPath, frameOf, isLocked } from './frame';
import { openMessage } from './mail';
import { GRANTED_AT_FIRST, SCOPES_OF, scopesOf, WHOLE_SCOPES } from './permissions';
import { openWindows, selectedByHand, type Windows } from './windows';
import type { ActionName, Actions, Done, Frame, Happening, PermissionName, Shift } from './wire';

/** What survives a restart. */
export interface SavedSession {
  readonly version: 1;
  readonly file: SavedFile;
  /** Who is signed in, and what they allow. */
  readonly user: string;
  readonly allowed: readonly PermissionName[];
  /** What others allow who were signed in before, by e-mail. */
  readonly others?: Readonly<Record<string, readonly PermissionName[]>>;
}

export interface SessionOptions {
  readonly saved?: SavedSession | null;
  /** Folder of the built add-on, or its parts for a test. */
  readonly addon?: Pick<HostOptions, 'dist' | 'code' | 'manifest' | 'pages'>;
  /** How long an answer to the sidebar takes, least and most, in milliseconds. */
  readonly pace?: readonly [number, number];
  /** The day on which a file of the person's own is opened: "YYYY-MM-DD". */
  readonly realDay?: () => string;
  readonly report?: (text: string) => void;
}

export interface Session {
  /** `window`: '' for whoever is not one of those that listen. */
  frame(window?: string): Frame;
  /** Names of what can be asked of `act`. */
  readonly actions: ReadonlySet<string>;
  act<K extends ActionName>(name: K, send: Actions[K]['send'], window?: string): Promise<Actions[K]['get']>;
  /** A file of the person's own takes the place of the workbook. */
  open(name: string, bytes: Uint8Array): Promise<Done>;
  saveCopy(kind: 'xlsx' | 'csv', tab: number): Promise<{ name: string; bytes: Uint8Array }>;
  /** The page of the sidebar or a dialog by its path in the frame, null where it is gone. */
  document(path: string): string | null;
  /** Names that google.script.run offers. */
  functions(): readonly string[];
  /** Opens a window of this name, which stands open until its last listener goes. */
  onHappening(listener: (happening: Happening) => void, window?: string): () => void;
  saved(): SavedSession;
  host(): Host;
}

const FINE: Done = { told: '' };
const PACE = [400, 1500] as const;
const MOST_UNDO = 50;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const asDone = (outcome: Outcome): Done => ({ told: outcome.ok ? '' : outcome.message });

export function openSession(options: SessionOptions = {}): Session {
  const [least, most] = options.pace ?? PACE;
  const report = options.report ?? (() => undefined);
  /** Each listener with its window. */
  const listeners = new Map<(happening: Happening) => void, string>();
  const addon = { ...options.addon, manifest: options.addon?.manifest ?? wholeManifest(options.addon?.dist) };
  let user = '';
  /** What each person allows who was signed in, by e-mail. */
  const permissions = new Map<string, Set<PermissionName>>();
  let allowed = new Set<PermissionName>();
  let undo: { readonly before: WorkbookState; after: WorkbookState }[] = [];
  let version = 0;
  let windows: Windows;
  const cells = cellReader();
  let host = start();

  function start(): Host {
    const { saved } = options;
    if (!saved) return useSample();
    for (const [email, names] of Object.entries({ ...saved.others, [saved.user]: saved.allowed }))
      // What a former version knew as a permission may be none any more.
      permissions.set(email, new Set(names.filter((name) => name in SCOPES_OF)));
    return use({ saved: saved.file }, saved.user);
  }

  function useSample(): Host {
    const { workbook, mailboxes, today, owner } = makeSample();
    permissions.clear();
    return use({ workbook, mailbox: mailboxes, today }, owner);
  }

  /** Opens a file as somebody, with what they allowed when they were last signed in. */
  function use(file: HostOptions, as: string): Host {
    user = as;
    allowed = permissions.get(as) ?? new Set(GRANTED_AT_FIRST);
    permissions.set(as, allowed);
    const made = createHost({
      ...file,
      ...addon,
      user: { email: as },
      scopes: scopesOf(allowed),
    });
    undo = [];
    version += 1;
    const another = () =>
      createHost({ ...addon, file: made.file, user: { email: as }, scopes: scopesOf(allowed) });
    windows = openWindows(made, another, showSidebar, version);
    for (const name of listeners.values()) windows.open(name);
    return made;
  }

  /** The sidebar stands open at first, as a person would have it who looks at the add-on. */
  function showSidebar(made: Host): void {
    made.open();
    const open = MENU[0]?.run ?? '';
    const offered = made
      .menu()
      .some(({ items }) => items.some((i) => 'functionName' in i && i.functionName === open));
    if (offered && allowed.has('sheet'))
      attempt(() => {
        made.runMenu(open);
      });
  }

  /** Runs the add-on; what it fails with is told, faults of the stand-in are reported too. */
  function attempt(run: () => void): Done {
    try {
      run();
      return FINE;
    } catch (error) {
      if (error instanceof StandInError) report(error.message);
      return { told: (error as Error).message };
    }
  }

  function changed(): void {
    version += 1;
    for (const { name, happenings } of windows.catchUp(version)) {
      for (const happening of happenings) say(happening, name);
      say({ frame: frame(name) }, name);
    }
  }

  const frame = (name = ''): Frame => {
    const { host: own, told } = windows.of(name);
    return frameOf(own, { email: user, allowed, people: people() }, canUndo(), told);
  };

  const people = () =>
    LEADS.some(({ email }) => email === user) ? LEADS : [{ name: user, email: user }, ...LEADS];

  /** To the listeners of this window; to all where none is named. */
  function say(happening: Happening, name?: string): void {
    for (const [listener, own] of listeners) if (name === undefined || own === name) listener(happening);
  }

  /** Nobody should wonder why a protected tab can be written. */
  function tellProtected({ tabs, owner }: WorkbookState): void {
    const names = tabs.filter((tab) => tab.hidden === 'no' && wholeTab(tab)).map(({ name }) => `“${name}”`);
    if (names.length === 0) return;
    const text =
      owner === user
        ? `Protected in this file: ${names.join(', ')}. As its owner you may write there. To see what others see, choose “Protect this tab from me” below the sheet.`
        : `Protected in this file: ${names.join(', ')}. You may not write there unless you choose “Let me edit this tab” below the sheet.`;
    say({ toast: { title: '', text } });
  }

  /** Timers run as whoever made them, with what they allow by now, whichever windows are open. */
  function hostsOfTimers(): void {
    for (const [email, names] of permissions) {
      const own = host.file.timers.some((timer) => timer.owner === email.toLowerCase());
      if (!own) continue;
      createHost({ ...addon, file: host.file, user: { email }, scopes: scopesOf(names) });
    }
  }

  const canUndo = () => undo.at(-1)?.after === host.model.snapshot();

  /** A change by the person, which Undo takes back as long as nothing else changed the file since. */
  function byPerson(change: () => Done): Done {
    const before = host.model.snapshot();
    const done = change();
    const after = host.model.snapshot();
    if (after !== before) undo = [...undo.slice(1 - MOST_UNDO), { before, after }];
    return done;
  }

  /** Typed into cells. What is selected by that is the person's own doing: other windows stay where they are. */
  function byHand(name: string, type: (host: Host) => string): Done {
    const window = windows.of(name);
    const done = byPerson(() => ({ told: type(window.host) }));
    selectedByHand(window);
    return done;
  }

  /** A change to the tab itself: its rows, columns, name. Refused where the tab is protected from the person. */
  function onTab(id: number, change: () => Done): Done {
    const tab = host.model.tab(id);
    const isShut = tab !== null && isLocked(tab, user, host.model.committed().owner);
    return isShut ? { told: REFUSALS.protected } : byPerson(change);
  }

  /** Lines come or go: what is selected in other windows goes along with its cells, and so does what is typed there. */
  function moving(name: string, shift: Shift, change: () => Outcome): Done {
    const done = onTab(shift.tab, () => asDone(change()));
    if (done.told === '') for (const other of windows.goAlong(name, shift)) say({ shift }, other);
    return done;
  }

  const nameOf = (tab: number): string => host.model.tab(tab)?.name ?? '';

  /** The owner of a file may always write, so somebody else owns it from then on. */
  function protect(id: number): void {
    host.model.edit((draft) => {
      const { state } = draft;
      if (state.owner === user) {
        for (const tab of state.tabs)
          draft.tab(tab.id).protections = tab.protections.map((one) => ({
            ...one,
            editors: [...one.editors, user],
          }));
        state.owner = people().find(({ email }) => email !== user)?.email ?? '';
      }
      const own = draft.tab(id);
      own.protections = [
        ...own.protections.filter(({ area }) => area !== null),
        {
          id: state.nextId++,
          tab: id,
          area: null,
          open: [],
          editors: [],
          warningOnly: false,
          description: '',
        },
      ];
    });
  }

  const actions: {
    [K in ActionName]: (
      send: Actions[K]['send'],
      window: string,
    ) => Actions[K]['get'] | Promise<Actions[K]['get']>;
  } = {
    run: async ({ name, args }, window) => {
      const pause = least + Math.random() * (most - least);
      await wait(pause / 2);
      let answer: Actions['run']['get'];
      try {
        answer = { ok: true, value: windows.of(window).host.call(name, ...args) };
      } catch (error) {
        if (error instanceof StandInError) report(error.message);
        answer = { ok: false, message: (error as Error).message };
      }
      changed();
      await wait(pause / 2);
      return answer;
    },
    cells: ({ tab, from, count }) => cells(host.model, tab, from, count, version),
    charts: ({ tab }) => chartFrames(host.model, tab),
    removeChart: ({ tab, id }) => onTab(tab, () => asDone(host.model.removeChart(tab, id))),
    menu: ({ functionName }, window) =>
      attempt(() => {
        windows.of(window).host.runMenu(functionName);
      }),
    edit: ({ tab, row, column, text }, window) =>
      byHand(window, (own) => own.edit(nameOf(tab), row, column, text)),
    paste: ({ tab, row, column, texts }, window) =>
      byHand(window, (own) => own.paste(nameOf(tab), row, column, texts)),
    clear: ({ tab, area }, window) =>
      byHand(window, (own) => own.clear(nameOf(tab), area.row, area.column, area.rows, area.columns)),
    select: ({ tab, row, column, rows, columns }, name) => {
      const window = windows.of(name);
      window.host.select(nameOf(tab), row, column, rows, columns);
      selectedByHand(window);
      return FINE;
    },
    insert: ({ tab, what, before, count }, window) =>
      moving(window, { tab, what, at: before, by: count }, () =>
        what === 'row'
          ? host.model.insertRows(tab, before, count)
          : host.model.insertColumns(tab, before, count),
      ),
    remove: ({ tab, what, at, count }, window) =>
      moving(window, { tab, what, at, by: -count }, () =>
        what === 'row' ? host.model.deleteRows(tab, at, count) : host.model.deleteColumns(tab, at, count),
      ),
    sort: ({ tab, column, descending }) =>
      onTab(tab, () => asDone(host.model.sortTab(tab, [{ column, ascending: !descending }]))),
    unfilter: ({ tab }) => onTab(tab, () => asDone(host.model.setFilter(tab, null))),
    resize: ({ tab, column, width }) =>
      onTab(tab, () => {
        host.model.edit((draft) => {
          draft.tab(tab).widths[column] = Math.max(30, Math.min(800, Math.round(width)));
        });
        return FINE;
      }),
    addTab: (_, window) => {
      const taken = new Set(host.model.committed().tabs.map(({ name }) => name.toLowerCase()));
      let n = taken.size + 1;
      while (taken.has(`sheet${n}`)) n++;
      const done = byPerson(() => asDone(host.model.addTab(`Sheet${n}`)));
      if (done.told === '') windows.of(window).host.select(`Sheet${n}`, 1, 1);
      return done;
    },
    renameTab: ({ tab, name }) => onTab(tab, () => asDone(host.model.renameTab(tab, name))),
    deleteTab: ({ tab }) => {
      const done = onTab(tab, () => asDone(host.model.deleteTab(tab)));
      const next = host.model.committed().tabs.find(({ hidden }) => hidden === 'no');
      for (const { host: own } of windows.all())
        if (done.told === '' && next && own.selection.tab === tab) own.select(next.name, 1, 1);
      return done;
    },
    protectTab: ({ tab, on }) =>
      byPerson(() => {
        if (on) protect(tab);
        else
          host.model.edit((draft) => {
            const own = draft.tab(tab);
            own.protections = own.protections.filter((one) => !locksOut(one, user, draft.state.owner));
          });
        return FINE;
      }),
    undo: () => {
      const last = undo.at(-1);
      if (last === undefined) return { told: 'There is nothing to undo.' };
      if (!canUndo()) return { told: 'Something else changed the sheet since. Nothing was undone.' };
      undo = undo.slice(0, -1);
      host.model.restore(last.before);
      return FINE;
    },
    advance: ({ days }) => {
      hostsOfTimers();
      host.advance(days);
      return FINE;
    },
    permission: ({ name, allowed: on }) => {
      if (on) allowed.add(name);
      else allowed.delete(name);
      for (const { host: own } of windows.all())
        if (on) own.grant(...SCOPES_OF[name]);
        else own.revoke(...SCOPES_OF[name]);
      return FINE;
    },
    close: ({ what }, name) => {
      const window = windows.of(name);
      window.told = { ...window.told, ...(what === 'sidebar' ? { sidebar: null } : { dialogOpen: false }) };
      return FINE;
    },
    message: ({ id }) => openMessage(host, id),
    answer: ({ id, text, from, newMail }) => {
      const arrived = host.mailbox.answer(id, { text, from, newMail });
      return arrived === ''
        ? { told: 'The answer went to the Reply-to address of the message, which is not this mailbox.' }
        : FINE;
    },
    comeBack: ({ id, kind }) => {
      if (kind === 'away') host.mailbox.outOfOffice(id);
      else if (kind === 'late') host.mailbox.delay(id);
      else host.mailbox.bounce(id);
      return FINE;
    },
    signIn: ({ email }) => {
      if (!people().some((person) => person.email === email))
        return { told: 'Nobody here has this address.' };
      if (email !== user) host = use({ file: host.file }, email);
      return FINE;
    },
    startOver: () => {
      host = useSample();
      return FINE;
    },
  };

  const QUIET: readonly ActionName[] = ['run', 'cells', 'charts', 'message', 'select'];

  return {
    frame,
    actions: new Set(Object.keys(actions)),
    async act(name, send, window = '') {
      const done = await actions[name](send, window);
      if (!QUIET.includes(name)) changed();
      return done;
    },
    async open(name, bytes) {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const today = options.realDay?.() ?? new Date().toLocaleDateString('sv-SE');
      const now = startOfClock(today, timeZone);
      const read = await readFile(name, bytes, { timeZone, owner: user, now });
      if (!read.ok) return { told: read.message };
      host = use({ workbook: read.state, today }, user);
      tellProtected(read.state);
      changed();
      return FINE;
    },
    async saveCopy(kind, tab) {
      const state = host.model.committed();
      const now = Date.parse(host.now);
      const bare = basename(state.name, extname(state.name)) || 'workbook';
      return kind === 'xlsx'
        ? { name: `${bare}.xlsx`, bytes: await writeXlsx(state, now) }
        : { name: `${bare}, ${nameOf(tab)}.csv`, bytes: Buffer.from(writeCsv(state, nameOf(tab), now)) };
    },
    document(path) {
      for (const { host: own, told } of windows.all()) {
        if (path === told.sidebar?.path) return own.sidebar?.html ?? null;
        if (told.dialogOpen && path === dialogPath(told)) return own.dialogs.at(-1)?.html ?? null;
      }
      return null;
    },
    functions: () => [...readProgram(readAddon(addon).code).entries],
    onHappening(listener, name = '') {
      listeners.set(listener, name);
      windows.open(name);
      return () => {
        listeners.delete(listener);
        if (![...listeners.values()].includes(name)) windows.close(name);
      };
    },
    saved: () => ({
      version: 1,
      file: host.save(),
      user,
      allowed: [...allowed],
      others: Object.fromEntries(
        [...permissions].filter(([email]) => email !== user).map(([email, names]) => [email, [...names]]),
      ),
    }),
    host: () => host,
  };
}

/** The manifest with every permission that the add-on can be built with, so that each switch of the page does something. */
function wholeManifest(dist = 'dist'): Manifest {
  const manifest = JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')) as Manifest;
  return { ...manifest, oauthScopes: [...new Set([...(manifest.oauthScopes ?? []), ...WHOLE_SCOPES])] };
}
