import {
  measureElement,
  observeElementOffset,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type ComponentProps, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import css from './table.module.css';
import { usePrinting } from './use-printing';

/** A list of any length, of which only the rows in sight are drawn. */
export interface LongList {
  /** Belongs on the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly printing: boolean;
}

interface Asked {
  readonly count: number;
  /** How high a row is, px, before it was measured. */
  readonly height: number;
  readonly keyOf: (index: number) => string | number;
  /** What the keys are of: while it is the same, they are. */
  readonly of: unknown;
}

/** Rows of a list that is long, and rows to be seen before it is told how high they are. */
const LONG = 2000;
const SEEN = 8;

/** The keys of a list, each made once. */
function keysOf(of: unknown, keyOf: Asked['keyOf']): { of: unknown; at: Asked['keyOf'] } {
  const known: (string | number)[] = [];
  return {
    of,
    at: (i) => {
      known[i] ??= keyOf(i);
      return known[i];
    },
  };
}

/** What `LongRows` draws, and what a place scrolls: `list.virtual.scrollToIndex(i)`. */
export function useLongList({ count, height, keyOf, of }: Asked): LongList {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useRef(keysOf(of, keyOf));
  // Keys made anew would measure every row anew.
  if (keys.current.of !== of) keys.current = keysOf(of, keyOf);
  const [usual, setUsual] = useState(height);
  const heights = useRef(new Map<number, number>());
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usual,
    measureElement: (el, entry, of) => {
      const px = measureElement(el, entry, of);
      heights.current.set(px, (heights.current.get(px) ?? 0) + 1);
      return px;
    },
    // After a jump no row has a place to keep: to keep those above the fold in theirs is to lay the whole list for each of them.
    observeElementOffset: (of, tell) =>
      observeElementOffset(of, (offset, scrolling) => {
        const far = Math.abs(offset - (of.scrollOffset ?? 0)) > (of.scrollRect?.height ?? 0);
        of.shouldAdjustScrollPositionOnItemSizeChange = far ? () => false : undefined;
        tell(offset, scrolling);
      }),
    overscan: 12,
    getItemKey: keys.current.at,
  });
  // Each row that is not as high as thought moves all below it: in a long list the first ones tell how high most are.
  useEffect(() => {
    if (count < LONG || usual !== height) return;
    const [most] = [...heights.current].sort((a, b) => b[1] - a[1]);
    if (!most || most[1] < SEEN || most[0] === usual) return;
    setUsual(most[0]);
    virtual.measure();
  });
  return { scroller, virtual, printing: usePrinting() };
}

interface Props extends Omit<ComponentProps<'div'>, 'children' | 'ref'> {
  readonly list: LongList;
  /** What the row's own element has: its role, its class, what it is marked with. */
  readonly row?: (index: number) => ComponentProps<'div'> & { readonly [name: `data-${string}`]: unknown };
  readonly children: (index: number) => ReactNode;
}

/** The rows of a long list, each where it belongs and measured as it is drawn; on paper all of them, one below the other. */
export function LongRows({ list: { virtual, printing }, row, children, ...more }: Props) {
  const { count } = virtual.options;
  if (printing)
    return (
      <div {...more}>
        {Array.from({ length: count }, (_, i) => {
          const { style, ...rest } = row?.(i) ?? {};
          return (
            <div key={i} {...rest} style={{ ...style, position: 'static', breakInside: 'avoid' }}>
              {children(i)}
            </div>
          );
        })}
      </div>
    );
  return (
    <div {...more} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
      {virtual.getVirtualItems().map((item) => {
        const { className = '', style, ...rest } = row?.(item.index) ?? {};
        return (
          <div
            key={item.key}
            {...rest}
            ref={virtual.measureElement}
            data-index={item.index}
            className={`${css['row']} ${className}`}
            style={{ ...style, transform: `translateY(${item.start}px)` }}
          >
            {children(item.index)}
          </div>
        );
      })}
    </div>
  );
}
