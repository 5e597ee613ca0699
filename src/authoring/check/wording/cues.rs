//! The words that raise doubts about pairs of statements. This file knows no rules; [`Cues`] says
//! what each list is for.

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;
const YEAR: f64 = 365.0 * DAY;

/// Words by their role in a pair. Words in a list are separated by spaces, phrases by `|`.
pub struct Cues {
    /// Words that say how things should be.
    pub wishes: &'static str,
    /// Phrases that name the most important of several.
    pub mainly: &'static str,
    /// Phrases that name a cause or a source.
    pub causes: &'static str,
    /// Phrases by which one statement contradicts another. If there is one, most other doubts do
    /// not apply.
    pub denials: &'static str,
    /// The two words around an equality: "as safe as". If one word is enough, the second is empty.
    pub equal: (&'static str, &'static str),
    /// The word that precedes the other side of a comparison.
    pub than: &'static str,
    /// Quantities other than numbers.
    pub quantities: &'static str,
    /// Comparatives that judge.
    pub comparatives: &'static str,
    /// Phrases that rank one above all others.
    pub superlatives: &'static str,
    /// Words with their opposites, if there is a third possibility: `rise/fall`.
    pub opposites: &'static str,
    /// Words for nothing and nobody.
    pub none: &'static str,
    /// Words that say something about some cases and leave the others open.
    pub partly: &'static str,
    /// Words after which those in `partly` have another meaning: "more often".
    pub not_before: &'static str,
    /// Words before which those in `partly` have another meaning: "noen få".
    pub not_after: &'static str,
    /// Units of time: singular, plural, and the number of seconds.
    pub units: &'static [(&'static str, &'static str, f64)],
    /// Numbers in words.
    pub amounts: &'static [(&'static str, f64)],
    /// The word that halves the unit after the next word: "half a year".
    pub half: &'static str,
    /// Words without a meaning of their own, besides those in `Language`.
    pub small: &'static str,
}

/// English.
pub static ENGLISH: Cues = Cues {
    wishes: "should ought shouldn't",
    mainly: "mainly|mostly|primarily|chiefly|predominantly|principally|above all|first and foremost|for the most part",
    causes: "because of|because|caused by|due to|comes from|come from|result from|results from|a result of|\
        the result of",
    denials: "other than|something else|somebody else|someone else|in place of|instead of|with or without|whatever|\
        regardless of|not|at least|at most|no more|no less|no better|no worse|no fewer|just as|the same|or|either|neither",
    equal: ("as", "as"),
    than: "than",
    quantities: "half a an one most few several",
    comparatives: "better worse safer cheaper healthier faster slower easier harder stronger weaker cleaner dirtier \
        smarter happier richer poorer quicker simpler more less",
    superlatives: "the best|the worst|the main|the most|the biggest|the greatest|the largest|the only",
    opposites: "rise rises rose risen rising increase increases increased grow grows grew grown/fall falls fell fallen \
        falling sink sinks sank sunk decrease decreases decreased decline declines declined shrink shrinks shrank|\
        good/bad harmful|better/worse|higher/lower|helps help/harms harm hurts hurt|strengthens strengthen/weakens \
        weaken|raises raise/lowers lower reduces reduce|improves improve/worsens worsen",
    none: "no nobody no-one nothing none",
    partly: "some sometimes often many occasionally",
    not_before: "more less as so too how",
    not_after: "",
    units: &[
        ("", "seconds", 1.0),
        ("minute", "minutes", MINUTE),
        ("hour", "hours", HOUR),
        ("day", "days", DAY),
        ("week", "weeks", 7.0 * DAY),
        ("month", "months", YEAR / 12.0),
        ("year", "years", YEAR),
        ("decade", "decades", 10.0 * YEAR),
        ("century", "centuries", 100.0 * YEAR),
    ],
    amounts: &[
        ("a", 1.0),
        ("an", 1.0),
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("twelve", 12.0),
        ("twenty", 20.0),
    ],
    half: "half",
    small: "of in on at by for with from into onto about after before over under between through during and or but as \
        than so if when while where which who that to not no very much more most less least some any all each every \
        other own only also just even then there here up out off down be been being have do make makes",
};

/// Norwegian.
pub static NORWEGIAN: Cues = Cues {
    wishes: "bør burde",
    mainly: "hovedsakelig|først og fremst|i første rekke|i hovedsak|primært|stort sett|for det meste|særlig|især|fremfor alt",
    causes: "på grunn av|skyldes|forårsakes av|forårsaket av|kommer av|kommer fra|fordi|som følge av|takket være",
    denials: "annet enn|andre enn|noe annet|noen andre|i stedet for|med eller uten|uansett|ikke|minst|høyst|samme|det samme|eller|enten|verken",
    equal: ("like", ""),
    than: "enn",
    quantities: "halvparten en ett et én noen mange",
    comparatives: "bedre verre dårligere tryggere billigere sunnere raskere langsommere tregere enklere lettere \
        vanskeligere sterkere svakere renere smartere flinkere rikere fattigere dyrere",
    superlatives: "den beste|det beste|den viktigste|det viktigste|den største|det største|den eneste|det eneste|\
        hovedårsaken",
    opposites: "øker økt økte stiger steget steg vokser vokst/synker sunket sank minker minket faller falt avtar \
        avtatt reduseres|bra god godt gode/skadelig skadelige dårlig dårlige|bedre/verre dårligere|høyere/lavere|\
        hjelper/skader|styrker/svekker|forbedrer/forverrer",
    none: "ingen inga intet ingenting",
    partly: "noen enkelte iblant ofte mange",
    not_before: "mer mindre like så for hvor",
    not_after: "få ganger",
    units: &[
        ("sekund", "sekunder sekundene", 1.0),
        ("minutt", "minutter minuttene", MINUTE),
        ("time", "timer timene timen timers", HOUR),
        ("dag", "dager dagene døgn", DAY),
        ("uke", "uker ukene", 7.0 * DAY),
        ("måned", "måneder månedene", YEAR / 12.0),
        ("", "år årene", YEAR),
        ("tiår", "tiårene", 10.0 * YEAR),
        ("århundre", "århundrer", 100.0 * YEAR),
    ],
    amounts: &[
        ("en", 1.0),
        ("én", 1.0),
        ("ei", 1.0),
        ("et", 1.0),
        ("ett", 1.0),
        ("halvt", 0.5),
        ("halv", 0.5),
        ("to", 2.0),
        ("tre", 3.0),
        ("fire", 4.0),
        ("fem", 5.0),
        ("seks", 6.0),
        ("sju", 7.0),
        ("syv", 7.0),
        ("åtte", 8.0),
        ("ni", 9.0),
        ("ti", 10.0),
        ("tolv", 12.0),
        ("tjue", 20.0),
    ],
    half: "",
    small: "av i på ved for med fra inn om etter før over under mellom gjennom og eller men som enn så hvis når mens \
        der at å ikke svært mye mer mest mindre minst noe alle hver annen andre selv bare også en ei et ett én sin \
        sitt sine seg ut opp ned være vært ha gjøre til mot en",
};
