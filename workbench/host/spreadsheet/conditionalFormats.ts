// ConditionalFormatRule, its builder and its boolean condition. setConditionalFormatRules replaces the whole list.
import type { EnumMember } from '../enums';
import type { MethodTable } from '../gate';
import { toCanonical, toLocal } from '../sheets/formulaLocale';
import { localeOf } from '../sheets/locale';
import { Refusal } from '../sheets/refusal';
import { serialAt } from '../sheets/serial';
import { without, type Area, type ConditionalFormat } from '../sheets/state';
import { hexColor } from './colors';
import { ENUMS, member } from './enums';
import { enumName, light, makeRegister, NONE, type Kit } from './kit';

/** A rule and the tab of its ranges (null while it has none). */
interface RuleInside {
  readonly tab: number | null;
  readonly format: ConditionalFormat;
}

export interface ConditionalFormatService {
  builder(): object;
  rule(tab: number, format: ConditionalFormat): object;
  /** The rule's format for a tab; refused where its ranges are on another one. */
  formatFor(tab: number, rule: object): ConditionalFormat;
}

export function makeConditionalFormats(kit: Kit): ConditionalFormatService {
  const register = makeRegister<RuleInside>('conditional format rule');
  const locale = () => localeOf(kit.model.state().locale);

  const shown = (value: string | number) =>
    typeof value === 'string' && value.startsWith('=') ? toLocal(value, locale()) : value;
  const stored = (formula: string) =>
    toCanonical(formula.startsWith('=') ? formula : `=${formula}`, locale());

  function condition(format: ConditionalFormat): object {
    return kit.gate.wrap('BooleanCondition', {
      getCriteriaType: light(NONE, () => member(ENUMS.BooleanCriteria, format.type)),
      getCriteriaValues: light(NONE, () => format.values.map(shown)),
      getBackground: light(NONE, () => format.background ?? null),
      getFontColor: light(NONE, () => format.color ?? null),
      getBold: light(NONE, () => format.bold ?? null),
      getItalic: light(NONE, () => format.italic ?? null),
      getStrikethrough: light(NONE, () => format.strikethrough ?? null),
      getUnderline: light(NONE, () => format.underline ?? null),
    });
  }

  function getters(current: () => RuleInside): MethodTable {
    return {
      getRanges: light(NONE, () => {
        const { tab, format } = current();
        return tab === null ? [] : format.ranges.map((area) => kit.range({ tab, area, shape: 'cells' }));
      }),
      getBooleanCondition: light(NONE, () => {
        const { format } = current();
        return format.type === '' || format.gradient !== undefined ? null : condition(format);
      }),
      getGradientCondition: light(NONE, () => {
        const { gradient } = current().format;
        return gradient === undefined ? null : kit.gate.wrap('GradientCondition', {});
      }),
      copy: light(NONE, () => builder(current())),
    };
  }

  function builder(from: RuleInside): object {
    let { tab, format } = from;
    const when = (type: string, values: readonly (string | number)[]) => {
      format = { ...without(format, 'gradient'), type, values };
      return self;
    };
    const put = (change: Partial<ConditionalFormat>) => {
      format = { ...format, ...change };
      return self;
    };
    const drop = (key: 'background' | 'color' | 'bold' | 'italic' | 'strikethrough' | 'underline') => {
      format = without(format, key);
      return self;
    };
    const color = (key: 'background' | 'color') =>
      light([['String'], ['null']], (text: string | null) =>
        text === null ? drop(key) : put({ [key]: hexColor(text) }),
      );
    const flag = (key: 'bold' | 'italic' | 'strikethrough' | 'underline') =>
      light([['Boolean'], ['null']], (on: boolean | null) => (on === null ? drop(key) : put({ [key]: on })));
    const text = (type: string) => light([['String']], (wanted: string) => when(type, [wanted]));
    const number = (type: string) => light([['Number']], (wanted: number) => when(type, [wanted]));
    const day = (type: string) =>
      light([['Date']], (date: Date) =>
        when(type, [Math.floor(serialAt(date.getTime(), kit.model.state().timeZone))]),
      );
    const self: object = kit.gate.wrap('ConditionalFormatRuleBuilder', {
      ...getters(() => ({ tab, format })),
      setRanges: light([['Range[]']], (ranges: readonly object[]) => {
        const insides = ranges.map((range) => kit.rangeInside(range));
        if (insides.some((inside) => inside.tab !== insides[0]?.tab))
          throw new Refusal('All ranges of a conditional format rule must be on the same sheet.');
        tab = insides[0]?.tab ?? null;
        return put({ ranges: insides.map((inside): Area => ({ ...inside.area })) });
      }),
      whenFormulaSatisfied: light([['String']], (formula: string) =>
        when('CUSTOM_FORMULA', [stored(formula)]),
      ),
      whenCellEmpty: light(NONE, () => when('CELL_EMPTY', [])),
      whenCellNotEmpty: light(NONE, () => when('CELL_NOT_EMPTY', [])),
      whenTextEqualTo: text('TEXT_EQUAL_TO'),
      whenTextContains: text('TEXT_CONTAINS'),
      whenTextDoesNotContain: text('TEXT_DOES_NOT_CONTAIN'),
      whenTextStartsWith: text('TEXT_STARTS_WITH'),
      whenTextEndsWith: text('TEXT_ENDS_WITH'),
      whenNumberGreaterThan: number('NUMBER_GREATER_THAN'),
      whenNumberLessThan: number('NUMBER_LESS_THAN'),
      whenNumberEqualTo: number('NUMBER_EQUAL_TO'),
      whenDateAfter: day('DATE_AFTER'),
      whenDateBefore: day('DATE_BEFORE'),
      whenDateEqualTo: day('DATE_EQUAL_TO'),
      withCriteria: light(
        [['BooleanCriteria', 'Object[]']],
        (type: EnumMember, values: readonly (string | number)[]) =>
          when(
            enumName(type),
            values.map((value) => (enumName(type) === 'CUSTOM_FORMULA' ? stored(String(value)) : value)),
          ),
      ),
      setBackground: color('background'),
      setFontColor: color('color'),
      setBold: flag('bold'),
      setItalic: flag('italic'),
      setStrikethrough: flag('strikethrough'),
      setUnderline: flag('underline'),
      build: light(NONE, () => {
        if (format.type === '' && format.gradient === undefined)
          throw new Refusal('Conditional format rule must have a condition.');
        if (format.ranges.length === 0)
          throw new Refusal('Conditional format rule must have at least one range.');
        return rule({ tab, format });
      }),
    });
    return self;
  }

  function rule(inside: RuleInside): object {
    return register.add(
      kit.gate.wrap(
        'ConditionalFormatRule',
        getters(() => inside),
      ),
      inside,
    );
  }

  return {
    builder: () => builder({ tab: null, format: { ranges: [], type: '', values: [] } }),
    rule: (tab, format) => rule({ tab, format }),
    formatFor(tab, object) {
      const inside = register.inside(object);
      if (inside.tab !== tab)
        throw new Refusal('Conditional format rule cannot reference a different sheet.');
      return inside.format;
    },
  };
}
