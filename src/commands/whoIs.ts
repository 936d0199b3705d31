// Which volunteer is at work: by their address, else by the name that they chose as theirs, else by the name under
// messages where that is nobody with another address. Nobody is taken for somebody else.
import { sameAddress } from '../values/emailAddress';
import { foldName } from '../values/text';
import { bad, good, type Result } from '../values/result';
import { matchOwner } from '../workbook/owners';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { volunteersOf } from './assignPlan';
import { openCampaign, type Campaign } from './campaign';

/** null where neither tells. Needs volunteers. */
export function whoIs(campaign: Campaign, volunteers: readonly Volunteer[]): Volunteer | null {
  const { services } = campaign;
  const address = services.address();
  const byAddress = withAddress(volunteers, address);
  if (byAddress !== undefined) return byAddress;
  const chosen = foldName(services.chosenName());
  const named = volunteers.find(({ name }) => foldName(name) === chosen);
  if (named !== undefined) return named;
  // Whoever allows no address may be anybody, and whoever has another one is somebody else.
  const match = address === '' ? null : matchOwner(campaign.settings.senderName, volunteers);
  return match?.kind === 'one' && match.volunteer.email === '' ? match.volunteer : null;
}

const withAddress = (volunteers: readonly Volunteer[], address: string): Volunteer | undefined =>
  volunteers.find(({ email }) => address !== '' && email !== '' && sameAddress(email, address));

/** Names that somebody may choose as theirs; [] where the address tells who it is. Needs volunteers. */
export function namesToChoose({ services }: Campaign, volunteers: readonly Volunteer[]): readonly string[] {
  return withAddress(volunteers, services.address()) === undefined ? volunteers.map(({ name }) => name) : [];
}

/** Keeps the name (of a volunteer) as that of whoever is at work. */
export function chooseName(services: Services, name: string): Result<null> {
  const opened = openCampaign(services, ['volunteers']);
  if (!opened.ok) return opened;
  if (!volunteersOf(opened.value).some((one) => one.name === name))
    return bad({
      code: 'no-such-volunteer',
      message: `“${name}” is not in the tab “Volunteers” any more.`,
      todo: 'Choose another name, or add yours there.',
    });
  services.chooseName(name);
  return good(null);
}
