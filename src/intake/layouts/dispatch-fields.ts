import type { EventKind } from '../../record/vocabulary';
import { type Field, type MomentColumn, plainHeader } from './layout';

/** What the columns of a dispatch log can mean, beside its moments. */
export const DISPATCH_FIELDS: readonly Field[] = [
  {
    id: 'id',
    label: 'Call number',
    names: [
      'record id',
      'cad number',
      'call number',
      'incident number',
      'incident id',
      'event id',
      'call id',
      'cad id',
      'cad evnt id',
      'nopd item',
      'event number',
      'event #',
      'call #',
      'incident #',
      'cad #',
      'cfs #',
      'cfs number',
      'run number',
    ],
  },
  {
    id: 'description',
    label: 'What the call was',
    names: [
      'description',
      'call type',
      'type text',
      'call type original desc',
      'call type final desc',
      'typ desc',
      'nature',
      'event type',
      'incident type',
      'call nature',
      'nature of call',
      'problem',
      'type of call',
      'test',
      'test performed',
      'analysis',
      'procedure',
      'examination',
      'inmate',
      'inmate name',
      'detainee',
      'prisoner',
      'subject',
    ],
  },
  {
    id: 'item',
    label: 'Item',
    names: ['item', 'item #', 'item no', 'item number', 'exhibit', 'exhibit #', 'lab item', 'evidence item'],
  },
  {
    id: 'actor',
    label: 'Unit',
    names: ['unit id', 'unit', 'primary unit', 'reporting officer', 'car', 'officer'],
  },
  { id: 'zone', label: 'Zone', names: ['zone', 'time zone', 'timezone'] },
  {
    id: 'date',
    label: 'Date (of times that state none)',
    when: true,
    names: [
      'date',
      'call date',
      'incident date',
      'event date',
      'date of call',
      'date of incident',
      'log date',
    ],
  },
];

/** Words in a header that name a moment of a call, and the kind of event each becomes. */
export const MOMENTS: readonly (readonly [RegExp, string, EventKind])[] = [
  [/\b(occurr?ence|occurred)\b/, 'Occurrence', 'note'],
  [
    /\b(rcvd|recd|received|entry|entered|create|created|add ts|call time|phone pick up)\b/,
    'Call received',
    'note',
  ],
  [/\b(req|request|requested)\b/, 'Requested', 'note'],
  [/\b(dispatch|dispatched|disp|assignment|assigned)\b/, 'Dispatched', 'note'],
  [/\b(en ?route|enrt|enr|activation|responding)\b/, 'En route', 'note'],
  [/\b(at scene|on ?scene|arr|arrive|arrived|arrivd|arrival)\b/, 'On scene', 'note'],
  [/\b(transport|transporting)\b/, 'Transport', 'transport'],
  [/\b(sniff (start|begin|began)|start (of )?sniff)\b/, 'Sniff begins', 'sniff'],
  [/\b(sniff (end|stop)|end (of )?sniff)\b/, 'Sniff ends', 'note'],
  [/\b(alert time|time of alert)\b/, 'Alert', 'alert'],
  [/\b(clr|clrd|clear|cleared)\b/, 'Cleared', 'note'],
  [/\b(close|closed|closng)\b/, 'Closed', 'note'],
  [/\bcompleted?\b/, 'Completed', 'note'],
];

/** A heading that is the name of a moment and nothing else, as newer systems have it. */
const BARE =
  /^(call |time |unit )?(rcvd|recd|disp|enrt|enr|arr|arrd|clr|clrd|received|entered|created|requested|dispatched|assigned|en ?route|responding|arrived|on ?scene|at ?scene|transport(ing)?|clear(ed)?|closed|completed?|sniff (start|end|begin|stop))$/;

/** The columns that hold moments of a call, dates and times of one moment brought together. */
export function guessMoments(header: readonly string[]): MomentColumn[] {
  const found = new Map<string, { label: string; date: number; time: number; kind: EventKind }>();
  header.forEach((h, i) => {
    const plain = plainHeader(h);
    const bare = plain.replace(/ (?:local|utc|gmt|est|cst|mst|pst)$/, '');
    const hit = MOMENTS.find(([re]) => re.test(plain));
    if (
      !hit ||
      (!BARE.test(bare) &&
        !/\b(date|time|datetime|ts|create|dispatch|arrive|closed?|enroute|onscene|dispatched)\b/.test(plain))
    )
      return;
    const [, label, kind] = hit;
    const onlyDate = /\bdate\b/.test(plain) && !/\btime\b/.test(plain);
    const stem = plain.replace(/\b(date|time|datetime|ts)\b/g, '').trim() || label;
    const m = found.get(stem) ?? { label: uniqueLabel(found, label), date: -1, time: -1, kind };
    if (onlyDate) m.date = i;
    else m.time = i;
    found.set(stem, m);
  });
  const moments = [...found.values()];
  const ofCall =
    moments.some((m) => /^(Occurrence|Dispatched|En route)/.test(m.label)) ||
    header.some((h) => /\b(call|cad|run)\b/.test(plainHeader(h)));
  // What a laboratory received is no call: the moments of another matter are called what their headings say.
  return ofCall ? moments : moments.map((m) => ({ ...m, label: ownWords(header, m) || m.label }));
}

/** The heading of a moment without what only says that it is one: `Completed`. */
const ownWords = (header: readonly string[], m: { readonly date: number; readonly time: number }): string =>
  (header[m.time >= 0 ? m.time : m.date] ?? '')
    .replace(/[_\s]+/g, ' ')
    .replace(/\b(date\s*\/?\s*time|datetime|date|time|ts)\b/gi, '')
    .replace(/[()/\s-]+$/g, '')
    .trim();

function uniqueLabel(found: Map<string, { label: string }>, label: string): string {
  const same = [...found.values()].filter((m) => m.label.startsWith(label)).length;
  return same === 0 ? label : `${label} (${same + 1})`;
}
