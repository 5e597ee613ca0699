//! What each key of format 1.0 is for, with an example: for the schema, the manual and the page
//! www/format.html.
//!
//! Knows what an author gains by a key and what readers see of it. Must not know kinds, ranges or
//! limits, nor which keys are required: the parser has those, and the schema and the manual take
//! them from there. The texts have no markup. English readers see the words in “ ”.

/// One key of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The pointer to the key, with `*` for array indexes and for names that the author chooses:
    /// `/misconceptions/*/statements/*/key`.
    pub pattern: &'static str,
    /// What the key is, in one sentence. The check prints the part before the first semicolon if
    /// the key is missing.
    pub what: &'static str,
    /// A value as JSON, complete and valid for this key.
    pub example: &'static str,
    /// Why the key exists, what the author gains, or what happens without it.
    pub why: &'static str,
}

/// One of the strings that a key allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The pointer to the key, as in [`Explanation::pattern`].
    pub pattern: &'static str,
    /// The string.
    pub value: &'static str,
    /// What the string means, in one sentence.
    pub what: &'static str,
}

/// All keys, in the order in which they are documented. All examples are from one questionnaire.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        pattern: "/$schema",
        what: "The URL of this format’s schema: its description for editors.",
        example: r#""./questionnaire.schema.json""#,
        why: "With it, many editors explain each key, complete words and underline mistakes while \
              you write. The widget ignores it.",
    },
    Explanation {
        pattern: "/$comment",
        what: "A note to yourself or to others who work on the file; you can write one in every \
               object, between any pair of curly brackets.",
        example: r#""Ask the baker about rye bread before the next version.""#,
        why: "JSON has no other way to leave a remark. Readers do not see it, but everybody who \
              opens the file does.",
    },
    Explanation {
        pattern: "/format",
        what: "The version of this format in which the file is written.",
        example: r#""1.0""#,
        why: "A widget that cannot read this version then says so, instead of misreading the file.",
    },
    Explanation {
        pattern: "/id",
        what: "An identifier of the questionnaire, without spaces; readers do not see it.",
        example: r#""kitchen""#,
        why: "The browser stores a reader’s answers under it, and only scorecards with the same id \
              are compared. Do not change it once the questionnaire is published.",
    },
    Explanation {
        pattern: "/version",
        what: "The version of your questionnaire, as a string.",
        example: r#""1""#,
        why: "Change it whenever you change what is asked. A reader’s answers to one version are \
              not used for another, and scorecards of different versions are not compared.",
    },
    Explanation {
        pattern: "/lang",
        what: "The language in which the texts are written, as a tag such as en, nb or pt-BR.",
        example: r#""en""#,
        why: "The widget’s own words, such as “Strongly agree”, are in this language too, if the \
              widget has it. Screen readers pronounce the texts accordingly, and the language \
              determines whether the texts run from right to left.",
    },
    Explanation {
        pattern: "/title",
        what: "The heading of the first screen; later screens show it in small type above the \
               statement.",
        example: r#""Two misconceptions about the kitchen""#,
        why: "It is the first thing that readers see. Name the subject and give no answer away.",
    },
    Explanation {
        pattern: "/intro",
        what: "One or two sentences below the title, on the first screen.",
        example: r#""Say what you believe. Afterwards you will see what is known, and what to do instead.""#,
        why: "Say what readers get out of answering. The widget itself adds how many statements \
              there are and about how long they take.",
    },
    Explanation {
        pattern: "/privacy",
        what: "What happens to the answers, in your own words, on the first screen below the \
               introduction.",
        example: r#""This page sends your answers, without your name, to the cookery school, which counts them.""#,
        why: "It replaces the widget’s own line, “your answers stay in this browser unless you \
              share them”. Write your own if that is not the whole truth, for instance because the \
              page sends the answers somewhere.",
    },
    Explanation {
        pattern: "/consent",
        what: "What a reader agrees to before their answers are sent, beside the checkbox on the \
               scorecard.",
        example: r#""I agree that my answers are sent to the cookery school without my name.""#,
        why: "It is shown only if the tag has an endpoint. It replaces the widget’s own sentence, \
              which names the host. Say who gets the answers, what for, and how long they are \
              kept.",
    },
    Explanation {
        pattern: "/markup",
        what: "Allows *emphasis*, [words](https://example.org) as a link, and [1] for the first \
               source of the misconception, in prose.",
        example: r#""inline""#,
        why: "Prose is the introduction and the line on privacy, statements, the six texts of a \
              refutation, the text of an outcome and the answer to a suggestion; [1] works only in \
              a refutation. All other texts are plain, and without this key every text is plain. A \
              backslash makes \\* and \\[ plain characters; in JSON, write the backslash twice. \
              Emphasis must end in the line in which it begins, and a URL must begin with https:// \
              or http://. Incomplete markup, such as a single *, is an error, so that no reader \
              ever sees it. Output without markup, such as a table for a spreadsheet, has the \
              words alone.",
    },
    Explanation {
        pattern: "/scale",
        what: "The answers from which a reader chooses, from disagreement to agreement.",
        example: r#"{
  "points": 4,
  "labels": ["No", "Rather no", "Rather yes", "Yes"],
  "dontKnow": true
}"#,
        why: "Without it there are five answers, from “Strongly disagree” to “Strongly agree”, and \
              a separate “I don’t know”.",
    },
    Explanation {
        pattern: "/scale/points",
        what: "How many answers there are, not counting “I don’t know”; 5 by default.",
        example: "4",
        why: "With an odd number, the middle answer counts as halfway; an even number makes \
              readers take a side. If there are two answers, the widget’s words for them are \
              “False” and “True”.",
    },
    Explanation {
        pattern: "/scale/labels",
        what: "The words of the answers, one label per answer, in order from disagreement to \
               agreement.",
        example: r#"["No", "Rather no", "Rather yes", "Yes"]"#,
        why: "For 2 and 5 points the widget has words of its own, which yours replace. For any \
              other number, you must write the words.",
    },
    Explanation {
        pattern: "/scale/labels/*",
        what: "The words of one answer.",
        example: r#""Rather yes""#,
        why: "Readers choose by these words alone; the number of an answer is not shown.",
    },
    Explanation {
        pattern: "/scale/dontKnow",
        what: "Whether “I don’t know” is offered, apart from the other answers; true by default.",
        example: "true",
        why: "With it, nobody has to guess, and not knowing never counts as an answer in the \
              middle. With false, a reader who does not know can only guess or skip the statement.",
    },
    Explanation {
        pattern: "/certainty",
        what: "The scale for the question “How sure are you?”, which is then asked after every \
               answer except “I don’t know”.",
        example: r#"{
  "levels": 3,
  "labels": ["I am guessing", "I am fairly sure", "I am certain"]
}"#,
        why: "It distinguishes a firm misconception from a guess: verdicts then follow from both \
              answers together. It also asks twice as much of readers; without it, they are only \
              asked whether they agree.",
    },
    Explanation {
        pattern: "/certainty/levels",
        what: "How many levels of certainty there are, counted from 1; 4 by default.",
        example: "3",
        why: "A reader counts as sure if their level is above the middle of the scale. Write \
              either levels, or from and to.",
    },
    Explanation {
        pattern: "/certainty/from",
        what: "The number of the lowest level; from and to together replace levels.",
        example: "0",
        why: "You need it only if the levels must have certain numbers, such as those of a study \
              that you follow: the data of answers and scorecards then have these numbers. Readers \
              see only the words, so levels is usually enough.",
    },
    Explanation {
        pattern: "/certainty/to",
        what: "The number of the highest level, 1 to 5 above from.",
        example: "2",
        why: "Together with from, it determines how many levels there are.",
    },
    Explanation {
        pattern: "/certainty/labels",
        what: "The words of the levels, one label per level, in order from guessing to certain.",
        example: r#"["I am guessing", "I am fairly sure", "I am certain"]"#,
        why: "For 4 levels the widget has words of its own, which yours replace. For any other \
              number, you must write the words.",
    },
    Explanation {
        pattern: "/certainty/labels/*",
        what: "The words of one level.",
        example: r#""I am fairly sure""#,
        why: "Readers choose by these words alone. The scorecard also shows them beside the \
              reader’s own answers.",
    },
    Explanation {
        pattern: "/minAnswered",
        what: "How many of a misconception’s statements a reader must answer to get a verdict on \
               it; majority by default.",
        example: r#""half""#,
        why: "If a reader answers fewer, the scorecard says “too few answers” and lets the reader \
              answer the rest there. “I don’t know” counts as answered.",
    },
    Explanation {
        pattern: "/cutoffs",
        what: "The limits between the verdicts, on the scale of belief from 0, for rejecting the \
               misconception throughout, to 100, for holding it throughout.",
        example: r#"{ "held": 80, "leaning": 60, "unsure": 40 }"#,
        why: "Leave them out unless you have a reason to be stricter or milder. If certainty is \
              asked, verdicts do not depend on these limits.",
    },
    Explanation {
        pattern: "/cutoffs/held",
        what: "A reader holds the misconception from this belief up; 75 by default.",
        example: "80",
        why: "The higher it is, the more firmly readers must agree before the scorecard says that \
              they hold a misconception. It must be higher than leaning.",
    },
    Explanation {
        pattern: "/cutoffs/leaning",
        what: "A reader leans towards the misconception from this belief up to held; 62.5 by \
               default.",
        example: "60",
        why: "The top of the scorecard counts misconceptions that a reader leans towards \
              separately; the outcomes count them together with those that the reader holds. This \
              limit must be higher than unsure.",
    },
    Explanation {
        pattern: "/cutoffs/unsure",
        what: "A reader is unsure above this belief, up to leaning; 37.5 by default.",
        example: "40",
        why: "A reader at or below this belief does not hold the misconception.",
    },
    Explanation {
        pattern: "/misconceptions",
        what: "The misconceptions that the questionnaire is about, each with its statements and \
               its correction.",
        example: r#"[
  {
    "id": "bread-fridge",
    "name": "Bread stays fresh longest in the fridge",
    "statements": [
      { "id": "bread-1", "text": "A loaf stays soft longest in the fridge.", "key": "myth" },
      { "id": "bread-2", "text": "A loaf goes stale faster in the fridge than in a bread bin.", "key": "fact" }
    ],
    "refutation": {
      "fact": "Bread goes stale fastest just above freezing, as in a fridge.",
      "whyWrong": "The starch in the crumb hardens in the cold, even where no water is lost."
    }
  }
]"#,
        why: "Each gets a verdict and a correction of its own on the scorecard. Readers are first \
              asked the first statement of each, then the second of each, and so on, unless the \
              tag on the page says otherwise.",
    },
    Explanation {
        pattern: "/misconceptions/*",
        what: "One false or harmful belief: its name, the statements that probe it, and the text \
               that corrects it.",
        example: r#"{
  "id": "searing-seals",
  "name": "Searing keeps the juices in the meat",
  "statements": [
    { "id": "searing-1", "text": "A steak loses less juice once its outside is browned.", "key": "myth" },
    { "id": "searing-2", "text": "Juice goes on leaving a steak through its brown crust.", "key": "fact" }
  ],
  "refutation": {
    "fact": "Searing adds taste; it does not keep the juice in.",
    "whyWrong": "The crust lets water through: what sizzles in the pan is juice that is leaving."
  }
}"#,
        why: "Two statements, one with the key myth and one with the key fact, prevent a habit of \
              agreeing from deciding the verdict.",
    },
    Explanation {
        pattern: "/misconceptions/*/id",
        what: "An identifier of the misconception, without spaces and different for each; readers \
               do not see it.",
        example: r#""bread-fridge""#,
        why: "Translations and the data of a scorecard refer to the misconception by it, so you \
              can change the order of the misconceptions.",
    },
    Explanation {
        pattern: "/misconceptions/*/name",
        what: "The belief in a few words, as somebody who holds it would put it.",
        example: r#""Bread stays fresh longest in the fridge""#,
        why: "The table on the scorecard shows it, and so does the correction. Readers see it only \
              after the statements about it have been asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements",
        what: "The sentences by which the questionnaire finds out whether a reader holds this \
               misconception.",
        example: r#"[
  { "id": "bread-1", "text": "A loaf stays soft longest in the fridge.", "key": "myth" },
  { "id": "bread-2", "text": "A loaf goes stale faster in the fridge than in a bread bin.", "key": "fact" }
]"#,
        why: "A verdict from a single answer is weak. With statements of both keys, the scorecard \
              can tell a reader that their answers contradict each other.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*",
        what: "One sentence with which readers agree or disagree.",
        example: r#"{ "id": "bread-1", "text": "A loaf stays soft longest in the fridge.", "key": "myth" }"#,
        why: "If two statements have opposite keys, the fact should deny the myth: nobody who \
              thinks clearly can then agree with both, or disagree with both.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/id",
        what: "An identifier of the statement, without spaces and different for each in the whole \
               questionnaire; readers do not see it.",
        example: r#""bread-1""#,
        why: "Answers and translations are stored under it. Do not change it once the \
              questionnaire is published.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/text",
        what: "The sentence itself.",
        example: r#""A loaf stays soft longest in the fridge.""#,
        why: "It should make one claim, worded positively and without always or never, so that \
              readers know what agreeing means. The scorecard shows it again, with the reader’s \
              answer, beside the correction.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/key",
        what: "What agreement points to: myth is towards the misconception, fact away from it.",
        example: r#""myth""#,
        why: "A wrong key reverses the verdict. Use both keys in each misconception, because some \
              readers agree with whatever they are asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/weight",
        what: "How much the answer to this statement counts, compared with the others of its \
               misconception; 1 by default.",
        example: "2",
        why: "An answer of weight 2 counts twice as much towards the belief as one of weight 1. \
              Weights do not change how many answers are enough, nor any verdict if certainty is \
              asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation",
        what: "The correction of the misconception, in up to six short texts.",
        example: r#"{
  "fact": "Bread goes stale fastest just above freezing, as in a fridge.",
  "myth": "That a fridge keeps bread fresh, as it does milk and meat.",
  "whyBelieved": "Most food does keep longer in the cold, so bread seems to belong there too.",
  "kernelOfTruth": "Mould grows more slowly in the cold, which matters in a warm and damp kitchen.",
  "whyWrong": "The starch in the crumb hardens in the cold, even where no water is lost.",
  "advice": "Keep what you will eat within two days in a bread bin. Slice and freeze the rest."
}"#,
        why: "Every reader’s scorecard shows it, whatever the verdict; 80 to 150 words in total \
              are easiest to read. To begin a new paragraph within a text, write \\n\\n.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/fact",
        what: "What is true, in a sentence or two.",
        example: r#""Bread goes stale fastest just above freezing, as in a fridge.""#,
        why: "It is the heading of the correction and stays visible when the other parts are \
              folded, so that readers remember the fact. If a reader has answered too few \
              statements, it is folded too, because it would give the answers away.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/myth",
        what: "What is not true: the misconception as one sentence.",
        example: r#""That a fridge keeps bread fresh, as it does milk and meat.""#,
        why: "It is shown below the fact, after “Misconception”, and says exactly what is being \
              corrected. Without it, the name of the misconception is shown there.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/whyBelieved",
        what: "Why the misconception is easy to believe.",
        example: r#""Most food does keep longer in the cold, so bread seems to belong there too.""#,
        why: "It shows readers that believing the misconception was not foolish. Without it, its \
              heading is left out.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/kernelOfTruth",
        what: "What is right about the misconception.",
        example: r#""Mould grows more slowly in the cold, which matters in a warm and damp kitchen.""#,
        why: "Readers may have seen that part with their own eyes, so admit it. Leave it out if \
              nothing is right.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/whyWrong",
        what: "The reasons against the misconception.",
        example: r#""The starch in the crumb hardens in the cold, even where no water is lost.""#,
        why: "Explain, do not scold. The heading above it depends on the strength of the evidence: \
              “Why it does not hold”, “Why experience points the other way” or “What speaks \
              against it”.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/advice",
        what: "What to do instead.",
        example: r#""Keep what you will eat within two days in a bread bin. Slice and freeze the rest.""#,
        why: "It comes after the reasons, under “What to do instead” or “What to do”, so that \
              readers leave with something that they can do.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence",
        what: "How strong the case against the misconception is, and as of when.",
        example: r#"{ "strength": "strong", "asOf": "2026-11", "reviewBy": "2028-11" }"#,
        why: "Readers see it as a sentence beside the sources: “Evidence: strong, as of 2026.” \
              Without it there is no such sentence, and the headings are those for strong \
              evidence.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/strength",
        what: "How strong the case is, in one of four words.",
        example: r#""strong""#,
        why: "The headings of the correction claim no more than the evidence allows. A contested \
              misconception is not counted and comes last, under “Where experts disagree”.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/asOf",
        what: "When you last looked at the evidence: a year, a month or a day, written 2026, \
               2026-11 or 2026-11-23.",
        example: r#""2026-11""#,
        why: "Readers see the year, and so how recent the correction is.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/reviewBy",
        what: "When you intend to look at the evidence again, written like asOf.",
        example: r#""2028-11""#,
        why: "After this date, the check reminds you. Readers do not see it.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources",
        what: "Where readers can look up what the correction says.",
        example: r#"[
  {
    "title": "Harold McGee, On Food and Cooking",
    "url": "https://app.ckbk.com/reference/food00011c10s001e005se006se003/storing-bread-avoid-the-refrigerator",
    "date": "2004"
  }
]"#,
        why: "Readers need not take your word for it. Each source is a line at the end of the \
              correction.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*",
        what: "One book, article, page or person that the correction is based on.",
        example: r#"{
  "title": "Harold McGee, On Food and Cooking",
  "date": "2004",
  "quote": "Staling proceeds most rapidly at temperatures just above freezing, and very slowly below freezing."
}"#,
        why: "Name one that readers can get at. The line has only what you write here.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/title",
        what: "What the source is called, with its author.",
        example: r#""Harold McGee, On Food and Cooking""#,
        why: "It begins the line and, if there is a URL, is the link.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/url",
        what: "The URL of the source.",
        example: r#""https://app.ckbk.com/reference/food00011c10s001e005se006se003/storing-bread-avoid-the-refrigerator""#,
        why: "The title becomes a link to it. The linked site does not learn from which page a \
              reader comes.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/date",
        what: "When the source was published, in any form.",
        example: r#""2004""#,
        why: "It follows the title, as you write it.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/quote",
        what: "A sentence of the source, word for word.",
        example: r#""Staling proceeds most rapidly at temperatures just above freezing, and very slowly below freezing.""#,
        why: "It ends the line and lets readers judge without following the link. The widget adds \
              the quotation marks.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/lang",
        what: "The language of the source, as a tag, if it is not the questionnaire’s.",
        example: r#""nb""#,
        why: "Screen readers then pronounce the title and the quotation correctly, and a language \
              that is written from right to left is shown that way.",
    },
    Explanation {
        pattern: "/outcomes",
        what: "Remarks on the result as a whole, depending on how many misconceptions a reader \
               holds or leans towards.",
        example: r#"[
  { "from": 0, "title": "Nothing here has a firm hold on you.", "text": "The reasons may help at the next dinner." },
  { "from": 1, "title": "There is something to gain in your kitchen.", "text": "Begin with the top one." }
]"#,
        why: "One of them is shown near the top of the scorecard: of those that apply, the one \
              with the highest from. None is shown while a misconception has too few answers, \
              unless that misconception is contested.",
    },
    Explanation {
        pattern: "/outcomes/*",
        what: "One remark, and the number of misconceptions from which it applies.",
        example: r#"{ "from": 1, "title": "There is something to gain in your kitchen." }"#,
        why: "It is shown until the next higher from is reached, whatever the order of the \
              remarks. If two have the same numbers, the later one is shown.",
    },
    Explanation {
        pattern: "/outcomes/*/from",
        what: "The lowest number of misconceptions, held and leaned towards together, to which the \
               remark applies.",
        example: "1",
        why: "Let one remark begin at 0, or readers with a low number get none. Contested \
              misconceptions are not counted.",
    },
    Explanation {
        pattern: "/outcomes/*/unsure",
        what: "The lowest number of misconceptions on which the reader is undecided, to which the \
               remark applies; 0 by default.",
        example: "3",
        why: "With it, readers who believe little but are undecided on much can get a remark of \
              their own. If two remarks with the same from apply, the one with the higher unsure \
              is shown.",
    },
    Explanation {
        pattern: "/outcomes/*/title",
        what: "The remark in one sentence; the scorecard emphasises it.",
        example: r#""There is something to gain in your kitchen.""#,
        why: "It is shown below the counts. Neither praise nor blame: say what the number means.",
    },
    Explanation {
        pattern: "/outcomes/*/text",
        what: "More text, after the title.",
        example: r#""Begin with the top one.""#,
        why: "Say where to begin. Without it, only the title is shown.",
    },
    Explanation {
        pattern: "/suggestions",
        what: "Other misconceptions that readers have named to you, each with your answer.",
        example: r#"[
  {
    "text": "Salted water boils sooner.",
    "by": "a reader",
    "answer": "Not so that anybody would notice. The salt is there for the taste."
  }
]"#,
        why: "They are shown near the end of the scorecard, under “Which other misconceptions are \
              out there?”, and do not affect the result. The widget does not collect them.",
    },
    Explanation {
        pattern: "/suggestions/*",
        what: "One misconception that a reader has named, with your answer.",
        example: r#"{ "text": "Salted water boils sooner.", "answer": "Not so that anybody would notice." }"#,
        why: "It needs no statements of its own.",
    },
    Explanation {
        pattern: "/suggestions/*/text",
        what: "The misconception, as the reader put it.",
        example: r#""Salted water boils sooner.""#,
        why: "It is shown as a quotation, so that readers know that the words are not yours.",
    },
    Explanation {
        pattern: "/suggestions/*/by",
        what: "Who named it, as they wish to be called.",
        example: r#""a reader""#,
        why: "It is shown below their words. Ask before you publish a name; without it, nobody is \
              named.",
    },
    Explanation {
        pattern: "/suggestions/*/answer",
        what: "Your answer to the suggestion.",
        example: r#""Not so that anybody would notice. The salt is there for the taste.""#,
        why: "It is shown right below, so that no misconception is left uncorrected.",
    },
    Explanation {
        pattern: "/credits",
        what: "Who wrote the questionnaire, whose work it follows, and under which licence others \
               may use it.",
        example: r#"{
  "text": "Questions by the Riverside Cookery School",
  "url": "https://example.org/kitchen",
  "licence": "CC BY 4.0"
}"#,
        why: "It is the last line of the scorecard.",
    },
    Explanation {
        pattern: "/credits/text",
        what: "The credit itself: who wrote it, and whose work it follows.",
        example: r#""Questions by the Riverside Cookery School""#,
        why: "Readers see who speaks to them. If there is a URL, the credit is the link.",
    },
    Explanation {
        pattern: "/credits/url",
        what: "The URL that the credit links to.",
        example: r#""https://example.org/kitchen""#,
        why: "The credit becomes a link to it. The linked site does not learn from which page a \
              reader comes.",
    },
    Explanation {
        pattern: "/credits/licence",
        what: "The name of the licence under which others may use the questionnaire.",
        example: r#""CC BY 4.0""#,
        why: "It follows the credit, as you write it. Without it, others cannot tell whether they \
              may use your work.",
    },
    Explanation {
        pattern: "/share",
        what: "What is sent along when a reader shares a scorecard.",
        example: r#"{ "text": "What I believed about the kitchen" }"#,
        why: "A link alone says little to the person who gets it. The widget adds how many \
              misconceptions the reader saw through, and an invitation. Without your text, the \
              title is sent along.",
    },
    Explanation {
        pattern: "/share/text",
        what: "The words that are sent with a shared scorecard, before the reader’s result.",
        example: r#""What I believed about the kitchen""#,
        why: "The share sheet of the reader’s device puts them before the link. The reader can \
              change them there, so write what a reader would say.",
    },
    Explanation {
        pattern: "/translations",
        what: "The questionnaire’s texts in other languages, each under its language tag.",
        example: r#"{
  "nb": {
    "title": "To misforståelser om kjøkkenet",
    "statements": { "bread-1": "Et brød holder seg mykt lengst i kjøleskapet." }
  },
  "fr": "kitchen.fr.json"
}"#,
        why: "Readers get the language nearest to that of the page, or else your own. Ids and keys \
              are the same in all languages, so answers and scorecards are too. If your own \
              language leaves a text to the widget, such as the labels of the answers, a \
              translation may still have one.",
    },
    Explanation {
        pattern: "/translations/*",
        what: "The texts in one language, or the URL of a file with them, relative to the \
               questionnaire’s URL.",
        example: r#"{
  "title": "To misforståelser om kjøkkenet",
  "misconceptions": {
    "bread-fridge": {
      "name": "Brød holder seg lengst ferskt i kjøleskapet",
      "refutation": { "fact": "Brød blir fortest gammelt rett over null grader, som i et kjøleskap." }
    }
  },
  "statements": {
    "bread-1": "Et brød holder seg mykt lengst i kjøleskapet.",
    "bread-2": "Et brød blir fortere gammelt i kjøleskapet enn i en brødboks."
  }
}"#,
        why: "It has the questionnaire’s shape, but misconceptions and, beside them, statements \
              are under their ids, and all other arrays keep your order. Texts that you leave out \
              are shown in your own language.",
    },
];

