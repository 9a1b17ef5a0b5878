/** What no Danish dictionary has in small letters and everybody here writes. None of it is a person. */
const ABBREVIATIONS = `
  kr dkk tkr mio ca cirka kl pct nr stk mdr md mdl kle ufr su pm brobyg ig husk tl doesn wasn isn didn hasn tlf telf tlfnr mob mobil mobilnr adr vedr mht ift pga ang evt osv mm
  mv mfl mvh vh kh hilsn inkl ekskl etc hhv jf iht obs pt pr bl fx feks dvs ref max min maks evtl akter bakker barsen fugen kola ling mul muret ries seler sener julen marks doner droplets gruber alm lev son fob forb div
  excl incl resp ugl mndl årl dgl kvt kvm afs modt afd lejl lejlnr opg bolignr medlemsnr lejemålsnr kontonr regnr kundenr
  sagsnr journalnr jnr cpr cprnr cvr ean iban reg kto ktonr ktnr bt pk pkt stk kap lbk bek vejl lov lovbek sel bsl al rsl
  fvl ofl gdpr dpo dpia psyk amb amb. indl udskr hj hjsp hjpl sagsbeh sagsb socialrådg rådg bolrådg ktp kontaktp bef beb
  bebo bo.rest rest hl husl boligst boligs kontanth kth kontanthj sdp shp fp ft rev adhd add ocd ptsd kol hiv abs
  iq ms als skp ssp ppr ppv abt cti ett act ledsag vht fys ergo fysio gp vagtl lægev egenl fam pårør uddan udd besk arb
  arbm danskk sprogsk soc sos sagsfremst bgr biv ikr tid. bem bemærk møderef ktr kontr udlj udk udbdk fmk ejd lej
  ml feb febr mar apr jun jul aug sep sept okt nov dec man tirs ons tors fre lør søn ma ti to fr lø sø
  tv th mf st kld wc tvs pc ipad iphone it sms smser smset mms usb pdf app wifi nfc qr vpn url led
  cifre ciffer cifrene mill mao aht mhp ifm tom fom iflg jvf moa dvs ifbm mvh fmr stdr s u d e f g h i j k l m n o p q r t v x y z æ ø å x2 x3 ad2 nb ps eks mrk vs pls plz asap fyi eta btw lol ok okay
  ik ikk ikke ka ku sku vil ville sk og gern gerne mon sgu nå jo jep nope dattern sønn brorn nogengange nogenlunde idag
  imorgen igår iaften imens iår idet ihvertfald iorden istedet istand igennem tilbag oså osse oss altså lissom ligesom
  fks hvd hva hvo noen nåd nåt noe mega vildt tjek tjekke mails mailen pension førtids førtidsp fp folkep kontanth`;

const AUTHORITIES = `
  sck suf sof bif buf tmf kff fc jck cbh mhp akb kab fsb sab aab vibo lejerbo bl boligorg boligselsk 3b hab ifm
  skp sct udbetaling danmark skat skats gældsst jobcenter jobcentret borgerservice kbh kk kommunen region hovedstaden
  regionh fogedret fogedretten byret byretten landsret statsforv familieretshuset ankestyrelsen politi rigshospitalet
  riget bispebjerg hvidovre herlev frederiksberg amager glostrup hospice røde kors kirkens korshær mødrehjælpen
  dannerhuset danner settlementet askovgården kofoeds skole blå headspace ventilen lev livslinien sind bedre psykiatri
  lmbo ags al-anon aa na bydelsmødre bydelsmor exit fonden dansk flygtningehjælp dfh dfunk refugees welcome indvandrer
  kvindecenter fremtid mindspark café cafeen kirke
  hellig kors bo-vita bovita lejerbos vibos akbs
  kabs fsbs sck's afdelingsb afdelingsbest ejendomsk viceværtk driftk driftsk boliglab boligsocialt helhedsplansmedarb
  fkbu csc dsb metro movia falck hofor ørsted radius norlys yousee telenor telia lebara lycamobile oister telmore 3
  postnord gls dao nets mitid nemid nemkonto eboks e-boks mit digital digitalt borger.dk sundhed.dk minsundhed aula
  kbhbarn nordea danske bank jyske sydbank lån spar arbejdernes landsbank lunar revolut mobilepay dankort visa mastercard
  western union netto føtex bilka rema aldi lidl coop irma fakta kvickly normal ikea jysk elgiganten power xl-byg silvan
  facebook fb insta instagram snap snapchat tiktok messenger whatsapp viber telegram signal discord youtube google gmail
  hotmail outlook linkedin twitter apple android windows samsung huawei nokia toyota opel bmw audi skoda volkswagen vw
  peugeot ford fiat mazda kia tesla playstation xbox netflix wolt foodora nemlig trustpilot dba gulogg blocket vinted
  boligportal boligportalen findbolig danbolig boliga`;

