// npm start: the add-on in a page on this computer, with a workbook that is kept between starts.
import { longDay } from './server/clockWords';
import { listen, type Listening } from './server/listen';
import { bundlePage } from './server/page';
import { openSession, type Session, type SessionOptions } from './server/session';
import { stateFile } from './server/stateFile';

const STATE = '.workbench/state.json';

/** Takes one line for the person at the terminal. */
type Say = (line: string) => void;

export interface StartOptions extends SessionOptions {
  /** Where the workbook is kept; null keeps nothing. */
  readonly state?: string | null;
  /** null: PORT, or the first free one from 4321 on. */
  readonly port?: number | null;
  readonly say?: Say;
}

export interface Workbench extends Listening {
  readonly session: Session;
}

/** Throws where the port that was asked for is taken. */
export async function startWorkbench(options: StartOptions = {}): Promise<Workbench> {
  const say = options.say ?? (() => undefined);
  const file = options.state === null ? null : stateFile(options.state ?? STATE);
  const { saved, told } = options.saved
    ? { saved: options.saved, told: '' }
    : (file?.read() ?? { saved: null, told: '' });
  if (told !== '') say(told);
  const session = openSession({ ...options, saved });
  session.onHappening((happening) => {
    if ('frame' in happening) file?.soon(() => session.saved());
  });
  const listening = await listen(session, await bundlePage(), options.port ?? null);
  return {
    ...listening,
    session,
    close: async () => {
      file?.flush();
      await listening.close();
    },
  };
}

export async function main(argv: readonly string[]): Promise<void> {
  const asked = argv[0] === '--port' ? argv[1] : process.env['PORT'];
  const port = asked === undefined || asked === '' ? null : Number(asked);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    console.error(`“${asked ?? ''}” is no port. Give a number, such as PORT=4321.`);
    process.exitCode = 2;
    return;
  }
  const say = (line: string): void => {
    console.log(line);
  };
  const report = (line: string): void => {
    console.error(line);
  };
  let workbench: Workbench;
  try {
    workbench = await startWorkbench({ port, say, report });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port ?? ''} is taken by another program. Choose another one with PORT=…`);
    process.exitCode = 1;
    return;
  }
  const { model, now } = workbench.session.host();
  const { name, timeZone } = model.committed();
  console.log(`The workbench is open: ${workbench.url}`);
  console.log(
    `“${name}”, ${longDay(Date.parse(now), timeZone)}. Nothing leaves this computer. Ctrl+C ends it.`,
  );
  const end = () => {
    void workbench.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
