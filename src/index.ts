// The door: every function that Google may call, one line each, and nothing else. Nothing runs when this is loaded.
import { reading, writing } from './commands/answer';
import { answerAsk as answerOneAsk } from './commands/answerAsk';
import * as asks from './commands/asks';
import * as assign from './commands/assign';
import * as home from './commands/bringHome';
import * as changes from './commands/changes';
import * as check from './commands/check';
import * as closing from './commands/closeMeeting';
import { confirmEndorsement as confirmOne } from './commands/confirmEndorsement';
import * as contact from './commands/contact';
import { showDraft } from './commands/draft';
import * as dashboard from './commands/dashboard';
import { makeEndorsedTab as endorsedTab } from './commands/endorsedTab';
import * as followUps from './commands/followUps';
import * as forget from './commands/forget';
import * as go from './commands/go';
import * as growing from './commands/growing';
import * as handing from './commands/handOver';
import { lookAgain as look } from './commands/lookAgain';
import { mailRecap as mailList } from './commands/mailRecap';
import * as meeting from './commands/meeting';
import { moveDues as moveDueDates } from './commands/meetingMoved';
import { movePlan as moveEvent } from './commands/movePlan';
import * as mine from './commands/myContacts';
import * as town from './commands/nextTown';
import { markNextSteps as markSteps } from './commands/nextStep';
import { showNextSteps } from './commands/nextSteps';
import * as partnerLog from './commands/partnerLog';
import * as partners from './commands/partners';
import * as pasted from './commands/pasteNames';
import { showPlans } from './commands/plans';
import { recordAsk as recordOneAsk } from './commands/recordAsk';
import * as reminder from './commands/reminder';
import * as replies from './commands/replies';
import * as send from './commands/send';
import * as testing from './commands/sendTest';
import * as settle from './commands/settle';
import * as chunk from './commands/settleChunk';
import * as setup from './commands/setup';
import * as planning from './commands/startPlan';
import { takeBack as takeTouchBack } from './commands/takeBack';
import { showTabProblems } from './commands/tabProblems';
import * as today from './commands/today';
import { afterEdit, type EditEvent } from './commands/trigger';
import * as week from './commands/week';
import { chooseName as keepName } from './commands/whoIs';
import * as unions from './commands/unions';
import { WAIT_FOR_SEND, weeklyReminder as remind } from './commands/weeklyReminder';
import * as askList from './commands/writeAskList';
import { makeServices } from './google/makeServices';
import { addMenu, showSidebar } from './google/ui';

export const onOpen = () => {
  addMenu();
};
export const onInstall = () => {
  addMenu();
};
export const onEdit = (event: EditEvent) => {
  afterEdit(makeServices, event);
};

export const openSidebar = () => {
  showSidebar('today');
};
export const menuCheck = () => {
  showSidebar('check');
};
export const menuMark = () => {
  showSidebar('words');
};
export const menuFollowUps = () => {
  showSidebar('follow-ups');
};
export const menuAssign = () => {
  showSidebar('assign');
};
export const menuHome = () => {
  showSidebar('home');
};
export const menuMine = () => {
  showSidebar('mine');
};
export const menuContact = () => {
  showSidebar('contact');
};
export const menuMeeting = () => {
  showSidebar('meeting');
};
export const menuEvent = () => {
  showSidebar('event');
};
export const menuAsks = () => {
  showSidebar('asks');
};
export const menuPartners = () => {
  showSidebar('partners');
};
export const menuUnions = () => {
  showSidebar('unions');
};
export const menuGrowing = () => {
  showSidebar('growing');
};
export const menuDashboard = () => {
  showSidebar('dashboard');
};
export const menuWeek = () => {
  showSidebar('week');
};
export const menuNextTown = () => {
  showSidebar('next-town');
};
export const menuChanges = () => {
  showSidebar('changes');
};
export const menuSetup = () => {
  showSidebar('setup');
};

export const getStart = reading([], setup.start);
export const startWith = writing(['name'], setup.startWith);
export const getMap = reading(['sheetName'], setup.showMap);
export const setColumn = writing(['field', 'names'], setup.setColumn);

export const getToday = reading([], today.showToday);
export const saveSetting = writing(['settingName', 'text'], today.saveSetting);
export const getNextSteps = reading(['sheetName', 'most'], showNextSteps);
export const markNextSteps = writing([], markSteps);

export const getCheck = reading(['sheetName', 'most'], check.showCheck);
export const getTabProblems = reading(['sheetName'], showTabProblems);
export const fixProblems = writing(['names'], check.fixProblems);

export const getChanges = reading([], changes.showChanges);
export const undoChange = writing(['name'], changes.undoChange);

