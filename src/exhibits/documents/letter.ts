import { otherSide } from '../../words/label';
import type { DocumentKind } from '../document';
import type { Letter } from '../formats/letter';
import { stampOf } from '../stamp';
import { boundDemands, withheldOf } from '../withheld';
import { DOCX } from './paper';

/** The discovery letter: the demands of the case that its plan does not keep back. */
export const letter: DocumentKind<Letter> = {
  id: 'letter',
  name: 'Letter',
  says: 'the demands in Word',
  type: DOCX,
  ending: 'docx',
  titleOf: ({ made }) => `Discovery letter ${made}`,
  write: async (input) => (await import('../formats/letter')).letterOf(input),
  inputOf: ({ read, rows, made }) => {
    const { court, title, number, madeUp } = read.record.case;
    const demands = boundDemands(rows.demands ?? [], withheldOf(rows.disclosures ?? []));
    if (demands.length === 0) return null;
    const caption = { court, parties: title, number };
    const stamp = stampOf(rows.protectiveOrders ?? [], made);
    return { caption, madeUp, made, otherSide: otherSide(read.record.case), demands, stamp };
  },
};
