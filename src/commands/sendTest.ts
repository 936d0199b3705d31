// "Test to me": one message as it would leave, to the lead's own address. It is no touch and stands in no log.
import { isMailable } from '../mail/mime';
import { bad, good, type Result } from '../values/result';
import { permissionInSetup } from '../texts/permissions';
import type { Services } from '../google/services';
import type { SendMode, SendRequest } from './answers';
import { openForSend, planFor } from './followUps';
import { noMailPermission, rawMessage } from './send';

export function sendTest(services: Services, request: SendRequest, mode: SendMode): Result<{ to: string }> {
  if (!services.permissions().send) return bad(noMailPermission());
  const opened = openForSend(services, '');
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const planned = planFor(campaign, mode, [request]);
  const [message] = planned.plan.ready;
  if (message === undefined) {
    return bad({
      code: planned.plan.stopped[0]?.code ?? 'not-due',
      message: planned.plan.stopped[0]?.why ?? 'This contact is not due any more.',
      todo: 'Look at the list again.',
    });
  }
  const to = campaign.settings.testAddress || services.address();
  if (!isMailable(to)) {
    return bad({
      code: 'no-test-address',
      message: `We do not know your own address, so no test was sent: ${permissionInSetup('address')} would tell it.`,
      todo: 'Allow that, or fill in “Own address for tests” in Settings.',
      text: to,
    });
  }
  const test = {
    ...message,
    to,
    toName: '',
    cc: '',
    subject: `[Test] ${message.subject}`,
    messageKey: '',
  };
  const raw = rawMessage(campaign, planned, test, []);
  const delivery = raw.ok ? services.mail.send(raw.value, '') : null;
  if (delivery?.kind === 'sent') return good({ to });
  if (delivery?.kind === 'refused' && delivery.permission) return bad(noMailPermission());
  return bad({
    code: 'test-not-sent',
    message: 'Gmail did not take the test message.',
    todo: 'Look at the address for tests in Settings, and try again.',
    text: to,
  });
}
