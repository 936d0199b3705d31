// The union map: how many locals are mapped, talk with us and voted, and each on its step with what comes next.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import type { UnionFigure, UnionItem, UnionsView } from '../../../src/commands/unionAnswers';
import { useApp } from '../../context';
import { IconButton, LinkText } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { useFirst } from '../../parts/firstOf';
import { Panel, Section } from '../../parts/frame';
import { useFocusWhenLoaded } from '../../parts/heading';
import { KeptNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Chips } from '../../parts/segments';
import { MovingBar, unready } from '../../parts/states';
import { Unread } from '../../parts/unread';
import { useAnswer } from '../../parts/useAnswer';
import { useFlip } from '../../parts/useFlip';
import type { OnWritten } from '../../parts/useWrite';
import { call, goTo } from '../../server';
import { Union } from './union';

const TITLE = 'Unions';

export function Unions() {
  const app = useApp();
  const asked = useAnswer(() => call('getUnions'), String(app.undone));
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const [only, setOnly] = useState<UnionFigure | ''>('');
  useFocusWhenLoaded(asked.loading);
  const view = asked.value;
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  const { items, count, sheet, tally } = view;
  const shown = items.filter(({ figures }) => !only || figures.includes(only));
  const written: OnWritten = (fresh) => {
    setReceipt(fresh);
    asked.reload();
  };
  return (
    <Panel
      title={TITLE}
      sub={tally.mapped > 0 && workersText(tally)}
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
    >
      {asked.loading && <MovingBar />}
      <KeptNote receipt={receipt} />
      {count === 0 ? (
        <Second>
          No union stands in your contacts yet. Add the locals of your town there, with the category Union.
        </Second>
      ) : (
        <Chips
          name="Which of them"
          items={figuresOf(view)}
          chosen={only}
          onChoose={(key) => {
            setOnly(key === only ? '' : key);
          }}
        />
      )}
      {GROUPS.map(({ key, title, is }) => (
        <Group key={only + key} title={title} items={shown.filter(is)} onWritten={written} />
      ))}
      {count > items.length && (
        <p class="mut gap">
          {figure(items.length)} of {figure(count)} are shown here.
        </p>
      )}
      <Unread {...view} title="To put right in the tab" />
      {sheet && (
        <p class="gap-l">
          <LinkText onPress={() => void goTo(sheet, '')}>Open the tab “{sheet}”</LinkText>
        </p>
      )}
    </Panel>
  );
}

const workersText = ({ workers, unknown }: UnionsView['tally']): string =>
  some(workers, 'worker') + (unknown > 0 ? ` (${some(unknown, 'local')} unknown)` : '');

function figuresOf({ tally, missing }: UnionsView) {
  const all: readonly (readonly [UnionFigure, number, string])[] = [
    ['mapped', tally.mapped, 'mapped'],
    ['talking', tally.inConversation, 'in conversation'],
    ['voted', tally.voted, 'voted'],
    ['unknown', tally.unknown, 'of unknown size'],
    ['councils', tally.councils, tally.councils === 1 ? 'council' : 'councils'],
    ['missing', missing, 'not on the map'],
  ];
  return all
    .filter(([key, n]) => n > 0 || key === 'mapped')
    .map(([key, n, label]) => ({ key, label: figure(n) + ' ' + label }));
}

const isCouncil = ({ figures }: UnionItem) => figures.includes('councils');
const onStep = (item: UnionItem) => item.row > 0 && !item.left && !isCouncil(item);

const GROUPS: readonly {
  readonly key: string;
  readonly title: string;
  readonly is: (item: UnionItem) => boolean;
}[] = [
  ...[0, 1, 2, 3, 4, 5].map((step) => ({
    key: String(step),
    title: '',
    is: (item: UnionItem) => onStep(item) && item.stage === step,
  })),
  { key: 'councils', title: 'Councils and federations', is: (item) => isCouncil(item) && !item.left },
  { key: 'left', title: 'Declined or bowed out', is: ({ row, left }) => row > 0 && left !== '' },
  { key: 'missing', title: 'Not on the map yet', is: ({ row }) => row === 0 },
];

/** `title` '': a step of the ladder, which has its own words. */
function Group(props: { title: string; items: readonly UnionItem[]; onWritten: OnWritten }) {
  const { title, items } = props;
  const { shown, more } = useFirst(items, 5);
  const [first] = items;
  return (
    first && (
      <Section title={title || first.word || 'Nothing yet'} aside={figure(items.length)}>
        {!title && first.next && <Second>Next: {first.next}</Second>}
        <ul class="rows lines">
          {shown.map((item) => (
            <li key={item.contact + String(item.row)}>
              <Line item={item} onWritten={props.onWritten} />
            </li>
          ))}
        </ul>
        {more}
      </Section>
    )
  );
}

function Line({ item, onWritten }: { item: UnionItem; onWritten: OnWritten }) {
  const [open, flip] = useFlip();
  const { organization, name, workers, town, owner, left, word, offer, figures } = item;
  const step = isCouncil(item) && word;
  const known = [left, step, name, workers, town, owner && 'with ' + owner].filter(Boolean).join(', ');
  return (
    <>
      <LinkText expanded={open} onPress={flip}>
        {organization}
      </LinkText>
      {known && <Second>{known}</Second>}
      {figures.includes('voted') && <Second>Voted to support</Second>}
      {offer && !open && <Second>{offer.why}</Second>}
      {open && <Union union={item} onWritten={onWritten} />}
    </>
  );
}
