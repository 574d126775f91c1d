import { BRIEF, type KindInfo, moment, span } from './kind';

/** The words for what a stop turns into: the dog, the search, the arrest and what is said in custody. */
export const KINDS_OF_SEARCH = {
  'dog-requested': span(
    'canine',
    'Dog requested',
    'a canine unit is called, and briefed',
    'k9 requested|k-9 requested|canine requested|k9 called|dog called|request k9|k9 request',
    BRIEF,
  ),
  'dog-arrives': moment(
    'canine',
    'Dog arrives',
    'the dog is at the scene',
    'k9 arrived|k-9 arrived|canine arrives|k9 on scene|canine on scene|k9 arrives|dog on scene|k9 at scene',
  ),
  sniff: span(
    'canine',
    'Sniff',
    'the dog works the car',
    'k9 sniff|canine sniff|dog sniff|free air sniff|open air sniff|k9 deployed|dog deployed|canine deployed|k9 deployment|air sniff',
  ),
  'dog-contact': moment(
    'canine',
    'Dog touches the car',
    'nose, paw or body touches or enters the car',
    'dog enters car|dog enters vehicle|dog jumps up|dog jumps in|dog touches car|k9 enters vehicle|nose in window',
  ),
  alert: moment(
    'canine',
    'Alert',
    'the handler reports an alert',
    'k9 alert|dog alerts|canine alert|positive alert|final response|indication',
    {
      look: 'dot',
    },
  ),
  'no-alert': moment(
    'canine',
    'No alert',
    'the dog does not alert',
    'k9 negative|negative sniff|dog does not alert|no indication',
  ),
  'sniff-at-porch': span(
    'canine',
    'Sniff at a porch',
    'the dog works a porch, a door from it, or the ground beside a house',
    'porch sniff|sniff at porch|sniff at front door',
  ),
  'sniff-in-hallway': span(
    'canine',
    'Sniff in a hallway',
    'the dog works a door in a shared hallway',
    'hallway sniff|apartment sniff|sniff in hallway|sniff at apartment door',
  ),
  'sniff-at-home': span(
    'canine',
    'Sniff at a home',
    'the dog works at a home; the place is not said',
    'home sniff|residence sniff|sniff at residence|sniff at house',
  ),
  frisk: span(
    'search',
    'Frisk',
    'a pat-down of the person',
    'pat down|patdown|pat-down|terry frisk|weapons frisk',
  ),
  search: span(
    'search',
    'Search',
    'of a car or a thing',
    'vehicle search|search begins|car searched|vehicle searched|search of vehicle|probable cause search|consent search|trunk searched',
  ),
  'search-person': span(
    'search',
    'Search of the person',
    'of a person beyond a pat-down',
    'person searched|searched person|search of person|pockets searched|strip search',
  ),
  inventory: span(
    'search',
    'Inventory',
    'a list is made of what is in a car or thing that is kept',
    'inventory search|vehicle inventory|tow inventory|inventoried',
  ),
  'impound-decided': moment(
    'search',
    'Impound decided',
    'it is decided to tow or keep the car',
    'impound|impounded|tow requested|tow called|vehicle impounded|tow truck requested',
  ),
  found: moment(
    'search',
    'Found',
    'something is found',
    'contraband found|drugs found|located|discovered|evidence found|narcotics located',
  ),
  'field-test': moment(
    'search',
    'Field test',
    'a presumptive test at the scene',
    'presumptive test|tested positive|nik test|field tested',
  ),
  secured: moment(
    'other',
    'Secured',
    'the person is handcuffed or locked in a car',
    'handcuffed|cuffed|in handcuffs|placed in patrol car|detained in handcuffs|placed in cuffs',
  ),
  arrest: moment(
    'arrest',
    'Arrest',
    'the person is under arrest',
    'in custody|arrested|under arrest|one in custody|10-15|placed under arrest',
  ),
  transport: span(
    'arrest',
    'Transport',
    'the person is taken elsewhere',
    'transported|transporting|en route to jail|transport to jail',
  ),
  released: moment(
    'arrest',
    'Released from custody',
    'the person is let out of custody after an arrest',
    'released from custody|released on bond|bonded out|released on recognizance|bailed|released from jail',
  ),
  'warnings-given': moment(
    'arrest',
    'Warnings given',
    'Miranda warnings',
    'miranda|mirandized|miranda given|miranda warnings|rights read|advised of rights',
  ),
  'custodial-questions': span(
    'arrest',
    'Custodial questions',
    'questions put in custody',
    'interrogation|interview|custodial interview|questioned in custody',
  ),
  statement: moment(
    'other',
    'Statement',
    'what the person says that the State may use',
    'confession|admission|admits|utterance|spontaneous utterance|confesses',
  ),
} as const satisfies Record<string, KindInfo>;
