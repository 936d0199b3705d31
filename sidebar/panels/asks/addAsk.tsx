// Writes down an ask that was made: what, how, when. It sends nothing.
import { useState } from 'preact/hooks';
import { useApp } from '../../context';
import { Pick } from '../../parts/field';
import { CHANNELS, type Channel } from '../../parts/logTouch';
import { ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { Second } from '../../parts/second';
import { Chips } from '../../parts/segments';
import { useFields } from '../../parts/useFields';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';

export function AddAsk(props: {
  contact: string;
  kinds: readonly string[];
  /** The ask that is proposed; '' for none. */
  proposed: string;
  back: string;
  onWritten: OnWritten;
}) {
  const { contact, kinds, proposed } = props;
  const { start } = useApp();
  const { busy, problem, write } = useWrite(props.back, props.onWritten);
  const [kind, setKind] = useState(proposed);
  const [channel, setChannel] = useState<Channel | ''>('');
  const { now, input } = useFields({ day: start?.today ?? '', note: '' });
  return (
    <>
      <Pick
        label="What you asked for"
        value={kind}
        options={[
          ...(proposed ? [] : [{ value: '', label: 'Choose' }]),
          ...kinds.map((one) => ({ value: one, label: one })),
        ]}
        onPick={setKind}
      />
      <p class="mut">How? Choose none where you only write it down.</p>
      <Chips
        name="How?"
        items={CHANNELS}
        chosen={channel}
        onChoose={(chosen) => {
          setChannel(chosen === channel ? '' : chosen);
        }}
      />
      {input('day', 'Day', 'date')}
      {input('note', 'A few words about it, if you like')}
      <Save
        off={!kind || !now.day}
        busy={busy !== ''}
        onPress={() => {
          write('ask', () => call('recordAsk', { contact, kind, channel, ...now }));
        }}
      >
        Save the ask
      </Save>
      <Second>This writes it down and sends nothing.</Second>
      <ProblemNote problem={problem} />
    </>
  );
}
