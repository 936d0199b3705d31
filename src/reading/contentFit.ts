// How well what a column holds fits a field, whatever its heading says: from -1 (cannot be) over 0 (says nothing) to 1.
import type { ColumnProfile, Trait } from './columnKind';
import type { Field } from './fields';

type Fit = (p: ColumnProfile, s: Readonly<Record<Trait, number>>) => number;

/** Values that are plainly of another kind than words: addresses, numbers, dates, links, ids. */
const hard = (s: Readonly<Record<Trait, number>>) =>
  Math.max(s.email, s.phone, s.bareDigits, s.web, s.date, s.number, s.idLike);
const steps = (share: number, ...[high, low]: readonly [number, number]) =>
  share >= high ? 1 : share >= low ? 0.4 : -1;
/** Few different values for many cells: a choice rather than a text. */
export const isChoice = (p: ColumnProfile) =>
  p.count >= 4 && p.distinct <= Math.max(2, Math.min(20, p.count * 0.4));

const dated: Fit = (p, s) => {
  if (s.date >= 0.6) return 1;
  if (s.date >= 0.3) return 0.4;
  if (Math.max(s.email, s.phone, s.web, s.person) >= 0.5) return -1;
  if (s.yesNo >= 0.6 || s.number >= 0.6) return -1;
  return p.count < 3 ? -0.3 : -0.6;
};

const named: Fit = (p, s) => {
  if (hard(s) >= 0.5 || s.region >= 0.6 || s.honorific >= 0.6) return -1;
  if (s.yesNo >= 0.5 || s.status >= 0.6 || s.priority >= 0.6) return -1;
  if (s.long >= 0.5) return -0.7;
  if (s.group >= 0.5 && s.person < 0.3) return -0.7;
  if (s.person >= 0.5) return 1;
  if (s.person + s.givenName >= 0.25) return 0.5;
  return 0;
};

