import type { Bracket } from '../../record/case';
import type { Item, Sampling } from '../../record/custody';
import type { Finding, Premise } from '../finding';
import { makeFinding } from '../make-finding';
import type { Rule, RuleContext } from '../rule';
import { itemName } from './chain';
import { supportedUnits } from './hypergeometric';

export const sampling: Rule = {
  id: 'sampling',
  section: 'custody',
  name: 'Tested in part, claimed in whole',
  finds: 'n of N units tested and the rest inferred: how many units, and how much weight, the tests support.',
  bounds: '',
  settledBy: 'The laboratory’s sampling plan, the weights of single units, and tests of more of them.',
  answers: 'accepted practice / a jury may infer from like units / a mixture counts whole',
  run: (context) =>
    context.record.items.flatMap((item) => (item.sampling ? judge(context, item, item.sampling) : [])),
};

/** What is supported by the tests alone, by statistics, and what is claimed; weights in g, null where the report gives none. */
export interface SamplingClaim {
  readonly name: string;
  readonly units: number;
  readonly weight: { readonly least: number; readonly most: number } | null;
  /** Brackets of the case in which that weight can fall, lowest first; empty where there are none. */
  readonly brackets: readonly string[];
}

/** The brackets in which a weight between two ends can fall: `under 5 g` where it is over none. */
function bracketsFor(weight: SamplingClaim['weight'], brackets: readonly Bracket[]): string[] {
  const sorted = [...brackets].sort((a, b) => a.over - b.over);
  const [lowest] = sorted;
  if (!weight || !lowest) return [];
  const at = (g: number): number => sorted.filter((b) => g > b.over).length;
  const names = [`not over ${lowest.over} g`, ...sorted.map((b) => b.name)];
  return names.slice(at(weight.least), at(weight.most) + 1);
}

type Confidence = 0.95 | 0.99;

/** Student's t, one-sided, by degrees of freedom: those listed, and for the ones between the next lower, which claims less. */
const T: readonly (readonly [number, number, number])[] = [
  [1, 6.314, 31.821],
  [2, 2.92, 6.965],
  [3, 2.353, 4.541],
  [4, 2.132, 3.747],
  [5, 2.015, 3.365],
  [6, 1.943, 3.143],
  [7, 1.895, 2.998],
  [8, 1.86, 2.896],
  [9, 1.833, 2.821],
  [10, 1.812, 2.764],
  [15, 1.753, 2.602],
  [20, 1.725, 2.528],
  [30, 1.697, 2.457],
  [60, 1.671, 2.39],
  [120, 1.658, 2.358],
];

function studentT(freedom: number, confidence: Confidence): number {
  const [, at95, at99] = T.findLast(([df]) => df <= freedom) ?? (T[0] as (typeof T)[number]);
  return confidence === 0.95 ? at95 : at99;
}

/** The four claims about one item, each with the units and the weight behind it. */
export function claimsOf(s: Sampling, brackets: readonly Bracket[]): SamplingClaim[] {
  const positive = s.tested - s.negative;
  const tested =
    s.netTested === null || positive === 0
      ? null
      : { least: Math.max(0, s.netTested - (s.plusMinus ?? 0)), most: s.netTested + (s.plusMinus ?? 0) };
  // Of units that nobody weighed the weight follows only from how much single units differ.
  const inferred = (units: number, confidence: Confidence): SamplingClaim['weight'] => {
    if (!tested || s.spread === undefined || positive < 2) return null;
    const off = (studentT(positive - 1, confidence) * s.spread) / Math.sqrt(positive);
    return {
      least: Math.max(0, units * (tested.least / positive - off)),
      most: units * (tested.most / positive + off),
    };
  };
  const claim = (name: string, units: number, weight: SamplingClaim['weight']): SamplingClaim => ({
    name,
    units,
    weight,
    brackets: bracketsFor(weight, brackets),
  });
  return [
    claim('What was tested', positive, tested),
    ...([0.95, 0.99] as const).map((c) => {
      const units = supportedUnits(s.units, s.tested, s.negative, c);
      return claim(`What the tests support at ${c * 100} %`, units, inferred(units, c));
    }),
    claim(
      'What the prosecution claims',
      s.units,
      s.netClaimed === null ? null : { least: s.netClaimed, most: s.netClaimed },
    ),
  ];
}

function judge(context: RuleContext, item: Item, s: Sampling): Finding[] {
  if (s.units === 0 || s.tested === s.units) return [];
  const claims = claimsOf(s, context.record.case.brackets);
  const [, at95, , claimed] = claims as [SamplingClaim, SamplingClaim, SamplingClaim, SamplingClaim];
  const grams = (c: SamplingClaim): string =>
    c.weight
      ? `, ${round(c.weight.least)}${c.weight.most - c.weight.least > 0.0005 ? ` to ${round(c.weight.most)}` : ''} g`
      : '';
  const premises: Premise[] = [
    {
      says: `${s.tested} of ${s.units} units were tested; ${s.negative === 0 ? 'none was' : `${s.negative} were`} negative.`,
      row: null,
    },
    ...claims.map((c) => ({
      says: `${c.name}: ${c === claimed ? '' : 'at least '}${c.units} units${grams(c)}${c.brackets.length > 0 ? `: ${c.brackets.length > 1 ? 'either ' : ''}${c.brackets.join(' or ')}` : ''}.`,
      row: null,
    })),
    ...(s.netTested !== null && s.spread === undefined
      ? [
          {
            says: 'How much single units differ in weight is not given: without it the tests support units, and no weight of the rest.',
            row: null,
          },
        ]
      : []),
    { says: 'A mixture counts whole.', row: null },
    { says: 'It holds if the units tested were drawn at random from units that look alike.', row: null },
    { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
  ];
  const lower = at95.brackets.length > 0 && at95.brackets.join() !== claimed.brackets.join();
  return [
    makeFinding('sampling', item.id, {
      status: 'established',
      title: `${itemName(context, item.id)}: the tests support ${at95.units} of ${s.units} units${lower ? ', and a lower bracket' : ''}`,
      item: item.id,
      premises,
    }),
  ];
}

const round = (g: number): number => Math.round(g * 1000) / 1000;
