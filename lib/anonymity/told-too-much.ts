import { FROM, oneOf, pattern } from "./guard/pattern.ts";

/** What a note need not say, and what few people share: each kind is pointed out in its own sentence. */
export type TooMuch = "country" | "language" | "diagnosis" | "medicine" | "crime" | "prison" | "rare";
export type Told = { word: string; kind: TooMuch };

const PEOPLES = String.raw`
  somali(?:er(?:e|en|ne)?|sk)?(?:ne|land(?:ske?)?)? syr(?:er(?:e|en|ne)?|isk|iske) irak(?:er(?:e|en|ne)?|isk|iske)
  iran(?:er(?:e|en|ne)?|sk|ske) pers(?:er(?:e|en)?|isk|iske) afghan(?:er(?:e|en|ne)?|sk|ske) pakistan(?:er(?:e|en|ne)?|sk|ske)
  tyrk(?:er(?:e|en|ne|inde)?|isk|iske) kurd(?:er(?:e|en|ne)?|isk|iske) arab(?:er(?:e|en|ne)?|isk|iske)
  palæstinens(?:er(?:e|en|ne)?|isk|iske) libanes(?:er(?:e|en|ne)?|isk|iske) jordan(?:er(?:e|en)?|sk|ske)
  egypt(?:er(?:e|en)?|isk|iske) marokkan(?:er(?:e|en|ne)?|sk|ske) algeri(?:er(?:e|en)?|sk|ske) tunes(?:er(?:e|en)?|isk|iske)
  liby(?:er(?:e|en)?|sk|ske) eritre(?:er(?:e|en|ne)?|isk|iske) etiop(?:er(?:e|en|ne)?|isk|iske) sudan(?:eser(?:e|en)?|esisk\p{L}?|sk)
  ugand(?:er|isk)\p{L}{0,2} kenyan(?:er|sk)\p{L}{0,2} nigerian(?:er|sk)\p{L}{0,2} ghanes(?:er|isk)\p{L}{0,2}
  gambian(?:er|sk)\p{L}{0,2} senegales(?:er|isk)\p{L}{0,2} congoles(?:er|isk)\p{L}{0,2} rwand(?:er|isk)\p{L}{0,2}
  burund(?:er|isk)\p{L}{0,2} afrikan(?:er|sk)\p{L}{0,2} asiat(?:er|isk|en)?\p{L}{0,2} inder(?:e|en|ne)? indisk(?:e)?
  bengal(?:er|sk)\p{L}{0,2} srilankansk(?:e)? tamil(?:er|sk)\p{L}{0,2} nepales(?:er|isk)\p{L}{0,2}
  vietnames(?:er|isk)\p{L}{0,3} thailandsk\p{L}? thailænder(?:e|en)? filippin(?:er|sk)\p{L}{0,3} kines(?:er|isk)\p{L}{0,3}
  bosni(?:er|sk|ak)\p{L}{0,3} serb(?:er|isk)\p{L}{0,3} kroat(?:er|isk)?\p{L}{0,3} alban(?:er|sk)\p{L}{0,3} kosovoalban\p{L}{2,6}
  makedon(?:er|sk)\p{L}{0,3} jugoslav(?:er|isk)?\p{L}{0,3} pol(?:ak|akker|sk)\p{L}{0,3} rumæn(?:er|sk)\p{L}{0,3}
  bulgar(?:er|sk)\p{L}{0,3} ungar(?:er|sk)\p{L}{0,3} ukrain(?:er|sk)\p{L}{0,3} russ(?:er|isk)\p{L}{0,3} litau(?:er|isk)\p{L}{0,3}
  let(?:tere|tisk)\p{L}{0,3} est(?:ere|isk)\p{L}{0,2} tjetjen(?:er|sk)\p{L}{0,3} georgi(?:er|sk)\p{L}{0,3} armen(?:er|sk)\p{L}{0,3}
  tysk(?:er(?:e|en)?|e)? svensk(?:er(?:e|en)?|e)? norsk(?:e)? nordmand(?:en)? finsk(?:e)? islandsk(?:e)? islænding(?:e|en)?
  færing(?:e|en)? færøsk(?:e)? grønlænder(?:e|en|ne)? grønlandsk(?:e)? englænder(?:e|en)? britisk(?:e)? amerikan(?:er|sk)\p{L}{0,2}
  fransk(?:e|mand)? spani(?:er|ol)\p{L}{0,3} spansk(?:e)? italien(?:er|sk)\p{L}{0,3} græsk(?:e)? portugis(?:er|isk)\p{L}{0,3}
  latinamerikan\p{L}{2,4} chilen(?:er|sk)\p{L}{0,2} brasilian\p{L}{2,4} roma(?:er(?:e|en)?)? sigøjner(?:e|en)? yezidi(?:er)?\p{L}{0,2}
  jøde(?:r|n)? jødisk(?:e)? kristen muslim(?:er|en|sk|ske)? hindu(?:er|istisk)? udlænding(?:e|en)? flygtning(?:e|en)?
  indvandrer(?:e|en)? asylansøger(?:e|en)?`;

