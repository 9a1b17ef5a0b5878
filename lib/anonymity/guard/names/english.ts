/** English words as they stand in Danish notes. None of them is a name in use among residents. */
export const ENGLISH = `
  the a an and or but not no yes of in on at to for from with without by about after before during until since than
  then there here this that these those it its is are was were be been being am has have had having do does did done
  doing can could will would shall should may might must need needs needed want wants wanted like likes help helps
  helped helping please thanks thank sorry ok okay hi hello hey bye she he they we you her him his them their us our
  your me mine my i who whom what which when where why how all any both each few more most other others some such only
  own same so too very just now also again ever never always often sometimes still yet already soon later today tomorrow
  yesterday morning afternoon evening night day days week weeks month months year years hour hours minute minutes time
  times monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december
  one two three four five six seven eight nine ten eleven twelve first second third last next
  home house flat apartment room rooms kitchen bathroom toilet floor stairs door doors window lift elevator key keys
  street building block entrance yard basement neighbour neighbours neighbor neighbors rent landlord tenant tenants
  resident residents eviction evicted deposit lease debt debts bill bills payment payments pay paid paying owe owes owed
  money cash bank card account benefit benefits income salary job jobs work works worked working unemployed employment
  school kindergarten course courses language danish english arabic somali turkish urdu farsi speaks speak spoke spoken
  talk talks talked talking say says said tell tells told ask asks asked call calls called calling phone text texts
  message messages mail email letter letters post form forms paper papers document documents application apply applied
  appointment appointments meeting meetings meet meets met visit visits visited visiting come comes came coming go goes
  went gone going get gets got getting give gives gave given take takes took taken make makes made see sees saw seen look
  looks looked know knows knew known think thinks thought feel feels felt feeling find finds found keep keeps kept let
  lets leave leaves left stay stays stayed live lives lived living move moves moved moving open opens opened opening
  close closes closed answer answers answered answering wait waits waited waiting start started stop stopped try tries
  tried use uses used show shows showed understand understands understood read reads write writes wrote written sign
  signed send sends sent sending bring brings brought buy buys bought sleep sleeps slept sleeping eat eats eating drink
  drinks drinking smoke smokes walk walks walking sit sits stand stands fall falls fell cry cries crying cried
  mother father mum mom dad parent parents son sons daughter daughters brother brothers sister sisters wife husband
  child children kid kids baby family families friend friends grandmother grandfather grandson granddaughter uncle aunt
  cousin partner boyfriend girlfriend ex woman women man men boy boys girl girls person people someone somebody anyone
  anybody nobody everybody everyone something anything nothing everything somewhere anywhere
  old young new good bad better best worse worst big small little long short high low full empty hot cold warm clean
  dirty dark safe unsafe ill sick healthy tired sad happy angry afraid scared lonely alone depressed depression anxious
  anxiety stress stressed pain pains hurt health mental physical doctor hospital nurse medicine medication pills therapy
  treatment disability wheelchair walker stick blind deaf pregnant divorce divorced married single widow separated
  violence violent abuse abused police crime fire noise loud smell smells mold mould bugs cockroaches rats bedbugs
  mice broken heating heat water power electricity internet wifi support contact worker workers social case authority
  authorities municipality city office welfare advice adviser advisor lawyer court council housing association benefit
  service services group groups activity activities network right rights law rule rules problem problems trouble issue
  issues situation reason reasons question questions urgent asap fast slow quick quickly slowly much many lot lots less
  enough almost maybe perhaps really probably actually exactly well fine sure able unable ready willing possible
  impossible important difficult easy hard clear unclear because if though although while unless either neither nor as
  up down out over under off into onto between around behind above below near far away back together apart along across
  through against toward towards per via about approx due owing ok nope yeah etc info update follow followed following
  check checked checks trust trusts avoid avoids refuses refuse refused accept accepts accepted agree agrees agreed
  prefer prefers preferred allowed allow allows worried worry worries worrying missing miss misses missed lost lose loses
  overdue notice deadline reminder reminders unopened opened mailbox translator interpreter interpret translate
  translated translation country war refugee refugees asylum residence permit citizen citizenship visa passport id
  drug drugs alcohol drunk sober clean relapse addiction gambling food shopping cleaning cooking laundry clothes shoes
  bed bedroom sofa table chair fridge stove oven washing machine garbage trash bin car bike bus train taxi ride
  everyday daily weekly monthly evenings mornings nights weekend weekends holiday holidays since ago half
  free quite rather bit don't doesn't didn't can't won't isn't aren't wasn't i'm i've it's he's she's they're hasn't haven't couldn't dont doesnt didnt cant wont isnt arent wasnt im ive hes shes theyre youre hasnt havent couldnt
  whatsapp chat online link video picture photo zoom teams laptop computer tablet screen battery charger sim
  nice great kind kindly dear best regards cheers hope hoping feels looking calls knocking knocked knock behind kids
`;
