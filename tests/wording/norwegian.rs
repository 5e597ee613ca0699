//! Norwegian statements, with the issues in each. Knows no rule, only examples.

use crate::{SILENT, compare};
use misconception_scorecard::authoring::check::wording::IssueKind::{
    Absolute, DoubleBarrelled, Negated,
};

#[test]
fn norwegian_two_claims_in_one_statement_are_reported() {
    compare(
        "nb",
        &[
            (
                "Vaksiner er trygge og effektive.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Vindkraft er billig og miljøvennlig.",
                &[(DoubleBarrelled, "og")],
            ),
            ("Vaksinen er trygg, men dyr.", &[(DoubleBarrelled, "men")]),
            (
                "Trening gjør deg sunnere og smartere.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Egg øker kolesterolet og er usunt.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Foreldre vet best og bør bestemme.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Lederen min lytter til meg og gir meg råd.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Maten var god, og betjeningen var hyggelig.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Sukker er usunt og frukt er sunt.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Fisk er sunt, og det er kjøtt også.",
                &[(DoubleBarrelled, "og")],
            ),
            (
                "Penicillin virker på bakterier, men ikke på virus.",
                &[(DoubleBarrelled, "men")],
            ),
            (
                "Kaffe gir magesår og/eller kramper.",
                &[(DoubleBarrelled, "og/eller")],
            ),
            ("Te er både sunt og billig.", &[(DoubleBarrelled, "både")]),
            (
                "Stress skader ikke bare sinnet, men også hjertet.",
                &[(DoubleBarrelled, "ikke bare")],
            ),
            (
                "Søvn er viktig; trening er viktigere.",
                &[(DoubleBarrelled, "viktig;")],
            ),
            (
                "Jorda er flat. Månen er rund.",
                &[(DoubleBarrelled, "flat.")],
            ),
        ],
    );
}

#[test]
fn norwegian_og_that_joins_no_claims_is_not_reported() {
    compare(
        "no",
        &[
            ("Forskning og utvikling lønner seg.", SILENT),
            ("Prisen ligger mellom 10 og 20 kroner.", SILENT),
            ("Det er forskjell på menn og kvinner.", SILENT),
            ("Det er en sammenheng mellom kosthold og helse.", SILENT),
            ("Service- og salgsavdelingen svarer samme dag.", SILENT),
            ("I Norge er mat og drikke dyrt.", SILENT),
            ("Lise og jeg har to barn.", SILENT),
            ("Det blir mer og mer vanlig å jobbe hjemme.", SILENT),
            ("Det er en billig og rask metode.", SILENT),
            ("Søvn bedrer hukommelsen og humøret.", SILENT),
            ("Barn bør lære å lese og skrive.", SILENT),
            ("Mange sitter og leser avisen om morgenen.", SILENT),
            ("Staten kan og bør senke avgiften.", SILENT),
            ("Det du spiser og drikker, påvirker søvnen.", SILENT),
            ("Når det er varmt og det regner, vokser muggsopp.", SILENT),
            (
                "En bedrift som skjuler feil og er treg, mister kunder.",
                SILENT,
            ),
            (
                "Det viktigste en bedrift kan gjøre for kundene og de ansatte, er å lytte.",
                SILENT,
            ),
            ("Det er først og fremst eierne som bestemmer.", SILENT),
            ("Astma rammer både barn og voksne.", SILENT),
            ("«Billig og rask» er det kundene ber om.", SILENT),
            ("Lov og orden er viktig for folk flest.", SILENT),
            ("Bakterier, f.eks. Salmonella, dør ved koking.", SILENT),
            ("Folk feirer 17. mai i hele landet.", SILENT),
        ],
    );
}

