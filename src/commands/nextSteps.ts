// Who is due, gone quiet or waiting, as a list.
import { good, type Result } from '../values/result';
import { staleReport } from '../touches/dueList';
import type { Services } from '../google/services';
import { MOST_ITEMS, type NextStepsView } from './answers';
import { openCampaign, type SheetName } from './campaign';

export function showNextSteps(
  services: Services,
  sheet?: SheetName,
  most?: number | null,
): Result<NextStepsView> {
  const opened = openCampaign(services, ['log', 'settings', 'asks'], sheet);
  if (!opened.ok) return opened;
  const { contacts, log, settings, today } = opened.value;
  const report = staleReport(contacts, log, settings, today, services.book.locale);
  return good({
    today,
    due: report.due.slice(0, most ?? MOST_ITEMS),
    quiet: report.quiet.slice(0, most ?? MOST_ITEMS),
    waiting: report.waiting
      .slice(0, most ?? MOST_ITEMS)
      .map((item) => ({ ...item, until: item.until ?? '' })),
    check: report.check.slice(0, most ?? MOST_ITEMS),
    done: report.done,
    counts: {
      due: report.due.length,
      quiet: report.quiet.length,
      waiting: report.waiting.length,
      check: report.check.length,
    },
  });
}
