import { keep, readCase } from '../../store/commands';
import { db } from '../../store/open';

/** Gives the user a case as one file, and remembers when. */
export async function downloadCase(caseId: string, title: string): Promise<void> {
  const { writeCaseFile } = await import('../../casefile/case-file');
  const bytes = await writeCaseFile(await readCase(db, caseId));
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: 'application/zip' }));
  const a = document.createElement('a');
  a.href = url;
  a.download = `${title.replace(/[^\w.-]+/g, '-').replace(/^-|-$/g, '') || 'case'}.stopline`;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 30_000);
  await keep(db, `backup ${caseId}`, Date.now());
}
