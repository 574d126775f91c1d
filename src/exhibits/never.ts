/**
 * What stands on the screen beside a finding and in no paper: facts and law for the other side, its answers, what weighs
 * against us, reminders to the drafter, and anything from memory. A rule says such things in premises; a paper leaves them
 * out by this list, and a test reads every paper against it.
 */
export const NEVER: readonly RegExp[] = [
  /(?<!counsel |attorney )\bfor the (State|government|prosecution)\b/i,
  /\bthe (State|government|prosecution) will (point|say|answer)/i,
  /\bwhether it suffices\b/i,
  /\bgo(es)? to (the )?weight\b/i,
  /\bnot (to )?(its )?admissibility\b/i,
  /\bgood faith\b/i,
  /\bsaved the evidence\b/i,
  /\bevidence stayed in\b/i,
  /\bwithout bad faith\b/i,
  /\bverify\b.{0,40}\bbefore filing\b/i,
  /\blegal advice\b/i,
  /\bfrom memory\b/i,
  /\bcite is not complete\b/i,
  /\b(it|comes after) is (itself )?contested\b/i,
  /\bwhether he may complain\b/i,
  /\bnothing says that it was passed on\b/i,
  /\bit does not show that it did not happen\b/i,
  /\bis for the (court|finder of fact)\b/i,
  /\bwatch it first\b/i,
  /\bfor the defense to show\b/i,
  /\bcould not be read, and may (?:tell|explain)\b/i,
  /\bmay explain it\b/i,
  /\brecording may not cover the whole time of the claim\b/i,
  /\bentry may be of the same opening\b/i,
  /\bthey may be by different methods\b/i,
  /\blook at the paper\b/i,
  /\bask (?:how much was consumed|before it is called|for their calibration)\b/i,
];

/** Whether a sentence may stand in a paper. */
export const mayStand = (text: string): boolean => !NEVER.some((never) => never.test(text));
