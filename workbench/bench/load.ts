// What each call pays before anything happens: the bundle is loaded anew, then onOpen makes the menu.
import vm from 'node:vm';
import { createHost } from '../host/createHost';
import { emptyTab, emptyWorkbook } from '../host/sheets/state';
import { budget, type Budget } from './budget';
import { bundle } from './bundle';
import { TODAY } from './campaignFile';
import { measureRatio, median, type Ratio } from './ratio';

/** An add-on that does nothing but have zod/mini and one of each kind of schema that ours has. */
const EMPTY = `
  import * as z from 'zod/mini';
  z.config({ jitless: true });
  const text = z.string().check(z.maxLength(200));
  const row = z.object({ name: text, kind: z.enum(['a', 'b']), cap: z.number(), yes: z.boolean(), more: z.array(z.nullish(text)) });
  export const read = (value) => z.safeParse(row, value);
  export const onOpen = () => undefined;
`;

export interface Load {
  readonly budget: Budget;
  /** In the host: a fresh context, the bundle run, onOpen; the engine keeps the parsed bundle from one run to the next. */
  readonly inHost: Ratio;
  /** The same without the host, and the bundle parsed anew as well. */
  readonly parsedAnew: Ratio;
}

/** @param code the built bundle */
export async function measureLoad(code: string): Promise<Load> {
  const empty = `${await bundle(EMPTY, 'addon_')}\nfunction onOpen() { return addon_.onOpen(); }\n`;
  const inHost = measureInHost(opener(code), opener(empty));
  const parsedAnew = measureRatio(
    () => {
      parseAndOpen(code);
    },
    () => {
      parseAndOpen(empty);
    },
  );
  return {
    budget: budget('load and onOpen ÷ empty bundle with zod/mini', 3, inHost.ratio, '×'),
    inHost,
    parsedAnew,
  };
}

/** Milliseconds of one opening, over ten. */
type Opener = () => number;

function opener(code: string): Opener {
  const workbook = { ...emptyWorkbook(), tabs: [emptyTab(1, 'Contacts')] };
  const host = createHost({ workbook, today: TODAY, code });
  return () => {
    // The host keeps one program at a time: it parses ours anew after the other one.
    host.open();
    if (host.triggerError !== '') throw new Error(host.triggerError);
    const start = performance.now();
    for (let time = 0; time < 10; time++) host.open();
    return (performance.now() - start) / 10;
  };
}

function measureInHost(ours: Opener, empty: Opener): Ratio {
  empty();
  ours();
  const samples = Array.from({ length: 9 }, () => ({ base: empty(), work: ours() }));
  return {
    ratio: median(samples.map(({ work, base }) => work / base)),
    work: median(samples.map(({ work }) => work)),
    base: median(samples.map(({ base }) => base)),
  };
}

interface Menu {
  addItem(): Menu;
  addSeparator(): Menu;
  addToUi(): void;
}

let texts = 0;

/** In a fresh context, as a text that differs each time: else the engine takes what it parsed the last time. */
function parseAndOpen(code: string): void {
  const menu: Menu = { addItem: () => menu, addSeparator: () => menu, addToUi: () => undefined };
  const context = vm.createContext({ SpreadsheetApp: { getUi: () => ({ createMenu: () => menu }) } });
  texts += 1;
  new vm.Script(`${code}// ${texts}`).runInContext(context);
  vm.runInContext('onOpen()', context);
}
