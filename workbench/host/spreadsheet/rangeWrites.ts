// The methods of Range that write. Wrong sizes are refused at the call; the write itself waits for the next flush or read.
import type { EnumMember } from '../enums';
import type { Method, MethodTable } from '../gate';
import {
  changeLooks,
  clearContent,
  copyCells,
  setNotes,
  setRules,
  writeCells,
  writeFormulas,
  type Input,
  type PasteKind,
} from '../sheets/edits';
import { makeRowShifter } from '../sheets/fill';
import { shiftFormula } from '../sheets/formula';
import { toCanonical } from '../sheets/formulaLocale';
import { localeOf } from '../sheets/locale';
import { Refusal, REFUSALS } from '../sheets/refusal';
import {
  overlaps,
  without,
  type Area,
  type ConditionalFormat,
  type Look,
  type Validation,
} from '../sheets/state';
import { valueAt } from '../sheets/values';
import { hexColor } from './colors';
import type { ValidationService } from './dataValidation';
import { enumName, light, NONE, writing, type Kit, type RangeInside } from './kit';

/** What a script hands over for one cell, as Sheets takes it. */
export function inputOf(value: unknown): Input {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : { date: value.getTime() };
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- an object goes into the cell in its string form
  return String(value);
}

/** Throws the platform's text where the data has another size than the range. */
export function requireSize(data: readonly (readonly unknown[])[], area: Area): void {
  if (data.length !== area.rows) throw new Refusal(REFUSALS.rowCount(data.length, area.rows));
  for (const line of data)
    if (line.length !== area.columns) throw new Refusal(REFUSALS.columnCount(line.length, area.columns));
}

const PASTE: Readonly<Record<string, PasteKind>> = {
  PASTE_NORMAL: 'all',
  PASTE_NO_BORDERS: 'all',
  PASTE_FORMULA: 'all',
  PASTE_FORMAT: 'format',
  PASTE_VALUES: 'values',
  PASTE_DATA_VALIDATION: 'validation',
  PASTE_CONDITIONAL_FORMATTING: 'conditional',
};

