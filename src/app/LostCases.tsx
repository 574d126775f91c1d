import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { db } from '../store/open';
import { casesSeen, noneLeft, sawCases } from '../store/quirks/seen-cases';

/**
 * Says so where the browser threw its database away: cases were here, nobody erased them, and none is. It looks as soon as the
 * app is open, whatever is opened first; while the app is locked its cases are there, encrypted.
 */
export function LostCases() {
  const count = useLiveQuery(() => db.cases.count());
  const [before] = useState(casesSeen);
  const [told, setTold] = useState(false);
  const [had, setHad] = useState(0);
  useEffect(() => {
    if (count === undefined || count === 0) return;
    setHad(count);
    sawCases(count);
  }, [count]);
  const lost = count === 0 && !told && (casesSeen() ?? (had > 0 ? null : before));
  if (!lost) return null;
  return (
    <div className="page" role="alert" style={{ minHeight: 0 }}>
      <p>
        <strong>The browser no longer has the cases that were here.</strong>{' '}
        {lost.cases === 1 ? 'One case was' : `${lost.cases} cases were`} kept here on{' '}
        {new Date(lost.at).toLocaleString()}; the browser cleared its storage or lost it. Import the case
        files that were exported or backed up: they hold everything up to then, with its history.
      </p>
      <button
        type="button"
        onClick={() => {
          noneLeft();
          setTold(true);
        }}
      >
        I have read this
      </button>
    </div>
  );
}
