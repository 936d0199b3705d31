// Which kinds of groups there are: a bar with its figures for each, the word Missing where there is none, and a
// question for the room.
import { useState } from 'preact/hooks';
import type { MeetingView } from '../../../src/commands/meetingAnswers';
import { Bar, Swatch } from '../../parts/bars';
import { LinkText } from '../../parts/button';
import { figure, some } from '../../parts/count';
import { Section } from '../../parts/frame';
import { Second } from '../../parts/second';
import { Word } from '../../parts/word';
import './coverage.css';

export function Coverage({ view }: { view: MeetingView }) {
  const { categories, otherNames } = view;
  const most = Math.max(1, ...categories.map(({ inContacts, shortlisted }) => inContacts + shortlisted));
  return (
    <Section title="Which groups do we have?">
      <ul class="cov small gap-s">
        {categories.map(({ category, inContacts, shortlisted }) => (
          <li key={category}>
            <span>{category}</span>
            {inContacts + shortlisted === 0 ? (
              <span>
                <Word name="Missing" />
              </span>
            ) : (
              <Bar
                name={`${category}: ${figure(inContacts)} in contacts, ${figure(shortlisted)} on the shortlist`}
                parts={[
                  ['solid', inContacts],
                  ['hatch', shortlisted],
                ]}
                of={most}
              />
            )}
            <span class="c mut">
              {figure(inContacts)}
              {shortlisted > 0 && ` + ${figure(shortlisted)} new`}
            </span>
          </li>
        ))}
      </ul>
      <p class="legend small mut gap-s">
        <span>
          <Swatch look="solid" /> in contacts
        </span>
        <span>
          <Swatch look="hatch" /> on the shortlist
        </span>
      </p>
      {otherNames > 0 && (
        <Second>
          {some(otherNames, 'name')} on the shortlist {otherNames === 1 ? 'has' : 'have'} no category, or one
          that is not in this list.
        </Second>
      )}
    </Section>
  );
}

/** One question at a time, the emptiest category first. */
export function AskTheRoom({ prompts }: { prompts: MeetingView['prompts'] }) {
  const [at, setAt] = useState(0);
  const one = prompts[at % prompts.length];
  return (
    one && (
      <div class="card gap-l">
        <p class="org">Ask the room: {one.category}</p>
        <p class="gap-s">{one.prompt}</p>
        <Second>{one.tip}</Second>
        {prompts.length > 1 && (
          <LinkText
            onPress={() => {
              setAt(at + 1);
            }}
          >
            Another question
          </LinkText>
        )}
      </div>
    )
  );
}
