import { keep, readCase } from '../../store/commands';
import { db } from '../../store/open';
import { saveFile } from '../../widgets/save-file';

/** Gives the user a case as one file, and remembers when. */
export async function downloadCase(caseId: string, title: string): Promise<void> {
  const { writeCaseFile } = await import('../../casefile/case-file');
  const bytes = await writeCaseFile(await readCase(db, caseId));
  saveFile(`${title.replace(/[^\w.-]+/g, '-').replace(/^-|-$/g, '') || 'case'}.stopline`, 'application/zip', bytes);
  await keep(db, `backup ${caseId}`, Date.now());
}
