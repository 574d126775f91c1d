import type { Mark } from '../../media/marks';
import { SHIPPED } from '../../media/shipped';
import type { Case } from '../../record/case';
import type { Clock } from '../../record/clock';
import type { Sampling } from '../../record/custody';
import type { Media } from '../../record/source';

/** A sample as it is written down: files that any case could be made of, and what a person would have added by hand. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly court: string;
  readonly zone: string;
  readonly madeUp: boolean;
  readonly what: string;
  readonly files: readonly string[];
  readonly offsets?: Readonly<Record<string, NonNullable<Clock['offset']>>>;
  readonly exhibits?: Readonly<Record<string, string>>;
  /** Item number to what was tested of it. */
  readonly sampling?: Readonly<Record<string, Sampling>>;
  readonly brackets?: Case['brackets'];
  readonly clip?: Clip;
  readonly relations?: readonly {
    readonly from: string;
    readonly to: string;
    readonly min: number;
    readonly max: number;
    readonly says: string;
  }[];
}

/** A recording that ships with the app, opened as the file of a source; see `test/media/sample-clip.ts`. */
interface Clip {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  readonly media: Media;
  /** What its overlay shows at the frame at `ms`, where the seconds change. */
  readonly overlay: { readonly ms: number; readonly shows: string; readonly date: string };
  readonly marks: readonly Mark[];
  /** ms of the counter from and to which the hearing shows it. */
  readonly shown: readonly [number, number];
}

/** The two samples, made from the same files and importers as any case. */
export const SAMPLES: readonly Sample[] = [
  {
    id: 'sample-rodriguez',
    title: 'Rodriguez v. United States',
    number: '575 U.S. 348 (2015)',
    court: 'facts as the Supreme Court states them; wording ours',
    zone: 'America/Chicago',
    madeUp: false,
    what: 'One officer, one dog, a warning at 12:27 or 12:28 and an alert seven or eight minutes later.',
    files: ['rodriguez-stop-log.csv'],
  },
  {
    id: 'sample-roadside',
    title: 'State v. Doe',
    number: 'No. 24-CR-118',
    court: 'made-up sample',
    zone: 'America/Chicago',
    madeUp: true,
    clip: {
      source: 'Property room camera',
      file: 'property-room.mp4',
      sha256: SHIPPED['property-room.mp4'] ?? '',
      media: {
        size: 191741,
        duration: 30_000,
        video: 'avc',
        audio: 'aac',
        width: 480,
        height: 270,
        rotation: 0,
        frames: 450,
        variable: false,
        made: '',
      },
      overlay: { ms: 1000, shows: '09:10:06', date: '2024-03-18' },
      marks: [
        {
          kind: 'note',
          at: 6000,
          end: 11_000,
          filmed: { frame: 90, endFrame: 165, overlay: '' },
          actor: 'Evidence clerk',
          description: 'Seal S-101 is turned to the camera and read aloud',
        },
        {
          kind: 'note',
          at: 15_000,
          end: 17_000,
          filmed: { frame: 225, endFrame: 255, overlay: '' },
          actor: 'Evidence clerk',
          description: 'The bag crosses the counter to somebody whom the form does not name',
        },
      ],
      shown: [5_000, 19_000],
    },
    what: 'A rural stop: four clocks that disagree, a body camera that starts late, a sniff after the warning, and an evidence room log with a gap and a changed seal, half a minute of it on film.',
    files: [
      'roadside-stop-log.csv',
      'roadside-cameras.csv',
      'roadside-custody.csv',
      'roadside-property-room.csv',
    ],
    offsets: {
      report: {
        min: -60_000,
        max: 60_000,
        why: 'the officer’s watch was set by dispatch at roll call that day (Tr. 14)',
      },
    },
    exhibits: {
      'Dispatch log': 'Ex. 4',
      'Report of Officer A': 'Ex. 2',
      'Body camera A': 'Ex. 3',
      'Dash camera': 'Ex. 5',
      'Custody form': 'Ex. 7',
      'Property room camera': 'Ex. 8',
    },
    sampling: {
      '2': {
        units: 50,
        tested: 4,
        negative: 0,
        netTested: 1.2,
        plusMinus: 0.04,
        netClaimed: 15,
        spread: 0.02,
      },
    },
    brackets: [
      { name: 'over 5 g (made up)', over: 5 },
      { name: 'over 10 g (made up)', over: 10 },
    ],
    relations: [
      {
        from: 'sniff',
        to: 'repsniff',
        min: 0,
        max: 0,
        says: 'The report’s “dog deployed” and the sniff on camera are one and the same',
      },
    ],
  },
];
