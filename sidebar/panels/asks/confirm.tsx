// An endorsement that stands in an old column: who there said so, and when, makes it count.
import type { ConfirmRequest } from '../../../src/commands/askAnswers';
import { ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { useFields } from '../../parts/useFields';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';
import { MayBeNamed } from './answer';

export function Confirm(props: {
  contact: string;
  organization: string;
  back: string;
  onWritten: OnWritten;
}) {
  const { contact, organization } = props;
  const { busy, problem, write } = useWrite(props.back, props.onWritten);
  const { now, put, input } = useFields<Omit<ConfirmRequest, 'contact'>>({
    whoDecided: '',
    day: '',
    mayBeNamed: '',
    people: '',
  });
  return (
    <>
      {input('whoDecided', 'Who there said yes')}
      {input('day', 'Day of their yes', 'date')}
      <MayBeNamed
        named={now.mayBeNamed}
        onSet={(named) => {
          put('mayBeNamed', named);
        }}
      />
      {input('people', 'People they speak for, where known', 'number')}
      <Save
        about={organization}
        busy={busy !== ''}
        onPress={() => {
          write('confirm', () => call('confirmEndorsement', { contact, ...now }));
        }}
      >
        Save who and when
      </Save>
      <ProblemNote problem={problem} />
    </>
  );
}
