//! The tables of what each document contains. Reader and schemas are both made from them.
//!
//! This file knows keys, kinds, limits and what each key is for. It must not know the
//! questionnaire: whether an id exists in it is checked in [`super::fit`]. Rules that depend on two
//! keys are in [`super::documents`] and again in `schema`.

use super::patterns::{Day, FormatVersion, Receipt, Shape, WidgetVersion};
use crate::data::problem::Expected;
use crate::questionnaire::fields::{MAX_LIST, MAX_TEXT};
use crate::questionnaire::reader::{Id, Language, Pattern};

/// The longest string of any kind, in characters (Unicode scalar values).
pub const LONGEST: usize = MAX_TEXT;
/// The longest name of a reader, in characters (Unicode scalar values).
pub const MAX_NAME: usize = 100;
/// The number of responses from which a feed has counts.
pub const LEAST: i32 = 10;
/// The highest count in a feed.
pub const MOST: i32 = i32::MAX;
/// The range of all levels of certainty that a questionnaire can have.
const CERTAINTIES: (i32, i32) = (-1000, 1005);

/// A key of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// The kind of its value.
    pub kind: Kind,
    /// Whether it is required.
    pub is_required: bool,
    /// What it is for, in one or two sentences.
    pub what: &'static str,
}

/// The kind of a value. Anything else is a problem.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Exactly this string.
    Exactly(&'static str),
    /// A string in a certain form.
    Written {
        /// The form in words.
        expected: Expected,
        /// The form as a regular expression.
        expression: &'static str,
        /// Whether a string has this form.
        fits: fn(&str) -> bool,
    },
    /// One of these strings, and the same in words.
    Choice(&'static [&'static str], Expected),
    /// A string without control characters other than tabs and line breaks.
    Text {
        /// The largest number of characters (Unicode scalar values).
        most: usize,
        /// Whether it must have a visible character.
        is_filled: bool,
        /// The limit in words.
        expected: Expected,
    },
    /// A whole number in this range, both ends included, and the range in words.
    Integer(i32, i32, Expected),
    /// A point of some scale (1 to 7), or `dontKnow`.
    Agreement,
    /// An object with these keys and no others.
    Map(&'static [Field]),
    /// An object with ids as keys.
    ById {
        /// The kind of each value.
        each: &'static Kind,
        /// Whether it needs at least one key.
        is_filled: bool,
    },
    /// An array.
    List {
        /// The kind of each item.
        item: &'static Kind,
        /// The fewest items.
        least: usize,
        /// The most items.
        most: usize,
        /// The limits in words.
        expected: Expected,
    },
    /// Null, or this kind.
    OrNull(&'static Kind),
}

const fn written<P: Pattern>() -> Kind {
    Kind::Written {
        expected: P::EXPECTED,
        expression: P::EXPRESSION,
        fits: P::fits,
    }
}

const fn field(key: &'static str, kind: Kind, what: &'static str) -> Field {
    Field {
        key,
        kind,
        is_required: true,
        what,
    }
}

const ID: Kind = written::<Id>();
const COUNT: Kind = Kind::Integer(0, MOST, Expected::new("a whole number from 0"));
const MANY: Expected = Expected::new("at most 1,000");
const TEXT: Kind = Kind::Text {
    most: LONGEST,
    is_filled: true,
    expected: Expected::new("at most 4,000 characters"),
};
const OPTIONAL_TEXT: Kind = Kind::Text {
    most: LONGEST,
    is_filled: false,
    expected: Expected::new("at most 4,000 characters"),
};
const NAME: Kind = Kind::Text {
    most: MAX_NAME,
    is_filled: false,
    expected: Expected::new("at most 100 characters"),
};

const SCHEMA: Field = field(
    "schema",
    Kind::Exactly("1"),
    "The version of this contract.",
);
const RECEIPT: Field = field(
    "receipt",
    written::<Receipt>(),
    "Drawn at random for this message and kept by the reader alone. Who has it can replace the message or take it back. A \
     server keeps only a hash of it.",
);
const QUESTIONNAIRE_ID: Field = field("id", ID, "The questionnaire’s id.");
const QUESTIONNAIRE_VERSION: Field = field("version", TEXT, "The author’s version.");
const LANG: Field = field(
    "lang",
    written::<Language>(),
    "The language in which it was read, as a tag.",
);

const ANSWER: Kind = Kind::Map(&[
    field(
        "agreement",
        Kind::Agreement,
        "A point of the questionnaire’s scale, 1 for the firmest disagreement, or dontKnow.",
    ),
    Field {
        is_required: false,
        ..field(
            "certainty",
            Kind::Integer(
                CERTAINTIES.0,
                CERTAINTIES.1,
                Expected::new("a level of certainty"),
            ),
            "A level of the questionnaire’s scale of certainty, if it asks for certainty and the reader chose one.",
        )
    },
]);
const ANSWERS: Kind = Kind::ById {
    each: &ANSWER,
    is_filled: true,
};

/// The answers of one reader.
pub const RESPONSE: &[Field] = &[
    field("kind", Kind::Exactly("response"), "What this document is."),
    SCHEMA,
    RECEIPT,
    field(
        "widget",
        written::<WidgetVersion>(),
        "The version of the package that sends.",
    ),
    field(
        "questionnaire",
        Kind::Map(&[
            QUESTIONNAIRE_ID,
            QUESTIONNAIRE_VERSION,
            field(
                "format",
                written::<FormatVersion>(),
                "The version of the format in which it is written.",
            ),
            field(
                "shape",
                written::<Shape>(),
                "A sum of everything that answers mean something by: ids, order, keys, weights, scales, cutoffs; no words.",
            ),
            LANG,
        ]),
        "What was answered.",
    ),
    field(
        "answers",
        ANSWERS,
        "The answers by the id of the statement. A statement without an answer is absent.",
    ),
    field(
        "first",
        Kind::OrNull(&ANSWERS),
        "If the reader has answered again, the first answers. Null before that.",
    ),
    field(
        "verdicts",
        Kind::ById {
            each: &Kind::Choice(
                &["held", "leaning", "unsure", "insufficient", "notHeld"],
                Expected::new("held, leaning, unsure, insufficient or notHeld"),
            ),
            is_filled: true,
        },
        "The verdict on each misconception, by its id, as the reader was shown it: a claim. Who has the core computes it \
         from the answers again.",
    ),
];

/// A misconception that a reader names, or a dispute.
pub const REMARK: &[Field] = &[
    field("kind", Kind::Exactly("remark"), "What this document is."),
    SCHEMA,
    RECEIPT,
    field(
        "about",
        Kind::Choice(
            &["suggestion", "dispute"],
            Expected::new("suggestion or dispute"),
        ),
        "Whether the reader names another misconception or disagrees with a refutation.",
    ),
    field(
        "misconception",
        Kind::OrNull(&ID),
        "The id of the misconception whose refutation is disputed. Null for a suggestion.",
    ),
    field(
        "questionnaire",
        Kind::Map(&[QUESTIONNAIRE_ID, QUESTIONNAIRE_VERSION, LANG]),
        "Where it was said.",
    ),
    field(
        "text",
        OPTIONAL_TEXT,
        "The reader’s own words, as they were written. Only the reason of a dispute may be empty.",
    ),
    field(
        "by",
        NAME,
        "As whom the reader wants to be named if this is published. Empty if not at all.",
    ),
];

/// The request to take a message back.
pub const WITHDRAW: &[Field] = &[
    field("kind", Kind::Exactly("withdraw"), "What this document is."),
    SCHEMA,
    Field {
        what: "The receipt of the message that is taken back.",
        ..RECEIPT
    },
];

/// How others answered, and what was published of what they said.
pub const FEED: &[Field] = &[
    field("feed", Kind::Exactly("1"), "The version of this document."),
    field(
        "questionnaire",
        Kind::Map(&[QUESTIONNAIRE_ID, QUESTIONNAIRE_VERSION]),
        "What was answered.",
    ),
    field(
        "made",
        Kind::OrNull(&written::<Day>()),
        "The day, in UTC, on which the counts were made. Null as long as there are none.",
    ),
    field(
        "n",
        Kind::OrNull(&Kind::Integer(
            LEAST,
            MOST,
            Expected::new("a whole number from 10, or null"),
        )),
        "How many responses were counted. Null as long as there are fewer than ten.",
    ),
    field(
        "misconceptions",
        Kind::List {
            item: &Kind::Map(&[
                field("id", ID, "The misconception’s id."),
                field(
                    "classified",
                    COUNT,
                    "How many responses have a verdict other than insufficient: the sum of the four below.",
                ),
                field("held", COUNT, "How many hold it."),
                field("leaning", COUNT, "How many lean towards it."),
                field("unsure", COUNT, "How many are undecided."),
                field("notHeld", COUNT, "How many do not hold it."),
            ]),
            least: 0,
            most: MAX_LIST,
            expected: MANY,
        },
        "The verdicts, counted, one item for each misconception, in the questionnaire’s order. Empty if n is null.",
    ),
    field(
        "statements",
        Kind::List {
            item: &Kind::Map(&[
                field("id", ID, "The statement’s id."),
                field(
                    "counts",
                    Kind::List {
                        item: &COUNT,
                        least: 2,
                        most: 7,
                        expected: Expected::new("2 to 7 counts, one for each point"),
                    },
                    "How many chose each point of the scale, from disagreement to agreement.",
                ),
                field("dontKnow", COUNT, "How many said that they do not know."),
            ]),
            least: 0,
            most: MAX_LIST,
            expected: MANY,
        },
        "The answers, counted, one item for each statement, in the questionnaire’s order. Empty if n is null.",
    ),
    field(
        "suggestions",
        Kind::List {
            item: &Kind::Map(&[
                field("text", TEXT, "The misconception in the reader’s words."),
                field("by", NAME, "Whom to name. Empty for nobody."),
                field(
                    "answer",
                    OPTIONAL_TEXT,
                    "What the owner answers to it. Empty if there is no answer yet.",
                ),
                field(
                    "lang",
                    written::<Language>(),
                    "The language of the text, as a tag.",
                ),
            ]),
            least: 0,
            most: MAX_LIST,
            expected: MANY,
        },
        "The suggestions that a person has read and chosen to publish.",
    ),
];
