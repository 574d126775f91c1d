import { Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { canPickFolder, downloadCase, pickBackupFolder, rehearse } from '../places/cases/backup';
import { downloadAnnotations } from '../places/cases/case-files';
import { db } from '../store/open';
import { papersHere } from '../store/papers';
import { type Behind, useOpening } from '../ui/later-menu';
import { papersText, sizeText } from '../ui/size';
import { chooseTheme } from '../ui/theme-choice';
import { useKeptAside } from '../ui/use-kept';

interface Props extends Behind {
  readonly caseId: string;
  readonly title: string;
  readonly onSave: () => void;
  readonly onLock: () => void;
  readonly onShare: () => void;
  readonly onMerge: () => void;
  readonly onHistory: () => void;
}

/** What is done with a case as a whole: its files, backups, copies, history; and how the app looks. */
export function CaseMenu({ button, caseId, title, onSave, onLock, onShare, onMerge, onHistory }: Props) {
  const { target, ...menu } = useOpening({ button });
  const [, go] = useLocation();
  const papers = useKeptAside(() => papersHere(db, caseId), [caseId]);
  return (
    <Menu position="bottom-end" {...menu}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onSave}>Export case file</Menu.Item>
        <Menu.Item onClick={() => void downloadCase(caseId, title, '', true)}>
          Export case file with its papers
          {papers && papers.here > 0 ? ` (${papersText(papers.here)}, ${sizeText(papers.size)})` : ''}
        </Menu.Item>
        <Menu.Item onClick={onLock}>Export with a passphrase</Menu.Item>
        <Menu.Item onClick={() => void downloadAnnotations(caseId, title)}>
          Export annotations alone
        </Menu.Item>
        {canPickFolder() && (
          <>
            <Menu.Item onClick={() => void pickBackupFolder(caseId, title)}>
              Back up to a folder, by itself
            </Menu.Item>
            <Menu.Item onClick={() => void rehearse(caseId).then((id) => go(`/case/${id}/timeline`))}>
              Open the newest backup as a copy
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={onShare}>Share with others</Menu.Item>
        <Menu.Item onClick={onMerge}>Merge another copy</Menu.Item>
        <Menu.Item onClick={onHistory}>History of changes</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => chooseTheme('light')}>Light</Menu.Item>
        <Menu.Item onClick={() => chooseTheme('dark')}>Dark</Menu.Item>
        <Menu.Item onClick={() => chooseTheme('contrast')}>High contrast</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
