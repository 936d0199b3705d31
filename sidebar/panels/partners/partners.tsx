// Partners for the long run: whose status check is due, what they bring and set as conditions, what we did for them.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import type { PartnerItem } from '../../../src/commands/askAnswers';
import { useApp } from '../../context';
import { IconButton, LinkText } from '../../parts/button';
import { some } from '../../parts/count';
import { useFirst } from '../../parts/firstOf';
import { Panel } from '../../parts/frame';
import { useFocusWhenLoaded } from '../../parts/heading';
import { KeptNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Segments } from '../../parts/segments';
import { MovingBar, unready } from '../../parts/states';
import { ToTab } from '../../parts/toTab';
import { Unread } from '../../parts/unread';
import { useAnswer } from '../../parts/useAnswer';
import { useFlip } from '../../parts/useFlip';
import type { OnWritten } from '../../parts/useWrite';
import { call } from '../../server';
import { Partner, StatusCheck } from './partner';

const TITLE = 'Partners';

export function Partners() {
  const app = useApp();
  const asked = useAnswer(() => call('getPartners'), String(app.undone));
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const [only, setOnly] = useState<'all' | 'due'>('all');
  useFocusWhenLoaded(asked.loading);
  const view = asked.value;
  const items = (view?.items ?? []).filter(({ due }) => only === 'all' || due);
  const { shown, more } = useFirst(items, 10, only === 'all' ? view?.count : view?.dueCount);
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  const { count, dueCount } = view;
  const written: OnWritten = (fresh) => {
    setReceipt(fresh);
    asked.reload();
  };
  return (
    <Panel
      title={TITLE}
      sub={
        dueCount > 0
          ? `${some(dueCount, 'status check')} due: ask how they are`
          : 'Nobody’s status check is due'
      }
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
    >
      {asked.loading && <MovingBar />}
      <KeptNote receipt={receipt} />
      {count === 0 ? (
        <Second>
          Nobody yet. Those who endorsed stand here by themselves. Others: click into their row, open Selected
          contact, then “Partner or observer”.
        </Second>
      ) : (
        <Segments
          name="Which of them"
          items={[
            { key: 'all', label: 'All', count },
            { key: 'due', label: 'Check due', count: dueCount },
          ]}
          chosen={only}
          onChoose={setOnly}
        />
      )}
      {count > 0 && shown.length === 0 && <p class="gap">None of them.</p>}
      <ul class="rows lines">
        {shown.map((item) => (
          <li key={item.contact}>
            <Line item={item} onWritten={written} />
          </li>
        ))}
      </ul>
      {more}
      <Unread {...view} />
      {count > 0 && <ToTab name="Partnerships" />}
    </Panel>
  );
}

function Line({ item, onWritten }: { item: PartnerItem; onWritten: OnWritten }) {
  const [open, flip] = useFlip();
  const { organization, membership, endorsed, bowedOut } = item;
  const is = [membership, endorsed && 'endorsed'].filter(Boolean).join(', ');
  return (
    <>
      <div class="split-row">
        <LinkText expanded={open} onPress={flip}>
          {organization}
        </LinkText>
        <span class="small mut cap">{bowedOut ? 'bowed out' : is}</span>
      </div>
      <StatusCheck partner={item} onWritten={onWritten} />
      {open && <Partner partner={item} onWritten={onWritten} />}
    </>
  );
}
