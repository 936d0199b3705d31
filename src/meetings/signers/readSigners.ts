// Organizations out of a pasted text: a list of signers, a web page, a column or a table of a sheet. Who signs for
// themselves and what is no name is left out, and told; a person never becomes an organization.
import { makeNameReader } from '../../checks/duplicates/nameWords';
import { organizationKey } from '../../checks/duplicates/organizationKey';
import { foldName } from '../../values/text';
import { makeCalm } from './capitals';
import { readEntries, type Entry } from './entries';
import { commonBeginnings, isDegree, isRole, organizationScore, personScore } from './evidence';
import { readLines, withoutMarks } from './lines';
import { isNobody, isSentence } from './notName';
import { commaParts } from './parts';
import { plainText } from './plainText';
import { IDENTIFICATION, isTown, isTownLike, readEntry, type Habits } from './readEntry';
import { SOURCE_LENGTH, type LeftOut, type LeftOutWhy, type Signer, type Signers } from './signer';
import { readTable, type PastedRow, type PastedTable } from './table';

/** Everything in the text is in one of the two lists, but for blank lines. Any text is read, none throws. */
export function readSigners(pasted: string): Signers {
  const text = plainText(pasted);
  const table = readTable(text);
  const read = makeNameReader();
  const seen = new Map<string, string>();
  const found: Signer[] = [];
  const leftOut: LeftOut[] = [];
  for (const { line, source: own, read: parts, name } of outcomesOf(text, table)) {
    const source = own.replace(/\s+/g, ' ').trim().slice(0, SOURCE_LENGTH);
    if (typeof parts === 'string')
      leftOut.push({ line, source, why: parts, ...(parts === 'unsure' ? { name } : {}) });
    else {
      const { organization = '', town = '' } = parts;
      const key = organizationKey(read(organization)).exact || foldName(organization);
      const other = seen.get(key);
      if (other !== undefined && (other === '' || town === '' || other === foldName(town)))
        leftOut.push({ line, source, why: 'twice' });
      else {
        seen.set(key, foldName(town));
        found.push({
          organization,
          person: '',
          role: '',
          identificationOnly: false,
          ...parts,
          town,
          line,
          source,
        });
      }
    }
  }
  return { found, leftOut };
}

interface Outcome {
  readonly line: number;
  readonly source: string;
  /** As it is read. */
  readonly name: string;
  readonly read: Partial<Signer> | LeftOutWhy;
}

function outcomesOf(text: string, table: PastedTable | null): Outcome[] {
  if (table === null) return fromList(text);
  return table.isMixed ? fromNames(table.rows) : fromTable(table.rows);
}

/** A running number in a column of its own. */
const INDEX = /^\d{1,4}[.)]?\t/;

function fromList(text: string): Outcome[] {
  // Cells beside each other tell the same as parts between commas.
  const all = readLines(text);
  const isNumbered = all.filter(({ text: own }) => INDEX.test(own)).length * 2 > all.length;
  const lines = all.map(({ line, text: own }) => ({
    line,
    text: (isNumbered ? own.replace(INDEX, '') : own).replace(/[ ,]*\t[\t ]*/g, ', '),
  }));
  const entries = readEntries(lines, makeCalm(lines.map((one) => one.text)));
  const habits = habitsOf(entries);
  // Above the list it holds for everybody, behind a mark for those who bear it.
  const noted = entries.filter(({ why, source }) => why !== null && IDENTIFICATION.test(source));
  const marks = noted.map(({ source }) => /^[^\s\p{L}]*/u.exec(source)?.[0] ?? '');
  return entries.map(({ line, source, note, text: name, why }): Outcome => {
    const read = why ?? readEntry(name, habits);
    if (typeof read === 'string' || !read.person || !marks.some((mark) => note.includes(mark)))
      return { line, source, name, read };
    return { line, source, name, read: { ...read, identificationOnly: true } };
  });
}

/** What the entries tell together about how each of them is built. */
function habitsOf(entries: readonly Entry[]): Habits {
  const texts = entries.filter(({ why }) => why === null).map(({ text }) => text);
  // “Jane Roe – Harbor Mutual Aid” tells the same as a comma between them.
  const rows = texts.map((text) => commaParts(text.replace(/ [-–—] (?!.* [-–—] )/, ', ')));
  const several = rows.filter((parts) => parts.length > 1);
  const most = (is: (first: string, second: string, third?: string) => boolean) => {
    const count = several.filter(([first = '', second = '', third]) => is(first, second, third)).length;
    return count > 1 && count * 2 > several.length;
  };
  const leads = (first: string) => personScore(first) > 0 && organizationScore(first) < 2;
  const insides = texts.flatMap((text) => /[([]([^()[\]]+)[)\]]$/.exec(text)?.[1] ?? []);
  const towns = insides.filter((inside) => isTown(inside) || isTownLike(inside)).length;
  return {
    personFirst: most(
      (first, second) =>
        leads(first) && (isRole(second) || isDegree(second) || organizationScore(second) === 2),
    ),
    organizationFirst: most(
      (first, second, third) =>
        !leads(first) && leads(second) && (personScore(second) === 2 || isRole(third)),
    ),
    roleSecond: most((first, second) => leads(first) && isRole(second)),
    townInBrackets: towns > 2 && towns * 2 > insides.length,
    mostAreNames: texts.filter((text) => organizationScore(text) === 2).length * 5 >= texts.length * 3,
    beginnings: commonBeginnings(rows.flat().map((part) => part.replace(/ *[([](?!\p{Lu}+[)\]]).*$/u, ''))),
  };
}

function fromTable([heading, ...rows]: readonly PastedRow[]): Outcome[] {
  const calm = makeCalm(rows.map(({ organization }) => organization));
  const outcomes = rows.map(({ line, cells, organization, ...more }): Outcome => {
    const name = withoutMarks(organization).text;
    const isUnsure = organizationScore(name) < 2;
    const isPerson =
      (isUnsure && (personScore(name) === 2 || name === more.person)) ||
      (isRole(name) && (isUnsure || isSentence(name)));
    const read = name === '' || isNobody(name) || isPerson ? 'person' : { organization: calm(name), ...more };
    return { line, source: sourceOf(cells), name, read };
  });
  return heading === undefined ? [] : [asHeading(heading), ...outcomes];
}

/** A table that has people and organizations in one column: each of its names is read as in a list. */
function fromNames([heading, ...rows]: readonly PastedRow[]): Outcome[] {
  const outcomes = fromList(rows.map(({ organization }) => organization).join('\n')).flatMap(
    (one): Outcome[] => {
      const row = rows[one.line - 1];
      if (row === undefined) return [];
      const { town, role } = row;
      const read = typeof one.read === 'string' ? one.read : { town, role, ...one.read };
      return [{ ...one, line: row.line, source: sourceOf(row.cells), read }];
    },
  );
  return heading === undefined ? [] : [asHeading(heading), ...outcomes];
}

const sourceOf = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' · ');

const asHeading = ({ line, cells }: PastedRow): Outcome => ({
  line,
  source: cells.join(' '),
  name: '',
  read: 'other',
});
