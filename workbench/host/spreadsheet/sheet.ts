// Sheet: one tab. Identity is the tab's id, which survives renaming.
import type { EnumMember } from '../enums';
import type { MethodTable } from '../gate';
import { clearContent, requireWritable, writeCells } from '../sheets/edits';
import { Refusal, REFUSALS } from '../sheets/refusal';
import type { Area } from '../sheets/state';
import { copyTab, renameTab, setTabHidden } from '../sheets/tabs';
import { lastColumn, lastRow } from '../sheets/workbook';
import { parseA1 } from './a1';
import type { ChartService } from './charts';
import { hexColor } from './colors';
import type { ConditionalFormatService } from './conditionalFormats';
import {
  committing,
  enumName,
  light,
  makeRegister,
  NONE,
  looking,
  reading,
  writing,
  type Kit,
  type RangeInside,
} from './kit';
import type { MetadataService } from './metadata';
import { protection } from './protections';
import { requireFigures, type RangeService } from './ranges';
import { inputOf } from './rangeWrites';
import { sheetLines } from './sheetLines';

export interface SheetParts {
  readonly ranges: RangeService;
  readonly formats: ConditionalFormatService;
  readonly metadata: MetadataService;
  readonly charts: ChartService;
}

export interface SheetService {
  sheet(tab: number): object;
  inside(sheet: object): number;
}

export function makeSheets(kit: Kit, { ranges, formats, metadata, charts }: SheetParts): SheetService {
  const register = makeRegister<number>('sheet');

  function sheet(id: number): object {
    const tab = () => kit.tab(id);
    const named = (text: string): RangeInside => {
      const { tabName, area, shape } = parseA1(text, () => tab());
      if (tabName !== null && tabName.toLowerCase() !== tab().name.toLowerCase())
        throw new Refusal('Range not found');
      return { tab: id, area, shape };
    };
    const put = (args: readonly (readonly string[])[], run: (...given: never[]) => void) =>
      writing(args, (...given: never[]) => {
        run(...given);
        return self;
      });

    const methods: MethodTable = {
      getSheetId: light(NONE, () => id),
      getName: light(NONE, () => tab().name),
      getSheetName: light(NONE, () => tab().name),
      getIndex: light(NONE, () => kit.model.state().tabs.findIndex((other) => other.id === id) + 1),
      getParent: light(NONE, () => kit.spreadsheet()),
      getRange: light(
        [
          ['String'],
          ['Integer', 'Integer'],
          ['Integer', 'Integer', 'Integer'],
          ['Integer', 'Integer', 'Integer', 'Integer'],
        ],
        (first: string | number, column = 1, rows = 1, columns = 1) => {
          if (typeof first === 'string') return ranges.range(named(first));
          requireFigures(first, column, rows, columns);
          const area = {
            row: Math.floor(first),
            column: Math.floor(column),
            rows: Math.floor(rows),
            columns: Math.floor(columns),
          };
          return ranges.range({ tab: id, area, shape: 'cells' });
        },
      ),
      getRangeList: light([['String[]']], (texts: readonly string[]) => ranges.list(texts.map(named))),
      getDataRange: looking(kit, NONE, () => {
        const rows = Math.max(1, lastRow(tab()));
        const columns = Math.max(1, lastColumn(tab()));
        return ranges.range({ tab: id, area: { row: 1, column: 1, rows, columns }, shape: 'cells' });
      }),
      getLastRow: looking(kit, NONE, () => lastRow(tab())),
      getLastColumn: looking(kit, NONE, () => lastColumn(tab())),
      setName: put([['String']], (name: string) => {
        kit.write((draft) => {
          renameTab(draft, id, name);
        });
      }),
      hideSheet: put(NONE, () => {
        kit.write((draft) => {
          setTabHidden(draft, id, true);
        });
      }),
      showSheet: put(NONE, () => {
        kit.write((draft) => {
          setTabHidden(draft, id, false);
        });
      }),
      isSheetHidden: light(NONE, () => tab().hidden !== 'no'),
      getConditionalFormatRules: reading(kit, NONE, () =>
        tab().formats.map((format) => formats.rule(id, format)),
      ),
      setConditionalFormatRules: writing([['ConditionalFormatRule[]']], (rules: readonly object[]) => {
        const list = rules.map((rule) => formats.formatFor(id, rule));
        kit.write((draft) => {
          const own = draft.tab(id);
          for (const format of list)
            for (const range of format.ranges) requireWritable(draft, own, range, kit.context.user);
          own.formats = list;
        });
      }),
      copyTo: committing(kit, [['Spreadsheet']], () => {
        let copy = 0;
        kit.write((draft) => {
          copy = copyTab(draft, id);
        });
        return sheet(copy);
      }),
      getProtections: reading(kit, [['ProtectionType']], (type: EnumMember) =>
        tab()
          .protections.filter((entry) => (entry.area ? 'RANGE' : 'SHEET') === enumName(type))
          .map((entry) => protection(kit, id, entry)),
      ),
      setTabColor: put([['String'], ['null']], (color: string | null) => {
        kit.write((draft) => {
          draft.tab(id).color = color === null ? null : hexColor(color);
        });
      }),
      appendRow: committing(kit, [['Object[]']], (values: readonly unknown[]) => {
        if (values.length === 0) throw new Refusal('The row contents must have at least one column.');
        const inputs = [values.map(inputOf)];
        kit.write((draft) => {
          const own = draft.tab(id);
          const row = lastRow(own) + 1;
          // Whether the platform grows a full grid is disputed; the stand-in takes the stricter report.
          if (row > own.maxRows) throw new Refusal(REFUSALS.rowsOutside);
          writeCells(draft, id, { row, column: 1, rows: 1, columns: values.length }, inputs, kit.writer());
        });
        return self;
      }),
      clearContents: put(NONE, () => {
        kit.write((draft) => {
          const { maxRows, maxColumns } = draft.tab(id);
          clearContent(
            draft,
            id,
            { row: 1, column: 1, rows: maxRows, columns: maxColumns },
            kit.context.user,
          );
        });
      }),
      activate: light(NONE, () => {
        select({ row: 1, column: 1, rows: 1, columns: 1 });
        return self;
      }),
      setActiveRange: light([['Range']], (range: object) => {
        select(kit.rangeInside(range).area);
        return range;
      }),
      ...sheetLines(kit, id, () => self),
      ...charts.methods(id),
      ...metadata.methods(
        () => ({ type: 'SHEET', tab: id }),
        () => self,
      ),
    };
    const select = (area: Area) => {
      Object.assign(kit.context.selection, { tab: id, ...area });
    };
    const self = register.add(kit.gate.wrap('Sheet', methods, {}, id), id);
    return self;
  }

  return { sheet, inside: (object) => register.inside(object) };
}
