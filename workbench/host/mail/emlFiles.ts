// A mailbox as a folder of .eml files, one a message, in the order in which they were sent or came.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mailbox } from './mailbox';

/** Writes "0001-<id>.eml" and so on; makes the folder. Returns the names, oldest first. */
export function writeEmlFiles(mailbox: Mailbox, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return mailbox.stored().map(({ id }, index) => {
    const name = `${String(index + 1).padStart(4, '0')}-${id}.eml`;
    writeFileSync(join(folder, name), mailbox.eml(id));
    return name;
  });
}
