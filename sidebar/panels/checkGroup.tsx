// One rule of Check rows: its line, and when open its problems with place, text and fix.
import { useState } from 'preact/hooks';
import type { CheckGroup, CheckItem } from '../../src/commands/answers';
import { Button, LinkText } from '../parts/button';
import { figure } from '../parts/count';
import { Icon } from '../parts/icon';
import { goTo } from '../server';

const FIRST_SHOWN = 5;

export function itemId(id: string): string {
  return `problem-${id}`;
}
export function ruleId(rule: string): string {
  return `rule-${rule}`;
}

interface GroupProps {
  group: CheckGroup;
  sheet: string;
  open: boolean;
  /** Name of the step that runs. */
  busy: string;
  onOpen: (open: boolean) => void;
  onFix: (name: string, items: readonly CheckItem[]) => void;
}

export function RuleGroup({ group, sheet, open, busy, onOpen, onFix }: GroupProps) {
  const [all, setAll] = useState(false);
  const shown = all ? group.items : group.items.slice(0, FIRST_SHOWN);
  const more = group.items.length - shown.length;
  const safe = group.items.filter(({ fix }) => fix !== null);
  const fixAll = `all ${group.rule}`;
  return (
    <li>
      <button
        type="button"
        class="rule"
        id={ruleId(group.rule)}
        aria-expanded={open}
        onClick={() => {
          onOpen(!open);
        }}
      >
        <Icon name={open ? 'down' : 'right'} />
        <span>{group.title}</span>
        <span class="small mut safe">{!open && group.safe > 0 ? `${figure(group.safe)} safe` : ''}</span>
        <span class="c">{figure(group.count)}</span>
      </button>
      {open ? (
        <>
          <ul>
            {shown.map((item) => (
              <Hit key={item.id} item={item} sheet={sheet} busy={busy === item.id} onFix={onFix} />
            ))}
          </ul>
          {more > 0 || safe.length > 1 ? (
            <div class="hit-foot">
              {more > 0 ? (
                <LinkText
                  onPress={() => {
                    setAll(true);
                  }}
                >
                  Show {figure(more)} more
                </LinkText>
              ) : null}
              {safe.length > 1 ? (
                <LinkText
                  onPress={() => {
                    onFix(fixAll, safe);
                  }}
                >
                  {busy === fixAll ? 'Fixing…' : `Fix all ${figure(safe.length)} safe ones`}
                </LinkText>
              ) : null}
            </div>
          ) : null}
          {group.count > group.items.length && more === 0 ? (
            <p class="small mut hit-foot">
              {figure(group.items.length)} of {figure(group.count)} are shown. The others come when these are
              done.
            </p>
          ) : null}
        </>
      ) : null}
    </li>
  );
}

/** "Row 43, Kettle Lane Bakery"; one cause in many rows names the first three. */
function placeOf({ row, rows, organization }: CheckItem): string {
  if (rows.length > 1) {
    const first = rows.slice(0, 3).map(figure).join(', ');
    return rows.length > 3 ? `Rows ${first} and ${figure(rows.length - 3)} more` : `Rows ${first}`;
  }
  return organization === '' ? `Row ${figure(row)}` : `Row ${figure(row)}, ${organization}`;
}

interface HitProps {
  item: CheckItem;
  sheet: string;
  busy: boolean;
  onFix: GroupProps['onFix'];
}

function Hit({ item, sheet, busy, onFix }: HitProps) {
  const { value, fix, message } = item;
  return (
    <li class="hit">
      <LinkText id={itemId(item.id)} onPress={() => void goTo(sheet, item.cell)}>
        {placeOf(item)}
      </LinkText>
      {fix === null ? null : (
        <Button
          small
          about={`row ${item.row}`}
          busy={busy ? 'Fixing' : ''}
          onPress={() => {
            onFix(item.id, [item]);
          }}
        >
          Fix
        </Button>
      )}
      <div>
        {value === '' ? null : (
          <p class="mono was">
            <span class="tag">now</span>
            {fix === null ? value : <s>{value}</s>}
          </p>
        )}
        {fix === null ? null : (
          <p class="mono now">
            <span class="tag">fix</span>
            {fix === '' ? '(empty)' : fix}
          </p>
        )}
        <p class="small">{message}</p>
      </div>
    </li>
  );
}
