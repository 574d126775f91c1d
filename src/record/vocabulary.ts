/**
 * The closed vocabulary of events. Everything the rules look for is one of these words;
 * a log may use them or be mapped to them on import.
 */

/** What an act is for, in the terms of Rodriguez v. United States: the business of the stop, or something else. */
export type KindClass =
  | 'seizure'
  | 'mission'
  | 'completion'
  | 'off-mission'
  | 'canine'
  | 'suspicion'
  | 'consent'
  | 'search'
  | 'arrest'
  | 'warrant'
  | 'coverage'
  | 'claim'
  | 'other';

interface KindInfo {
  /** A plain name for the screen. */
  readonly label: string;
  readonly of: KindClass;
  /** A span has a beginning and an end; the others are moments. */
  readonly span: boolean;
  /** One line: what the word means. */
  readonly means: string;
}

const moment = (of: KindClass, label: string, means: string): KindInfo => ({ label, of, span: false, means });
const span = (of: KindClass, label: string, means: string): KindInfo => ({ label, of, span: true, means });

export const KINDS = {
  'seizure-begins': moment('seizure', 'Seizure begins', 'the car yields, or the person submits'),
  'seizure-ends': moment('seizure', 'Seizure ends', 'the person is released'),
  approach: moment('mission', 'Approach', 'an officer walks up to the car'),
  'ordered-out': moment('other', 'Ordered out', 'driver or passenger told to leave the car'),
  'documents-requested': moment('mission', 'Documents asked for', 'licence, registration, insurance'),
  'documents-received': moment('mission', 'Documents received', 'the officer has the documents'),
  'documents-returned': moment('completion', 'Documents returned', 'all documents are back with the driver'),
  'records-check': span('mission', 'Records check', 'licence, registration or warrants check'),
  'mission-questions': span('mission', 'Questions on the stop', 'questions about the reason for the stop'),
  'off-mission-questions': span(
    'off-mission',
    'Unrelated questions',
    'drugs, money, travel, anything but the reason for the stop',
  ),
  'off-mission-check': span('off-mission', 'Unrelated check', 'a check that serves another investigation'),
  writing: span('mission', 'Writing', 'writing the warning or citation'),
  'warning-issued': moment('completion', 'Warning issued', 'the warning is in the driver’s hands'),
  'citation-issued': moment('completion', 'Citation issued', 'the citation is in the driver’s hands'),
  'mission-complete': moment(
    'completion',
    'Mission complete',
    'the officer’s own admission that the business of the stop was done',
  ),
  'claimed-violation': moment('claim', 'Claimed violation', 'what is said to justify the stop'),
  observation: moment('claim', 'Observation', 'what an officer claims to have seen'),
  seen: moment('claim', 'Seen', 'an annotator sees it on the footage'),
  'not-seen': moment('claim', 'Not seen', 'an annotator does not see it on the footage'),
  'suspicion-articulated': moment('suspicion', 'Suspicion articulated', 'an officer states specific facts'),
  'plain-view': moment('suspicion', 'Plain view', 'an officer sees contraband from where he may be'),
  'danger-stated': moment(
    'other',
    'Danger stated',
    'an officer states a fact of danger: a weapon, a bulge, a threat',
  ),
  'consent-asked': moment('consent', 'Consent asked', 'an officer asks for consent'),
  'consent-given': moment('consent', 'Consent given', 'the person agrees'),
  'consent-refused': moment('consent', 'Consent refused', 'the person says no'),
  'consent-withdrawn': moment('consent', 'Consent withdrawn', 'the person takes consent back'),
  'backup-requested': moment('other', 'Backup requested', 'another officer is called'),
  'backup-arrives': moment('other', 'Backup arrives', 'another officer is there'),
  'dog-requested': moment('canine', 'Dog requested', 'a canine unit is called'),
  'dog-arrives': moment('canine', 'Dog arrives', 'the dog is at the scene'),
  sniff: span('canine', 'Sniff', 'the dog works the car'),
  alert: moment('canine', 'Alert', 'the handler reports an alert'),
  'no-alert': moment('canine', 'No alert', 'the dog does not alert'),
  'sniff-at-home': span('canine', 'Sniff at a home', 'the dog works a door, or the ground beside a home'),
  frisk: span('search', 'Frisk', 'a pat-down of the person'),
  search: span('search', 'Search', 'of car, person or thing'),
  found: moment('search', 'Found', 'something is found'),
  'field-test': moment('search', 'Field test', 'a presumptive test at the scene'),
  secured: moment('other', 'Secured', 'the person is handcuffed or locked in a car'),
  arrest: moment('arrest', 'Arrest', 'the person is under arrest'),
  transport: span('arrest', 'Transport', 'the person is taken elsewhere'),
  'warnings-given': moment('arrest', 'Warnings given', 'Miranda warnings'),
  'custodial-questions': span('arrest', 'Custodial questions', 'questions put in custody'),
  'warrant-sought': moment('warrant', 'Warrant sought', 'the application is made'),
  'warrant-issued': moment('warrant', 'Warrant issued', 'a judge signs'),
  'warrant-executed': moment('warrant', 'Warrant executed', 'the search under it begins'),
  'premises-held': span('warrant', 'Premises held', 'premises or a person held while a warrant is sought'),
  'phone-seized': moment('search', 'Phone seized', 'a phone is taken'),
  'phone-opened': moment('search', 'Phone opened', 'its contents are looked at'),
  'probable-cause-finding': moment('arrest', 'Probable cause found', 'a judge’s finding'),
  recording: span('coverage', 'Recording', 'a camera records picture and sound'),
  buffer: span('coverage', 'Buffer', 'picture before the press, usually without sound'),
  muted: span('coverage', 'Muted', 'picture without sound'),
  'camera-off': span('coverage', 'Camera off', 'a camera that was there does not record'),
  access: moment(
    'other',
    'Place opened',
    'a locker or room log shows it opened; the description names the place',
  ),
  'lab-test': span('other', 'Laboratory test', 'the laboratory tests an item'),
  'lab-report': moment('other', 'Laboratory report', 'the laboratory reports on an item'),
  mention: moment(
    'other',
    'Mentioned',
    'the record speaks of a camera, log or report; the description names it',
  ),
  note: moment('other', 'Note', 'anything else the record says'),
  offer: moment('other', 'Offer', 'a plea offer'),
  deadline: moment('other', 'Deadline', 'a date that binds'),
  disclosure: moment('other', 'Disclosure', 'the State hands something over'),
  request: moment('other', 'Request', 'the defense asks for something'),
  treatment: moment('other', 'Treatment', 'mitigation: treatment'),
  'test-result': moment('other', 'Test result', 'mitigation or laboratory: a result'),
  employment: moment('other', 'Employment', 'mitigation: work'),
  payment: moment('other', 'Payment', 'to an informant'),
  testimony: moment('other', 'Testimony', 'what a witness swore'),
} as const satisfies Record<string, KindInfo>;

export type EventKind = keyof typeof KINDS;

export const EVENT_KINDS = Object.keys(KINDS) as EventKind[];

/** Whether a word belongs to the vocabulary. */
export function isEventKind(word: string): word is EventKind {
  return Object.hasOwn(KINDS, word);
}

/** What an act of this kind is for. */
export function classOf(kind: EventKind): KindClass {
  return KINDS[kind].of;
}
