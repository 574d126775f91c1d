import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, type ReactNode, type RefObject, useRef } from 'react';
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

/** What `LongRows` draws, and what a place scrolls: `list.virtual.scrollToIndex(i)`. */
export function useLongList({ count, height, keyOf, of }: Asked): LongList {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useRef({ of, keyOf });
  // Keys made anew would measure every row anew.
  if (keys.current.of !== of) keys.current = { of, keyOf };
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: keys.current.keyOf,
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
