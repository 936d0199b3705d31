// A part of the panel with the first few of a list, and what it is about; nothing where the list is empty.
import type { ComponentChildren } from 'preact';
import { figure } from '../../parts/count';
import { useFirst } from '../../parts/firstOf';
import { Section } from '../../parts/frame';
import { Second } from '../../parts/second';

export function Few<T extends { readonly contact: string } | { readonly key: string }>(props: {
  title: string;
  why?: string;
  items: readonly T[];
  count?: number;
  row: (item: T) => ComponentChildren;
}) {
  const { items, count = items.length } = props;
  const { shown, more } = useFirst(items, 3, count);
  return (
    count > 0 && (
      <Section title={props.title} aside={figure(count)}>
        {props.why && <Second>{props.why}</Second>}
        <ul class="rows lines">
          {shown.map((item) => (
            <li key={'key' in item ? item.key : item.contact}>{props.row(item)}</li>
          ))}
        </ul>
        {more}
      </Section>
    )
  );
}
