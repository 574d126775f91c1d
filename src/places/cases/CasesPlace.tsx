import { Alert, Anchor, Badge, Button, Group, Modal, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconFolderPlus, IconTrash } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { version } from '../../../package.json';
import { type Case, newCase } from '../../record/case';
import { createCase, eraseCase, recall, updateRow } from '../../store/commands';
import { db } from '../../store/open';
import { askToPersist, type StorageState, storageState } from '../../store/storage';
import { hereZone, isZone } from '../../time/zones';
import { downloadCase } from './case-files';
import { ImportCase } from './ImportCase';
import { LockSetting } from './LockSetting';
import { openSample, SAMPLES } from './samples';

/** The list of cases, and what the browser promises about keeping them. */
export function CasesPlace() {
  const all = useLiveQuery(() => db.cases.toArray());
  const [, go] = useLocation();
  const [creating, create] = useDisclosure(false);
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
          <ImportCase go={go} />
          <Button leftSection={<IconFolderPlus size={16} />} onClick={create.open}>
            New case
          </Button>
        </Group>
      </Group>
      <Storage />
      {all === undefined ? (
        <Text c="dimmed">Reading the cases in this browser …</Text>
      ) : cases.length === 0 ? (
        <Paper withBorder p="lg" mb="lg">
          <Text fw={600}>No case yet.</Text>
          <Text c="dimmed" size="sm">
            Make a new one and drop in a stop log, a camera list and a custody form; or open a sample below and look around.
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
      <div className="samples">
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
                    <Button size="xs" variant="default" onClick={() => void updateRow(db, 'cases', c, { deletedAt: null }, 'Case taken out of the bin')}>
                      Restore
                    </Button>
                    <Button size="xs" variant="subtle" color="red" onClick={() => void eraseCase(db, c.id)}>
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
        Stopline {version}. It states law as of a date, is to be verified before filing, and is no legal advice.
      </Text>
      <NewCase opened={creating} onClose={create.close} onMade={(id) => go(`/case/${id}/import`)} />
    </main>
  );
}

function CaseRow({ of, onOpen }: { of: Case; onOpen: () => void }) {
  const entries = useLiveQuery(() => db.events.where('[caseId+id]').between([of.id, ''], [of.id, '\uffff']).count(), [of.id]);
  const backup = useLiveQuery(() => recall(db, `backup ${of.id}`), [of.id]);
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
              typeof backup === 'number' ? `case file saved ${new Date(backup).toLocaleString()}` : 'no case file saved yet',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => void downloadCase(of.id, of.title)}>
            Export case file
          </Button>
          <Button size="xs" variant="subtle" color="gray" leftSection={<IconTrash size={14} />} onClick={() => void bin(of)} aria-label={`Delete ${of.title}`}>
            Delete
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

async function bin(of: Case): Promise<void> {
  await updateRow(db, 'cases', of, { deletedAt: Date.now() }, 'Case put in the bin');
  notifications.show({ message: `${of.title} is in the bin below; it can be restored.` });
}

function NewCase({ opened, onClose, onMade }: { opened: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [court, setCourt] = useState('');
  const [zone, setZone] = useState(hereZone());
  const [jurisdiction, setJurisdiction] = useState('us');
  const zoneError = isZone(zone) ? null : 'Write a zone such as America/Chicago.';
  const make = async (): Promise<void> => {
    if (title.trim() === '' || zoneError) return;
    const id = `case-${Date.now().toString(36)}`;
    await createCase(db, { ...newCase(id, title.trim(), zone, Date.now()), number, court, jurisdiction });
    void askToPersist();
    onMade(id);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="New case">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <TextInput label="Name" placeholder="State v. Doe" value={title} onChange={(e) => setTitle(e.currentTarget.value)} required data-autofocus />
          <Group grow>
            <TextInput label="Case number" value={number} onChange={(e) => setNumber(e.currentTarget.value)} />
            <TextInput label="Court" value={court} onChange={(e) => setCourt(e.currentTarget.value)} />
          </Group>
          <TextInput
            label="Time zone of the case"
            description="The ruler shows this zone."
            value={zone}
            onChange={(e) => setZone(e.currentTarget.value)}
            error={zoneError}
          />
          <Select
            label="Jurisdiction"
            description="Supreme Court rules apply everywhere."
            value={jurisdiction}
            onChange={(v) => setJurisdiction(v ?? 'us')}
            data={[
              { value: 'us', label: 'United States' },
              ...'1 2 3 4 5 6 7 8 9 10 11'.split(' ').map((n) => ({ value: `ca${n}`, label: `${n}${['th', 'st', 'nd', 'rd'][Number(n)] ?? 'th'} Circuit` })),
              { value: 'cadc', label: 'D.C. Circuit' },
            ]}
          />
          <Button type="submit" disabled={title.trim() === '' || zoneError !== null}>
            Create the case
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function Storage() {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    void storageState().then(setState);
  }, []);
  if (!state) return null;
  const used =
    state.used === null ? '' : `${(state.used / 1_048_576).toFixed(1)} MB used${state.quota ? ` of ${(state.quota / 1_073_741_824).toFixed(0)} GB` : ''}. `;
  const full = state.used !== null && state.quota !== null && state.used > state.quota * 0.85;
  if (full)
    return (
      <Alert color="red" mb="md" p="xs">
        <Text size="sm">{used}The storage is nearly full. Export case files and erase what is in the bin before the browser refuses to keep more.</Text>
      </Alert>
    );
  if (state.fleeting)
    return (
      <Alert color="red" mb="md" p="xs" title="This looks like a private window">
        <Text size="sm">
          Everything in it is gone when it is closed, whatever the browser says. Look at the samples here; for real work open Stopline in an ordinary window, or
          export a case file before you close this one.
        </Text>
      </Alert>
    );
  if (state.persisted)
    return (
      <Text size="xs" c="dimmed" mb="md">
        {used}This browser has promised to keep the cases until you delete them.
      </Text>
    );
  return (
    <Alert variant="light" color="yellow" mb="md" p="xs">
      <Group justify="space-between">
        <Text size="sm">
          {used}This browser has not promised to keep your cases: it may clear them when space runs short. Export a case file after each day’s work.
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            void askToPersist().then(async (granted) => {
              setState(await storageState());
              if (!granted)
                notifications.show({ message: 'The browser declined. It may agree once the site is bookmarked or installed; until then keep case files.' });
            })
          }
        >
          Ask it to keep them
        </Button>
      </Group>
    </Alert>
  );
}
