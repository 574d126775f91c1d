import { useEffect, useMemo, useRef, useState } from 'react';
import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import { oneMinute } from '../../drawing/scene/one-minute';
import type { CaseView } from '../../ui/case-view';
import { useThemeChoice } from '../../ui/theme-choice';
import { usePrinting } from '../../ui/use-printing';

/** What a judge would see first: what the stop needed, how long it lasted, one number, one cite. */
export function OneMinute({ view }: { view: CaseView }) {
  const theme = useThemeChoice();
  const printing = usePrinting();
  const holder = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const el = holder.current;
    if (!el) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(el.clientWidth)));
    observer.observe(el);
    return () => observer.disconnect();
  }, []);
  const picture = useMemo(() => {
    const scene = width > 0 ? oneMinute(view.record, view.analysis, width) : null;
    if (!scene) return null;
    return paintSvg(scene, PALETTES[printing ? 'light' : theme], `One minute: ${view.record.case.title}`);
  }, [view, width, theme, printing]);
  return (
    <section ref={holder} aria-label="One minute">
      {picture ? (
        <div dangerouslySetInnerHTML={{ __html: picture }} />
      ) : (
        <p className="page">
          No finding of this case measures how long the stop lasted beyond its business. It needs an entry
          with which the stop begins, one with which its business ends, and one after that.
        </p>
      )}
    </section>
  );
}
