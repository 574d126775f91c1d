import { Button, Loader } from '@mantine/core';
import css from './papers.module.css';
import { stopWork, useWork } from './reading';

/** What is being read, how far it is, and how to stop it. */
export function Progress() {
  const work = useWork();
  if (!work) return null;
  const each = work.page > 0 ? (Date.now() - work.since) / work.page : 0;
  const left = Math.round((each * (work.of - work.page)) / 1000);
  return (
    <div className={css['work']} role="status">
      <Loader size="xs" />
      <span>
        {work.what === 'reads' ? 'Reading' : 'Recognizing'} {work.file.split('/').at(-1)}
        {work.of > 0 ? `, page ${work.page} of ${work.of}` : ''}
        {work.what === 'recognizes' && work.page > 0 && left > 0 ? `, about ${left} s more` : ''}
        {work.came > 0 ? ` · ${work.came} so far` : ''}
      </span>
      <Button size="compact-xs" variant="default" onClick={stopWork}>
        Stop: what is read stays
      </Button>
    </div>
  );
}
