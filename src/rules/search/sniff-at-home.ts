import { beforeGrounds } from '../order';
import { type Rule, startOf } from '../rule';

export const sniffAtHome: Rule = {
  id: 'sniff-at-home',
  section: 'search',
  name: 'A dog at the door of a home',
  finds: 'A sniff at a door, or on the ground beside a home, before any warrant.',
  bounds: 'from the sniff to the warrant',
  authorities: ['jardines'],
  answer: 'It was a common hallway, open to everybody.',
  settledBy: 'A plan of the building, and footage of where the dog stood.',
  run: (context) =>
    context.ofKind('sniff-at-home').map((sniff) =>
      beforeGrounds(context, {
        rule: 'sniff-at-home',
        key: sniff.id,
        title: 'A dog at the door of a home',
        act: sniff,
        at: startOf(sniff),
        grounds: context.ofKind('warrant-issued'),
        doubts: context.ofKind('consent-given'),
        measures: 'from the sniff to the first warrant',
        none: 'The record has no warrant.',
      }),
    ),
};
