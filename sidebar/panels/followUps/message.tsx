// A message as the other person will read it; what came from the sheet is dotted. All of it is text.
import type { ComponentChildren } from 'preact';
import type { ReadyItem } from '../../../src/commands/answers';
import './message.css';

export function Message({ item }: { item: ReadyItem }) {
  const { to, toName, cc, organization, subject, body, merged } = item;
  return (
    <div class="msg">
      <dl>
        <dt>To</dt>
        <dd>
          {toName === '' ? organization : `${toName}, ${organization}`}
          <span class="mut second">{to}</span>
        </dd>
        {cc === '' ? null : (
          <>
            <dt>Cc</dt>
            <dd>{cc}</dd>
          </>
        )}
        <dt>Subject</dt>
        <dd>
          <b>{subject}</b>
        </dd>
      </dl>
      <div class="txt">
        {paragraphs(body).map((block, at) =>
          block.kind === 'list' ? (
            <ul key={at}>
              {block.lines.map((line, number) => (
                <li key={number}>
                  <Dotted text={line} merged={merged} />
                </li>
              ))}
            </ul>
          ) : (
            <p class="pre" key={at}>
              <Dotted text={block.lines.join('\n')} merged={merged} />
            </p>
          ),
        )}
      </div>
    </div>
  );
}

interface Block {
  readonly kind: 'text' | 'list';
  readonly lines: string[];
}

/** Blank lines part paragraphs; lines that begin with "- ", "* " or "• " make a list. */
function paragraphs(body: string): Block[] {
  return body.split(/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/).flatMap((part) => {
    const blocks: Block[] = [];
    for (const line of part.split(/\r\n|\r|\n/)) {
      if (line.trim() === '') continue;
      const point = /^\s*[-*•]\s+(.*)$/.exec(line);
      const kind = point ? 'list' : 'text';
      const last = blocks[blocks.length - 1];
      if (last?.kind === kind) last.lines.push(point?.[1] ?? line);
      else blocks.push({ kind, lines: [point?.[1] ?? line] });
    }
    return blocks;
  });
}

const IN_A_WORD = /[\p{L}\p{N}]/u;

/** Where the longest of these values stands next as a whole word; null where none does. */
function nextValue(text: string, values: readonly string[]): { at: number; value: string } | null {
  let next: { at: number; value: string } | null = null;
  for (const value of values) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      const whole = !IN_A_WORD.test(text.charAt(at - 1)) && !IN_A_WORD.test(text.charAt(at + value.length));
      if (!whole) continue;
      if (!next || at < next.at || (at === next.at && value.length > next.value.length)) next = { at, value };
      break;
    }
  }
  return next;
}

/** Marks each whole occurrence of a merged value. */
function Dotted({ text, merged }: { text: string; merged: readonly string[] }) {
  const values = merged.filter((value) => value.trim() !== '');
  const parts: ComponentChildren[] = [];
  let rest = text;
  for (let next = nextValue(rest, values); next; next = nextValue(rest, values)) {
    parts.push(
      rest.slice(0, next.at),
      <span class="mf" key={parts.length}>
        {next.value}
      </span>,
    );
    rest = rest.slice(next.at + next.value.length);
  }
  return (
    <>
      {parts}
      {rest}
    </>
  );
}
