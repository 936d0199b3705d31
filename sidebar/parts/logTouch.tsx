// Logs a touch in two clicks: what was done, what came of it. "Wait until" asks for the day.
import { useState } from 'preact/hooks';
import type { Outcome } from '../../src/commands/answers';
import { useApp } from '../context';
import { call } from '../server';
import { Button } from './button';
import { Input } from './field';
import { ProblemNote } from './note';
import { Chips } from './segments';
import { useTask } from './useTask';

export const CHANNELS = [
  { key: 'phone', label: 'Called' },
  { key: 'text', label: 'Texted' },
  { key: 'social media', label: 'Online' },
  { key: 'in person', label: 'Met' },
  { key: 'e-mail', label: 'E-mailed' },
] as const;
export type Channel = (typeof CHANNELS)[number]['key'];

const ALWAYS: readonly Outcome[] = ['said yes', 'said no', 'wait until'];
const SPOKEN: readonly Outcome[] = ['no answer', 'left a message', 'talked', ...ALWAYS];
const WRITTEN: readonly Outcome[] = ['sent', 'answered', ...ALWAYS];

/** Second click only: the channel is known. */
export function WhatCameOfIt(props: { contact: string; channel: string; onLogged: () => void }) {
  const { contact, channel } = props;
  const app = useApp();
  const task = useTask();
  const [waiting, setWaiting] = useState(false);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const log = (outcome: Outcome): void => {
    const day = outcome === 'wait until' ? until : '';
    task.run(
      'log',
      () => call('logTouch', { contact, channel, outcome, until: day, note: note.trim() }),
      (receipt) => {
        app.tell(receipt);
        props.onLogged();
      },
    );
  };
  return (
    <div class="outcome">
      <Input label="A few words about it, if you like" value={note} onSet={setNote} />
      <p class="mut" role="status">
        {task.busy ? 'Writing it into the log…' : 'What came of it?'}
      </p>
      <Chips
        name="What came of it?"
        items={(channel === 'phone' || channel === 'in person' ? SPOKEN : WRITTEN).map((key) => ({
          key,
          label: key.charAt(0).toUpperCase() + key.slice(1),
        }))}
        chosen={waiting ? 'wait until' : ''}
        onChoose={(outcome) => {
          setWaiting(outcome === 'wait until');
          if (outcome !== 'wait until') log(outcome);
        }}
      />
      {waiting && (
        <div class="two">
          <Input label="Nothing to do before" type="date" value={until} onSet={setUntil} />
          <Button
            off={!until}
            busy={task.busy && 'Saving'}
            onPress={() => {
              log('wait until');
            }}
          >
            Save the day
          </Button>
        </div>
      )}
      <ProblemNote problem={task.problem} />
    </div>
  );
}

export function LogTouch({ contact, onLogged }: { contact: string; onLogged: () => void }) {
  const [channel, setChannel] = useState<Channel | ''>('');
  return (
    <>
      <Chips name="What did you do?" items={CHANNELS} chosen={channel} onChoose={setChannel} />
      {channel && (
        <WhatCameOfIt
          key={channel}
          contact={contact}
          channel={channel}
          onLogged={() => {
            setChannel('');
            onLogged();
          }}
        />
      )}
    </>
  );
}
