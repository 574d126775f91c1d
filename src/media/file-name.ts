/** What a file's name says of its making. A hint, never a fact: names are edited, and none of them states a zone. */
export interface NameHint {
  /** `2024-03-14`. */
  readonly date: string;
  /** `22:56` or `22:56:31`, as precise as the name. */
  readonly time: string;
  readonly officer: string;
  readonly device: string;
  /** The how-manieth piece of a longer recording, as the name counts; null where it does not say. */
  readonly segment: number | null;
  /** One sentence for the reader. */
  readonly says: string;
}

interface Pattern {
  readonly maker: string;
  readonly form: RegExp;
  readonly read: (m: RegExpExecArray) => Partial<NameHint> & { date: string; time: string };
}

const PATTERNS: readonly Pattern[] = [
  {
    // OfficerA_202511292256_311-0.mp4
    maker: 'Motorola',
    form: /^(.+?)_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)_([A-Za-z0-9]+)-(\d+)(?:\.\w+)?$/,
    read: (m) => ({
      officer: m[1] as string,
      date: `${m[2]}-${m[3]}-${m[4]}`,
      time: `${m[5]}:${m[6]}`,
      device: m[7] as string,
      segment: Number(m[8]),
    }),
  },
  {
    // Axon Body 3 Video 2023-10-24 1743, AXON_Body_2_Video_2024-11-29_2256_001.mp4
    maker: 'Axon',
    form: /^(axon[ _](?:body|fleet|flex)[ _]?\d?)[ _]video[ _](\d{4})-(\d\d)-(\d\d)[ _-](\d\d)(\d\d)(?!\d)/i,
    read: (m) => ({
      device: (m[1] as string).replaceAll('_', ' '),
      date: `${m[2]}-${m[3]}-${m[4]}`,
      time: `${m[5]}:${m[6]}`,
    }),
  },
  {
    // Anything with a day and a time in it, to the second or the minute: 20240314_140321, 2024-03-14 14.03.21
    maker: '',
    form: /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])[-_ T]+([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:m]?([0-5]\d))?(?!\d)/,
    read: (m) => ({ date: `${m[1]}-${m[2]}-${m[3]}`, time: `${m[4]}:${m[5]}${m[6] ? `:${m[6]}` : ''}` }),
  },
];

/** What the name of a file says, or null. */
export function hintOf(name: string): NameHint | null {
  for (const { maker, form, read } of PATTERNS) {
    const m = form.exec(name);
    if (!m) continue;
    const found = read(m);
    if (!isDay(found.date) || !isTime(found.time)) continue;
    const seconds = found.time.length > 5;
    const from = maker === '' ? 'The file name' : `A name as ${maker} gives it`;
    return {
      officer: '',
      device: '',
      segment: null,
      ...found,
      says: `${from} says ${found.date} ${found.time}, to the ${seconds ? 'second' : 'minute'}, in a zone it does not state. Names can be edited: check it against the overlay.`,
    };
  }
  return null;
}

function isDay(date: string): boolean {
  const t = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(t) && new Date(t).toISOString().slice(0, 10) === date;
}

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time);
