/** Which unit an epoch count has: seconds, milliseconds or microseconds since 1970. */
export type EpochUnit = 's' | 'ms' | 'us';

const PER_MS: Readonly<Record<EpochUnit, number>> = { s: 0.001, ms: 1, us: 1000 };

/**
 * Whether a column holds counts since 1970, and in which unit: every value is one, and either the heading says so
 * (`epoch`, `unix`), or they have the thirteen or sixteen figures that no written stamp has. Null for all else:
 * `20240314142705` and `202403141427` are stamps that a person can read.
 */
export function epochOf(heading: string, values: readonly string[]): EpochUnit | null {
  if (values.length === 0 || !values.every((v) => /^-?\d{9,17}(\.0+)?$/.test(v))) return null;
  const figures = values.reduce((n, v) => Math.max(n, v.replace(/^-|\.0+$/g, '').length), 0);
  const unit: EpochUnit | null =
    figures <= 11 ? 's' : figures === 13 || figures === 12 ? 'ms' : figures === 16 ? 'us' : null;
  if (unit === null) return null;
  const said = /\b(epoch|unix|posix)\b/i.test(heading.replace(/_/g, ' '));
  const alone = (unit === 'ms' && figures === 13) || (unit === 'us' && values.every((v) => /^-?1/.test(v)));
  return said || alone ? unit : null;
}

/** `2024-03-14T14:27:05Z` of a count; to the millisecond where it has them. */
export function epochText(count: string, unit: EpochUnit): string {
  const iso = new Date(Math.floor(Number(count) / PER_MS[unit])).toISOString();
  return iso.replace(/\.000Z$/, 'Z');
}

/** Whether a count stands for “missing”, as 1899-12-30 to 1900-01-01 do. */
export const isMissingCount = (count: string, unit: EpochUnit): boolean =>
  Number(count) / PER_MS[unit] < -2_208_816_000_000;
