import { changed } from '../record/change';
import type { PaperRow } from '../record/discovery';
import type { Demand } from '../record/paper';
import type { Production } from '../record/productions';
import type { Act } from './act';
import { addOwn, type OwnFields } from './own-rows';

/** A demand whose state follows from its days and its answer: what came is received, what was answered is answered, what was sent is sent. */
export function demandState<F extends Pick<Demand, 'state' | 'sent' | 'answer' | 'answered' | 'received'>>(
  f: F,
): F {
  const state: Demand['state'] =
    f.received !== ''
      ? 'received'
      : f.state === 'refused'
        ? 'refused'
        : f.answer.trim() !== '' || f.answered !== ''
          ? 'answered'
          : f.sent !== ''
            ? 'sent'
            : 'draft';
  return { ...f, state };
}

export const BLANK_PRODUCTION: OwnFields<'productions'> = {
  name: '',
  day: '',
  packet: '',
  letter: '',
  batesFrom: '',
  batesTo: '',
  paper: '',
  page: '',
};

export const BLANK_ORDER: OwnFields<'protectiveOrders'> = {
  name: '',
  entered: '',
  covers: '',
  who: '',
  until: '',
  destroyBy: '',
  stamp: '',
  paper: '',
  page: '',
};

/** A production made of what came in one archive on a day. */
export const productionOfPacket = (caseId: string, packet: string, day: string): Act =>
  addOwn(
    'productions',
    caseId,
    [{ ...BLANK_PRODUCTION, name: packet.slice(0, 300) || 'Production', packet, day }],
    `Production: ${packet}`,
  );

/** Papers laid to a production, as one step. */
export const layToProduction = (
  caseId: string,
  papers: readonly PaperRow[],
  production: Production,
): Act => ({
  caseId,
  says: `${papers.length === 1 ? '1 paper' : `${papers.length} papers`} laid to ${production.name}`,
  edits: papers.map((p) => changed('papers', p, { production: production.name })),
});
