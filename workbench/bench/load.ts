// What each call pays before anything happens: the bundle is parsed and run anew, then onOpen makes the menu.
import vm from 'node:vm';
import { budget, type Budget } from './budget';
import { bundle } from './bundle';
import { measureRatio } from './ratio';

/** An add-on that does nothing but have zod/mini and one of each kind of schema that ours has. */
const EMPTY = `
  import * as z from 'zod/mini';
  z.config({ jitless: true });
  const text = z.string().check(z.maxLength(200));
  const row = z.object({ name: text, kind: z.enum(['a', 'b']), cap: z.number(), yes: z.boolean(), more: z.array(z.nullish(text)) });
  export const read = (value) => z.safeParse(row, value);
  export const onOpen = () => undefined;
`;

interface Menu {
  addItem(): Menu;
  addSeparator(): Menu;
  addToUi(): void;
}

/** @param code the built bundle */
export async function measureLoad(code: string): Promise<{ budget: Budget; milliseconds: number }> {
  const empty = `${await bundle(EMPTY, 'addon_')}\nfunction onOpen() { return addon_.onOpen(); }\n`;
  const { ratio, work } = measureRatio(
    () => {
      load(code);
    },
    () => {
      load(empty);
    },
  );
  return {
    budget: budget('load and onOpen ÷ empty bundle with zod/mini', 3, ratio, '×'),
    milliseconds: work,
  };
}

let loads = 0;

/** In a fresh context, with a text that differs each time: else the engine takes the compiled code of the last time. */
function load(code: string): void {
  const menu: Menu = { addItem: () => menu, addSeparator: () => menu, addToUi: () => undefined };
  const context = vm.createContext({ SpreadsheetApp: { getUi: () => ({ createMenu: () => menu }) } });
  loads += 1;
  new vm.Script(`${code}// ${loads}`).runInContext(context);
  vm.runInContext('onOpen()', context);
}
