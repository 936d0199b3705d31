// The tabs that the add-on makes are read by the same code that reads what people make of them.
import { describe, expect, test } from '@jest/globals';
import { templateRows, readTemplates } from '../../src/mail/readTemplates';
import { columnsOfLog, LOG_COLUMNS, readLogLines } from '../../src/touches/readLog';
import { readDataTab, SCHEMA_VERSION, schemaVersion } from '../../src/workbook/dataTab';
import { DATA_SHAPE, LOG_SHAPE, SETTINGS_SHAPE, VOLUNTEERS_SHAPE } from '../../src/workbook/ourTabs';
import { isOurTab } from '../../src/workbook/tabs';
import { table } from './samples';

describe('a new tab of ours', () => {
  test('the log has every heading and no line', () => {
    const made = table('Outreach log', LOG_SHAPE.rows);
    expect([...(columnsOfLog(made)?.keys() ?? [])]).toEqual([...LOG_COLUMNS]);
    expect(readLogLines(made)).toEqual({ entries: [], unread: [] });
  });

  test('the hidden tab states its version', () => {
    expect(schemaVersion(readDataTab(table('Outreach data', DATA_SHAPE.rows)))).toBe(SCHEMA_VERSION);
    expect(DATA_SHAPE.hidden).toBe(true);
  });

  test('the templates are those that are shipped, without a complaint', () => {
    const made = readTemplates(table('Templates', templateRows()));
    expect(made.problems).toEqual([]);
    const plain = (list: typeof made.templates) => list.map((one) => ({ ...one, row: 0 }));
    expect(plain(made.templates)).toEqual(plain(readTemplates(null).templates));
  });

  test('each is known as ours by its name, has as many widths as columns, and names no column beyond its last', () => {
    for (const shape of [LOG_SHAPE, DATA_SHAPE, VOLUNTEERS_SHAPE, SETTINGS_SHAPE]) {
      const width = shape.rows[0]?.length ?? 0;
      expect(isOurTab(shape.name)).toBe(true);
      expect(shape.rows.every((row) => row.length === width)).toBe(true);
      expect(Math.max(...shape.textColumns)).toBeLessThanOrEqual(width);
      expect(shape.widths.length).toBeLessThanOrEqual(width);
    }
  });
});
