// The shares of Assign: who has and would get how many, and who would get what.
import type { AssignView } from '../../src/commands/answers';
import { Bar, Swatch } from '../parts/bars';
import { figure } from '../parts/count';
import { Pick } from '../parts/field';
import { useFirst } from '../parts/firstOf';
import { Section } from '../parts/frame';
import { Second } from '../parts/second';
import './shares.css';

export function Volunteers({ view }: { view: AssignView }) {
  const { volunteers, cap } = view;
  const most = Math.max(cap, ...volunteers.map(({ has, gets }) => has + gets));
  return (
    <Section title="Volunteers" aside={'at most ' + figure(cap)}>
      <ul class="vol small">
        {volunteers.map(({ name, has, gets, full }) => (
          <li key={name}>
            <b>{name}</b>
            <Bar
              name={`${name} has ${has}, would get ${gets}, at most ${cap}`}
              parts={[
                ['solid', has],
                ['hatch', gets],
              ]}
              of={most}
              tall
            />
            <span class="c mut">
              {gets === 0 && full ? 'full: ' : `${has} + ${gets} = `}
              <b>{has + gets}</b>
            </span>
          </li>
        ))}
      </ul>
      <p class="legend small mut gap-s">
        <span>
          <Swatch look="solid" /> has now
        </span>
        <span>
          <Swatch look="hatch" /> would get
        </span>
      </p>
      {volunteers.map(
        ({ name, away }) =>
          away && (
            <p class="gap-s" key={name}>
              {name} is away until {away}.
            </p>
          ),
      )}
    </Section>
  );
}

export function Gives({ view, onMove }: { view: AssignView; onMove: (contact: string, to: string) => void }) {
  const { gives, volunteers } = view;
  const { shown, more } = useFirst(gives, 4, view.unassigned - view.left);
  const options = [
    ...volunteers.map(({ name }) => ({ value: name, label: name })),
    { value: '', label: 'Nobody' },
  ];
  if (gives.length === 0) return null;
  return (
    <Section title="Who would get what" aside={figure(gives.length)}>
      <ul class="give lines">
        {shown.map(({ contact, organization, to, why }) => (
          <li class="split-row" key={contact}>
            <div>
              <p class="org">{organization}</p>
              <Second>{why}</Second>
            </div>
            <Pick
              label={'Who takes ' + organization}
              small
              value={to}
              options={options}
              onPick={(name) => {
                onMove(contact, name);
              }}
            />
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
