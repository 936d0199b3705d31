// What leaves, word for word: one message at a time, another template, an edit, a test to oneself; then Send.
import { useState } from 'preact/hooks';
import type { FollowUpsView, SendRequest } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Bar } from '../../parts/bars';
import { Button, IconButton } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Pick } from '../../parts/field';
import { Panel } from '../../parts/frame';
import { ProblemNote } from '../../parts/note';
import { MovingBar } from '../../parts/states';
import { useTask } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, type Mode } from '../../server';
import { recipientsOf, type Draft, type Drafts } from './drafts';
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

export function Preview({ view, mode, drafts, leaving, onBack, onSend }: PreviewProps) {
  const app = useApp();
  const task = useTask();
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState(false);
  const count = leaving.length;
  const index = Math.min(at, count - 1);
  const draft = leaving[index];
  if (!draft) return null;
  const { item, request, coming } = draft;

  const change = (next: SendRequest): Promise<boolean> => {
    task.clear();
    app.tell(null);
    return drafts.change(draft, next);
  };
  const step = (icon: 'left' | 'right', name: string, to: number) => (
    <IconButton
      icon={icon}
      name={name}
      edge
      off={!leaving[to]}
      onPress={() => {
        setAt(to);
        task.clear();
      }}
    />
  );
  if (editing) {
    return (
      <EditMessage
        draft={draft}
        onCancel={() => {
          setEditing(false);
          drafts.leave(draft);
        }}
        onSave={(edited) => {
          void change({ ...request, edited }).then((kept) => {
            if (kept) setEditing(false);
          });
        }}
      />
    );
  }
  const { used, left, limit } = view.quota;
  const takes = recipientsOf(leaving);
  const quota = `${figure(used)} sent in the last 24 hours, ${figure(left)} left, ${figure(left - takes)} after this send`;
  return (
    <Panel
      title={'Message ' + figure(index + 1) + ' of ' + figure(count)}
      back={{ name: 'Back to the list', onPress: onBack }}
      aside={
        <>
          {step('left', 'Message before', index - 1)}
          {step('right', 'Next message', index + 1)}
        </>
      }
      foot={
        <>
          <div>
            <Bar
              name={quota}
              parts={[
                ['solid', used],
                ['hatch', takes],
              ]}
              of={limit}
            />
            <p class="mut gap-s num">{quota}.</p>
          </div>
          <Button
            look="fill"
            wide
            busy={leaving.some((one) => one.coming) && 'Loading the message'}
            onPress={onSend}
          >
            Send {some(count, mode === 'first' ? 'first message' : 'follow-up')}
          </Button>
        </>
      }
    >
      {request.edited ? (
        <div class="split-row centred">
          <Word name="Edited" />
          <Button
            small
            icon="undo"
            busy={coming !== undefined && 'Resetting'}
            onPress={() => {
              void change({ ...request, edited: null });
            }}
          >
            Back to the template
          </Button>
        </div>
      ) : (
        <Pick
          label="Template for this message"
          value={coming?.template ?? item.template}
          options={view.templates.map(({ key, title }) => ({ value: key, label: title }))}
          onPick={(template) => {
            void change({ ...request, template });
          }}
        />
      )}
      {coming && <MovingBar />}
      <ProblemNote problem={task.problem ?? draft.problem ?? null} />
      <Message item={item} />
      <p class="mut gap-s">
        {item.merged.length > 0 && (
          <>
            <span class="mf">Dotted</span> words come from the sheet.{' '}
          </>
        )}
        {item.about && item.about + '. '}
        {item.joins && `The message joins your conversation of ${item.joins}.`}
      </p>
      <div class="buttons even gap">
        <Button
          icon="pen"
          busy={coming !== undefined && 'Loading'}
          onPress={() => {
            setEditing(true);
          }}
        >
          Edit this one
        </Button>
        <Button
          icon="mail"
          busy={(coming !== undefined && 'Loading') || (task.busy === 'test' && 'Sending')}
          onPress={() => {
            task.run(
              'test',
              () => call('sendTest', request, mode),
              ({ to }) => {
                app.tell({
                  message: `A test was sent to ${to}.`,
                  change: '',
                  undoable: false,
                });
              },
            );
          }}
        >
          Test to me
        </Button>
      </div>
    </Panel>
  );
}
