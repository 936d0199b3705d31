// The words of a task in a plan and their colours, as data: the formula, the sidebar and the sheet say the same.

/** Each ink on its fill has a contrast of 7 and more. */
export const TASK_COLOURS = [
  { word: 'Overdue', fill: '#f3b79d', ink: '#551400' },
  { word: 'Due today', fill: '#fdecb8', ink: '#5c3a00' },
  { word: 'Check in', fill: '#dde7f7', ink: '#1b3a66' },
  { word: 'Due soon', fill: '#fff4d1', ink: '#5c3a00' },
  { word: 'Done', fill: '#d7eedd', ink: '#0c4a22' },
  { word: 'Check date', fill: '#fbe3e1', ink: '#8a1a12' },
  { word: 'Today', fill: '#fdecb8', ink: '#5c3a00' },
  { word: 'Over', fill: '#eceef1', ink: '#3c4043' },
] as const;

type Word = (typeof TASK_COLOURS)[number]['word'];
/** '' for a task that is far off, or has no date. */
export type TaskWord = Exclude<Word, 'Today' | 'Over'> | '';
/** That of the event itself. */
export type EventWord = Extract<Word, 'Today' | 'Over' | 'Check date'> | '';
