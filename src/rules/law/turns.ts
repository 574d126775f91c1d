/** Rules whose status turns on the court of the case, and what turns; every other finding's law alone does. */
const TURNS: Readonly<Record<string, string>> = {
  'off-mission-detour':
    'Whether travel questions and history checks belong to a stop is decided by each circuit; Oregon asks of every question its purpose or its own ground.',
  'sniff-adds-time':
    'In some states a sniff of a car needs a ground of its own, whether or not it adds time.',
  'consent-in-extension': 'In some states asking for consent needs a ground of its own.',
  'sniff-enters-car': 'Idaho holds that a dog’s touch is a search; elsewhere it is argued.',
  'sniff-at-home': 'Courts differ on the shared hallways of apartments.',
  'search-before-cause':
    'In some states the smell of marijuana alone is no ground, and in Pennsylvania a car needs cause and an emergency.',
  'camera-hole': 'Colorado, Illinois and New Jersey have statutes on recordings that are missing.',
  'late-loss': 'Without a camera statute the law gives little for a recording that is lost.',
  'ai-report': 'California and Utah have statutes on reports drafted by a program.',
  'presentment-delay': 'The six hours are a rule of federal court.',
  'warrant-clock': 'Days and hours of Rule 41 bind in federal court; a state has its own.',
};

/** What turns on the court of the case; empty where only the standing of its law does. */
export const turnsOn = (rule: string): string => TURNS[rule] ?? '';
