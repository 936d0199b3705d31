// One message in the person's own words.
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import { Input } from '../../parts/field';
import { Panel } from '../../parts/frame';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import type { Draft } from './drafts';

export function EditMessage(props: {
  draft: Draft;
  onCancel: () => void;
  onSave: (edited: { subject: string; body: string }) => void;
}) {
  const { item, coming, problem } = props.draft;
  const [subject, setSubject] = useState(item.subject);
  const [body, setBody] = useState(item.body);
  const blank = !subject.trim() || !body.trim();
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
            busy={coming !== undefined && 'Saving'}
            onPress={() => {
              props.onSave({ subject, body });
            }}
          >
            Keep this message
          </Button>
          {blank && <Second>Subject and message need at least a word.</Second>}
          <Button look="text" wide onPress={props.onCancel}>
            Leave it as it was
          </Button>
        </>
      }
    >
      <ProblemNote problem={problem ?? null} />
      <Input label="Subject" value={subject} onSet={setSubject} />
      <div class="gap">
        <Input label="Message" type="long" value={body} onSet={setBody} />
      </div>
    </Panel>
  );
}
