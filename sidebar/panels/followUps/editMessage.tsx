// One message in the person's own words.
import { useState } from 'preact/hooks';
import type { ReadyItem } from '../../../src/commands/answers';
import type { Problem } from '../../../src/values/result';
import { Button } from '../../parts/button';
import { Area, Input } from '../../parts/field';
import { Panel } from '../../parts/frame';
import { ProblemNote } from '../../parts/note';

export function EditMessage(props: {
  item: ReadyItem;
  busy: boolean;
  problem: Problem | null;
  onCancel: () => void;
  onSave: (edited: { subject: string; body: string }) => void;
}) {
  const { item } = props;
  const [subject, setSubject] = useState(item.subject);
  const [body, setBody] = useState(item.body);
  const blank = subject.trim() === '' || body.trim() === '';
  return (
    <Panel
      title="Edit this message"
      sub={`To ${item.organization} only`}
      foot={
        <>
          <Button
            look="fill"
            wide
            off={blank}
            busy={props.busy ? 'Saving' : ''}
            onPress={() => {
              props.onSave({ subject, body });
            }}
          >
            Keep this message
          </Button>
          {blank ? <p class="small mut">Subject and message need at least a word.</p> : null}
          <Button look="text" wide onPress={props.onCancel}>
            Leave it as it was
          </Button>
        </>
      }
    >
      <ProblemNote problem={props.problem} />
      <Input label="Subject" value={subject} onChange={setSubject} />
      <div class="gap">
        <Area label="Message" rows={16} value={body} onInput={setBody} />
      </div>
    </Panel>
  );
}