export const readReplies = writing(['sheetName'], replies.readReplies);
export const getFollowUps = reading(['mode', 'sheetName', 'most'], followUps.showFollowUps);
export const previewMessage = reading(['sendRequest', 'mode'], followUps.previewMessage);
export const sendTest = reading(['sendRequest', 'mode'], testing.sendTest);
export const sendChunk = writing(['sendRequests', 'mode', 'sheetName', 'run'], send.sendChunk);
export const settleChunk = writing(['chunkMessages'], chunk.settleChunk);
export const settleSend = writing(['name', 'yesOrNo'], settle.settleSend);
export const markSent = writing(['sendRequest', 'mode'], settle.markSent);

export const getAssignments = reading(['assignOptions', 'sheetName'], assign.showAssignments);
export const buildTabs = writing(['assignOptions', 'sheetName'], assign.buildTabs);
export const fillOwners = writing(['assignOptions'], assign.fillOwners);
export const confirmOwner = writing(['name', 'name', 'assignOptionsIfAny'], assign.confirmOwner);

export const getDraft = reading(['assignOptions', 'name'], showDraft);
export const getHandOver = reading(['name'], handing.showHandOver);
export const handOver = writing(['name', 'name', 'name'], handing.handOver);

export const bringHome = writing(['homeAnswers', 'sheetName'], home.bringHome);

export const getMeeting = reading([], meeting.showMeeting);
export const startMeeting = writing(['name'], meeting.startMeeting);
export const lookAgain = writing([], look);
export const getNames = reading(['pasted'], pasted.showNames);
export const addNames = writing(['pasted', 'nameChoices'], pasted.addNames);
export const getClose = reading(['closeAnswers'], closing.showClose);
export const closeMeeting = writing(['closeAnswers'], closing.closeMeeting);
export const mailRecap = writing(['closeAnswers'], mailList);

export const getPlans = reading(['name', 'name'], showPlans);
export const previewPlan = reading(['name', 'name', 'name'], planning.previewPlan);
export const startPlan = writing(['name', 'name', 'name'], planning.startPlan);
export const movePlan = writing(['name', 'name'], moveEvent);

export const getAsks = reading(['sheetName'], asks.showAsks);
export const recordAsk = writing(['askRequest'], recordOneAsk);
export const answerAsk = writing(['askAnswerRequest'], answerOneAsk);
export const confirmEndorsement = writing(['confirmRequest'], confirmOne);
export const settleAsk = writing(['name', 'name'], askList.settleAsk);
export const writeAsks = writing([], askList.bringUpToDate);
export const makeEndorsedTab = writing([], endorsedTab);
export const getDashboard = reading([], dashboard.showDashboard);
export const getFigure = reading(['figureName'], dashboard.showFigure);
export const writeDashboard = writing(['yesOrNo'], dashboard.writeDashboard);

export const getPartners = reading([], partners.showPartners);
export const savePartner = writing(['partnerRequest'], partners.savePartner);
export const logDeed = writing(['deed'], partnerLog.logDeed);
export const logCheck = writing(['name'], partnerLog.logCheck);
export const bowOut = writing(['bowOutRequest'], partnerLog.bowOut);
export const comeBack = writing(['name'], partnerLog.comeBack);
export const getUnions = reading([], unions.showUnions);
export const saveUnion = writing(['unionRequest'], unions.saveUnion);
export const getGrowing = reading([], growing.showGrowing);
export const saveDebrief = writing(['debrief'], growing.saveDebrief);
export const saveImpression = reading(['impression'], growing.saveImpression);
export const eraseImpressions = reading(['name'], growing.eraseImpressions);

export const getWeek = reading([], week.showWeek);
export const mailWeek = writing([], week.mailWeek);
export const getNextTown = reading(['name'], town.showNextTown);
export const makeNextTown = writing(['nextTown'], town.makeNextTown);

export const getReminder = reading([], reminder.showReminder);
export const setReminder = writing(['yesOrNo'], reminder.setReminder);
/** Google's timer calls it, for whoever switched it on. */
export const weeklyReminder = writing([], remind, WAIT_FOR_SEND);

export const getSelectedContact = reading([], contact.showSelected);
export const noteTieAsked = writing(['name'], contact.noteTieAsked);
export const logTouch = writing(['touchRequest'], contact.logTouch);
export const takeBack = writing(['name'], takeTouchBack);
export const forgetContact = writing(['name'], forget.forgetContact);
export const getMyContacts = reading(['name'], mine.showMyContacts);
export const chooseName = reading(['name'], keepName);
export const goToContact = reading(['name'], mine.goToContact);
export const moveDues = writing([], moveDueDates);
export const goTo = reading(['name', 'name'], go.goTo);
export const openTab = writing(['ourTab'], go.openTab);
