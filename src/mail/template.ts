// A template: one row of the Templates tab (design sections 3 and 5).
import type { MessageStep } from '../touches/step';

export interface Template {
  readonly key: string;
  readonly step: MessageStep | 'thanks';
  /** Lower-cased category it is for; '' for all. */
  readonly category: string;
  /** 'e-mail', or the channel whose text this is (phone, text, social media, introduction). */
  readonly channel: string;
  readonly subject: string;
  readonly body: string;
  /** 1-based row in the Templates tab; 0 where the shipped text is used. */
  readonly row: number;
}
