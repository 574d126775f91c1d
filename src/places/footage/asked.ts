/** What the address bar asks for: `?rec=` recordings, the first leading, `&t=` ms of its counter. */
export function asked(): { recordings: string[]; t: number | null } {
  const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const t = query.get('t');
  return {
    recordings: (query.get('rec') ?? '').split(',').filter(Boolean),
    t: t === null ? null : Number(t),
  };
}
