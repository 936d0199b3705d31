// A message as the other person will read it; what came from the sheet is dotted. All of it is text.
import type { ComponentChildren } from 'preact';
import type { ReadyItem } from '../../../src/commands/answers';
import { Facts } from '../../parts/facts';

export function Message({ item }: { item: ReadyItem }) {
  const { to, toName, cc, organization, subject, body, merged } = item;
  const facts = [
    {
      label: 'To',
      value: (toName && toName !== organization ? toName + ', ' : '') + organization + '\n' + to,
    },
    { label: 'Cc', value: cc },
    { label: 'Subject', value: <b>{subject}</b> },
  ].filter(({ value }) => value);
  return (
    <div class="card small gap pre">
      <Facts facts={facts} />
      <div class="txt">
        {body.split(/\n\s*\n/).map((part) => {
          const lines = part.split('\n');
          const points = lines.filter((line) => POINT.test(line));
          const text = lines.filter((line) => !POINT.test(line)).join('\n');
          return (
            <div>
              <Dotted text={text} merged={merged} />
              {points.length > 0 && (
                <ul>
                  {points.map((line) => (
                    <li>
                      <Dotted text={line.replace(POINT, '')} merged={merged} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const POINT = /^\s*[-*•]\s+/;
const IN_A_WORD = /[\p{L}\p{N}]/u;

/** Marks each whole occurrence of a merged value; where two begin together, the longer. */
function Dotted({ text, merged }: { text: string; merged: readonly string[] }) {
  const parts: ComponentChildren[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const begins = !IN_A_WORD.test(text.charAt(at - 1));
    const [value] = merged
      .filter(
        (one) => begins && one && text.startsWith(one, at) && !IN_A_WORD.test(text.charAt(at + one.length)),
      )
      .sort((a, b) => b.length - a.length);
    if (value) {
      parts.push(plain, <span class="mf">{value}</span>);
      plain = '';
    } else plain += text.charAt(at);
    at += value ? value.length : 1;
  }
  return (
    <>
      {parts}
      {plain}
    </>
  );
}
