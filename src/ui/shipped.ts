import { SHIPPED } from '../media/shipped';
import type { Source } from '../record/source';
import { askMedia, isOpen, openFile } from './open-files';

const opening = new Set<string>();

/** Opens a recording that ships with the app, once; nothing for every other, and where this installation lacks it. */
export async function openShipped(source: Source): Promise<void> {
  if (source.sha256 === '' || SHIPPED[source.file] !== source.sha256) return;
  if (isOpen(source.id) || opening.has(source.id)) return;
  opening.add(source.id);
  try {
    const response = await fetch(new URL(`samples/${source.file}`, document.baseURI));
    if (!response.ok) return;
    const file = new File([await response.blob()], source.file, { type: 'video/mp4' });
    const found = await askMedia((api) => api.inspect(file));
    if (found.ok) void openFile(source.id, file, found.value, async (sha256) => sha256 === source.sha256);
  } catch {
    // Without a network, and not kept yet: it stays shut, and is asked for again the next time.
  } finally {
    opening.delete(source.id);
  }
}
