import { useEffect, useRef, useState } from 'react';
import type { Page } from '../../papers/paper';
import { UNSURE } from '../../papers/recogniser';
import type { PaperRow } from '../../record/discovery';
import { faultSays } from '../../store/faults';
import { WorkEnded } from '../../workers/client';
import css from './papers.module.css';
import { pictureOf } from './reading';

/** Pixels of a column and of a line of typed pages, whose boxes are counted in characters. */
const TYPED = { x: 7.6, y: 19 };

interface Props {
  readonly paper: PaperRow;
  readonly page: Page;
  /** Null where they are not in the case: then its lines are shown. */
  readonly bytes: Uint8Array | null;
  /** Pixels in which a page is shown. */
  readonly width: number;
  /** Words lit (`line word`), and lines of other proposals. */
  readonly lit: ReadonlySet<string>;
  readonly marked: ReadonlySet<number>;
  readonly onLine: (line: number) => void;
}

/** A page: its picture with its words over it, so that they can be lit and selected; or its lines as they stand. */
export function PageView({ paper, page, bytes, width, lit, marked, onLine }: Props) {
  const drawn = bytes !== null && (paper.kind === 'pdf' || paper.kind === 'picture');
  const typed = paper.kind !== 'pdf' && paper.kind !== 'picture';
  const scale = typed ? TYPED : { x: width / page.width, y: width / page.width };
  const first = useRef<HTMLSpanElement>(null);
  const firstLit = lit.values().next().value;
  useEffect(() => {
    if (firstLit !== undefined) first.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [firstLit]);
  return (
    <div
      className={css['page']}
      data-typed={typed || !drawn}
      role="document"
      aria-label={`Page ${page.number}`}
      style={{ width: page.width * scale.x, height: page.height * scale.y }}
    >
      {drawn && <Picture paper={paper} page={page} bytes={bytes} width={width} />}
      {page.lines.map((line, n) =>
        line.words.map((word, k) => {
          const key = `${n} ${k}`;
          const on = lit.has(key);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same from the keyboard
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same from the keyboard
            <span
              key={key}
              ref={key === firstLit ? first : undefined}
              className={css['word']}
              data-line={n}
              data-word={k}
              data-lit={on || undefined}
              data-marked={(!on && marked.has(n)) || undefined}
              data-unsure={(word.confidence !== undefined && word.confidence < UNSURE) || undefined}
              onClick={() => onLine(n)}
              style={{
                left: word.box.x * scale.x,
                top: word.box.y * scale.y + (typed ? 0 : word.box.h * scale.y * 0.16),
                width: word.box.w * scale.x + 1,
                height: word.box.h * scale.y * (typed ? 1 : 1.06),
                fontSize: typed ? 12.6 : word.box.h * scale.y * 0.82,
                lineHeight: `${word.box.h * scale.y}px`,
              }}
            >
              {`${word.text} `}
            </span>
          );
        }),
      )}
    </div>
  );
}

function Picture({
  paper,
  page,
  bytes,
  width,
}: Pick<Props, 'paper' | 'page' | 'width'> & { bytes: Uint8Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [fault, setFault] = useState('');
  const [drawn, setDrawn] = useState(false);
  const { number, turned } = page;
  useEffect(() => {
    let stale = false;
    setFault('');
    const dpi = Math.min(300, (72 * width * Math.min(2, devicePixelRatio)) / page.width);
    pictureOf(paper, page, bytes, dpi).then(
      (picture) => {
        const c = canvas.current;
        if (!stale && c) {
          c.width = picture.width;
          c.height = picture.height;
          c.getContext('2d')?.drawImage(picture, 0, 0);
          setDrawn(true);
        }
        picture.close();
      },
      (error: unknown) => {
        if (stale || error instanceof WorkEnded) return;
        setFault(faultSays(error) ?? (error instanceof Error ? error.message : String(error)));
      },
    );
    return () => {
      stale = true;
    };
    // A page is drawn anew when it is another one, or another size.
  }, [paper.id, number, turned, bytes, width]);
  return (
    <>
      <canvas ref={canvas} className={css['picture']} data-drawn={drawn || undefined} />
      {fault && (
        <p role="alert" className={css['fault']}>
          This page could not be drawn: {fault}. Its words stand where they were read.
        </p>
      )}
    </>
  );
}
