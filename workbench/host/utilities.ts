// Utilities: ids, digests, base64, date texts. Strings without a charset lose what is not ASCII, as on the platform.
import { createHash, randomUUID } from 'node:crypto';
import { formatDate } from './dateFormat';
import { makeEnum, type EnumMember } from './enums';
import type { Gate } from './gate';

const DigestAlgorithm = makeEnum(['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const Charset = makeEnum(['US_ASCII', 'UTF_8']);
const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

type Data = string | readonly number[];

/** Text without a charset is US-ASCII: other characters become "?". */
function bytesOf(data: Data, charset?: EnumMember): Buffer {
  if (typeof data !== 'string') return Buffer.from(data.map((byte) => byte & 0xff));
  if (charset === Charset.UTF_8) return Buffer.from(data, 'utf8');
  return Buffer.from(
    Array.from(data, (letter) => (letter.charCodeAt(0) < 128 ? letter : '?')).join(''),
    'latin1',
  );
}

/** Bytes are signed on the platform: −128 to 127. */
const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

export function makeUtilities(gate: Gate & { wait(milliseconds: number): void }): object {
  const encode = (alphabet: 'base64' | 'web') => ({
    kind: 'light' as const,
    args: [['String'], ['String', 'Charset'], ['Byte[]']],
    run: (data: Data, charset?: EnumMember) => {
      const text = bytesOf(data, charset).toString('base64');
      return alphabet === 'web' ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
    },
  });
  const decode = {
    kind: 'light' as const,
    args: [['String'], ['String', 'Charset']],
    run: (text: string) => signed(Buffer.from(text, 'base64')),
  };
  return gate.wrap(
    'Utilities',
    {
      getUuid: { kind: 'light', args: [[]], run: () => randomUUID() },
      sleep: {
        kind: 'light',
        args: [['Integer']],
        run: (milliseconds: number) => {
          gate.wait(milliseconds);
        },
      },
      formatDate: {
        kind: 'light',
        args: [['Date', 'String', 'String']],
        run: (date: Date, timeZone: string, pattern: string) => {
          try {
            return formatDate(date.getTime(), timeZone, pattern);
          } catch {
            return gate.fail(`Invalid argument: ${pattern}`);
          }
        },
      },
      base64Encode: encode('base64'),
      base64EncodeWebSafe: encode('web'),
      base64Decode: decode,
      base64DecodeWebSafe: decode,
      computeDigest: {
        kind: 'light',
        args: [
          ['DigestAlgorithm', 'String'],
          ['DigestAlgorithm', 'String', 'Charset'],
          ['DigestAlgorithm', 'Byte[]'],
        ],
        run: (algorithm: EnumMember, data: Data, charset?: EnumMember) => {
          const hash = HASHES[algorithm.name()] ?? gate.fail(`Invalid argument: ${algorithm.name()}`);
          return signed(createHash(hash).update(bytesOf(data, charset)).digest());
        },
      },
      newBlob: {
        kind: 'light',
        args: [
          ['String'],
          ['Byte[]'],
          ['String', 'String'],
          ['Byte[]', 'String'],
          ['String', 'String', 'String'],
          ['Byte[]', 'String', 'String'],
        ],
        run: (data: Data, contentType?: string, name?: string) => makeBlob(gate, data, contentType, name),
      },
    },
    { DigestAlgorithm, Charset },
  );
}

function makeBlob(gate: Gate, data: Data, contentType?: string, name?: string): object {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : bytesOf(data);
  return gate.wrap('Blob', {
    getBytes: { kind: 'light', args: [[]], run: () => signed(bytes) },
    getDataAsString: { kind: 'light', args: [[]], run: () => bytes.toString('utf8') },
    getContentType: {
      kind: 'light',
      args: [[]],
      run: () => contentType ?? (typeof data === 'string' ? 'text/plain' : null),
    },
    getName: { kind: 'light', args: [[]], run: () => name ?? null },
  });
}
