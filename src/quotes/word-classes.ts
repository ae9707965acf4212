// Closed classes of English that tell where a noun phrase or a clause begins and ends. No list of names or places.

const words = (list: string) => new Set(list.split(" "));

export const AUXILIARIES = words(
  "is was were are am be been being has have had having will would could can may might did does do should must shall isn't wasn't weren't aren't hasn't haven't hadn't won't wouldn't couldn't can't cannot didn't doesn't don't shouldn't he's she's it's they're we're i'm i've they've we've i'll he'll she'll they'll he'd she'd they'd there's that's",
);
export const BE = words("is was were are am be been being isn't wasn't weren't aren't");
export const HAVE = words("has have had having hasn't haven't hadn't");
export const NEGATIONS = words(
  "not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot refused declined failed without nor neither",
);
/** May stand between a subject and its verb, or between a verb and what it reports. */
export const ADVERBS = words(
  "also then later earlier previously repeatedly once again still just only now recently separately subsequently reportedly initially immediately finally even often always sometimes simply publicly privately quickly meanwhile first originally already further bluntly flatly angrily calmly quietly explicitly specifically falsely wrongly rightly jokingly instead never today yesterday tonight tomorrow too however though soon long firmly categorically strongly both all apparently allegedly openly consistently famously merely openly clearly",
);
export const WEEKDAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays",
);
export const MONTHS = words(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.",
);
export const TIME_WORDS = words(
  "today yesterday tonight tomorrow overnight earlier later recently morning afternoon evening night midnight noon week weekend month year days weeks months years hours ago last late early next previously",
);
export const DETERMINERS = words(
  "the a an this that these those his her its their our my your some any no each every both all another other many most several few more",
);
export const PRONOUNS = words("he she they it i we you who");
export const SUBJECT_PRONOUNS = words(
  "he she they it i we you there this that these those one nobody everyone somebody someone nothing everything",
);
export const POSSESSIVES = words("his her its their our my your whose");
export const PREPOSITIONS = words(
  "in on at by for from to of with about into over under after before during since until between among against through via near outside inside around within without across along behind beyond above below toward towards upon amid despite per off onto like throughout following including regarding concerning because",
);
/** Prepositions that tie a noun phrase to the noun before it: "a spokesman for the ministry". */
export const NOUN_PREPOSITIONS = words("of for from at in with on to near");
/** Open a clause of their own, so a subject to their right does not reach over them. */
export const SUBORDINATORS = words(
  "that which who whom what where when while as because although though if whether since until than whose why how whereas unless before after once so lest except",
);
export const COORDINATORS = words("and or but nor yet");
export const RELATIVES = words("who which that whom whose where");
/** Irregular pasts and common present forms of verbs that are no cues: a subject never contains them. */
export const VERBS = words(
  "made took went came gave saw got became left held met led put kept began brought ran fell felt lost won hit sent knew thought meant stood spoke rose grew drew broke drove flew threw chose wore shook struck spent paid sold bought caught taught fought sought built dealt heard lay sat wants want wanted has seems seemed appears appeared needs needed goes gives takes makes comes gets sees knows believes fears hopes plans used tried refused declined continued started began stopped died arrived welcomed supported visited launched killed injured balked offered issued escaped remained suffered travelled traveled happened occurred opened joined helped worked lived moved hurt shot let cut shut kicked came plans remain remains need seem slid hid bit sank swam rang woke froze stole swung stuck hung dug fed bled fled sped slept swept wept crept dealt lent bent blew withdrew overthrew undertook overtook mistook forgot forgave foresaw shone spun split spread sprang tore understood upheld withstood awoke bore bred clung drank ate fell fit flung forbade ground knelt leapt lit overcame rode rid sewed slit sprung stung strode swore undid wound wrung appear include includes including expect expects live lives work works love loves think thinks",
);
/** Words for people that a description may rest on, beside those that end like a trade (-er, -or, -ist, -man). */
export const PEOPLE = words(
  "official officials spokesman spokeswoman spokesperson police authorities witness witnesses resident residents survivor survivors minister ministry president government man woman men women boy girl mother father brother sister son daughter wife husband friend neighbor neighbour relative relatives family agency group company army military source sources expert experts analyst analysts doctor doctors mayor chief aide adviser advisor victim victims critic critics group union leaders activist activists student students teacher billionaire envoy ambassador secretary chairman chairwoman executive judge lawyer attorney prosecutor captain sheriff pilot driver passenger passengers veteran team court council commission committee hospital paper newspaper magazine network bureau office department service embassy firm airline party regime organisation organization charity body trust brigade force forces media press broadcaster channel watchdog regulator prosecutor investigator detective firefighter rescuer medic paramedic lawmaker soldier rebel militant protester campaigner scientist researcher nurse officer deputy insider",
);
export const FEMALE = words(
  "mrs ms miss mrs. ms. woman mother sister daughter wife queen actress spokeswoman chairwoman congresswoman policewoman girl lady grandmother aunt niece princess baroness dame businesswoman girlfriend widow",
);
export const MALE = words(
  "mr mr. man father brother son husband king actor spokesman chairman congressman policeman boy gentleman grandfather uncle nephew prince sir lord businessman boyfriend widower",
);