const PLACES = `
  københavn københavns kbhn kbhnv nordvest nv østerbro vesterbro amager sydhavnen nordhavn sydhavn valby
  vanløse brønshøj husum bispebjerg frederiksberg ydre indre
  hvidovre rødovre gladsaxe søborg herlev ballerup glostrup albertslund
  taastrup tåstrup ishøj brøndby vallensbæk kastrup tårnby dragør hellerup gentofte lyngby roskilde køge helsingør
  hillerød næstved slagelse holbæk odense aarhus århus aalborg ålborg esbjerg randers kolding horsens vejle silkeborg
  fredericia sjælland sjællands fyn jylland jyllands bornholm lolland falster danmark danmarks sverige malmø norge oslo
  stockholm göteborg finland island færøerne grønland grønlands tyskland berlin hamborg polen warszawa england london
  uk usa new york irland frankrig spanien italien grækenland rumænien bulgarien ungarn ukraine rusland bosnien serbien
  kosovo albanien makedonien montenegro kroatien tyrkiet ankara istanbul konya syrien damaskus aleppo idlib irak baghdad
  bagdad basra mosul kurdistan iran teheran afghanistan kabul pakistan lahore islamabad karachi punjab indien bangladesh
  sri lanka vietnam thailand filippinerne kina somalia mogadishu somaliland hargeisa eritrea etiopien sudan sydsudan
  uganda rwanda burundi congo nigeria ghana gambia senegal marokko rabat casablanca algeriet tunesien tunis libyen
  egypten kairo libanon beirut palæstina gaza vestbredden saudi arabien saudi-arabien mekka medina yemen kuwait qatar
  dubai emiraterne europa eu afrika asien mellemøsten norden balkan
  tyrk tyrker tyrkisk tyrkere araber arabisk arabere somalier somaliere somali somalisk pakistaner pakistansk urdu
  punjabi kurder kurdisk perser persisk farsi dari pashto tigrinya amharisk bosnisk serbisk albansk polsk rumænsk
  vietnamesisk thailandsk filippinsk eritreisk etiopisk afghansk afghaner irakisk iraker syrisk syrer libanesisk libaneser
  palæstinenser palæstinensisk marokkansk marokkaner bengali hindi tamil romani berber
  ramadan ramadanen eid bayram koranen moskeen moskeens imamen islam muslim halal hijab niqab

  hovedbanen forum
  bro alle allé `;

const BODY = `
  panodil pamol ipren ibuprofen paracetamol kodein codein tramadol morfin metadon subutex suboxone buprenorfin antabus
  campral sertralin zoloft citalopram cipralex escitalopram venlafaxin mirtazapin quetiapin seroquel olanzapin zyprexa
  risperidon abilify aripiprazol lithium litium lamotrigin ritalin methylphenidat concerta medikinet elvanse strattera
  stesolid diazepam oxazepam alprazolam imovane zopiclon pregabalin lyrica gabapentin insulin metformin ozempic wegovy
  marevan eliquis xarelto prednisolon ventoline bricanyl symbicort atorvastatin simvastatin losartan furix eltroxin
  fentanyl benzo benzoer benzodiazepiner ketamin kokain coke coks hash joint joints khat amfetamin speed mdma ecstasy
  heroin lattergas snus vape vapes parkinson alzheimer alzheimers parkinsons demens sclerose dissemineret hepatitis
  covid covid19 corona coronaen kol diabetes borderline skizofreni bipolar bipolær autisme asperger aspergers tourette
  cutting cutter selvskade suicidal suicidaltanker rollator rollatoren kateter stomi ct mr mr-scanning ekg eeg inr`;

const WORK = `
  beboer beboeren beboers beboerens beboere beboerne borger borgeren borgers borgerens borgere lejer lejeren lejers
  helhedsplan helhedsplanen helhedsplans boligsocial boligsocialt boligsociale vicevært viceværten viceværter
  boligrådgiver boligrådgiveren familierådgiver beboerrådgiver ejendomsmester ejendomskontor ejendomskontoret
  driftschef driftslederen synsmand synsmanden varmemester gårdmand skp'er skp'eren mentor mentoren tovholder tovholderen
  brobygger brobyggeren brobygning henvisning henvisningen restance restancen restancer huslejerestance udsættelse
  udsættelsen udsættelsessag påkrav påkravet ophævelse ophævet fogeden fogedsag fogedretten afdragsordning
  afdragsaftale boligstøtte boligstøtten boligydelse boligsikring enkeltydelse enkeltydelser rykker rykkere inkasso
  rki debitorregistret gældsrådgiver gældsrådgivning gældsstyrelsen kontanthjælp kontanthjælpen sygedagpenge
  førtidspension ressourceforløb fleksjob integrationsydelse ferietillæg børnecheck børnetilskud boligskat
  visitator visitation visiteret visiteret hjemmepleje hjemmeplejen sosu sosu'er sygeplejerske socialsygeplejerske
  hjemmevejleder hjemmevejledning bostøtte botilbud værested væresteder varmestue akutbolig herberg herberget genhusning
  genhuset genhuses helhedsplansrenovering rengøring hovedrengøring skimmel skimmelsvamp fugt væggelus kakerlakker
  rotter skadedyr hoarding hoarder samler opgang opgangen opgange gården altan altanen skralderum affaldsrum vaskeri
  vaskekælder fællesvaskeri beboerlokale fællesspisning sommerfest kulturmøde temamøde dialogmøde netværksmøde
  bisidder bisidderen partsrepræsentant fuldmagt samtykke underretning børnefamilieenheden myndighed myndigheden
  familiehus krisecenter krisecentret ungerådgivning gadeplan sspmedarbejder klubmedarbejder pædagog pædagogen
  tolk tolken telefontolk videotolk sprogkursus danskundervisning sprogskole lektiehjælp jobmesse opskrevet venteliste
  anonym anonymt anonymiseret drøftelse drøftes henvis henvises viderevisiteret opsagt opsigelse fraflytning
  hovednøgle låseskift låsesmed dørtelefon røgalarm røgalarmer facaderenovering faldstamme faldstammer stigstrenge`;

export const LEXICON = ABBREVIATIONS + AUTHORITIES + PLACES + BODY + WORK;