const COUNTRIES = String.raw`
  somalia somaliland syrien irak iran afghanistan pakistan tyrkiet kurdistan palæstina gaza vestbredden libanon jordan egypten
  marokko algeriet tunesien libyen eritrea etiopien sudan sydsudan uganda kenya nigeria ghana gambia senegal congo rwanda
  burundi angola tanzania yemen saudi(?:-|_)arabien kuwait indien bangladesh sri_lanka nepal vietnam thailand filippinerne
  kina japan burma myanmar bosnien serbien kroatien albanien kosovo makedonien montenegro polen rumænien bulgarien ungarn
  ukraine rusland belarus hviderusland litauen letland estland tjetjenien georgien armenien aserbajdsjan tyskland sverige
  norge finland island færøerne grønland england storbritannien usa frankrig spanien italien grækenland portugal chile
  brasilien mexico cuba afrika asien mellemøsten balkan hjemlandet oprindelsesland(?:et)? statsborgerskab(?:et)?
  opholdstilladelse(?:n)?`;

const LANGUAGES = String.raw`
  somali(?:sk)? arabisk tyrkisk kurdisk urdu punjabi farsi dari pashto tigrinya amharisk bengali hindi tamil bosnisk serbisk
  kroatisk albansk polsk rumænsk bulgarsk ungarsk ukrainsk russisk vietnamesisk thai(?:landsk)? tagalog kinesisk mandarin
  kantonesisk swahili fransk engelsk spansk portugisisk italiensk tysk romani berberisk kurmanji sorani lingala hausa igbo
  twi wolof mandinka nepali singalesisk georgisk armensk grønlandsk færøsk islandsk`;

const DIAGNOSES = String.raw`
  diagnos(?:e|en|er|ticeret|tiseret) skizofren(?:i|ien)? psyko(?:se|sen|ser|tisk|tiske) bipolar bipolær mani(?:en|sk|odepressiv)?
  borderline personlighedsforstyrre(?:lse|t)\p{L}{0,2} paranoi(?:a|d) ptsd posttraumatisk\p{L}? ocd adhd autis(?:me|men|t|tisk)
  asperger(?:s)? tourettes? depress(?:ion|ionen|iv) deprimeret angst(?:en|anfald)? angstlidelse selvskade(?:nde)? selvmordstanker
  suicidal anoreksi bulimi spiseforstyrre(?:lse|t)\p{L}{0,2} demens dement alzheimers? parkinsons? s[kc]lerose epilepsi
  hjerneskade(?:t|n)? hjernerystelse hjerneblødning blodprop(?:per|pen)? apopleksi kræft(?:en|syg)? cancer tumor leukæmi diabetes
  sukkersyge kol astma hjerteproblem(?:er|et)? hjertesyg(?:dom)? hjerteinfarkt forhøjet_blodtryk hiv aids hepatitis tuberkulose
  leverbetændelse skrumpelever nyresyg(?:dom)? dialyse gigt leddegigt slidgigt fibromyalgi diskusprolaps
  sindslidelse\p{L}{0,2} psykisk_(?:syg|lidelse|sårbar) sindssyg udviklingshæmmet retarderet handicap(?:pet)? misbrug(?:er|eren|et)?
  stofmisbrug\p{L}{0,3} alkoholi(?:ker|kere|keren|sme) alkoholmisbrug\p{L}{0,3} narkoman(?:en|er)? afhængig(?:hed)? abort(?:en)?
  gravid(?:itet)? fødselsdepression traume(?:r|t|tiseret)? stresssyg udbrændt migræne narkolepsi døv blind kørestolsbruger`;

