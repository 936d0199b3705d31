// dist/Code.js as Google gets it: which functions it offers, what it is written in, what it does when it is loaded.
import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { MENU } from '../../src/texts/menu';
import { buildAddon } from './builtAddon';
import { textFiles } from './textFiles';

/** Any page that google.script.run can reach may call these: a new name here is a new door. */
const DOORS = [
  'addNames',
  'answerAsk',
  'bowOut',
  'bringHome',
  'buildTabs',
  'chooseName',
  'closeMeeting',
  'comeBack',
  'confirmEndorsement',
  'confirmOwner',
  'eraseImpressions',
  'fillOwners',
  'fixProblems',
  'forgetContact',
  'getAsks',
  'getAssignments',
  'getChanges',
  'getCheck',
  'getClose',
  'getDashboard',
  'getDraft',
  'getFigure',
  'getFollowUps',
  'getGrowing',
  'getHandOver',
  'getMap',
  'getMeeting',
  'getMyContacts',
  'getNames',
  'getNextSteps',
  'getNextTown',
  'getPartners',
  'getPlans',
  'getReminder',
  'getSelectedContact',
  'getStart',
  'getTabProblems',
  'getToday',
  'getUnions',
  'getWeek',
  'goTo',
  'goToContact',
  'handOver',
  'logCheck',
  'logDeed',
  'logTouch',
  'lookAgain',
  'mailRecap',
  'mailWeek',
  'makeEndorsedTab',
  'makeNextTown',
  'markNextSteps',
  'markSent',
  'menuAsks',
  'menuAssign',
  'menuChanges',
  'menuCheck',
  'menuContact',
  'menuDashboard',
  'menuEvent',
  'menuFollowUps',
  'menuGrowing',
  'menuHome',
  'menuMark',
  'menuMeeting',
  'menuMine',
  'menuNextTown',
  'menuPartners',
  'menuSetup',
  'menuUnions',
  'menuWeek',
  'moveDues',
  'movePlan',
  'noteTieAsked',
  'onEdit',
  'onInstall',
  'onOpen',
  'openSidebar',
  'openTab',
  'previewMessage',
  'previewPlan',
  'readReplies',
  'recordAsk',
  'saveDebrief',
  'saveImpression',
  'savePartner',
  'saveSetting',
  'saveUnion',
  'sendChunk',
  'sendTest',
  'setColumn',
  'setReminder',
  'settleAsk',
  'settleChunk',
  'settleSend',
  'startMeeting',
  'startPlan',
  'startWith',
  'takeBack',
  'undoChange',
  'weeklyReminder',
  'writeAsks',
  'writeDashboard',
];

const addon = buildAddon();
const code = addon.read('Code.js');
afterAll(() => {
  addon.remove();
});

/** Every global of the published Apps Script types: SpreadsheetApp, Gmail, LockService … */
function googleNames(): string[] {
  const folder = 'node_modules/@types/google-apps-script/';
  const declared = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .flatMap((name) => [
      ...readFileSync(folder + name, 'utf8').matchAll(/^declare (?:var|const|let) (\w+)\s*:/gm),
    ]);
  return [...new Set(['Gmail', 'Sheets', 'Drive', ...declared.map(([, name = '']) => name)])];
}

/** Runs the file in a context that has the language and nothing else; reading a Google service is noted. */
function load(): { globals: Record<string, unknown>; touched: string[] } {
  const touched: string[] = [];
  const globals = Object.create(null) as Record<string, unknown>;
  for (const name of googleNames()) {
    Object.defineProperty(globals, name, {
      configurable: true,
      enumerable: false,
      get: () => {
        touched.push(name);
        return undefined;
      },
    });
  }
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(code, context);
  return { globals, touched };
}

describe('what Code.js offers to Google', () => {
  test('exactly these functions can be called, by a menu, a trigger or a page', () => {
    const { globals } = load();
    const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function');
    expect(functions.sort()).toEqual(DOORS);
  });

  test('nothing else becomes global but the closed scope of the add-on and the mark of zod', () => {
    const { globals } = load();
    const others = Object.keys(globals).filter((name) => typeof globals[name] !== 'function');
    expect(others.filter((name) => name !== '__zod_globalConfig')).toEqual(['addon_']);
  });

  test('every function stands as a declaration of its own, as menus and triggers need it', () => {
    const declared = parse(code, { ecmaVersion: 2020, sourceType: 'script' }).body.flatMap((node) =>
      node.type === 'FunctionDeclaration' ? [node.id.name] : [],
    );
    expect(declared.sort()).toEqual(DOORS);
  });

  test('every entry of the menu leads to one of them', () => {
    const wanted = MENU.flatMap((entry) => (entry === null ? [] : [entry.run]));
    expect(wanted.filter((name) => !DOORS.includes(name))).toEqual([]);
  });

  test('every function that the sidebar calls is one of them', () => {
    const called = textFiles('sidebar').flatMap(({ text }) =>
      [...text.matchAll(/\bcall\(\s*'(\w+)'/g)].map(([, name = '']) => name),
    );
    expect(called.length).toBeGreaterThan(20);
    expect(called.filter((name) => !DOORS.includes(name))).toEqual([]);
  });
});

describe('what Code.js is written in', () => {
  test('it parses as ES2020: no class fields and no private names, which stop every entry point of a script project', () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  });

  test('it makes no code from strings', () => {
    expect(code).not.toMatch(/\beval\(/);
    expect(() => load()).not.toThrow();
  });
});

describe('what happens when Code.js is loaded', () => {
  test('no Google service is touched, since menus are built before anybody has allowed anything', () => {
    expect(load().touched).toEqual([]);
  });

  test('a service is touched once a function is called', () => {
    const { globals, touched } = load();
    expect(() => {
      (globals['onOpen'] as () => void)();
    }).toThrow();
    expect(touched).toContain('SpreadsheetApp');
  });
});
