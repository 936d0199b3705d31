// Names with their values, one a line.
import type { ComponentChildren } from 'preact';
import './list.css';

export function Facts({
  facts,
}: {
  facts: readonly { readonly label: string; readonly value: ComponentChildren }[];
}) {
  return (
    <dl class="kv">
      {facts.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