/** Ranks, offices and forms of address that stand before a name, capitalised or not. */
export const TITLES = words(
  "mr mrs ms miss dr prof mr. mrs. ms. dr. prof. sir dame lord lady baroness king queen prince princess president vice prime minister deputy foreign defense defence interior finance health justice information chief constable inspector superintendent sergeant officer commander captain colonel general lieutenant major admiral corporal private marshal brigadier commissioner secretary secretary-general senator sen sen. rep rep. representative congressman congresswoman governor gov gov. mayor sheriff judge justice chancellor premier speaker ambassador envoy chairman chairwoman chair director head professor doctor detective gen. lt. col. sgt. capt. maj. cmdr. adm. rev. rev reverend bishop archbishop cardinal pope rabbi imam sheikh ayatollah father sister st. mp mep mla councillor councilman spokesman spokeswoman spokesperson aide adviser advisor assistant assistant- asst acting former ex-president first lady attorney press leader founder correspondent reporter editor analyst expert negotiator official regional national state federal county city local police fire senior junior executive managing medical clinical political transport military presidential parliamentary chief-of-staff ceo ex retired veteran commander-in-chief coach manager captain pastor undersecretary under-secretary under-secretary-general coordinator scientist spokesmen leaders ministers ch con supt supt. det det. insp insp. pc dc",
);
/** Nouns that make a run of capitalised words an organisation. */
export const ORGANISATIONS = words(
  "ministry department police brigade service services agency branch trust hospital council committee university college school party group union association authority office bureau corps army navy air force forces government court church company corporation inc corp ltd plc press news times post telegraph guardian journal herald tribune standard nations organization organisation house commission institute bank center centre team foundation network tv radio television media academy administration alliance federation league club society congress senate parliament assembly cabinet board nato embassy consulate railway airlines airways transport rescue emergency investigation international fund mail magazine embassy directorate",
);
const DEMONYM = /(?:[^aeiou\W]ian|ean|ish|ese|[^aeiou\W]an|ani|qi|eli|emeni|aiti|i-born|-born|-backed|-based|-led)$/u;
const DEMONYMS = words(
  "us u.s. u.s uk u.k. u.k un u.n. u.n eu e.u. french german greek dutch swiss czech thai filipino slovak uzbek turk kurd arab kazakh afghan croat serb british european american",
);

/** "Ukrainian", "British", "U.S.": adjectives of a people that stand before a title, by their ending. */
export const isDemonym = (lower: string): boolean => DEMONYMS.has(lower) || (lower.length > 5 && DEMONYM.test(lower));
