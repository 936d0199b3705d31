// All check rules, in the order in which they are asked: a cell is told of by the first that has something to say.
import type { Rule } from '../rule';
import { invisible, strayBlanks } from './blanks';
import { emailCameBack } from './cameBack';
import { plannedAgainstWish, rowAgainstLog, statusAgainstAnswer, statusAgainstDates } from './contradictions';
import { dateAgainstLocale } from './dateOrder';
import { dateAsText, dateTwoWays, dateUnreadable, lastBeforeFirst, touchInFuture } from './dates';
import { emailBroken, phoneInEmail, textAroundEmail, webAddressInEmail } from './emailCells';
import { formulaError, formulaErrorBeside } from './formulaErrors';
import { categoryUnknown, ownerUnknown, statusUnknown } from './knownWords';
import { noWayToReach, organizationMissing } from './missing';
import { phoneBroken } from './phones';
import { placeholder } from './placeholders';
import {
  emailTwice,
  emailUnderTwoNames,
  idTwice,
  organizationLikelyTwice,
  organizationTwice,
  outreachIdTwice,
  rowTwice,
} from './twice';
import { webAddressBroken } from './webAddresses';
import { emailElsewhere } from './wrongColumn';

/** The rules that look for one organization on several rows. */
export const DUPLICATE_RULES: readonly Rule[] = [
  rowTwice,
  organizationTwice,
  organizationLikelyTwice,
  emailTwice,
  emailUnderTwoNames,
];

export const RULES: readonly Rule[] = [
  outreachIdTwice,
  idTwice,
  dateAgainstLocale,
  formulaError,
  formulaErrorBeside,
  placeholder,
  emailBroken,
  phoneInEmail,
  webAddressInEmail,
  textAroundEmail,
  emailElsewhere,
  emailCameBack,
  phoneBroken,
  webAddressBroken,
  dateUnreadable,
  dateTwoWays,
  dateAsText,
  touchInFuture,
  lastBeforeFirst,
  organizationMissing,
  statusUnknown,
  categoryUnknown,
  ownerUnknown,
  invisible,
  ...DUPLICATE_RULES,
  statusAgainstAnswer,
  plannedAgainstWish,
  statusAgainstDates,
  rowAgainstLog,
  noWayToReach,
  strayBlanks,
];
