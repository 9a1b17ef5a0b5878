/** The estates of the agreement and their neighbours: organisations bear these names, so alone they say nothing. */
export const ESTATES = `
  Lundtoftegade Titanparken Mimersgade Mimersparken Mjølnerparken Aldersrogade Hothers_Plads Vognvænget Guldberg_Have
  Lundevænget Ryparken Bispeparken Bispehaven Blågården Nørrebro_Vænge Tagenshus Tingbjerg Emdrupvænge Folehaven
  Urbanplanen Hørgården Akacieparken Degnegården Hulgårdsparken`;

/** Houses that the agreement itself names, and that bear somebody's name. */
export const NAMED_PLACES = `
  Café_Nora Cafe_Nora Caféen_Nora Cafeen_Nora`;

/** Streets of Nørrebro and around it whose names end like ordinary words, or in no street word at all. */
export const ODD_STREETS = `
  Alléen Banannapark Banevingen Bispebjerg_Bakke Bispebjerg_Parkallé Bispeengen Borgmestervangen Den_Grønne_Sti
  Den_Røde_Plads Eddagården Fogedgården Fogedmarken Gadelandet Hyltebro Kløvermarken Langelinie Lersø_Parkallé
  Lersøparken Lygten Nørrebro_Runddel Nørrebros_Runddel Nyhavn Rabarberlandet Sankt_Hans_Gade Sankt_Hans_Torv
  Sankt_Hans_Plads Skt_Hans_Gade Skt_Hans_Torv Smedetoften Stærehusene Superkilen Terrasserne Ved_Bellahøj
  Ved_Bispeengen Ved_Linden Ved_Stadsgraven Vingelodden Aksel_Larsens_Plads Balders_Plads Blågårds_Plads
  Folmer_Bendtsens_Plads Frederik_Bajers_Plads Guldbergs_Plads Israels_Plads Skjolds_Plads`;

/** Streets known by their ending, without it, because the ending is what people cut short: lundtofteg. 60. */
export const SHORTENED_STREETS = {
  gade: `
    ahlmanns ahorns aldersro allers anneke arresø asminderød asnæs baggesens balders birke blågårds brages dagmars edda
    elme esrom fafners farum fenris fensmark fredens fredensborg frederiksborg fyens gartner griffenfeld griffenfeldts
    guldbergs hamlets haralds heimdals heines hellebæk hillerød humlebæk husum jægersborg kleins kors kronborg krügers
    lundtofte læssøes meinungs mimers mølle murer nannas nivå nordbane nærum nøddebo nørrebro odins rantzaus ravnsborg
    rovsings ryes rådmands sandbjerg schleppegrells sigyns sjællands skodsborg skotterup slangerup sleipners slots
    smede stefans sten stevns struensee søllerød thors titan todes tømrer udby uffes valhals valkyrie vermunds vester
    wessels yduns ægirs ørholms øster ålborg`,
  vej: `
    bispebjerg birkedommer blegdams bogtrykker dorthea falkoner fasan frederiksborg frederikssunds fælled glente
    godthåbs hillerød hulgårds jagt kapel nordre_fasan peter_bangs rebslager rentemester skoleholder tagens tomsgårds
    vibe ørne`,
  alle: "bjelkes borups grøndals lersø_park løvs nørre park pile rosenørns tagens",
  park: "mimers mjølner titan",
  plads: "bajers balders bendtsens blågårds guldbergs hothers israels larsens skjolds",
} as const;

/** Towns that stand behind a postcode, as written out and cut short. */
export const TOWNS = `
  københavn kbh cph copenhagen nørrebro østerbro vesterbro amager nordvest sydhavn valby vanløse brønshøj husum
  bispebjerg frederiksberg frb hvidovre rødovre gladsaxe søborg bagsværd herlev ballerup skovlunde glostrup albertslund
  taastrup ishøj brøndby vallensbæk kastrup tårnby dragør hellerup gentofte charlottenlund klampenborg lyngby
  kongens_lyngby virum holte birkerød værløse farum hillerød helsingør fredensborg roskilde greve solrød køge ringsted
  næstved slagelse holbæk kalundborg nykøbing odense svendborg nyborg middelfart kolding fredericia vejle horsens århus
  randers viborg silkeborg skanderborg skive holstebro herning ikast esbjerg sønderborg åbenrå haderslev tønder ålborg
  hjørring frederikshavn thisted rønne malmø`;
