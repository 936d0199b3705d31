// The texts of a form by their names, and a field for each.
import { useState } from 'preact/hooks';
import { Input } from './field';

/** `first`: what stands there to begin with. `now` is what was typed, without the blanks around it. */
export function useFields<T extends Readonly<Record<keyof T, string>>>(first: T) {
  const [typed, set] = useState(first);
  const now = { ...typed };
  for (const key in typed) now[key] = typed[key].trim() as T[typeof key];
  const put = <K extends keyof T>(key: K, value: T[K]): void => {
    set((before) => ({ ...before, [key]: value }));
  };
  return {
    now,
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
