// A text for some people: to print, to copy, and to mail to each of them once, with what became of the mail.
import { useState } from 'preact/hooks';
import type { MailingView } from '../../src/commands/answers';
import { Button, Link } from './button';
import { CopyButton } from './copy';
import { figure } from './count';
import { Section } from './frame';
import { Second } from './second';

/** A window of its own with the text alone; false where the browser opens none. */
function print(title: string, text: string): boolean {
  const page = window.open('', '_blank');
  if (!page) return false;
  const all = page.document.createElement('pre');
  all.textContent = text;
  all.style.cssText =
    'font: 16px/1.5 Arial, sans-serif; white-space: pre-wrap; max-width: 40em; margin: 2em auto';
  page.document.title = title;
  page.document.body.replaceChildren(all);
  page.focus();
  page.print();
  return true;
}

export function Share(props: {
  title: string;
  /** "the list", read after Copy. */
  about: string;
  mailing: MailingView;
  busy: boolean;
  /** What the last mailing came to, '' before one. */
  mailed: string;
  onMail: () => void;
}) {
  const { mailing, about } = props;
  const { title, text, toMail, noAddress, unsure } = mailing;
  const [blocked, setBlocked] = useState(false);
  return (
    <Section title={props.title}>
      <div class="buttons gap-s">
        <Button
          small
          onPress={() => {
            setBlocked(!print(title, text));
          }}
        >
          Print
        </Button>
        <CopyButton text={text} about={about}>
          Copy
        </CopyButton>
        {mailing.canMail && toMail > 0 && (
          <Button small busy={props.busy && 'Mailing'} onPress={props.onMail}>
            Mail it to {figure(toMail)}
          </Button>
        )}
        {!mailing.canMail && mailing.composeUrl && <Link href={mailing.composeUrl}>Open in Gmail</Link>}
      </div>
      <div role="status" class="gap-s">
        {blocked && <Second>The browser opened no window. Allow it, or copy {about}.</Second>}
        {props.mailed && <Second>{props.mailed}</Second>}
        {mailing.mailed > 0 && (
          <Second>
            {figure(mailing.mailed)} of {figure(mailing.withAddress)} with an address have it. Nobody gets it
            twice.
          </Second>
        )}
        {noAddress.length > 0 && (
          <Second>No address is known for {noAddress.join(', ')}. Print it for them.</Second>
        )}
        {unsure.length > 0 && (
          <Second>
            It may not have left for {unsure.join(', ')}. Ask them, or copy {about}.
          </Second>
        )}
      </div>
    </Section>
  );
}