#[test]
fn norwegian_negations_and_absolutes_are_reported() {
    compare(
        "nb-NO",
        &[
            ("Sukker er ikke farlig.", &[(Negated, "ikke")]),
            ("Kunnskap om mat er ikke viktig.", &[(Negated, "ikke")]),
            ("Mange tror at sukker ikke er farlig.", &[(Negated, "ikke")]),
            ("Ingen har sett muren fra månen.", &[(Negated, "Ingen")]),
            (
                "Det spiller ingen rolle hvem du stemmer på.",
                &[(Negated, "ingen")],
            ),
            (
                "Verken foreldre eller lærere har skylden.",
                &[(Negated, "Verken")],
            ),
            ("Neppe noen leser vilkårene.", &[(Negated, "Neppe")]),
            ("Ikke alle bakterier er farlige.", &[(Negated, "Ikke")]),
            (
                "Antibiotika hjelper ikke mot alle infeksjoner.",
                &[(Negated, "ikke")],
            ),
            ("Kunden har alltid rett.", &[(Absolute, "alltid")]),
            ("Lynet slår aldri ned to ganger.", &[(Absolute, "aldri")]),
            ("Alle katter er redde for vann.", &[(Absolute, "Alle")]),
            ("All plast havner i havet.", &[(Absolute, "All")]),
            ("Alt vann i Norge kan drikkes.", &[(Absolute, "Alt")]),
            ("Bare leger kan skrive ut resept.", &[(Absolute, "Bare")]),
            ("Det er helt trygt å spise rå egg.", &[(Absolute, "helt")]),
            (
                "Haier er sky og biter aldri, og bier er ikke farlige.",
                &[
                    (DoubleBarrelled, "og"),
                    (Negated, "ikke"),
                    (Absolute, "aldri"),
                ],
            ),
        ],
    );
}

#[test]
fn norwegian_words_that_only_look_like_negations_and_absolutes_are_not_reported() {
    compare(
        "nb",
        &[
            ("Røyking er ikke lenger vanlig blant leger.", SILENT),
            (
                "Det er viktig å høre på kunder, ikke minst de misfornøyde.",
                SILENT,
            ),
            ("Det er ingen tvil om at klimaet endrer seg.", SILENT),
            ("Depresjon er en sykdom, ikke et tegn på svakhet.", SILENT),
            ("Barn som ikke spiser frokost, lærer mindre.", SILENT),
            ("Mat som barn ikke liker, er ofte sunn.", SILENT),
            (
                "Hvis elever ikke drikker nok vann, krymper hjernen.",
                SILENT,
            ),
            ("Om du ikke sover, blir du syk.", SILENT),
            ("Det er farlig å ikke sove.", SILENT),
            ("Ordet «alltid» brukes oftere enn ordet «aldri».", SILENT),
            ("Boka Ingen Vet er en roman.", SILENT),
            ("Ikke-røykere lever lenger.", SILENT),
            ("Alt i alt har økonomien vokst.", SILENT),
            ("Alle som bor i Norge, har rett til fastlege.", SILENT),
            ("Alle fire blodtyper finnes hos aper.", SILENT),
            ("Nesten alle katter er redde for vann.", SILENT),
            ("Halvparten av alle ekteskap ender med skilsmisse.", SILENT),
            ("I alle fall halvparten av elevene sover for lite.", SILENT),
            ("Folk som aldri røyker, lever lenger.", SILENT),
            ("Vi bruker bare 10 prosent av hjernen.", SILENT),
            ("Vi bruker bare en liten del av hjernen.", SILENT),
            ("Bare én av ti nordmenn røyker.", SILENT),
            ("Folk gikk med bare føtter om sommeren.", SILENT),
            ("Det er bare å begynne.", SILENT),
            ("Helt siden krigen har landet vokst.", SILENT),
            ("Faren hans er en helt.", SILENT),
            (
                "Stortinget har en fullstendig oversikt over utgiftene.",
                SILENT,
            ),
            ("Barn trenger søvn hver natt.", SILENT),
            ("Vann uten tilsetninger er sunnest.", SILENT),
        ],
    );
}

#[test]
fn nynorsk_is_checked_too() {
    compare(
        "nn-NO",
        &[
            ("Det finst ikkje dårleg vêr.", &[(Negated, "ikkje")]),
            ("Alle ungar treng leksehjelp.", &[(Absolute, "Alle")]),
            ("Berre legar kan skrive ut resept.", &[(Absolute, "Berre")]),
            (
                "Fisk er sunt og gjer deg smartare.",
                &[(DoubleBarrelled, "og")],
            ),
            ("Ungar som ikkje et frukost, lærer mindre.", SILENT),
            ("Vi brukar berre ein liten del av hjernen.", SILENT),
            ("Det er ikkje lenger vanleg å røykje.", SILENT),
            ("Kunnskap og erfaring er viktig.", SILENT),
        ],
    );
}
