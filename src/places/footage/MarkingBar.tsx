import { Autocomplete, Button, Select } from '@mantine/core';
import type { EventRow } from '../../record/event';
import { type EventKind, KINDS } from '../../record/vocabulary';
import type { useKeySets } from './mark-keys';

interface Props {
  readonly events: readonly EventRow[];
  readonly keySets: ReturnType<typeof useKeySets>;
  /** The span that is being marked now. */
  readonly begun: EventKind | undefined;
  readonly actor: string;
  readonly onActor: (name: string) => void;
  readonly claim: string;
  readonly onClaim: (text: string) => void;
  readonly onPress: (kind: EventKind) => void;
  readonly onChange: () => void;
}

/** The keys that mark, who is marked, and the claim looked for. */
export function MarkingBar({
  events,
  keySets,
  begun,
  actor,
  onActor,
  claim,
  onClaim,
  onPress,
  onChange,
}: Props) {
  return (
    <>
      <div className="mark-keys" role="toolbar" aria-label="Keys that mark">
        {keySets.chosen.keys.map(({ key, kind }) => (
          <button
            key={key}
            type="button"
            data-running={begun === kind}
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
          value={actor}
          onChange={onActor}
          data={[...new Set(events.map((e) => e.actor).filter(Boolean))].slice(0, 200)}
        />
        <Autocomplete
          size="xs"
          w={280}
          label="Claim looked for (seen, not seen)"
          value={claim}
          onChange={onClaim}
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
