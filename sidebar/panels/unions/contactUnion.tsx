// The selected contact as a union: its step, what comes next, and what stands on the map.
import type { UnionItem } from '../../../src/commands/unionAnswers';
import { useApp } from '../../context';
import { LinkText } from '../../parts/button';
import { Section } from '../../parts/frame';
import type { OnWritten } from '../../parts/useWrite';
import { Union } from './union';

export function UnionOf({ union, onWritten }: { union: UnionItem; onWritten: OnWritten }) {
  const app = useApp();
  const { row, word, next } = union;
  return (
    <Section title="Union" aside={row ? word || (next && 'Nothing yet') : 'Not on the map yet'}>
      {next && <p>{next}</p>}
      <Union {...{ union, onWritten }} inContact />
      <p class="gap">
        <LinkText
          onPress={() => {
            app.go('unions');
          }}
        >
          All unions
        </LinkText>
      </p>
    </Section>
  );
}
