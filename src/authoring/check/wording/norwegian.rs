//! The words of Norwegian: Bokmål, and the forms of Nynorsk that differ. This file knows no rules;
//! [`Language`] says what each list is for.

use super::language::Language;
use std::sync::OnceLock;

/// Norwegian in both written standards.
pub static NORWEGIAN: Language = Language {
    index: OnceLock::new(),
    idioms: "ikke lenger|ikke lengre|ikkje lenger|ikkje lengre|ikke minst|ikkje minst|ikke bare|ikke kun|\
        ikkje berre|ikke sant|ikkje sant|ikke desto mindre|ikkje desto mindre|ikke mer enn #|\
        ikke mindre enn|ikke flere enn|eller ikke|eller ikkje|ingen tvil|inga tvil|intet mindre enn|\
        men ikke minst|men ikkje minst|men ikke alltid|men ikkje alltid|men ikke alle|men ikkje alle|\
        men ikke nødvendigvis|men ikke helt|alle slags|alle fall|en gang for alle|ein gong for alle|\
        for alle praktiske formål|av alle|alle #|alle andre|alle sammen|alle saman|alle mulige|alle moglege|\
        i alle år|alt i alt|alt etter|alt for|alt ved|alt i|alt på|alt annet|alt tyder|både menn og kvinner|\
        både kvinner og menn|både barn og voksne|både voksne og barn|både barn og vaksne|\
        både gutter og jenter|både jenter og gutter|både unge og eldre|både unge og gamle|både store og små|\
        både små og store|alt anna|til enhver tid|som alltid|bare litt|bare noen|bare delvis|bare en liten|\
        bare et lite|bare en del|bare en brøkdel|bare et fåtall|bare et mindretall|bare så vidt|bare så|\
        bare fordi|bare verre|bare bedre|bare flere|bare mer|bare å|trenger bare|trenger kun|treng berre|\
        bare én av|bare en av|bare ett av|bare man|bare du|bare føtter|bare hender|bare knær|bare ben|\
        bare bein|bare vegger|kun litt|kun noen|kun delvis|kun en liten|kun et lite|kun en del|\
        kun en brøkdel|kun et fåtall|kun et mindretall|kun én av|kun en av|berre litt|berre nokre|\
        berre delvis|berre ein liten|berre eit lite|berre ein del|berre å|berre éin av|berre ein av|\
        berre verre|berre betre|berre fleire|berre meir|berre fordi",
    abbreviations: "ca dr evt inkl jf kap kl mill mrd nr osv pga pkt st tlf vs",
    numbers: "to tre fire fem seks syv sju åtte ni ti elleve tolv tjue tyve femti hundre tusen million \
        millioner halve halvparten tredjedel firedel fjerdedel femtedel tidel prosent",

    not: "ikke ikkje",
    negations: "ingen inga inkje intet ingenting verken hverken korkje neppe",
    pairs_of_none: "",
    contrasts: "og men",

    absolutes: "alltid aldri alle enhver ethvert einkvar samtlige samtlege bare kun berre utelukkende \
        utelukkande",
    opening_absolutes: "all alt",
    wholly: "helt heilt totalt fullstendig absolutt",
    wholes: "fri fritt gratis identisk identiske lik like likt nøytral nøytralt objektiv objektivt ren rent \
        sikker sikre trygg trygge trygt uavhengig uavhengige ubrukelig ubrukelige ubrukeleg ufarlig \
        ufarlige ufarleg ulik ulike umulig umulige umogleg unødvendig unødvendige uten utan",
    only: "bare kun berre",
    everybody: "alle alt enhver einkvar samtlige samtlege",
    softeners: "nesten omtrent knapt bortimot tilnærmet",

    relatives: "som",
    that: "",
    conditions: "hvis dersom viss når ifall fordi mens medan",
    opening_conditions: "om da då der siden sidan selv sjølv uansett",
    subordinators: "at hva hvem hvilken hvilket hvilke hvor hvordan hvorfor hvorvidt kva kven kor korleis \
        kvifor",
    reach: 6,
    verb_before_not: true,

    and: "og",
    or: "eller",
    but: "men",
    both: "både",
    but_also: "men også",

    auxiliaries: "er var har hadde kan vil skal bør må får fikk fekk blir ble blei vert vart gir gjev ga \
        gav gjør gjer gjorde går gikk gjekk kommer kjem kom tar tek tok",
    verbs: "øker aukar reduserer koster kostar virker verkar svekker forbedrer forebygger hindrer hindrar \
        skaper skapar trenger treng krever krev senker inneholder inneheld består utvikler utviklar \
        ødelegger øydelegg forverrer påvirker påverkar fremmer fremjar minsker endrer endrar lønner lønar \
        hører høyrer betyr tyder vet veit tror trur mener meiner finnes finst holder held ser liker likar \
        vokser veks avhenger drikker drikk spiser lytter lyttar bryr forstår følger følgjer",
    bases: "kunne ville skulle måtte burde",
    nouns_too: "fører hjelper hjelper styrker skader løser lever bruker bygger kjøper selger leser lærer \
        vinner taper søker deler velger",
    perhaps: "sitter sit ligger ligg står driver driv løper prøver smaker gjelder gjeld handler varer",
    after_verbs: "til den det de dei en ei et ein eit deg dem seg oss folk barn barna mer meir mindre mye \
        mykje lite litt alle mange noen noe sin sitt sine mot",
    infinitive: "å",
    participle: "",
    before_infinitives: "å kan vil skal bør må får kunne ville skulle måtte burde",
    copulas: "er var være vere vært vore blir ble bli blitt vert verte vart virker verkar føles følast \
        oppleves opplevast gjør gjer gjøre gjere smaker",
    pronouns: "jeg eg du han hun ho det den vi dei de dette disse desse man",
    determiners: "",
    adverbs: "også ofte vanligvis derfor dermed da då så likevel alltid aldri bare berre kun svært veldig \
        mer meir mest mindre minst ganske nokså helt heilt både like for mye",
    adjectives: "aggressiv ansvarlig attraktiv bedre betre bekvem best billig billigere dum dyr dyrere \
        dårlig dårleg effektiv ekkel enkel enkelt enkle enklere farlig farleg feil fin flink flinkere frisk \
        friskere gal giftig god godt gode hyggelig hyggeleg hard interessant kjedelig kjedeleg klok \
        komplisert kort lang lat lett lettere langsom lovlig lur lønnsom miljøvennlig moderne morsom mulig \
        mogleg nyttig nødvendig naudsynt nøyaktig naturlig naturleg overflødig oversiktlig populær \
        pålitelig påliteleg presis profesjonell rask raskere rettferdig riktig rik rimelig rimeleg \
        risikabel rolig roleg sikker sikre sikkert sikrere skadelig skadeleg slitsom smart smartere \
        spennende sterk sterkere stressende sunn sunt sunne sunnere svak svakere syk syke sjuk sjuke treg \
        troverdig troverdige trygg tryggere tydelig tydeleg unødvendig upålitelig urettferdig usikker \
        usikkert usunn usunt usunne utdatert vakker vanskelig vanskeleg verdifull verre verst viktig vond \
        vondt ærlig ærleg",
    adjective_endings: "lig lige leg lege bar bart bare iv ivt ive full fullt fulle som somt somme løs løst \
        løse ere",
    inflections: "te",
    after_judgements: "å for i med på enn når hvis dersom nok fordi fra frå mot under etter før uten utan \
        om av til for at dersom i dag",
};
