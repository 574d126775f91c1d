import { Button, Progress } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { Counting } from './counting';
import css from './officers.module.css';

/** Whether anything is being counted. */
export const useBusy = (counting: Counting): boolean =>
  useSyncExternalStore(counting.subscribe, counting.busy);

/** How far the counting is, with a way to stop it; or why it could not be done. */
export function HowFar({ counting }: { counting: Counting }) {
  const under = useSyncExternalStore(counting.subscribe, counting.under);
  const fault = useSyncExternalStore(counting.subscribe, counting.fault);
  if (!under)
    return fault === '' ? null : (
      <p role="alert" className={css['fault']}>
        {fault}
      </p>
    );
  const { what, done, rows } = under;
  return (
    <div role="status" className={css['busy']}>
      <span>
        {what}: {Math.round(done * 100)} %{rows > 0 && `, ${rows.toLocaleString('en-US')} rows`}
      </span>
      <Progress value={done * 100} size="sm" aria-label="How far it is" />
      <Button size="compact-xs" variant="default" onClick={counting.stop}>
        Stop
      </Button>
    </div>
  );
}
