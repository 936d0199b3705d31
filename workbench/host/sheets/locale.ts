// What differs between the locales of a spreadsheet: separators, the order of day and month, words, default formats.

export interface Locale {
  readonly name: string;
  readonly decimal: '.' | ',';
  readonly group: string;
  /** Between the arguments of a formula. */
  readonly argument: ',' | ';';
  readonly order: 'mdy' | 'dmy' | 'ymd';
  readonly dateSeparators: string;
  readonly date: string;
  readonly dateTime: string;
  readonly time: string;
  readonly currency: string;
  /** True where "1 May" is written before "May 1" in a default format. */
  readonly true: string;
  readonly false: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

interface Shape {
  order: Locale['order'];
  decimal: '.' | ',';
  group: string;
  separators: string;
  date: string;
  currency: string;
  words?: [string, string];
}

const SHAPES: Record<string, Shape> = {
  en_US: { order: 'mdy', decimal: '.', group: ',', separators: '/-', date: 'M/d/yyyy', currency: '$' },
  en_GB: { order: 'dmy', decimal: '.', group: ',', separators: '/-.', date: 'dd/MM/yyyy', currency: '£' },
  en_CA: { order: 'ymd', decimal: '.', group: ',', separators: '/-', date: 'yyyy-MM-dd', currency: '$' },
  en_AU: { order: 'dmy', decimal: '.', group: ',', separators: '/-', date: 'dd/MM/yyyy', currency: '$' },
  de_DE: {
    order: 'dmy',
    decimal: ',',
    group: '.',
    separators: './-',
    date: 'dd.MM.yyyy',
    currency: '€',
    words: ['WAHR', 'FALSCH'],
  },
  fr_FR: {
    order: 'dmy',
    decimal: ',',
    group: '\u202f',
    separators: '/-.',
    date: 'dd/MM/yyyy',
    currency: '€',
    words: ['VRAI', 'FAUX'],
  },
  es_ES: {
    order: 'dmy',
    decimal: ',',
    group: '.',
    separators: '/-',
    date: 'd/M/yyyy',
    currency: '€',
    words: ['VERDADERO', 'FALSO'],
  },
};

const made = new Map<string, Locale>();

/** The locale's facts; an unknown locale is read by its language, else as en_US. */
export function localeOf(name: string): Locale {
  const known = made.get(name);
  if (known) return known;
  const language = name.slice(0, 2);
  const shape =
    SHAPES[name] ??
    Object.entries(SHAPES).find(([key]) => key.startsWith(`${language}_`))?.[1] ??
    SHAPES['en_US'];
  if (!shape) throw new Error('en_US is always there');
  const tag = name.replace('_', '-');
  const words = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return dates.map((date) => format.format(date).replace(/\.$/, ''));
  };
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)));
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 7 + day)));
  const time = language === 'en' && name !== 'en_GB' ? 'h:mm:ss AM/PM' : 'HH:mm:ss';
  const locale: Locale = {
    name,
    decimal: shape.decimal,
    group: shape.group,
    argument: shape.decimal === ',' ? ';' : ',',
    order: shape.order,
    dateSeparators: shape.separators,
    date: shape.date,
    dateTime: `${shape.date} ${name === 'en_US' ? 'H:mm:ss' : 'HH:mm:ss'}`,
    time,
    currency: shape.currency,
    true: shape.words?.[0] ?? 'TRUE',
    false: shape.words?.[1] ?? 'FALSE',
    months: words({ month: 'long' }, months),
    shortMonths: words({ month: 'short' }, months),
    weekdays: words({ weekday: 'long' }, days),
    shortWeekdays: words({ weekday: 'short' }, days),
  };
  made.set(name, locale);
  return locale;
}
