//! The widget's own messages in one language.
//!
//! This file knows which messages there are, and how a number or a name is inserted. It must not
//! know languages: the plural category of a number comes from outside, because every browser knows
//! these rules already.

use crate::data::text::{cut, digits};

/// The languages that have a message file, as language tags.
pub const LANGUAGES: &[&str] = &["en", "nb"];

/// The plural categories of CLDR, in the order of a message's forms.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

macro_rules! messages {
    ($($message:ident = $key:literal,)*; $($plural:ident = $plural_key:literal,)*;
     $($more:ident = $more_key:literal,)*; $($counted:ident = $counted_key:literal,)*;
     $($late:ident = $late_key:literal,)*; $($late_counted:ident = $late_counted_key:literal,)*) => {
        /// A message without plural forms.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $(
            #[doc = concat!("`", $key, "`")]
            $message,
        )* }

        /// A message with plural forms.
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

        /// A message with plural forms that only the extras use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ExtrasPlural { $(
            #[doc = concat!("`", $counted_key, "`")]
            $counted,
        )* }

        /// A message that only the full core uses, so that readers do not load it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ApiOnly { $(
            #[doc = concat!("`", $late_key, "`")]
            $late,
        )* }

        /// A message with plural forms that only the full core uses.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ApiOnlyPlural { $(
            #[doc = concat!("`", $late_counted_key, "`")]
            $late_counted,
        )* }

        /// The keys in a message file, in the order of [`Message`].
        pub const MESSAGES: &[&str] = &[$($key),*];
        /// The keys in a message file, in the order of [`PluralMessage`].
        pub const PLURALS: &[&str] = &[$($plural_key),*];
        /// The keys in a message file, in the order of [`ExtrasMessage`].
        pub const EXTRAS: &[&str] = &[$($more_key),*];
        /// The keys in a message file, in the order of [`ExtrasPlural`].
        pub const EXTRAS_PLURALS: &[&str] = &[$($counted_key),*];
        /// The keys in a message file, in the order of [`ApiOnly`].
        pub const API_ONLY: &[&str] = &[$($late_key),*];
        /// The keys in a message file, in the order of [`ApiOnlyPlural`].
        pub const API_ONLY_PLURALS: &[&str] = &[$($late_counted_key),*];
    };
}

