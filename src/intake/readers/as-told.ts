/** Acts as people note them while they watch, and as reports tell them. */
const PAST: Readonly<Record<string, string>> = {
  hands: 'handed',
  gives: 'gave',
  issues: 'issued',
  returns: 'returned',
  asks: 'asked',
  tells: 'told',
  writes: 'wrote',
  starts: 'started',
  begins: 'began',
  approaches: 'approached',
  calls: 'called',
  requests: 'requested',
  runs: 'ran',
  checks: 'checked',
  walks: 'walked',
  pats: 'patted',
  orders: 'ordered',
  removes: 'removed',
  finds: 'found',
  locates: 'located',
  cuffs: 'cuffed',
  stops: 'stopped',
  pulls: 'pulled',
  reads: 'read',
  places: 'placed',
  arrests: 'arrested',
  deploys: 'deployed',
  hits: 'hit',
  indicates: 'indicated',
  sits: 'sat',
  consents: 'consented',
  refuses: 'refused',
  declines: 'declined',
};
/** What is noted in the present, as a report tells it: `hands him the warning` as `handed him the warning`. */
export const asTold = (text: string): string =>
  text.replace(/\b[a-z]+s\b/gi, (word) => {
    const past = PAST[word.toLowerCase()];
    return past ?? word;
  });
