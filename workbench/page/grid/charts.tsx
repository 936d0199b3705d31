// The charts over the sheet: fetched as their cells change, at the place of their cell, chosen by a click or Tab, taken
// away with Delete. They lie over the grid, not in it: a grid holds rows and cells only.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartFrame, TabFrame } from '../../server/wire';
import { ask } from '../api';
import { Icon } from '../icon';
import { ChartPicture } from './chartPicture';
import { firstAtLeast, HEAD_HEIGHT, px, ROW_HEAD_WIDTH, type Layout } from './layout';
import type { View } from './useView';

/** The line below the frozen rows lies over what scrolls (grid.css). */
const FROZEN_EDGE = 3;

export interface ChartsProps {
  readonly tab: TabFrame;
  /** Figures read before are old when it grows. */
  readonly version: number;
  readonly layout: Layout;
  readonly view: View;
  /** The box that scrolls the sheet. */
  readonly box: RefObject<HTMLElement | null>;
  readonly onRemove: (id: number) => void;
  readonly onLost: (why: unknown) => void;
}

export function Charts({ tab, version, layout, view, box, onRemove, onLost }: ChartsProps) {
  const [shown, setShown] = useState<{ readonly tab: number; readonly charts: readonly ChartFrame[] }>();
  const any = tab.charts > 0;
  useEffect(() => {
    if (!any) {
      setShown(undefined);
      return;
    }
    let old = false;
    ask('charts', { tab: tab.id }).then((charts) => {
      if (!old) setShown({ tab: tab.id, charts });
    }, onLost);
    return () => {
      old = true;
    };
  }, [tab.id, version, any]);
  if (shown?.tab !== tab.id) return null;

  const { frozen, body, columns } = layout;
  const start = frozen.height > 0 ? frozen.height + FROZEN_EDGE : 0;
  const leave = () => box.current?.focus({ preventScroll: true });
  /** Who comes by keyboard sees the whole chart, or its upper left corner. */
  const reveal = (chart: HTMLElement): void => {
    const room = chart.parentElement;
    if (room === null) return;
    const by = (start: number, size: number, all: number) =>
      start < 0 || size > all ? start : Math.max(0, start + size - all);
    box.current?.scrollBy(
      by(chart.offsetLeft, chart.offsetWidth, room.clientWidth),
      by(chart.offsetTop, chart.offsetHeight, room.clientHeight),
    );
  };
  const leftOf = (column: number): number => {
    const at = firstAtLeast(columns, column, (place) => place.column);
    return columns[at]?.left ?? layout.width;
  };
  /** Charts whose cell stays at the top when the sheet scrolls, or those that scroll along. */
  const over = (stays: boolean) => {
    const clip = HEAD_HEIGHT + (stays ? 0 : start);
    const band = stays ? frozen : body;
    const charts = shown.charts.filter(({ at }) => at.row <= tab.frozenRows === stays);
    return (
      charts.length > 0 && (
        <div
          class="charts"
          style={{
            left: px(ROW_HEAD_WIDTH),
            top: px(clip),
            width: px(Math.max(0, view.width - ROW_HEAD_WIDTH)),
            height: px(Math.max(0, view.height - clip)),
          }}
        >
          {charts.map((chart) => {
            const { at } = chart;
            const index = firstAtLeast(band.rows, at.row, (row) => row);
            const top =
              (band.tops[index] ?? band.height) + at.y - (stays ? 0 : view.top + start - frozen.height);
            return (
              <div
                key={chart.id}
                class="chart"
                role="group"
                aria-label={`Chart: ${chart.title}`}
                tabIndex={0}
                style={{
                  left: px(leftOf(at.column) + at.x - view.left),
                  top: px(top),
                  width: px(chart.width),
                  height: px(chart.height),
                }}
                onFocus={({ currentTarget }) => {
                  if (currentTarget.matches(':focus-visible')) reveal(currentTarget);
                }}
                onWheel={(event) => {
                  box.current?.scrollBy(event.deltaX, event.deltaY);
                }}
                onKeyDown={({ key, target, currentTarget }) => {
                  if (key === 'Escape') leave();
                  else if ((key === 'Delete' || key === 'Backspace') && target === currentTarget) {
                    onRemove(chart.id);
                    leave();
                  }
                }}
              >
                <ChartPicture chart={chart} />
                <button
                  type="button"
                  class="ib"
                  aria-label={`Delete the chart ${chart.title}`}
                  onClick={() => {
                    onRemove(chart.id);
                    leave();
                  }}
                >
                  <Icon name="x" />
                </button>
              </div>
            );
          })}
        </div>
      )
    );
  };
  return (
    <>
      {over(false)}
      {over(true)}
    </>
  );
}
