// Asks whoever is at work for their name, once: it is kept for them.
import { Pick } from './field';
import { ProblemNote } from './note';
import { useTask } from './useTask';
import { call } from '../server';

/** `name` '' where it is not known. */
export function YourName(props: { name: string; names: readonly string[]; onKept: () => void }) {
  const { name } = props;
  const task = useTask();
  const names = props.names.map((one) => ({ value: one, label: one }));
  return (
    <>
      <Pick
        label="Your name"
        value={name}
        options={name ? names : [{ value: '', label: 'Choose your name' }, ...names]}
        onPick={(picked) => {
          if (picked) task.run('name', () => call('chooseName', picked), props.onKept);
        }}
      />
      <ProblemNote problem={task.problem} />
    </>
  );
}
