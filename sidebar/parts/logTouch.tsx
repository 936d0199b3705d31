// Logs a touch in two clicks: what was done, what came of it. "Wait until" asks for the day.
import { useState } from 'preact/hooks';
import type { Outcome, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { call } from '../server';
import { Button } from './button';
import { Input } from './field';
import { ProblemNote } from './note';
import { Chips } from './segments';
import { useTask } from './useTask';
import './logTouch.css';

const CHANNELS = [
  { key: 'phone', label: 'Called' },
  { key: 'text', label: 'Texted' },
  { key: 'social media', label: 'Online' },
  { key: 'in person', label: 'Met' },
  { key: 'e-mail', label: 'E-mailed' },
] as const;
type Channel = (typeof CHANNELS)[number]['key'];

interface Choice {
  readonly key: Outcome;
  readonly label: string;
}
const SPOKEN: readonly Choice[] = [
  { key: 'no answer', label: 'No answer' },
  { key: 'left a message', label: 'Left a message' },
  { key: 'talked', label: 'Talked' },
  { key: 'said yes', label: 'Said yes' },
  { key: 'said no', label: 'Said no' },
  { key: 'wait until', label: 'Wait until…' },
];
const WRITTEN: readonly Choice[] = [
  { key: 'sent', label: 'Sent it' },
  { key: 'answered', label: 'They answered' },
  { key: 'said yes', label: 'Said yes' },
  { key: 'said no', label: 'Said no' },
  { key: 'wait until', label: 'Wait until…' },
];

/** What can come of a touch on this channel. */
function outcomesOf(channel: string): readonly Choice[] {
  return channel === 'phone' || channel === 'in person' ? SPOKEN : WRITTEN;
}

/** Second click only: the channel is known. */
export function WhatCameOfIt(props: {
  contact: string;
  channel: string;
  onLogged: (receipt: WriteReceipt) => void;
}) {
  const app = useApp();
  const task = useTask();
  const [waiting, setWaiting] = useState(false);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const log = (outcome: Outcome): void => {
    task.run(
      'log',
      () =>
        call('logTouch', {
          contact: props.contact,
          channel: props.channel,
          outcome,
          until: outcome === 'wait until' ? until : '',
          note: note.trim(),
        }),
      (receipt) => {
        app.tell(receipt);
        props.onLogged(receipt);
      },
    );
  };
  return (
    <div class="outcome">
      <Input label="A few words about it, if you like" value={note} onChange={setNote} />
      <p class="small mut" aria-hidden="true">
        {task.busy === '' ? 'What came of it?' : 'Writing it into the log…'}
      </p>
      <Chips
        name="What came of it?"
        items={outcomesOf(props.channel)}
        chosen={waiting ? 'wait until' : ''}
        off={task.busy !== ''}
        onChoose={(outcome) => {
          setWaiting(outcome === 'wait until');
          if (outcome !== 'wait until') log(outcome);
        }}
      />
      {waiting ? (
        <div class="until">
          <Input label="Nothing to do before" type="date" value={until} onChange={setUntil} />
          <Button
            off={until === ''}
            busy={task.busy === '' ? '' : 'Saving'}
            onPress={() => {
              log('wait until');
            }}
          >
            Save the day
          </Button>
        </div>
      ) : null}
      <ProblemNote problem={task.problem} />
    </div>
  );
}

export function LogTouch(props: { contact: string; onLogged: (receipt: WriteReceipt) => void }) {
  const [channel, setChannel] = useState<Channel | ''>('');
  return (
    <>
      <Chips name="What did you do?" items={CHANNELS} chosen={channel} onChoose={setChannel} />
      {channel === '' ? null : (
        <WhatCameOfIt
          key={channel}
          contact={props.contact}
          channel={channel}
          onLogged={(receipt) => {
            setChannel('');
            props.onLogged(receipt);
          }}
        />
      )}
    </>
  );
}
