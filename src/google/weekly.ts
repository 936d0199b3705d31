// The timer of the weekly reminder, and what the file, or one person, keeps beside the tabs.
import type { Notes, WeeklyTimer } from './services';

/** Name of the function in index.ts that the timer calls. */
const RUN = 'weeklyReminder';

/** A person's own triggers only: those of others are not listed (platform facts, 2). */
const standing = () =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === RUN);

export const weeklyTimer: WeeklyTimer = {
  stands: () => standing().length > 0,
  start(timeZone) {
    if (standing().length > 0) return;
    ScriptApp.newTrigger(RUN).timeBased().everyDays(1).atHour(8).inTimezone(timeZone).create();
  },
  stop() {
    for (const trigger of standing()) ScriptApp.deleteTrigger(trigger);
  },
};

const notesIn = (store: () => GoogleAppsScript.Properties.Properties): Notes => ({
  all: () => store().getProperties(),
  put(key, text) {
    store().setProperty(key, text);
  },
  drop(key) {
    store().deleteProperty(key);
  },
});

export const fileNotes = notesIn(() => PropertiesService.getDocumentProperties());
export const ownNotes = notesIn(() => PropertiesService.getUserProperties());
