//! The widget's own words in one language.
//!
//! Knows which words there are and how a number or a name is put into one. Where a word has plural forms,
//! the category comes in from outside: a browser knows the rules of every language already.

use crate::data::text::{cut, digits};

/// The languages that have a file of messages.
pub const LANGUAGES: &[&str] = &["en", "nb"];

/// The plural categories of CLDR, in the order in which a word's forms stand.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

macro_rules! messages {
    ($($message:ident = $key:literal,)*; $($plural:ident = $plural_key:literal,)*;
     $($more:ident = $more_key:literal,)*; $($counted:ident = $counted_key:literal,)*;
     $($late:ident = $late_key:literal,)*) => {
        /// A word that is the same for every number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $(
            #[doc = concat!("`", $key, "`")]
            $message,
        )* }

        /// A word that changes with a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum PluralMessage { $(
            #[doc = concat!("`", $plural_key, "`")]
            $plural,
        )* }

        /// A message used only by the extras, and loaded with them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ExtrasMessage { $(
            #[doc = concat!("`", $more_key, "`")]
            $more,
        )* }

        /// One of those that changes with a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ExtrasPlural { $(
            #[doc = concat!("`", $counted_key, "`")]
            $counted,
        )* }

        /// A word that a reader's module never says, so readers do not load it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ApiOnly { $(
            #[doc = concat!("`", $late_key, "`")]
            $late,
        )* }

        /// The keys of the words in a message file, in the order of [`Message`].
        pub const MESSAGES: &[&str] = &[$($key),*];
        /// The keys of the words with plural forms, in the order of [`PluralMessage`].
        pub const PLURALS: &[&str] = &[$($plural_key),*];
        /// The keys of the messages of the extras, in the order of [`ExtrasMessage`].
        pub const EXTRAS: &[&str] = &[$($more_key),*];
        /// The keys of those with plural forms, in the order of [`ExtrasPlural`].
        pub const EXTRAS_PLURALS: &[&str] = &[$($counted_key),*];
        /// The keys of the words that readers do not load, in the order of [`ApiOnly`].
        pub const API_ONLY: &[&str] = &[$($late_key),*];
    };
}

