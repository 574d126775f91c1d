/** ln n! for n = 0, 1, 2 ... up to the most that was asked for. */
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++)
    logFactorials.push((logFactorials[i - 1] as number) + Math.log(i));
  return logFactorials[n] as number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Probability that at least `x` of `n` units drawn are positive, where `positive` of `units` are: the hypergeometric distribution. */
export function atLeastPositive(x: number, n: number, positive: number, units: number): number {
  let sum = 0;
  for (let i = Math.max(x, n - (units - positive)); i <= Math.min(n, positive); i++) {
    sum += Math.exp(logChoose(positive, i) + logChoose(units - positive, n - i) - logChoose(units, n));
  }
  return Math.min(1, sum);
}

/**
 * The least number of positive units that a sample supports: `n` of `units` tested, `negative` of them negative, at a
 * confidence such as 0.95 (one-sided), as in the ENFSI and UNODC guidelines on representative drug sampling: the
 * smallest number of positive units with which so many positives would come up more often than 1 - confidence.
 */
export function supportedUnits(units: number, n: number, negative: number, confidence: number): number {
  const x = n - negative;
  let [lo, hi] = [x, units - negative];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (atLeastPositive(x, n, mid, units) > 1 - confidence + 1e-12) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}
