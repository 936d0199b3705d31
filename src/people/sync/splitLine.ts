// A line under "How to reach them" that holds several kinds, as "ines@example.org, 503-555-0199": a way each.
import { isAddress } from '../../values/emailAddress';
import { readPhones } from '../../values/phone';
import { looksLikeWebAddress } from '../../values/webAddress';

const WITH_AT = /([^\s,;|/<>()]+@[^\s,;|/<>()]+)/;
const BETWEEN = /^[\s,;|/]+|[\s,;|/]+$/g;

/**
 * The addresses of the line, and what stands beside them, in their order; neighbouring addresses stay together. The
 * whole line where nothing but addresses stands there, or something that is neither number nor page.
 */
export function splitLine(line: string): readonly string[] {
  const parts: string[] = [];
  let wasAddress = false;
  for (const [index, piece] of line.split(WITH_AT).entries()) {
    const isMail = index % 2 === 1;
    const text = piece.replace(BETWEEN, '');
    if (text === '') {
      if (wasAddress) parts.push(`${parts.pop() ?? ''}${piece}`);
      continue;
    }
    if (isMail ? !isAddress(text) : !isOtherWay(text)) return [line];
    parts.push(isMail && wasAddress ? `${parts.pop() ?? ''}${text}` : text);
    wasAddress = isMail;
  }
  const clean = parts.map((part) => part.replace(BETWEEN, ''));
  return clean.length > 1 ? clean : [line];
}

function isOtherWay(text: string): boolean {
  const { numbers, rest } = readPhones(text);
  return numbers.length > 0 ? rest === '' || /^[+(\d]/.test(text) : looksLikeWebAddress(text);
}
