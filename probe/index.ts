// What a person runs in the script editor of a spreadsheet made for it (docs/live-probe.md).
import { EVENTS, lookAtCopy, STEPS } from './hands';
import { file, type Sheet } from './fact';
import { CHART_FACTS } from './facts/charts';
import { MAIL_FACTS } from './facts/mail';
import { RUN_FACTS } from './facts/run';
import { TAB_FACTS } from './facts/tabs';
import { TEXT_FACTS } from './facts/text';
import { VALUE_FACTS } from './facts/values';
import { askRun, askSheets, judge, tell, type Report } from './report';

function told(report: Report): Report {
  tell(report);
  return report;
}

/** All that needs no hands and sends nothing. */
export function probe(): Report {
  const sheets = askSheets([...TEXT_FACTS, ...VALUE_FACTS, ...TAB_FACTS, ...CHART_FACTS]);
  return told({ ...sheets, asked: [...sheets.asked, ...askRun(RUN_FACTS)] });
}

/** Sends a few messages to the tester's own address, and reads their headers where that is permitted. */
export function probeMail(): Report {
  const service = ScriptApp as unknown as {
    getAuthorizationInfo(mode: GoogleAppsScript.Script.AuthMode): { getAuthorizedScopes(): string[] | null };
  };
  const scopes = service.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes() ?? [];
  const mayRead = scopes.some((scope) => scope.endsWith('/gmail.metadata'));
  if (!Session.getActiveUser().getEmail().includes('@'))
    return told({ asked: [], left: ['mail: your own address is not known, and nobody else is written to'] });
  const facts = MAIL_FACTS.filter((fact) => mayRead || fact.reads !== true);
  const left = MAIL_FACTS.filter((fact) => !facts.includes(fact)).map(
    ({ name }) => `${name}: needs a push with --replies`,
  );
  return told({ asked: askRun(facts), left });
}

const PLACE = 'Outreach probe by hand';
const STORE = 'outreach-probe-step';

/** Looks at what the person did, and lays out the next step; the tab goes after the last one. */
export function probeByHand(): Report & { readonly step: string; readonly task: string } {
  const store = PropertiesService.getDocumentProperties();
  const open = file().getSheetByName(PLACE);
  const at = open === null ? -1 : Number(store.getProperty(STORE) ?? -1);
  const done = STEPS[at];
  const asked = done === undefined || open === null ? [] : [judge(done, () => done.after(open))];
  if (open !== null) file().deleteSheet(open);
  tell({ asked, left: [] });
  const next = STEPS[at + 1];
  if (next === undefined) {
    store.deleteProperty(STORE);
    console.log('That was the last one. Nothing of the probe is left in this file.');
    return { asked, left: [], step: '', task: '' };
  }
  const sheet = file().insertSheet(PLACE, file().getSheets().length);
  store.setProperty(STORE, String(at + 1));
  next.before(sheet);
  sheet.activate();
  SpreadsheetApp.flush();
  console.log(
    `Step ${at + 2} of ${STEPS.length}, in the tab “${PLACE}”: ${next.task}\nThen run probeByHand again.`,
  );
  return { asked, left: [], step: next.name, task: next.task };
}

/** In the copy of the file that the last step asks for. */
export function probeInCopy(): Report {
  const step = STEPS[STEPS.length - 1];
  return told({ asked: step === undefined ? [] : [judge(step, lookAtCopy)], left: [] });
}

/** For the step with the run that is cut off: half an hour in pieces that sleep may have. */
export function runTooLong(): void {
  const sheet = file().getSheetByName(PLACE);
  sheet?.getRange('A1').setValue('flushed');
  SpreadsheetApp.flush();
  sheet?.getRange('A2').setValue('pending');
  try {
    for (let n = 0; n < 12; n++) Utilities.sleep(200_000);
  } catch {
    sheet?.getRange('A3').setValue('caught');
  } finally {
    sheet?.getRange('A4').setValue('finally');
  }
}

/** For the step with the lock, in a second window. */
export function holdTheLock(): void {
  LockService.getDocumentLock().waitLock(1000);
  Utilities.sleep(20_000);
}

interface EditEvent {
  readonly range: GoogleAppsScript.Spreadsheet.Range;
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

/** Writes down what it is told, in the tab of the step that asks for it and nowhere else. */
export function onEdit(event: EditEvent): void {
  const { range, value, oldValue } = event;
  const sheet: Sheet = range.getSheet();
  if (sheet.getName() !== PLACE || sheet.getRange('G1').getValue() !== EVENTS) return;
  const row =
    sheet
      .getRange('G1:G20')
      .getValues()
      .filter(([text]) => text !== '').length + 1;
  const facts = `${range.getA1Notation()} value=${typeof value} oldValue=${typeof oldValue}`;
  sheet.getRange(row, 7).setValue(facts);
}
