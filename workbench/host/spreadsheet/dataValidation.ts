// DataValidation and its builder.
import type { EnumMember } from '../enums';
import type { MethodTable } from '../gate';
import { Refusal } from '../sheets/refusal';
import { serialAt } from '../sheets/serial';
import type { CriteriaValue, Validation } from '../sheets/state';
import { instantOf } from '../sheets/serial';
import { isTabArea } from '../sheets/validation';
import { ENUMS, member } from './enums';
import { enumName, light, makeRegister, NONE, type Kit } from './kit';

export interface ValidationService {
  builder(): object;
  rule(validation: Validation): object;
  inside(rule: object): Validation;
}

const FRESH: Validation = { type: '', values: [], allowInvalid: true, help: null };

export function makeValidations(kit: Kit): ValidationService {
  const register = makeRegister<Validation>('data validation');

  function outward(value: Validation['values'][number]): unknown {
    if (isTabArea(value)) return kit.range({ tab: value.tab, area: value, shape: 'cells' });
    if (typeof value === 'object' && value !== null && 'date' in value)
      return kit.makeDate(instantOf(value.date, kit.model.state().timeZone));
    return Array.isArray(value) ? [...(value as readonly string[])] : value;
  }

  function getters(current: () => Validation): MethodTable {
    return {
      getCriteriaType: light(NONE, () => {
        const { type } = current();
        return type === '' ? null : member(ENUMS.DataValidationCriteria, type);
      }),
      getCriteriaValues: light(NONE, () => current().values.map(outward)),
      getAllowInvalid: light(NONE, () => current().allowInvalid),
      getHelpText: light(NONE, () => current().help),
      copy: light(NONE, () => builder(current())),
    };
  }

  function builder(from: Validation): object {
    let made = from;
    const set = (type: string, values: Validation['values']) => {
      made = { ...made, type, values };
      return self;
    };
    const date = (value: Date): CriteriaValue => ({
      date: Math.floor(serialAt(value.getTime(), kit.model.state().timeZone)),
    });
    const list = (values: readonly unknown[], show = true) =>
      set('VALUE_IN_LIST', [values.map(String), show]);
    const range = (source: object, show = true) => {
      const { tab, area } = kit.rangeInside(source);
      return set('VALUE_IN_RANGE', [{ tab, ...area }, show]);
    };
    const dates = (type: string) => light([['Date']], (value: Date) => set(type, [date(value)]));
    const self: object = kit.gate.wrap('DataValidationBuilder', {
      ...getters(() => made),
      requireValueInList: light([['Object[]'], ['Object[]', 'Boolean']], list),
      requireValueInRange: light([['Range'], ['Range', 'Boolean']], range),
      requireDate: light(NONE, () => set('DATE_IS_VALID_DATE', [])),
      requireDateAfter: dates('DATE_AFTER'),
      requireDateBefore: dates('DATE_BEFORE'),
      requireDateOnOrAfter: dates('DATE_ON_OR_AFTER'),
      requireDateOnOrBefore: dates('DATE_ON_OR_BEFORE'),
      requireCheckbox: light([[], ['Object'], ['Object', 'Object']], (...values: CriteriaValue[]) =>
        set('CHECKBOX', values),
      ),
      requireNumberBetween: light([['Number', 'Number']], (a: number, b: number) =>
        set('NUMBER_BETWEEN', [a, b]),
      ),
      requireNumberGreaterThanOrEqualTo: light([['Number']], (a: number) =>
        set('NUMBER_GREATER_THAN_OR_EQUAL_TO', [a]),
      ),
      requireTextIsEmail: light(NONE, () => set('TEXT_IS_VALID_EMAIL', [])),
      withCriteria: light(
        [['DataValidationCriteria', 'Object[]']],
        (type: EnumMember, values: readonly unknown[]) =>
          set(
            enumName(type),
            values.map((value): CriteriaValue | readonly string[] => {
              if (value instanceof Date) return date(value);
              if (Array.isArray(value)) return value.map(String);
              if (typeof value === 'object' && value !== null) {
                const { tab, area } = kit.rangeInside(value);
                return { tab, ...area };
              }
              return value as CriteriaValue;
            }),
          ),
      ),
      setAllowInvalid: light([['Boolean']], (allow: boolean) => {
        made = { ...made, allowInvalid: allow };
        return self;
      }),
      setHelpText: light([['String']], (help: string) => {
        made = { ...made, help };
        return self;
      }),
      build: light(NONE, () => {
        if (made.type === '') throw new Refusal('A data validation rule needs criteria before it is built.');
        return rule(made);
      }),
    });
    return self;
  }

  function rule(validation: Validation): object {
    return register.add(
      kit.gate.wrap(
        'DataValidation',
        getters(() => validation),
      ),
      validation,
    );
  }

  return { builder: () => builder(FRESH), rule, inside: (object) => register.inside(object) };
}
