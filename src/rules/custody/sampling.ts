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
  authorities: ['melendezDiaz'],
  answer: 'All the units look alike; sampling is accepted practice.',
  settledBy: 'The laboratory’s sampling plan, the weights of single units, and tests of more of them.',
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
  if (!weight || brackets.length === 0) return [];
  const sorted = [...brackets].sort((a, b) => a.over - b.over);
  const at = (g: number): number => sorted.filter((b) => g > b.over).length;
  const names = [`not over ${sorted[0]?.over} g`, ...sorted.map((b) => b.name)];
  return names.slice(at(weight.least), at(weight.most) + 1);
}

/** The four claims about one item, each with the units and the weight behind it. */
export function claimsOf(s: Sampling, brackets: readonly Bracket[]): SamplingClaim[] {
  const positive = s.tested - s.negative;
  const spread = s.plusMinus ?? 0;
  const weightOf = (units: number): SamplingClaim['weight'] =>
    s.netTested === null || positive === 0
      ? null
      : {
          least: Math.max(0, ((s.netTested - spread) * units) / positive),
          most: ((s.netTested + spread) * units) / positive,
        };
  const claim = (name: string, units: number, weight: SamplingClaim['weight']): SamplingClaim => ({
    name,
    units,
    weight,
    brackets: bracketsFor(weight, brackets),
  });
  return [
    claim('What was tested', positive, weightOf(positive)),
    ...[0.95, 0.99].map((c) => {
      const units = supportedUnits(s.units, s.tested, s.negative, c);
      return claim(`What the tests support at ${c * 100} %`, units, weightOf(units));
    }),
    claim(
      'What the State claims',
      s.units,
      s.netClaimed === null ? weightOf(s.units) : { least: s.netClaimed, most: s.netClaimed },
    ),
  ];
}

function judge(context: RuleContext, item: Item, s: Sampling): Finding[] {
  if (s.units === 0 || s.tested === s.units) return [];
  const claims = claimsOf(s, context.record.case.brackets);
  const [tested, at95, , claimed] = claims as [SamplingClaim, SamplingClaim, SamplingClaim, SamplingClaim];
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
      says: `${c.name}: ${c === claimed ? '' : 'at least '}${c.units} units${grams(c)}${c.brackets.length > 0 ? `: ${c.brackets.join(' or ')}` : ''}.`,
      row: null,
    })),
    { says: 'It holds if the units tested were drawn at random from units that look alike.', row: null },
    { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
  ];
  const lower = tested.brackets.length > 0 && at95.brackets.join() !== claimed.brackets.join();
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
