import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconFolderPlus, IconTrash } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { version } from '../../../package.json';
import { binCase, restoreCase } from '../../actions/case';
import type { Case } from '../../record/case';
import { headSays } from '../../record/chain';
import { eraseCase, recall } from '../../store/commands';
import { db } from '../../store/open';
import { noneLeft } from '../../store/quirks/seen-cases';
import { run } from '../../ui/run';
import { BeforeNote } from './BeforeNote';
import { downloadCase, savedOf } from './backup';
import css from './cases.module.css';
import { ImportCase } from './ImportCase';
import { LockSetting } from './LockSetting';
import { PolicyNote } from './PolicyNote';
import { StorageNote } from './StorageNote';
import { SAMPLES } from './sample-list';
import { openSample } from './samples';
import { useStorage } from './use-storage';

const NewCase = lazy(() => import('./NewCase').then((m) => ({ default: m.NewCase })));

const JoinShare = lazy(() => import('./sharing/JoinShare').then((m) => ({ default: m.JoinShare })));

/** The list of cases, and what the browser promises about keeping them. */
export function CasesPlace() {
  const all = useLiveQuery(() => db.cases.toArray());
  const [, go] = useLocation();
  const [creating, create] = useDisclosure(false);
  const [joining, join] = useDisclosure(false);
  const storage = useStorage();
  const cases = (all ?? []).filter((c) => c.deletedAt === null).sort((a, b) => b.createdAt - a.createdAt);
  const binned = (all ?? []).filter((c) => c.deletedAt !== null);
  return (
    <main className="page">
      <Group justify="space-between" align="flex-end" mb="md">
        <div>
          <Title order={1} size="h2">
            Cases
          </Title>
          <Text c="dimmed" size="sm">
            Everything stays in this browser, on this machine. Nothing is sent anywhere.
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={join.open} disabled={storage.refused}>
            Join a shared case
          </Button>
          <Button variant="default" onClick={() => go('/officers')}>
            Officers
          </Button>
          <ImportCase go={go} refused={storage.refused} />
          <Button leftSection={<IconFolderPlus size={16} />} onClick={create.open} disabled={storage.refused}>
            New case
          </Button>
        </Group>
      </Group>
      {joining && (
        <Suspense fallback={null}>
          <JoinShare onClose={join.close} onJoined={(id) => go(`/case/${id}/timeline`)} />
        </Suspense>
      )}
      <PolicyNote />
      <BeforeNote />
      <StorageNote
        state={storage.state}
        onChange={storage.set}
        refused={storage.refused}
        onAllow={storage.allow}
      />
      {all === undefined ? (
        <Text c="dimmed">Reading the cases in this browser …</Text>
      ) : cases.length === 0 ? (
        <Paper withBorder p="lg" mb="lg">
          <Text fw={600}>No case yet.</Text>
          <Text c="dimmed" size="sm">
            Make a new one and drop in a stop log, a camera list and a custody form; or open a sample below
            and look around.
          </Text>
        </Paper>
      ) : (
        <Stack gap="xs" mb="lg" component="ul" className="plain-list" aria-label="Cases">
          {cases.map((c) => (
            <CaseRow key={c.id} of={c} onOpen={() => go(`/case/${c.id}/timeline`)} />
          ))}
        </Stack>
      )}
      <LockSetting />
      <Title order={2} size="h4" mb={6}>
        Samples
      </Title>
      <div className={css['samples']}>
        {SAMPLES.map((s) => (
          <Paper withBorder p="md" key={s.id}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Text fw={650}>{s.title}</Text>
                <Text size="xs" c="dimmed">
                  {s.number}; {s.court}
                </Text>
              </div>
              <Button
                size="xs"
                variant="light"
                style={{ flexShrink: 0 }}
                onClick={() => void openSample(s.id).then((id) => go(`/case/${id}/timeline`))}
                aria-label={`Open the sample ${s.title}`}
              >
                Open
              </Button>
            </Group>
            <Text size="sm" mt={6}>
              {s.what}
            </Text>
          </Paper>
        ))}
      </div>
      {binned.length > 0 && (
        <>
          <Title order={2} size="h4" mt="lg" mb={6}>
            Bin
          </Title>
          <Stack gap="xs" component="ul" className="plain-list" aria-label="Bin">
            {binned.map((c) => (
              <Paper withBorder p="sm" key={c.id} component="li">
                <Group justify="space-between">
                  <Text>{c.title}</Text>
                  <Group gap="xs">
                    <Button size="xs" variant="default" onClick={() => void run(restoreCase(c))}>
                      Restore
                    </Button>
                    <Button size="xs" variant="subtle" color="red" onClick={() => void erase(c.id)}>
                      Erase for good
                    </Button>
                  </Group>
                </Group>
              </Paper>
            ))}
          </Stack>
        </>
      )}
      <Text size="xs" c="dimmed" mt="xl">
        Stopline {version}. It states law as of a date, is to be verified before filing, and is no legal
        advice.{' '}
        <a href="third-party-notices.txt" target="_blank" rel="noreferrer">
          Made with the work of others
        </a>
        .
      </Text>
      {creating && (
        <Suspense>
          <NewCase opened onClose={create.close} onMade={(id) => go(`/case/${id}/papers`)} />
        </Suspense>
      )}
    </main>
  );
}

async function erase(caseId: string): Promise<void> {
  await eraseCase(db, caseId);
  if ((await db.cases.count()) === 0) noneLeft();
}

function CaseRow({ of, onOpen }: { of: Case; onOpen: () => void }) {
  const entries = useLiveQuery(
    () => db.events.where('[caseId+id]').between([of.id, ''], [of.id, '\uffff']).count(),
    [of.id],
  );
  const saved = useLiveQuery(async () => savedOf(await recall(db, `backup ${of.id}`)), [of.id]);
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Group gap={8}>
            <Anchor component="button" type="button" fw={650} onClick={onOpen}>
              {of.title}
            </Anchor>
            {of.madeUp && (
              <Badge size="sm" variant="outline" color="gray">
                made up
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {[
              of.number,
              of.court,
              `${entries ?? '…'} entries`,
              saved
                ? `case file saved ${new Date(saved.at).toLocaleString()}${saved.hash === '' ? '' : ` (${headSays(saved, 8)})`}`
                : 'no case file saved yet',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => void downloadCase(of.id, of.title)}>
            Export case file
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} />}
            onClick={() => void bin(of)}
            aria-label={`Delete ${of.title}`}
          >
            Delete
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

async function bin(of: Case): Promise<void> {
  if (!(await run(binCase(of, Date.now())))) return;
  notifications.show({ message: `${of.title} is in the bin below; it can be restored.` });
}
