// The actions of the command line: each calls what the sidebar calls, and shapes the answer (design section 7).
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Answer,
  AssignView,
  CheckGroup,
  CheckView,
  ChunkResult,
  FollowUpsView,
  MapView,
  NextStepsView,
  SendRequest,
  WriteReceipt,
} from '../../src/commands/answers';
import type { Host } from '../host/createHost';
import { countOf } from '../../src/values/count';
import { Refused } from './refused';
import type { OutFile } from './writeFiles';

export interface ActionContext {
  readonly host: Host;
  readonly sheet: string;
  readonly today: string;
  readonly step: 'first' | 'follow-up' | 'auto';
  /** Rows to send to, null for those that are ticked from the start. */
  readonly only: readonly number[] | null;
  readonly limit: number | null;
  readonly mailbox: string;
  readonly send: boolean;
}

export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  /** Beside the workbook. */
  readonly files: readonly OutFile[];
}

/** A command line lists everything; the sidebar cuts its lists. */
const ALL = 1_000_000;

function ask(context: ActionContext, name: string, ...args: unknown[]): unknown {
  const answer = context.host.call(name, ...args) as Answer<unknown>;
  if (answer.ok) return answer.value;
  const { code, message, todo } = answer.problem;
  throw new Refused(`${message} ${CURES[code] ?? todo}.`.replace(/([.!?])\.$/, '$1'));
}

const ANSWER_IN_PAGE = 'Open the file in the page (npm start), answer it in Setup and save the file';

/** What to do here, by the code of a problem, where the sidebar has a button for it. */
const CURES: Readonly<Partial<Record<string, string>>> = {
  'question-open': ANSWER_IN_PAGE,
  'column-changed': ANSWER_IN_PAGE,
};

const some = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const ACTIONS = { map, check, stale, send, assign };

function mapJson(view: MapView) {
  return {
    sheet: view.sheet,
    headerRow: view.headerRow,
    firstRow: view.firstRow,
    lastRow: view.lastRow,
    columns: Object.fromEntries(
      view.columns.map(({ field, letters, header, sure }) => [
        field,
        letters.length > 1
          ? { column: letters[0], columns: letters, header, sure }
          : { column: letters[0], header, sure },
      ]),
    ),
    questions: view.questions
      .filter(({ choices }) => choices.length > 1)
      .map(({ field, choices, why }) => ({
        field,
        choices: choices.map((choice) => choice.letters.join('+')),
        why,
      })),
  };
}

function map(context: ActionContext): Outcome {
  const view = ask(context, 'getMap', context.sheet) as MapView;
  const lines = [
    `${view.sheet}: headings in row ${view.headerRow}, contacts in rows ${view.firstRow} to ${view.lastRow}`,
    ...view.columns.map(
      ({ label, letters, header, sure }) =>
        `  ${letters.join('+').padEnd(6)} “${header}” → ${label}${sure ? '' : ' (not sure)'}`,
    ),
    ...view.questions.map(
      ({ why, choices }) =>
        `  ? ${why} ${choices.map((c) => `${c.letters.join('+')} “${c.header}”`).join(' or ')}`,
    ),
  ];
  return { json: mapJson(view), text: lines.join('\n'), files: [] };
}

function check(context: ActionContext): Outcome {
  const view = ask(context, 'getCheck', context.sheet, ALL) as CheckView;
  const map = ask(context, 'getMap', context.sheet) as MapView;
  const problems = view.groups.flatMap((group) =>
    group.items.map((item) => ({
      rule: group.rule,
      level: group.level,
      row: item.row,
      ...(item.rows.length > 0 ? { rows: item.rows } : {}),
      column: item.cell.replace(/\d+$/, ''),
      value: item.value,
      message: item.message,
      fix: item.safe ? item.fix : null,
    })),
  );
  const inTabs = ask(context, 'getTabProblems', context.sheet) as readonly CheckGroup[];
  const lines = [...view.groups, ...inTabs].flatMap((group) => [
    `${group.level === 'error' ? 'Stops a message' : 'Worth a look'}: ${group.title} (${group.count})`,
    ...group.items.map(({ cell, organization, message, fix, safe }) => {
      const place = [cell, organization].filter((part) => part !== '').join(' ');
      return `  ${place}: ${message}${safe ? ` Fix: ${fix ?? ''}` : ''}`;
    }),
  ]);
  return {
    json: { map: mapJson(map), problems, counts: { rows: view.rows, problems: view.problems } },
    text: [`${some(view.problems, 'problem')} in ${some(view.rows, 'row')}`, ...lines].join('\n'),
    files: [],
  };
}

