// The dashboard: every figure with its small chart; one that is pressed shows the contacts behind it.
import { useState } from 'preact/hooks';
import type { FigureName } from '../../../src/commands/dashboardAnswers';
import { useApp } from '../../context';
import { Button, IconButton, LinkText } from '../../parts/button';
import { rowName, some } from '../../parts/count';
import { FigureTable } from '../../parts/figureTable';
import { useFirst } from '../../parts/firstOf';
import { Panel, Section } from '../../parts/frame';
import { focusOn } from '../../parts/heading';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { MovingBar, unready } from '../../parts/states';
import { useAnswer } from '../../parts/useAnswer';
import { useTask } from '../../parts/useTask';
import { call, goTo } from '../../server';

const TITLE = 'Dashboard';

export function Dashboard() {
  const app = useApp();
  const asked = useAnswer(() => call('getDashboard'), String(app.undone));
  const task = useTask();
  const [chosen, choose] = useState<FigureName | null>(null);
  const [left, leave] = useState(false);
  const wait = unready(asked, TITLE);
  const view = asked.value;
  if (wait || !view) return wait;
  const shown = chosen ?? (left ? null : view.selected);
  if (shown)
    return (
      <Behind
        figure={shown}
        onBack={() => {
          choose(null);
          leave(true);
          focusOn();
        }}
      />
    );
  const write = (charts: boolean): void => {
    task.run(
      'write',
      () => call('writeDashboard', charts),
      (receipt) => {
        app.tell(receipt);
        asked.reload();
      },
    );
  };
  return (
    <Panel
      title={TITLE}
      sub="Press a figure to see who is behind it"
      aside={<IconButton icon="again" name="Look again" onPress={asked.reload} />}
      foot={
        <>
          <Button
            look="fill"
            wide
            busy={task.busy && 'Writing the tab'}
            onPress={() => {
              write(false);
            }}
          >
            {view.hasTab ? 'Bring the tab up to date' : 'Make the dashboard tab'}
          </Button>
          {view.hasTab && (
            <LinkText
              onPress={() => {
                write(true);
              }}
            >
              Put the charts back
            </LinkText>
          )}
        </>
      }
    >
      {asked.loading && <MovingBar />}
      <ProblemNote problem={task.problem} />
      {view.tables.map((table) => (
        <Section key={table.key} title={table.title}>
          <FigureTable table={table} onPress={choose} />
        </Section>
      ))}
    </Panel>
  );
}

function Behind({ figure, onBack }: { figure: FigureName; onBack: () => void }) {
  const asked = useAnswer(() => call('getFigure', figure), JSON.stringify(figure));
  const view = asked.value;
  const { shown, more } = useFirst(view?.rows ?? [], 30, view?.count);
  const wait = unready(asked, TITLE);
  if (wait || !view) return wait;
  return (
    <Panel title={figure.row} sub={view.title} back={{ name: 'Back to the dashboard', onPress: onBack }}>
      <p class="org">{some(view.count, 'contact')}</p>
      {view.count === 0 && <Second>Nobody stands behind this figure.</Second>}
      <ul class="lines rows">
        {shown.map(({ row, organization, why }) => (
          <li key={row}>
            <LinkText onPress={() => void goTo(view.sheet, `A${row}`)}>{rowName(row, organization)}</LinkText>
            {why && <div class="small mut">{why}</div>}
          </li>
        ))}
      </ul>
      {more}
    </Panel>
  );
}
