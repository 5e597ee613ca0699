//! Wording: what makes a statement hard to answer is reported, and what only looks like it is not.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, social_media};
use misconception_scorecard::authoring::check::wording::IssueKind::{
    self, Absolute, DoubleBarrelled, Negated,
};
use misconception_scorecard::authoring::check::wording::{Issue, MOST, slips};

type Row<'a> = (&'a str, &'a [(IssueKind, &'a str)]);

const SILENT: &[(IssueKind, &str)] = &[];

/// Compares all issues in every text of a table with the expected ones.
fn compare(lang: &str, rows: &[Row]) {
    for (text, expected) in rows {
        let expected: Vec<_> = expected
            .iter()
            .map(|&(kind, word)| Issue { kind, word })
            .collect();
        assert_eq!(slips(text, lang), expected, "{text}");
    }
}

#[test]
fn english_two_claims_in_one_statement_are_told() {
    compare(
        "en",
        &[
            (
                "The vaccine is safe and effective.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Trains are cheap, quick and quiet.",
                &[(DoubleBarrelled, "and")],
            ),
            ("Taxes are high but fair.", &[(DoubleBarrelled, "but")]),
            (
                "Fasting makes you healthier and smarter.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Sleep improves memory and reduces stress.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Cats hunt birds and make good pets.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Diesel cars are dirty and should be banned.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "A password should be long and contain digits.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "The food was good, and the waiters were polite.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "The left half is logical and the right half is creative.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Salt is harmful and it’s addictive.",
                &[(DoubleBarrelled, "and")],
            ),
            (
                "Penicillin works on bacteria but not on viruses.",
                &[(DoubleBarrelled, "but")],
            ),
            (
                "Coffee causes ulcers and/or cramps.",
                &[(DoubleBarrelled, "and/or")],
            ),
            (
                "Tea helps both digestion and sleep.",
                &[(DoubleBarrelled, "both")],
            ),
            (
                "Stress harms not only the mind but also the heart.",
                &[(DoubleBarrelled, "not only")],
            ),
            (
                "Sleep is important; exercise is more important.",
                &[(DoubleBarrelled, "important;")],
            ),
            (
                "The Earth is flat. The Moon is round.",
                &[(DoubleBarrelled, "flat.")],
            ),
        ],
    );
}

#[test]
fn english_and_that_joins_no_claims_is_passed_over() {
    compare(
        "en",
        &[
            ("Research and development pays off.", SILENT),
            ("There is a clear link between diet and health.", SILENT),
            (
                "The service and sales departments answer within a day.",
                SILENT,
            ),
            ("Men and women have different brains.", SILENT),
            ("My wife and I are often online.", SILENT),
            ("Marks and Spencer is a British company.", SILENT),
            ("The actor is a friend of Jada and Will Smith.", SILENT),
            ("Crime is getting more and more common.", SILENT),
            ("It helps to rest now and then.", SILENT),
            ("It is a cheap and quick method.", SILENT),
            ("Sleep improves memory and mood.", SILENT),
            ("It takes time and money to train a dog.", SILENT),
            ("The main causes are smoking and stress.", SILENT),
            ("The project has risks and costs for the town.", SILENT),
            ("A cat, a dog and a horse are mammals.", SILENT),
            ("Children should learn to read and write.", SILENT),
            ("A good manager plans and organises the work.", SILENT),
            ("The state can and should lower the tax.", SILENT),
            (
                "People who are poor and have children move more often.",
                SILENT,
            ),
            ("If it is warm and it rains, mould grows.", SILENT),
            (
                "What is good for trade is good for towns and for people.",
                SILENT,
            ),
            (
                "The thing a firm can do for customers and staff is to listen.",
                SILENT,
            ),
            ("“Cheap and quick” is what most diners ask for.", SILENT),
            ("Fish oil (omega-3 and omega-6) helps the brain.", SILENT),
            ("Asthma affects both children and adults.", SILENT),
            (
                "Birds came from dinosaurs because they are both light and quick.",
                SILENT,
            ),
            ("Dr. Hansen was right about sleep.", SILENT),
            ("Hot water kills bacteria, e.g. Salmonella.", SILENT),
            (
                "The Internet was invented by the U.S. Department of Defense.",
                SILENT,
            ),
            ("Really? Sugar is fattening.", SILENT),
            (
                "Sweets like toffees, caramels, and chocolates may be harmful.",
                SILENT,
            ),
            ("Tomorrow we’ll talk and make plans.", SILENT),
            ("Both of my parents and my sister are left-handed.", SILENT),
        ],
    );
}

