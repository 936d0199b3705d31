// Rows of a tab of ours that people typed and nobody can read, each with a link to it.
import { goTo } from '../server';
import { LinkText } from './button';
import { figure } from './count';
import { useFirst } from './firstOf';
import { Section } from './frame';
import { Second } from './second';

export function Unread(props: {
  questions: readonly { readonly row: number; readonly text: string }[];
  /** Name of the tab. */
  sheet: string;
  title?: string;
}) {
  const { questions, sheet, title = 'Cannot be read in the tab' } = props;
  const { shown, more } = useFirst(questions, 3);
  return (
    questions.length > 0 && (
      <Section title={title} aside={figure(questions.length)}>
        <ul class="rows lines">
          {shown.map(({ row, text }) => (
            <li key={text + String(row)}>
              <LinkText about={sheet} onPress={() => void goTo(sheet, `A${row}`)}>
                Row {figure(row)}
              </LinkText>
              <Second>{text}</Second>
            </li>
          ))}
        </ul>
        {more}
      </Section>
    )
  );
}
