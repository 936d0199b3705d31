// Stops that lie with our own people, each with who and when: a warm tie not asked yet, somebody else's contact,
// another mailbox that wrote last, a hold (design section 4, rule 4). A person may overrule all but the first, by
// writing with the owner in copy or anyway; what was overruled becomes a remark.
import type { MessageStep } from '../touches/step';
import { permissionInSetup } from '../texts/permissions';
import { shortDay, daysBetween } from '../values/day';
import { sameAddress } from '../values/emailAddress';
import { foldName } from '../values/text';
import type { Hold, Holds } from './holds';
import { isOurEmail, newestEntry, touchInWords } from './lastTouch';
import { isMailable } from './mime';
import { copyText, goToCell, WRITE_ANYWAY } from './offers';
import type { Ownership } from './ownerRules';
import { cellOf, type Stop } from './personStops';
import type { Override, PlanInput } from './planSend';

import { isWorthAWord, tieHasUntil, tieInWords } from './warmTie';
import type { Occasion, Writer } from './writeMessage';

export interface SoftQuestion extends Occasion {
  readonly state: { readonly followUpDays: number };
  readonly ownership: Ownership;
  readonly override: Override | null;
  readonly step: MessageStep;
  readonly to: string;
  readonly input: PlanInput;
  readonly holds: Holds;
  readonly writer: Writer;
}

export interface SoftAnswer {
  readonly stop: Stop | null;
  readonly cc: readonly string[];
  readonly remarks: readonly string[];
}

export function softStops(question: SoftQuestion): SoftAnswer {
  const anyway = question.override?.anyway === true;
  const { holds, contact, state, input } = question;
  const tie = tieStop(question);
  // Who only may know them can be passed over.
  const isSure = tie?.code === 'warm-tie';
  const overrulable = [isSure ? null : tie, otherAccount(question), holdStop(question)].filter(
    (s) => s !== null,
  );
  const owner = ownerStop(question);
  // The offer of the first counts: asking the tie comes before all else, and writing with the owner in copy overrules
  // what writing anyway does.
  const standing = [isSure ? tie : null, owner.stop, ...(anyway ? [] : overrulable)].filter(
    (s) => s !== null,
  );
  const [first] = standing;
  if (first !== undefined) {
    // All reasons are told at once, so that nobody overrules one unseen.
    const why = standing.map((s) => s.why).join(' ');
    return { stop: { ...first, why }, cc: [], remarks: [] };
  }
  const parent = holds.parentTouch(contact, state.followUpDays);
  const remarks = [
    ...(anyway ? overrulable.map((s) => `Written anyway. ${s.why}`) : []),
    ...tieRemarks(question),
    ...(parent === null
      ? []
      : [
          `${touchInWords(parent, parent.organization, daysBetween(parent.day, input.today))}, the body above them.`,
        ]),
  ];
  return { stop: null, cc: owner.cc, remarks };
}

/** Only the mailbox that wrote last can show an answer. */
function otherAccount({ entries, input }: SoftQuestion): Stop | null {
  const last = newestEntry(entries, (entry) => entry.account !== '' && isOurEmail(entry));
  if (last === null || sameAddress(last.account, input.sender.account)) return null;
  const isNamed = last.account.includes('@');
  const whose = isNamed ? last.account : 'a mailbox whose address is not known';
  const who = last.who === '' || foldName(last.who) === foldName(input.sender.name) ? '' : ` by ${last.who}`;
  const isComparable = isNamed === (input.sender.address !== '');
  const why = [
    `Last mailed from ${whose}${who} on ${shortDay(last.day, input.today)}.`,
    isComparable
      ? 'Only that mailbox can show an answer, so ask there first.'
      : `We cannot tell whether it is yours, because ${permissionInSetup('address')} ${isNamed ? 'is off' : 'was off when it left'}. If it is not, only that mailbox can show an answer.`,
  ];
  return { code: 'other-account', why: why.join(' '), offer: WRITE_ANYWAY };
}

