/** Towns that stand behind a postcode, as written out and cut short; an agreement adds its own. */
export const TOWNS: readonly string[] = `
  københavn kbh cph copenhagen østerbro vesterbro amager nordvest sydhavn valby vanløse brønshøj husum
  bispebjerg frederiksberg frb hvidovre rødovre gladsaxe søborg bagsværd herlev ballerup skovlunde glostrup albertslund
  taastrup ishøj brøndby vallensbæk kastrup tårnby dragør hellerup gentofte charlottenlund klampenborg lyngby
  kongens_lyngby virum holte birkerød værløse farum hillerød helsingør fredensborg roskilde greve solrød køge ringsted
  næstved slagelse holbæk kalundborg nykøbing odense svendborg nyborg middelfart kolding fredericia vejle horsens århus
  randers viborg silkeborg skanderborg skive holstebro herning ikast esbjerg sønderborg åbenrå haderslev tønder ålborg
  hjørring frederikshavn thisted rønne malmø`
  .trim()
  .split(/\s+/)
  .map((town) => town.replace("_", " "));
