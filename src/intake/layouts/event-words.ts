import { type EventKind, KINDS, kindNamed } from '../../record/vocabulary';
import { radioKind } from './radio-words';

/** Short words of radio and log, and what they are written out: agencies differ, so what is read by them is told. */
const SHORT: Readonly<Record<string, string>> = {
  k9: 'k9',
  'k-9': 'k9',
  canine: 'k9',
  dog: 'k9',
  req: 'requested',
  reqd: 'requested',
  rq: 'requested',
  warr: 'warrants',
  requests: 'requested',
  request: 'requested',
  arr: 'arrives',
  arrived: 'arrives',
  arrive: 'arrives',
  arvd: 'arrives',
  'o/s': 'on scene',
  onscene: 'on scene',
  veh: 'vehicle',
  vehs: 'vehicle',
  car: 'vehicle',
  pos: 'positive',
  neg: 'negative',
  dl: 'license',
  ol: 'license',
  lic: 'license',
  licence: 'license',
  reg: 'registration',
  whl: 'whole',
  cit: 'citation',
  cite: 'citation',
  warn: 'warning',
  dvr: 'driver',
  drvr: 'driver',
  drv: 'driver',
  psgr: 'passenger',
  pass: 'passenger',
  pax: 'passenger',
  wrts: 'warrants',
  chk: 'check',
  ck: 'check',
  rtn: 'returned',
  rtnd: 'returned',
  ret: 'returned',
};

/** Words written out, and the kind that stands behind them. */
const SLANG: Readonly<Record<string, EventKind>> = {
  't stop': 'seizure-begins',
  'traffic stop initiated': 'seizure-begins',
  'initiated traffic stop': 'seizure-begins',
  '10 38': 'seizure-begins',
  '11 95': 'seizure-begins',
  'at window': 'approach',
  'at vehicle': 'approach',
  'contact driver': 'approach',
  'contacted driver': 'approach',
  'contact made': 'approach',
  'made contact': 'approach',
  'license check': 'records-check',
  'warrants check': 'records-check',
  'registration check': 'records-check',
  'ran license': 'records-check',
  'ran driver': 'records-check',
  'ran name': 'records-check',
  'ran plate': 'records-check',
  'ran tag': 'records-check',
  'ran registration': 'records-check',
  'ran warrants': 'records-check',
  'running license': 'records-check',
  'running driver': 'records-check',
  'writing cite': 'writing',
  cust: 'arrest',
  'in cust': 'arrest',
  'subj in cust': 'arrest',
  trans: 'transport',
  'k9 requested': 'dog-requested',
  'called k9': 'dog-requested',
  'k9 called': 'dog-requested',
  'k9 on scene': 'dog-arrives',
  'k9 arrives': 'dog-arrives',
  'k9 10 97': 'dog-arrives',
  'k9 10 23': 'dog-arrives',
  'k9 sniff': 'sniff',
  'k9 run': 'sniff',
  'ran k9': 'sniff',
  'deployed k9': 'sniff',
  'k9 deployed': 'sniff',
  'positive alert': 'alert',
  'alert positive': 'alert',
  'positive k9': 'alert',
  'k9 positive': 'alert',
  'k9 alerts': 'alert',
  'k9 alerted': 'alert',
  alerted: 'alert',
  'negative alert': 'no-alert',
  'no alert': 'no-alert',
  'vehicle search': 'search',
  'vehicle searched': 'search',
  'searched vehicle': 'search',
  'searching vehicle': 'search',
  'search vehicle': 'search',
  '10 4': 'note',
  '10 6': 'note',
  '10 7': 'note',
  '10 8': 'note',
  '10 23': 'note',
  '10 76': 'note',
  '10 97': 'note',
  '10 98': 'note',
  'code 4': 'note',
};

const FOUND =
  /^(found|located|recovered|seized) (a |an |some )?(meth\w*|marijuana|mj|weed|cannabis|cocaine|crack|heroin|fentanyl|drugs?|narcotics|contraband|pills?|gun|firearm|pistol|handgun|weapon|knife|bagg(y|ie|ies)|paraphernalia|pipe)\b/;

const plainOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[“”"’‘`]/g, '')
    .replace(/[.!]+$/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();

/** What a word stands for, and whether it took a reading of short words to know. */
export interface KindOfWord {
  readonly kind: EventKind;
  /** It is slang or a code, whose meaning differs between agencies: it is told. */
  readonly slang: boolean;
}

/** The kind behind a word of a log: the vocabulary's own, one written out, turned round, or a code. Null where nobody knows. */
export function kindOfWord(word: string): KindOfWord | null {
  const plain = plainOf(word);
  if (plain === '') return null;
  const named = kindNamed(plain);
  if (named) return { kind: named, slang: /\d/.test(plain) };
  const radio = radioKind(word);
  if (radio) return { kind: radio, slang: true };
  const tokens = plain
    .replace(/^(?:ts|t\/s|t-?stop|tstop|traf(?:fic)? ?stp?|trf stop)$/, 't stop')
    // K9REQ, K9ARR, DLCHK, REQK9: codes of dispatch systems, run together.
    .replace(/\bk-9\b/g, 'k9')
    .replace(/^k-?9(?=[a-z])/, 'k9 ')
    .replace(/^(req|ran|call|arr)k-?9$/, '$1 k9')
    .replace(/^(dl|ol|reg|warr?)(chk|ck)$/, '$1 $2')
    .replace(/[-/](?=\d)/g, ' ')
    .split(' ')
    .map((t) => (Object.hasOwn(SHORT, t) ? (SHORT[t] as string) : t));
  const long = tokens.join(' ');
  const turned = tokens.length === 2 ? `${tokens[1]} ${tokens[0]}` : long;
  for (const w of [long, turned]) {
    const kind = (Object.hasOwn(SLANG, w) ? SLANG[w] : undefined) ?? kindNamed(w);
    if (kind) return { kind, slang: true };
  }
  return FOUND.test(plain) ? { kind: 'found', slang: true } : null;
}

/** Where the words of an event go on after its name: `Cited: warning handed over`. */
const HEAD = /^([^:;,(–—]{2,40}?)\s*(?:[:;,(–—]|\s-\s)/;

/** `TRAFFIC STOP AB12345 I-55 MP 94`: the words of a stop, and behind them a plate or a place. */
const stopWith = (text: string): KindOfWord | null =>
  /^(?:(?:traffic|veh(?:icle)?|t)[ -]?stop|t\/s|ts)\b[ :,-]+(?=\S*\d|on\b|at\b|@|w\/)(?!.*\b(?:end|over|clear|complet|cancel|conclu|video|report|data|form|from|request|assist)\w*)/i.test(
    text,
  )
    ? { kind: 'seizure-begins', slang: true }
    : null;

/**
 * The kind that the text of an event names: by the whole of it, or by what stands before the first mark. Kinds of the
 * office are never read out of a text. Null where the text is a sentence like any other.
 */
export function kindOfText(text: string): KindOfWord | null {
  if (text.length > 200) return null;
  const radio = radioKind(text);
  if (radio) return { kind: radio, slang: true };
  const whole = text.length <= 40 ? kindOfWord(text) : null;
  const head = whole ? null : HEAD.exec(text)?.[1];
  const found = whole ?? (head ? kindOfWord(head) : null) ?? stopWith(text);
  return found && KINDS[found.kind].leaves ? found : null;
}