export const FITS: Readonly<Record<Field, Fit>> = {
  id: (p, s) => {
    if (p.count === 0) return 0;
    // One id on two rows is a fault that the check names, no reason to take the column for something else.
    if (p.distinct < p.count * 0.9 || s.email >= 0.3 || s.long >= 0.3 || s.date >= 0.5 || s.person >= 0.3)
      return -0.8;
    return s.idLike >= 0.5 || s.number >= 0.5 || s.bareDigits >= 0.5 ? 0.4 : 0;
  },
  organization: (p, s) => {
    if (hard(s) >= 0.5 || s.region >= 0.6 || s.honorific >= 0.6) return -1;
    if (s.yesNo >= 0.5 || s.status >= 0.6 || s.priority >= 0.6 || s.level >= 0.6) return -0.9;
    if (s.long >= 0.5) return -0.7;
    if (s.person >= 0.5 && s.group < 0.25) return -0.7;
    if (s.group >= 0.35 && s.group > s.person) return 1;
    return s.group >= 0.15 && s.person < 0.15 ? 0.3 : 0;
  },
  category: (p, s) => {
    if (hard(s) >= 0.5 || s.yesNo >= 0.5 || s.priority >= 0.6) return -1;
    if (s.long >= 0.3) return -0.8;
    if (s.region >= 0.6 || s.person >= 0.5) return -0.9;
    if (p.distinct <= 1 && p.count >= 10) return -0.5;
    if (isChoice(p)) return 0.8;
    return p.count >= 15 && p.distinct > p.count * 0.8 ? -0.5 : 0.1;
  },
  level: (p, s) => {
    if (hard(s) >= 0.3 || s.yesNo >= 0.5 || s.priority >= 0.6 || s.long >= 0.3) return -1;
    if (s.level >= 0.4) return 1;
    return isChoice(p) ? -0.3 : -0.7;
  },
  town: (p, s) => {
    if (hard(s) >= 0.4 || s.yesNo >= 0.5 || s.status >= 0.5 || s.long >= 0.3) return -1;
    if (s.region >= 0.6) return -1;
    if (s.address >= 0.4 || s.person >= 0.6) return -0.8;
    return s.short >= 0.7 && p.length <= 3.5 ? 0.3 : 0;
  },
  contactName: named,
  role: (p, s) => {
    if (hard(s) >= 0.4 || s.yesNo >= 0.5 || s.honorific >= 0.5 || s.region >= 0.6) return -1;
    if (s.role >= 0.3) return 1;
    if (s.person >= 0.5 || s.long >= 0.5) return -0.7;
    if (s.group >= 0.7) return -0.3;
    return p.count >= 5 && s.role < 0.1 ? -0.25 : 0;
  },
  email: (p, s) => (p.count < 3 && s.email === 0 ? -0.7 : steps(s.email, 0.5, 0.2)),
  phone: (p, s) =>
    p.count < 3 && s.phone + s.bareDigits === 0 ? -0.7 : steps(s.phone + s.bareDigits, 0.5, 0.2),
  otherChannel: (p, s) => {
    if (s.social >= 0.4) return 1;
    if (Math.max(s.email, s.phone) >= 0.6 || s.number >= 0.5 || s.date >= 0.5 || s.yesNo >= 0.7) return -0.8;
    return s.web >= 0.5 ? 0.1 : 0;
  },
  website: (p, s) => {
    if (s.image >= 0.5) return -1;
    if (s.web >= 0.4) return s.social >= 0.7 ? -0.2 : 1;
    return s.web >= 0.15 ? 0.3 : -0.9;
  },
  knownBy: (p, s) => {
    if (hard(s) >= 0.4 || s.priority >= 0.6 || s.status >= 0.6 || s.yesNo >= 0.6) return -0.9;
    if (s.group >= 0.7 && s.person < 0.1) return -0.4;
    if (s.long >= 0.5) return -0.5;
    return s.person + s.givenName >= 0.25 ? 1 : 0;
  },
  priorities: (p, s) => {
    if (hard(s) >= 0.3 || s.yesNo >= 0.5 || s.priority >= 0.4 || s.person >= 0.5) return -1;
    return p.length >= 2 ? 0.2 : 0;
  },
  connection: (p, s) => {
    if (hard(s) >= 0.4 || s.yesNo >= 0.5 || s.person + s.givenName >= 0.5) return -1;
    return p.length >= 4 ? 0.4 : isChoice(p) ? -0.4 : 0;
  },
  owner: (p, s) => {
    if (s.phone + s.bareDigits >= 0.4 || s.web >= 0.4 || s.date >= 0.4 || s.number >= 0.4 || s.idLike >= 0.4)
      return -1;
    if (s.yesNo >= 0.5 || s.status >= 0.5 || s.long >= 0.3) return -0.9;
    if (s.email >= 0.5) return -0.2;
    if (s.group >= 0.6 && s.person + s.givenName < 0.2) return -0.6;
    if (s.person + s.givenName >= 0.3) return 1;
    return s.oneName >= 0.7 && p.distinct <= p.count * 0.7 && s.region < 0.3 ? 0.4 : 0;
  },
  task: (p, s) => {
    if (hard(s) >= 0.4 || s.person >= 0.5) return -0.9;
    return s.yesNo >= 0.5 ? -0.7 : 0.1;
  },
  due: dated,
  status: (p, s) => {
    if (hard(s) >= 0.5 || s.region >= 0.5 || s.person >= 0.5) return -1;
    if (s.long >= 0.4) return -0.6;
    if (s.status >= 0.3) return 1;
    if (s.yesNo >= 0.6) return -0.4;
    return isChoice(p) ? 0.4 : p.count >= 10 && p.distinct > p.count * 0.7 ? -0.3 : 0;
  },
  firstContacted: dated,
  lastContacted: dated,
  attempts: (p, s) => (s.smallCount >= 0.7 ? 1 : s.smallCount >= 0.4 ? 0.2 : -1),
  nextFollowUp: dated,
  answer: (p, s) => {
    if (Math.max(s.email, s.phone, s.web) >= 0.5 || s.idLike >= 0.5) return -1;
    if (s.number >= 0.5 || s.date >= 0.5 || s.person >= 0.5) return -0.8;
    return s.status + s.yesNo >= 0.4 || p.length >= 2.5 ? 0.4 : 0;
  },
  theirNextMeeting: (p, s) => {
    if (s.date >= 0.4) return 1;
    if (hard(s) >= 0.4 || s.yesNo >= 0.5 || s.person >= 0.5) return -0.9;
    return p.length >= 2 ? 0 : -0.3;
  },
  endorsement: (p, s) => {
    if (Math.max(s.email, s.phone, s.web, s.idLike) >= 0.3 || s.person >= 0.5) return -1;
    if (s.yesNo >= 0.5 || s.answer >= 0.4) return 1;
    if (s.number >= 0.5 || s.group >= 0.5) return -0.7;
    return s.date >= 0.5 || isChoice(p) ? 0.2 : -0.3;
  },
  doNotContact: (p, s) => {
    if (s.yesNo >= 0.5) return 1;
    return hard(s) >= 0.4 || s.person >= 0.5 ? -0.9 : 0;
  },
  notes: (p, s) => {
    if (Math.max(s.email, s.phone, s.bareDigits, s.web, s.number) >= 0.6 || s.date >= 0.7) return -0.9;
    if (s.yesNo >= 0.6) return -0.7;
    return s.long >= 0.2 || p.length >= 3 ? 0.3 : 0;
  },
};

/** 0 for a column that holds nothing. */
export function contentFit(field: Field, profile: ColumnProfile): number {
  return profile.count === 0 ? 0 : FITS[field](profile, profile.shares);
}
