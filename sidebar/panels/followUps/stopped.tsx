// Who gets no message now: why, and the offer that would change it.
import type { FollowUpsView, StoppedItem } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { useFirst } from '../../parts/firstOf';
import { Note, ProblemNote } from '../../parts/note';
import { useTask } from '../../parts/useTask';
import { Word } from '../../parts/word';
import { call, goTo, type Mode } from '../../server';
import { isSoft, plainRequest, type Drafts } from './drafts';
import { Second } from '../../parts/second';

interface StoppedProps {
  view: FollowUpsView;
  mode: Mode;
  drafts: Drafts;
  /** Shows the ready ones. */
  onReady: () => void;
}

export function StoppedList(props: StoppedProps) {
  const { view, drafts } = props;
  const anyway = drafts.all.filter(({ request }) => request.anyway).map(({ item }) => item.contact);
  const items = view.stopped.filter(({ contact }) => !anyway.includes(contact));
  const { shown, more } = useFirst(items, items.length, view.counts.stopped - anyway.length);
  if (items.length === 0) return <p class="mut gap-l">Nobody is stopped.</p>;
  return (
    <>
      <Note kind="info">These get no message now. Each says why, and what would change it.</Note>
      <ul class="rows lines">
        {shown.map((item) => (
          <StoppedLine key={item.contact} item={item} {...props} />
        ))}
      </ul>
      {more}
    </>
  );
}

function StoppedLine({ item, view, mode, drafts, onReady }: StoppedProps & { item: StoppedItem }) {
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
    else if (action.startsWith('open'))
      task.run('go', () => call('openTab', action === 'open-settings' ? 'Settings' : 'Templates'), Boolean);
    else onReady();
  };
  return (
    <li>
      <div class="split-row">
        <p class="org">{organization}</p>
        {code === 'hold' && <Word name="On hold" />}
        {code === 'bounced' && <Word name="Bounced" />}
      </div>
      <p class="gap-s">{item.why}</p>
      {action === 'copy-text' && (
        <>
          <p class="card wash small pre gap below">{text}</p>
          <CopyButton text={text} about={organization}>
            {label}
          </CopyButton>{' '}
        </>
      )}
      {action === 'none' ? (
        <Second>{label}</Second>
      ) : (
        (action !== 'copy-text' || isSoft(item)) && (
          <LinkText about={organization} onPress={act}>
            {task.busy ? 'One moment…' : action === 'copy-text' ? 'Write anyway this time' : label}
          </LinkText>
        )
      )}
      <ProblemNote problem={task.problem} />
    </li>
  );
}