messages! {
    // The shim's, which has it from the build: it stands on a button before anything is loaded.
    Start = "start",
    Privacy = "privacy",
    Progress = "progress",
    TapHint = "tapHint",
    Disagree2 = "false",
    Agree2 = "true",
    Agreement1 = "agreement1",
    Agreement2 = "agreement2",
    Agreement3 = "agreement3",
    Agreement4 = "agreement4",
    Agreement5 = "agreement5",
    DontKnow = "dontKnow",
    HowSure = "howSure",
    Certainty1 = "certainty1",
    Certainty2 = "certainty2",
    Certainty3 = "certainty3",
    Certainty4 = "certainty4",
    Back = "back",
    Skip = "skip",
    Next = "next",
    Finish = "finish",
    BackToStatements = "backToStatements",
    Scorecard = "scorecard",
    NothingToSay = "nothingToSay",
    StraightLined = "straightLined",
    Inconsistent = "inconsistent",
    Misconception = "misconception",
    YourView = "yourView",
    ExperienceShows = "experienceShows",
    IsKnown = "isKnown",
    TheMisconception = "theMisconception",
    Place = "place",
    NoPosition = "noPosition",
    Held = "held",
    HeldSure = "heldSure",
    Leaning = "leaning",
    Unsure = "unsure",
    Insufficient = "insufficient",
    NotHeld = "notHeld",
    YouHeld = "youHeld",
    YouHeldSure = "youHeldSure",
    YouLeaned = "youLeaned",
    YouLeanedMixed = "youLeanedMixed",
    YouWereBetween = "youWereBetween",
    YouDidNotKnow = "youDidNotKnow",
    YouWereMixed = "youWereMixed",
    YouGuessed = "youGuessed",
    YouWereUnsure = "youWereUnsure",
    YouAnsweredTooFew = "youAnsweredTooFew",
    YouDidNotHold = "youDidNotHold",
    YouDidNotHoldSure = "youDidNotHoldSure",
    Instead = "instead",
    More = "more",
    WhyBelieved = "whyBelieved",
    KernelOfTruth = "kernelOfTruth",
    WhyWrong = "whyWrong",
    WhyExperience = "whyExperience",
    WhyContested = "whyContested",
    YouAnswered = "youAnswered",
    Quoted = "quoted",
    NoAnswer = "noAnswer",
    Evidence = "evidence",
    EvidenceAsOf = "evidenceAsOf",
    Settled = "settled",
    Strong = "strong",
    Practitioner = "practitioner",
    Contested = "contested",
    ContestedHeading = "contestedHeading",
    AnswerHere = "answerHere",
    Update = "update",
    Suggestions = "suggestions",
    StatementsChanged = "statementsChanged",
    StatementsReworded = "statementsReworded",
    Limited = "limited",
    ;
    Statements = "statements",
    Minutes = "minutes",
    YouHold = "youHold",
    YouLeanTo = "youLeanTo",
    YouDoubt = "youDoubt",
    YouHoldNone = "youHoldNone",
    LeanMore = "leanMore",
    DoubtMore = "doubtMore",
    TooFew = "tooFew",
    ContestedToo = "contestedToo",
    ;
    Disagree = "disagree",
    WhyDisagree = "whyDisagree",
    Room = "room",
    TooMany = "tooMany",
    Done = "done",
    Cancel = "cancel",
    YouDisagree = "youDisagree",
    YouDisagreeFor = "youDisagreeFor",
    Change = "change",
    TakeBack = "takeBack",
    Name = "name",
    Add = "add",
    YouNamed = "youNamed",
    Yours = "yours",
    Print = "print",
    SaveCsv = "saveCsv",
    SaveJson = "saveJson",
    Stay = "stay",
    NoRoom = "noRoom",
    SavePicture = "savePicture",
    NoPicture = "noPicture",
    Forget = "forget",
    Forgotten = "forgotten",
    Again = "again",
    AtOnce = "atOnce",
    AnswerAll = "answerAll",
    AnswerOpen = "answerOpen",
    StopAgain = "stopAgain",
    LeftOpen = "leftOpen",
    BackToEarlier = "backToEarlier",
    SinceFirst = "sinceFirst",
    Before = "before",
    WasWord = "wasWord",
    AsBefore = "asBefore",
    NotAsked = "notAsked",
    WasHeld = "wasHeld",
    WasLeaning = "wasLeaning",
    WasUnsure = "wasUnsure",
    WasNotHeld = "wasNotHeld",
    ComeBack = "comeBack",
    ToCalendar = "toCalendar",
    Address = "address",
    Copy = "copy",
    Copied = "copied",
    Remind = "remind",
    RemindWhy = "remindWhy",
    Shared = "shared",
    SeeStatements = "seeStatements",
    Claim = "claim",
    BackToOwn = "backToOwn",
    Damaged = "damaged",
    OtherVersion = "otherVersion",
    TooNew = "tooNew",
    Share = "share",
    AnswersToo = "answersToo",
    LinkHolds = "linkHolds",
    CopyLink = "copyLink",
    ;
    Corrected = "corrected",
    Loosened = "loosened",
    SettledNow = "settledNow",
    Acquired = "acquired",
    Strengthened = "strengthened",
    Unsettled = "unsettled",
    Unchanged = "unchanged",
    NotAskedAgain = "notAskedAgain",
    ;
    Decide = "decide",
    TheRest = "theRest",
    TheAnswers = "theAnswers",
    AndMore = "andMore",
    // The shim's, which has them with a first screen that is shown before anything is loaded.
    OneMoment = "oneMoment",
    NotArrived = "notArrived",
    TryAgain = "tryAgain",
}

/// How many texts a reader's module takes: all but those of [`ExtrasMessage`] and [`ApiOnly`].
pub const READER_TEXTS: usize = MESSAGES.len() + PLURALS.len() * CATEGORIES.len();
/// How many texts the extras take: all but those of [`ApiOnly`].
pub const EXTRAS_TEXTS: usize =
    READER_TEXTS + EXTRAS.len() + EXTRAS_PLURALS.len() * CATEGORIES.len();

/// From a number to the place of its category in [`CATEGORIES`].
pub type Category = Box<dyn Fn(usize) -> usize>;

/// All words in one language.
pub struct Messages {
    /// The language they are in; empty if that is not known.
    pub lang: String,
    texts: Vec<String>,
    category: Category,
}

impl Messages {
    /// Words from `texts`: one text a [`Message`], six forms a [`PluralMessage`], one text a [`ExtrasMessage`], six forms a
    /// [`ExtrasPlural`], one text a [`ApiOnly`], as `flatten` puts them.
    #[must_use]
    pub fn new(texts: Vec<String>, category: Category) -> Self {
        let lang = String::new();
        Self {
            lang,
            texts,
            category,
        }
    }

    /// The same messages, known to be in `lang`.
    #[must_use]
    pub fn in_language(self, lang: String) -> Self {
        Self { lang, ..self }
    }

