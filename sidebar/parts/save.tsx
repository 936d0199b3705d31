// The button at the foot of a form, in a line of its own: it says “Saving” while it works.
import { Button } from './button';

type ButtonProps = Parameters<typeof Button>[0];

export function Save({
  busy,
  ...props
}: Pick<ButtonProps, 'look' | 'off' | 'about' | 'onPress' | 'children'> & { busy: boolean }) {
  return (
    <div class="buttons">
      <Button small busy={busy && 'Saving'} {...props} />
    </div>
  );
}
