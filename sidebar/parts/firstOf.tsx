// The first few of a list, the rest on demand, and a word where the server itself left some out.
import { useState } from 'preact/hooks';
import { LinkText } from './button';
import { figure } from './count';

/** `count` is how many there are in truth; `more` is the line below the list, or nothing. */
export function useFirst<T>(items: readonly T[], first: number, count = items.length) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, first);
  const hidden = items.length - shown.length;
  const more =
    hidden > 0 ? (
      <LinkText
        onPress={() => {
          setAll(true);
        }}
      >
        Show {figure(hidden)} more
      </LinkText>
    ) : (
      count > items.length && (
        <p class="mut gap">
          {figure(items.length)} of {figure(count)} are shown here.
        </p>
      )
    );
  return { shown, more };
}