    /// The text of `word`.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, word: Message) -> &str {
        self.at(word as usize)
    }

    /// The text of `word`, if the messages of the extras are loaded.
    #[must_use]
    pub fn extras(&self, word: ExtrasMessage) -> &str {
        self.at(READER_TEXTS + word as usize)
    }

    /// The text of `word`, where the late words are there.
    #[must_use]
    pub fn api_only(&self, word: ApiOnly) -> &str {
        self.at(EXTRAS_TEXTS + word as usize)
    }

    /// The text of `word` with `values` put in.
    #[must_use]
    pub fn fill(&self, word: Message, values: &[(&str, &str)]) -> String {
        fill(self.text(word), values)
    }

    /// The form of `word` for `number`, with the number put in as `n` and `held` as itself.
    #[must_use]
    pub fn count(&self, word: PluralMessage, number: usize, held: &str) -> String {
        let forms = MESSAGES.len() + word as usize * CATEGORIES.len();
        let category = (self.category)(number).min(CATEGORIES.len() - 1);
        let values = [("n", &*digits(number)), ("held", held)];
        fill(self.at(forms + category), &values)
    }

    /// The form of `word` for `number`, if the messages of the extras are loaded, with the number put in as `n`.
    #[must_use]
    pub fn extras_count(&self, word: ExtrasPlural, number: usize) -> String {
        let forms = READER_TEXTS + EXTRAS.len() + word as usize * CATEGORIES.len();
        let category = (self.category)(number).min(CATEGORIES.len() - 1);
        fill(self.at(forms + category), &[("n", &digits(number))])
    }

    fn at(&self, index: usize) -> &str {
        self.texts.get(index).map_or("", String::as_str)
    }
}

/// `template` with each `{name}` replaced by its value; a name without one is left as it is.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = cut(rest, b'{') {
        text.push_str(before);
        let named = cut(after, b'}');
        let value = named.and_then(|(name, _)| values.iter().find(|(known, _)| *known == name));
        rest = if let (Some((_, after)), Some((_, value))) = (named, value) {
            text.push_str(value);
            after
        } else {
            text.push_str("{");
            after
        };
    }
    text.push_str(rest);
    text
}

/// The texts of a message file, in the order [`Messages::new`] takes them. A plural form that a language
/// does without stands as its `other`.
///
/// # Errors
/// The first key that is missing, unknown or of the wrong kind.
#[cfg(not(target_arch = "wasm32"))]
pub fn flatten(file: &serde_json::Value) -> Result<Vec<String>, String> {
    let known = |key: &&String| {
        let lists = [MESSAGES, PLURALS, EXTRAS, EXTRAS_PLURALS, API_ONLY];
        lists.iter().any(|keys| keys.contains(&key.as_str()))
    };
    let map = file.as_object().ok_or("a message file is a map")?;
    if let Some(key) = map.keys().find(|key| !known(key)) {
        return Err(format!("{key}: no word has this key"));
    }
    let mut texts = Vec::new();
    for (plain, counted) in [
        (MESSAGES, PLURALS),
        (EXTRAS, EXTRAS_PLURALS),
        (API_ONLY, &[]),
    ] {
        for key in plain {
            texts.push(text(map.get(*key)).ok_or_else(|| format!("{key}: a text is missing"))?);
        }
        for key in counted {
            texts.extend(forms(key, map.get(*key))?);
        }
    }
    // They are handed over one a line.
    if let Some(text) = texts.iter().find(|text| text.contains('\n')) {
        return Err(format!("a word has no line breaks: {text:?}"));
    }
    Ok(texts)
}

#[cfg(not(target_arch = "wasm32"))]
fn text(value: Option<&serde_json::Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

/// The six forms of a word with plural forms.
#[cfg(not(target_arch = "wasm32"))]
fn forms(key: &str, value: Option<&serde_json::Value>) -> Result<Vec<String>, String> {
    let map = value.and_then(|forms| forms.as_object());
    let map = map.ok_or_else(|| format!("{key}: a map of plural forms is missing"))?;
    let is_unknown = |form: &&String| !CATEGORIES.contains(&form.as_str());
    if let Some(form) = map.keys().find(is_unknown) {
        return Err(format!("{key}: {form} is no plural category"));
    }
    let other = text(map.get("other")).ok_or_else(|| format!("{key}: other is missing"))?;
    let form = |category: &&str| text(map.get(*category)).unwrap_or_else(|| other.clone());
    Ok(CATEGORIES.iter().map(form).collect())
}
