// Messages of which nobody knows whether they left: a person looks into the Sent folder and says so.
import type { UnsettledItem, WriteReceipt } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Button } from '../../parts/button';
import { focusOn } from '../../parts/heading';
import { Icon } from '../../parts/icon';
import { ProblemNote } from '../../parts/note';
import { useTask } from '../../parts/useTask';
import { call } from '../../server';

export function Unsettled(props: { items: readonly UnsettledItem[]; onSettled: () => Promise<unknown> }) {
  return (
    <>
      {props.items.map((item) => (
        <UnsettledCard key={item.messageKey} item={item} onSettled={props.onSettled} />
      ))}
    </>
  );
}

const SENT_FOLDER = 'https://mail.google.com/mail/#sent';

function UnsettledCard({ item, onSettled }: { item: UnsettledItem; onSettled: () => Promise<unknown> }) {
  const app = useApp();
  const task = useTask();
  const settle = (wasSent: boolean): void => {
    task.run(
      wasSent ? 'sent' : 'not',
      () => call('settleSend', item.messageKey, wasSent),
      (receipt: WriteReceipt) => {
        app.tell(receipt);
        focusOn();
        void onSettled();
      },
    );
  };
  return (
    <div class="card unsure gap-l">
      <p class="org with-icon">
        <Icon name="doubt" />
        We are not sure it was sent
      </p>
      <p class="small gap-s">
        <b>{item.organization}.</b> Gmail’s reply got lost on the way. It is never sent again by itself.
      </p>
      <p class="small gap">
        Look in your{' '}
        <a href={SENT_FOLDER} target="_blank" rel="noopener">
          Sent folder<span class="vh"> (opens in a new tab)</span>
        </a>{' '}
        for “{item.subject}” to {item.to}
        {item.when === '' ? '' : `, ${item.when}`}.
      </p>
      <div class="buttons even gap">
        <Button
          small
          about={item.organization}
          busy={task.busy === 'sent' ? 'Saving' : ''}
          onPress={() => {
            settle(true);
          }}
        >
          It was sent
        </Button>
        <Button
          small
          about={item.organization}
          busy={task.busy === 'not' ? 'Saving' : ''}
          onPress={() => {
            settle(false);
          }}
        >
          It was not
        </Button>
      </div>
      <ProblemNote problem={task.problem} />
    </div>
  );
}
