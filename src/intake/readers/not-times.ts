/** Lengths, positions in a recording, ratios: digits with colons that are no time of day. */
const BEFORE =
  /(?:\belapsed(?:\s[\w ]{0,16})?:?|\blength[:=]?|\bduration[:=]?|\bruntime[:=]?|\bratio(?: of)?(?: about)?|\bdilut\w+(?: of)?|\bretention time:?|\b(?:in|out)[ -]?point:?|\bcorrection:?|\bcounter(?: reads?)?:?|\bposition:?|\bopen(?:ed)? for:?|\b(?:door|gate|held|left|prop\w*) open:?(?=\s*$)|\bopen time:?|\blasting|\btotal(?: time)?:?|\boffset:?|\bdrift(?: of)?:?|\b(?:fast|slow) by|[+±]|\b(?:utc|gmt)\s?[-+−–])\s*$/i;
const AFTER =
  /^\s*(?:min(?:ute)?s?\b|sec(?:ond)?s?\b|ratio\b|mm\b|dilution\b|into (?:the )?(?:video|clip|recording)|(?:on|of|by) (?:the |its |his )?(?:(?:video|camera|media|recording|player)(?:['’]?s)? )?(?:counter|timer)\b|long\b|(?:fast|slow|ahead|behind)\b(?! (?:moving|food)))/i;

/** Names of numbers that are no times: what stands before four bare digits. */
const NUMBERED =
  /(?:#|\$|\bno\.?|\bnum(?:ber)?|\bbadge|\bstar|\bunit|\broom|\brm\.?|\bext\.?|\broute|\brt\.?|\bus|\bfm|\bcr|\bsr|\bi|\blocker|\bitem|\btag|\bbag|\bcase|\bbeat|\bgrid|\bzone|\bvehicle|\bcar|\bapt\.?|\bsuite|\bbox|\bpo|\bid|\buser|\busr|\bpin|\bcode|\bform|\bserial|\bser\.?|\bop|\bsgt\.?|\bofc\.?|\bdep\.?|\bdet\.?|\blt\.?|\bplate|\binvoice|\bdept\.?|\bcourtroom|\bsection|\bsec\.?|§|\bstat\.?|\bcode \(test\)|\bhighway|\bhwy|\bmile|\bmm|\bsince|\byear|\bin|\bof|\bweigh\w*|\bmodel)\s*[:#]?\s*$/i;
const UNITS =
  /^\s*(?:feet|ft|miles?|mi\b|yards?|lbs?|pounds?|ounces?|oz\b|grams?|g\b|mg|kg|dollars|usd|mph|rpm|psi|block\b|blk\b|bytes|kb|mb|degrees|cc\b|ml\b|rounds?|people|persons|files?|pages?|entries|-\d(?!\d{3}(?!\d))|\/\d)/i;

/** Whether what stands at `at` is no time of day, by the words round it. `bare`: four digits without a colon. */
export function notATime(text: string, at: number, end: number, bare: boolean): boolean {
  const before = text.slice(Math.max(0, at - 32), at);
  const after = text.slice(end, end + 24);
  const token = text.slice(at, end);
  // `caught at 1826 hrs behind the house`: what says its half of the day or its hours is no length.
  const hours = bare || /[a-z]/i.test(token);
  if (BEFORE.test(before) || (AFTER.test(after) && !(hours && /^\s*(?:ahead|behind)\b/i.test(after))))
    return true;
  if (bare && /\btime (?:in|out|on|off|of \w+)\s*:?\s*$/i.test(before)) return false;
  if (bare) return NUMBERED.test(before) || UNITS.test(after);
  if (/\bin\s+$/.test(before) && /^\d{1,2}:\d{2}:\d{2}$/.test(token)) return true;
  // 0:03 is a length, unless a day stands before it or a.m. after it.
  return /^0:\d{2}(?::\d{2})?$/.test(token) && !/\d[/-]\d{1,2}[/-]\d{2,4}[ T]$/.test(before);
}
