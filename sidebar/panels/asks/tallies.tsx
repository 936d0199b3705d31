// Where the endorsements come from: a bar with its figures for each kind of group, town, level or month.
import { useState } from 'preact/hooks';
import type { AskTally, AsksView, Tally } from '../../../src/commands/askAnswers';
import { Bar, Swatch, type Look } from '../../parts/bars';
import { figure, some } from '../../parts/count';
import { useFirst } from '../../parts/firstOf';
import { Section } from '../../parts/frame';
import { Chips } from '../../parts/segments';
import './asks.css';

/** How an answer is drawn: what belongs together is drawn alike. */
const DRAWN: readonly (readonly [
  look: Look,
  answers: readonly Exclude<keyof AskTally, 'name'>[],
  legend: string,
])[] = [
  ['dark', ['yes'], 'yes'],
  ['flat', ['maybe', 'later'], 'maybe, later'],
  ['hatch', ['open'], 'open'],
  ['dotted', ['no', 'dropped'], 'no, taken back'],
];

/** Each kind of ask with its answers. */
export function AsksSoFar({ byKind }: { byKind: readonly AskTally[] }) {
  const lines = byKind.map((tally) => {
    const parts = DRAWN.map(
      ([look, answers]) => [look, answers.reduce((sum, answer) => sum + tally[answer], 0)] as const,
    );
    const words = DRAWN.flatMap(([, answers]) => answers)
      .filter((answer) => tally[answer] > 0)
      .map((answer) => `${figure(tally[answer])} ${answer === 'dropped' ? 'taken back' : answer}`)
      .join(', ');
    return { name: tally.name, parts, words, all: parts.reduce((sum, [, count]) => sum + count, 0) };
  });
  const most = Math.max(1, ...lines.map(({ all }) => all));
  return (
    lines.length > 0 && (
      <Section title="Asks so far" aside={figure(lines.reduce((sum, { all }) => sum + all, 0))}>
        <ul class="tally small">
          {lines.map(({ name, parts, words }) => (
            <li key={name}>
              <span class="cap">{name}</span>
              <span class="num mut">{words}</span>
              <Bar name={`${name}: ${words}`} parts={parts} of={most} />
            </li>
          ))}
        </ul>
        <p class="legend small mut gap-s">
          {DRAWN.map(([look, , legend]) => (
            <span key={look}>
              <Swatch look={look} /> {legend}
            </span>
          ))}
        </p>
      </Section>
    )
  );
}

type By = 'byCategory' | 'byTown' | 'byLevel' | 'byMonth';
const BY: readonly { readonly key: By; readonly label: string }[] = [
  { key: 'byCategory', label: 'Kind of group' },
  { key: 'byTown', label: 'Town' },
  { key: 'byLevel', label: 'Level' },
  { key: 'byMonth', label: 'Month' },
];

export function Tallies({ view }: { view: AsksView }) {
  const items = BY.filter(({ key }) => view[key].length > 0);
  const [by, setBy] = useState<By>('byCategory');
  const chosen = items.some(({ key }) => key === by) ? by : items[0]?.key;
  return (
    chosen &&
    view.confirmed > 0 && (
      <Section title="Where they come from" aside={some(view.confirmed, 'endorsement')}>
        <Chips name="By what" {...{ items, chosen }} onChoose={setBy} />
        <Bars key={chosen} tallies={view[chosen]} adds={chosen === 'byMonth'} />
      </Section>
    )
  );
}

/** `adds`: each bar goes on where the one above ended. */
function Bars({ tallies, adds }: { tallies: readonly Tally[]; adds: boolean }) {
  const whole = tallies.reduce((sum, { count }) => sum + count, 0);
  const most = adds ? whole : Math.max(1, ...tallies.map(({ count }) => count));
  let sum = 0;
  const lines = tallies.map(({ name, count, people }) => {
    const before = adds ? sum : 0;
    sum += count;
    const words = adds
      ? `${figure(count)} new, ${figure(sum)} in all`
      : figure(count) + (people > 0 ? `, for ${some(people, 'person', 'people')}` : '');
    return { name, count, people, before, words };
  });
  const { shown, more } = useFirst(lines, 12);
  return (
    <>
      <ul class="tally small gap">
        {shown.map(({ name, count, before, words }) => (
          <li key={name}>
            <span>{name}</span>
            <span class="num mut">{words}</span>
            <Bar
              name={`${name}: ${words}`}
              parts={
                adds
                  ? [
                      ['solid', before],
                      ['hatch', count],
                    ]
                  : [['solid', count]]
              }
              of={most}
            />
          </li>
        ))}
      </ul>
      {more}
      {adds && (
        <p class="legend small mut gap-s">
          <span>
            <Swatch look="solid" /> before
          </span>
          <span>
            <Swatch look="hatch" /> new that month
          </span>
        </p>
      )}
    </>
  );
}
