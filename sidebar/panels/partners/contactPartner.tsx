// The selected contact as a partner: what stands there, or the ways to begin.
import type { PartnerItem } from '../../../src/commands/askAnswers';
import { Section } from '../../parts/frame';
import type { OnWritten } from '../../parts/useWrite';
import { Partner, StatusCheck } from './partner';

const NOTHING = {
  membership: '',
  endorsed: false,
  conditions: '',
  brings: '',
  committed: '',
  people: null,
  nextCheck: '',
  due: '',
  text: '',
  asked: 0,
  agreed: 0,
  deeds: [],
  remark: '',
  bowedOut: '',
  note: '',
} as const;

const CALLED = { partner: 'Partner', observer: 'Observer', '': '' } as const;

export function PartnerOf(props: {
  contact: string;
  organization: string;
  partner: PartnerItem | null;
  onWritten: OnWritten;
}) {
  const { contact, organization, onWritten } = props;
  const partner = props.partner ?? { ...NOTHING, contact, organization };
  return (
    <Section title="For the long run" aside={partner.bowedOut ? 'Bowed out' : CALLED[partner.membership]}>
      <StatusCheck {...{ partner, onWritten }} />
      <Partner {...{ partner, onWritten }} />
    </Section>
  );
}
