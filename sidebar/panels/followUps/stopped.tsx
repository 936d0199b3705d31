// Who gets no message now: why, and the offer that would change it.
import type { FollowUpsView, StoppedItem } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { AskTie } from '../../parts/askTie';
import { LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure, some } from '../../parts/count';
import { useFirst } from '../../parts/firstOf';
import { Section } from '../../parts/frame';
import { Note, ProblemNote } from '../../parts/note';
import { useTask } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, goTo, type Mode, type OurTab } from '../../server';
import { isSoft, plainRequest, type Drafts } from './drafts';

interface StoppedProps {
  view: FollowUpsView;
  mode: Mode;
  drafts: Drafts;
  /** Shows the ready ones. */
  onReady: () => void;
  onAsked: () => void;
}

export function StoppedList(props: StoppedProps) {
  const { view, drafts } = props;
  const anyway = drafts.all.filter(({ request }) => request.anyway).map(({ item }) => item.contact);
  const items = view.stopped.filter(({ contact }) => !anyway.includes(contact));
  const { stopped, notDue } = view.counts;
  const { shown, more } = useFirst(items, items.length, stopped + notDue - anyway.length);
  const lines = (due: boolean) => (
    <ul class="rows lines">
      {byCause(shown.filter((item) => item.due === due)).map(([item, others]) => (
        <StoppedLine key={item.contact} item={item} others={others} {...props} />
      ))}
    </ul>
  );
  if (items.length === 0) return <p class="mut gap-l">Nobody is stopped.</p>;
  return (
    <>
      <Note kind="info">Why these get no message now, and what would change it.</Note>
      {lines(true)}
      {notDue > 0 && (
        <Section title="Not due" aside={figure(notDue)}>
          {lines(false)}
        </Section>
      )}
      {more}
    </>
  );
}

/** One cause in Settings or in a template stops many: the first of them, with how many others. */
function byCause(items: readonly StoppedItem[]): readonly (readonly [StoppedItem, number])[] {
  const causes = new Map<string, readonly [StoppedItem, number]>();
  for (const item of items) {
    const { action, cell } = item.offer;
    const cause = /^go|tab/.test(action) ? item.why + cell : item.contact;
    const [first, others] = causes.get(cause) ?? [item, -1];
    causes.set(cause, [first, others + 1]);
  }
  return [...causes.values()];
}

interface LineProps extends StoppedProps {
  item: StoppedItem;
  /** How many others the same thing stops. */
  others: number;
}

function StoppedLine({ item, others, view, mode, drafts, onReady, onAsked }: LineProps) {
  const app = useApp();
  const task = useTask();
  const { contact, row, offer, organization, code } = item;
  const { action, label, text } = offer;

  const act = (): void => {
    if (isSoft(item)) {
      const request = {
        ...plainRequest(contact, ''),
        anyway: true,
        ownerInCc: action === 'send-with-owner-in-cc',
      };
      task.run(
        'write',
        () => call('previewMessage', request, mode),
        (ready) => {
          drafts.keep({ ...request, template: ready.template }, ready);
          app.announce(organization + ' stands in the list of the ready ones now.');
          onReady();
        },
      );
    } else if (action === 'open-contact') {
      task.run(
        'go',
        () => call('goTo', view.sheet, `A${row}`),
        () => {
          app.go('contact');
        },
      );
    } else if (action === 'go-to-cell')
      task.run('go', () => goTo(offer.sheet || view.sheet, offer.cell), Boolean);
    else if (action === 'open-tab') task.run('go', () => call('openTab', offer.sheet as OurTab), Boolean);
    else onReady();
  };
  const link = (words: string) => (
    <LinkText about={organization} onPress={act}>
      {task.busy ? 'One moment…' : words}
    </LinkText>
  );
  return (
    <li>
      <div class="split-row">
        <p class="org">
          {organization}
          {others > 0 && ` and ${some(others, 'other')}`}
        </p>
        {code === 'hold' && <Word name="On hold" />}
        {code === 'bounced' && <Word name="Bounced" />}
      </div>
      <p class="gap-s">{item.why}</p>
      {action === 'note-tie-asked' ? (
        <>
          <AskTie {...item} text={text} copy={offer.copy} onAsked={onAsked} />
          {isSoft(item) && link('Write anyway this time')}
        </>
      ) : (
        <div class={text && 'buttons gap'}>
          {text && (
            <CopyButton text={text} about={organization}>
              {offer.copy}
            </CopyButton>
          )}
          {label && link(label)}
        </div>
      )}
      <ProblemNote problem={task.problem} />
    </li>
  );
}
