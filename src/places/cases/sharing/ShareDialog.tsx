import { Button, Checkbox, FileButton, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Waiting } from '../../../share/pool';
import { recall } from '../../../store/commands';
import { db } from '../../../store/open';
import type { CaseView } from '../../../ui/case-view';
import { Dialog } from '../../../ui/Dialog';
import { saveFile } from '../../../ui/save-file';
import { papersText, sizeText } from '../../../ui/size';
import { Table } from '../../../ui/Table';
import { useKeptAside } from '../../../ui/use-kept';
import { ApartList } from './ApartList';
import { BeginShare } from './BeginShare';
import type { ShareView, Sharing } from './engine';
import css from './share.module.css';

/** All of the share of one case: who is there up to where, what is apart, what fails, and the way out. */
export function ShareDialog({
  sharing,
  share,
  view,
  onClose,
}: {
  sharing: Sharing;
  share: ShareView;
  view: CaseView;
  onClose: () => void;
}) {
  const who = useKeptAside(async () => (await recall(db, 'who')) ?? '');
  const off = share.status === 'off';
  return (
    <Dialog opened onClose={onClose} size="xl" title={off ? 'Share this case' : 'This case is shared'}>
      {share.status === 'starting' || who === undefined ? (
        <p role="status">Looking whether it is shared …</p>
      ) : off ? (
        <BeginShare sharing={sharing} who={typeof who === 'string' ? who : ''} />
      ) : share.status === 'elsewhere' ? (
        <p>Another tab of this browser keeps this case in step: look there, or close it.</p>
      ) : (
        <Stack gap="md">
          <State sharing={sharing} share={share} />
          {share.apart.length > 0 && (
            <ApartList apart={share.apart} view={view} onSettle={(chosen) => sharing.settle(chosen)} />
          )}
          <Members share={share} />
          <Papers sharing={sharing} share={share} />
          <Left share={share} nameOf={(d) => sharing.nameOf(d)} />
          <Group gap="xs" justify="space-between">
            <ByHand sharing={sharing} share={share} />
            <Button
              variant="subtle"
              color="red"
              onClick={() => void sharing.leave().then(onClose)}
              title="The case stays here as it is; what you did stays with the others"
            >
              Leave the share
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}

function State({ sharing, share }: { sharing: Sharing; share: ShareView }) {
  if (share.status === 'ask')
    return (
      <Group gap="xs">
        <Text size="sm">The browser wants to be asked again before it uses the folder {share.folder}.</Text>
        <Button size="xs" onClick={() => void sharing.look(true)}>
          Go on sharing
        </Button>
      </Group>
    );
  return (
    <div>
      <Text size="sm">
        {share.status === 'hand'
          ? 'Files go by hand: save yours and give them to the others; bring theirs in.'
          : `Through ${share.folder === '' ? 'its folder' : `the folder ${share.folder}`}. It is looked into every few seconds while the case is open.`}{' '}
        You are at step {share.n}.
      </Text>
      {share.trouble !== '' && (
        <Text size="sm" role="alert" className={css['trouble']}>
          {share.trouble} It is tried again; nothing of yours is lost.
        </Text>
      )}
    </div>
  );
}

function Members({ share }: { share: ShareView }) {
  if (share.members.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody else was seen yet. The others choose “Join a shared case” under Cases.
      </Text>
    );
  return (
    <Table
      label="Who was seen"
      rows={[...share.members].sort((a, b) => Number(a.left) - Number(b.left) || b.at - a.at)}
      keyOf={(m) => m.device}
      columns={[
        { head: 'Who', cell: (m) => m.who },
        {
          head: 'Last seen, by their clock',
          cell: (m) => `${m.left ? 'left, ' : ''}${new Date(m.at).toLocaleString('en-US')}`,
        },
        { head: 'Their steps', cell: (m) => m.n },
        { head: 'Has yours up to', cell: (m) => `${m.knows[share.device] ?? 0} of ${share.n}` },
      ]}
    />
  );
}

/** Papers: which are here, which come when they are opened, and how large. */
function Papers({ sharing, share }: { sharing: Sharing; share: ShareView }) {
  const [busy, setBusy] = useState(false);
  const { of, here, size, waiting, waitingSize, missing, toWrite } = share.papers;
  if (of === 0) return null;
  return (
    <section aria-label="Papers of the share">
      <Text size="sm">
        Papers: {here} of {of} are in this browser ({sizeText(size)}).
        {waiting > 0 &&
          ` ${papersText(waiting)} (${sizeText(waitingSize)}) in the folder: each comes when it is opened.`}
        {missing > 0 && ` ${papersText(missing)} nobody put there yet.`}
        {toWrite > 0 && ` ${toWrite} of mine are on their way into the folder.`}
      </Text>
      <Group gap="md" mt={4}>
        {share.status === 'on' && (
          <Checkbox
            size="xs"
            label={`My papers go along, each locked (${sizeText(size)})`}
            checked={share.carries}
            onChange={(e) => void sharing.setCarries(e.currentTarget.checked)}
          />
        )}
        {waiting > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            loading={busy}
            onClick={() => {
              setBusy(true);
              void sharing.bringPapers().finally(() => setBusy(false));
            }}
          >
            Bring all {waiting} here now ({sizeText(waitingSize)})
          </Button>
        )}
      </Group>
    </section>
  );
}

/** What waits and what fails. */
function Left({ share, nameOf }: { share: ShareView; nameOf: (device: string) => string }) {
  const waits = ({ device, n, for: of }: Waiting): string =>
    of
      ? `Step ${n} of ${nameOf(device)} waits for step ${of.n} of ${nameOf(of.device)}, which is not in the folder yet.`
      : `Step ${n} of ${nameOf(device)} does not follow on what was told before, and is left: that browser may have been set back.`;
  return (
    <>
      {share.waiting.map((w) => (
        <Text size="sm" key={`${w.device} ${w.n}`}>
          {waits(w)}
        </Text>
      ))}
      {share.faults.length > 0 && (
        <div role="note">
          <Text size="sm">Left unread; they change nothing, and are read again when they change:</Text>
          <ul className="premises">
            {share.faults.slice(0, 20).map(([name, why]) => (
              <li key={name}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function ByHand({ sharing, share }: { sharing: Sharing; share: ShareView }) {
  if (share.status !== 'hand') return <span />;
  const bring = async (files: File[]): Promise<void> => {
    const n = await sharing.bring(files);
    notifications.show({
      message: n === 0 ? 'There is no file of a share among them.' : `${n} files were read.`,
    });
  };
  const save = (papers: boolean): void =>
    void sharing
      .packed(papers)
      .then((bytes) => saveFile(`share-${share.device.slice(0, 8)}.zip`, 'application/zip', bytes));
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => save(false)}>
        Save my files
      </Button>
      {share.papers.here > 0 && (
        <Button variant="default" onClick={() => save(true)}>
          Save them with my papers ({sizeText(share.papers.size)})
        </Button>
      )}
      <FileButton multiple accept=".zip,.age" onChange={(files) => void bring(files)}>
        {(props) => (
          <Button {...props} variant="default">
            Bring files in
          </Button>
        )}
      </FileButton>
    </Group>
  );
}
