// The page: strip, menus, sheet, tabs, mailbox, sidebar. The server holds everything; here is only what is in view.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shifted, type Done, type Frame, type Shift } from '../server/wire';
import { letters, readName } from './a1';
import { AddonFrame } from './addonFrame';
import { ask, listen, Lost, openFile, saveCopy } from './api';
import { makeCellStore } from './cellStore';
import { Confirm, Dialog, type Question } from './dialog';
import { FormulaBar } from './formulaBar';
import { Grid } from './grid/grid';
import { areaOf, pickedOf, single, type Picked, type Spot } from './grid/selection';
import { Icon } from './icon';
import { Mailbox } from './mailbox';
import { MenuList, type MenuItem } from './menu';
import { MenuBar } from './menuBar';
import { sheetMenu } from './sheetMenu';
import { Notices, type Notice } from './notices';
import { Strip } from './strip';
import { TabBar } from './tabBar';

const WAY_BACK = 'Press Esc to see the menus again.';

export function App() {
  const [frame, setFrame] = useState<Frame | null>(null);
  const [current, setCurrent] = useState(0);
  const [picks, setPicks] = useState<Readonly<Record<number, Picked>>>({});
  const [follow, setFollow] = useState(0);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const [mailOpen, setMailOpen] = useState(true);
  const [shift, setShift] = useState<Shift | null>(null);
  const [full, setFull] = useState(false);
  const [pointed, setPointed] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [, contentCame] = useState(0);
  const moved = useRef(-1);
  const told = useRef(0);
  const chooser = useRef<HTMLInputElement>(null);
  const store = useMemo(() => makeCellStore(failed), []);

  useEffect(
    () =>
      store.onChange(() => {
        contentCame((n) => n + 1);
      }),
    [store],
  );
  useEffect(
    () =>
      listen(
        (happening) => {
          if ('shift' in happening) goAlong(happening.shift);
          else if ('toast' in happening)
            notify({ title: happening.toast.title, text: happening.toast.text, alarm: false });
          else arrive(happening.frame);
        },
        (why) => {
          failed(new Lost(why));
        },
      ),
    [],
  );

  useEffect(() => {
    if (!full) return;
    const back = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setFull(false);
      setNotices((old) => old.filter(({ text }) => text !== WAY_BACK));
    };
    window.addEventListener('keydown', back);
    return () => {
      window.removeEventListener('keydown', back);
    };
  }, [full]);

  function arrive(next: Frame): void {
    setFrame(next);
    if (next.moved === moved.current) return;
    moved.current = next.moved;
    const { tab } = next.selection;
    setCurrent(tab);
    setPicks((old) => ({ ...old, [tab]: pickedOf(next.selection) }));
    setFollow((n) => n + 1);
  }

  /** A colleague put rows or columns in, or took them out: what is picked here stays with its cells. */
  function goAlong(by: Shift): void {
    setShift(by);
    setPicks((old) => {
      const picked = old[by.tab];
      if (picked === undefined) return old;
      const move = (spot: Spot): Spot => ({
        ...spot,
        [by.what]: shifted(spot[by.what], by) ?? spot[by.what],
      });
      return { ...old, [by.tab]: { at: move(picked.at), to: move(picked.to) } };
    });
  }

  function notify(notice: Omit<Notice, 'id'>): void {
    setNotices((old) => [
      ...old.filter(({ text }) => text !== notice.text).slice(-2),
      { ...notice, id: (told.current += 1) },
    ]);
  }

  function failed(error: unknown): void {
    notify({ title: '', text: error instanceof Lost ? error.message : String(error), alarm: true });
  }

  /** Runs an action; what it was refused with is shown. */
  function act(work: () => Promise<unknown>): void {
    work().then((done) => {
      const text = (done as Partial<Done> | null | undefined)?.told ?? '';
      if (text !== '') notify({ title: '', text, alarm: true });
    }, failed);
  }

  const visible = frame?.tabs.filter(({ hidden }) => !hidden) ?? [];
  const tab = visible.find(({ id }) => id === current) ?? visible[0];
  if (frame === null || tab === undefined)
    return (
      <Notices
        notices={notices}
        onClose={() => {
          setNotices([]);
        }}
      />
    );

  store.show(tab.id, frame.version);
  const picked = picks[tab.id] ?? single(1, 1);
  const area = areaOf(picked);

  function pick(next: Picked, on = tab?.id ?? 0): void {
    setPicks((old) => ({ ...old, [on]: next }));
    act(() => ask('select', { tab: on, ...areaOf(next) }));
  }

  function show(id: number): void {
    setCurrent(id);
    pick(picks[id] ?? single(1, 1), id);
  }

  function go(text: string): boolean {
    const name = readName(text);
    const target = name === null || name.tab === '' ? tab : visible.find((each) => each.name === name.tab);
    if (name === null || target === undefined) return false;
    if (name.row + name.rows - 1 > target.rows || name.column + name.columns - 1 > target.columns)
      return false;
    setCurrent(target.id);
    pick(pickedOf(name), target.id);
    setFollow((n) => n + 1);
    return true;
  }

  const focusSheet = (): void => {
    document.querySelector<HTMLElement>('.grid')?.focus();
  };
  const type = (row: number, column: number, text: string) => {
    act(() => ask('edit', { tab: tab.id, row, column, text }));
  };
  const { rows, columns } = area;
  const sheetItems = sheetMenu(tab, area, picked.at.column, frame.canUndo).map(
    (item): MenuItem =>
      item && {
        label: item.label,
        off: item.off === true,
        run: () => {
          act(item.work);
          focusSheet();
        },
      },
  );
  const save = (kind: 'xlsx' | 'csv') => {
    act(() => saveCopy(kind, tab.id));
  };
  const choose = () => chooser.current?.click();
  const startOver = () => {
    setQuestion({
      text: 'Start over with the sample? The workbook that is open now, its mailbox and its day are thrown away.',
      yes: 'Start over',
      run: () => {
        setNotices([]);
        act(() => ask('startOver', {}));
      },
    });
  };

  return (
    <div
      class={[
        'wb',
        mailOpen ? '' : 'mail-closed',
        frame.sidebar === null ? 'side-closed' : '',
        full ? 'full' : '',
      ].join(' ')}
    >
      <Strip
        frame={frame}
        onAdvance={(days) => {
          act(() => ask('advance', { days }));
        }}
        onPermission={(name, allowed) => {
          act(() => ask('permission', { name, allowed }));
        }}
        onOpen={choose}
        onSave={save}
      />
      <MenuBar
        frame={frame}
        edit={sheetItems}
        onFull={() => {
          setFull(true);
          notify({ title: '', text: WAY_BACK, alarm: false });
          focusSheet();
        }}
        onOpen={choose}
        onSave={save}
        onStartOver={startOver}
        onAddon={(functionName) => {
          act(() => ask('menu', { functionName }));
        }}
        onSignIn={(email) => {
          act(() => ask('signIn', { email }));
        }}
      />
      <FormulaBar
        name={
          rows === 1 && columns === 1
            ? cellName(area)
            : `${cellName(area)}:${cellName({ row: area.row + rows - 1, column: area.column + columns - 1 })}`
        }
        content={store.bar(picked.at.row, picked.at.column)}
        onGo={go}
        onType={(text) => {
          type(picked.at.row, picked.at.column, text);
        }}
        onLeave={focusSheet}
      />
      <main class="main">
        <Grid
          tab={tab}
          version={frame.version}
          store={store}
          picked={picked}
          follow={follow}
          shift={shift}
          onPick={pick}
          onType={({ row, column }, text) => {
            type(row, column, text);
          }}
          onPaste={({ row, column }, texts) => {
            const columns = Math.max(...texts.map((line) => line.length));
            setPicks((old) => ({
              ...old,
              [tab.id]: pickedOf({ row, column, rows: texts.length, columns }),
            }));
            act(() => ask('paste', { tab: tab.id, row, column, texts }));
          }}
          onClear={(cleared) => {
            act(() => ask('clear', { tab: tab.id, area: cleared }));
          }}
          onResize={(column, width) => {
            act(() => ask('resize', { tab: tab.id, column, width }));
          }}
          onUndo={() => {
            act(() => ask('undo', {}));
          }}
          onMenu={(x, y) => {
            setPointed({ x, y });
          }}
          onRemoveChart={(id) => {
            act(() => ask('removeChart', { tab: tab.id, id }));
          }}
          onLost={failed}
        />
      </main>
      <TabBar
        tabs={frame.tabs}
        current={tab.id}
        onShow={show}
        onAdd={() => {
          act(() => ask('addTab', {}));
        }}
        onRename={(id, name) => {
          act(() => ask('renameTab', { tab: id, name }));
        }}
        onDelete={({ id }) => {
          act(() => ask('deleteTab', { tab: id }));
        }}
        locked={frame.lockedTabs.includes(tab.id)}
        onProtect={(id, on) => {
          act(() => ask('protectTab', { tab: id, on }));
        }}
      />
      <Mailbox
        key={frame.signedIn}
        owner={frame.people.find(({ email }) => email === frame.signedIn)?.name ?? frame.signedIn}
        lines={frame.mail}
        open={mailOpen}
        onToggle={() => {
          setMailOpen(!mailOpen);
        }}
        act={act}
      />
      {frame.sidebar !== null && (
        <aside class="sidewrap" aria-label="Sidebar of the add-on">
          <div class="hostbar">
            <span>{frame.sidebar.title}</span>
            <button
              type="button"
              class="ib"
              aria-label="Close the sidebar"
              onClick={() => {
                act(() => ask('close', { what: 'sidebar' }));
              }}
            >
              <Icon name="x" />
            </button>
          </div>
          <AddonFrame
            title={frame.sidebar.title}
            path={frame.sidebar.path}
            onClose={() => {
              act(() => ask('close', { what: 'sidebar' }));
            }}
            onFocusSheet={focusSheet}
            onLost={failed}
          />
        </aside>
      )}
      {frame.dialog !== null && (
        <Dialog
          title={frame.dialog.title}
          onClose={() => {
            act(() => ask('close', { what: 'dialog' }));
          }}
        >
          <AddonFrame
            title={frame.dialog.title}
            path={frame.dialog.path}
            height={frame.dialog.height}
            onClose={() => {
              act(() => ask('close', { what: 'dialog' }));
            }}
            onFocusSheet={focusSheet}
            onLost={failed}
          />
        </Dialog>
      )}
      {pointed !== null && (
        <div class="menu">
          <MenuList
            label="This cell"
            class="pop at"
            style={{ left: `${pointed.x}px`, top: `${Math.min(pointed.y, window.innerHeight - 420)}px` }}
            items={sheetItems}
            close={() => {
              setPointed(null);
              focusSheet();
            }}
          />
        </div>
      )}
      {question !== null && (
        <Confirm
          question={question}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="A file to open"
        accept=".xlsx,.csv,.tsv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file === undefined) return;
          setQuestion({
            text: `Open ${file.name}? It takes the place of “${frame.title}”, which is not kept. Save a copy first if you need it.`,
            yes: `Open ${file.name}`,
            run: () => {
              setNotices([]);
              act(() => openFile(file));
            },
          });
        }}
      />
      <Notices
        notices={notices}
        onClose={(id) => {
          setNotices((old) => old.filter((notice) => notice.id !== id));
        }}
      />
    </div>
  );
}

const cellName = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${letters(column)}${row}`;
