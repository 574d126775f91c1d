import type { Hit } from '../../drawing/scene/scene';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import type { CaseView } from '../../ui/case-view';
import { windowText } from '../../words/moment';
import { onEveryClock } from './EveryClock';

/** So many clocks fit beside the pointer; the details list them all. */
const CLOCKS = 5;

/** What lies under the pointer, in a few words. */
export function HoverNote({
  hover,
  width,
  view,
}: {
  hover: { hit: Hit; x: number; y: number };
  width: number;
  view: CaseView;
}) {
  const { hit, x, y } = hover;
  const e = hit.kind === 'event' ? rowById(view.record.events, hit.id) : undefined;
  return (
    <div
      style={{
        position: 'absolute',
        left: Math.min(x + 12, width - 280),
        top: y + 16,
        maxWidth: 290,
        pointerEvents: 'none',
        background: 'var(--paper)',
        border: '1px solid var(--muted)',
        borderRadius: 4,
        padding: '5px 9px',
        fontSize: 12.5,
        zIndex: 5,
      }}
    >
      <strong>{e ? KINDS[e.kind].label : hit.says}</strong>
      {e && (
        <>
          <div>{e.description}</div>
          <div className="cite">{windowText(view, e.id)}</div>
          {onEveryClock(view, e.id)
            .slice(0, CLOCKS)
            .map((c) => (
              <div key={c.name} className="cite">
                {c.name}: {c.shows}
              </div>
            ))}
        </>
      )}
    </div>
  );
}
