// The title of the workbook and its menus: File, Edit, View, the add-on's own as onOpen made it; and who is signed in.
import type { Frame, MenuFrame } from '../server/wire';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';

export interface MenuBarProps {
  readonly frame: Frame;
  readonly edit: readonly MenuItem[];
  /** The sheet without anything around it, for a projector. */
  readonly onFull: () => void;
  readonly onOpen: () => void;
  readonly onSave: (kind: 'xlsx' | 'csv') => void;
  readonly onStartOver: () => void;
  readonly onAddon: (functionName: string) => void;
  readonly onSignIn: (email: string) => void;
}

export function MenuBar(props: MenuBarProps) {
  const { frame, edit, onFull, onOpen, onSave, onStartOver, onAddon, onSignIn } = props;
  /** Sub-menus stand in line with their name in front. */
  const flat = (items: readonly MenuFrame[], before = ''): MenuItem[] =>
    items.flatMap((item): MenuItem[] => {
      if ('separator' in item) return [null];
      if ('items' in item) return flat(item.items, `${before}${item.label}: `);
      return [
        {
          label: before + item.label,
          run: () => {
            onAddon(item.functionName);
          },
        },
      ];
    });
  return (
    <nav class="mbar" aria-label="Menus">
      <span class="logo">
        <Icon name="lines" />
      </span>
      <span class="fn">{frame.title}</span>
      <span class="saved">All kept on this computer</span>
      <Menu
        label="File"
        items={[
          { label: 'Open a file…', run: onOpen },
          {
            label: 'Save the workbook as .xlsx',
            run: () => {
              onSave('xlsx');
            },
          },
          {
            label: 'Save this tab as .csv',
            run: () => {
              onSave('csv');
            },
          },
          null,
          { label: 'Start over with the sample…', run: onStartOver },
        ]}
      />
      <Menu label="Edit" items={edit} />
      <Menu label="View" items={[{ label: 'Full screen', run: onFull }]} />
      {frame.menus.map(({ title, items }) => (
        <Menu key={title} label={title} items={flat(items)} />
      ))}
      <label class="who">
        Signed in as
        <select
          value={frame.signedIn}
          onChange={(event) => {
            onSignIn(event.currentTarget.value);
          }}
        >
          {frame.people.map(({ name, email }) => (
            <option key={email} value={email}>
              {name === email ? email : `${name}, ${email}`}
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}
