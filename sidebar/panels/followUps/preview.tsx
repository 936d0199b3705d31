// What leaves, word for word: one message at a time, another template, an edit, a test to oneself; then Send.
import { useState } from 'preact/hooks';
import type { FollowUpsView, SendRequest } from '../../../src/commands/answers';
import { Bar } from '../../parts/bars';
import { Button, IconButton } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Pick } from '../../parts/field';
import { Panel } from '../../parts/frame';
import { Note, ProblemNote } from '../../parts/note';
import { useTask } from '../../parts/useTask';
import { call, type Mode } from '../../server';
import { plainRequest, type Draft, type Drafts } from './drafts';
import { EditMessage } from './editMessage';
import { Message } from './message';

interface PreviewProps {
  view: FollowUpsView;
  mode: Mode;
  drafts: Drafts;
  /** The messages that go with the next press. */
  leaving: readonly Draft[];
  onBack: () => void;
  onSend: () => void;
}

export function Preview(props: PreviewProps) {
  const { view, mode, drafts, leaving } = props;
  const task = useTask();
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState(false);
  const [tested, setTested] = useState('');
  const index = Math.min(at, leaving.length - 1);
  const draft = leaving[index];
  if (!draft) return null;
  const { item, request } = draft;

  const turn = (to: number): void => {
    setAt(to);
    setTested('');
    task.clear();
  };
  const change = (next: SendRequest): void => {
    task.run(
      'change',
      () => call('previewMessage', next, mode),
      (changed) => {
        drafts.keep({ request: next, item: changed });
        setEditing(false);
      },
    );
  };
  const test = (): void => {
    setTested('');
    task.run(
      'test',
      () => call('sendTest', request, mode),
      ({ to }) => {
        setTested(to);
      },
    );
  };

  if (editing) {
    return (
      <EditMessage
        item={item}
        busy={task.busy !== ''}
        problem={task.problem}
        onCancel={() => {
          setEditing(false);
          task.clear();
        }}
        onSave={(edited) => {
          change({ ...request, edited });
        }}
      />
    );
  }
  return (
    <Panel
      title={`Message ${figure(index + 1)} of ${figure(leaving.length)}`}
      back={{ name: 'Back to the list', onPress: props.onBack }}
      aside={
        <>
          <IconButton
            icon="left"
            name="Message before"
            edge
            off={index === 0}
            onPress={() => {
              turn(index - 1);
            }}
          />
          <IconButton
            icon="right"
            name="Next message"
            edge
            off={index === leaving.length - 1}
            onPress={() => {
              turn(index + 1);
            }}
          />
        </>
      }
      foot={<SendBar view={view} mode={mode} count={leaving.length} onSend={props.onSend} />}
    >
      {request.edited === null ? (
        <Pick
          label="Template for this message"
          value={item.template}
          options={templatesFor(view, item.template, item.step)}
          onPick={(template) => {
            change({ ...request, template });
          }}
        />
      ) : (
        <div class="edited-bar">
          <span class="small">
            <b>Edited by you.</b> The template no longer speaks.
          </span>
          <Button
            small
            icon="undo"
            busy={task.busy === 'change' ? 'Resetting' : ''}
            onPress={() => {
              change({ ...plainRequest(item), anyway: request.anyway, ownerInCc: request.ownerInCc });
            }}
          >
            Reset
          </Button>
        </div>
      )}
      <ProblemNote problem={task.problem} />
      <Message item={item} />
      <p class="small mut gap-s">
        {request.edited === null && item.merged.length > 0 ? (
          <>
            <span class="mf">Dotted</span> words come from the sheet.{' '}
          </>
        ) : null}
        {item.joins === '' ? '' : `The message joins your conversation of ${item.joins}.`}
      </p>
      <div class="buttons even gap">
        <Button
          icon="pen"
          onPress={() => {
            setEditing(true);
          }}
        >
          Edit this one
        </Button>
        <Button icon="mail" busy={task.busy === 'test' ? 'Sending' : ''} onPress={test}>
          Test to me
        </Button>
      </div>
      <div role="status">
        {tested === '' ? null : (
          <div class="gap">
            <Note kind="good">A test was sent to {tested}. Nobody else got it.</Note>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Templates of the same step; the one in use is always among them. */
function templatesFor(view: FollowUpsView, used: string, step: string) {
  return view.templates
    .filter((template) => template.step === step || template.key === used)
    .map(({ key, title }) => ({ value: key, label: title }));
}

interface SendBarProps {
  view: FollowUpsView;
  mode: Mode;
  count: number;
  onSend: () => void;
}

function SendBar({ view, mode, count, onSend }: SendBarProps) {
  const { used, left, limit } = view.quota;
  const noun = mode === 'first' ? 'first message' : 'follow-up';
  return (
    <>
      <div>
        <Bar
          name={`${used} of ${some(limit, 'message')} used today, ${count} in this send`}
          parts={[
            { look: 'solid', share: used },
            { look: 'hatch', share: count },
          ]}
          of={limit}
        />
        <p class="small mut gap-s num">
          Today: {figure(used)} sent, {figure(count)} in this send, {figure(Math.max(0, left - count))} left
        </p>
      </div>
      <Button look="fill" wide onPress={onSend}>
        Send {some(count, noun)}
      </Button>
    </>
  );
}
