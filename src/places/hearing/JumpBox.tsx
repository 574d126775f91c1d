import { useState } from 'react';
import type { Exhibit } from '../../exhibits/exhibit';
import type { HearingStep } from '../../record/paper';
import css from './hearing.module.css';
import { findSteps, stepName } from './steps';

/** `/`: to any finding, time or entry of the exhibit, on the spot. */
export function JumpBox({
  exhibit,
  onGo,
  onDone,
}: {
  exhibit: Exhibit;
  onGo: (step: HearingStep) => void;
  onDone: () => void;
}) {
  const [words, setWords] = useState('');
  const found = findSteps(exhibit, words);
  const go = (step: HearingStep | undefined): void => {
    if (step) onGo(step);
    onDone();
  };
  return (
    <div className={css['jump-box']} role="dialog" aria-label="Jump to">
      <input
        aria-label="Jump to a finding, a time or an entry"
        placeholder="3, 14:12, warning, Ex. 4"
        value={words}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, and is typed into at once
        autoFocus
        onChange={(e) => setWords(e.currentTarget.value)}
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Enter') go(found[0]);
          if (e.key === 'Escape') onDone();
        }}
      />
      <ul>
        {found.map((s) => (
          <li key={s.show + s.id}>
            <button type="button" onClick={() => go(s)}>
              {stepName(exhibit, s)}
            </button>
          </li>
        ))}
        {words.trim() !== '' && found.length === 0 && <li>Nothing in the exhibit is called that.</li>}
      </ul>
    </div>
  );
}
