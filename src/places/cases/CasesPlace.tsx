import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { version } from '../../../package.json';
import { restoreCase } from '../../actions/case';
import { eraseCase } from '../../store/commands';
import { db } from '../../store/open';
import { noneLeft } from '../../store/quirks/seen-cases';
import { run } from '../../ui/run';
import { useKept } from '../../ui/use-kept';
import { BeforeNote } from './BeforeNote';
import { CaseList } from './CaseList';
import css from './cases.module.css';
import { ImportCase } from './ImportCase';
import { LockSetting } from './LockSetting';
import { PolicyNote } from './PolicyNote';
import { StorageNote } from './StorageNote';
import { SAMPLES } from './sample-list';
import { openSample } from './samples';
import { useStorage } from './use-storage';

const NewCase = lazy(() => import('./NewCase').then((m) => ({ default: m.NewCase })));

const FolderList = lazy(() => import('./FolderList').then((m) => ({ default: m.FolderList })));
const JoinShare = lazy(() => import('./sharing/JoinShare').then((m) => ({ default: m.JoinShare })));

/** The list of cases, and what the browser promises about keeping them. */
export function CasesPlace() {
  const all = useKept(() => db.cases.toArray());
  const [, go] = useLocation();
  const [creating, create] = useDisclosure(false);
  const [joining, join] = useDisclosure(false);
  const [listing, list] = useDisclosure(false);
  const [handed, setHanded] = useState<File | null>(null);
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
          <Button variant="default" onClick={list.open}>
            List a folder
          </Button>
          <ImportCase go={go} refused={storage.refused} handed={handed} />
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
      {listing && (
        <Suspense fallback={null}>
          <FolderList
            onClose={list.close}
            onImport={(file) => {
              list.close();
              setHanded(file);
            }}
          />
        </Suspense>
      )}
      <PolicyNote />
      <BeforeNote />
      <StorageNote
        state={storage.state}
        onChange={storage.set}
        refused={storage.refused}
        onAllow={storage.allow}
        empty={cases.length === 0}
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
        <CaseList cases={cases} go={go} />
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
