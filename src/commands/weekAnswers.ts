// What the sidebar gets of a lead's week: plain data.
import type { Panel } from '../texts/menu';
import type { MailingView } from './answers';

export interface WeekView {
  readonly sections: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string; readonly panel: Panel | null }[];
    /** What it says where it has no lines. */
    readonly none: string;
  }[];
  /** At most three, the most pressing first. */
  readonly proposals: readonly {
    readonly reason: string;
    /** Key of the contact that it is about; '' for none. */
    readonly contact: string;
    readonly panel: Panel;
  }[];
  /** For the leads of the tab Volunteers. */
  readonly mailing: MailingView;
}
