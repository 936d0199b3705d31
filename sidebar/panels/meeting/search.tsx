// Searches for letters that many groups signed, from three lines of Settings; what is blank there is asked for here.
import { useState } from 'preact/hooks';
import type { MeetingView } from '../../../src/commands/meetingAnswers';
import { Link, LinkText } from '../../parts/button';
import { Input } from '../../parts/field';
import { Section } from '../../parts/frame';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useTask } from '../../parts/useTask';
import { call } from '../../server';

const ASK = {
  issue: 'What such a letter is about, such as Medicare for All',
  senator: 'Your senator or representative',
  state: 'Your state or town',
} as const;

export function Search(props: { search: MeetingView['search']; onSaved: () => void }) {
  const { links, missing } = props.search;
  const task = useTask();
  const [open, setOpen] = useState(false);
  return (
    <Section title="Find names in sign-on letters">
      <Second>Groups that signed a letter on health care are a good start.</Second>
      <ProblemNote problem={task.problem} />
      {links.length > 0 && (
        <p class="links gap-s">
          {links.map(({ label, url }) => (
            <Link key={url} href={url} look="">
              {label}
            </Link>
          ))}
        </p>
      )}
      {missing.length > 0 && (
        <p class="gap-s">
          Blank in Settings: {missing.map(({ label }) => label).join(', ')}.{' '}
          <LinkText
            expanded={open}
            onPress={() => {
              setOpen(!open);
            }}
          >
            {task.busy ? 'Saving' : 'Fill in'}
          </LinkText>
        </p>
      )}
      {open && (
        <div class="gap fields">
          {missing.map(({ name }) => (
            <Input
              key={name}
              label={ASK[name]}
              value=""
              onSet={(text) => {
                if (text.trim()) task.run(name, () => call('saveSetting', name, text.trim()), props.onSaved);
              }}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
