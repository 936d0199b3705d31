// The tabs of the workbook. Hidden ones are not shown; the tabs of volunteers stand apart.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TabFrame } from '../server/wire';
import { Icon } from './icon';
import { Menu } from './menu';

export interface TabBarProps {
  readonly tabs: readonly TabFrame[];
  readonly current: number;
  readonly onShow: (tab: number) => void;
  readonly onAdd: () => void;
  readonly onRename: (tab: number, name: string) => void;
  readonly onDelete: (tab: TabFrame) => void;
  /** The tab in front is protected from the one who is signed in. */
  readonly locked: boolean;
  readonly onProtect: (tab: number, on: boolean) => void;
}

export function TabBar(props: TabBarProps) {
  const { tabs, current, onShow, onAdd, onRename, onDelete, locked, onProtect } = props;
  const [naming, setNaming] = useState<number | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const visible = tabs.filter(({ hidden }) => !hidden);
  const groups = [
    visible.filter(({ name }) => !name.startsWith('→ ')),
    visible.filter(({ name }) => name.startsWith('→ ')),
  ];
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);

  return (
    <nav class="tabs" aria-label="Tabs of the workbook">
      <button type="button" class="ic" aria-label="Add a tab" onClick={onAdd}>
        <Icon name="plus" />
      </button>
      <Menu
        label="All tabs"
        class="ic"
        up
        items={visible.map((tab) => ({
          label: tab.name,
          run: () => {
            onShow(tab.id);
          },
        }))}
      >
        <Icon name="lines" />
      </Menu>
      <div class="list" ref={bar}>
        {groups.map((group, index) =>
          group.length === 0 ? null : (
            <div key={index} class={index === 0 ? 'own' : 'ad'}>
              {group.map((tab) =>
                naming === tab.id ? (
                  <NameField
                    key={tab.id}
                    name={tab.name}
                    done={(name) => {
                      setNaming(null);
                      if (name !== tab.name && name !== '') onRename(tab.id, name);
                    }}
                  />
                ) : (
                  <button
                    key={tab.id}
                    type="button"
                    aria-current={tab.id === current ? 'page' : undefined}
                    onClick={() => {
                      onShow(tab.id);
                    }}
                    onDblClick={() => {
                      setNaming(tab.id);
                    }}
                  >
                    {tab.name}
                  </button>
                ),
              )}
            </div>
          ),
        )}
      </div>
      <Menu
        label="This tab"
        class="ic"
        up
        items={[
          {
            label: 'Rename this tab',
            run: () => {
              setNaming(current);
            },
          },
          {
            label: 'Delete this tab',
            run: () => {
              const tab = tabs.find(({ id }) => id === current);
              if (tab !== undefined) onDelete(tab);
            },
          },
          {
            label: locked ? 'Let me edit this tab' : 'Protect this tab from me',
            run: () => {
              onProtect(current, !locked);
            },
          },
        ]}
      >
        <Icon name="down" />
      </Menu>
    </nav>
  );
}

function NameField({ name, done }: { readonly name: string; readonly done: (name: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (kept: string) => {
    if (ended.current) return;
    ended.current = true;
    done(kept);
  };
  return (
    <input
      ref={field}
      class="rename"
      aria-label="Name of the tab"
      defaultValue={name}
      onBlur={(event) => {
        end(event.currentTarget.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(event.currentTarget.value.trim());
        if (event.key === 'Escape') end(name);
      }}
    />
  );
}