#[test]
fn english_negations_and_absolutes_are_told() {
    compare(
        "en-GB",
        &[
            ("Sugar is not fattening.", &[(Negated, "not")]),
            ("Bees can’t fly in the rain.", &[(Negated, "can’t")]),
            ("Dyslexia CANNOT be treated.", &[(Negated, "CANNOT")]),
            (
                "It is true that sugar does not cause caries.",
                &[(Negated, "not")],
            ),
            (
                "No one has seen the wall from the Moon.",
                &[(Negated, "No one")],
            ),
            (
                "It makes no difference whom you vote for.",
                &[(Negated, "no")],
            ),
            (
                "Neither parents nor teachers are to blame.",
                &[(Negated, "Neither")],
            ),
            ("Hardly anybody reads the terms.", &[(Negated, "Hardly")]),
            ("Not all bacteria are harmful.", &[(Negated, "Not")]),
            (
                "Antibiotics do not cure all infections.",
                &[(Negated, "not")],
            ),
            ("Lightning never strikes twice.", &[(Absolute, "never")]),
            ("The customer is always right.", &[(Absolute, "always")]),
            ("All cats are afraid of water.", &[(Absolute, "All")]),
            (
                "Everybody’s memory fades with age.",
                &[(Absolute, "Everybody’s")],
            ),
            ("Every child can learn to sing.", &[(Absolute, "Every")]),
            ("None of the planets has rings.", &[(Absolute, "None")]),
            (
                "Smoking is the only cause of lung cancer.",
                &[(Absolute, "only")],
            ),
            (
                "Nuclear power is completely safe.",
                &[(Absolute, "completely")],
            ),
            (
                "Sharks are shy and never bite, and bees are not dangerous.",
                &[
                    (DoubleBarrelled, "and"),
                    (Negated, "not"),
                    (Absolute, "never"),
                ],
            ),
        ],
    );
}

#[test]
fn english_words_that_only_look_like_negations_and_absolutes_are_passed_over() {
    compare(
        "en",
        &[
            ("Smoking is no longer common among doctors.", SILENT),
            ("There is no doubt that the climate is changing.", SILENT),
            ("Homework has little or no effect.", SILENT),
            ("Whether or not a child reads, school matters.", SILENT),
            ("Not only doctors can prescribe drugs.", SILENT),
            ("A whale is a mammal, not a fish.", SILENT),
            ("Health is a private and not a public matter.", SILENT),
            ("Children who do not sleep learn less.", SILENT),
            ("Foods that cannot be frozen are few.", SILENT),
            ("If pupils do not drink enough their brains shrink.", SILENT),
            ("It is unwise not to vaccinate children.", SILENT),
            ("Not sleeping makes you fat.", SILENT),
            (
                "The word “never” is used more than the word 'always'.",
                SILENT,
            ),
            ("Never Let Me Go is a novel about school.", SILENT),
            ("The firm Nothing Phone is from London.", SILENT),
            ("Women talk more than men, don’t they?", SILENT),
            ("Non-smokers live longer.", SILENT),
            ("No. 5 is the best bus to town.", SILENT),
            ("All in all, the economy has widget.", SILENT),
            ("First of all, a firm needs customers.", SILENT),
            ("Dogs can see some colours at all ages after all.", SILENT),
            ("About half of all marriages end in divorce.", SILENT),
            ("All four blood types exist in apes.", SILENT),
            ("Almost all plastic ends up in the sea.", SILENT),
            ("Adults need eight hours of sleep every night.", SILENT),
            ("Every third adult sleeps badly.", SILENT),
            ("We only use 10% of our brain.", SILENT),
            ("Goldfish have a memory of only three seconds.", SILENT),
            ("An only child is often spoilt.", SILENT),
            ("A beginner only needs a pair of shoes.", SILENT),
            ("People who never smoke live longer.", SILENT),
            ("Everyone who works here has a key.", SILENT),
            ("Athletes, as always, get the flu first.", SILENT),
        ],
    );
}

