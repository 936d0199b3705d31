// Guards of the add-on, each broken on purpose: the suite must notice every one. A text that is no longer found stops
// the suite, so that a mutant never passes for caught because nothing was broken.
import { readFileSync } from 'node:fs';
import { bundle } from '../bench/bundle';
import type { Play } from './play';
import { UNDO_CLOSE } from './plays/closing';
import { FIX, HIGHLIGHT, UNDO_FIX } from './plays/contacts';
import { BRING_HOME, BRING_HOME_NO_LOG, EDIT_IN_CONTACTS, TOUCH } from './plays/home';
import { CONTACT } from './plays/log';
import { SEND, UNDO_SEND } from './plays/send';

interface Change {
  /** Path from the folder of the project. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Mutant {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The command that leans on the guard. */
  readonly play: Play;
  /** The fault that is tried first: most guards are there for one. */
  readonly first: string;
}

const change = (file: string, from: string, to: string): Change => ({ file, from, to });

/** A cell is written whatever stands in it by now: the guard of every edit, and of taking one back. */
const NOT_LOOKED_AT = change(
  'src/commands/applyEdits.ts',
  'else if (!sameCell(now, edit.from))',
  'else if (now === undefined)',
);

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'journal after send',
    play: SEND,
    first: 'killed before it',
    changes: [
      change(
        'src/commands/send.ts',
        'const row = appendEntries(services, log, entries);',
        'const row = log.lastRow + 1;',
      ),
      change(
        'src/commands/send.ts',
        '  appendRows(services, campaign.hidden, [...records, ...change]);\n  services.book.flush();\n',
        `  log.later = () => {
            appendEntries(services, log, entries);
            appendRows(services, campaign.hidden, [...records, ...change]);
            services.book.flush();
          };\n`,
      ),
      change('src/commands/send.ts', '  const finished =', '  log?.later?.();\n  const finished ='),
    ],
  },
  {
    name: 'id by row number',
    play: SEND,
    first: 'sorts the rows of the contacts',
    changes: [
      change(
        'src/workbook/identity.ts',
        'const byKey = contactsByKey(contacts);',
        'const byKey = byNumber(contacts);',
      ),
      change(
        'src/workbook/identity.ts',
        '/** The keys of `contactsByKey` by row number. */',
        `const numbers = new Map();
         const byNumber = (contacts) => {
           for (const [key, { row }] of contactsByKey(contacts)) if (!numbers.has(key)) numbers.set(key, row);
           return new Map([...numbers].map(([key, row]) => [key, contacts.find((c) => c.row === row)]));
         };`,
      ),
      change(
        'src/workbook/identity.ts',
        'return new Map([...contactsByKey(contacts)].map(([key, contact]) => [contact.row, key]));',
        'byNumber(contacts); return new Map([...contactsByKey(contacts)].map(([key, contact]) => [contact.row, key]));',
      ),
    ],
  },
  {
    name: 'no flush',
    play: SEND,
    first: 'killed before it',
    changes: [change('src/google/book.ts', 'SpreadsheetApp.flush();', '')],
  },
  {
    name: 'random key',
    play: SEND,
    first: 'killed after it, half',
    changes: [
      change(
        'src/mail/messageKey.ts',
        'return `${ofCampaign}/${id}/${attempt}`;',
        'return `${ofCampaign}/${id}${Math.random()}/${attempt}`;',
      ),
    ],
  },
  {
    name: 'no lock',
    play: SEND,
    first: 'another lead',
    changes: [
      change(
        'src/google/makeServices.ts',
        'return documentLock()?.tryLock(milliseconds) ?? true;',
        'return true;',
      ),
    ],
  },
  {
    name: 'no re-check',
    play: FIX,
    first: 'same cell',
    changes: [NOT_LOOKED_AT],
  },
  {
    name: 'read-back ignored',
    play: FIX,
    first: 'sorts the rows of the contacts',
    changes: [
      change(
        'src/commands/applyEdits.ts',
        'const { writes, lost } = planRepairs(before, after, map, edits);',
        'const writes: PlacedEdit[] = [], lost: Kept[] = [];',
      ),
    ],
  },
  {
    name: 'apostrophe dropped',
    play: FIX,
    first: 'killed before it',
    changes: [
      change(
        'src/values/writtenText.ts',
        'export function asTheirText(text: string): string {',
        'export function asTheirText(text: string): string {\n  if (text) return text;',
      ),
    ],
  },
  {
    name: 'results flushed together',
    play: SEND,
    first: 'pending writes lost',
    changes: [
      change(
        'src/commands/send.ts',
        '      gmailThreadId: ids.threadId,\n    });\n    services.book.flush();',
        '      gmailThreadId: ids.threadId,\n    });',
      ),
    ],
  },
  {
    name: 'a lost answer counts as refused',
    play: SEND,
    first: 'answer is lost',
    changes: [
      change(
        'src/google/mail.ts',
        "return { kind: 'unknown' };",
        "return { kind: 'refused', quota: false, permission: false, why: '' };",
      ),
    ],
  },
  {
    name: 'keys looked up in the log only',
    play: UNDO_SEND,
    first: 'deletes the tab of the log',
    changes: [
      change(
        'src/commands/followUps.ts',
        'const keys = new Map(records.map((record) => [record.messageKey, record.state]));',
        'const keys = new Map();',
      ),
    ],
  },
  {
    name: 'the log is not put right',
    play: SEND,
    first: 'sorts the rows of the log',
    changes: [
      change(
        'src/commands/logTab.ts',
        '  const after = services.book.read(log.id);\n',
        '  if (log.id > 0) return false;\n  const after = services.book.read(log.id);\n',
      ),
    ],
  },
  {
    name: 'formulas read last',
    play: FIX,
    first: 'same cell',
    changes: [
      change(
        'src/commands/applyEdits.ts',
        '    const headings = headingsOf(table, map);\n    const now =',
        '    services.book.readFormulas(map.sheetId, 1, 1, 1, 1);\n    const headings = headingsOf(table, map);\n    const now =',
      ),
    ],
  },
  {
    name: 'nothing in the undo journal',
    play: FIX,
    first: 'killed before it',
    changes: [change('src/commands/applyEdits.ts', 'job.what === null\n', 'job.what !== undefined\n')],
  },
  {
    name: 'a line of the log written over',
    play: CONTACT,
    first: 'inserts two rows at the top of the log',
    changes: [change('src/touches/logRepairs.ts', 'return !rows.has(id) && isCovered ?', 'return row < 0 ?')],
  },
  {
    name: 'a column begun meanwhile written over',
    play: HIGHLIGHT,
    first: 'same cell',
    changes: [change('src/commands/nextStep.ts', 'if (isTaken(campaign, column))', 'if (column < 0)')],
  },
  {
    name: 'undo without looking',
    play: UNDO_FIX,
    first: 'same cell',
    changes: [NOT_LOOKED_AT],
  },
  {
    name: 'emptied rows not looked at again',
    play: UNDO_CLOSE,
    first: 'sorts the rows of the contacts',
    changes: [
      change(
        'src/commands/undoAddedContacts.ts',
        'if (wrong.length > 0) {',
        'if (wrong.length > Infinity) {',
      ),
    ],
  },
  {
    name: 'a touch leaves its row in two writes',
    play: BRING_HOME_NO_LOG,
    first: 'half of the pending',
    changes: [
      change(
        'src/commands/volunteerTab.ts',
        'const whole = withBeside(table, head, edits);',
        'const whole = besideTouches(table, head, []).concat(edits);',
      ),
    ],
  },
  {
    name: 'a touch in a record is forgotten',
    play: TOUCH,
    first: 'killed before it',
    changes: [
      change(
        'src/commands/homeTouches.ts',
        'for (const touch of unloggedTouches(campaign, plan)) add(one, plan.contact, touch);',
        'unloggedTouches(campaign, plan);',
      ),
    ],
  },
  {
    name: 'the trigger does not look at the contacts again',
    play: TOUCH,
    first: 'same cell of the contacts',
    changes: [
      change(
        'src/commands/carryPair.ts',
        'if (!edits.every(stays)) return null;',
        'if (!edits.some(stays)) stays;',
      ),
    ],
  },
  {
    name: 'the trigger reads the volunteer’s tab first',
    play: EDIT_IN_CONTACTS,
    first: 'same cell of a volunteer',
    changes: [
      change(
        'src/commands/carry.ts',
        'const open = openTab(services, tab.id);\n    left--;',
        'const open = openTab(services, tab.id);\n    services.book.read(contactsTab.id);\n    left--;',
      ),
    ],
  },
  {
    name: 'a volunteer’s tab is not read again',
    play: BRING_HOME,
    first: 'same cell of a volunteer',
    changes: [
      change('src/commands/bringHome.ts', 'if (!lookAgain(campaign, one)) {', 'if (lookAgain.length < 0) {'),
    ],
  },
  {
    name: 'new contacts written at a remembered row',
    play: BRING_HOME,
    first: 'inserts two rows at the top of the contacts',
    changes: [
      change(
        'src/commands/newContacts.ts',
        'for (const { cells } of some) book.append(map.sheetId, cells.map(asTheirCell));',
        'for (const { cells, edits } of some) book.grow(map.sheetId, edits[0].row, 1), book.write(map.sheetId, edits[0].row, 1, [cells.map(asTheirCell)]);',
      ),
    ],
  },
  {
    name: 'a row that got no id is asked about',
    play: BRING_HOME,
    first: 'killed before it',
    changes: [
      change(
        'src/commands/bringHome.ts',
        'const adopted = adoptLost(campaign, one);',
        'const adopted = adoptLost(campaign, { ...one, plan: { ...one.plan, likelyDuplicates: [] } });',
      ),
    ],
  },
];

/** Code.js with the guard broken. Throws where a text to break is not found, or found twice. */
export async function buildMutant({ name, changes }: Mutant): Promise<string> {
  const open = new Set(changes);
  const code = await bundle("export * from './src/index'", 'addon_', [
    {
      name: 'mutant',
      setup(build) {
        build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
          const file = path.replaceAll('\\', '/');
          const own = changes.filter((one) => file.endsWith(`/${one.file}`));
          if (own.length === 0) return undefined;
          let contents = readFileSync(path, 'utf8');
          for (const one of own) {
            const parts = contents.split(one.from);
            if (parts.length !== 2)
              throw new Error(`Mutant “${name}”: its text stands ${parts.length - 1} times in ${one.file}.`);
            contents = parts.join(one.to);
            open.delete(one);
          }
          return { contents, loader: 'ts' };
        });
      },
    },
  ]);
  for (const one of open) throw new Error(`Mutant “${name}”: ${one.file} is not part of the add-on.`);
  const doors = [...readFileSync('src/index.ts', 'utf8').matchAll(/^export const (\w+)/gm)].map(
    ([, door = '']) => `function ${door}() { return addon_.${door}.apply(this, arguments); }`,
  );
  return [code, ...doors].join('\n');
}
