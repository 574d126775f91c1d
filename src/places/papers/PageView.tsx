import { useEffect, useRef, useState } from 'react';
import type { Page } from '../../papers/paper';
import { UNSURE } from '../../papers/recogniser';
import type { PaperRow } from '../../record/discovery';
import { faultSays } from '../../store/faults';
import { WorkEnded } from '../../workers/client';
import css from './papers.module.css';
import { pictureOf } from './reading';

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

/** What is told of a word: whether it is lit, on a line of another proposal, or recognized without certainty. */
function told({ lit, marked, onLine }: Props, line: number, k: number, confidence: number | undefined) {
  const on = lit.has(`${line} ${k}`);
  return {
    'data-line': line,
    'data-word': k,
    'data-lit': on || undefined,
    'data-marked': (!on && marked.has(line)) || undefined,
    'data-unsure': (confidence !== undefined && confidence < UNSURE) || undefined,
    onClick: () => onLine(line),
  };
}

/** A page: its picture with its words over it, so that they can be lit and selected; or its lines as they stand. */
export function PageView(props: Props) {
  const { paper, page, bytes, width, lit } = props;
  const desk = useRef<HTMLDivElement>(null);
  const firstLit = lit.values().next().value;
  useEffect(() => {
    if (firstLit !== undefined)
      desk.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [firstLit]);
  const label = { role: 'document', 'aria-label': `Page ${page.number}` } as const;
  const drawn = bytes !== null && (paper.kind === 'pdf' || paper.kind === 'picture');
  if (!drawn)
    return (
      <div ref={desk} className={css['typed']} {...label}>
        <Lines {...props} />
      </div>
    );
  const scale = width / page.width;
  return (
    <div ref={desk} className={css['page']} {...label} style={{ width, height: page.height * scale }}>
      <Picture paper={paper} page={page} bytes={bytes} width={width} />
      {page.lines.map((line, n) =>
        line.words.map(({ text, box, confidence }, k) => (
          <span
            key={`${n} ${k}`}
            className={css['word']}
            {...told(props, n, k, confidence)}
            style={{
              left: box.x * scale,
              top: (box.y + box.h * 0.16) * scale,
              width: box.w * scale + 1,
              height: box.h * scale * 1.06,
              fontSize: box.h * scale * 0.82,
              lineHeight: `${box.h * scale}px`,
            }}
          >
            {`${text} `}
          </span>
        )),
      )}
    </div>
  );
}

/** Lines without a picture: typed ones keep their columns, long ones are folded. */
function Lines(props: Props) {
  const { paper, page } = props;
  const columns = paper.kind !== 'pdf' && paper.kind !== 'picture';
  return page.lines.map((line, n) => (
    <div key={n}>
      {line.words.map(({ text, box, confidence }, k) => {
        const last = line.words[k - 1];
        const gap = !last ? (columns ? box.x : 0) : columns ? box.x - last.box.x - last.box.w : 1;
        return (
          <span key={`${n} ${k}`}>
            {' '.repeat(Math.max(last ? 1 : 0, Math.min(120, Math.round(gap))))}
            <span {...told(props, n, k, confidence)}>{text}</span>
          </span>
        );
      })}
    </div>
  ));
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
