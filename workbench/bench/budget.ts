// One line of the bench: what was allowed, what was measured, and whether it is within the budget.

export interface Budget {
  readonly name: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
  readonly ok: boolean;
}

/** At most `limit` is within the budget. The figure is judged as measured and shown with at most two decimals. */
export function budget(name: string, limit: number, measured: number, unit: string): Budget {
  const shown = Math.round(measured * 100) / 100;
  return { name, limit, measured: shown, unit, ok: Number.isFinite(measured) && measured <= limit };
}
