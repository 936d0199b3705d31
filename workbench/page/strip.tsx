// The dark strip: what day it is, what the person allows, files in and out.
import { PERMISSION_NAMES, type Frame, type PermissionName } from '../server/wire';
import { Icon } from './icon';
import { Menu } from './menu';

const LABELS: Readonly<Record<PermissionName, string>> = {
  sheet: 'Spreadsheet',
  send: 'Send mail',
  replies: 'See who answered',
  address: 'Your address',
  reminder: 'Weekly reminder',
};

export interface StripProps {
  readonly frame: Frame;
  readonly onAdvance: (days: number) => void;
  readonly onPermission: (name: PermissionName, allowed: boolean) => void;
  readonly onOpen: () => void;
  readonly onSave: (kind: 'xlsx' | 'csv') => void;
}

export function Strip({ frame, onAdvance, onPermission, onOpen, onSave }: StripProps) {
  return (
    <header class="strip">
      <h1>Workbench</h1>
      <span class="sep" />
      <div class="day">
        <span class="lbl">Today is</span>
        <output>{frame.today}</output>
        {[1, 7].map((days) => (
          <button
            key={days}
            type="button"
            class="sb"
            onClick={() => {
              onAdvance(days);
            }}
          >
            + {days} {days === 1 ? 'day' : 'days'}
          </button>
        ))}
      </div>
      <span class="sep" />
      <div class="perm2">
        <span class="lbl" id="permissions">
          Permissions
        </span>
        <ul aria-labelledby="permissions">
          {PERMISSION_NAMES.map((name) => (
            <li key={name}>
              <label>
                <input
                  type="checkbox"
                  role="switch"
                  checked={frame.permissions[name]}
                  onChange={(event) => {
                    onPermission(name, event.currentTarget.checked);
                  }}
                />
                <span>{LABELS[name]}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      <div class="end">
        <button type="button" class="sb" onClick={onOpen}>
          <Icon name="open" />
          Open a file
        </button>
        <Menu
          label="Save a copy"
          class="sb"
          items={[
            {
              label: 'The workbook as .xlsx',
              run: () => {
                onSave('xlsx');
              },
            },
            {
              label: 'This tab as .csv',
              run: () => {
                onSave('csv');
              },
            },
          ]}
        >
          <Icon name="save" />
          Save a copy
        </Menu>
      </div>
    </header>
  );
}
