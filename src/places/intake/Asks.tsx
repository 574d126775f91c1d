import { Paper, Radio, Stack } from '@mantine/core';
import type { Ask } from '../../intake/drafts';
import { linesSaid } from '../../intake/formats/table';

/** Lines that a question names; beyond them it says how many more there are. */
const SHOWN = 12;

interface Props {
  readonly asks: readonly Ask[];
  /** A line of the file as it is written. */
  readonly written: (line: number) => string;
  readonly onAnswer: (id: string, value: string) => void;
}

/** What only a person can say of this file, each asked once: the lines it is about, its answers, and what was taken until then. */
export function Asks({ asks, written, onAnswer }: Props) {
  if (asks.length === 0) return null;
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-label="Questions">
      {asks.map((a) => (
        <div key={a.id} style={{ marginBottom: 12 }}>
          <Radio.Group
            label={a.says}
            value={a.taken}
            onChange={(value) => onAnswer(a.id, value)}
            description={a.taken === '' ? 'Not answered yet.' : undefined}
          >
            <Stack gap={6} mt={6}>
              {a.choices.map((c) => (
                <Radio key={c.value} value={c.value} label={c.says} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          {a.lines.length > 0 && (
            <div
              className="cite"
              style={{ marginTop: 6, display: 'flex', flexWrap: 'wrap', gap: '2px 16px' }}
            >
              {a.lines.slice(0, SHOWN).map((line) => (
                <div key={line}>
                  line {line}: <span className="mono">{written(line)}</span>
                </div>
              ))}
              {a.lines.length > SHOWN && <div>and on line {linesSaid(a.lines.slice(SHOWN))}</div>}
            </div>
          )}
        </div>
      ))}
    </Paper>
  );
}
