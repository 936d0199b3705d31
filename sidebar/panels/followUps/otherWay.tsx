// Due, but not by e-mail: the proposal, the text to read out or paste, and a touch to log.
import { useState } from 'preact/hooks';
import type { OtherWayItem } from '../../../src/commands/answers';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { focusOn } from '../../parts/heading';
import type { IconName } from '../../parts/icon';
import { WhatCameOfIt } from '../../parts/logTouch';
import { Why } from '../../parts/word';

const DONE: Readonly<
  Record<string, { readonly label: string; readonly icon: IconName; readonly logs: string }>
> = {
  phone: { label: 'I called', icon: 'phone', logs: 'phone' },
  text: { label: 'I texted', icon: 'pen', logs: 'text' },
  'social media': { label: 'I wrote there', icon: 'pen', logs: 'social media' },
  'web form': { label: 'I filled it in', icon: 'pen', logs: 'web form' },
  'in person': { label: 'I was there', icon: 'people', logs: 'in person' },
};

export function OtherWay(props: {
  items: readonly OtherWayItem[];
  count: number;
  lead: string;
  none: string;
  onLogged: () => Promise<unknown>;
}) {
  const { items, count } = props;
  if (items.length === 0) return <p class="mut gap-l">{props.none}</p>;
  return (
    <>
      <p class="small mut gap-l">{props.lead}</p>
      <ul class="rows">
        {items.map((item) => (
          <OtherWayLine key={item.contact} item={item} onLogged={props.onLogged} />
        ))}
      </ul>
      {count > items.length ? (
        <p class="small mut">
          The first {figure(items.length)} of {figure(count)} are shown.
        </p>
      ) : null}
    </>
  );
}

function OtherWayLine({ item, onLogged }: { item: OtherWayItem; onLogged: () => Promise<unknown> }) {
  const { contact, organization, tag, why, proposal, channel, text } = item;
  const [logging, setLogging] = useState(false);
  const done = DONE[channel];
  return (
    <li>
      <p class="org">{organization}</p>
      <Why tag={{ word: tag.word, why }} />
      <p class="small gap-s">
        <b>{proposal}</b>
      </p>
      {text === '' ? null : <p class="card wash small pre gap">{text}</p>}
      <div class="buttons gap">
        {text === '' ? null : (
          <CopyButton text={text} about={organization}>
            Copy
          </CopyButton>
        )}
        {done ? (
          <Button
            small
            icon={done.icon}
            about={organization}
            onPress={() => {
              setLogging(!logging);
            }}
          >
            {done.label}
          </Button>
        ) : null}
      </div>
      {logging && done ? (
        <WhatCameOfIt
          contact={contact}
          channel={done.logs}
          onLogged={() => {
            setLogging(false);
            focusOn();
            void onLogged();
          }}
        />
      ) : null}
    </li>
  );
}
