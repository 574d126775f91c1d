import { useCallback, useEffect, useState } from 'react';
import { faultSays } from '../store/faults';
import { type Loss, lossesOf, noteSeen } from '../store/lost';
import { db } from '../store/open';
import { casesSeen, noneLeft, sawCases } from '../store/quirks/seen-cases';
import { useKeptAside } from '../ui/use-kept';

/** ms between two notes of what is here. */
const EVERY = 60_000;

/** What the browser lost, said at the start: all cases, or some, or part of one. */
export function LostCases() {
  return (
    <>
      <AllLost />
      <SomeLost />
    </>
  );
}

/** Says what is gone of some cases while the others are there, and opens their backups. */
function SomeLost() {
  const [losses, setLosses] = useState<readonly Loss[]>([]);
  const look = useCallback(() => lossesOf(db).then(setLosses), []);
  useEffect(() => {
    const note = (): void => void noteSeen(db, Date.now()).catch(() => undefined);
    void look().then(note);
    const timer = setInterval(note, EVERY);
    document.addEventListener('visibilitychange', note);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', note);
    };
  }, [look]);
  return losses.map((loss) => <LostCase key={loss.caseId} loss={loss} onDone={() => void look()} />);
}

function LostCase({ loss: { caseId, says, at, folder }, onDone }: { loss: Loss; onDone: () => void }) {
  const [trouble, setTrouble] = useState('');
  const bringBack = async (): Promise<void> => {
    const { rehearse } = await import('../places/cases/backup');
    try {
      location.hash = `#/case/${await rehearse(caseId)}/timeline`;
      await noteSeen(db, Date.now(), caseId);
      onDone();
    } catch (error) {
      setTrouble(faultSays(error) ?? '');
    }
  };
  return (
    <div className="page" role="alert" style={{ minHeight: 0 }}>
      <p>
        <strong>{says}</strong> It was seen whole here on {new Date(at).toLocaleString()}.{' '}
        {folder
          ? 'Its newest backup holds everything up to then, with its history.'
          : 'Import its last case file under Cases: it holds everything up to then, with its history.'}{' '}
        {trouble}
      </p>
      {folder && (
        <button type="button" onClick={() => void bringBack()}>
          Open its newest backup
        </button>
      )}{' '}
      <button type="button" onClick={() => void noteSeen(db, Date.now(), caseId).then(onDone)}>
        I have read this
      </button>
    </div>
  );
}

/**
 * Says so where the browser threw its database away: cases were here, nobody erased them, and none is. It looks as soon as the
 * app is open, whatever is opened first; while the app is locked its cases are there, encrypted.
 */
function AllLost() {
  const count = useKeptAside(() => db.cases.count());
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
