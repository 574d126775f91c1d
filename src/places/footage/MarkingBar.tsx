import { Autocomplete, Button, Select } from '@mantine/core';
import type { EventRow } from '../../record/event';
import { type EventKind, KINDS } from '../../record/vocabulary';
import css from './footage.module.css';
import type { useKeySets } from './mark-keys';

interface Props {
  readonly events: readonly EventRow[];
  readonly keySets: ReturnType<typeof useKeySets>;
  /** The spans that run on this recording. */
  readonly running: readonly EventKind[];
  /** People by the number of their key. */
  readonly people: readonly string[];
  readonly actor: string;
  readonly onActor: (name: string) => void;
  readonly claim: string;
  readonly onClaim: (text: string) => void;
  readonly onPress: (kind: EventKind) => void;
  readonly onChange: () => void;
}

/** Enter, Escape or a choice leaves a field, so that the keys mark again. */
const blurred = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};
const LEAVE = {
  // The field takes the choice first, and the focus with it.
  onOptionSubmit: () => void setTimeout(blurred),
  onKeyDown: (e: React.KeyboardEvent) => {
    // Once the field has taken it, and before the next key: a quick one is a mark, and no letter of the name.
    if (e.key === 'Enter' || e.key === 'Escape') queueMicrotask(blurred);
  },
};

/** The keys that mark, who is marked, and the claim looked for. */
export function MarkingBar({
  events,
  keySets,
  running,
  people,
  actor,
  onActor,
  claim,
  onClaim,
  onPress,
  onChange,
}: Props) {
  return (
    <>
      <div className={css['mark-keys']} role="toolbar" aria-label="Keys that mark">
        {keySets.chosen.keys.map(({ key, kind }) => (
          <button
            key={key}
            type="button"
            data-running={running.includes(kind)}
            onClick={(e) => {
              onPress(kind);
              e.currentTarget.blur();
            }}
          >
            <kbd>{key}</kbd> {KINDS[kind].label}
          </button>
        ))}
      </div>
      <div className="row-tools wrap">
        <Autocomplete
          size="xs"
          w={170}
          label="Who is marked"
          description={
            people.length > 0 &&
            `Shift with ${people
              .slice(0, 3)
              .map((p, i) => `${i + 1}: ${p}`)
              .join(', ')}${people.length > 3 ? ' …' : ''}; 0: nobody`
          }
          inputWrapperOrder={['label', 'input', 'description']}
          value={actor}
          onChange={onActor}
          data={people.slice(0, 200)}
          {...LEAVE}
        />
        <Autocomplete
          size="xs"
          w={280}
          label="Claim looked for (seen, not seen)"
          value={claim}
          onChange={onClaim}
          {...LEAVE}
          data={[
            ...new Set(
              events
                .filter((e) => e.kind === 'observation' || e.kind === 'claimed-violation')
                .map((e) => e.description)
                .filter(Boolean),
            ),
          ].slice(0, 200)}
        />
        <Select
          size="xs"
          w={170}
          label="Set of keys"
          allowDeselect={false}
          value={keySets.chosen.name}
          data={keySets.sets.map((s) => s.name)}
          onChange={(v) => v && keySets.choose(v)}
        />
        <Button size="xs" variant="default" style={{ alignSelf: 'end' }} onClick={onChange}>
          Change keys
        </Button>
      </div>
    </>
  );
}
