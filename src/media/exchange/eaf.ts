import type { EventKind } from '../../record/vocabulary';
import { clean, kindAndWords, labelOf, type MarksRead, type PlainMark } from './mark';

/** A moment is as short in ELAN as may be, ms, and its tier’s type says what it is. */
const SHORT = 1;
const MOMENT = 'moment';
const SPAN = 'span';

const attribute = (text: string): string =>
  clean(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (all, cdata, dec, hex, name) => {
      if (cdata !== undefined) return cdata as string;
      if (name) return ENTITIES[name] ?? (all as string);
      const point = dec ? Number(dec) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );

interface Tier {
  readonly name: string;
  readonly kind: EventKind;
  readonly who: string;
  readonly type: typeof MOMENT | typeof SPAN;
  readonly marks: PlainMark[];
}

const endOf = (m: PlainMark): number => m.to ?? m.from + SHORT;

/** One tier a kind and person; ELAN lets no two annotations of a tier overlap, so that a second tier takes what does. */
function tiersOf(marks: readonly PlainMark[]): Tier[] {
  const tiers: Tier[] = [];
  for (const m of [...marks].sort((a, b) => a.from - b.from)) {
    const type = m.to === null ? MOMENT : SPAN;
    const alike = tiers.filter((t) => t.kind === m.kind && t.who === m.who);
    const free = alike.find((t) => t.type === type && endOf(t.marks.at(-1) as PlainMark) <= m.from);
    if (free) {
      free.marks.push(m);
      continue;
    }
    const label = `${labelOf(m.kind)}${alike.length === 0 ? '' : ` #${alike.length + 1}`}`;
    const name = m.who === '' ? label : `${label} – ${m.who}`;
    tiers.push({ name, kind: m.kind, who: m.who, type, marks: [m] });
  }
  return tiers;
}

/** Marks as a document of ELAN, on the recording that it names. @param file name of the recording @param made `2026-11-26T12:00:00Z` */
export function eafOfMarks(marks: readonly PlainMark[], file: string, made: string): string {
  const slots: string[] = [];
  const slot = (ms: number): string => {
    slots.push(`<TIME_SLOT TIME_SLOT_ID="ts${slots.length + 1}" TIME_VALUE="${ms}"/>`);
    return `ts${slots.length}`;
  };
  let n = 0;
  const tiers = tiersOf(marks).map(({ name, who, type, marks: of }) => {
    const annotations = of.map(
      (m) =>
        `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${++n}" TIME_SLOT_REF1="${slot(m.from)}" TIME_SLOT_REF2="${slot(Math.max(endOf(m), m.from + SHORT))}"><ANNOTATION_VALUE>${attribute(m.what)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
    );
    return `<TIER LINGUISTIC_TYPE_REF="${type}" PARTICIPANT="${attribute(who)}" TIER_ID="${attribute(name)}">${annotations.join('\n')}</TIER>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="${made}" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///${attribute(encodeURIComponent(file))}" MIME_TYPE="unknown"/></HEADER>
<TIME_ORDER>
${slots.join('\n')}
</TIME_ORDER>
${tiers.join('\n')}
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="${SPAN}" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="${MOMENT}" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
`;
}

function attributesOf(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [
      m[1] as string,
      plain(m[2] ?? m[3] ?? ''),
    ]),
  );
}

/** Reads a document of ELAN: each annotation with times of its own is a mark of its tier’s kind, and its participant’s. */
export function marksOfEaf(text: string): MarksRead {
  if (!/<ANNOTATION_DOCUMENT[\s>]/.test(text)) return { marks: [], refused: ['It is no document of ELAN.'] };
  const times = new Map(
    [...text.matchAll(/<TIME_SLOT\s([^>]*?)\/?>/g)].map((m) => {
      const of = attributesOf(m[1] as string);
      return [of.get('TIME_SLOT_ID') ?? '', of.get('TIME_VALUE')] as const;
    }),
  );
  const marks: PlainMark[] = [];
  const refused: string[] = [];
  for (const [, head = '', body = ''] of text.matchAll(/<TIER\s([^>]*?)(?:\/>|>([\s\S]*?)<\/TIER>)/g)) {
    const tier = attributesOf(head);
    const name = tier.get('TIER_ID') ?? '';
    const who = tier.get('PARTICIPANT') ?? '';
    const label = who !== '' && name.endsWith(` – ${who}`) ? name.slice(0, -who.length - 3) : name;
    const word = label.replace(/ #\d+$/, '');
    const hanging = body.match(/<REF_ANNOTATION\s/g)?.length ?? 0;
    if (hanging > 0)
      refused.push(`Tier “${name}”: ${hanging} annotations hang on others and have no times of their own.`);
    for (const [, on = '', inside = ''] of body.matchAll(
      /<ALIGNABLE_ANNOTATION\s([^>]*)>([\s\S]*?)<\/ALIGNABLE_ANNOTATION>/g,
    )) {
      const of = attributesOf(on);
      const [from, to] = ['TIME_SLOT_REF1', 'TIME_SLOT_REF2'].map((r) => times.get(of.get(r) ?? ''));
      const said = plain(/<ANNOTATION_VALUE>([\s\S]*?)<\/ANNOTATION_VALUE>/.exec(inside)?.[1] ?? '');
      if (from === undefined || to === undefined || !/^\d+$/.test(from) || !/^\d+$/.test(to)) {
        refused.push(`Tier “${name}”: “${said.slice(0, 60)}” has no time.`);
        continue;
      }
      const { kind, what } = kindAndWords(word, said);
      marks.push({
        kind,
        from: Number(from),
        to: tier.get('LINGUISTIC_TYPE_REF') === MOMENT ? null : Number(to),
        who,
        what,
        frame: null,
        endFrame: null,
      });
    }
  }
  return { marks: marks.sort((a, b) => a.from - b.from), refused };
}
