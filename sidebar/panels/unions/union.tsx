// One union: what comes next, what stands on the map, what is known from elsewhere, and the form for its row.
import { useState } from 'preact/hooks';
import type { UnionForm, UnionItem } from '../../../src/commands/unionAnswers';
import { UNION_STEPS } from '../../../src/texts/unionSteps';
import { useApp } from '../../context';
import { Button, Link } from '../../parts/button';
import { Facts } from '../../parts/facts';
import { Pick } from '../../parts/field';
import { Folds } from '../../parts/folds';
import { Note, ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { Second } from '../../parts/second';
import { useFields } from '../../parts/useFields';
import { useTask } from '../../parts/useTask';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call, goToContact } from '../../server';

interface UnionProps {
  readonly union: UnionItem;
  readonly onWritten: OnWritten;
}

/** Further on the ladder by what is on record; nothing where it is not. */
function Offer({ union, onWritten }: UnionProps) {
  const { contact, organization, form, offer } = union;
  const { busy, problem, write } = useWrite('', onWritten);
  return (
    offer && (
      <Note kind="info">
        {offer.why}
        <div class="buttons gap">
          <Button
            small
            about={organization}
            busy={busy && 'Saving'}
            onPress={() => {
              write('offer', () => call('saveUnion', { contact, ...form, stage: offer.word, seen: form }));
            }}
          >
            Yes, it is
          </Button>
        </div>
        <ProblemNote problem={problem} />
      </Note>
    )
  );
}

/** `inContact`: shown in the panel of the selected contact, where its asks stand as well. */
export function Union({ union, inContact, onWritten }: UnionProps & { inContact?: boolean }) {
  const { contact, organization, facts, link, ask, row } = union;
  const app = useApp();
  const jump = useTask();
  const id = 'union-' + contact;
  const [open, setOpen] = useState<'change' | ''>('');
  if (!contact)
    return <Second>It is not among the contacts of this tab, so nothing more is known of it here.</Second>;
  return (
    <div class="gap-s">
      <Offer {...{ union, onWritten }} />
      {facts.length > 0 && (
        <div class="gap">
          <Facts facts={facts} />
        </div>
      )}
      {(link || !inContact) && (
        <div class="buttons gap">
          {link && <Link href={link}>Open the statements</Link>}
          {!inContact && (
            <Button
              small
              about={organization}
              busy={jump.busy && 'Opening'}
              onPress={() => {
                jump.run(
                  'go',
                  () => goToContact(contact),
                  () => {
                    app.go('contact');
                  },
                );
              }}
            >
              {ask ? 'Ask: ' + ask : 'Open the contact'}
            </Button>
          )}
        </div>
      )}
      <ProblemNote problem={jump.problem} />
      <Folds
        id={id}
        items={[{ key: 'change', label: row ? 'Change' : 'Put on the map', about: organization }]}
        open={open}
        onOpen={setOpen}
      >
        <Change
          union={union}
          back={id + 'change'}
          onWritten={(receipt) => {
            setOpen('');
            onWritten(receipt);
          }}
        />
      </Folds>
    </div>
  );
}

const options = (none: string, words: readonly string[]) => [
  { value: '', label: none },
  ...words.map((word) => ({ value: word, label: word })),
];

function Change({ union, back, onWritten }: UnionProps & { back: string }) {
  const { contact, organization, form, proposed } = union;
  const { busy, problem, write } = useWrite(back, onWritten);
  const { now, seen, put, input } = useFields<UnionForm>(
    {
      ...form,
      international: form.international || proposed.international,
      local: form.local || proposed.local,
      council: form.council || proposed.council,
    },
    form,
  );
  const pick = (
    key: 'stage' | 'voted' | 'endorses',
    label: string,
    none: string,
    words: readonly string[],
  ) => (
    <Pick
      label={label}
      value={now[key]}
      options={options(none, words)}
      onPick={(value) => {
        put(key, value);
      }}
    />
  );
  return (
    <>
      {pick('stage', 'Step', 'Nothing yet', UNION_STEPS)}
      {input('workers', 'Workers they represent', 'number')}
      {input('members', 'Members in common', 'number')}
      {pick('voted', 'Voted to support', 'Nobody knows', ['yes', 'in progress', 'no'])}
      {input('votedOn', 'Day of the vote, where known', 'date')}
      {input('statements', 'Statements collected', 'number')}
      {input('link', 'Link to the statements')}
      {input('campaigns', 'Current campaigns')}
      {pick('endorses', 'Endorses candidates', 'Nobody knows', ['yes', 'no'])}
      {input('international', 'International')}
      {input('local', 'Number of the local')}
      {input('council', 'Council or federation')}
      {input('note', 'Note')}
      <Second>Everyone who can open this file can read it.</Second>
      <Save
        about={organization}
        busy={busy !== ''}
        onPress={() => {
          write('change', () => call('saveUnion', { contact, ...now, seen }));
        }}
      >
        Save
      </Save>
      <ProblemNote problem={problem} />
    </>
  );
}
