// The shares of Assign: who has and would get how many, and who would get what.
import { useState } from 'preact/hooks';
import type { AssignView } from '../../src/commands/answers';
import { Bar, Swatch } from '../parts/bars';
import { LinkText } from '../parts/button';
import { figure } from '../parts/count';
import { Pick } from '../parts/field';
import { Section } from '../parts/frame';
import type { AssignOptions } from '../server';

export function Volunteers({ view }: { view: AssignView }) {
  const { volunteers, cap } = view;
  const most = Math.max(cap, 1, ...volunteers.map(({ has, gets }) => has + gets));
  return (
    <Section title="Volunteers" aside={`at most ${figure(cap)} each`}>
      <ul class="vol">
        {volunteers.map(({ name, has, gets, full }) => (
          <li key={name}>
            <b>{name}</b>
            <Bar
              name={`${name} has ${has}, would get ${gets}, at most ${cap}`}
              parts={[
                { look: 'solid', share: has },
                { look: 'hatch', share: gets },
              ]}
              of={most}
              tall
            />
            <span class="q">
              {gets === 0 && full ? 'full, ' : ''}
              {has} + {gets} = <b>{has + gets}</b>
            </span>
          </li>
        ))}
      </ul>
      <p class="legend">
        <span>
          <Swatch look="solid" />
          has now
        </span>
        <span>
          <Swatch look="hatch" />
          would get
        </span>
      </p>
      {volunteers
        .filter(({ away }) => away !== '')
        .map(({ name, away }) => (
          <p class="small gap-s" key={name}>
            {name} is away until {away}.
          </p>
        ))}
    </Section>
  );
}

const FIRST_SHOWN = 4;

export function Gives(props: {
  view: AssignView;
  moves: AssignOptions['moves'];
  onMove: (contact: string, to: string) => void;
}) {
  const { gives, volunteers, unassigned } = props.view;
  const [all, setAll] = useState(false);
  const shown = all ? gives : gives.slice(0, FIRST_SHOWN);
  const options = [
    ...volunteers.map(({ name }) => ({ value: name, label: name })),
    { value: '', label: 'Nobody' },
  ];
  const moved = new Map(props.moves.map(({ contact, to }) => [contact, to]));
  return (
    <Section
      title="Who would get what"
      aside={
        gives.length > FIRST_SHOWN ? (
          <LinkText
            expanded={all}
            onPress={() => {
              setAll(!all);
            }}
          >
            {all ? 'Show less' : `All ${figure(gives.length)}`}
          </LinkText>
        ) : undefined
      }
    >
      <ul class="give">
        {shown.map(({ contact, organization, to, why }) => (
          <li key={contact}>
            <div>
              <p class="org">{organization}</p>
              <p class="small mut">{why}</p>
            </div>
            <Pick
              label={`Who takes ${organization}`}
              hidden
              small
              value={moved.get(contact) ?? to}
              options={options}
              onPick={(name) => {
                props.onMove(contact, name);
              }}
            />
          </li>
        ))}
      </ul>
      {all && gives.length < unassigned - props.view.left ? (
        <p class="small mut gap-s">{figure(gives.length)} are shown here; all are written.</p>
      ) : null}
    </Section>
  );
}
