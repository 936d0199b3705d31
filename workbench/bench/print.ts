// The bench as tables for people.
import type { Budget } from './budget';
import type { Played } from './commands';
import type { Timed } from './speed';

export function printBudgets(budgets: readonly Budget[]): string {
  return table(
    ['', 'budget', 'measured', 'limit', ''],
    budgets.map(({ ok, name, measured, limit, unit }) => [
      ok ? 'ok' : 'OVER',
      name,
      String(measured),
      String(limit),
      unit,
    ]),
  );
}

export function printCommands(played: readonly Played[]): string {
  return table(
    [
      'command',
      'calls',
      'reads',
      'writes',
      'of values',
      'blocks',
      'flushes',
      'Gmail',
      'light',
      'seconds',
      'kB',
    ],
    played.map((one) => [
      one.command,
      ...[
        one.calls,
        one.reads,
        one.writes,
        one.valueWrites,
        one.blocks,
        one.flushes,
        one.mail,
        one.light,
      ].map(String),
      one.seconds.toFixed(2),
      (one.bytes / 1000).toFixed(1),
    ]),
  );
}

export function printTimes(times: readonly Timed[]): string {
  return table(
    ['median time', 'ms'],
    times.map(({ what, milliseconds }) => [what, milliseconds.toFixed(1)]),
  );
}

/** Columns as wide as their widest text; figures to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  const isFigure = (text: string) => /^[\d.]+$/.test(text);
  return lines
    .map((line) =>
      line
        .map((text, column) => (isFigure(text) ? text.padStart(width(column)) : text.padEnd(width(column))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
