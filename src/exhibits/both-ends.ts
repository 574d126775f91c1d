interface Line {
  readonly says: string;
  readonly cite: string;
}

/** A proof as it is printed: its lines, then what follows from them. */
interface Printed {
  readonly lines: readonly Line[];
  readonly concludes: string;
}

/** A reading by one end: what it is of, which end, the time, and the rest of the sentence. */
const END = /^(.*) no (later|earlier) than (\S+(?: \S+)?) (by .*|on the recording.*)$/s;

/** One line that says both ends of a reading, or null where the two are not of one. */
function together(a: Line, b: Line): Line | null {
  if (a.cite !== b.cite) return null;
  if (a.says === b.says) return a;
  const [x, y] = [END.exec(a.says), END.exec(b.says)];
  if (!x || !y || x[1] !== y[1] || x[4] !== y[4] || x[2] === y[2]) return null;
  const [early, late] = x[2] === 'earlier' ? [x[3], y[3]] : [y[3], x[3]];
  return {
    ...a,
    says:
      early === late
        ? `${x[1]} at ${early} ${x[4]}`
        : `${x[1]} no earlier than ${early}, no later than ${late}, ${x[4]}`,
  };
}

/** `So from A to B: at least 2 min.` and `So from A to B: at most 3 min.` in one sentence; null where they do not begin alike. */
function concluded(a: string, b: string): string | null {
  const at = a.lastIndexOf(': ') + 2;
  if (at <= 1 || !b.startsWith(a.slice(0, at))) return null;
  // Where both ends are one length it is said once.
  const [least, most] = [a, b].map((s) => /^at (?:least|most) (.+)$/.exec(s.slice(at))?.[1]);
  if (least !== undefined && least === most) return `${a.slice(0, at)}${least}`;
  return `${a.replace(/\.$/, '')}, ${b.slice(at)}`;
}

/** Proofs for paper: the two ends of one interval that rest on the same lines are proved once. */
export function bothEnds(proofs: readonly Printed[]): Printed[] {
  const out: Printed[] = [];
  for (const p of proofs) {
    const last = out.at(-1);
    const lines =
      last && last.lines.length === p.lines.length
        ? last.lines.map((l, i) => together(l, p.lines[i] as Line))
        : null;
    const concludes = last && lines?.every((l) => l !== null) ? concluded(last.concludes, p.concludes) : null;
    if (lines && concludes !== null) out[out.length - 1] = { lines: lines as Line[], concludes };
    else out.push(p);
  }
  return out;
}
