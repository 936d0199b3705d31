// The budgets of service calls, read off what the commands asked for.
import { budget, type Budget } from './budget';
import { ASKED, CLOSED, HOME_TABS, PASTED, REMINDED, type Played } from './commands';
import { UNIONS } from './partnerPlays';

/** Most blocks one write may stand for: commands that change cells which stood there before. */
const WRITERS = [
  'markNextSteps',
  'fixProblems, all',
  'fillOwners',
  'undoChange',
  'buildTabs, 5 tabs with words, nine days later',
  'buildTabs, 5 tabs and 5 contacts without an owner',
];
const KEPT_OF_PEOPLE = ['savePartner', 'logDeed', 'logCheck', 'bowOut', 'comeBack', 'saveDebrief'];
const EACH_MESSAGE = 3;
const EACH_REMINDER = 2;
const EACH_VOLUNTEER = 2;
const EACH_CHANGED_TAB = 5;
const MEGABYTE = 1_000_000;

export function callBudgets(played: readonly Played[]): Budget[] {
  const find = (command: string): Played => {
    const found = played.find((one) => one.command === command);
    if (found === undefined) throw new Error(`"${command}" was not played.`);
    return found;
  };
  const starting = (text: string) => played.filter((one) => one.command.startsWith(text));
  const most = (list: readonly Played[], of: (one: Played) => number) => Math.max(...list.map(of));
  const reads = (one: Played) => one.reads;

  const ten = find('sendChunk of 10');
  const chunks = starting('sendChunk');
  const newTab = find('buildTabs, 5 new tabs').writes - find('buildTabs, 4 new tabs').writes;
  const biggest = played.reduce((a, b) => (b.bytes > a.bytes ? b : a));

  return [
    budget('reads of a check', 6, find('getCheck').reads, 'calls'),
    budget('reads of next steps', 6, find('getNextSteps').reads, 'calls'),
    budget('reads of the highlight', 6, most(starting('markNextSteps'), reads), 'calls'),
    budget('reads to plan a send', 8, most(starting('getFollowUps'), reads), 'calls'),
    budget(
      'reads of My contacts, 5 to 40 volunteers, 100 to 5,000 contacts',
      6,
      most(starting('getMyContacts'), reads),
      'calls',
    ),
    budget('reads for assignment tabs', 8, find('getAssignments').reads, 'calls'),
    ...[3, 10].flatMap((count) => {
      const withNew = `buildTabs, ${count} tabs and ${count} contacts without an owner`;
      const updates = starting(`buildTabs, ${count} tabs `).filter(({ command }) => command !== withNew);
      const beside = count * EACH_VOLUNTEER;
      return [
        budget(
          `reads to bring ${count} assignment tabs up to date, beside 2 for each`,
          6,
          most(updates, reads) - beside,
          'calls',
        ),
        // Ours: the contacts too are read just before and just after they are written, with their formulas.
        budget(
          `reads to give ${count} contacts away and add them to ${count} tabs, beside 2 for each tab`,
          9,
          find(withNew).reads - beside,
          'calls',
        ),
      ];
    }),
    budget(
      `reads to bring ${HOME_TABS} volunteers’ tabs home where nothing is new, beside 2 for each`,
      6,
      find(`bringHome, ${HOME_TABS} tabs, nothing new`).reads - HOME_TABS * EACH_VOLUNTEER,
      'calls',
    ),
    budget(
      // Ours: docs/decisions/0017-the-record-stands-beside-its-row.md.
      `reads to bring ${HOME_TABS} volunteers’ tabs home, beside ${EACH_CHANGED_TAB} for each with an edit and a touch`,
      12,
      find(`bringHome, ${HOME_TABS} tabs, all changed`).reads - HOME_TABS * EACH_CHANGED_TAB,
      'calls',
    ),
    budget(
      `reads of Meeting and of “Look again”, ${CLOSED.few} to ${CLOSED.many} names`,
      10,
      most([...starting('getMeeting'), ...starting('lookAgain')], reads),
      'calls',
    ),
    budget(
      `reads to close a meeting of ${CLOSED.few} to ${CLOSED.many} names, beside 2 for each tab`,
      14,
      most(
        starting('closeMeeting').filter(({ command }) => !command.endsWith('once more')),
        (one) => one.reads - CLOSED.takers * EACH_VOLUNTEER,
      ),
      'calls',
    ),
    budget(
      `reads to look at a pasted list of ${PASTED.few} to ${PASTED.many} names`,
      6,
      most(starting('getNames'), reads),
      'calls',
    ),
    budget('reads to add them to the shortlist', 8, most(starting('addNames'), reads), 'calls'),
    budget(
      `reads of Asks, Partners and Debriefs, ${ASKED.few} to ${ASKED.many} asks`,
      8,
      most(['getAsks', 'getPartners', 'getGrowing'].flatMap(starting), reads),
      'calls',
    ),
    budget(
      'calls to bring Asks up to date where nothing is new',
      8,
      most(
        starting('writeAsks').filter(({ command }) => command.endsWith('nothing new')),
        (one) => one.calls,
      ),
      'calls',
    ),
    budget(
      // Each row gets its two ids, an answered one nothing more.
      `writes to bring ${ASKED.many} typed asks up to date`,
      6,
      most(
        starting(`writeAsks, ${ASKED.many}`).filter(({ command }) => !command.endsWith('nothing new')),
        (one) => one.writes,
      ),
      'calls',
    ),
    budget(
      'calls to write down or answer an ask, to confirm, to settle',
      30,
      most(
        ['recordAsk', 'answerAsk', 'confirmEndorsement', 'settleAsk'].flatMap(starting),
        (one) => one.calls,
      ),
      'calls',
    ),
    budget(
      'calls to make the proof page',
      20,
      most(starting('makeEndorsedTab'), (one) => one.calls),
      'calls',
    ),
    budget(
      `reads of the week and of the next town, ${ASKED.few} to ${ASKED.many} asks`,
      10,
      most([...starting('getWeek'), ...starting('getNextTown')], reads),
      'calls',
    ),
    budget(
      'reads to make the three tabs for another town',
      12,
      most(starting('makeNextTown'), reads),
      'calls',
    ),
    budget(
      'calls to make the three tabs for another town',
      80,
      most(starting('makeNextTown'), (one) => one.calls),
      'calls',
    ),
    budget(
      'reads of the dashboard and of the contacts behind a figure',
      8,
      most([...starting('getDashboard'), ...starting('getFigure')], reads),
      'calls',
    ),
    budget('reads to make or renew the dashboard', 12, most(starting('writeDashboard'), reads), 'calls'),
    budget(
      `calls to write down a partner, a deed, a check, who leaves or comes back, or a debrief, up to ${ASKED.many} asks`,
      24,
      most(KEPT_OF_PEOPLE.flatMap(starting), (one) => one.calls),
      'calls',
    ),
    budget(
      `reads of Unions, ${UNIONS.few} to ${UNIONS.many} unions`,
      9,
      most(starting('getUnions'), reads),
      'calls',
    ),
    budget(
      'calls to write down a union in a tab that somebody made, two headings of it too',
      28,
      most(starting('saveUnion'), (one) => one.calls),
      'calls',
    ),
    budget(
      'calls to keep or erase an impression, none of them in the file',
      2,
      most([...starting('saveImpression'), ...starting('eraseImpressions')], (one) => one.calls),
      'calls',
    ),
    budget(
      'calls for a chunk of 10 beside an Asks tab, beside 3 for each message',
      21,
      most(starting(`sendChunk of 10, with ${ASKED.many} asks`), (one) => one.calls - 10 * EACH_MESSAGE),
      'calls',
    ),
    budget('reads to preview the end of a meeting', 7, most(starting('getClose'), reads), 'calls'),
    budget(
      'writes for each contiguous block',
      1,
      most(WRITERS.map(find), (w) => w.valueWrites / w.blocks),
      'calls',
    ),
    budget(
      'writes for the first new assignment tab',
      20,
      find('buildTabs, the first new tab').writes,
      'calls',
    ),
    budget('writes for each further assignment tab', 6, newTab, 'calls'),
    budget('calls for each message of a send', EACH_MESSAGE, ten.eachMessage, 'calls'),
    budget('calls for a chunk of 10, beside 3 for each message', 20, ten.calls - 10 * EACH_MESSAGE, 'calls'),
    budget(
      'calls for a chunk that looks for answers, beside Gmail and 3 for each message',
      20,
      most(
        starting('sendChunk of 10, with a look'),
        (look) => look.calls - (look.mail - sentIn(look)) - sentIn(look) * EACH_MESSAGE,
      ),
      'calls',
    ),
    budget(
      'Gmail calls for the answers of a chunk, beside 1 a hit',
      6,
      most(chunks, (chunk) => chunk.mail - sentIn(chunk) - hitsOf(chunk)),
      'calls',
    ),
    budget(
      `calls of a weekly reminder of ${REMINDED} messages, 5,000 contacts, beside 2 for each`,
      14,
      find('weeklyReminder, 40 volunteers × 5,000 contacts').calls - REMINDED * EACH_REMINDER,
      'calls',
    ),
    budget(
      'calls of the simple trigger',
      12,
      most(starting('onEdit'), (edit) => edit.calls),
      'calls',
    ),
    budget(
      'seconds of the simple trigger',
      2,
      most(starting('onEdit'), (edit) => edit.seconds),
      's',
    ),
    budget(`largest answer, 10,000 contacts (${biggest.command})`, 1, biggest.bytes / MEGABYTE, 'MB'),
  ];
}

const sentIn = ({ command }: Played): number => Number(/sendChunk of (\d+)/.exec(command)?.[1] ?? 0);
const hitsOf = ({ command }: Played): number => Number(/with (\d+) answers/.exec(command)?.[1] ?? 0);
