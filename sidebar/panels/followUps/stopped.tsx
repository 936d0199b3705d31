// Who gets no message now: why, and the offer that would change it.
import { useState } from 'preact/hooks';
import type { FollowUpsView, StoppedItem } from '../../../src/commands/answers';
import type { Problem } from '../../../src/values/result';
import { useApp } from '../../context';
import { LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { Note, ProblemNote } from '../../parts/note';
import { Word } from '../../parts/word';
import { call, goTo, type Mode } from '../../server';
import type { Drafts } from './drafts';

export function StoppedList(props: { view: FollowUpsView; mode: Mode; drafts: Drafts; onReady: () => void }) {
  const { view, mode, drafts, onReady } = props;
  const anyway = new Set(
    drafts.all.filter(({ request }) => request.anyway).map(({ request }) => request.contact),
  );
  const items = view.stopped.filter(({ contact }) => !anyway.has(contact));
  if (view.stopped.length === 0) return <p class="mut gap-l">Nobody is stopped.</p>;
  return (
    <>
      <div class="gap-l">
        <Note kind="info">These get no message now. Each says why, and what would change it.</Note>
      </div>
      <ul class="rows gap-s">
        {items.map((item) => (
          <StoppedLine
            key={item.contact}
            item={item}
            view={view}
            mode={mode}
            drafts={drafts}
            onReady={onReady}
          />
        ))}
      </ul>
      {view.counts.stopped > view.stopped.length ? (
        <p class="small mut">
          The first {figure(view.stopped.length)} of {figure(view.counts.stopped)} are shown.
        </p>
      ) : null}
    </>
  );
}

interface LineProps {
  item: StoppedItem;
  view: FollowUpsView;
  mode: Mode;
  drafts: Drafts;
  onReady: () => void;
}

function StoppedLine({ item, view, mode, drafts, onReady }: LineProps) {
  const app = useApp();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { offer, organization, code } = item;
  const word = code === 'hold' ? 'On hold' : code === 'bounced' ? 'Bounced' : null;

  const write = (ownerInCc: boolean): void => {
    if (busy) return;
    const request = { contact: item.contact, template: '', edited: null, anyway: true, ownerInCc };
    setBusy(true);
    void call('previewMessage', request, mode).then((answer) => {
      setBusy(false);
      if (!answer.ok) {
        setProblem(answer.problem);
        return;
      }
      drafts.keep({ request: { ...request, template: answer.value.template }, item: answer.value });
      app.announce(`${organization} stands in the list of the ready ones now.`);
      onReady();
    });
  };
  const go = async (sheet: string, cell: string): Promise<void> => {
    const answer = await goTo(sheet, cell);
    if (!answer.ok) setProblem(answer.problem);
  };
  const actions: Readonly<Record<Exclude<StoppedItem['offer']['action'], 'copy-text' | 'none'>, () => void>> =
    {
      'open-contact': () => {
        void go(view.sheet, `A${item.row}`).then(() => {
          app.go('contact');
        });
      },
      'go-to-cell': () => void go(offer.sheet === '' ? view.sheet : offer.sheet, offer.cell),
      'send-anyway': () => {
        write(false);
      },
      'send-with-owner-in-cc': () => {
        write(true);
      },
      'was-sent-or-not': onReady,
      'open-settings': () => void call('openTab', 'Settings'),
      'open-template': () => void call('openTab', 'Templates'),
    };
  return (
    <li>
      <div class="t">
        <p class="org">{organization}</p>
        {word === null ? null : <Word name={word} />}
      </div>
      <p class="small gap-s">{item.why}</p>
      {offer.action === 'none' ? (
        offer.label === '' ? null : (
          <p class="small mut">{offer.label}</p>
        )
      ) : offer.action === 'copy-text' ? (
        <>
          <p class="card wash small pre gap">{offer.text}</p>
          <div class="buttons gap">
            <CopyButton text={offer.text} about={organization}>
              {offer.label}
            </CopyButton>
          </div>
        </>
      ) : (
        <p class="gap-s">
          <LinkText about={organization} onPress={actions[offer.action]}>
            {busy ? 'One moment…' : offer.label}
          </LinkText>
        </p>
      )}
      <ProblemNote problem={problem} />
    </li>
  );
}
