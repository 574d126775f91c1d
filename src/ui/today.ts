/** The day it is here, `2026-11-25`: what is made in the evening is not dated tomorrow, as it would be in UTC. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}
