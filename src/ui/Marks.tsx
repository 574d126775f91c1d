import { Fragment } from 'react';
import type { Finding } from '../rules/finding';
import { wordsOf } from '../words/status';
import { Term } from './Term';

/** Both marks of a finding over a group of such, each explained where it stands. */
export function Marks({ of }: { of: Pick<Finding, 'status' | 'standing'> }) {
  return (
    <div className="overline">
      {wordsOf(of).map((word, i) => (
        <Fragment key={word}>
          {i > 0 && ', '}
          <Term of={word} />
        </Fragment>
      ))}
    </div>
  );
}