export function rangeWrites(
  kit: Kit,
  inside: RangeInside,
  self: () => object,
  validations: ValidationService,
): MethodTable {
  const { tab, area } = inside;
  const user = kit.context.user;
  const locale = () => localeOf(kit.model.state().locale);
  const grid = <T>(value: (r: number, c: number) => T): T[][] =>
    Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (_, c) => value(r, c)));

  const put = (args: readonly (readonly string[])[], run: (given: never, more: never) => void): Method =>
    writing(args, (given: never, more: never) => {
      run(given, more);
      return self();
    });

  function write(inputs: Input[][]): void {
    kit.write((draft) => {
      writeCells(draft, tab, area, inputs, kit.writer());
    });
  }

  function looks(change: (look: Look, r: number, c: number) => Look): void {
    kit.write((draft) => {
      changeLooks(draft, tab, area, user, change);
    });
  }

  /** Sets one facet of every look; null takes it off. */
  const facet = <K extends keyof Look>(key: K, value: Look[K] | null) => {
    const made = new Map<Look, Look>();
    looks((look) => {
      const known = made.get(look) ?? withFacet(look, key, value);
      made.set(look, known);
      return known;
    });
  };

  function formulas(texts: readonly (readonly (string | null)[])[]): void {
    const stored = texts.map((line) =>
      line.map((text) =>
        text === null || text === '' ? null : toCanonical(text.startsWith('=') ? text : `=${text}`, locale()),
      ),
    );
    kit.write((draft) => {
      writeFormulas(draft, tab, area, stored, kit.writer());
    });
  }

  function rules(rule: (r: number, c: number) => Validation | null): void {
    kit.write((draft) => {
      setRules(draft, tab, area, user, rule);
    });
  }

  function copyTo(target: object, kind: PasteKind): void {
    const to = kit.rangeInside(target);
    const results = (row: number, column: number) => {
      const value = valueAt(kit.model.view(), kit.tab(tab), row, column);
      return typeof value === 'object' && value !== null ? { e: value.e } : value;
    };
    kit.write((draft) => {
      if (kind !== 'conditional') copyCells(draft, { tab, area }, to, kit.writer(), kind, results);
      if (kind !== 'all' && kind !== 'format' && kind !== 'conditional') return;
      const touching = draft
        .tab(tab)
        .formats.filter((format) => format.ranges.some((range) => overlaps(range, area)));
      const target = draft.tab(to.tab);
      if (to.tab === tab)
        target.formats = target.formats.map((format) =>
          touching.includes(format) ? spread(format, to.area) : format,
        );
      else
        target.formats = [...target.formats, ...touching.map((format) => ({ ...format, ranges: [to.area] }))];
    });
  }

  return {
    setValues: put([['Object[][]']], (data: readonly (readonly unknown[])[]) => {
      requireSize(data, area);
      write(data.map((line) => line.map(inputOf)));
    }),
    setValue: put([['Object']], (value: unknown) => {
      const input = inputOf(value);
      write(grid(() => input));
    }),
    setFormula: put([['String'], ['null']], (text: string | null) => {
      const columns = Array.from({ length: area.columns }, (_, c) => {
        const shift = makeRowShifter();
        const first = text === null || text === '' ? null : shiftFormula(text, 0, c);
        return (r: number) => (first === null ? null : shift(first, area.row, area.row + r));
      });
      formulas(grid((r, c) => columns[c]?.(r) ?? null));
    }),
    setFormulas: put([['Object[][]']], (data: readonly (readonly string[])[]) => {
      requireSize(data, area);
      formulas(data);
    }),
    setNumberFormat: put([['String']], (format: string) => {
      facet('format', plainFormat(format));
    }),
    setNumberFormats: put([['String[][]']], (data: readonly (readonly string[])[]) => {
      requireSize(data, area);
      looks((look, r, c) => withFacet(look, 'format', plainFormat(data[r]?.[c] ?? '')));
    }),
    setDataValidation: put([['DataValidation'], ['null']], (rule: object | null) => {
      const made = rule === null ? null : validations.inside(rule);
      rules(() => made);
    }),
    setDataValidations: put([['Object[][]']], (data: readonly (readonly (object | null)[])[]) => {
      requireSize(data, area);
      const made = data.map((line) => line.map((rule) => (rule === null ? null : validations.inside(rule))));
      rules((r, c) => made[r]?.[c] ?? null);
    }),
    clearDataValidations: put(NONE, () => {
      rules(() => null);
    }),
    setNote: put([['String'], ['Number'], ['null']], (note: string | number | null) => {
      kit.write((draft) => {
        setNotes(draft, tab, area, user, () => (note === null ? '' : String(note)));
      });
    }),
    setNotes: put([['Object[][]']], (data: readonly (readonly unknown[])[]) => {
      requireSize(data, area);
      // Through setNotes a whole number comes out as "25.0" (reference/oddities.md 74).
      const text = (note: unknown) => {
        const input = inputOf(note);
        if (input === null || typeof input === 'object') return '';
        return typeof input === 'number' && Number.isInteger(input) ? `${input}.0` : String(input);
      };
      kit.write((draft) => {
        setNotes(draft, tab, area, user, (r, c) => text(data[r]?.[c]));
      });
    }),
    setBackground: put([['String'], ['null']], (color: string | null) => {
      facet('background', color === null ? null : hexColor(color));
    }),
    setFontColor: put([['String'], ['null']], (color: string | null) => {
      facet('color', color === null ? null : hexColor(color));
    }),
    setFontWeight: put([['String'], ['null']], (weight: string | null) => {
      facet('bold', weight === 'bold' ? true : null);
    }),
    setFontSize: put([['Number']], (size: number) => {
      facet('size', size);
    }),
    setWrap: put([['Boolean']], (wrap: boolean) => {
      facet('wrap', wrap ? 'WRAP' : 'OVERFLOW');
    }),
    setWrapStrategy: put([['WrapStrategy']], (strategy: EnumMember) => {
      facet('wrap', enumName(strategy) as 'WRAP' | 'OVERFLOW' | 'CLIP');
    }),
    setVerticalAlignment: put([['String'], ['null']], (alignment: string | null) => {
      facet('vertical', alignment);
    }),
    setHorizontalAlignment: put([['String'], ['null']], (alignment: string | null) => {
      facet('horizontal', alignment);
    }),
    clearContent: put(NONE, () => {
      kit.write((draft) => {
        clearContent(draft, tab, area, user);
      });
    }),
    copyTo: writing(
      [['Range'], ['Range', 'Object'], ['Range', 'CopyPasteType', 'Boolean']],
      (target: object, options?: EnumMember | { contentsOnly?: boolean; formatOnly?: boolean }) => {
        if (options === undefined) copyTo(target, 'all');
        else if ('name' in options && typeof options.name === 'function')
          copyTo(target, PASTE[options.name()] ?? 'all');
        else {
          const { contentsOnly, formatOnly } = options as { contentsOnly?: boolean; formatOnly?: boolean };
          copyTo(target, contentsOnly === true ? 'values' : formatOnly === true ? 'format' : 'all');
        }
      },
    ),
    activate: light(NONE, () => {
      Object.assign(kit.context.selection, { tab, ...area });
      return self();
    }),
  };
}

function withFacet<K extends keyof Look>(look: Look, key: K, value: Look[K] | null): Look {
  if (value !== null && value !== undefined) return look[key] === value ? look : { ...look, [key]: value };
  if (look[key] === undefined) return look;
  return without(look, key);
}

/** "General" and the automatic pattern are no format of their own. */
function plainFormat(format: string): string | null {
  return format === '' || /^(general|0\.###############)$/i.test(format) ? null : format;
}

function spread(format: ConditionalFormat, area: Area): ConditionalFormat {
  const covered = format.ranges.some(
    (range) =>
      area.row >= range.row &&
      area.column >= range.column &&
      area.row + area.rows <= range.row + range.rows &&
      area.column + area.columns <= range.column + range.columns,
  );
  return covered ? format : { ...format, ranges: [...format.ranges, area] };
}
