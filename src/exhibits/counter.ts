const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');

/** The counter of a recording as the courts write it, `00:03:15`: the second that it shows. @param ms of the counter */
export const counterText = (ms: number): string => {
  const s = ms / 1000;
  return `${two(s / 3600)}:${two((s / 60) % 60)}:${two(s % 60)}`;
};
