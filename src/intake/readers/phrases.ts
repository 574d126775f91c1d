import type { EventKind } from '../../record/vocabulary';

/** One phrase of the field, with the act that it tells. */
interface Phrase {
  readonly kind: EventKind;
  readonly says: RegExp;
}

const p = (kind: EventKind, says: RegExp): Phrase => ({ kind, says });
const CAR =
  '(?:car|vehicle|truck|pickup|van|suv|sedan|coupe|auto|automobile|dodge|ford|honda|chevrolet|chevy|toyota|nissan|gmc|jeep|bmw|kia|hyundai|motorcycle|bike)';

/**
 * Words of reports, each with its act. The first that fits at a place counts, so the narrow ones stand first.
 * What fits none is a note: nothing is dropped.
 */
export const PHRASES: readonly Phrase[] = [
  // Who tells another of an alert does not alert again.
  p(
    'note',
    /\b(?:told|informed|advised|notified)\b.{1,40}\b(?:of|about|that) (?:the |a |his |her )?(?:positive )?(?:alert|hit|indication)/i,
  ),
  // Who asks another for a stop, or has a right told to him, has not been stopped or searched by that.
  p(
    'note',
    /\b(?:request|ask|direct|instruct|want|advis|radio)(?:ed|es|s|ing)?\b[^.;]{0,50}\b(?:initiate|conduct|make|effect|perform|attempt)\b[^.;]{0,24}\bstop\b/i,
  ),
  // What a paper puts at another minute is its claim, and done at that minute by nobody.
  p(
    'note',
    /\b(?:reports?|log|affidavit|complaint|government|prosecution|testimony)\b[^.;]{0,40}\b(?:plac(?:es?|ed)|puts?|lists?) (?:the |his |her |its )?(?:\w+ ){1,3}at\b/i,
  ),
  p('note', /\bright\b[^.]{0,40}\b(?:not to have a search made|to refuse (?:to )?(?:consent|give consent))/i),
  p('note', /\bwarrant (?:was |were )?(?:then )?(?:returned|filed)\b/i),
  p(
    'warrant-executed',
    /\b(?:warrant was |warrant )?(?:executed|served) (?:(?:on|at) )?(?=\W*\d)|\bexecuted (?:it|the same|the (?:said |search |attached )?warrant|said warrant)\b/i,
  ),
  p(
    'mention',
    /\b(?:body[- ]?(?:worn )?cameras?|bwcs?|in-car (?:video|camera)|dash ?cam\w*|my camera|mvr|icv)\b.{0,60}\b(?:recorded|active|activated|on|off|charger|retained|not|during|wearing|captured|muted)\b|\b(?:wearing|equipped with) (?:a )?body/i,
  ),
  p(
    'no-alert',
    /\b(?:did not|didn.t|no|never|failed to|without) a?(?:alert|hit|indicat|respond)\w*|\b(?:dog|k-?9|canine) showed no (?:interest|change|response)/i,
  ),
  p(
    'alert',
    /\b(?:(?<!\b(?:amber|silver|a?lpr|bolo) )a[lI]ert(?:ed|s|ing)?\b(?!:? (?:sent|id|level|received|stolen|wanted)\b)|pos(?:itive)? (?:alert|hit|indication)|positive on (?:the )?(?:passenger|driver|trunk|rear|front|door|tailgate)|indicated (?:on|to|at)|gave a (?:final|trained)|trained (?:final )?response|(?:he|she|dog|k-?9(?: [A-Z]\w+)?) sat\b|(?:dog|k-?9|canine)(?: [A-Z]\w+)? (?:hit|indicated) on\b|^\W*hit on (?:the )?(?:\w+ )?(?:door|trunk|car|vehicle|seam|bumper|hood|tailgate)\b|(?:dog|k-?9|canine)(?: [A-Z]\w+)? (?:scratched|barked|pointed|laid down|lay down)\b|(?<=\b(?:dog|k-?9|canine)\b[^;]{0,40}\band )(?:hit|indicated)\b|change of behavior|odor response)/i,
  ),
  p(
    'consent-refused',
    /\b(?:refus(?:ed|es) (?:consent|to (?:let|allow))|declin(?:ed|es) (?:consent|(?:the|a) search|to (?:let|allow|consent))|(?:he|she|driver|d1|s-?1|they)? ?said (?:no\b|he would rather not|she would rather not)|would rather not|consent (?:was )?(?:denied|refused)|consent\b[^.;]{0,40}\b(?:was|were) (?:denied|refused)|no consent|denied consent|(?<=\bconsent\b[^.;]{0,40})which (?:\w+ ){1,2}(?:denied|refused|declined))\b/i,
  ),
  p(
    'consent-withdrawn',
    /\b(?:withdrew|revoked|took back|withdrawn) (?:his |her |their )?consent|told .{0,20}to stop searching/i,
  ),
  p(
    'consent-given',
    /\b(?:(?:hereby|do) consent to|(?:hereby|do|voluntarily) (?:authorize|permit|allow)\b.{0,90}\bsearch|consent (?:was )?(?:given|granted)|gave (?:me |us |verbal |written )*(?:consent|permission)|consented\b|agreed to (?:a|the) search|granted (?:consent|permission)|said,? .?(?:i guess|go ahead|sure|yes|fine|okay|ok)\b|signed (?:a|the) consent)/i,
  ),
  p(
    'consent-asked',
    /\b(?:ask(?:ed|ing|s)?|request(?:ed|s)?)\b(?:(?!warrant).){0,50}\b(?:consent|permission|(?:about|to) search(?:ing)?|look (?:in|inside|through))|\bcan i (?:search|look)|asked (?:\w+ ){0,2}if (?:i|we|he|she|they|officers?) (?:could|can|may|might) (?:please )?(?:look|search|check (?:in|the))/i,
  ),
  p(
    'dog-requested',
    /\b(?:asked|requested|contacted|called|dispatched|summoned)\b(?:[^.;]|(?<=\b(?:dep|dpy|ofc|off|sgt|tpr|trp|cpl|det|lt|ptl|inv|capt|[a-z]))\.){0,60}\b(?:to|for) (?:assist\w*[^.;]{0,24}|conduct|perform|do|run|a|an) ?(?:a |an )?(?:free air |exterior |k-?9 |dog |canine |open air )*(?:sniff|deployment)\b(?:[^.;]{0,16}\b(?:traffic|vehicle) stop)?/i,
  ),
  p(
    'note',
    /\bassist\w*\b(?:[^.;]|(?<=\b(?:dep|dpy|ofc|off|sgt|tpr|trp|cpl|det|lt|ptl|inv|capt))\.){0,40}\b(?:on|with|at) (?:a |an |the |his |her )?(?:traffic |vehicle )stop\b/i,
  ),
  // Until the dog comes it is not there.
  p(
    'note',
    /\b(?:told|advised|informed)\b[^.;]{0,40}\bnot free to (?:leave|go)\b(?:[^.;]{0,20}\b(?:k-?9|canine|dog)\b[^.;]{0,20}\barriv\w*)?/i,
  ),
  p(
    'note',
    /\b(?:until|till|before|pending|await(?:ed|ing)?|wait(?:ed|ing)? (?:for|on)) (?:(?:the|a|an|his|my) )?(?:k-?9|canine|dog|handler|back-?up)\b[^.;]{0,24}\b(?:arriv\w*|came|got there|there)\b/i,
  ),
  p(
    'dog-requested',
    /\b(?:request(?:ed|s|ing)?|req|call(?:ed|ing)? (?:for|out)|asked (?:\w+ ){0,3}for|radioed (?:\w+ )?for|paged|need)\b.{0,24}\b(?:k-?9|canine|dog|drug dog)|\b(?:k-?9|canine|dog) (?:unit |team )?was (?:called (?:at|for|by|to|out)|requested|summoned)\b|\bstart (?:(?:me|us|him) )?(?:(?:a|the) )?(?:k-?9|canine|dog)\b|\bk-?9(?:-?\d{1,2})? (?:was )?(?:requested|request|req|called|paged|notified)|\breqk9\b|call for k-?9/i,
  ),
  p(
    'dog-arrives',
    /\b(?:k-?9(?:-?\d+)?|canine|dog|handler)\b.{0,40}\b(?:arriv\w*|reached the scene|on ?scene|was there|came|got (?:there|here|to us|to me)|o\/s|10-23|10-97|97\b)|^\W*(?:k-?9|canine|dog)(?: is| now)? (?:there|here)\b|\b(?:arriv\w*|came|pulled up|got there)\b.{0,20}\b(?:with|w\/) (?:(?:his|her|the|a) )?(?:k-?9|dog|canine)|\b(?:and|with|w\/) k-?9\b.{0,20}\barriv/i,
  ),
  p(
    'sniff',
    /\b(?:(?<!into (?:the|his|her|my) )sniff\w*|(?<!been )deployed(?! \d+ times)|deploy(?:ment)?\b|free air|walk(?:ed)? (?:(?:the|my|his|her) )?(?:dog|k-?9) around|(?:dog|k-?9|canine)(?: [A-Z]\w+)? (?:walked|went|circled)|(?:went|walked|ran|led) .{0,16}around the (?:car|vehicle|truck|van)|k-?9 (?:search|deploy)|worked counterclockwise|worked clockwise|passes? (?:around|of) the)/i,
  ),
  p(
    'told-to-wait',
    /\b(?:told|asked|directed|instructed|advised) (?:the )?(?:him|her|them|driver|passenger|operator|motorist|subject|mr\.? \w+|ms\.? \w+|\w+)? ?(?:to|he (?:had|needed|has) to|she (?:had|needed|has) to) (?:wait|sit tight|hang (?:tight|on)|remain|stay (?:put|there|here|in (?:the|his|her) (?:car|vehicle|truck|seat)))\b|\b(?:hang|sit) tight\b|\bwait (?:right )?here\b/i,
  ),
  p(
    'ordered-out',
    /\b(?:step (?:out|back|to)|stepped (?:out|to|back to)|get out|exit(?:ed)? the (?:car|vehicle)|remov(?:ed|ing) (?:the )?(?:driver|passenger|him|her|s-?1|d1|p1)|out of the (?:car|vehicle)|had .{0,14} out of the|had (?:him|her|them|(?:the )?(?:driver|passenger)) (?:exit|step out)\b|ordered (?:the )?(?:driver|passenger|him|her|them)? ?out|(?:asked|told|ordered|directed) .{0,20}to (?:(?:step|come|sit|get) (?:out|back|in)|exit))/i,
  ),
  p(
    'frisk',
    /\b(?:pat(?:ted)?[- ]?(?:him |her |s-1 |them )?(?:down|search)|frisk\w*|terry (?:frisk|search)|protective (?:pat|search)|patted)\b/i,
  ),
  p(
    'secured',
    /\b(?:handcuff\w*|cuffed|secured in|placed (?:him|her|them|subj\w*)? ?in (?:the|my|a) (?:back|rear|car|patrol|squad|unit)|one detained|detained in)\b/i,
  ),
  p(
    'arrest',
    /\b(?:(?:placed|put|is|was|were) (?:him |her |them )?under arrest|(?<!\b(?:(?:clos|clear)(?:ed|ance) by|incident to) (?:(?:an?|the|his|her|that|lawful|custodial) )*)arrest(?:ed)?\b(?! (?:reports?|time of|warrants?|record|paper ?work|packet|package|affidavit|form|sheet|documents|decision|powers?|authority|photo\w*|history|number|no\b))|(?:in|into) custody|(?<!chain of |evidence |property |\b(?:items?|exhibits?|evidence|property|cash|currency)(?:\(s\))?,? (?:(?:which|that) )?(?:was|were) (?:given|taken|received|placed|released|turned over) (?:in|into|to) (?:my |our |the )?)custody\b(?! of (?:(?:the|said|all|this|that|these|those|suspected|a|an|any|both|\d+|his|her) )*(?:exhibits?|items?|evidence|property|samples?|drugs?|narcotics|contraband|bags?|baggies?|packages?|parcels?|it\b|firearms?|weapons?|guns?|cash|currency|money|phones?|vehicles?|car\b|substances?|cocaine|heroin|meth\w*|marijuana|fentanyl|pills?|child))(?! (?:form|sheet|log|receipt|record|report|room|unit|officer|transfer)\b)|10-15\b|10-95\b|one ?10-95|arrest time)\b/i,
  ),
  p(
    'warnings-given',
    /\b(?:miranda(?:ized)?|mirandi[sz]ed|(?:read|advised|given|told|gave).{0,24}\brights|rights (?:were |was )?read|warning to motorist|implied consent (?:was )?read|advised of (?:his|her|their) rights|warnings? (?:were|was) read)/i,
  ),
  p(
    'custodial-questions',
    /\b(?:interview(?:ed)? (?:room|was|with|of|began|started|at)|interview\b|interrogat\w*|recorded (?:statement|interview)|int rm)\b/i,
  ),
  p(
    'probable-cause-finding',
    /\b(?:probable cause (?:review|finding|determination|hearing|found)|pc (?:found|determination|review)|gerstein|48[- ]hour review)\b/i,
  ),
  p(
    'transport',
    /\b(?:transport(?:ed|ing)?|trans\b|(?:we|i) left for the (?:jail|station)|en ?route to .{0,30}(?:jail|station|headquarters|hq|detention|lockup|hospital)|depart(?:ed)? for the (?:jail|station)|to jail\b|took .{0,20} to the (?:jail|station|hospital)|to hq\b|conveyed)\b/i,
  ),
  // A license that is returned to somebody is no return of a query.
  p(
    'documents-returned',
    /\b(?:licen[sc]e|documents|papers|registration)(?: (?:and|&) \w+)? (?:was|were) (?:returned|handed back|given back)\b(?! (?:as|valid|clear|with|expired|suspended|revoked|not|no)\b)|\b(?:licen[sc]e|dl|ol|documents|papers|registration|reg|id)\b[\w ,/&]{0,30}\b(?:returned|handed back|given back|back) to (?:the )?(?:driver|him|her|them|operator|motorist|passenger|subject|mr\.?|ms\.?|mrs\.?)\b/i,
  ),
  p(
    'records-check',
    /\b(?:(?:ran|run|checked|queried|query|inq\w*|check(?:ed)?)\b.{0,40}\b(?:licen[sc]e|dl|ol[ns]|plate|tag|registration|warrants?|subjects?|it|him|her|driver|both|name|names|leads|ncic|id|mdc|mdt)\b|(?:dl|plate|licen[sc]e|warrants?|records|name|ncic|reg|vin|oln|28|29|10-27|10-28|10-29)\b.{0,20}\b(?:check|query|inq\w*|rtn|return\w*|ran|run|clear|valid)\b|(?<!\btax )\breturns (?:(?:all |both )?(?:(?:came|come) (?:back|in)|(?:were|are) (?:back|clear))|back|clear)\b|neg(?:ative)? wants|wants and warrants|rtn:? valid|mdc return|\bran (?:both|the|his|her|[A-Z][a-z]+(?= (?:at|through|for|in|on)\b))|\binq\b)/i,
  ),
  p(
    'warning-issued',
    /\b(?:(?:gave|handed|issued|give|printed and handed|handed back|served|left).{0,40}\b(?:written |verbal )?warning\b|warning (?:ticket |citation |notice )?(?:was )?(?:issued|given|handed|printed|signed)|(?:verbal|written) warning\b|warning \(no)/i,
  ),
  p(
    'citation-issued',
    /\b(?:(?:gave|handed|issued|served|signed|completed).{0,40}\b(?:citation|ticket|summons)\b|(?:citation|ticket|summons) (?:was )?(?:issued|given|handed|served|signed))/i,
  ),
  p(
    'writing',
    /\b(?:(?:began|started|start|begin|was|while)\b.{0,16}\b(?:writing|typing|filling|completing|working on|preparing)|wrote (?:a |the |out |(?=warning|citation|ticket))|typing (?:the )?(?:warning|citation|ticket)|writing (?:the|a|citation|warning|ticket)|completed a warning)/i,
  ),
  p(
    'mission-complete',
    /\b(?:(?:was|were|been|am) (?:done|finished|through) with the (?:stop|ticket|citation|warning)|free to (?:go|leave)(?<!not free to (?:go|leave))|business of the stop|have a (?:safe|good) (?:trip|day|night))/i,
  ),
  p(
    'documents-returned',
    /\b(?:(?:return|hand|g[ai]v)(?:ed|e|en)? (?:back )?(?:him |her |them )?(?:back )?(?:his |her |their |the |all )?(?:licen[sc]e|documents|papers|registration|dl|id)\b.{0,20}(?:back)?|documents (?:were )?returned)/i,
  ),
  p(
    'documents-received',
    /\b(?:(?:handed|gave|provided|produced|gives|surrendered|presented|furnished)\b.{0,40}\b(?:licen[sc]e|dl|registration|insurance|documents|papers|identification|id\b|rental agreement|permit)|(?:licen[sc]e|dl|registration|id)\b.{0,30}\b(?:was|were) (?:produced|provided|given|handed))/i,
  ),
  p(
    'documents-requested',
    /\b(?:ask(?:ed)?|request(?:ed)?)\b.{0,30}\b(?:licen[sc]e|registration|insurance|documents|identification|\bid\b|proof)/i,
  ),
  p(
    'seizure-ends',
    /\b(?:(?:she|he|driver|passenger|they|subject|family|occupants?|s-?1|p1|d1)\b.{0,24}\b(?:(?<!\bhad |['’]d )left\b(?! (?:the (?!scene|area|stop)|his\b|her\b|an? |work\b|home\b|for\b|from\b|hand|front|rear|side))|drove off|drove away|was released|were released|released|sent on (?:his|her|their) way|allowed to leave|was free to go)|released (?:o\.?r\.?|on scene|from scene|at the scene|from custody)|sent on (?:his|her|their) way)/i,
  ),
  p(
    'found',
    // Taken from a person or a place by whoever writes; a driver who pulls a gun is found with nothing yet.
    /(?<!\b(?:he|she|they|who|driver|passenger|suspect|subject|defendant|man|woman) (?:then )?)\b(?:remov(?:ed|es)|pull(?:ed|s)|took|retriev(?:ed|es)) (?!(?:my|our) |[\w ]{0,12}\b(?:photo|picture|image|swab|video))(?:[\w.-]+ ){0,4}(?:glock|taurus|ruger|pistol|handgun|revolver|firearm|gun|knife|baggies?|bindle|pipe|methamphetamine|meth|cocaine|heroin|fentanyl|marijuana|pills?|digital scale)\b[^.;]{0,24}\b(?:from|off(?: of)?|out of) (?:(?:his|her|their|the (?:driver|passenger|suspect|subject|defendant)['’]s) |the (?:car|vehicle|truck|console|glove|trunk|seat|door))|\b(?:(?:found|located|discovered|recovered|observed)\b.{0,60}\b(?:pipe|baggie|bag|package|packages|pistol|handgun|gun|firearm|pills?|powder|substance|scale|cash|money|currency|marijuana|methamphetamine|meth|cocaine|heroin|fentanyl|contraband|cartridges?|magazine|knife|saws?)|recovered from|(?:was|were) (?:found|located|recovered|discovered) (?:in|on|under|inside|from)|found (?:a|an|one|two|three|\d+) )/i,
  ),
  p(
    'plain-view',
    /\b(?:plain view|could be seen (?:in|on|inside)|(?:saw|seen|observed|visible) (?:in|on|inside) (?:the )?(?:bed|seat|floor|console|car|vehicle)|in plain sight)/i,
  ),
  p('field-test', /\b(?:field test(?:ed)?|presumptive(?:ly)? (?:test|positive)|nik test|narcotest)/i),
  p(
    'test-result',
    /\b(?:breath (?:test|specimen|sample)|pbt|result of 0\.\d+|bac\b|intoxilyzer|datamaster|blood (?:draw|sample|specimen))/i,
  ),
  p(
    'lab-test',
    /\b(?:(?:was|were|and) (?:analy[sz]ed|examined|tested)|analy[sz]ed on|examined on|tested on|begun on|analysis (?:began|begun|started))/i,
  ),
  p(
    'search',
    /\b(?<!\b(?:warrant|permission|consent|authority|authorization|application|asked|wanted|request|requested|right) to )(?<!\bconsent(?:ed|ing|s)? to (?:a|the|any|his|her|my) )(?:search(?:ed|ing|es)?\b(?! warrant)|went through the (?:car|vehicle|trunk|bag)|looked (?:in|through) the (?:car|trunk|vehicle))/i,
  ),
  p(
    'warrant-issued',
    /\bwarrant\b.{0,20}\b(?:issued|signed|granted)|(?:judge|magistrate)\b.{0,20}\bsigned\b/i,
  ),
  p('warrant-sought', /\b(?:appl(?:ied|ication) for|sought|requested|drafted)\b.{0,20}\bwarrant\b/i),
  p(
    'suspicion-articulated',
    /\b(?:based on .{0,30}training and experience|consistent with|consistent w\/|indicat(?:ive|ors?) of|through (?:my )?training|nervous\w*|strong air freshener|suspicio\w+)/i,
  ),
  p(
    'backup-requested',
    /\b(?:request(?:ed|s)?|req|called (?:\w+ ){0,2}for|asked (?:\w+ ){0,3}for)\b.{0,20}\b(?:back-?up|cover|assist\w*|second unit|another unit|10-78)/i,
  ),
  p(
    'backup-arrives',
    /\b(?:(?:back-?up|cover|assist\w*|second) (?:unit |officer )?(?:arriv\w*|on ?scene)|(?:ofc|officer|dep|deputy|tpr|trooper|sgt|sergeant|ptl|det)\.? [A-Z]\w+(?: #?\d+)? (?:then )?(?:arriv\w*|o\/s\b|(?:got|pulled up|showed up) (?:there|here)\b|(?:pulled|showed) up\b)|back-?up (?:got (?:there|here)|(?:pulled|showed) up)\b)/i,
  ),
  // Where from and where to are open, by court: questions on drugs, arms and money beside them are not.
  p(
    'travel-questions',
    /\b(?:asked|asking|talked|spoke|questioned|conversed)\b(?!.{0,80}\b(?:drugs?|weapons?|guns?|firearms?|narcotics|money|cash|currency|illegal|contraband|marijuana|employment|work|job)\b).{0,50}\b(?:trip|travel\w*|going|headed|heading|destination|itinerary|coming from|came from|(?:had )?stayed|staying)\b|\btravel plans\b/i,
  ),
  p(
    'off-mission-questions',
    /\b(?:(?:asked|talked|spoke|questioned|asking|conversed)\b.{0,50}\b(?:trip|travel|going|employment|stayed|coming from|came from|drugs|weapons|money|guns|narcotics|anything illegal|about the (?:pickup|tools)|something else|where they)|travel plans|can i ask you something|(?:talked|spoke) (?:to|with) (?:the )?passenger|spoke with p\d)/i,
  ),
  p(
    'mission-questions',
    /\b(?:field sobriety|sfsts?|hgn|walk and turn|asked (?:him|her|the driver) (?:why|if (?:he|she) knew)|explained the reason|reason for the stop|asked why)\b/i,
  ),
  p(
    'claimed-violation',
    /\b(?:driving|traveling|stationary|(?:observed|saw|noticed|watched) .{0,40}(?:following|fail|cross|drift|weav|speed|without)|speeding|mph in a|following (?:a|too)|fail(?:ed|ing|ure)? to (?=signal|stop|yield|dim|maintain|keep|use|wear|display|come)|fail(?:ed|ing|ure) to|without (?:a )?(?:signal|signaling|headlights)|tail ?(?:lamp|light)|lamp out|light out|expired|defective|weav\w+|cross(?:ed|ing) the (?:line|center|fog)|ran (?:a|the) (?:red|stop))\b/i,
  ),
  p(
    'seizure-begins',
    new RegExp(
      `\\b(?<!\\b(?:req(?:uest(?:ed|s|ing)?)?|ask(?:ed|s|ing)? for|need(?:ed|s)?|want(?:ed|s)?) (?:an? |the )?)(?:(?:traffic|t|enforcement|vehicle|motor vehicle|investigat\\w+|terry) ?-?stop|tstop|mv ?stop|initiated (?:a|the)? ?(?:traffic )?stop|(?:i|we|roe|officer \\w|deputy|trooper|ofc\\.? \\w+|ptl\\.? \\w+)\\s+(?:then )?(?:stopped|pulled over|conducted an? (?:\\w+ ){0,2}stop)|stopped (?:a|the|his|her) (?:\\w+ ){0,4}${CAR}|pulled over (?:a|the|his|her) (?:\\w+ ){0,4}(?:${CAR}|van)|stopped the (?:subject|suspect|male|female|man|woman|defendant|pedestrian|rider)(?! from\\b)|the stop (?:began|started|commenced)|(?:traffic |vehicle )?stop was (?:initiated|conducted|made|effected)|(?:activated|turned on) (?:my |his |emergency |overhead )*lights|lights? and siren|(?:vehicle|car|driver|it) (?:yielded(?! (?:\\d|an? |no\\b|the\\b|some\\b|about\\b|approx|nothing|suspected|evidence|contraband|drugs|(?:\\w+ ){0,2}(?:grams?|ounces?|pounds?|marijuana|cocaine|meth\\w*|heroin|powder)))|pulled over|stopped)|^\\W*(?:pulled over\\b|stopped (?:\\w+ ){0,3}${CAR})|(?:ordered|directed|told) (?:\\w+ )?to stop|was directed to stop|the stop was|^stop$|put us out)\\b`,
      'i',
    ),
  ),
  p(
    'approach',
    /\b(?:(?:passenger|driver'?s?) side approach|made contact with|contacted (?:the )?(?:driver|s-?1|d1|operator)|approach(?:ed)? (?:the )?(?:car|vehicle|driver|passenger)|^\W*at (?:the )?(?:driver.?s? |passenger.?s? |car )?window|arrival was made|walked up to)\b/i,
  ),
  p(
    'observation',
    /\b(?:(?:i|we|r\/os?|officers?) (?:observed|saw|noticed|smelled|noted)|(?:was|were) (?:detected|observed|noticed|noted)|odor of|observed)\b/i,
  ),
];
