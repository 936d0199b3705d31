// One organization for the long run: its status check, what was agreed, what we did for them, and the ways to write
// more of it down.
import { useState } from 'preact/hooks';
import type { PartnerItem } from '../../../src/commands/askAnswers';
import { useApp } from '../../context';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure, some } from '../../parts/count';
import { dayText } from '../../parts/dayText';
import { Facts } from '../../parts/facts';
import { useFirst } from '../../parts/firstOf';
import { Folds } from '../../parts/folds';
import { Note, ProblemNote } from '../../parts/note';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { CheckIn } from '../../parts/word';
import { call } from '../../server';
import { BowOut, Change, Deed } from './forms';

type Form = 'change' | 'deed' | 'out';

interface PartnerProps {
  readonly partner: PartnerItem;
  readonly onWritten: OnWritten;
}

/** Nothing while the check is not due. */
export function StatusCheck({ partner, onWritten }: PartnerProps) {
  const { contact, organization, due, text } = partner;
  const { busy, problem, write } = useWrite('', onWritten);
  return due ? (
    <>
      <CheckIn due={due} />
      <div class="buttons gap-s">
        <CopyButton text={text} about={'to ask how they are, ' + organization}>
          Copy a text
        </CopyButton>
        <Button
          small
          about={organization}
          busy={busy && 'Saving'}
          onPress={() => {
            write('check', () => call('logCheck', contact));
          }}
        >
          Checked in
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </>
  ) : null;
}

export function Partner({ partner, onWritten }: PartnerProps) {
  const { contact, organization, asked, agreed, deeds, remark, bowedOut } = partner;
  const { start } = useApp();
  const id = 'partner-' + contact;
  const [form, setForm] = useState<Form | ''>('');
  const { busy, problem, write } = useWrite(id + 'deed', onWritten);
  const { shown, more } = useFirst(deeds, 3);
  const today = start?.today ?? '';
  const facts = [
    { label: 'Conditions', value: partner.conditions },
    { label: 'They bring', value: partner.brings },
    { label: 'Committed to', value: partner.committed },
    { label: 'Speaks for', value: partner.people === null ? '' : some(partner.people, 'person', 'people') },
    { label: 'We asked', value: asked > 0 ? `${some(asked, 'time')}, ${figure(agreed)} agreed` : '' },
    { label: 'Next check', value: partner.nextCheck < today ? '' : dayText(partner.nextCheck, today) },
    { label: 'Note', value: partner.note },
  ].filter(({ value }) => value);
  const written: OnWritten = (receipt) => {
    setForm('');
    onWritten(receipt);
  };
  const shared = { partner, back: id + form, onWritten: written };
  return (
    <div class="gap-s">
      {bowedOut && (
        <Note kind="info">
          {bowedOut}
          <div class="buttons gap">
            <Button
              small
              about={organization}
              busy={busy && 'Saving'}
              onPress={() => {
                write('back', () => call('comeBack', contact));
              }}
            >
              They came back
            </Button>
          </div>
        </Note>
      )}
      <ProblemNote problem={problem} />
      {facts.length > 0 && (
        <div class="gap">
          <Facts facts={facts} />
        </div>
      )}
      {shown.length > 0 && (
        <>
          <p class="gap">
            <b>What we did for them</b>
          </p>
          <ul class="small">
            {shown.map((deed) => (
              <li key={deed}>{deed}</li>
            ))}
          </ul>
          {more}
        </>
      )}
      {remark && <p class="mut gap-s">{remark}</p>}
      <Folds
        id={id}
        items={[
          {
            key: 'change' as const,
            label: partner.membership ? 'Change' : 'Partner or observer',
            about: organization,
          },
          { key: 'deed' as const, label: 'What we did for them', about: organization },
          ...(bowedOut ? [] : [{ key: 'out' as const, label: 'They bow out', about: organization }]),
        ]}
        open={form}
        onOpen={setForm}
      >
        {form === 'change' && <Change {...shared} />}
        {form === 'deed' && <Deed {...shared} />}
        {form === 'out' && <BowOut {...shared} />}
      </Folds>
    </div>
  );
}
