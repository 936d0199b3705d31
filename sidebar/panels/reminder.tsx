// Setup, weekly reminder: a switch of this person, and what is known about it for everybody.
import { Button } from '../parts/button';
import { Section } from '../parts/frame';
import { ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call } from '../server';

export function Reminder() {
  const asked = useAnswer(() => call('getReminder'), '');
  const task = useTask();
  const { value } = asked;
  return (
    <Section title="Weekly reminder" aside={value && (value.on ? 'On' : 'Off')}>
      <Second>
        One message each Monday with what is due: to you, and to each volunteer with yes under Reminder in the
        Volunteers tab. It is off until you switch it on.
      </Second>
      <ProblemNote problem={task.problem ?? asked.problem} />
      {value && (
        <>
          {value.lines.map((line) => (
            <Second key={line}>{line}</Second>
          ))}
          {value.missing && <Second>{value.missing}</Second>}
          <div class="gap">
            <Button
              wide
              busy={task.busy && 'One moment'}
              onPress={() => {
                task.run('reminder', () => call('setReminder', !value.on), asked.put);
              }}
            >
              {value.on ? 'Switch the weekly reminder off' : 'Switch the weekly reminder on'}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
