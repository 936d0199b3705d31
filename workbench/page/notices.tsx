// What the add-on or the workbook has to say: at the foot of the page, until it is closed or newer ones come.
import { Icon } from './icon';

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** Something was refused. */
  readonly alarm: boolean;
}

export interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onClose: (id: number) => void;
}

export function Notices({ notices, onClose }: NoticesProps) {
  return (
    <div class="notices">
      {notices.map(({ id, title, text, alarm }) => (
        <div key={id} class={`toast${alarm ? ' alarm' : ''}`} role={alarm ? 'alert' : 'status'}>
          <p>
            {title !== '' && <b>{title} </b>}
            {text}
          </p>
          <button
            type="button"
            class="ib"
            aria-label="Close this message"
            onClick={() => {
              onClose(id);
            }}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
    </div>
  );
}
