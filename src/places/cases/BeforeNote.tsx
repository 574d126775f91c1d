import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type Before, casesBefore } from '../../store/before';
import { forgetBefore } from '../../store/commands';
import { faultSays } from '../../store/faults';
import { db } from '../../store/open';
import { useKept } from '../../ui/use-kept';
import { openBefore, saveBefore } from './backup';

/** Cases as they were before this version of the app brought them up: each can be opened beside its own, or saved as a file. */
export function BeforeNote() {
  const cases = useKept(() => casesBefore(db.before)) ?? [];
  const [first] = cases;
  if (!first) return null;
  const tried = (act: Promise<unknown>): void =>
    void act.catch((error: unknown) =>
      notifications.show({ color: 'red', message: faultSays(error) ?? String(error), autoClose: false }),
    );
  const open = async (of: Before): Promise<void> => {
    await openBefore(of);
    notifications.show({ message: `${of.title}, as it was, stands beside its own as a copy.` });
  };
  return (
    <Alert variant="light" color="gray" mb="md" p="xs" title="As your cases were before the update">
      <Text size="sm">
        On {new Date(first.at).toLocaleString()} Stopline brought what this browser keeps up to a newer
        version. Each case is kept as it was until then, should something have come out wrong.
      </Text>
      <ul className="plain-list" aria-label="Cases before the update">
        {cases.map((c) => (
          <li key={c.caseId}>
            <Group gap="xs" justify="space-between">
              <Text size="sm">{c.title}</Text>
              <Group gap="xs">
                <Button size="compact-xs" variant="default" onClick={() => tried(open(c))}>
                  Open as a copy
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => tried(saveBefore(c))}>
                  Save as a file of version {c.version}
                </Button>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => tried(forgetBefore(db))}>
        Everything is right: do not keep them any longer
      </Button>
    </Alert>
  );
}
