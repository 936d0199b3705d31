// The totals of the campaign as its panels show them, in the words of the independent books.
import type { AsksView, GrowingView, PartnersView } from '../../../src/commands/askAnswers';
import type { Host } from '../../../workbench/host/createHost';
import { ask, recordsOf } from '../campaign';
import { campaign, CONTACTS, type Totals } from './campaign';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (name: string): string => {
  const [month = '', year = ''] = name.split(' ');
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`;
};

/** `isWeekEnd`: with the check-ins that are due. */
export function totalsOf(host: Host, isWeekEnd: boolean): Totals {
  const view = ask<AsksView>(host, 'getAsks');
  const partners = ask<PartnersView>(host, 'getPartners');
  const places = new Map<string, string>();
  for (const row of recordsOf(host, CONTACTS)) {
    const name = String(row['Organization']);
    const twice = campaign.contacts.filter((one) => one['Organization'] === name).length > 1;
    places.set(String(row['Outreach ID']), twice ? `${name} | ${String(row['Town'])}` : name);
  }
  const named = (one: { readonly contact: string; readonly organization: string }) =>
    places.get(one.contact) ?? one.organization;
  const counts = (
    items: readonly { readonly name: string; readonly count: number }[],
    of = (name: string) => name,
  ) =>
    Object.fromEntries(
      items
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => [name === 'Not filled in' ? 'not known' : of(name), count]),
    );
  const total = (answer: 'open' | 'yes' | 'no' | 'maybe' | 'later' | 'dropped') =>
    view.byKind.reduce((sum, one) => sum + one[answer], 0);
  const ANSWERS = ['open', 'yes', 'no', 'maybe', 'later', 'dropped'] as const;
  const asksIn = (state: string) =>
    view.open
      .filter((item) => item.state === state)
      .map((item) => `${named(item)} / ${item.kind}`)
      .sort();
  const staying = partners.items.filter(({ bowedOut }) => bowedOut === '');
  const proof = view.proof.split('\n').slice(3).filter(Boolean);
  return {
    asks: ANSWERS.reduce((sum, answer) => sum + total(answer), 0),
    answers: Object.fromEntries(ANSWERS.map((answer) => [answer, total(answer)])),
    kinds: Object.fromEntries(view.byKind.map((one) => [one.name, ANSWERS.map((answer) => one[answer])])),
    waiting: asksIn('waiting'),
    due: asksIn('due'),
    confirmed: view.confirmed,
    claimed: view.claimed.map(named).sort(),
    endorsedThenOut: view.bowedOut.map(named).sort(),
    mayBeNamed: {
      yes: view.named,
      no: view.confirmed - view.named - view.unaskedCount,
      notAsked: view.unaskedCount,
    },
    people: { sum: view.people, of: view.peopleOf },
    category: counts(view.byCategory),
    town: counts(view.byTown),
    level: counts(view.byLevel),
    month: counts(view.byMonth, monthOf),
    proof: proof.map((line) => line.replace(/, ([^,]*)$/, ' | $1')),
    partners: staying.filter(({ membership }) => membership === 'partner').length,
    observers: staying.filter(({ membership }) => membership === 'observer').length,
    bowedOut: partners.items.length - staying.length,
    questions: view.questions
      .map(({ key, organization }) => `${QUESTIONS[key.split(' ')[0] ?? ''] ?? ''}: ${organization}`)
      .sort(),
    ...(isWeekEnd
      ? {
          checksDue: partners.items
            .filter(({ due }) => due !== '')
            .map(named)
            .sort(),
          checkInsDue: ask<GrowingView>(host, 'getGrowing')
            .people.filter(({ due }) => due !== '')
            .map(({ name }) => name)
            .sort(),
        }
      : {}),
  };
}

const QUESTIONS: Readonly<Record<string, string>> = {
  which: 'to which',
  row: 'whose ask',
  endorsed: 'row and ask differ',
  differs: 'row and log differ',
};