#[test]
fn norwegian_two_claims_in_one_statement_are_told() {
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
fn norwegian_og_that_joins_no_claims_is_passed_over() {
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
fn norwegian_negations_and_absolutes_are_told() {
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
fn norwegian_words_that_only_look_like_negations_and_absolutes_are_passed_over() {
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
fn nynorsk_is_read_as_well() {
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

#[test]
fn the_built_in_questionnaire_is_clean_in_both_languages() {
    for lang in ["en", "nb"] {
        let questionnaire = parsed(&social_media(lang));
        let found: Vec<_> = questionnaire
            .statements
            .iter()
            .map(|statement| (statement.text.as_str(), slips(&statement.text, lang)))
            .collect();
        let clean: Vec<_> = questionnaire
            .statements
            .iter()
            .map(|statement| (statement.text.as_str(), Vec::new()))
            .collect();
        assert_eq!(found, clean);
    }
}

#[test]
fn the_language_is_the_first_part_of_the_tag() {
    let english = vec![Issue {
        kind: Absolute,
        word: "all",
    }];
    let norwegian = vec![Issue {
        kind: Negated,
        word: "ikke",
    }];
    for (lang, expected) in [
        ("en", english.clone()),
        ("EN-us", english.clone()),
        ("en_GB", english),
        ("nb", norwegian.clone()),
        ("no", norwegian.clone()),
        ("nn-NO", norwegian),
        ("da", vec![]),
        ("sv", vec![]),
        ("eng", vec![]),
        ("x-en", vec![]),
        ("", vec![]),
        ("-", vec![]),
    ] {
        assert_eq!(
            slips("We saw all of it, som er ikke rart.", lang),
            expected,
            "{lang}"
        );
    }
}

#[test]
fn a_word_is_a_piece_of_the_text_it_was_found_in() {
    let text = "  «Aldri» er et ord. Sola går IKKE ned, sa «hun»…";
    let found = slips(text, "nb");
    assert_eq!(
        found,
        [
            Issue {
                kind: DoubleBarrelled,
                word: "ord."
            },
            Issue {
                kind: Negated,
                word: "IKKE"
            }
        ]
    );
    for slip in found {
        let start = slip.word.as_ptr() as usize - text.as_ptr() as usize;
        assert_eq!(text.get(start..start + slip.word.len()), Some(slip.word));
    }
}

#[test]
fn texts_that_are_no_sentences_are_read_to_the_end() {
    let odd = [
        "",
        " ",
        "\n",
        ".",
        ";",
        "...",
        "and",
        "and/or",
        "og/",
        "/",
        "'",
        "''",
        "‘",
        "’",
        "“",
        "«»",
        "(",
        ")(",
        "((((",
        "not",
        "not only",
        "n't",
        "’t",
        "a;b;c",
        "; ;",
        "and and and",
        "\u{0}\u{301}\u{200D}\u{FEFF}",
        "עברית ו־עוד",
        "🙂 and 🙂",
        "日本語。本",
        "É. É",
        "É;É;",
        "-",
        "– — -",
        "1. 2. 3.",
        "I’",
        "that's",
        "’s ’s",
        "\u{AD}and\u{AD}",
    ];
    for text in odd {
        for lang in ["en", "nb"] {
            for slip in slips(text, lang) {
                assert!(
                    text.contains(slip.word) && !slip.word.is_empty(),
                    "{text:?}: {slip:?}"
                );
            }
        }
    }
    assert_eq!(
        slips("and 🙂 is not 🙂", "en"),
        [Issue {
            kind: Negated,
            word: "not"
        }]
    );
}

/// Each of these would take hours if the time grew with the square of the length.
#[test]
fn a_text_of_a_megabyte_is_read_at_once() {
    for (piece, expected) in [
        ("and ", None),
        ("both ", None),
        ("not only ", None),
        ("if that is and ", None),
        ("a; ", None),
        ("A. ", None),
        ("(", None),
        ("“", None),
        ("‘a", None),
        ("'a ", None),
        ("a’", None),
        ("x", None),
        ("always ", Some((Absolute, "always"))),
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let found = slips(&text, "en");
        let found = found.first().map(|slip| (slip.kind, slip.word));
        assert_eq!(found, expected, "{piece}");
    }
    let (before, beyond) = ("word ".repeat(MOST - 1), "word ".repeat(MOST));
    assert_eq!(
        slips(&format!("{before}always"), "en"),
        [Issue {
            kind: Absolute,
            word: "always"
        }]
    );
    assert_eq!(slips(&format!("{beyond}always"), "en"), []);
}
