import { Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import type { Demand, ExhibitPlan } from '../../record/paper';
import { AUTHORITIES } from '../../rules/law/authorities';
import { mentionedIn, withoutLines } from '../cites';
import { mayStand } from '../never';
import { longDay, printable } from '../printable';
import { body, heading2, portrait, STYLES } from './word-parts';

/** What a letter is made of: the demands chosen, and the caption of the case. */
export interface Letter {
  readonly caption: ExhibitPlan['caption'];
  readonly madeUp: boolean;
  readonly made: string;
  readonly otherSide: 'the government' | 'the State';
  readonly demands: readonly Demand[];
  /** Words of a protective order; absent or empty for none. */
  readonly stamp?: string;
}

const STATE: Record<Demand['state'], string> = {
  draft: '',
  sent: 'Asked for before',
  answered: 'Answered',
  refused: 'Refused',
  received: 'Received',
};

/** The discovery letter as Word: each demand with why it is thought to exist, where the record speaks of it, and what was answered. */
export async function letterOf(letter: Letter): Promise<Uint8Array> {
  const { caption } = letter;
  const due = [...new Set(letter.demands.map((d) => d.due).filter(Boolean))].sort();
  const file = new Document({
    title: 'Discovery letter',
    creator: 'Stopline',
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: 'demands',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent: { left: 500, hanging: 500 } } },
            },
          ],
        },
      ],
    },
    sections: [
      portrait({ caption: trimmed(caption), bates: '', madeUp: letter.madeUp, mark: letter.stamp ?? '' }, [
        body(longDay(letter.made)),
        body(`To the attorney for ${letter.otherSide}`),
        body(
          `Re: ${[trimmed(caption).parties, trimmed(caption).number, trimmed(caption).court].filter(Boolean).join(', ') || 'the case above'}`,
          {
            spacing: { before: 200, after: 200 },
          },
        ),
        body(
          `The defense asks for the following under ${AUTHORITIES.brady.cite}, and the rules of discovery that govern this case. Each request names where the record shows that the thing exists, or why the record cannot be read without it. If no such record exists, please say so in writing${due.length > 0 ? `, by ${longDay(due[0] as string)}` : ''}.`,
        ),
        ...(letter.demands.length === 0
          ? [body('Nothing is asked for yet.')]
          : letter.demands.flatMap(demand)),
        body('Please keep all of it, in its native form with its metadata, until this case is over.', {
          spacing: { before: 240, after: 160 },
        }),
        body('Respectfully,', { spacing: { before: 240, after: 700 } }),
        body('Attorney for the defense'),
        ...answers(letter.demands),
      ]),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const trimmed = (c: ExhibitPlan['caption']): ExhibitPlan['caption'] => ({
  court: printable(c.court, 200),
  parties: printable(c.parties, 200),
  number: printable(c.number, 80),
});

/** Why it is asked for, without what stands on the screen alone and without lines of tables that were typed. */
const whyOf = (d: Demand): string =>
  printable(d.why)
    .replace(/\.\.+/g, '.')
    .split(/(?<=\.) /)
    .filter(mayStand)
    .map(withoutLines)
    .join(' ');

function demand(d: Demand): Paragraph[] {
  const more = [
    whyOf(d) === '' ? '' : `Why: ${whyOf(d)}`,
    d.mentioned === '' ? '' : `Where it is mentioned: ${mentionedIn(d.mentioned)}`,
    d.state === 'draft'
      ? ''
      : `${STATE[d.state]}${d.sent === '' ? '' : ` (${longDay(d.sent)})`}${d.answer === '' ? '.' : `: “${printable(d.answer)}”`}`,
  ].filter(Boolean);
  return [
    new Paragraph({
      style: 'BodyText',
      numbering: { reference: 'demands', level: 0 },
      spacing: { after: 60 },
      keepNext: more.length > 0,
      children: [new TextRun(printable(d.asks))],
    }),
    ...more.map((t) => body(t, { indent: { left: 500 }, spacing: { after: 60 } })),
  ];
}

function answers(demands: readonly Demand[]): Paragraph[] {
  const none = demands.filter(
    (d) => d.state === 'answered' && /no such|does not exist|never existed|none exists/i.test(d.answer),
  );
  if (none.length === 0) return [];
  return [
    heading2('Answered: no such record exists'),
    ...none.map((d) => body(`${printable(d.asks)} (${longDay(d.sent)})`, { bullet: { level: 0 } })),
  ];
}
