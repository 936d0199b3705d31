// A table of the dashboard with its small chart: upright bars for weeks, else a bar under each name.
import type { FigureName, TableView } from '../../src/commands/dashboardAnswers';
import { Bar, Swatch, type Look } from './bars';
import { figure } from './count';
import './figureTable.css';

const LOOKS: readonly Look[] = ['solid', 'hatch', 'dark'];
/** Shares and aims are no number of contacts: no bar of theirs. */
const NO_BAR = ['Goal', 'Rate in %', 'Number'];

const sentence = ({ title, columns, rows }: TableView): string =>
  `${title}. ` +
  rows
    .map(({ name, values }) =>
      [name, ...values.map((value, at) => `${value ?? 'none'} ${columns[at + 1] ?? ''}`)].join(', '),
    )
    .join('; ');

/** Weeks from left to right, a line where the goal is. */
export function WeekBars({ table }: { table: TableView }) {
  const drawn = table.columns.slice(1).filter((name) => !NO_BAR.includes(name));
  const goal = table.columns.includes('Goal') ? (table.rows[0]?.values[1] ?? 0) : 0;
  const most = Math.max(1, goal, ...table.rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const height = (value: number | null | undefined) => ({ height: `${((value ?? 0) / most) * 100}%` });
  return (
    <>
      <div class="weeks" role="img" aria-label={sentence(table)}>
        {goal > 0 && <hr style={{ bottom: `${(goal / most) * 100}%` }} />}
        {table.rows.map(({ name, values }) => (
          <div key={name}>
            {drawn.map((column, at) => (
              <i key={column} class={LOOKS[at]} style={height(values[at])} />
            ))}
          </div>
        ))}
      </div>
      <p class="weeks-ends small mut" aria-hidden="true">
        <span>{table.rows[0]?.name}</span>
        <span>{table.rows[table.rows.length - 1]?.name}</span>
      </p>
      <Legend names={drawn} goal={goal} />
    </>
  );
}

function Legend({ names, goal = 0 }: { names: readonly string[]; goal?: number }) {
  if (names.length < 2 && goal === 0) return null;
  return (
    <ul class="legend small">
      {names.map((name, at) => (
        <li key={name}>
          <Swatch look={LOOKS[at] ?? 'solid'} />
          {name}
        </li>
      ))}
      {goal > 0 && (
        <li>
          <i class="swatch goal" />
          Goal: {figure(goal)}
        </li>
      )}
    </ul>
  );
}

export function FigureTable({ table, onPress }: { table: TableView; onPress: (figure: FigureName) => void }) {
  const isWeekly = table.columns[0] === 'Week of';
  const drawn = table.columns.slice(1).filter((name) => !NO_BAR.includes(name));
  const most = Math.max(1, ...table.rows.flatMap(({ values }) => drawn.map((_, at) => values[at] ?? 0)));
  if (table.rows.length === 0) return <p class="mut">Nothing is on record yet.</p>;
  return (
    <>
      {isWeekly && <WeekBars table={table} />}
      <table class="figures">
        <thead>
          <tr>
            {table.columns.map((name, at) => (
              <th key={name} scope="col">
                {!isWeekly && drawn.length > 1 && drawn.includes(name) && (
                  <Swatch look={LOOKS[at - 1] ?? 'solid'} />
                )}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, values, leads }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {!isWeekly &&
                  drawn.map((column, at) => (
                    <span key={column} aria-hidden="true">
                      <Bar name="" parts={[[LOOKS[at] ?? 'solid', values[at] ?? 0]]} of={most} />
                    </span>
                  ))}
              </th>
              {values.map((value, at) => (
                <td key={at} class="num">
                  {leads[at] ? (
                    <button
                      type="button"
                      class="lnk"
                      aria-label={`${figure(value ?? 0)}: ${name}, ${table.columns[at + 1] ?? ''}`}
                      onClick={() => {
                        onPress({ table: table.key, row: name, figure: at });
                      }}
                    >
                      {figure(value ?? 0)}
                    </button>
                  ) : (
                    value !== null && figure(value)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
