// One rule of Check rows: its line, and when open its problems with place, text and fix.
import type { CheckGroup, CheckItem } from '../../src/commands/answers';
import { Button, LinkText } from '../parts/button';
import { figure, rowName } from '../parts/count';
import { useFirst } from '../parts/firstOf';
import { Icon } from '../parts/icon';
import { goTo } from '../server';

export function itemId(id: string): string {
  return 'problem-' + id;
}
export function ruleId(rule: string): string {
  return 'rule-' + rule;
}

interface GroupProps {
  group: CheckGroup;
  open: boolean;
  /** Name of the step that runs. */
  busy: string;
  /** With the rule, '' to close. */
  onOpen: (rule: string) => void;
  onFix: (name: string, items: readonly CheckItem[]) => void;
}

export function RuleGroup({ group, open, busy, onOpen, onFix }: GroupProps) {
  const { rule, title, items, count } = group;
  const { shown, more } = useFirst(items, 5, count);
  const safe = items.filter((item) => item.safe);
  return (
    <li>
      <button
        type="button"
        class="rule"
        id={ruleId(rule)}
        aria-expanded={open}
        onClick={() => {
          onOpen(open ? '' : rule);
        }}
      >
        <Icon name={open ? 'down' : 'right'} />
        <span>{title}</span>
        <span class="small mut">{!open && group.safe > 0 && figure(group.safe) + ' safe'}</span>
        <b class="c">{figure(count)}</b>
      </button>
      {open && (
        <>
          <ul>
            {shown.map((item) => (
              <Hit key={item.id} item={item} sheet={group.sheet} busy={busy === item.id} onFix={onFix} />
            ))}
          </ul>
          {(more || safe.length > 1) && (
            <div class="hit-foot links">
              {more}
              {safe.length > 1 && (
                <LinkText
                  onPress={() => {
                    onFix(rule, safe);
                  }}
                >
                  {busy === rule ? 'Fixing…' : `Fix all ${figure(safe.length)} safe ones`}
                </LinkText>
              )}
            </div>
          )}
        </>
      )}
    </li>
  );
}

/** "Row 43, Kettle Lane Bakery"; one cause in many rows names the first three. */
function placeOf({ row, rows, organization }: CheckItem): string {
  if (rows.length > 1) {
    const first = rows.slice(0, 3).map(figure).join(', ');
    return rows.length > 3 ? `Rows ${first} and ${figure(rows.length - 3)} more` : `Rows ${first}`;
  }
  return rowName(row, organization);
}

function Hit({
  item,
  sheet,
  busy,
  onFix,
}: {
  item: CheckItem;
  sheet: string;
  busy: boolean;
  onFix: GroupProps['onFix'];
}) {
  const { value, fix } = item;
  return (
    <li class="hit">
      <LinkText id={itemId(item.id)} onPress={() => void goTo(sheet, item.cell)}>
        {placeOf(item)}
      </LinkText>
      {fix !== null && (
        <Button
          small
          about={`row ${item.row}`}
          busy={busy && 'Fixing'}
          onPress={() => {
            onFix(item.id, [item]);
          }}
        >
          {item.safe ? 'Fix' : 'Change'}
        </Button>
      )}
      <div>
        {value && (
          <p class="mono was">
            <span class="tag">now</span>
            {fix === null ? value : <s>{value}</s>}
          </p>
        )}
        {fix !== null && (
          <p class="mono now">
            <span class="tag">fix</span>
            {fix || '(empty)'}
          </p>
        )}
        <p>{item.message}</p>
      </div>
    </li>
  );
}