function stale(context: ActionContext): Outcome {
  const view = ask(context, 'getNextSteps', context.sheet, ALL) as NextStepsView;
  const list = (title: string, items: readonly { row: number; organization: string; reason: string }[]) =>
    items.length === 0
      ? []
      : [
          `${title}: ${items.length}`,
          ...items.map((item) => `  Row ${item.row}, ${item.organization}: ${item.reason}`),
        ];
  return {
    json: {
      today: view.today,
      due: view.due,
      quiet: view.quiet,
      waiting: view.waiting.map(({ row, organization, reason }) => ({ row, organization, reason })),
      done: view.done,
    },
    text: [
      view.due.length === 0 ? 'Nobody is due today' : '',
      ...list(
        'Due',
        view.due.map((item) => ({ ...item, reason: `${item.step}. ${item.reason}` })),
      ),
      ...list('Gone quiet', view.quiet),
      ...list('Waiting', view.waiting),
      ...list('Check date', view.check),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    files: [],
  };
}

function send(context: ActionContext): Outcome {
  const mode = context.step === 'follow-up' ? 'follow-ups' : context.step;
  const view = ask(context, 'getFollowUps', mode, context.sheet, ALL) as FollowUpsView;
  const wanted = view.ready.filter((item) => (context.only ? context.only.includes(item.row) : item.ticked));
  const chosen = wanted.slice(0, Math.min(view.most, context.limit ?? wanted.length));
  const left = view.ready.filter((item) => !chosen.includes(item));
  const listed = new Set(
    [...view.ready, ...view.stopped, ...view.otherWay, ...view.quiet].map((item) => item.row),
  );
  const stopped = [
    ...view.stopped.map(({ row, organization, why }) => ({ row, organization, why })),
    ...[...view.otherWay, ...view.quiet].map(({ row, organization, why, proposal }) => ({
      row,
      organization,
      why: `Not by e-mail. ${why} ${proposal}`,
    })),
    ...(context.only ?? [])
      .filter((row) => !listed.has(row))
      .map((row) => ({ row, organization: '', why: 'No contact stands in this row, or none that is due.' })),
    ...left.map(({ row, organization, ticked }) => ({
      row,
      organization,
      why:
        chosen.length === view.most && wanted.some((item) => item.row === row)
          ? `At most ${countOf(view.most, 'message')} may go now. This one stays due.`
          : ticked
            ? 'Left out by --only or --limit.'
            : 'Not chosen: name the row with --only to send to it.',
    })),
  ];
  const sent = context.send
    ? sendAll(
        context,
        mode,
        chosen.map((item) => item.contact),
        view.chunk,
        stopped,
      )
    : 0;
  const files = context.send ? messageFiles(context) : [];
  const ready = chosen.map(({ row, to, subject }) => ({ row, to, subject }));
  return {
    json: { ready, stopped: stopped.map(({ row, why }) => ({ row, why })), sent },
    text: [
      context.send
        ? `${sent} of ${ready.length} messages sent`
        : `${ready.length === 1 ? '1 message is' : `${ready.length} messages are`} ready, nothing was sent`,
      ...chosen.map((item) => `  Row ${item.row}, ${item.organization} <${item.to}>: ${item.subject}`),
      ...(stopped.length === 0 ? [] : [`Stopped: ${stopped.length}`]),
      ...stopped.map(
        (item) => `  Row ${item.row}${item.organization === '' ? '' : `, ${item.organization}`}: ${item.why}`,
      ),
    ].join('\n'),
    files,
  };
}

function sendAll(
  context: ActionContext,
  mode: string,
  contacts: readonly string[],
  chunk: number,
  stopped: { row: number; organization: string; why: string }[],
): number {
  let sent = 0;
  let run = '';
  for (let from = 0; from < contacts.length; from += chunk) {
    const requests = contacts.slice(from, from + chunk).map((contact): SendRequest => ({
      contact,
      template: '',
      edited: null,
      anyway: false,
      ownerInCc: false,
    }));
    const result = ask(context, 'sendChunk', requests, mode, context.sheet, run) as ChunkResult;
    run = result.run;
    sent += result.lines.filter((line) => line.result === 'sent').length;
    for (const line of result.lines) {
      if (line.result !== 'sent')
        stopped.push({ row: line.row, organization: line.organization, why: line.why });
    }
    if (result.ended) break;
  }
  return sent;
}

/** One file a message, numbered on from those that stand there. */
function messageFiles({ host: { mailbox }, mailbox: folder }: ActionContext): OutFile[] {
  const standing = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
  const last = Math.max(0, ...standing.map((name) => Number(/^(\d+)\.eml$/.exec(name)?.[1] ?? 0)));
  return mailbox
    .messages()
    .filter((message) => message.direction === 'sent')
    .map((message, index) => ({
      path: join(folder, `${String(last + index + 1).padStart(4, '0')}.eml`),
      data: mailbox.eml(message.id),
    }));
}

function assign(context: ActionContext): Outcome {
  // The column Owner is added where the tab has none: it goes into the copy that --out names.
  const options = { due: '', cap: 0, moves: [], addOwner: true };
  const view = ask(context, 'getAssignments', options, context.sheet) as AssignView;
  const receipt = ask(context, 'buildTabs', options, context.sheet) as WriteReceipt;
  const volunteers = view.volunteers.map(({ name, has, gets }) => ({ name, count: has + gets }));
  return {
    json: {
      volunteers,
      unassigned: view.left,
      tabs: view.tabs.filter((name) => context.host.model.tab(name) !== null),
    },
    text: [
      receipt.message,
      ...volunteers.map(({ name, count }) => `  ${name}: ${count}`),
      ...(view.left > 0 ? [`  Nobody has room for ${view.left} more`] : []),
      ...view.questions.map(
        ({ name, contacts }) =>
          `  Who is “${name}”? Owner of ${contacts === 1 ? '1 contact' : `${contacts} contacts`}, not in the tab Volunteers`,
      ),
      ...receipt.kept.map(({ cell, why }) => `  ${cell === '' ? why : `${cell}: ${why}`}`),
      ...(view.addsOwner
        ? [
            `  No column of “${view.sheet}” said who takes a contact: “Owner” stands at its right end in the --out file`,
          ]
        : []),
    ].join('\n'),
    files: [],
  };
}