/// The strings of the keys that allow only certain strings, in the parser's order.
pub const CHOICES: &[Choice] = &[
    Choice {
        pattern: "/markup",
        value: "inline",
        what: "Emphasis, links and references within a paragraph.",
    },
    Choice {
        pattern: "/minAnswered",
        value: "majority",
        what: "More than half of a misconception’s statements: both of two, two of three.",
    },
    Choice {
        pattern: "/minAnswered",
        value: "half",
        what: "At least half of a misconception’s statements: one of two, two of three.",
    },
    Choice {
        pattern: "/misconceptions/*/statements/*/key",
        value: "myth",
        what: "Agreeing with the statement means holding the misconception.",
    },
    Choice {
        pattern: "/misconceptions/*/statements/*/key",
        value: "fact",
        what: "Agreeing with the statement means not holding the misconception.",
    },
    Choice {
        pattern: "/misconceptions/*/evidence/strength",
        value: "settled",
        what: "No serious doubt is left among those who know the subject.",
    },
    Choice {
        pattern: "/misconceptions/*/evidence/strength",
        value: "strong",
        what: "Good studies agree.",
    },
    Choice {
        pattern: "/misconceptions/*/evidence/strength",
        value: "practitioner",
        what: "The people who do the work have found this; the headings then speak of experience.",
    },
    Choice {
        pattern: "/misconceptions/*/evidence/strength",
        value: "contested",
        what: "The experts themselves disagree; the misconception is then not counted and comes last.",
    },
];
