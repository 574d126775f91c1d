import type { EventKind } from '../../record/vocabulary';

/** Who acts, where a line names him before the act: `Officer`, `Ofc. Dunn`, `He`. */
const OFFICER = String.raw`(?:(?:the )?(?:(?:first|second|1st|2nd|primary) )?(?:officer|ofc|deputy|dep|trooper|tpr|sgt|cop|police|handler|he|she)\.?(?: [A-Z][\w'-]+)? )?`;
const DRIVER = String.raw`(?:(?:the )?(?:driver|drvr|def(?:endant)?|client|subject|suspect|passenger|him|her|he|she|mr\.? [A-Z][\w'-]+)(?:'s)?)`;
const CAR =
  '(?:(?:the|his|her|their) )?(?:car|vehicle|veh|truck|van|suv|trunk|cab|back ?seat|interior|passenger (?:side|compartment))';
const DOG = '(?:(?:the|his|her|a) )?(?:k-?9|canine|dog|drug dog|k-?9 unit|dog unit)';
const PAPERS = `(?:(?:his|her|the|driver'?s) )?(?:license|licence|dl|ol|id|documents?|docs?|papers?|paperwork|registration|reg|insurance|proof of insurance)`;
const ALL_PAPERS = `${PAPERS}(?:(?:,| and| ?&|, and) ${PAPERS}){0,3}`;
const TICKET = '(?:(?:the|a|his|her) )?(?:(?:written|speeding|traffic|courtesy) )?(?:ticket|citation|cite)';
const WARNING = '(?:(?:the|a|his|her) )?(?:(?:written|verbal|courtesy) )?warning(?: ticket)?';
const BEGINS = '(?:(?:begins|starts|began|started|is) (?:to )?)';

