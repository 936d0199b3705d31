// The shares of Assign: who has and would get how many, and who would get what.
import type { AssignView } from '../../src/commands/answers';
import { Bar, Swatch } from '../parts/bars';
import { LinkText } from '../parts/button';
import { figure } from '../parts/count';
import { Pick } from '../parts/field';
import { useFirst } from '../parts/firstOf';
import { Section } from '../parts/frame';
import { Second } from '../parts/second';
import { useFlip } from '../parts/useFlip';
import { Word } from '../parts/word';
import './shares.css';

export function Volunteers({ view }: { view: AssignView }) {
  const { volunteers, cap } = view;
  const most = Math.max(cap, ...volunteers.map(({ has, gets }) => has + gets));
  return (
    <Section title="Volunteers" aside={'at most ' + figure(cap)}>
      <ul class="vol small">
        {volunteers.map((one) => (
          <OneOfThem key={one.name} {...one} cap={cap} most={most} />
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

function OneOfThem(props: AssignView['volunteers'][number] & { cap: number; most: number }) {
  const { name, has, gets, help, keeps } = props;
  const [open, flip] = useFlip();
  return (
    <li>
      {has > 0 ? (
        <LinkText expanded={open} about="has already" onPress={flip}>
          {name}
        </LinkText>
      ) : (
        <b>{name}</b>
      )}
      <Bar
        name={`${name} has ${has}, would get ${gets}, at most ${props.cap}`}
        parts={[
          ['solid', has],
          ['hatch', gets],
        ]}
        of={props.most}
        tall
      />
      <span class="c mut">
        {gets === 0 && props.full ? 'full: ' : `${has} + ${gets} = `}
        <b>{has + gets}</b>
      </span>
      {help && (
        <p class="why mut">
          <Word name="Could use help" />
          <span>{help}</span>
        </p>
      )}
      {open && (
        <p class="mut">
          Already theirs: {keeps.join('; ')}
          {has > keeps.length && `; and ${figure(has - keeps.length)} more`}
        </p>
      )}
    </li>
  );
}

export function Gives({ view, onMove }: { view: AssignView; onMove: (contact: string, to: string) => void }) {
  const { gives, volunteers } = view;
  const { shown, more } = useFirst(gives, 4, view.unassigned - view.left);
  /** Who is away gets nothing, but for what is due after they are back. */
  const options = (to: string) => [
    ...volunteers
      .filter(({ name, away }) => !away || name === to)
      .map(({ name }) => ({ value: name, label: name })),
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
              options={options(to)}
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
