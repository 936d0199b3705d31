// Every command that writes or sends, as the report names it.
import type { Play } from '../play';
import {
  ASSIGN,
  ASSIGN_AGAIN,
  CONFIRM_OWNER,
  FILL_OWNERS,
  FIX,
  HIGHLIGHT,
  HIGHLIGHT_AGAIN,
  UNDO_FIX,
  UNDO_HIGHLIGHT,
  UNDO_TABS,
} from './contacts';
import {
  CONTACT,
  FORGET,
  IT_WAS_NOT_SENT,
  IT_WAS_SENT,
  MARK_SENT,
  REPLIES,
  SEND_TEST,
  TIE_ASKED,
} from './log';
import { FIRST_SEND, LOST_CHUNK, SEND, UNDO_SEND } from './send';
import { OPEN_TAB, SAVE_SETTING, SET_COLUMN, START, TRIGGER } from './setup';

export const PLAYS: readonly Play[] = [
  SEND,
  FIRST_SEND,
  LOST_CHUNK,
  FIX,
  ASSIGN,
  ASSIGN_AGAIN,
  HIGHLIGHT,
  HIGHLIGHT_AGAIN,
  UNDO_FIX,
  UNDO_HIGHLIGHT,
  UNDO_TABS,
  UNDO_SEND,
  IT_WAS_SENT,
  IT_WAS_NOT_SENT,
  MARK_SENT,
  CONTACT,
  TIE_ASKED,
  FORGET,
  REPLIES,
  SEND_TEST,
  FILL_OWNERS,
  CONFIRM_OWNER,
  START,
  SET_COLUMN,
  SAVE_SETTING,
  OPEN_TAB,
  TRIGGER,
];
