// A link that opens a form below it, and closes it again.
import type { ComponentChildren } from 'preact';
import { LinkText } from './button';

/** A few links side by side, of which one at a time is open; `children` is its form. */
export function Folds<K extends string>(props: {
  /** Made part of the id of each link, so that the focus finds back: `id + key`. */
  id: string;
  items: readonly { readonly key: K; readonly label: string; readonly about?: string }[];
  open: K | '';
  onOpen: (key: K | '') => void;
  children: ComponentChildren;
}) {
  const { id, items, open } = props;
  return (
    <>
      <p class="links gap">
        {items.map(({ key, label, about }) => (
          <LinkText
            key={key}
            id={id + key}
            expanded={open === key}
            about={about ?? ''}
            onPress={() => {
              props.onOpen(open === key ? '' : key);
            }}
          >
            {label}
          </LinkText>
        ))}
      </p>
      {open && <div class="outcome card">{props.children}</div>}
    </>
  );
}
