// A link to a tab of ours, at the end of the panel that shows what stands there.
import { call, type OurTab } from '../server';
import { LinkText } from './button';
import { ProblemNote } from './note';
import { useTask } from './useTask';

export function ToTab({ name }: { name: OurTab }) {
  const task = useTask();
  return (
    <div class="gap-l">
      <LinkText
        onPress={() => {
          task.run('open', () => call('openTab', name), Boolean);
        }}
      >
        Open the tab “{name}”
      </LinkText>
      <ProblemNote problem={task.problem} />
    </div>
  );
}
