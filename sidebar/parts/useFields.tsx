// The texts of a form by their names, and a field for each.
import { useState } from 'preact/hooks';
import { Input } from './field';

/**
 * `first`: what stands in the fields that nobody has touched, also where the panel was asked again meanwhile. `sheet`:
 * what the sheet holds of them, where that is not the same. `now` is what was typed, without the blanks around it; `seen`
 * what the sheet held when the person began to type, so that the server finds out who else changed it.
 */
export function useFields<T extends Readonly<Record<keyof T, string>>>(first: T, sheet: T = first) {
  const [touched, set] = useState<{ readonly [K in keyof T]?: { readonly text: T[K]; readonly was: T[K] } }>(
    {},
  );
  const typed = { ...first };
  const now = { ...first };
  const seen = { ...sheet };
  for (const key in first) {
    const one = touched[key];
    if (one) {
      typed[key] = one.text;
      seen[key] = one.was;
    }
    now[key] = typed[key].trim() as T[typeof key];
  }
  const put = <K extends keyof T>(key: K, text: T[K]): void => {
    set((before) => ({ ...before, [key]: { text, was: (before[key] ?? { was: sheet[key] }).was } }));
  };
  return {
    now,
    seen,
    put,
    /** `rows`: a long text of so many lines. */
    input: (key: keyof T, label: string, type: 'text' | 'date' | 'number' = 'text', rows = 0) => (
      <Input
        label={label}
        type={rows ? 'long' : type}
        rows={rows}
        live
        value={typed[key]}
        onSet={(value) => {
          put(key, value as T[keyof T]);
        }}
      />
    ),
  };
}
