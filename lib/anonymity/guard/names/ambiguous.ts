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
  ahmed ahmad ali abu umm nur noor nour iman amina asma rana lina dina mina sana hana huda nada zara lara yara
  muna mona rima hiba rima sahra hodan ayan ifrah ilhan deniz cem kaya ece ela ada nevin aylin kenan yusuf`;

/**
 * Names that are ordinary words as well. They count as names where the sentence speaks of a person: see `context.ts`.
 * Words that no sentence does without (den, han, at) are not among them.
 */
export const MAYBE_NAMES = `
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
  tan van pan song sang skipper haven olie have ly lyn dal dam bad blad have hall lykke ville land strand `;
