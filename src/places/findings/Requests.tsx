import { Button, Group, Title } from '@mantine/core';
import { removeRequest } from '../../actions/findings';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { useKept } from '../../ui/use-kept';

/** What to ask the other side for, gathered from what would settle the findings. */
export function Requests({ caseId }: { caseId: string }) {
  const list = useKept(() => requestsOf(db, caseId), [caseId]) ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-label="Discovery requests" style={{ marginTop: 28 }}>
      <Group justify="space-between">
        <Title order={2} size="h4" style={{ color: 'var(--work)' }}>
          Discovery requests
        </Title>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            void navigator.clipboard.writeText(list.map((r, i) => `${i + 1}. ${r.text}`).join('\n'))
          }
        >
          Copy all
        </Button>
      </Group>
      <div className="work" style={{ marginTop: 6 }}>
        <ol className="premises">
          {list.map((r) => (
            <li key={r.id}>
              {r.text}{' '}
              <RowActions
                of={`the request: ${r.text.slice(0, 60)}`}
                onRemove={() => void run(removeRequest(r))}
              />
            </li>
          ))}
        </ol>
        <div className="work-note">Work product until a letter is made of it.</div>
      </div>
    </section>
  );
}
