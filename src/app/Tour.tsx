import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import css from './tour.module.css';
import { endTour, moveTour, offerTour, TOUR, useTour } from './tour-state';

/**
 * The tour as a line above the place it speaks of: it covers nothing, is left by Escape or its button, and does not come again
 * by itself. It begins by itself in a sample, and elsewhere when it is asked for.
 */
export function Tour({ sample, go }: { sample: boolean; go: (place: string) => void }) {
  const at = useTour();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (sample) offerTour();
  }, [sample]);
  useEffect(() => {
    const step = at?.asked ? TOUR[at.step] : undefined;
    if (!step) return;
    go(step.place);
    next.current?.focus();
  }, [at, go]);
  const step = at ? TOUR[at.step] : undefined;
  if (!at || !step) return null;
  const last = at.step === TOUR.length - 1;
  return (
    <section
      className={css['tour']}
      aria-label="Tour"
      onKeyDown={(e) => {
        if (e.key === 'Escape') endTour();
      }}
    >
      <div aria-live="polite">
        <strong>
          {at.step + 1} of {TOUR.length}. {step.title}.
        </strong>{' '}
        {step.says}
      </div>
      <span className={css['tools']}>
        <Button size="compact-sm" variant="default" disabled={at.step === 0} onClick={() => moveTour(-1)}>
          Back
        </Button>
        <Button size="compact-sm" ref={next} onClick={() => moveTour(1)}>
          {last ? 'Done' : 'Next'}
        </Button>
        {!last && (
          <Button size="compact-sm" variant="default" onClick={endTour}>
            End the tour
          </Button>
        )}
      </span>
    </section>
  );
}
