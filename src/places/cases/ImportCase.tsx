import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { addCaseContent } from '../../store/commands';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import { later, useAsked } from '../../ui/later';
import { openCaseFile, waitForMerge } from './case-files';

const LockedFile = later(() => import('./LockedFile').then((m) => m.LockedFile));

/** The way in for a case file: locked ones ask for their passphrase; one of a case that is here asks how they come together. */
export function ImportCase({
  go,
  refused,
  handed,
}: {
  go: (to: string) => void;
  refused: boolean;
  /** A file that was chosen elsewhere, to be brought in now. */
  handed: File | null;
}) {
  const [locked, setLocked] = useState<File | null>(null);
  const asked = useAsked(locked !== null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const open = async (file: File, phrase: string | null): Promise<void> => {
    setBusy(true);
    try {
      const found = await openCaseFile(file, phrase);
      if (found.kind === 'locked') {
        setLocked(file);
        return;
      }
      if (found.kind === 'bad') {
        if (phrase !== null) setWrong(found.why);
        else
          notifications.show({
            title: `${file.name} was not imported`,
            message: found.why,
            color: 'red',
            autoClose: false,
          });
        return;
      }
      setLocked(null);
      setPassphrase('');
      const { content } = found;
      const here = await db.cases.get(content.case.id);
      if (here && here.deletedAt === null) {
        waitForMerge(here.id, content, file.name);
        go(`/case/${here.id}/timeline`);
        return;
      }
      if (content.part) {
        notifications.show({
          title: `${file.name} was not imported`,
          message: `It holds annotations of ${content.case.title}, and that case is not in this browser. Import the case first.`,
          color: 'red',
          autoClose: false,
        });
        return;
      }
      const { id } = await addCaseContent(db, content);
      void askToPersist();
      notifications.show({ message: `${content.case.title} is back, with its history.` });
      go(`/case/${id}/timeline`);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (handed) void open(handed, null);
  }, [handed]);
  return (
    <>
      <FileButton onChange={(f) => f && void open(f, null)} accept=".stopline,.zip,.age">
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconUpload size={16} />}
            loading={busy}
            disabled={refused}
          >
            Import a case file
          </Button>
        )}
      </FileButton>
      {asked && (
        <LockedFile
          file={locked}
          passphrase={passphrase}
          wrong={wrong}
          busy={busy}
          onType={(typed) => {
            setPassphrase(typed);
            setWrong('');
          }}
          onOpen={(file) => void open(file, passphrase)}
          onClose={() => setLocked(null)}
        />
      )}
    </>
  );
}
