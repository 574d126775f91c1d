import * as v from 'valibot';
import { EVENT_KINDS, type EventKind } from '../../record/vocabulary';
import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';
import { useKept } from '../../ui/use-kept';

const KeySetSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  keys: v.array(
    v.object({
      key: v.pipe(v.string(), v.length(1)),
      kind: v.picklist(EVENT_KINDS as [EventKind, ...EventKind[]]),
    }),
  ),
});
/** A set of one-key marks. */
export type KeySet = v.InferOutput<typeof KeySetSchema>;
const KeptSchema = v.object({ chosen: v.string(), sets: v.array(KeySetSchema) });

const from = (text: string): KeySet['keys'] =>
  text.split(' ').map((pair) => ({ key: pair.slice(0, 1), kind: pair.slice(2) as EventKind }));

export const STOP_SET: KeySet = {
  name: 'Traffic stop',
  keys: from(
    '1=seizure-begins 2=approach 3=documents-requested 4=documents-received 5=documents-returned 6=records-check 7=writing 8=warning-issued 9=off-mission-questions 0=mission-questions q=dog-arrives w=sniff e=alert a=suspicion-articulated s=search d=found f=frisk z=consent-asked x=consent-given v=consent-refused b=ordered-out h=arrest y=seen n=not-seen t=cannot-be-seen m=note',
  ),
};

/** Keys of the player: no mark can have them. */
export const TAKEN: Readonly<Record<string, string>> = {
  ' ': 'play, pause',
  j: 'play backwards, faster each time',
  k: 'stop',
  l: 'play, faster each time',
  ',': 'a frame back',
  '.': 'a frame on',
  i: 'in',
  o: 'out',
  r: 'loop from in to out',
  p: 'a still of the frame',
  u: 'a speaker’s turn begins',
  c: 'an entry from the line of the transcript',
  '/': 'jump to a time',
  ';': 'the next camera leads, at the same moment where the two are tied',
  "'": 'the next of its sounds is heard, where it holds several',
  '[': 'the other camera a frame earlier',
  ']': 'the other camera a frame later',
  '<': 'slower',
  '>': 'faster',
  g: 'go to another place',
  '?': 'keys',
};

const KEY = 'mark keys';

/** The sets of this browser, and the one in use. */
export function useKeySets(): {
  sets: readonly KeySet[];
  chosen: KeySet;
  choose: (name: string) => void;
  save: (set: KeySet) => void;
} {
  const kept = useKept(() => recall(db, KEY));
  const read = v.safeParse(KeptSchema, kept);
  const own = read.success ? read.output.sets : [];
  const sets = [...(own.some((s) => s.name === STOP_SET.name) ? [] : [STOP_SET]), ...own];
  const chosen = sets.find((s) => s.name === (read.success ? read.output.chosen : '')) ?? sets[0] ?? STOP_SET;
  return {
    sets,
    chosen,
    choose: (name) => void keep(db, KEY, { chosen: name, sets: own }),
    save: (set) =>
      void keep(db, KEY, { chosen: set.name, sets: [...own.filter((s) => s.name !== set.name), set] }),
  };
}
