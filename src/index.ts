// The door: every function that Google may call, one line each, and nothing else. Nothing runs when this is loaded.
import type {
  Answer,
  AssignView,
  ChangesView,
  CheckView,
  ChunkResult,
  ContactView,
  FollowUpsView,
  MapView,
  NextStepsView,
  ReadyItem,
  SendMode,
  SendRequest,
  Start,
  TodayView,
  TouchRequest,
  WriteReceipt,
} from './commands/answers';
import { answer, answerLocked } from './commands/answer';
import * as assign from './commands/assign';
import * as changes from './commands/changes';
import * as check from './commands/check';
import * as contact from './commands/contact';
import * as followUps from './commands/followUps';
import * as go from './commands/go';
import * as marking from './commands/nextStep';
import * as nextSteps from './commands/nextSteps';
import * as send from './commands/send';
import * as sendTest_ from './commands/sendTest';
import * as settle from './commands/settle';
import * as setup from './commands/setup';
import * as today from './commands/today';
import * as trigger from './commands/trigger';
import { makeServices } from './google/makeServices';
import { addMenu, showSidebar } from './google/ui';
import type { Services } from './google/services';
import type { Field } from './reading/fields';
import type { Result } from './values/result';
import type { SettingName } from './workbook/readSettings';

/** What the simple edit trigger hands over; only the range is relied on. */
interface EditEvent {
  readonly range: { getRow(): number; getNumRows(): number; getSheet(): { getName(): string } };
}

const read = <T>(run: (services: Services) => Result<T>): Answer<T> => {
  const services = makeServices();
  return answer(() => run(services));
};
const write = <T>(run: (services: Services) => Result<T>): Answer<T> => {
  const services = makeServices();
  return answerLocked(services, () => run(services));
};

export const onOpen = (): void => {
  addMenu();
};
export const onInstall = (): void => {
  addMenu();
};
export const onEdit = (event: EditEvent): void => {
  trigger.afterEdit(
    makeServices(),
    event.range.getSheet().getName(),
    event.range.getRow(),
    event.range.getNumRows(),
  );
};

export const openSidebar = (): void => {
  showSidebar('today');
};
export const menuCheck = (): void => {
  showSidebar('check');
};
export const menuMark = (): void => {
  showSidebar('words');
};
export const menuFollowUps = (): void => {
  showSidebar('follow-ups');
};
export const menuAssign = (): void => {
  showSidebar('assign');
};
export const menuContact = (): void => {
  showSidebar('contact');
};
export const menuChanges = (): void => {
  showSidebar('changes');
};
export const menuSetup = (): void => {
  showSidebar('setup');
};

export const getStart = (): Answer<Start> => read(setup.start);
export const startWith = (sheet: string): Answer<MapView> => write((s) => setup.startWith(s, sheet));
export const getMap = (sheet?: string): Answer<MapView> => read((s) => setup.showMap(s, sheet));
export const setColumn = (field: Field, letters: readonly string[]): Answer<MapView> =>
  write((s) => setup.setColumn(s, field, letters));

export const getToday = (): Answer<TodayView> => read(today.showToday);
export const saveSetting = (name: SettingName, value: string): Answer<TodayView> =>
  write((s) => today.saveSetting(s, name, value));
export const getNextSteps = (sheet?: string, most?: number): Answer<NextStepsView> =>
  read((s) => nextSteps.showNextSteps(s, sheet, most));
export const markNextSteps = (): Answer<WriteReceipt> => write(marking.markNextSteps);

export const getCheck = (sheet?: string, most?: number): Answer<CheckView> =>
  read((s) => check.showCheck(s, sheet, most));
export const fixProblems = (ids: readonly string[]): Answer<{ receipt: WriteReceipt; check: CheckView }> =>
  write((s) => check.fixProblems(s, ids));

export const getChanges = (): Answer<ChangesView> => read(changes.showChanges);
export const undoChange = (id: string): Answer<WriteReceipt> => write((s) => changes.undoChange(s, id));

export const getFollowUps = (mode: SendMode, sheet?: string, most?: number): Answer<FollowUpsView> =>
  read((s) => followUps.showFollowUps(s, mode, sheet, most));
export const previewMessage = (request: SendRequest, mode: SendMode): Answer<ReadyItem> =>
  read((s) => followUps.previewMessage(s, request, mode));
export const sendTest = (request: SendRequest, mode: SendMode): Answer<{ to: string }> =>
  read((s) => sendTest_.sendTest(s, request, mode));
export const sendChunk = (
  requests: readonly SendRequest[],
  mode: SendMode,
  sheet?: string,
): Answer<ChunkResult> => write((s) => send.sendChunk(s, requests, mode, sheet));
export const settleSend = (messageKey: string, wasSent: boolean): Answer<WriteReceipt> =>
  write((s) => settle.settleSend(s, messageKey, wasSent));
export const markSent = (request: SendRequest, mode: SendMode): Answer<WriteReceipt> =>
  write((s) => settle.markSent(s, request, mode));

export const getAssignments = (options: assign.AssignOptions, sheet?: string): Answer<AssignView> =>
  read((s) => assign.showAssignments(s, options, sheet));
export const buildTabs = (options: assign.AssignOptions, sheet?: string): Answer<WriteReceipt> =>
  write((s) => assign.buildTabs(s, options, sheet));
export const fillOwners = (options: assign.AssignOptions): Answer<WriteReceipt> =>
  write((s) => assign.fillOwners(s, options));
export const confirmOwner = (name: string, volunteer: string): Answer<AssignView> =>
  write((s) => assign.confirmOwner(s, name, volunteer));

export const getSelectedContact = (): Answer<ContactView> => read(contact.showSelected);
export const logTouch = (request: TouchRequest): Answer<WriteReceipt> =>
  write((s) => contact.logTouch(s, request));
export const goTo = (sheet: string, cell: string): Answer<null> => read((s) => go.goTo(s, sheet, cell));
export const openTab = (name: go.OurTabName): Answer<null> => write((s) => go.openTab(s, name));
