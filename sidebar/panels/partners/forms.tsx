// What is written down about a partner: what they are and agreed to, what we did for them, that they bow out.
import { useState } from 'preact/hooks';
import type { DeedRequest, PartnerItem } from '../../../src/commands/askAnswers';
import { useApp } from '../../context';
import { ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { Second } from '../../parts/second';
import { Chips } from '../../parts/segments';
import { useFields } from '../../parts/useFields';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';

interface FormProps {
  readonly partner: PartnerItem;
  readonly back: string;
  readonly onWritten: OnWritten;
}

const MEMBERSHIPS = [
  { key: 'partner', label: 'Partner' },
  { key: 'observer', label: 'Observer' },
  { key: '', label: 'Neither' },
] as const;

export function Change({ partner, back, onWritten }: FormProps) {
  const { contact, organization } = partner;
  const { busy, problem, write } = useWrite(back, onWritten);
  const { now, seen, put, input } = useFields({
    membership: partner.membership,
    conditions: partner.conditions,
    brings: partner.brings,
    committed: partner.committed,
    people: partner.people === null ? '' : String(partner.people),
    nextCheck: partner.nextCheck,
    note: partner.note,
  });
  return (
    <>
      <Chips
        name="What they are"
        items={MEMBERSHIPS}
        chosen={now.membership}
        onChoose={(membership) => {
          put('membership', membership);
        }}
      />
      {input('conditions', 'Conditions they set')}
      {input('brings', 'What they bring')}
      {input('committed', 'What they committed to')}
      {input('people', 'People they speak for, where known', 'number')}
      {input('nextCheck', 'Next check', 'date')}
      <Second>Without a day, it is due some time after you last heard of each other (Settings).</Second>
      {input('note', 'Note')}
      <Second>Everyone who can open this file can read it.</Second>
      <Save
        about={organization}
        busy={busy !== ''}
        onPress={() => {
          write('change', () => call('savePartner', { contact, ...now, seen }));
        }}
      >
        Save
      </Save>
      <ProblemNote problem={problem} />
    </>
  );
}

const DEEDS = [
  { key: 'showed up', label: 'Showed up' },
  { key: 'signed', label: 'Signed' },
  { key: 'shared', label: 'Shared' },
  { key: 'did for them', label: 'Something else' },
] as const;

export function Deed({ partner: { contact, organization }, back, onWritten }: FormProps) {
  const { start } = useApp();
  const { busy, problem, write } = useWrite(back, onWritten);
  const [kind, setKind] = useState<DeedRequest['kind'] | ''>('');
  const { now, input } = useFields({ day: start?.today ?? '', note: '' });
  return (
    <>
      <p class="mut">What did we do for them?</p>
      <Chips name="What did we do for them?" items={DEEDS} chosen={kind} onChoose={setKind} />
      {input('day', 'Day', 'date')}
      {input('note', 'What it was')}
      <Save
        about={organization}
        off={!kind || !now.day}
        busy={busy !== ''}
        onPress={() => {
          if (kind) write('deed', () => call('logDeed', { contact, kind, ...now }));
        }}
      >
        Write it down
      </Save>
      <ProblemNote problem={problem} />
    </>
  );
}

export function BowOut({ partner: { contact, organization }, back, onWritten }: FormProps) {
  const { busy, problem, write } = useWrite(back, onWritten);
  const { now, input } = useFields({ words: '' });
  return (
    <>
      <p>
        It is okay to bow out. From then on nobody writes, calls or asks them for anything. Open asks stay as
        they are. If they come back, one press says so.
      </p>
      {input('words', 'What they said')}
      <Save
        look="stop"
        about={organization}
        busy={busy !== ''}
        onPress={() => {
          write('out', () => call('bowOut', { contact, ...now }));
        }}
      >
        They bow out
      </Save>
      <ProblemNote problem={problem} />
    </>
  );
}
