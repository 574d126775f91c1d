import { useEffect, useState } from 'react';
import { windowData } from '../../store/quirks/site-data';
import { type StorageState, storageState } from '../../store/quirks/storage';

/** Kept for this window alone: the next private window is refused anew. */
const ALLOWED = 'stopline-private-allowed';

/**
 * The state of storage, and whether real work is refused here: in what looks like a private window, until the user says that
 * it is none or that a case file will be saved. No browser tells for certain, so nobody is locked out.
 */
export function useStorage(): {
  state: StorageState | null;
  set: (s: StorageState) => void;
  refused: boolean;
  allow: () => void;
} {
  const [state, set] = useState<StorageState | null>(null);
  const [allowed, setAllowed] = useState(() => windowData.get(ALLOWED) === 'yes');
  useEffect(() => {
    void storageState().then(set);
  }, []);
  const allow = (): void => {
    windowData.set(ALLOWED, 'yes');
    setAllowed(true);
  };
  return { state, set, refused: state?.fleeting === true && !allowed, allow };
}