/** Whole lines of somebody who watches a recording and notes what is done, in the present or as told; a line that says more, or what was not done, is not among them. */
export const WATCHED: readonly (readonly [string, EventKind])[] = [
  [
    `${OFFICER}(?:pulls|pulled) (?:over )?(?:${DRIVER}|${CAR})(?: over)?|(?:${CAR}|${DRIVER}) (?:is |was |gets |got )?pulled over`,
    'seizure-begins',
  ],
  [
    `${OFFICER}(?:walks|walked|goes|went|comes|came|approaches|approached)(?: up)?(?: to| toward| towards)? (?:${CAR}|${DRIVER}|(?:the )?(?:driver'?s?|passenger|pass)(?: side)?(?: window| door)|(?:the )?window)`,
    'approach',
  ],
  [
    `${OFFICER}(?:asks|asked|requests|requested)(?: ${DRIVER})?(?: for)? ${ALL_PAPERS}`,
    'documents-requested',
  ],
  [
    `${OFFICER}(?:takes|took|gets|got|receives|received|collects|collected) ${ALL_PAPERS}|${DRIVER} (?:hands|handed|gives|gave)(?: over| him| her| officer)? ${ALL_PAPERS}(?: over)?`,
    'documents-received',
  ],
  [
    `${OFFICER}(?:hands|handed|gives|gave|returns|returned)(?: back| ${DRIVER})?(?: back)? ${ALL_PAPERS}(?: back)?(?: to ${DRIVER})?`,
    'documents-returned',
  ],
  [
    `${OFFICER}(?:${BEGINS}?(?:runs|ran|running|checks|checked|checking)) (?:${ALL_PAPERS}|${DRIVER}(?: (?:license|info|name))?|(?:for )?warrants)(?: (?:through|with|over) (?:dispatch|the radio|computer|mdc|mdt|ncic))?`,
    'records-check',
  ],
  [
    `${OFFICER}${BEGINS}(?:writing|write|filling out|working on|typing)(?: up)?(?: on)? (?:${TICKET}|${WARNING})|${OFFICER}writes (?:${TICKET}|${WARNING})`,
    'writing',
  ],
  [
    `${OFFICER}(?:hands|handed|gives|gave|issues|issued)(?: back)?(?: ${DRIVER})? ${WARNING}(?:(?:,| and| ?&) ${ALL_PAPERS})?(?: (?:back|over|to ${DRIVER}))?`,
    'warning-issued',
  ],
  [
    `${OFFICER}(?:hands|handed|gives|gave|issues|issued)(?: back)?(?: ${DRIVER})? ${TICKET}(?:(?:,| and| ?&) ${ALL_PAPERS})?(?: (?:back|over|to ${DRIVER}))?`,
    'citation-issued',
  ],
  [
    String.raw`${OFFICER}(?:asks|asked|questions|questioned)(?: ${DRIVER})? about (?:drugs|guns|weapons|drugs (?:and|or|\/) (?:guns|weapons)|narcotics|contraband|money|large amounts of (?:cash|money|currency))`,
    'off-mission-questions',
  ],
  [
    `${OFFICER}(?:asks|asked)(?: ${DRIVER})? (?:where (?:he|she|they|${DRIVER}) (?:is|are|was|were) (?:coming from|going|headed|heading|going to)|about (?:his|her|their|the) (?:trip|travel|travels|travel plans|itinerary))`,
    'travel-questions',
  ],
  [
    `${OFFICER}(?:radios|radioed|calls|called|asks|asked|requests|requested)(?: dispatch)?(?: for| out)? ${DOG}`,
    'dog-requested',
  ],
  [
    `${DOG}(?: car| officer| vehicle| handler)? (?:pulls up|pulled up|shows up|gets there|is here|gets on scene)`,
    'dog-arrives',
  ],
  [
    `${OFFICER}${BEGINS}?(?:walks|walking|runs|running|leads|leading|takes|taking) ${DOG} (?:around|along) ${CAR}|${DOG} (?:${BEGINS}?(?:goes|going|walks|walking|circles|circling|runs|running|sniffs|sniffing))(?: around| along)? ${CAR}|${DOG} ${BEGINS}sniff(?:ing)?`,
    'sniff',
  ],
  [
    `${DRIVER} (?:agrees|agreed|consents|consented|says yes|said yes|says ok|says okay)(?: to (?:a |the )?search(?:(?: of)? ${CAR})?)`,
    'consent-given',
  ],
  [
    `${OFFICER}${BEGINS}(?:search(?:ing)?|the search(?: of)?) ${CAR}|${OFFICER}(?:searches|searched) ${CAR}`,
    'search',
  ],
  [
    String.raw`${OFFICER}(?:finds|found|locates|located|recovers|recovered) (?:(?:a |the |some )?(?:bag|baggie|bags|baggies|package) (?:of |with )?)?(?:suspected )?(?:meth\w*|marijuana|cannabis|cocaine|crack|heroin|fentanyl|drugs|narcotics|gun|a gun|firearm|a firearm|pistol|a pistol)(?: (?:in|under|behind) [\w ]{3,30})?`,
    'found',
  ],
  [`${OFFICER}(?:arrests|arrested) ${DRIVER}`, 'arrest'],
  [
    `${OFFICER}(?:puts|put|places|placed) ${DRIVER} (?:in|into) (?:(?:hand)?cuffs|(?:the )?(?:back of )?(?:(?:the|his|a) )?(?:cruiser|patrol car|police car|squad car))|${OFFICER}(?:handcuffs|handcuffed|cuffs|cuffed) ${DRIVER}|${DRIVER} (?:is |was )?(?:put|placed) in (?:(?:hand)?cuffs|(?:the )?(?:back of )?(?:(?:the|his|a) )?(?:cruiser|patrol car|police car|squad car))`,
    'secured',
  ],
  [`${OFFICER}(?:finishes|finished)(?: writing)? (?:${TICKET}|${WARNING})`, 'paper-finished'],
  [
    `${OFFICER}(?:tells|told) ${DRIVER} (?:that )?(?:he|she|they)(?:'s| is| are) free to (?:go|leave)`,
    'told-free',
  ],
  [`${OFFICER}(?:pats|patted|frisks|frisked) (?:${DRIVER}(?: down)?|down ${DRIVER})`, 'frisk'],
  [
    `${OFFICER}(?:tells|told|asks|asked|orders|ordered|has|had) ${DRIVER} (?:to )?(?:step|get) out(?: of ${CAR})?`,
    'ordered-out',
  ],
];
