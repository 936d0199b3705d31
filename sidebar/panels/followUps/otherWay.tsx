// Due, but not by e-mail: the proposal, the text to read out or paste, and a touch to log.
import type { ComponentChildren } from 'preact';
import type { OtherWayItem } from '../../../src/commands/answers';
import { AskTie } from '../../parts/askTie';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { useFirst } from '../../parts/firstOf';
import { focusOn } from '../../parts/heading';
import { WhatCameOfIt } from '../../parts/logTouch';
import { useFlip } from '../../parts/useFlip';
import { Why } from '../../parts/word';

/** What a person says who did it. */
const DONE: Readonly<Record<string, string>> = {
  phone: 'I called',
  text: 'I texted',
  'social media': 'I wrote there',
  'web form': 'I filled it in',
  'in person': 'I was there',
};

interface OtherWayProps {
  items: readonly OtherWayItem[];
  count: number;
  onLogged: () => void;
  /** What these are. */
  children: ComponentChildren;
}

export function OtherWay({ items, count, onLogged, children }: OtherWayProps) {
  const { shown, more } = useFirst(items, items.length, count);
  return (
    <>
      <p class="mut gap-l">{children}</p>
      <ul class="rows lines">
        {shown.map((item) => (
          <OtherWayLine key={item.contact} item={item} onLogged={onLogged} />
        ))}
      </ul>
      {more}
    </>
  );
}

function OtherWayLine({ item, onLogged }: { item: OtherWayItem; onLogged: () => void }) {
  const { contact, organization, channel, text } = item;
  const [logging, flip] = useFlip();
  const done = DONE[channel];
  return (
    <li>
      <p class="org">{organization}</p>
      <Why tag={{ word: item.tag.word, why: item.why }} />
      <p class="gap-s">
        <b>{item.proposal}</b>
      </p>
      {done ? (
        <>
          {text && <p class="card wash small pre gap">{text}</p>}
          <div class="buttons gap">
            {text && (
              <CopyButton text={text} about={organization}>
                Copy text
              </CopyButton>
            )}
            <Button small icon={channel === 'phone' ? 'phone' : 'pen'} about={organization} onPress={flip}>
              {done}
            </Button>
          </div>
        </>
      ) : (
        <AskTie {...item} onAsked={onLogged} />
      )}
      {logging && (
        <WhatCameOfIt
          contact={contact}
          channel={channel}
          onLogged={() => {
            flip();
            focusOn();
            onLogged();
          }}
        />
      )}
    </li>
  );
}
