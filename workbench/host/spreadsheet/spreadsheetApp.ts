// SpreadsheetApp over an open model: the strict stand-in that the add-on's code sees.
import type { Gate } from '../gate';
import { Refusal } from '../sheets/refusal';
import { tabById } from '../sheets/state';
import type { Model } from '../sheets/workbook';
import { makeCharts, makeChartsService } from './charts';
import { makeConditionalFormats } from './conditionalFormats';
import { makeValidations } from './dataValidation';
import { ENUMS } from './enums';
import { light, NONE, type Kit, type RangeInside, type SpreadsheetContext } from './kit';
import { makeMetadata } from './metadata';
import { makeRanges } from './ranges';
import { makeSheets } from './sheet';
import { makeSpreadsheet } from './spreadsheet';

export type { Selection, SpreadsheetContext } from './kit';

export function makeSpreadsheetServices(
  model: Model,
  gate: Gate,
  context: SpreadsheetContext,
): { SpreadsheetApp: object; Charts: object } {
  const sheets = new Map<number, object>();
  const kit: Kit = {
    model,
    gate,
    context,
    range: (inside: RangeInside) => ranges.range(inside),
    sheet(tab) {
      let known = sheets.get(tab);
      if (!known) sheets.set(tab, (known = sheetService.sheet(tab)));
      return known;
    },
    spreadsheet: () => spreadsheet,
    rangeInside: (range) => ranges.inside(range),
    sheetInside: (sheet) => sheetService.inside(sheet),
    tab(id) {
      const tab = tabById(model.state(), id);
      if (!tab) throw new Refusal(`Sheet ${id} not found`);
      return tab;
    },
    write: (operation) => {
      model.write(operation);
    },
    writer: () => ({ user: context.user, view: model.view() }),
    makeDate: context.makeDate ?? ((epochMs) => new Date(epochMs)),
  };
  const validations = makeValidations(kit);
  const formats = makeConditionalFormats(kit);
  const metadata = makeMetadata(kit);
  const ranges = makeRanges(kit, validations, metadata);
  const charts = makeCharts(kit);
  const sheetService = makeSheets(kit, { ranges, formats, metadata, charts });
  const spreadsheet = makeSpreadsheet(kit, ranges, metadata);

  const SpreadsheetApp = gate.wrap(
    'SpreadsheetApp',
    {
      getActiveSpreadsheet: light(NONE, () => spreadsheet),
      getActive: light(NONE, () => spreadsheet),
      getUi: {
        kind: 'light',
        args: NONE,
        run: () => context.ui ?? gate.fail('Cannot call SpreadsheetApp.getUi() from this context.'),
      },
      flush: {
        ...light(NONE, () => {
          model.flush();
        }),
        kind: 'call',
        effect: 'flushes',
      },
      newConditionalFormatRule: light(NONE, () => formats.builder()),
      newDataValidation: light(NONE, () => validations.builder()),
    },
    ENUMS,
  );
  return { SpreadsheetApp, Charts: makeChartsService(gate) };
}
