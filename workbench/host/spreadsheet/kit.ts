// What the spreadsheet services share: the model, the gate, the inner side of each object handed out, and short ways
// to declare a method.
import type { EnumMember } from '../enums';
import type { CallKind, Effect, Gate, Method } from '../gate';
import { SHEET_SCOPES } from '../scopes';
import { Refusal } from '../sheets/refusal';
import type { Area, TabState } from '../sheets/state';
import type { Model, Operation } from '../sheets/workbook';
import type { Writer } from '../sheets/edits';

/** What is selected on the page; services may change it. */
export interface Selection {
  /** The tab's id. */
  tab: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface SpreadsheetContext {
  /** The e-mail address that the script runs as. */
  readonly user: string;
  /** What SpreadsheetApp.getUi() gives; without it the call fails as from a context without an editor. */
  readonly ui?: object;
  readonly selection: Selection;
  readonly toast?: (message: string, title: string, seconds: number) => void;
  /** Makes the dates that getValues gives. Default: this realm's. */
  readonly makeDate?: (epochMs: number) => Date;
}

/** "5:7" and "D:F" keep their form in getA1Notation. */
export type Shape = 'cells' | 'rows' | 'columns';

export interface RangeInside {
  readonly tab: number;
  readonly area: Area;
  readonly shape: Shape;
}

export interface Kit {
  readonly model: Model;
  readonly gate: Gate;
  readonly context: SpreadsheetContext;
  range(inside: RangeInside): object;
  sheet(tab: number): object;
  spreadsheet(): object;
  rangeInside(range: object): RangeInside;
  sheetInside(sheet: object): number;
  /** The tab with pending writes applied. Fails where a script holds on to a deleted tab. */
  tab(id: number): TabState;
  write(operation: Operation): void;
  writer(): Writer;
  makeDate(epochMs: number): Date;
}

type Args = readonly (readonly string[])[];
// Method.run is declared with never[] so that each method may name its own arguments.
type Run = (...args: never[]) => unknown;

function method(kind: CallKind, effect: Effect, args: Args, run: Run): Method {
  return { kind, effect, args, run, scopes: SHEET_SCOPES };
}

/** A builder, getRange or a getter of an object already fetched. */
export const light = (args: Args, run: Run): Method => method('light', 'none', args, run);

export const writing = (args: Args, run: Run): Method => method('call', 'writes', args, run);

/** Reads the document: what is pending is committed first. */
export function reading(kit: { readonly model: Model }, args: Args, run: Run): Method {
  return method('call', 'reads', args, (...given: never[]) => {
    kit.model.flush();
    return run(...given);
  });
}

/**
 * A getter of an object already fetched (its tabs, its extent): counted apart like getRange (docs/budgets.md), and
 * still true only after what is pending has been committed.
 */
export function looking(kit: { readonly model: Model }, args: Args, run: Run): Method {
  return method('light', 'reads', args, (...given: never[]) => {
    kit.model.flush();
    return run(...given);
  });
}

/** Changes the document and commits at once, since the answer depends on it. */
export function committing(kit: { readonly model: Model }, args: Args, run: Run): Method {
  return method('call', 'flushes', args, (...given: never[]) => {
    kit.model.flush();
    const result = run(...given);
    kit.model.flush();
    return result;
  });
}

export const NONE: Args = [[]];

/** The inner side of objects that the services hand out. */
export function makeRegister<T>(what: string): {
  add(object: object, inside: T): object;
  inside(object: object): T;
} {
  const known = new WeakMap<object, T>();
  return {
    add(object, inside) {
      known.set(object, inside);
      return object;
    },
    inside(object) {
      const inside = known.get(object);
      if (inside === undefined) throw new Refusal(`This is no ${what} of this spreadsheet.`);
      return inside;
    },
  };
}

export function enumName(member: EnumMember): string {
  return member.name();
}
