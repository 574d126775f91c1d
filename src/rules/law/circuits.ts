import type { Circuit } from '../../record/choices';
import type { AuthorityId } from './authorities';

/** Whether a kind of inquiry belongs to the mission there: yes, or not decided in what was read. */
type Counted = 'mission' | 'open';

interface CircuitLaw {
  readonly name: string;
  readonly travel: Counted;
  readonly history: Counted;
  readonly for: readonly AuthorityId[];
  readonly against: readonly AuthorityId[];
}

/** What only one circuit holds (`doctrine.md`, "circuits"); it binds in federal court. Of the D.C. Circuit nothing was read. */
export const CIRCUIT_LAW: Readonly<Record<Circuit, CircuitLaw>> = {
  ca1: { name: '1st Circuit', travel: 'open', history: 'open', for: [], against: ['dion', 'reyes1'] },
  ca2: {
    name: '2d Circuit',
    travel: 'open',
    history: 'open',
    for: ['gomez', 'smith2'],
    against: ['fiseku'],
  },
  ca3: {
    name: '3d Circuit',
    travel: 'open',
    history: 'mission',
    for: ['green', 'clark', 'hurtt', 'williams3'],
    against: ['hunter', 'stewart', 'pierce'],
  },
  ca4: {
    name: '4th Circuit',
    travel: 'open',
    history: 'open',
    for: ['williams4', 'digiovanni', 'bowman', 'massenburg', 'pratt'],
    against: ['hill', 'johnson4'],
  },
  ca5: {
    name: '5th Circuit',
    travel: 'open',
    history: 'open',
    for: ['spears'],
    against: ['smith5', 'reyes5'],
  },
  ca6: {
    name: '6th Circuit',
    travel: 'open',
    history: 'open',
    for: ['stepp', 'klaver'],
    against: ['winters', 'whitley6', 'lyons', 'sharp', 'searp', 'trent', 'hunt'],
  },
  ca7: {
    name: '7th Circuit',
    travel: 'mission',
    history: 'open',
    for: ['rodriguezEscalera', 'whitaker'],
    against: ['cole', 'lewis'],
  },
  ca8: {
    name: '8th Circuit',
    travel: 'open',
    history: 'open',
    for: ['sanders8', 'dolson'],
    against: ['callison', 'maltais', 'fuehrer', 'pulidoAyala', 'nyah', 'oliveraMendez'],
  },
  ca9: {
    name: '9th Circuit',
    travel: 'open',
    history: 'mission',
    for: ['evans', 'landeros', 'gorman'],
    against: ['hylton'],
  },
  ca10: {
    name: '10th Circuit',
    travel: 'open',
    history: 'mission',
    for: ['frazier', 'guerrero'],
    against: ['mayville', 'morales', 'hernandezQuintero', 'whitley10'],
  },
  ca11: {
    name: '11th Circuit',
    travel: 'mission',
    history: 'open',
    for: ['campbell', 'mitchell'],
    against: ['laist'],
  },
  cadc: { name: 'D.C. Circuit', travel: 'open', history: 'open', for: [], against: [] },
};
