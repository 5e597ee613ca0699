//! What each key of format 1.0 is for, in words, with an example of each: for editors, the manual and the page.
//!
//! Knows what an author gains by a key and what a reader sees of it. Must not know kinds, ranges or limits, nor which
//! key is required: those are the parser's, and who prints this takes them from there. Texts are plain, without any
//! markup; words in “ ” are those that a reader sees in English.

/// One key of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its place: a JSON pointer with `*` for each array index and each key that the author chooses,
    /// as in `/misconceptions/*/statements/*/key`.
    pub pattern: &'static str,
    /// What it is, in one sentence.
    pub what: &'static str,
    /// A value as JSON, complete and valid at that place.
    pub example: &'static str,
    /// Why it is there, what the author gains, or what happens without it: one or two sentences.
    pub why: &'static str,
}

/// One word of those that a key allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its place, written as [`Explanation::pattern`].
    pub pattern: &'static str,
    /// The word.
    pub value: &'static str,
    /// What it means, in one sentence.
    pub what: &'static str,
}

/// All keys, in the order in which they are documented. The examples are of one questionnaire.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        pattern: "/$schema",
        what: "The URL of this format’s schema: its description for editors.",
        example: r#""./questionnaire.schema.json""#,
        why: "With it, many editors explain each key, complete words and underline errors while you write. The widget \
              ignores it.",
    },
    Explanation {
        pattern: "/$comment",
        what: "A note to yourself or to others who work on the file; every object { } may have one.",
        example: r#""Ask the baker about rye bread before the next version.""#,
        why: "JSON has no other way to leave a remark. Readers are not shown it, though whoever opens \
              the file sees it.",
    },
    Explanation {
        pattern: "/format",
        what: "The version of this format in which the file is written.",
        example: r#""1.0""#,
        why: "A widget that cannot read this version then says so, instead of misreading the file.",
    },
    Explanation {
        pattern: "/id",
        what: "The questionnaire’s name for the program, without spaces; readers do not see it.",
        example: r#""kitchen""#,
        why: "A reader’s answers are kept under it in the browser, and only scorecards with the same id \
              are compared. Leave it as it is once the questionnaire is published.",
    },
    Explanation {
        pattern: "/version",
        what: "Your own version of the questionnaire, as a string.",
        example: r#""1""#,
        why: "Change it whenever you change what is asked. A reader’s answers to one version are not used for another, \
              and scorecards of different versions are not compared.",
    },
    Explanation {
        pattern: "/lang",
        what: "The language in which the texts are written, as a tag such as en, nb or pt-BR.",
        example: r#""en""#,
        why: "The widget’s own words, such as “Strongly agree”, follow it if the widget speaks that \
              language. Screen readers pronounce the texts by it, and it says whether they run from \
              right to left.",
    },
    Explanation {
        pattern: "/title",
        what: "The heading of the first screen; on later screens it is shown small above the statement.",
        example: r#""Two misconceptions about the kitchen""#,
        why: "It is the first thing that readers see. Name the subject and give no answer away.",
    },
    Explanation {
        pattern: "/intro",
        what: "One or two sentences below the title, on the first screen.",
        example: r#""Say what you believe. Afterwards you will see what is known, and what to do instead.""#,
        why: "Say what readers get out of it. The widget itself adds how many statements there are and \
              about how long they take.",
    },
    Explanation {
        pattern: "/privacy",
        what: "What becomes of the answers, in your own words, on the first screen below the introduction.",
        example: r#""This page sends your answers, without your name, to the cookery school, which counts them.""#,
        why: "It replaces the widget’s own line, “your answers stay in this browser unless you share them”. \
              Write it if that is not the whole truth, as on a page that passes the answers on.",
    },
    Explanation {
        pattern: "/consent",
        what: "What a reader agrees to before their answers are sent, beside the box to tick on the scorecard.",
        example: r#""I agree that my answers are sent to the cookery school without my name.""#,
        why: "Shown only if the tag has an endpoint. It replaces the widget’s own sentence, which \
              names the host. Say who gets the answers, what for, and how long they are kept.",
    },
    Explanation {
        pattern: "/markup",
        what: "Allows *emphasis*, [words](https://example.org) as a link, and [1] for the first source of the \
               misconception, in prose.",
        example: r#""inline""#,
        why: "Prose is the introduction and the line on privacy, statements, the six texts of a refutation, the text \
              of an outcome and the answer to a suggestion; [1] only in a refutation. All other texts are plain, and \
              without this key every text is. A backslash makes \\* and \\[ plain characters; JSON writes it twice. \
              Emphasis ends on its line, and a URL begins with https:// or http://. Markup that is not whole, \
              such as a single *, is an error, so that no reader sees half of it. Where there can be no markup, as in \
              a table for a spreadsheet, only the words remain.",
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
              “I don’t know” apart from them.",
    },
    Explanation {
        pattern: "/scale/points",
        what: "How many answers there are, not counting “I don’t know”; 5 unless you say otherwise.",
        example: "4",
        why: "With an odd number the middle answer counts as halfway; an even number asks readers to \
              take a side. If there are two, they are “False” and “True”.",
    },
    Explanation {
        pattern: "/scale/labels",
        what: "The words of the answers, one for each, in order from disagreement to agreement.",
        example: r#"["No", "Rather no", "Rather yes", "Yes"]"#,
        why: "For 2 and 5 points the widget has words of its own, which yours replace. For any other \
              number, yours are needed.",
    },
    Explanation {
        pattern: "/scale/labels/*",
        what: "The words of one answer.",
        example: r#""Rather yes""#,
        why: "Readers choose by these words alone; the number of an answer is not shown.",
    },
    Explanation {
        pattern: "/scale/dontKnow",
        what: "Whether “I don’t know” is offered, apart from the other answers; true unless you say otherwise.",
        example: "true",
        why: "With it, nobody has to guess, and not knowing is never taken for an answer in the middle. \
              With false, a reader who does not know can only guess or skip the statement.",
    },
    Explanation {
        pattern: "/certainty",
        what: "The scale for “How sure are you?”, which is then asked of every answer but “I don’t know”.",
        example: r#"{
  "levels": 3,
  "labels": ["I am guessing", "I am fairly sure", "I am certain"]
}"#,
        why: "It tells a firm misconception from a guess: verdicts then follow from both answers \
              together. It also asks twice as much of readers; without it, only agreement is asked.",
    },
    Explanation {
        pattern: "/certainty/levels",
        what: "How many levels of certainty there are, counted from 1; 4 unless you say otherwise.",
        example: "3",
        why: "A reader counts as sure above the middle of the scale, not at it. Write either levels, or from and to.",
    },
    Explanation {
        pattern: "/certainty/from",
        what: "The number of the lowest level; from and to together replace levels.",
        example: "0",
        why: "Only for a scale with numbers of its own, such as that of a study you follow: the data of answers and \
              scorecards then have these numbers. Readers see only the words, so levels is usually enough.",
    },
    Explanation {
        pattern: "/certainty/to",
        what: "The number of the highest level, 1 to 5 above from.",
        example: "2",
        why: "Together with from it says how many levels there are.",
    },
    Explanation {
        pattern: "/certainty/labels",
        what: "The words of the levels, one for each, in order from guessing to certain.",
        example: r#"["I am guessing", "I am fairly sure", "I am certain"]"#,
        why: "For 4 levels the widget has words of its own, which yours replace. For any other number, \
              yours are needed.",
    },
    Explanation {
        pattern: "/certainty/labels/*",
        what: "The words of one level.",
        example: r#""I am fairly sure""#,
        why: "Readers choose by these words alone. They also appear beside the reader’s own answers on \
              the scorecard.",
    },
    Explanation {
        pattern: "/minAnswered",
        what: "How many of a misconception’s statements a reader must answer to get a verdict on it; \
               majority unless you say otherwise.",
        example: r#""half""#,
        why: "With fewer, the scorecard says “too few answers” and lets the reader answer the rest there. “I don’t \
              know” counts as answered.",
    },
    Explanation {
        pattern: "/cutoffs",
        what: "Where one verdict ends and the next begins, on the scale of belief from 0, for rejecting the \
               misconception throughout, to 100, for holding it throughout.",
        example: r#"{ "held": 80, "leaning": 60, "unsure": 40 }"#,
        why: "Leave it out unless you have a reason to be stricter or milder. If certainty is asked, \
              verdicts do not follow from these cutoffs.",
    },
    Explanation {
        pattern: "/cutoffs/held",
        what: "A reader holds the misconception from this belief up; 75 unless you say otherwise.",
        example: "80",
        why: "The higher it is, the firmer readers must agree before they are said to hold a misconception. \
              It must be above leaning.",
    },
    Explanation {
        pattern: "/cutoffs/leaning",
        what: "A reader leans towards the misconception from this belief up to held; 62.5 unless you say otherwise.",
        example: "60",
        why: "Misconceptions leaned towards are counted apart at the top of the scorecard, and \
              together with those held for the outcomes. It must be above unsure.",
    },
    Explanation {
        pattern: "/cutoffs/unsure",
        what: "A reader is unsure above this belief, up to leaning; 37.5 unless you say otherwise.",
        example: "40",
        why: "A reader at this belief or below it does not hold the misconception.",
    },
    Explanation {
        pattern: "/misconceptions",
        what: "The misconceptions that the questionnaire is about, each with its statements and its correction.",
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
        why: "Each gets a verdict and a correction of its own on the scorecard. Readers are first asked the first \
              statement of each, then the second of each, and so on, unless the tag on the page says otherwise.",
    },
    Explanation {
        pattern: "/misconceptions/*",
        what: "One false or harmful belief: its name, the statements that probe it, and what corrects it.",
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
        why: "Two statements, one keyed myth and one keyed fact, make a verdict that a habit of agreeing \
              cannot decide.",
    },
    Explanation {
        pattern: "/misconceptions/*/id",
        what: "The misconception’s name for the program, without spaces and different for each; readers do not see it.",
        example: r#""bread-fridge""#,
        why: "Translations and the data of a scorecard name the misconception by it, wherever it is \
              in the array.",
    },
    Explanation {
        pattern: "/misconceptions/*/name",
        what: "The belief in a few words, as somebody who holds it would put it.",
        example: r#""Bread stays fresh longest in the fridge""#,
        why: "It names the misconception in the table on the scorecard and above its correction. The widget \
              shows it only after its statements have been asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements",
        what: "The sentences by which the questionnaire finds out whether a reader holds this misconception.",
        example: r#"[
  { "id": "bread-1", "text": "A loaf stays soft longest in the fridge.", "key": "myth" },
  { "id": "bread-2", "text": "A loaf goes stale faster in the fridge than in a bread bin.", "key": "fact" }
]"#,
        why: "A verdict on one answer rests on little. With statements of both keys, a reader whose answers \
              contradict each other is told so.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*",
        what: "One sentence with which readers agree or disagree.",
        example: r#"{ "id": "bread-1", "text": "A loaf stays soft longest in the fridge.", "key": "myth" }"#,
        why: "Of two statements with opposite keys, the fact denies the myth: nobody who thinks clearly can agree \
              with both, or disagree with both.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/id",
        what: "The statement’s name for the program, without spaces and different for each in the whole questionnaire; \
              readers do not see it.",
        example: r#""bread-1""#,
        why: "Answers are kept and translations are found by it. Leave it as it is once the \
              questionnaire is published.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/text",
        what: "The sentence itself.",
        example: r#""A loaf stays soft longest in the fridge.""#,
        why: "Let it make one claim, worded positively and without always or never; then a reader knows what \
              agreeing means. It is shown again, with the reader’s answer, beside the correction.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/key",
        what: "Which way agreement points: myth is towards the misconception, fact away from it.",
        example: r#""myth""#,
        why: "A wrong key turns the verdict round. Use both keys in each misconception, for some readers \
              agree with whatever they are asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/statements/*/weight",
        what: "How much the answer to this statement counts beside the others of its misconception; \
               1 unless you say otherwise.",
        example: "2",
        why: "An answer of weight 2 counts twice as much towards the belief as one of weight 1. Weights have no \
              say in how many answers are enough, nor in verdicts if certainty is asked.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation",
        what: "What corrects the misconception, in up to six short texts.",
        example: r#"{
  "fact": "Bread goes stale fastest just above freezing, as in a fridge.",
  "myth": "That a fridge keeps bread fresh, as it does milk and meat.",
  "whyBelieved": "Most food does keep longer in the cold, so bread seems to belong there too.",
  "kernelOfTruth": "Mould grows more slowly in the cold, which matters in a warm and damp kitchen.",
  "whyWrong": "The starch in the crumb hardens in the cold, even where no water is lost.",
  "advice": "Keep what you will eat within two days in a bread bin. Slice and freeze the rest."
}"#,
        why: "It is on every reader’s scorecard, whatever the verdict; 80 to 150 words in all read best. \
              To begin a new paragraph within a string, write \\n\\n.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/fact",
        what: "What is so, in a sentence or two.",
        example: r#""Bread goes stale fastest just above freezing, as in a fridge.""#,
        why: "It heads the correction and is in sight even when the other parts are folded away, so what readers take \
              away is the fact. When too few statements are answered it is folded away too, because it would give the \
              answers away.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/myth",
        what: "What is not so: the misconception as one sentence.",
        example: r#""That a fridge keeps bread fresh, as it does milk and meat.""#,
        why: "It is shown below the fact, after “Misconception”, and says exactly what is being corrected. Without \
              it, the name of the misconception is shown there.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/whyBelieved",
        what: "Why the misconception is easy to believe.",
        example: r#""Most food does keep longer in the cold, so bread seems to belong there too.""#,
        why: "It shows readers that there is nothing foolish in having believed it. Without it, its heading \
              is left out.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/kernelOfTruth",
        what: "What is right about the misconception.",
        example: r#""Mould grows more slowly in the cold, which matters in a warm and damp kitchen.""#,
        why: "Readers may have seen that part with their own eyes; grant it. Leave it out if there is none.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/whyWrong",
        what: "The reasons against the misconception.",
        example: r#""The starch in the crumb hardens in the cold, even where no water is lost.""#,
        why: "Explain, do not scold. The heading above it follows the strength of the evidence: “Why it does not \
              hold”, “Why experience points the other way” or “What speaks against it”.",
    },
    Explanation {
        pattern: "/misconceptions/*/refutation/advice",
        what: "What to do instead.",
        example: r#""Keep what you will eat within two days in a bread bin. Slice and freeze the rest.""#,
        why: "It comes after the reasons, under “What to do instead” or “What to do”, so that readers leave with \
              something that they can do.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence",
        what: "How strong the case against the misconception is, and as of when.",
        example: r#"{ "strength": "strong", "asOf": "2026-11", "reviewBy": "2028-11" }"#,
        why: "Readers see it as a sentence beside the sources: “Evidence: strong, as of 2026.” Without it there is no \
              such sentence, and the headings are those of strong evidence.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/strength",
        what: "How strong the case is, in one of four words.",
        example: r#""strong""#,
        why: "The headings of the correction claim no more than it allows. A contested misconception is \
              not counted and comes last, under “Where experts disagree”.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/asOf",
        what: "When you last looked at the evidence: a year, a month or a day, written 2026, 2026-11 or 2026-11-23.",
        example: r#""2026-11""#,
        why: "Readers see its year, and so how fresh the correction is.",
    },
    Explanation {
        pattern: "/misconceptions/*/evidence/reviewBy",
        what: "When you mean to look at the evidence again, written as asOf is.",
        example: r#""2028-11""#,
        why: "The check reminds whoever looks after the questionnaire once it has passed. Readers do not see it.",
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
        why: "Readers need not take your word for it. Each source is a line at the end of the correction.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*",
        what: "One book, article, page or person that the correction rests on.",
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
        what: "The URL of the source on the web.",
        example: r#""https://app.ckbk.com/reference/food00011c10s001e005se006se003/storing-bread-avoid-the-refrigerator""#,
        why: "The title becomes a link to it. The site that it leads to is not told from which page a reader comes.",
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
        why: "It ends the line and lets readers judge without a visit. The widget puts the quotation marks.",
    },
    Explanation {
        pattern: "/misconceptions/*/sources/*/lang",
        what: "The language of the source, as a tag, if it is not the questionnaire’s.",
        example: r#""nb""#,
        why: "Screen readers then pronounce title and quotation as they are meant, and text from right to left \
              is shown that way.",
    },
    Explanation {
        pattern: "/outcomes",
        what: "Remarks on the result as a whole, by how many misconceptions a reader holds or leans towards.",
        example: r#"[
  { "from": 0, "title": "Nothing here has a firm hold on you.", "text": "The reasons may help at the next dinner." },
  { "from": 1, "title": "There is something to gain in your kitchen.", "text": "Begin with the top one." }
]"#,
        why: "One of them is shown near the top of the scorecard: of those that apply, the one with the highest from. \
              None is shown while a misconception has too few answers, unless that one is contested.",
    },
    Explanation {
        pattern: "/outcomes/*",
        what: "One remark, and from how many misconceptions on it applies.",
        example: r#"{ "from": 1, "title": "There is something to gain in your kitchen." }"#,
        why: "It is shown until the next higher from is reached, in whatever order they are written. Of two with \
              the same numbers, the later one is shown.",
    },
    Explanation {
        pattern: "/outcomes/*/from",
        what: "The lowest number of misconceptions, held and leaned towards together, to which the remark applies.",
        example: "1",
        why: "Let one remark begin at 0, or readers with a low number get none. Contested misconceptions are not counted.",
    },
    Explanation {
        pattern: "/outcomes/*/unsure",
        what: "The lowest number of misconceptions on which the reader is undecided, to which the remark applies. Without it: 0.",
        example: "3",
        why: "With it, who believes little but is undecided on much can be met by words of their own. Of two remarks with the \
              same from that both apply, the one with the higher unsure is shown.",
    },
    Explanation {
        pattern: "/outcomes/*/title",
        what: "The remark in one sentence; it stands out from the text after it.",
        example: r#""There is something to gain in your kitchen.""#,
        why: "It is shown below the counts. Neither praise nor blame: say what the number means.",
    },
    Explanation {
        pattern: "/outcomes/*/text",
        what: "What there is to add, after the title.",
        example: r#""Begin with the top one.""#,
        why: "Say where to begin. Without it, the title stands alone.",
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
        why: "They are shown near the end of the scorecard, under “Which other misconceptions are out there?”, and \
              have no part in the result. The widget does not collect them.",
    },
    Explanation {
        pattern: "/suggestions/*",
        what: "One misconception that a reader has named, with your answer.",
        example: r#"{ "text": "Salted water boils sooner.", "answer": "Not so that anybody would notice." }"#,
        why: "It can be answered without statements of its own.",
    },
    Explanation {
        pattern: "/suggestions/*/text",
        what: "The misconception, as the reader put it.",
        example: r#""Salted water boils sooner.""#,
        why: "It is set apart as the words of somebody else.",
    },
    Explanation {
        pattern: "/suggestions/*/by",
        what: "Who named it, as they wish to be called.",
        example: r#""a reader""#,
        why: "It is shown below their words. Ask before you print a name; without it, nobody is named.",
    },
    Explanation {
        pattern: "/suggestions/*/answer",
        what: "Your answer to it.",
        example: r#""Not so that anybody would notice. The salt is there for the taste.""#,
        why: "It is shown right below, so that no misconception is left uncorrected.",
    },
    Explanation {
        pattern: "/credits",
        what: "Who wrote the questionnaire, whose work it follows, and under which licence others may use it.",
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
        why: "Readers see who speaks to them. If there is a URL, it is the link.",
    },
    Explanation {
        pattern: "/credits/url",
        what: "The URL to which the credit leads.",
        example: r#""https://example.org/kitchen""#,
        why: "The credit becomes a link to it. The site that it leads to is not told from which page a reader comes.",
    },
    Explanation {
        pattern: "/credits/licence",
        what: "The name of the licence under which others may use the questionnaire.",
        example: r#""CC BY 4.0""#,
        why: "It follows the credit, as you write it. Without it, others cannot tell whether they may use your work.",
    },
    Explanation {
        pattern: "/share",
        what: "What goes along when a reader shares a scorecard.",
        example: r#"{ "text": "What I believed about the kitchen" }"#,
        why: "A link alone says little to whoever gets it. The widget adds how many the reader saw through and an invitation. \
              Without it, the title goes along.",
    },
    Explanation {
        pattern: "/share/text",
        what: "The words that go along with a shared scorecard, before the reader’s result.",
        example: r#""What I believed about the kitchen""#,
        why: "The share sheet of the reader’s device puts them before the link. The reader can change them there, \
              so write what a reader would say.",
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
        why: "Readers get the language nearest to that of the page, or else your own. Ids and keys are the same in \
              all, so answers and scorecards are too. If your own language leaves a text to the widget, such as the \
              labels of the answers, a translation may still have one.",
    },
    Explanation {
        pattern: "/translations/*",
        what: "The texts in one language, or the URL of a file with them, relative to that of the questionnaire.",
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
        why: "It has the questionnaire’s shape, but misconceptions and, beside them, statements are objects with \
              their ids as keys, and all other arrays keep your order. What you leave out stays in your own language.",
    },
];

/// The words of the keys that allow only some, in the parser's order.
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
        what: "The people who do the work have found it so; the headings then speak of experience.",
    },
    Choice {
        pattern: "/misconceptions/*/evidence/strength",
        value: "contested",
        what: "The experts themselves disagree; the misconception is then not counted and comes last.",
    },
];
