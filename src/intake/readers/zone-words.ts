const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  akst: '-09:00',
  akdt: '-08:00',
  hst: '-10:00',
};
/** A zone as the grammar writes it: `Z`, `-05:00`; empty for what is none. */
export const zoneOf = (text: string | undefined): string => {
  if (!text) return '';
  const known = ZONES[text.toLowerCase()];
  return known ?? (text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`);
};

/** The zone that stands behind four figures. */
export const zoneAfter = (text: string, at: number): string =>
  zoneOf(/^\s(Z|UTC|GMT|A?K?[ECMPH][SD]T)\b/.exec(text.slice(at))?.[1]);