function holdStop({ contact, to, holds, state, input }: SoftQuestion): Stop | null {
  const hold = holds.find(contact, to, state.followUpDays);
  if (hold === null) return null;
  const days = daysBetween(hold.touch.day, input.today);
  const whom = whomHeld(hold, contact.text.organization);
  const what = hold.touch.planned ? `This send writes to ${whom}` : touchInWords(hold.touch, whom, days);
  return {
    code: 'hold',
    why: `On hold until ${shortDay(hold.until, input.today)}. ${what}.`,
    offer: WRITE_ANYWAY,
  };
}

function whomHeld({ touch, by }: Hold, organization: string): string {
  const row = touch.row === 0 ? '' : ` (row ${touch.row})`;
  const name =
    touch.organization === '' || foldName(touch.organization) === foldName(organization)
      ? 'them'
      : touch.organization;
  if (by === 'address') return `${name}${row} at the same address`;
  return by === 'domain' ? `${name}${row} at the same mail domain` : `${name}${row}`;
}

function tieStop(question: SoftQuestion): Stop | null {
  const { contact, tie, step, writer } = question;
  if (step !== 'first' || tie === null || tie.asked || (tie.may !== null && tie.may.weight !== 'ask'))
    return null;
  return {
    code: tie.may === null ? 'warm-tie' : 'may-know',
    why: `${tieInWords(tie, contact)} Ask before a first message goes out.`,
    offer: {
      ...copyText(
        tie.isUnnamed ? 'Copy a note to them' : `Copy a note to ${tie.name}`,
        writer.textFor('introduction', 'first', question),
      ),
      label: 'I asked them',
      action: 'note-tie-asked',
    },
  };
}

function tieRemarks({ contact, tie, step, state, input }: SoftQuestion): string[] {
  if (tie === null) return [];
  if (!tie.asked)
    return isWorthAWord(tie, step) && !(step === 'first' && tie.may?.weight === 'ask')
      ? [tieInWords(tie, contact)]
      : [];
  if (step !== 'first' || tie.askedOn === null) return [];
  const until = tieHasUntil(tie, state.followUpDays, input.today);
  const asked = `${tie.names} ${tie.names.includes(' and ') ? 'were' : 'was'} asked on ${shortDay(tie.askedOn, input.today)}.`;
  return [until === null ? asked : `${asked} Give it until ${shortDay(until, input.today)}, or tick it now.`];
}

/** Somebody else's contact: with the owner in copy it goes, where Settings or the lead say so and the address is known. */
function ownerStop(question: SoftQuestion): { readonly stop: Stop | null; readonly cc: readonly string[] } {
  const { ownership, override, input, contact, writer, to } = question;
  const [first] = ownership.owners;
  if (first === undefined || ownership.whose === 'nobody' || ownership.whose === 'sender')
    return { stop: null, cc: [] };
  const addresses = ownership.owners
    .map((owner) => owner.email)
    .filter(
      (email) =>
        isMailable(email) &&
        !input.isErased(email) &&
        !sameAddress(email, to) &&
        !sameAddress(email, input.sender.address),
    );
  if (ownership.whose === 'doubtful')
    return {
      stop: {
        code: 'other-owner',
        why: `The owner “${contact.text.owner}” can be ${ownership.choices.join(' or ')}. Write the full name.`,
        offer: goToCell(input.map.sheet, cellOf(input.map, contact, 'owner')),
      },
      cc: [],
    };
  if ((override?.ownerInCc === true || input.settings.ccOwner) && addresses.length > 0)
    return { stop: null, cc: addresses };
  const names = ownership.owners.map((owner) => owner.name).join(' and ');
  const isYou = input.sender.address === '' ? ` If that is you, allow ${permissionInSetup('address')}.` : '';
  const remind = copyText(
    `Copy a reminder to ${first.name}`,
    writer.textFor('reminder', 'follow-up', question),
  );
  return {
    stop: {
      code: 'other-owner',
      why: `${names} ${ownership.owners.length === 1 ? 'has' : 'have'} this contact.${isYou}`,
      offer:
        addresses.length > 0
          ? { ...remind, label: `Write with ${first.name} in copy`, action: 'send-with-owner-in-cc' }
          : remind,
    },
    cc: [],
  };
}
