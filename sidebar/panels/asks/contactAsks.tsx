// The asks of the selected contact: what stands open, what they answered, and which ask would be next.
import { useState } from 'preact/hooks';
import type { ContactAsks } from '../../../src/commands/askAnswers';
import { Button, LinkText } from '../../parts/button';
import { Folds } from '../../parts/folds';
import { Section } from '../../parts/frame';
import { useFirst } from '../../parts/firstOf';
import { focusOn } from '../../parts/heading';
import { Second } from '../../parts/second';
import type { OnWritten } from '../../parts/useWrite';
import { AddAsk } from './addAsk';
import { AskLine } from './askLine';
import { Confirm } from './confirm';

export function AsksOf(props: {
  contact: string;
  organization: string;
  asks: ContactAsks;
  onWritten: OnWritten;
}) {
  const { contact, organization, asks, onWritten } = props;
  const { next, endorsement, claimed } = asks;
  const { shown, more } = useFirst(asks.items, 5);
  /** null: closed; else the kind that the form starts with. */
  const [adding, setAdding] = useState<string | null>(null);
  const [filling, setFilling] = useState<'claim' | ''>('');
  const written: OnWritten = (receipt) => {
    setAdding(null);
    setFilling('');
    onWritten(receipt);
  };
  return (
    <Section
      title="Asks"
      aside={
        !asks.partner?.bowedOut && (
          <LinkText
            id="to-ask"
            expanded={adding !== null}
            onPress={() => {
              setAdding(adding === null ? (next.kind ?? '') : null);
            }}
          >
            Add an ask
          </LinkText>
        )
      }
    >
      {endorsement && <p class="org">{endorsement}</p>}
      {claimed && (
        <Folds
          id="to-"
          items={[{ key: 'claim', label: 'Fill in who and when' }]}
          open={filling}
          onOpen={setFilling}
        >
          <Confirm {...{ contact, organization }} back="to-claim" onWritten={written} />
        </Folds>
      )}
      {adding === null ? (
        <div class="card wash gap-s">
          {next.kind !== null && <p class="org">Next: {next.kind}</p>}
          <Second>{next.reason}</Second>
          {next.kind !== null && (
            <div class="buttons gap">
              <Button
                small
                onPress={() => {
                  setAdding(next.kind);
                  focusOn('to-ask');
                }}
              >
                I asked for it…
              </Button>
            </div>
          )}
        </div>
      ) : (
        <div class="outcome card">
          <AddAsk {...{ contact, kinds: asks.kinds, proposed: adding }} back="to-ask" onWritten={written} />
        </div>
      )}
      <ul class="rows lines">
        {shown.map((item) => (
          <li key={item.id}>
            <AskLine item={item} onWritten={onWritten} />
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
