// A volunteer: one row of the Volunteers tab, or an owner found in the contacts and confirmed.
import type { Day } from '../values/day';

export interface Volunteer {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly captain: string;
  readonly belongsTo: readonly string[];
  /** Most open assignments; null where nothing is said. */
  readonly most: number | null;
  /** Lower-cased. */
  readonly categories: readonly string[];
  readonly awayUntil: Day | null;
  /** What stands under “Away until” and cannot be read as a day; '' else. */
  readonly awayText: string;
  /** Whether they want the weekly reminder. */
  readonly reminder: boolean;
  /** null before the first, and where the cell is no day. */
  readonly lastDebrief: Day | null;
  /** In their own words. */
  readonly wantsNext: string;
  /** When somebody talks with them again; null for no such day. */
  readonly nextCheckIn: Day | null;
  /** What stands under “Next check-in” and cannot be read as a day; '' else. */
  readonly checkInText: string;
  /** 1-based row in the Volunteers tab; 0 for an owner found in the contacts. */
  readonly row: number;
}

/** Somebody of whom only the name is known, and perhaps the address. */
export function volunteerNamed(name: string, email = ''): Volunteer {
  return {
    name,
    email,
    role: '',
    captain: '',
    belongsTo: [],
    most: null,
    categories: [],
    awayUntil: null,
    awayText: '',
    reminder: false,
    lastDebrief: null,
    wantsNext: '',
    nextCheckIn: null,
    checkInText: '',
    row: 0,
  };
}
