// Messages of which nobody knows whether they left: a person looks into the Sent folder and says so.
import type { FollowUpsView, UnsettledItem } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Button, Link, LinkText } from '../../parts/button';
import { focusOn } from '../../parts/heading';
import { Icon } from '../../parts/icon';
import { Note, ProblemNote } from '../../parts/note';
import { useTask } from '../../parts/useTask';
import { call, type Mode } from '../../server';

/** And, where an earlier send was cut off, the press that writes its rows: a chunk without messages does. */
export function Unsettled(props: { view: FollowUpsView; mode: Mode; onSettled: () => void }) {
  const { view, mode, onSettled } = props;
  const task = useTask();
  return (
    <>
      {view.unfinished && (
        <Note kind="warn">
          An earlier send was cut off before its rows were written.{' '}
          <LinkText
            onPress={() => {
              task.run('write', () => call('sendChunk', [], mode), onSettled);
            }}
          >
            {task.busy ? 'Writing' : 'Write them now'}
          </LinkText>
        </Note>
      )}
      <ProblemNote problem={task.problem} />
      {view.unsettled.map((item) => (
        <UnsettledCard key={item.messageKey} item={item} onSettled={onSettled} />
      ))}
    </>
  );
}

function UnsettledCard({ item, onSettled }: { item: UnsettledItem; onSettled: () => void }) {
  const app = useApp();
  const task = useTask();
  const { organization, messageKey, when } = item;
  const answer = (label: string, wasSent: boolean) => (
    <Button
      small
      about={organization}
      busy={task.busy === label && 'Saving'}
      onPress={() => {
        task.run(
          label,
          () => call('settleSend', messageKey, wasSent),
          (receipt) => {
            app.tell(receipt);
            focusOn();
            onSettled();
          },
        );
      }}
    >
      {label}
    </Button>
  );
  return (
    <div class="card unsure small gap-l">
      <p class="org with-icon">
        <Icon name="doubt" />
        We are not sure it was sent
      </p>
      <p class="gap-s">
        <b>{organization}.</b> Gmail’s reply got lost on the way. It is never sent again by itself.
      </p>
      <p class="gap">
        Look in your{' '}
        <Link look="" href="https://mail.google.com/mail/#sent">
          Sent folder
        </Link>{' '}
        for “{item.subject}” to {item.to}
        {when && ', ' + when}.
      </p>
      <div class="buttons even gap">
        {answer('It was sent', true)}
        {answer('It was not sent', false)}
      </div>
      <ProblemNote problem={task.problem} />
    </div>
  );
}
