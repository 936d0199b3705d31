// The assertions of probe/ asked of the stand-in: the same bundle that is pushed to Google, with the person's steps done
// on the model. What differs here is a mistake of the stand-in or of the assertion.
import { createHost, type Host } from './host/createHost';
import { emptyTab, emptyWorkbook, type Area } from './host/sheets/state';

/** As probe/report.ts gives it. */
interface Asked {
  readonly name: string;
  readonly locale: string;
  readonly same: boolean;
  readonly expected: string;
  readonly seen: string;
}
interface Report {
  readonly asked: readonly Asked[];
  readonly left: readonly string[];
}

const LOCALES = ['en_US', 'de_DE', 'en_GB'];
const PLACE = 'Outreach probe by hand';

/** What a person does in each step, by its name. */
const HANDS: Readonly<Record<string, (host: Host) => void>> = {
  'a-dragged-column': ({ model }) => {
    model.moveColumn(PLACE, 2, 4);
  },
  'a-column-cut-and-pasted': ({ model }) => {
    const column = (at: number): Area => ({ row: 1, column: at, rows: 3, columns: 1 });
    model.copy(PLACE, column(2), column(5));
    model.clear(PLACE, column(2));
  },
  'sorted-by-hand': ({ model }) => {
    model.sortTab(PLACE, [{ column: 1, ascending: true }]);
  },
  'a-duplicated-tab': (host) => {
    const { SpreadsheetApp } = host.globals() as unknown as {
      SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    };
    const book = SpreadsheetApp.getActiveSpreadsheet();
    book.getSheetByName(PLACE)?.copyTo(book);
  },
  'a-typed-table': ({ model }) => {
    const state = model.snapshot();
    const tables = [{ name: 'Table1', area: { row: 1, column: 1, rows: 3, columns: 3 } }];
    model.restore({
      ...state,
      tabs: state.tabs.map((tab) => (tab.name === PLACE ? { ...tab, tables } : tab)),
    });
  },
  'what-onEdit-is-told': (host) => {
    host.edit(PLACE, 4, 1, 'hello');
    host.paste(PLACE, 6, 1, [
      ['Organization', 'E-mail'],
      ['Cedar Hall', 'tamar@cedar.example.org'],
    ]);
  },
  'a-chart-changed-by-hand': (host) => {
    host.edit(PLACE, 1, 8, 'yes');
    host.model.edit((draft) => {
      const tab = draft.state.tabs.find(({ name }) => name === PLACE);
      if (tab === undefined) return;
      draft.tab(tab.id).charts = (tab.charts ?? []).map((chart) => ({
        ...chart,
        anchor: { ...chart.anchor, row: 12 },
        options: { ...chart.options, 'series.0.color': '#ff0000' },
      }));
    });
  },
  'a-person-chip': (host) => {
    host.edit(PLACE, 4, 2, 'Ana Ruiz');
  },
  'a-run-that-is-cut-off': (host) => {
    try {
      host.call('runTooLong');
    } catch {
      // It is meant to be cut off.
    }
  },
  'a-lock-that-another-run-holds': (host) => {
    host.holdLock(20_000);
  },
};

function openFor(dist: string, locale: string): Host {
  const workbook = { ...emptyWorkbook({ locale }), tabs: [emptyTab(1, 'Sheet1', 50, 10)], nextId: 2 };
  return createHost({ workbook, dist, today: '2026-11-12', user: { email: 'tester@example.org' } });
}

interface Outcome {
  readonly asked: readonly Asked[];
  /** What the probe left in the files. */
  readonly behind: readonly string[];
  /** Everybody who got a message. */
  readonly recipients: readonly string[];
}

/** Everything in each locale, then mail, then each step by hand. */
function askAll(dist: string): Outcome {
  const asked: Asked[] = [];
  const hosts = LOCALES.map((locale) => openFor(dist, locale));
  for (const host of hosts) asked.push(...(host.call('probe') as Report).asked);
  const [host] = hosts;
  if (host === undefined) return { asked, behind: [], recipients: [] };
  // A tester's mailbox is older than any point of its history that Gmail still knows.
  host.mailbox.forgetHistory();
  asked.push(...(host.call('probeMail') as Report).asked);
  for (;;) {
    const { step, asked: looked } = host.call('probeByHand') as Report & { readonly step: string };
    asked.push(...looked);
    if (step === '') break;
    HANDS[step]?.(host);
    if (step === 'a-copied-file') {
      const { id, ...rest } = host.model.snapshot();
      const copy = createHost({
        workbook: { ...rest, id: `${id}-copy`, name: `Copy of ${rest.name}` },
        dist,
        today: '2026-11-12',
        user: { email: 'tester@example.org' },
      });
      asked.push(...(copy.call('probeInCopy') as Report).asked);
    }
  }
  const behind = hosts.flatMap(({ model }) => {
    const { tabs, metadata } = model.snapshot();
    return [
      ...tabs.slice(1).map((tab) => `tab ${tab.name}`),
      ...metadata.map(({ key }) => `metadata ${key}`),
    ];
  });
  const recipients = [...new Set(host.mailbox.stored().flatMap((message) => message.recipients))];
  return { asked, behind, recipients };
}

/** 0 where the stand-in does what the add-on relies on and the probe leaves nothing behind. */
export function main(dist: string, json: boolean): number {
  const outcome = askAll(dist);
  const { asked, behind } = outcome;
  const differing = asked.filter(({ same }) => !same);
  if (json) console.log(JSON.stringify(outcome));
  else {
    console.log(`${asked.length} asked of the stand-in, ${differing.length} differ`);
    for (const { name, locale, expected, seen } of differing)
      console.log(`DIFFERS ${name} (${locale})\n  expected ${expected}\n  seen     ${seen}`);
    for (const text of behind) console.log(`left behind: ${text}`);
  }
  return differing.length + behind.length === 0 ? 0 : 1;
}