messages! {
    // Used by the shim, which gets it from the build: it is on a button before anything is loaded.
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
    SameAnswer = "sameAnswer",
    AgreedWithBoth = "agreedWithBoth",
    DisagreedWithBoth = "disagreedWithBoth",
    Misconception = "misconception",
    ManyBelieve = "manyBelieve",
    Disputed = "disputed",
    You = "you",
    DontBelieve = "dontBelieve",
    Believe = "believe",
    Place = "place",
    Held = "held",
    HeldSure = "heldSure",
    Leaning = "leaning",
    Unsure = "unsure",
    DontKnowThis = "dontKnowThis",
    Insufficient = "insufficient",
    NotHeld = "notHeld",
    Agree = "agree",
    LeanTowardsIt = "leanTowardsIt",
    DisagreeWithIt = "disagreeWithIt",
    YouWereMixed = "youWereMixed",
    YouGuessed = "youGuessed",
    YouWereUnsure = "youWereUnsure",
    Instead = "instead",
    WhatToDo = "whatToDo",
    More = "more",
    WhyBelieved = "whyBelieved",
    KernelOfTruth = "kernelOfTruth",
    WhyWrong = "whyWrong",
    WhyExperience = "whyExperience",
    WhyContested = "whyContested",
    YouAnswered = "youAnswered",
    Quoted = "quoted",
    NoAnswer = "noAnswer",
    Sources = "sources",
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
    YouBelieve = "youBelieve",
    YouSawThrough = "youSawThrough",
    YouLeanTowards = "youLeanTowards",
    YouAreUndecided = "youAreUndecided",
    OtherWay = "otherWay",
    YouSeeItAs = "youSeeItAs",
    YouLeanAway = "youLeanAway",
    NoMind = "noMind",
    SaidDontKnow = "saidDontKnow",
    NoneOfThem = "noneOfThem",
    Experience = "experience",
    TheEvidence = "theEvidence",
    StatementsChanged = "statementsChanged",
    StatementsReworded = "statementsReworded",
    Limited = "limited",
    ;
    Statements = "statements",
    Minutes = "minutes",
    AllMisconceptions = "allMisconceptions",
    SomeMisconceptions = "someMisconceptions",
    All = "all",
    Some = "some",
    AllAnswered = "allAnswered",
    SomeAnswered = "someAnswered",
    AllCalledAnswered = "allCalledAnswered",
    SomeCalledAnswered = "someCalledAnswered",
    LeanMore = "leanMore",
    AwayMore = "awayMore",
    DoubtMore = "doubtMore",
    SawMore = "sawMore",
    SeeMore = "seeMore",
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
    OnlyYou = "onlyYou",
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
    Undo = "undo",
    Again = "again",
    AtOnce = "atOnce",
    AnswerAll = "answerAll",
    AnswerOpen = "answerOpen",
    StopAgain = "stopAgain",
    LeftOpen = "leftOpen",
    BackToEarlier = "backToEarlier",
    SinceFirst = "sinceFirst",
    Before = "before",
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
    ShowWhich = "showWhich",
    GivesAway = "givesAway",
    AndYou = "andYou",
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
    SharedText = "sharedText",
    They = "they",
    TheyAnswered = "theyAnswered",
    TheyHeld = "theyHeld",
    TheyHeldSure = "theyHeldSure",
    TheyLeaning = "theyLeaning",
    TheyUnsure = "theyUnsure",
    TheyDontKnow = "theyDontKnow",
    TheyNotHeld = "theyNotHeld",
    TheyAgree = "theyAgree",
    TheyLeanTowardsIt = "theyLeanTowardsIt",
    TheyDisagree = "theyDisagree",
    TheyBelieve = "theyBelieve",
    TheySawThrough = "theySawThrough",
    TheyLeanTowards = "theyLeanTowards",
    TheyAreUndecided = "theyAreUndecided",
    TheirsOtherWay = "theirsOtherWay",
    TheySeeItAs = "theySeeItAs",
    TheyLeanAway = "theyLeanAway",
    TheirNoMind = "theirNoMind",
    TheySaidDontKnow = "theySaidDontKnow",
    TheyNoneOfThem = "theyNoneOfThem",
    TheirStraightLine = "theirStraightLine",
    TheySameAnswer = "theySameAnswer",
    ISawThrough = "iSawThrough",
    ISeeItAs = "iSeeItAs",
    IAnswered = "iAnswered",
    ;
    Corrected = "corrected",
    Loosened = "loosened",
    SettledNow = "settledNow",
    Acquired = "acquired",
    Strengthened = "strengthened",
    Unsettled = "unsettled",
    Unchanged = "unchanged",
    NotAskedAgain = "notAskedAgain",
    TheyAllAnswered = "theyAllAnswered",
    TheySomeAnswered = "theySomeAnswered",
    TheyAllCalledAnswered = "theyAllCalledAnswered",
    TheySomeCalledAnswered = "theySomeCalledAnswered",
    TheyTooFew = "theyTooFew",
    TheyLeanMore = "theyLeanMore",
    TheyAwayMore = "theyAwayMore",
    TheyDoubtMore = "theyDoubtMore",
    TheySawMore = "theySawMore",
    TheySeeMore = "theySeeMore",
    ;
    Decide = "decide",
    TheRest = "theRest",
    TheAnswers = "theAnswers",
    // Used by the shim, which gets them with a first screen, before anything is loaded.
    OneMoment = "oneMoment",
    NotArrived = "notArrived",
    TryAgain = "tryAgain",
    MyScorecard = "myScorecard",
    HowMany = "howMany",
    WhatAboutYou = "whatAboutYou",
    ;
    MyMisconceptions = "myMisconceptions",
    MyBeliefs = "myBeliefs",
    CountBelieved = "countBelieved",
    CountLeaning = "countLeaning",
    CountUndecided = "countUndecided",
    CountOpen = "countOpen",
    CountSeenThrough = "countSeenThrough",
    CountNotBelieved = "countNotBelieved",
    CountDisputed = "countDisputed",
    MoreDisputed = "moreDisputed",
}