const MEDICINES = String.raw`
  medicin(?:en|eres|eret|ering|ere)? piller(?:ne)? recept(?:en|er)? panodil pamol ipren ibuprofen paracetamol kodein codein
  tramadol dolol morfin(?:en)? oxycodon oxycontin fentanyl metadon(?:en|behandling)? subutex suboxone buprenorfin antabus campral
  sertralin zoloft citalopram cipralex escitalopram venlafaxin mirtazapin fluoxetin fontex quetiapin seroquel olanzapin zyprexa
  risperidon abilify aripiprazol haldol clozapin leponex lithium litium lamotrigin deprakine ritalin methylphenidat concerta
  medikinet elvanse strattera stesolid diazepam oxazepam alprazolam imovane zopiclon melatonin pregabalin lyrica gabapentin
  insulin(?:en)? metformin ozempic wegovy marevan eliquis xarelto prednisolon ventoline bricanyl symbicort inhalator(?:en)?
  atorvastatin simvastatin losartan furix eltroxin penicillin antibiotika antidepressiv(?:t|e|er|a)? antipsykoti(?:sk|ske|ka|kum)
  beroligende sovemedicin(?:en)? sovepille(?:r|rne)? smertestillende blodfortyndende blodtrykspiller depotmedicin(?:en)?
  depotindsprøjtning kemo(?:terapi|en)? strålebehandling psykofarmaka benzo(?:er|diazepin(?:er)?)? p-piller plaster_?medicin`;

const CRIMES = String.raw`
  kriminel(?:le|t)? kriminalitet(?:en)? vold(?:en|elig|eligt|sdømt|smand)? voldtægt(?:en)? tyveri(?:er|et)? tyv(?:en|e)? stjålet
  stjæler indbrud(?:det)? røveri(?:et|er)? hæleri hæler bedrageri(?:et)? bedrager svindel svindler dokumentfalsk hærværk(?:et)?
  brandstiftelse trussel trusler true[tr](?!_(?:af|med|på)_(?:ud|op|at_miste|at_blive|at_få|bolig)) afpresning(?:en)? pengeafpresning hvidvask pengehvask stofsalg hash(?:en|salg|klub)?
  narko(?:tika)? stoffer kokain(?:en)? amfetamin heroin pusher(?:en|e)? dealer(?:en)? smugl(?:er|ing|ede) bande(?:n|r|medlem|kriminel)?
  våben pistol(?:en)? kniv(?:en)? skydevåben sigtet sigtelse(?:n)? tiltalt mistænkt anmeldt anmeldelse(?:n)? politianmeld(?:t|else)
  dom(?:men|fældt)? dømt straf(?:fen|fet|bar)? straffesag(?:en)? bøde(?:n|r)? kørt_uden_kørekort spritkørsel hustruvold stalk(?:er|ing)
  chikane(?:n|rer)? tilhold(?:et)? polititilhold(?:et)? prostitu(?:tion|eret) menneskehandel blufærdighedskrænkelse incest overgreb(?:et)?
  socialt_bedrageri sort_arbejde`;

