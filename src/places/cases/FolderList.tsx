import { Button, FileButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import type { FileOutlook } from '../../workers/outlook-worker';
import css from './cases.module.css';
import { OutlookLine } from './OutlookLine';
import { fileOutlook } from './outlooks';

/** Files shown at once. */
const SHOWN = 100;

interface Line {
  readonly file: File;
  readonly found: FileOutlook;
}

/** Case files as a list, each read and let go again: nothing is imported, nothing is kept. */
export function FolderList({ onImport, onClose }: { onImport: (file: File) => void; onClose: () => void }) {
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [most, setMost] = useState(SHOWN);
  useEffect(() => {
    let stopped = false;
    setLines([]);
    const read = async (): Promise<void> => {
      let all: Line[] = [];
      for (const [i, file] of (files ?? []).entries()) {
        const why = (error: unknown): FileOutlook => ({ ok: false, why: String(error) });
        all = [...all, { file, found: await fileOutlook(file).catch(why) }];
        if (stopped) return;
        if (i % 10 === 9 || i === (files?.length ?? 0) - 1) setLines(all);
      }
    };
    void read();
    return () => {
      stopped = true;
    };
  }, [files]);
  const take = (list: readonly File[]): void => {
    const cases = list.filter((f) => /\.stopline(\.age)?$/i.test(f.name));
    setFiles(cases.sort((a, b) => pathOf(a).localeCompare(pathOf(b))));
    setMost(SHOWN);
  };
  return (
    <Dialog opened onClose={onClose} size="xl" title="Case files of a folder, as a list">
      <p className="cite">
        Each file is read and let go again: nothing is imported and nothing is kept in this browser.
      </p>
      <FileButton multiple onChange={take} inputProps={{ webkitdirectory: '' } as object}>
        {(props) => (
          <Button {...props} variant={files ? 'default' : 'filled'} mb="sm">
            Choose a folder
          </Button>
        )}
      </FileButton>
      {files?.length === 0 && <p role="status">There is no case file (.stopline) in that folder.</p>}
      {files !== null && files.length > 0 && (
        <p className="cite" role="status">
          {lines.length < files.length
            ? `${lines.length} of ${files.length} read …`
            : `${files.length} read.`}
        </p>
      )}
      <ul className="plain-list" aria-label="Case files" style={{ display: 'grid', gap: 8 }}>
        {lines.slice(0, most).map(({ file, found }) => (
          <li key={pathOf(file)} className={css['row']}>
            <div>
              <strong>{found.ok ? found.title : file.name}</strong>
              <div className={css['about']}>
                {(found.ok
                  ? [found.number, found.court, `${found.outlook.entries} entries`, pathOf(file)]
                  : [pathOf(file)]
                )
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {found.ok ? <OutlookLine outlook={found.outlook} /> : <div className="cite">{found.why}</div>}
            </div>
            <div className={css['tools']}>
              <Button size="xs" variant="default" onClick={() => onImport(file)}>
                Import
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + SHOWN)}>
          Show more of {lines.length}
        </Button>
      )}
    </Dialog>
  );
}

const pathOf = (f: File): string => f.webkitRelativePath || f.name;
