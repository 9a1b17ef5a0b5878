/**
 * Names that a dictionary also takes for words, but hardly anybody writes as such: they count as names wherever they
 * stand.
 */
export const NAMES_AFTER_ALL = `
  abdi adam aksel alf alma alvin amara amin anders andres ane arne aron aurora barak benjamin benny borris børge carina
  carolina celeste charlie danel daniel dao david ellen emir enes ester ethan filippa frank frede fatima ferat
  hagen hansen hansultan hasret hassan helen helle henry hjalte huseyin ismail iver iversen jack jarl jasmin jens jon
  jonas juan julieta karl karlo karsten khan kim klaus kristensen kåre leo lotte lucia ludvig lutfi mads madsen
  magnus malene manuel marc mathilde matilde maya mille morris morten møller naja nana nathan nicolas niels nihan niko
  nikola nikolov olfert omer palle penelope perry pia reem rolf rune sarah shah shahid signe sokolov solvej stephan
  susen søren søs tilde tobias tove tran trine turgut urhan valter vera victoria vincent wu yang åse agnes
  felix yasmin sami samir rami amal hani nihad farid zarko kasim karim hamit sultan nasser sara mona emil signe
  adler hanni jonasen juliane nis nikolette nonny stephan valfred vinfred morton lemmy milene attila balleby
  mie lis olsen bente bent kurt frits kris evert begitte gerd hilde georgine gloria donna dario sabina selina
  sidse suzette sibylle spencer villi lynette edda syver finn egon espen klemens dolly kitt leif kaj kai ulla bodil gert ole per-erik pernille jytte birthe inge ib aage aase lone
  osman nadir gry siv bitten tor balder helmer mio smidt jihad ahmed ahmad ali abu umm nur noor nour iman amina asma rana lina dina mina sana hana huda nada zara lara yara
  muna mona rima hiba rima sahra hodan ayan ifrah ilhan deniz cem kaya ece ela ada nevin aylin kenan yusuf`;

/** Names in use here that the public lists lack: no slip of the fingers makes words of them. */
export const MORE_NAMES = `
  arno boje bolette brit brynja calle cilie ejner eli elvir emmy eskild fie gaia hagbart halfdan harald hector heino helga
  herluf hilda ilse ingolf jane jason jelle jes judith kaja kalle kitty knud kresten leila lisa lissi manda monika nanok
  pele pelle pernilla rigmor roger rosita ruby sally sigurd svea sylvest tea ted terkel theis thyra tilda tyra vanja vicky
  viggo vilda villum viva wanda wilma ylva yrsa nille dorrit eigil elo evan fiona hedda hella isa jokum jørn kate leonard
  lulu magne molly nadja nikita ola olaf ottilia pauline petra rie rosemarie rudi sif sune svenne sven thit thilde tore
  torsten una valborg vibeke villy vivi dyhr worm quist enggård søgård lundgård damgård kjærgård krogsgård dalgård hald bork
  borre flindt glar greg harck hein husted kappel krüger lauritz lerche majgård mouritsen munch mørch nyborg nymann
  panduro ree riis rosendal rosenlund rud rørbæk sadolin salling sass schou sehested skou solberg spliid stenild sønderby
  troll tved uhre uldall urup vadum vesterby vestergren villadsen vogel vraa winkel wulff øllgård ågård bisgård
  aman asad azad bahar dilan dima dua erdal eren ferdi hadi hava ilham imran jamal jihan kemal latif lokman melek mert moez
  musa nawal nima orhan ozan rahim rayan roj rojin sabah sabri salah salam salim samar samim sanaa sefa semra sharif siham
  sinan suad talal tarik umut yalda yasin zain zaki zeki ziya bashir hamse ayaan hibo idil ladan sagal warsan cabdi guled
  jama nuh robel senait selam salomon tesfay winta binh anh linh phuong thanh minh amrit rani asha uma bella melisse
  nadifa fadumo faduma hatice zeyneb zeynep merve meryem havva gulnara gulsen nurcan nuray songul sevgi sevda serpil sibel
  aisha aicha khadija khadra ruqayo hawo halimo xalimo sadia saida samia samira souad soumaya naima nawaal yasmina zainab
  zaynab zohra abdullahi abdirahman abdikarim mohamud mahamed farah warsame jibril liban mahad bilan deqa hibaq ismahan
  kowsar nimo saynab shukri suleqa ubah yasmiin dragan goran milena jelena zoran slavica emina senad nermin mirsad azra
  sanela besnik arben shpresa drita valbona florim agron blerim kowalski nowak wojciech agnieszka malgorzata katarzyna
  oksana svitlana olena ivanka bohdan tetiana haile tekle yohannes tsegay abeba mehret rahwa nguyen tran hoang pham thuy
  huong ngoc bich quoc chaudhry rehman shabana nasreen bushra tahira farzana rubina mehwish parveen zarina laila leyla
  leila nasrin shirin parisa maryam fereshteh reza hamid behrouz mahmoud mahmud ibrahim ismail mustafa yilmaz demir kaya
  celik sahin ozturk aydin arslan dogan kilic aslan cetin kara koc kurt ozdemir simsek`;

