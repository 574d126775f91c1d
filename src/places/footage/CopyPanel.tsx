import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { convertLine } from '../../media/convert';
import type { Source } from '../../record/source';
import type { OpenFile } from '../../ui/open-files';
import { openCopy } from './copies';
import css from './footage.module.css';
import { pickFiles } from './handles';

/** The line for ffmpeg, to be taken along. */
export function ConvertLine({ file }: { file: string }) {
  const line = convertLine(file);
  return (
    <p>
      <code style={{ overflowWrap: 'anywhere' }}>{line}</code>{' '}
      <CopyButton value={line}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {copied ? 'copied' : 'copy the line'}
          </Button>
        )}
      </CopyButton>
    </p>
  );
}

/** Of a recording that this browser does not play: how to make a copy, and the way to open it in its place. */
export function CopyPanel({ source, open }: { source: Source; open: OpenFile }) {
  const [busy, setBusy] = useState(false);
  const read = open.framesRead === 1 && open.heard === 1;
  const choose = async (): Promise<void> => {
    const [picked] = await pickFiles(false);
    if (!picked) return;
    setBusy(true);
    await openCopy(source, open, picked);
    setBusy(false);
  };
  return (
    <section aria-label="A copy that plays" className={css['step']}>
      <p>
        {open.inspected.opens
          ? 'This browser shows no picture of this file.'
          : 'This browser does not open this file: nothing of it can be seen, heard or marked here.'}{' '}
        ffmpeg makes a copy with each frame at its own time. It is compared with this file frame by frame and
        by sound, and both hashes stand in the case.
      </p>
      <ConvertLine file={open.file.name} />
      <Button size="compact-sm" disabled={!read} loading={busy} onClick={() => void choose()}>
        Open its copy
      </Button>{' '}
      {!read && <span className="cite">the original is read first</span>}
    </section>
  );
}