/// The number of texts in the reader's module: everything but the messages of the extras and of the
/// full core.
pub const READER_TEXTS: usize = MESSAGES.len() + PLURALS.len() * CATEGORIES.len();
/// The number of texts in the extras: everything but the messages of the full core.
pub const EXTRAS_TEXTS: usize =
    READER_TEXTS + EXTRAS.len() + EXTRAS_PLURALS.len() * CATEGORIES.len();

/// Returns the index in [`CATEGORIES`] of a number's plural category.
pub type Category = Box<dyn Fn(usize) -> usize>;

/// Texts of the questionnaire that a translation leaves out, so that readers see the original.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "authoring", derive(serde::Deserialize))]
pub struct Untranslated {
    /// The language tag of the original.
    pub lang: String,
    /// The texts, each as the author wrote it.
    pub texts: Vec<String>,
}

impl Untranslated {
    /// Whether `text` is one of them.
    #[inline(never)]
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.texts.iter().any(|it| it == text)
    }
}

/// All messages in one language.
pub struct Messages {
    /// The language tag; empty if it is unknown.
    pub lang: String,
    /// Texts of the questionnaire that are shown in yet another language.
    pub untranslated: Untranslated,
    texts: Vec<String>,
    category: Category,
}

impl Messages {
    /// Messages from `texts`, an array in the order of `flatten`: one text per [`Message`], six
    /// forms per [`PluralMessage`], then the same for [`ExtrasMessage`] and [`ExtrasPlural`] and
    /// for [`ApiOnly`] and [`ApiOnlyPlural`]. The end may be missing if the module does not use it.
    /// `category` returns the plural category of a number.
    #[must_use]
    pub fn new(texts: Vec<String>, category: Category) -> Self {
        Self {
            lang: String::new(),
            untranslated: Untranslated::default(),
            texts,
            category,
        }
    }

    /// The same messages with their language tag.
    #[must_use]
    pub fn in_language(self, lang: String) -> Self {
        Self { lang, ..self }
    }

    /// The same messages for a questionnaire in which these texts are not translated.
    #[must_use]
    pub fn beside(self, untranslated: Untranslated) -> Self {
        Self {
            untranslated,
            ..self
        }
    }

