// Next town: which town, what goes into its file, three fresh tabs, and how they get there without anything private.
import { useState } from 'preact/hooks';
import type { WriteReceipt } from '../../src/commands/answers';
import type { NextTownView } from '../../src/commands/nextTownAnswers';
import { useApp } from '../context';
import { Button, LinkText } from '../parts/button';
import { figure, some } from '../parts/count';
import { Input, Tick } from '../parts/field';
import { useFirst } from '../parts/firstOf';
import { NAMES, Panel, Section } from '../parts/frame';
import { focusOn } from '../parts/heading';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { MovingBar } from '../parts/states';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call } from '../server';

const TITLE = NAMES['next-town'];

export function NextTown() {
  const app = useApp();
  const task = useTask();
  const [town, setTown] = useState('');
  const [view, setView] = useState<NextTownView | null>(null);
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const [madeAt, setMadeAt] = useState(0);
  const look = (): void => {
    task.run(
      'look',
      () => call('getNextTown', town),
      (found) => {
        // Typed on meanwhile: what is ticked belongs to the town that was asked for.
        setTown(town);
        setView(found);
        setReceipt(null);
        focusOn();
      },
    );
  };
  // After an undo there is nothing to copy.
  if (receipt && app.undone === madeAt)
    return (
      <Made
        town={town}
        receipt={receipt}
        onBack={() => {
          setReceipt(null);
          setView(null);
          focusOn();
        }}
      />
    );
  if (view)
    return (
      <Chosen
        town={town}
        view={view}
        task={task}
        onBack={() => {
          setView(null);
          focusOn();
        }}
        onMake={(partners, templates) => {
          task.run(
            'make',
            () => call('makeNextTown', { town, partners, templates }),
            (done) => {
              app.tell(done);
              setReceipt(done);
              setMadeAt(app.undone);
              focusOn();
            },
          );
        }}
      />
    );
  return (
    <Panel
      title={TITLE}
      sub="What you built here helps a group in another town to begin"
      foot={
        <>
          <Button look="fill" wide off={town.trim() === ''} busy={task.busy && 'Looking'} onPress={look}>
            See what would go there
          </Button>
          {town.trim() === '' && <Second>Write the name of the town first.</Second>}
        </>
      }
    >
      {task.busy && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <div class="gap">
        <Input label="Which town?" value={town} live onSet={setTown} />
      </div>
      <p class="mut gap">
        You get three fresh tabs to copy into a new file: partners who agreed to be named, your templates, and
        the kinds of groups. You see all of it before anything is made.
      </p>
      <Note kind="info">
        Never use File, Make a copy for it: that takes everything along, and what you delete there stays in
        the history of the new file.
      </Note>
    </Panel>
  );
}

type Ticks = Readonly<Record<string, boolean>>;

function Chosen(props: {
  town: string;
  view: NextTownView;
  task: ReturnType<typeof useTask>;
  onBack: () => void;
  onMake: (partners: string[], templates: string[]) => void;
}) {
  const { town, view, task } = props;
  const [ticks, setTicks] = useState<Ticks>({});
  const [texts, setTexts] = useState<Ticks>({});
  const partners = view.partners.filter(({ contact, reason }) => ticks[contact] ?? reason !== '');
  const templates = view.templates.filter(({ key, why, stays }) => !stays && (texts[key] ?? why === ''));
  const { shown, more } = useFirst(view.partners, 20, view.partnerCount);
  return (
    <Panel
      title={'For ' + town}
      sub="Untick what is not to go. Nothing is made yet."
      back={{ name: 'Another town', onPress: props.onBack }}
      foot={
        <>
          <Button
            look="fill"
            wide
            busy={task.busy && 'Making the tabs'}
            onPress={() => {
              props.onMake(
                partners.map(({ contact }) => contact),
                templates.map(({ key }) => key),
              );
            }}
          >
            Make three tabs
          </Button>
          <Second>
            {some(partners.length, 'partner')}, {some(view.shipped + templates.length, 'text')},{' '}
            {figure(view.categories)} kinds of groups. Undo takes them away.
          </Second>
        </>
      }
    >
      {task.busy && <MovingBar />}
      <ProblemNote problem={task.problem} />
      <Section title="Partners with affiliates there" aside={figure(view.partnerCount)}>
        <Second>
          Only these words go: never a name of a person, an address, a phone number or a note. Ticked is who
          may have affiliates in {town}.
        </Second>
        {view.partnerCount === 0 && (
          <Second>
            Nobody has agreed to be named yet. Ask those who endorsed, and write down what they say.
          </Second>
        )}
        <ul class="people lines across-lines">
          {shown.map((one) => {
            const id = 'town-' + one.contact;
            return (
              <li key={one.contact}>
                <Tick
                  id={id}
                  ticked={ticks[one.contact] ?? one.reason !== ''}
                  onTick={(on) => {
                    setTicks({ ...ticks, [one.contact]: on });
                  }}
                />
                <div>
                  <label class="org" for={id}>
                    {one.organization}
                  </label>
                  <p>{[one.category, one.agreed].filter((part) => part).join(': ')}</p>
                  {one.website && <p>{one.website}</p>}
                  <Second>
                    {one.reason || 'Nothing tells of affiliates there. Tick it if you know of some.'}
                  </Second>
                </div>
              </li>
            );
          })}
        </ul>
        {more}
        <NotNamed view={view} />
      </Section>
      <Section title="Templates" aside={some(view.shipped + templates.length, 'text')}>
        <Second>The {figure(view.shipped)} that come with the add-on go along.</Second>
        {view.templates.length > 0 && <Second>Your own, where they name nobody:</Second>}
        <ul class="people lines across-lines">
          {view.templates.map((one) => (
            <OwnText
              key={one.key}
              one={one}
              ticked={templates.includes(one)}
              onTick={(on) => {
                setTexts({ ...texts, [one.key]: on });
              }}
            />
          ))}
        </ul>
      </Section>
      <Section title="Kinds of groups" aside={figure(view.categories)}>
        <Second>Each with a question for the room and a tip, as in Meeting.</Second>
      </Section>
    </Panel>
  );
}

function NotNamed({ view: { partnerCount, unasked, unaskedCount, unnamedCount } }: { view: NextTownView }) {
  const app = useApp();
  const more = unaskedCount - unasked.length;
  if (partnerCount > 0 && unaskedCount + unnamedCount === 0) return null;
  return (
    <div class="gap-l">
      {unnamedCount > 0 && (
        <Second>
          {some(unnamedCount, 'group does', 'groups do')} not want to be named, so nothing of them goes.
        </Second>
      )}
      {unaskedCount > 0 && (
        <Second>
          Endorsed, and nobody asked whether they may be named: {unasked.join(', ')}
          {more > 0 && ` and ${figure(more)} more`}.
        </Second>
      )}
      {unaskedCount + Number(partnerCount === 0) > 0 && (
        <LinkText
          onPress={() => {
            app.go('asks');
          }}
        >
          Write down what they say
        </LinkText>
      )}
    </div>
  );
}

function OwnText(props: {
  one: NextTownView['templates'][number];
  ticked: boolean;
  onTick: (on: boolean) => void;
}) {
  const { key, text, why, stays } = props.one;
  const [open, flip] = useFlip();
  const id = 'text-' + key;
  return (
    <li>
      <Tick id={id} ticked={props.ticked} off={stays} onTick={props.onTick} />
      <div>
        <label class="org" for={id}>
          {key}
        </label>
        {why && (
          <Second>
            {why}{' '}
            {stays ? 'It stays here. Change it in Templates if it is to go.' : 'Read it before you tick it.'}
          </Second>
        )}
        <p>
          <LinkText expanded={open} about={key} onPress={flip}>
            {open ? 'Hide it' : 'Read it'}
          </LinkText>
        </p>
        {open && <p class="pre gap-s">{text}</p>}
      </div>
    </li>
  );
}

function Made({ town, receipt, onBack }: { town: string; receipt: WriteReceipt; onBack: () => void }) {
  return (
    <Panel title="Now copy them" sub={receipt.message} back={{ name: 'Back to the town', onPress: onBack }}>
      <KeptNote receipt={receipt} />
      <ol class="rows lines">
        <li>
          <b>1.</b> Click the arrow on the tab <b>Next town: partners</b> and choose{' '}
          <b>Copy to, New spreadsheet</b>. Open the new file with the link that Google shows.
        </li>
        <li>
          <b>2.</b> Do the same with <b>Next town: templates</b> and <b>Next town: categories</b>, but choose{' '}
          <b>Copy to, Existing spreadsheet</b> and the new file.
        </li>
        <li>
          <b>3.</b> In the new file, double-click the names of the tabs: make “Copy of Next town: partners”{' '}
          <b>Contacts</b>, “Copy of Next town: templates” <b>Templates</b>, and the third <b>Categories</b>.
        </li>
        <li>
          <b>4.</b> Put the add-on into the new file, as its README says, and share the file with the people
          of {town}.
        </li>
      </ol>
      <Note kind="info">
        The new file has nothing but these tabs, also in its history. Write nothing private into them here,
        before you copy them. When they are copied, Undo takes them away, or delete them.
      </Note>
    </Panel>
  );
}
