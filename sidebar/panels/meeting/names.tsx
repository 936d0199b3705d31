// Names out of a pasted list: what each would become, and those that are ticked added to the shortlist.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../../src/commands/answers';
import type { NameItem, NamesView } from '../../../src/commands/nameAnswers';
import { useApp } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Pick, Tick } from '../../parts/field';
import { useFirst } from '../../parts/firstOf';
import { Panel } from '../../parts/frame';
import { focusOn } from '../../parts/heading';
import { KeptNote, ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { Chips, Segments } from '../../parts/segments';
import { MovingBar } from '../../parts/states';
import { useTask } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, goTo, type NameChoice } from '../../server';

type Shown = 'all' | 'new' | 'known' | 'unsure';

/** Characters of a file that are sent: the server says where that is too much. */
const MOST_OF_FILE = 1_000_000;

/** Files of other programs are not always UTF-8. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  try {
    const isWide = first === 0xff && second === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function PasteNames({ onBack }: { onBack: () => void }) {
  const app = useApp();
  const task = useTask();
  const [text, setText] = useState('');
  const [view, setView] = useState<NamesView | null>(null);
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const find = (): void => {
    task.run(
      'find',
      () => call('getNames', text),
      (found) => {
        // Typed on meanwhile: what is ticked belongs to what was read.
        setText(text);
        setView(found);
        setReceipt(null);
        focusOn();
      },
    );
  };
  if (view)
    return (
      <Found
        view={view}
        receipt={receipt}
        task={task}
        onBack={() => {
          setView(null);
          focusOn();
        }}
        onAdd={(choices) => {
          task.run(
            'add',
            () => call('addNames', text, choices),
            (done) => {
              app.tell(done);
              setReceipt(done);
              focusOn();
              void call('getNames', text).then((answer) => {
                if (answer.ok) setView(answer.value);
              });
            },
          );
        }}
      />
    );
  return (
    <Panel
      title="Paste a list of names"
      sub="Signers of a letter, a web page, a column of a sheet"
      back={{ name: 'Back to the meeting', onPress: onBack }}
      foot={
        <>
          <Button
            look="fill"
            wide
            off={text.trim() === ''}
            busy={task.busy && 'Reading the list'}
            onPress={find}
          >
            Find the names
          </Button>
          <Second>
            {text.trim() === ''
              ? 'Paste a list, or choose a file.'
              : 'You see all of it before it is written.'}
          </Second>
        </>
      }
    >
      {task.busy && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <label class="field gap">
        <span class="small mut">The list, as it is</span>
        <textarea
          class="in"
          rows={12}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </label>
      <label class="field gap-l">
        <span class="small mut">Or a file from this computer (.csv, .txt)</span>
        <input
          type="file"
          accept=".csv,.txt,.tsv,text/*"
          onChange={({ currentTarget: { files } }) => {
            void files?.[0]?.arrayBuffer().then((bytes) => {
              setText(textOf(bytes).slice(0, MOST_OF_FILE));
            });
          }}
        />
      </label>
    </Panel>
  );
}

function Found(props: {
  view: NamesView;
  receipt: WriteReceipt | null;
  task: ReturnType<typeof useTask>;
  onBack: () => void;
  onAdd: (choices: NameChoice[]) => void;
}) {
  const { view, task } = props;
  const { items, counts } = view;
  const [kind, setKind] = useState<Shown>('all');
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const [categories, setCategories] = useState<Readonly<Record<string, string>>>({});
  const isTicked = ({ at, kind: own }: NameItem) => ticks[at] ?? own === 'new';
  const picked = items.filter((item) => item.addable && isTicked(item));
  const unsaid = items.filter(({ at, kind: own }) => own === 'unsure' && ticks[at] === undefined).length;
  const inKind = items.filter((item) => kind === 'all' || item.kind === kind);
  const all = counts.new + counts.known + counts.unsure;
  const { shown, more } = useFirst(
    inKind,
    inKind.length,
    kind === 'all' ? all + counts.leftOut : counts[kind],
  );
  return (
    <Panel
      title="Names found"
      sub={`From ${some(view.lines, 'line')}. Untick what you do not want.`}
      back={{ name: 'Back to the list', onPress: props.onBack }}
      foot={
        <>
          <Button
            look="fill"
            wide
            off={picked.length === 0}
            busy={task.busy && 'Adding'}
            onPress={() => {
              props.onAdd(
                picked.map((item) => ({
                  at: item.at,
                  category: categories[item.at] ?? item.category,
                  seen: item.kind === 'left out' ? 'new' : item.kind,
                })),
              );
            }}
          >
            Add {figure(picked.length)} to the shortlist
          </Button>
          {unsaid > 0 && <Second>{some(unsaid, 'name')} you have not decided about: not added.</Second>}
          {picked.length === 0 && unsaid === 0 && <Second>No name is ticked.</Second>}
        </>
      }
    >
      {task.busy && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <KeptNote receipt={props.receipt} />
      <Segments
        name="Which names to show"
        items={[
          { key: 'all', label: 'All', count: all },
          { key: 'new', label: 'New', count: counts.new },
          { key: 'known', label: 'Known', count: counts.known },
          { key: 'unsure', label: 'Unsure', count: counts.unsure },
        ]}
        chosen={kind}
        onChoose={setKind}
      />
      <fieldset>
        <legend class="vh">Names to add</legend>
        <ul class="people lines across-lines">
          {shown.map((item, index) => (
            <Name
              key={item.at < 0 ? 'out' + String(index) : item.at}
              item={item}
              ticked={isTicked(item)}
              decided={ticks[item.at] !== undefined}
              category={categories[item.at] ?? item.category}
              categories={view.categories}
              onTick={(on) => {
                setTicks({ ...ticks, [item.at]: on });
              }}
              onCategory={(word) => {
                setCategories({ ...categories, [item.at]: word });
              }}
            />
          ))}
        </ul>
      </fieldset>
      {more}
    </Panel>
  );
}

function Name(props: {
  item: NameItem;
  ticked: boolean;
  decided: boolean;
  category: string;
  categories: readonly string[];
  onTick: (on: boolean) => void;
  onCategory: (word: string) => void;
}) {
  const { item, ticked, category, onTick } = props;
  const { name, kind } = item;
  const id = 'name-' + String(item.at);
  if (item.at < 0)
    return (
      <li>
        <span />
        <div>
          <p class="org">{name}</p>
          <p>{item.note}</p>
          <Word name="Left out" />
        </div>
      </li>
    );
  const words =
    props.categories.includes(category) || !category ? props.categories : [category, ...props.categories];
  return (
    <li>
      <Tick id={id} ticked={ticked} off={!item.addable} onTick={onTick} />
      <div>
        <label class="org" for={id}>
          {name}
        </label>
        {ticked ? (
          <Pick
            label={'Category of ' + name}
            small
            value={category}
            options={[
              { value: '', label: 'No category' },
              ...words.map((word) => ({ value: word, label: word })),
            ]}
            onPick={props.onCategory}
          />
        ) : (
          <p>{category}</p>
        )}
        {item.town && <p>{item.town}</p>}
        <Second>“{item.source}”</Second>
        {item.note && <Second>{item.note}</Second>}
        {item.word && (
          <p class="gap-s">
            <Word name={item.word} /> {item.of}
          </p>
        )}
        {item.cell ? (
          <p>
            <LinkText
              about={item.of || name}
              onPress={() => {
                void goTo(item.sheet, item.cell);
              }}
            >
              {item.where}
            </LinkText>
          </p>
        ) : (
          <Second>{item.where}</Second>
        )}
        {kind === 'unsure' && (
          <Chips
            name={`Is ${name} the same as ${item.of}?`}
            items={[
              { key: 'same', label: 'Same group' },
              { key: 'different', label: 'Different group' },
            ]}
            chosen={props.decided ? (ticked ? 'different' : 'same') : ''}
            onChoose={(key) => {
              onTick(key === 'different');
            }}
          />
        )}
      </div>
    </li>
  );
}