/**
 * Words that are names as well, and that a note hardly ever means as words: names wherever they stand, unless an article,
 * a number or a word like it goes before them.
 */
export const SELDOM_WORDS = `
  alba ditte vibe viola iris erika bech berg birk krogh krag kjær juhl holst friis falk frits hermann lauge leth lilje lind
  linde liva lund lærke malte martin odin oda perle rafn rasmus ravn rosa rosen silke skjold svane svend søe tau thor thorn
  toft torp ulv vang viking ægir beck bob brandt brix bruun buch busk bøg eja flora folke fosse foster fuglsang gray
  gro harper hauge jade jordan kamma karl kelvin klint koch kvist lise mejer mie mynte nielsine nygård pedersholm
  rane ramus ravnsborg skytte snor sonne spang stern tara tarp tulle viktor victor freja frej bjørn rose frost
  birk ask munk kirk holm høg due sejr bang krage stig pil falke svale nattergal solsort spurv rosenkrans vogter
  tofte trane vedel brink krabbe jæger ladefoged hyrde mølle møllegård rosengård lyngby kali pari komet violin
  timian salvie rosmarin hassel gøg`;

/**
 * Names that are ordinary words as well. They count as names where the sentence speaks of a person: see `context.ts`.
 * Words that no sentence does without (den, han, at) are not among them.
 */
export const MAYBE_NAMES = `
  anker buster fryd hylle vilje penny pier trille tut bager skrædder skriver provst degn bisp pave præst ridder kejser greve
  hertug hare stjerne måne sværd rosenkrans krone holme jæger vogter hyrde ladefoged mølle møllegård bakke rosengård brink
  lyngby balle basse dige drejer farver felt hjelm kloster kraft krabbe løve odder okse snog storgård tofte trane vedel
  pari long lotus kali sky glæde falke svale hassel kastanje komet drage fugl nattergal spurv solsort gøg ugle hane kanel
  timian salvie rosmarin violin harpe linde bruun kamma brask vase hund kat maj juni juli jarl
  abe alba ben can dan jan tim ask atlas august bak bang bech beck berg birk bjerg bjørk bjørn blad blom bo bob bonde borg brage brand brandt
  bravo brix brun buch busk bæk bøg bøje costa dag dahl dal dam dang ditte due ebbe eg eja eng engel enghave erika falk
  fisker flora folke fosse foster friis frost fuglsang glad grøn gran gray green gro grund gul gulv hall hammer hans
  harper hauge have hede hede hede hermann hjort holm holst hope høg høj høst iris jade jordan juhl junior kaae kamp
  kan karma karl kelvin kilde kirk kirke kjær klint klit kit kiwi knap koch kok kold konge krage krog krogh kruse kvist
  lama lang lange lauge leth lilje lily lind linde line lise liv liva lund lunde lykke lys lyng lærke magi malte mark
  marin marina martin may mejer mester mie mikkelsmose min mynte mose mulle munk my møl nielsine nord norden nor ny nygård
  olie oda odin palm palme park pedersholm per perle pil pind pop prins rafn ram rane rask rasmus ravn regn rene ren
  riber ring rise ro rosa rose rosen rus ry ræv saga sand sander sem silke sine skov skjold skytte smed snor sol sommer
  sonne sort speranza spang sten stern stig storm stork strand strøm sund sunde svan svane svend søgaard søe sølv sø tage
  tale tam tang tara tarp tau thor thorn tiger toft tom torp torn torm trold tue tulle ulv vang vester vest vibe vig vind
  vinter viola vind viola viking ville vogn vold winter æble ægir østen øster mus myre lave gang vej bille ivar vita van
  sejr victor viktor fred freja frej bor lin lim ramus rubin safir safran salt sena sila sima tas tan tam ting
  destan nazar gul gül haven hus kaptajn kær leo ly lyn malle mand nat nissen ove penge pan per ravnsborg skipper
  sang song stub styrke tun uhr ur vagt vinge væver yde ørn åby grace joy faith rose dawn summer lake hunter mason`;

/** Of those, words that no note does without: a small letter never makes names of them. */
export const MOSTLY_WORDS = `
  kan tage tale lave per min my may ny gang vej have hold ville ved bor sort rene ren lang lange høj stor ring ro hus mand
  nat penge van tom gul grøn brun gulv kold konge mester park vogn vold vest nord vind brand vagt yde sine glad hans fred
  ben can dan tim tam lys dag kamp ram styrke sol strøm sund sunde lim ting kit tun ur sø sand salt stub knap regn frost rus
  tan van pan song sang skipper haven olie have ly lyn bad blad have lykke ville land strand vinter sommer hund kat maj juni juli vase bakke hare hane fugl fugle felt farver glæde bager dommer skriver `;
