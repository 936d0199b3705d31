// Checks what the add-on hands to a service method, the way the platform's method signatures do.
import { types } from 'node:util';

/** Knows the objects that the gate has wrapped: the class name of one, '' for anything else. */
export type ClassOf = (value: unknown) => string;

/** "SpreadsheetApp.Range.setValues" for "Range.setValues": the name in the platform's texts. */
export function fullMethodName(className: string, method: string): string {
  // Advanced services go by the name of the API: gmail.users.messages.send
  if (className.startsWith('Gmail.')) {
    return `${className.replace(/(^|\.)[A-Z]/g, (letter) => letter.toLowerCase())}.${method}`;
  }
  const service = SERVICE_OF[className];
  if (service === '') return `${className}.${method}`;
  return `${service ?? 'SpreadsheetApp'}.${className}.${method}`;
}

/** '' where the class is itself a service. Classes that are not here belong to SpreadsheetApp. */
const SERVICE_OF: Readonly<Record<string, string>> = {
  SpreadsheetApp: '',
  Charts: '',
  ChartOptions: 'Charts',
  PropertiesService: '',
  Properties: 'PropertiesService',
  CacheService: '',
  Cache: 'CacheService',
  LockService: '',
  Lock: 'LockService',
  Session: '',
  User: 'Session',
  Utilities: '',
  Blob: 'Utilities',
  HtmlService: '',
  HtmlOutput: 'HtmlService',
  ScriptApp: '',
  AuthorizationInfo: 'ScriptApp',
  TriggerBuilder: 'ScriptApp',
  ClockTriggerBuilder: 'ScriptApp',
  Trigger: 'ScriptApp',
  Logger: '',
  Ui: '',
  Menu: 'Ui',
};

/** The platform's word for the type of a value: String, number, Boolean, null, number[], SpreadsheetApp.Range, (class). */
export function describeType(value: unknown, classOf: ClassOf): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${describeType(value[0], classOf)}[]`;
  if (types.isDate(value)) return 'Date';
  const name = classOf(value);
  if (name !== '') return fullMethodName(name, '').slice(0, -1);
  return '(class)';
}

/** Whether the value may stand where the signature says `type`. */
function fits(value: unknown, type: string, classOf: ClassOf): boolean {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return false;
    const inner = type.slice(0, -2);
    return value.every((item) => fits(item, inner, classOf));
  }
  switch (type) {
    case 'Integer':
      return typeof value === 'number' && Number.isFinite(value);
    case 'Number':
      return typeof value === 'number';
    case 'String':
      return typeof value === 'string';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return types.isDate(value);
    case 'Function':
      return typeof value === 'function';
    case 'Byte':
      return typeof value === 'number' && Number.isInteger(value) && value >= -128 && value <= 127;
    case 'null':
      return value === null || value === undefined;
    case 'Any':
      return true;
    case 'Object':
      return typeof value !== 'symbol' && typeof value !== 'function';
    default: {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || types.isDate(value))
        return false;
      const name = classOf(value);
      // Members of enums are objects with ordinal(); nothing tells here which enum one belongs to.
      if (name === '') return typeof (value as { ordinal?: unknown }).ordinal === 'function';
      return name === type || type.endsWith(`.${name}`) || name.endsWith(`.${type}`);
    }
  }
}

/** Whether the arguments fit one of the accepted lists. */
export function accepts(
  lists: readonly (readonly string[])[],
  args: readonly unknown[],
  classOf: ClassOf,
): boolean {
  return lists.some(
    (list) => list.length === args.length && list.every((type, index) => fits(args[index], type, classOf)),
  );
}
