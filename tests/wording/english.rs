//! English statements, with the issues in each. Knows no rule, only examples.

use crate::{SILENT, compare};
use misconception_scorecard::authoring::check::wording::IssueKind::{
    Absolute, DoubleBarrelled, Negated,
};

#[test]
fn english_two_claims_in_one_statement_are_reported() {
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
fn english_and_that_joins_no_claims_is_not_reported() {
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
fn english_negations_and_absolutes_are_reported() {
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
fn english_words_that_only_look_like_negations_and_absolutes_are_not_reported() {
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
            ("All in all, the economy has grown.", SILENT),
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
