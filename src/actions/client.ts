import { changed } from '../record/change';
import type { ClientEntry } from '../record/client';
import { readsAs } from '../record/tables';
import type { Act } from './act';
import { addOwn, type OwnFields } from './own-rows';

export const BLANK_CLIENT: OwnFields<'clientEntries'> = {
  kind: 'session',
  day: '',
  until: '',
  what: '',
  who: '',
  outcome: '',
  screen: '',
  laboratory: '',
  document: '',
  paper: '',
  page: '',
  askedOf: '',
  askedOn: '',
  marked: false,
  uid: '',
  note: '',
};

const ALIKE = ['kind', 'day', 'until', 'what', 'who'] as const;

/** Entries put in as one step; what is there already, by its calendar's name or word by word, is not put in twice. */
export function addClient(
  caseId: string,
  there: readonly ClientEntry[],
  drafts: readonly OwnFields<'clientEntries'>[],
): { readonly act: Act | null; readonly says: string } {
  const uids = new Set(there.map((e) => e.uid).filter((u) => u !== ''));
  const known = new Set(there.map((e) => readsAs(e, ALIKE)));
  const fresh = drafts.filter((d) => !uids.has(d.uid) && !known.has(readsAs(d, ALIKE)));
  const again = drafts.length - fresh.length;
  const says = `${fresh.length} ${fresh.length === 1 ? 'entry' : 'entries'} of the client’s put in${again > 0 ? `, ${again} were here already` : ''}`;
  return { act: fresh.length === 0 ? null : addOwn('clientEntries', caseId, fresh, says), says: `${says}.` };
}

/** Several entries changed alike, as one step: marked for the packet, documented by one paper, asked for. */
export const changeClient = (
  caseId: string,
  entries: readonly ClientEntry[],
  patch: Partial<OwnFields<'clientEntries'>>,
  says: string,
): Act => ({
  caseId,
  says: `${says}: ${entries.length === 1 ? '1 entry' : `${entries.length} entries`} of the client’s`,
  edits: entries.map((e) => changed('clientEntries', e, patch)),
});
