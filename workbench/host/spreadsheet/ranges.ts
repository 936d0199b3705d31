// Range and RangeList: coordinates on a tab, no handles on rows.
import type { MethodTable } from '../gate';
import { Refusal } from '../sheets/refusal';
import { changeLooks, writeCells } from '../sheets/edits';
import { without, type Look } from '../sheets/state';
import { hexColor } from './colors';
import type { ValidationService } from './dataValidation';
import { light, makeRegister, NONE, writing, type Kit, type RangeInside } from './kit';
import { placeOfRange, type MetadataService } from './metadata';
import { rangePlace, rangeReads } from './rangeReads';
import { inputOf, rangeWrites } from './rangeWrites';

export interface RangeService {
  range(inside: RangeInside): object;
  list(ranges: readonly RangeInside[]): object;
  inside(range: object): RangeInside;
}

/** The four figures of getRange, refused as the platform does. */
export function requireFigures(row: number, column: number, rows: number, columns: number): void {
  if (row < 1) throw new Refusal('The starting row of the range is too small.');
  if (column < 1) throw new Refusal('The starting column of the range is too small.');
  if (rows < 1) throw new Refusal('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new Refusal('The number of columns in the range must be at least 1.');
}

/** The methods of one range in groups. A range is asked for one or two of sixty: only their groups are made. */
type Parts = Readonly<Record<string, () => MethodTable>>;

const partsByName = (parts: Parts): ReadonlyMap<string, string> =>
  new Map(Object.entries(parts).flatMap(([part, make]) => Object.keys(make()).map((name) => [name, part])));

function madeWhenAsked(parts: Parts, partOf: ReadonlyMap<string, string>): MethodTable {
  const made = new Map<string, MethodTable>();
  const methodOf = (name: string | symbol) => {
    const part = typeof name === 'string' ? partOf.get(name) : undefined;
    if (part === undefined) return undefined;
    let table = made.get(part);
    if (table === undefined) made.set(part, (table = parts[part]?.() ?? {}));
    return table[name as string];
  };
  return new Proxy<MethodTable>(
    {},
    {
      get: (_, name) => methodOf(name),
      getOwnPropertyDescriptor: (_, name) => {
        const value = methodOf(name);
        return value && { value, enumerable: true, configurable: true };
      },
    },
  );
}

export function makeRanges(
  kit: Kit,
  validations: ValidationService,
  metadata: MetadataService,
): RangeService {
  const register = makeRegister<RangeInside>('range');
  let partOf: ReadonlyMap<string, string> | null = null;

  function range(inside: RangeInside): object {
    const { area } = inside;
    const at = (row: number, column: number, rows: number, columns: number) => {
      requireFigures(row, column, rows, columns);
      return range({ tab: inside.tab, area: { row, column, rows, columns }, shape: 'cells' });
    };
    const parts: Parts = {
      reads: () => rangeReads(kit, inside, validations),
      place: () => rangePlace(kit, inside),
      writes: () => rangeWrites(kit, inside, () => self, validations),
      metadata: () =>
        metadata.methods(
          () => placeOfRange(kit.tab(inside.tab), area),
          () => self,
        ),
      others: () => ({
        getCell: light([['Integer', 'Integer']], (row: number, column: number) => {
          if (row < 1 || column < 1 || row > area.rows || column > area.columns)
            throw new Refusal('Cell reference out of range');
          return at(area.row + row - 1, area.column + column - 1, 1, 1);
        }),
        offset: light(
          [
            ['Integer', 'Integer'],
            ['Integer', 'Integer', 'Integer'],
            ['Integer', 'Integer', 'Integer', 'Integer'],
          ],
          (rows: number, columns: number, height = area.rows, width = area.columns) =>
            at(area.row + rows, area.column + columns, height, width),
        ),
      }),
    };
    partOf ??= partsByName(parts);
    const methods = madeWhenAsked(parts, partOf);
    const self = register.add(kit.gate.wrap('Range', methods, {}, inside.tab), inside);
    return self;
  }

  function list(ranges: readonly RangeInside[]): object {
    const each = (change: (inside: RangeInside) => void) => {
      ranges.forEach(change);
      return self;
    };
    const looks = (change: (look: Look) => Look) =>
      each(({ tab, area }) => {
        kit.write((draft) => {
          changeLooks(draft, tab, area, kit.context.user, change);
        });
      });
    const self: object = kit.gate.wrap('RangeList', {
      getRanges: light(NONE, () => ranges.map(range)),
      setValue: writing([['Object']], (value: unknown) =>
        each(({ tab, area }) => {
          const line = Array.from({ length: area.columns }, () => inputOf(value));
          const inputs = Array.from({ length: area.rows }, () => line);
          kit.write((draft) => {
            writeCells(draft, tab, area, inputs, kit.writer());
          });
        }),
      ),
      setNumberFormat: writing([['String']], (format: string) => looks((look) => ({ ...look, format }))),
      setBackground: writing([['String'], ['null']], (color: string | null) =>
        looks((look) =>
          color === null ? without(look, 'background') : { ...look, background: hexColor(color) },
        ),
      ),
      activate: light(NONE, () => {
        const [first] = ranges;
        if (first) Object.assign(kit.context.selection, { tab: first.tab, ...first.area });
        return self;
      }),
    });
    return self;
  }

  return { range, list, inside: (object) => register.inside(object) };
}
