// Partners and endorsers to check in with: never by a send, with a text to copy or to open in one's own mail.
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Button, Link } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { useFirst } from '../../parts/firstOf';
import { focusOn } from '../../parts/heading';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useTask } from '../../parts/useTask';
import { CheckIn } from '../../parts/word';
import { call } from '../../server';

type One = FollowUpsView['checks'][number];

export function Checks({ checks, onChecked }: { checks: readonly One[]; onChecked: () => void }) {
  const { shown, more } = useFirst(checks, 20);
  return (
    <>
      <Second>
        {checks.length > 0
          ? 'Ask how they are, and whether you can do something for them. A call counts too: log it, or press “Checked in”.'
          : 'Nobody’s status check is due.'}
      </Second>
      <ul class="rows lines">
        {shown.map((one) => (
          <li key={one.contact}>
            <Check one={one} onChecked={onChecked} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Check({ one, onChecked }: { one: One; onChecked: () => void }) {
  const { contact, organization, why, text, composeUrl } = one;
  const app = useApp();
  const task = useTask();
  return (
    <>
      <p class="org">{organization}</p>
      <CheckIn due={why} />
      <p class="card wash small pre gap">{text}</p>
      <div class="buttons gap">
        {composeUrl && (
          <Link href={composeUrl} icon="out" about={organization}>
            Open in Gmail
          </Link>
        )}
        <CopyButton text={text} about={organization}>
          Copy text
        </CopyButton>
        <Button
          small
          about={organization}
          busy={task.busy && 'Saving'}
          onPress={() => {
            task.run(
              'check',
              () => call('logCheck', contact),
              (receipt) => {
                app.tell(receipt);
                focusOn();
                onChecked();
              },
            );
          }}
        >
          Checked in
        </Button>
      </div>
      <ProblemNote problem={task.problem} />
    </>
  );
}