    /// The text of a message.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, word: Message) -> &str {
        self.at(word as usize)
    }

    /// The text of a message of the extras; empty if these are not loaded.
    #[must_use]
    pub fn extras(&self, word: ExtrasMessage) -> &str {
        self.at(READER_TEXTS + word as usize)
    }

    /// The text of a message of the full core; empty if these are not loaded.
    #[must_use]
    pub fn api_only(&self, word: ApiOnly) -> &str {
        self.at(EXTRAS_TEXTS + word as usize)
    }

    /// The form of a message of the full core for `number`, with the number inserted as `n`; empty
    /// if these are not loaded.
    #[must_use]
    pub fn api_only_count(&self, word: ApiOnlyPlural, number: usize) -> String {
        let forms = EXTRAS_TEXTS + API_ONLY.len() + word as usize * CATEGORIES.len();
        self.form(forms, number, ("", ""))
    }

    /// The text of a message with `values` inserted.
    #[must_use]
    pub fn fill(&self, word: Message, values: &[(&str, &str)]) -> String {
        fill(self.text(word), values)
    }

    /// A text in the quotation marks of this language.
    #[must_use]
    pub fn quote(&self, text: &str) -> String {
        self.fill(Message::Quoted, &[("text", text)])
    }

    /// The form of a message for `number`, with the number inserted as `n`, and another value if
    /// the message has one.
    #[must_use]
    pub fn count(&self, word: PluralMessage, number: usize, value: (&str, &str)) -> String {
        self.form(
            MESSAGES.len() + word as usize * CATEGORIES.len(),
            number,
            value,
        )
    }

    /// The same for a message of the extras; empty if these are not loaded.
    #[must_use]
    pub fn extras_count(&self, word: ExtrasPlural, number: usize, value: (&str, &str)) -> String {
        let forms = READER_TEXTS + EXTRAS.len() + word as usize * CATEGORIES.len();
        self.form(forms, number, value)
    }

    /// The form for `number` of the message whose forms begin at this index.
    fn form(&self, forms: usize, number: usize, value: (&str, &str)) -> String {
        let category = (self.category)(number).min(CATEGORIES.len() - 1);
        let values = [("n", &*digits(number)), value];
        fill(self.at(forms + category), &values)
    }

    fn at(&self, index: usize) -> &str {
        self.texts.get(index).map_or("", String::as_str)
    }
}

/// `template` with each `{name}` replaced by its value. A name without a value stays as it is.
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

/// The texts of a message file, in the order of [`Messages::new`]. A plural form that the language
/// does not have is replaced by the form `other`.
///
/// # Errors
///
/// A sentence about the first key that is missing, unknown or of the wrong kind.
#[cfg(not(target_arch = "wasm32"))]
pub fn flatten(file: &serde_json::Value) -> Result<Vec<String>, String> {
    let known = |key: &&String| {
        let plain = [MESSAGES, EXTRAS, API_ONLY];
        let counted = [PLURALS, EXTRAS_PLURALS, API_ONLY_PLURALS];
        let mut lists = plain.iter().chain(&counted);
        lists.any(|keys| keys.contains(&key.as_str()))
    };
    let map = file.as_object().ok_or("a message file is an object")?;
    if let Some(key) = map.keys().find(|key| !known(key)) {
        return Err(format!("{key}: no word has this key"));
    }
    let mut texts = Vec::new();
    for (plain, counted) in [
        (MESSAGES, PLURALS),
        (EXTRAS, EXTRAS_PLURALS),
        (API_ONLY, API_ONLY_PLURALS),
    ] {
        for key in plain {
            texts.push(text(map.get(*key)).ok_or_else(|| format!("{key}: a string is missing"))?);
        }
        for key in counted {
            texts.extend(forms(key, map.get(*key))?);
        }
    }
    // Every message is a single line.
    if let Some(text) = texts.iter().find(|text| text.contains('\n')) {
        return Err(format!("a word has no line breaks: {text:?}"));
    }
    Ok(texts)
}

#[cfg(not(target_arch = "wasm32"))]
fn text(value: Option<&serde_json::Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

/// The six forms of a message.
#[cfg(not(target_arch = "wasm32"))]
fn forms(key: &str, value: Option<&serde_json::Value>) -> Result<Vec<String>, String> {
    let map = value.and_then(|forms| forms.as_object());
    let map = map.ok_or_else(|| format!("{key}: an object of plural forms is missing"))?;
    let is_unknown = |form: &&String| !CATEGORIES.contains(&form.as_str());
    if let Some(form) = map.keys().find(is_unknown) {
        return Err(format!("{key}: {form} is no plural category"));
    }
    let other = text(map.get("other")).ok_or_else(|| format!("{key}: other is missing"))?;
    let form = |category: &&str| text(map.get(*category)).unwrap_or_else(|| other.clone());
    Ok(CATEGORIES.iter().map(form).collect())
}
