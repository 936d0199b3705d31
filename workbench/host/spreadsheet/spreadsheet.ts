// Spreadsheet: the file that the script is bound to.
import type { MethodTable } from '../gate';
import { tabByName } from '../sheets/state';
import { addTab, moveTab, removeTab } from '../sheets/tabs';
import { parseA1 } from './a1';
import { committing, light, NONE, looking, reading, writing, type Kit } from './kit';
import type { MetadataService } from './metadata';
import type { RangeService } from './ranges';

export function makeSpreadsheet(kit: Kit, ranges: RangeService, metadata: MetadataService): object {
  const { selection } = kit.context;
  const firstCell = { row: 1, column: 1, rows: 1, columns: 1 };
  const state = () => kit.model.state();
  const activeTab = (): number => {
    const known = state().tabs.some((tab) => tab.id === selection.tab);
    return known ? selection.tab : (state().tabs[0]?.id ?? 0);
  };
  const activeArea = () => {
    const { row, column, rows, columns } = selection;
    return activeTab() === selection.tab ? { row, column, rows, columns } : firstCell;
  };
  const select = (tab: number) => {
    Object.assign(selection, { tab, ...firstCell });
  };

  const insert = (name: string | null, index: number | null) => {
    let id = 0;
    const after = state().tabs.findIndex((tab) => tab.id === activeTab()) + 1;
    kit.write((draft) => {
      id = addTab(draft, name, index ?? after);
    });
    select(id);
    return kit.sheet(id);
  };

  const methods: MethodTable = {
    getId: light(NONE, () => state().id),
    getUrl: light(NONE, () => `https://docs.google.com/spreadsheets/d/${state().id}/edit`),
    getName: light(NONE, () => state().name),
    getSpreadsheetLocale: light(NONE, () => state().locale),
    getSpreadsheetTimeZone: light(NONE, () => state().timeZone),
    getSheets: looking(kit, NONE, () => state().tabs.map((tab) => kit.sheet(tab.id))),
    getSheetByName: looking(kit, [['String']], (name: string) => {
      const tab = tabByName(state(), name);
      return tab ? kit.sheet(tab.id) : null;
    }),
    getSheetById: looking(kit, [['Integer']], (id: number) =>
      state().tabs.some((tab) => tab.id === id) ? kit.sheet(id) : null,
    ),
    getRange: light([['String']], (text: string) => {
      const target = (name: string | null) =>
        name === null ? kit.tab(activeTab()) : tabByName(state(), name);
      const named = parseA1(text, (name) => target(name) ?? { maxRows: 1, maxColumns: 1 });
      const tab = target(named.tabName);
      return tab
        ? ranges.range({ tab: tab.id, area: named.area, shape: named.shape })
        : kit.gate.fail('Range not found');
    }),
    getRangeByName: reading(kit, [['String']], () => null),
    getActiveSheet: light(NONE, () => kit.sheet(activeTab())),
    setActiveSheet: light([['Sheet']], (sheet: object) => {
      select(kit.sheetInside(sheet));
      return sheet;
    }),
    getActiveCell: light(NONE, () => {
      const { row, column } = activeArea();
      return ranges.range({ tab: activeTab(), area: { row, column, rows: 1, columns: 1 }, shape: 'cells' });
    }),
    getCurrentCell: light(NONE, () => {
      const { row, column } = activeArea();
      return ranges.range({ tab: activeTab(), area: { row, column, rows: 1, columns: 1 }, shape: 'cells' });
    }),
    getActiveRange: light(NONE, () => ranges.range({ tab: activeTab(), area: activeArea(), shape: 'cells' })),
    insertSheet: committing(
      kit,
      [[], ['String'], ['Integer'], ['String', 'Integer']],
      (first?: string | number, index?: number) =>
        typeof first === 'number' ? insert(null, first) : insert(first ?? null, index ?? null),
    ),
    deleteSheet: committing(kit, [['Sheet']], (sheet: object) => {
      const id = kit.sheetInside(sheet);
      kit.write((draft) => {
        removeTab(draft, id);
      });
    }),
    moveActiveSheet: writing([['Integer']], (position: number) => {
      const id = activeTab();
      kit.write((draft) => {
        moveTab(draft, id, position - 1);
      });
    }),
    toast: light(
      [['String'], ['String', 'String'], ['String', 'String', 'Number']],
      (text: string, title = '', seconds = 5) => {
        kit.context.toast?.(text, title, seconds);
      },
    ),
    ...metadata.methods(
      () => ({ type: 'SPREADSHEET' }),
      () => self,
    ),
  };
  const self = kit.gate.wrap('Spreadsheet', methods);
  return self;
}
