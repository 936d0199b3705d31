// The texts of a form by their names, and a field for each.
import { useState } from 'preact/hooks';
import { Input } from './field';

/** `first`: what stands there to begin with. What is typed loses the blanks around it. */
export function useFields<T extends Readonly<Record<keyof T, string>>>(first: T) {
  const [now, set] = useState(first);
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
        value={now[key]}
        onSet={(value) => {
          put(key, value.trim() as T[keyof T]);
        }}
      />
    ),
  };
}