const PRISONS = String.raw`
  fængs(?:el|let|lerne|ler|les|ling|lingen) statsfængsel(?:et)? fængslet indsat(?:te)? afson(?:er|e|ede|et|ing|ingen) fodlænke(?:n)?
  varetægt(?:s\p{L}{3,12})? varetægten arrest(?:en|eret|hus|huset)? detention(?:en)? løslad(?:t|es|else|elsen) prøveløslad(?:t|else)
  samfundstjeneste(?:n)? kriminalforsorgen kriminalforsorgens udslusning(?:en)? (?:sidder|sad)_i_isolation isolationscelle(?:n)? straffeattest(?:en)? ungdomssanktion
  betinget ubetinget udvist udvisning(?:en)? udrejsecenter udrejsecentret spjældet bag_tremmer i_spjældet dømt_til_behandling
  sidder_inde siddet_inde sad_inde kommet_ud_af_fængsel anholdt anholdelse(?:n)? prøvetid(?:en)? tilsynsførende`;

/** What few people meet with and many hear of: whoever was there knows who it is about. */
const RARE = String.raw`
  brand(?:en)? brænd(?:te|t|er) ildebrand(?:en)? eksplosion(?:en)? overfald(?:et)? overfaldt(?:es)? knivstukket
  knivstikkeri(?:et)? skudt skyderi(?:et)? skud(?:et)? voldtaget drab(?:et)? dræbt myrdet mord(?:et)?
  selvmord(?:et)? ulykke(?:n)? trafikulykke(?:n)? påkørt druknet gidsel politiaktion(?:en)? politi-aktion(?:en)?
  ransag(?:ning|et|ningen)? razzia avis(?:en)? nyhederne tv-avisen retssag(?:en)? bortført kidnappet jackpot`;

const NOT_INSIDE = "(?![a-zæøå])";
/** Behind one of these, or before one, the name of a people is the name of a language. */
const SPOKEN = String.raw`(?:tal(?:er|e|te)|snakke(?:r|de)?|skrive(?:r)?|læse(?:r)?|forstå(?:r)?|kan|lære(?:r)?|oversæt(?:te|tes|ter)|på|til)`;
const BEHIND = "(?: ?-? ?(?:tolk\\p{L}*|talende|kyndig|sproget?|bog|undervisning|telefontolk|videotolk|modersmål))";

const KINDS: readonly [kind: TooMuch, words: RegExp][] = [
  [
    "language",
    pattern`${FROM}(?:(?<=${SPOKEN} (?:kun |lidt |ikke |godt |flydende |hverken |dansk og |dansk eller )?)${oneOf(LANGUAGES)}${NOT_INSIDE}|
    ${oneOf(LANGUAGES)}(?:talende)|${oneOf(LANGUAGES)}(?=${BEHIND})|
    ${oneOf(`urdu punjabi farsi dari pashto tigrinya amharisk hindi swahili kurmanji sorani tagalog mandarin kantonesisk engelsk
    romani berberisk lingala somali bengali singalesisk`)}${NOT_INSIDE})`,
  ],
  ["country", pattern`${FROM}(?:${oneOf(COUNTRIES)}s?|${oneOf(PEOPLES)})${NOT_INSIDE}`],
  ["diagnosis", pattern`${FROM}${oneOf(DIAGNOSES)}${NOT_INSIDE}`],
  ["medicine", pattern`${FROM}${oneOf(MEDICINES)}${NOT_INSIDE}`],
  ["prison", pattern`${FROM}${oneOf(PRISONS)}${NOT_INSIDE}`],
  ["crime", pattern`${FROM}${oneOf(CRIMES)}${NOT_INSIDE}`],
  ["rare", pattern`${FROM}${oneOf(RARE)}${NOT_INSIDE}`],
];

/**
 * Words of a text that say where somebody comes from, what they speak, what they suffer from, take or have done, and words
 * that tell of something rare: each once, as it stands there, in the order of the kinds. Advice only: they stop nothing.
 */
export function toldTooMuch(text: string): Told[] {
  const found = new Map<string, TooMuch>();
  for (const [kind, words] of KINDS)
    for (const [word] of text.matchAll(words)) {
      const lower = word.toLowerCase();
      if (!found.has(lower)) found.set(lower, kind);
    }
  return [...found].map(([word, kind]) => ({ word, kind }));
}
