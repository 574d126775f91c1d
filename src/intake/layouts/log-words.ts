import { type EventKind, KINDS } from '../../record/vocabulary';
import { actsIn } from '../readers/kinds';
import { kindOfText, kindOfWord } from './event-words';
import type { Mapping } from './layout';
import { kindTold } from './told-kinds';

/** Rows up to which a table is the log of one stop, whose lines are read as they are worded, too. */
const FEW = 2000;

const short = (word: string): string => (word.length > 60 ? `${word.slice(0, 60)}…` : word);

/** A kind that says only that something was written or changed: what it was stands in the words beside it. */
const WRAPPER =
  /^(?:~|(?:(?:unit|call|incident|event|cad|user|dispatch(?:er)?|officer|supp(?:lemental)?|free|general|misc(?:ellaneous)?)[ _-]?)*(?:comments?|cmts?|cm|cmnt|remarks?|rmk|rm|notes?|narr(?:ative)?|text|txt|msg|message|misc(?:ellaneous)?|info(?:rmation)?|status|log|update|entry|supp)(?:[ _-]?(?:text|status|line|info|added|add|adds|append(?:ed)?|entered|entry|created|posted|change|changed|changes|updated?|update|history|note|comment))*)$/i;

/** Nothing is known of a word, or no more than that something was remarked; who writes the kind `note` means a note. */
const isBare = (found: ReturnType<typeof kindOfWord>, word: string): boolean =>
  found === null || (found.kind === 'note' && !/^(?:note|other)$/i.test(word.trim()));

/** What the events of a log are called: kinds by their words, with the log's own words kept. */
export class Words {
  private readonly known = new Map<string, ReturnType<typeof kindOfWord>>();
  private readonly unknown = new Map<string, number>();
  private readonly slang = new Map<string, EventKind>();
  /** Words that tell of another act beside the one that they are entered as. */
  private readonly several = new Map<string, readonly [EventKind, readonly EventKind[]]>();
  /** A column “Event” holds short names; a column “Description” holds sentences. */
  private readonly named: boolean;

  /** No column but that of the remarks says what happened. */
  private readonly onlyRemarks: boolean;

  /** @param rows of the table */
  constructor(
    private readonly mapping: Mapping,
    private readonly rows: number,
  ) {
    this.named = 'remarks' in mapping.columns;
    this.onlyRemarks = this.named && !('kind' in mapping.columns) && !('description' in mapping.columns);
  }

  of(word: string, description: string, remarks: string): { kind: EventKind; text: string } {
    const text = description === '' ? remarks : remarks === '' ? description : `${description}: ${remarks}`;
    if (word !== '') {
      const found = this.look(word, kindOfWord);
      const wrapped = isBare(found, word) && WRAPPER.test(word) ? this.inside(description || remarks) : null;
      if (wrapped) return { kind: wrapped.kind, text: `${word}: ${text}` };
      if (!found) {
        this.unknown.set(word, (this.unknown.get(word) ?? 0) + 1);
        if (text === '') return { kind: 'note', text: word };
        const told = description === '' ? null : this.look(`${word}: ${description}`, () => null);
        return { kind: told?.kind ?? 'note', text: `${word}: ${text}` };
      }
      const own =
        word === found.kind ||
        word === KINDS[found.kind].label ||
        word.toLowerCase().replace(/[\s_]+/g, '-') === found.kind;
      return { kind: found.kind, text: own ? text : [word, text].filter((t) => t !== '').join(': ') };
    }
    const words = this.onlyRemarks ? remarks : description;
    if (words === '') return { kind: 'note', text };
    const found = this.look(words, kindOfText);
    const wrapped =
      isBare(found, description) && WRAPPER.test(description.trim()) ? this.inside(remarks) : null;
    if (wrapped) return { kind: wrapped.kind, text };
    if (found) return { kind: found.kind, text };
    if (this.named && words.length <= 40) this.unknown.set(words, (this.unknown.get(words) ?? 0) + 1);
    return { kind: 'note', text };
  }

  /** What an entry says that its kind only calls a comment or a change of status: `Status: On Scene`, `DISPATCHED -> AT_SCENE`. */
  private inside(words: string): ReturnType<typeof kindOfWord> {
    const said = words.replace(/^(?:new )?(?:status|comments?|remarks?|narrative|note)\s*[:=]\s*/i, '');
    return said === '' ? null : this.look(said.split(/\s*(?:->|→|=>)\s*/).at(-1) ?? said, kindOfText);
  }

  /** A log has few words and many rows: each is looked up once. */
  private look(word: string, read: typeof kindOfWord): ReturnType<typeof kindOfWord> {
    let found = this.known.get(word);
    if (found === undefined) {
      const chosen = this.mapping.kinds[word.toLowerCase()];
      found = chosen ? { kind: chosen, slang: false } : (read(word) ?? this.told(word));
      if (this.known.size < 10_000) this.known.set(word, found);
      if (found?.slang) this.slang.set(word, found.kind);
      if (found && !chosen && this.rows <= FEW && word.length > 12) this.lookForMore(word, found.kind);
    }
    return found;
  }

  private lookForMore(word: string, kind: EventKind): void {
    const more = new Set(actsIn(word).flatMap((a) => (a.kind === kind || a.kind === 'note' ? [] : a.kind)));
    if (more.size > 0) this.several.set(word, [kind, [...more]]);
  }

  private told(words: string): ReturnType<typeof kindOfWord> {
    const kind = this.rows > FEW ? null : kindTold(words);
    return kind && { kind, slang: true };
  }

  notices(): string[] {
    const said: string[] = [];
    if (this.slang.size > 0)
      said.push(
        `Words of this log are read as kinds: ${[...this.slang]
          .slice(0, 20)
          .map(([word, kind]) => `“${short(word)}” as ${KINDS[kind].label}`)
          .join(', ')}. Change them where your agency means something else.`,
      );
    if (this.several.size > 0)
      said.push(
        `One line, more than one act: ${[...this.several]
          .slice(0, 20)
          .map(
            ([word, [kind, more]]) =>
              `“${short(word)}” is entered as ${KINDS[kind].label}, and may tell of ${more.map((k) => KINDS[k].label).join(', ')}`,
          )
          .join('; ')}. Give what else was done an entry of its own.`,
      );
    const list = [...this.unknown].sort((a, b) => b[1] - a[1]);
    if (list.length > 0)
      said.push(
        `Not in the vocabulary, and kept as a note with the words in its text: ${list
          .slice(0, 20)
          .map(([word, n]) => `“${short(word)}” (${n} ${n === 1 ? 'row' : 'rows'})`)
          .join(
            ', ',
          )}${list.length > 20 ? ` and ${list.length - 20} more` : ''}. Map each to a kind if it is one.`,
      );
    return said;
  }
}
