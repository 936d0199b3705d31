import { describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  membersUsed,
  missingMembers,
  platformMethodNames,
  unexplainedCalls,
  type Samples,
} from '../../../workbench/host/serviceMethods';
import { host, WITH_TIMERS } from './fixtures';

jest.setTimeout(60_000); // the type checker reads all of Google's types

const TYPES = 'node_modules/@types/google-apps-script';
const PLATFORM = platformMethodNames(
  ['spreadsheet', 'charts', 'base', 'properties', 'cache', 'lock', 'script', 'utilities', 'html']
    .map((name) => join(TYPES, `google-apps-script.${name}.d.ts`))
    .concat(join(TYPES, 'apis', 'gmail_v1.d.ts')),
);

interface Globals {
  SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  Charts: GoogleAppsScript.Charts.Charts;
  PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  CacheService: GoogleAppsScript.Cache.CacheService;
  LockService: GoogleAppsScript.Lock.LockService;
  Session: GoogleAppsScript.Base.Session;
  Utilities: GoogleAppsScript.Utilities.Utilities;
  HtmlService: GoogleAppsScript.HTML.HtmlService;
  ScriptApp: GoogleAppsScript.Script.ScriptApp;
  Gmail: { Users: { Messages: object; Threads: object; History: object } };
}

/** One object of every class that the stand-in has. */
function samples(): Samples {
  const services = host('function f() {}', { manifest: WITH_TIMERS }).globals();
  const g = services as unknown as Globals;
  const spreadsheet = g.SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getActiveSheet();
  const range = sheet.getRange('A1');
  const validation = g.SpreadsheetApp.newDataValidation().requireDate();
  const format = g.SpreadsheetApp.newConditionalFormatRule()
    .setRanges([range])
    .whenFormulaSatisfied('=TRUE')
    .setBackground('#ffffff');
  const rule = format.build();
  const column = sheet.getRange('A:A').addDeveloperMetadata('key', 'value');
  const metadata = column.getDeveloperMetadata()[0]!;
  const builder = g.ScriptApp.newTrigger('f');
  const timer = builder.timeBased();
  const ui = g.SpreadsheetApp.getUi();
  const chart = sheet.newChart().addRange(range);
  const objects: Record<string, object> = {
    ...services,
    Spreadsheet: spreadsheet,
    Sheet: sheet,
    Range: range,
    RangeList: sheet.getRangeList(['A1']),
    DataValidationBuilder: validation,
    DataValidation: validation.build(),
    ConditionalFormatRuleBuilder: format,
    ConditionalFormatRule: rule,
    BooleanCondition: rule.getBooleanCondition()!,
    DeveloperMetadata: metadata,
    DeveloperMetadataLocation: metadata.getLocation(),
    DeveloperMetadataFinder: sheet.createDeveloperMetadataFinder(),
    EmbeddedChartBuilder: chart,
    EmbeddedBarChartBuilder: sheet.newChart().asBarChart(),
    EmbeddedColumnChartBuilder: sheet.newChart().asColumnChart(),
    EmbeddedLineChartBuilder: sheet.newChart().asLineChart(),
    EmbeddedChart: chart.build(),
    ChartOptions: chart.build().getOptions(),
    Ui: ui,
    Menu: ui.createMenu('x'),
    Properties: g.PropertiesService.getUserProperties(),
    Cache: g.CacheService.getUserCache(),
    Lock: g.LockService.getDocumentLock(),
    User: g.Session.getActiveUser(),
    Blob: g.Utilities.newBlob(''),
    HtmlOutput: g.HtmlService.createHtmlOutput('x'),
    Weekday: g.ScriptApp.WeekDay,
    TriggerBuilder: builder,
    ClockTriggerBuilder: timer,
    Trigger: timer.onWeekDay(g.ScriptApp.WeekDay.MONDAY).atHour(8).create(),
    AuthorizationInfo: g.ScriptApp.getAuthorizationInfo(g.ScriptApp.AuthMode.FULL),
    'Gmail.Users': g.Gmail.Users,
    'Gmail.Users.Messages': g.Gmail.Users.Messages,
    'Gmail.Users.Threads': g.Gmail.Users.Threads,
    'Gmail.Users.History': g.Gmail.Users.History,
  };
  for (const owner of [g.SpreadsheetApp, g.Charts, g.ScriptApp, g.Utilities, ui] as unknown as Record<
    string,
    object
  >[]) {
    for (const name of ENUMS) if (name in owner) objects[name] = owner[name]!;
  }
  return new Map(Object.entries(objects));
}

const ENUMS = [
  'BooleanCriteria',
  'DataValidationCriteria',
  'DeveloperMetadataVisibility',
  'DeveloperMetadataLocationType',
  'WrapStrategy',
  'ProtectionType',
  'Dimension',
  'CopyPasteType',
  'ChartType',
  'ChartMergeStrategy',
  'ChartHiddenDimensionStrategy',
  'Position',
  'AuthMode',
  'AuthorizationStatus',
  'DigestAlgorithm',
  'Charset',
  'Button',
  'ButtonSet',
];

describe('the stand-in has what the add-on uses', () => {
  test('every member of Google’s services that src/google names', () => {
    const used = membersUsed('src/google');
    expect(used.get('Range')).toContain('getValues');
    expect(missingMembers(used, samples())).toEqual([]);
  });

  test('every method of Google’s that the built bundle calls', () => {
    expect(readdirSync('.')).toContain('dist'); // npm run build makes it
    expect(unexplainedCalls(readFileSync('dist/Code.js', 'utf8'), PLATFORM, samples())).toEqual([]);
  });

  test('a method that the stand-in lacks is found in the sources and in a bundle', () => {
    const folder = mkdtempSync(join('.cache', 'members-'));
    try {
      writeFileSync(
        join(folder, 'draw.ts'),
        `SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange('A1').setBorder(true, true, true, true, true, true);
         export const list = [1].map((n) => n);
         export const id = Gmail?.Users?.Drafts?.list('me');`,
      );
      expect(missingMembers(membersUsed(folder), samples()).sort()).toEqual([
        'DraftsCollection.list',
        'Gmail.Users.Drafts',
        'Range.setBorder',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const bundle =
      'function f(a) { const own = { trimWhitespace() {} }; own.trimWhitespace(); a.getValues().map(String); a.setBorder(true); }';
    expect(unexplainedCalls(bundle, PLATFORM, samples())).toEqual(['setBorder']);
  });
});
