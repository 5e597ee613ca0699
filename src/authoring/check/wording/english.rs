//! The words of English. This file knows no rules; [`Language`] says what each list is for.

use super::language::Language;
use std::sync::OnceLock;

/// English in all its variants.
pub static ENGLISH: Language = Language {
    index: OnceLock::new(),
    idioms: "no longer|no matter|no doubt|no wonder|no sooner|no more than #|no less than|no fewer than|\
        no later than|no end|no #|or no|in no time|say no|says no|saying no|said no|vote no|voted no|\
        cannot help|can't help|or not|if not|why not|not least|not to mention|not only|not just|not merely|\
        not more than|not less than|more often than not|as often as not|not long ago|not far from|\
        nothing but|nothing more than|nothing less than|next to nothing|none other than|none the less|\
        second to none|never mind|now or never|all in all|at all|above all|after all|of all|all kinds|\
        all sorts|all right|all over|all along|all day|all night|all week|all month|all year|all summer|\
        all winter|all morning|all the same|all the more|all the better|all the way|all of a sudden|all but|\
        all told|all too|all #|once and for all|in all likelihood|in all probability|every day|every night|\
        every week|every month|every year|every hour|every minute|every second|every morning|every evening|\
        every summer|every winter|every other|every #|every third|every fourth|every fifth|every tenth|\
        every few|every so often|every now and then|every bit as|every once in a while|everything suggests|\
        everything indicates|everyone else|everything else|as always|only a few|only a small|only a little|\
        only a fraction|only a part|only a minority|only a minor|only a handful|only a quarter|only some|\
        only part|only partly|only partially|only slightly|only sometimes|only recently|only rarely|\
        only occasionally|only one in|only one of|only need|only needs|only have to|only has to|only child|\
        only children|if only|only then|only too|last but not least|both of|both men and women|\
        both women and men|both children and adults|both adults and children|both boys and girls|\
        both girls and boys|both young and old|anything but|but not always|but not all|but not necessarily|\
        but not quite",
    abbreviations: "approx co dr etc fig inc ltd mr mrs ms no prof st vs",
    numbers: "two three four five six seven eight nine ten eleven twelve twenty fifty hundred thousand \
        million half third quarter percent",

    not: "not",
    negations: "no no-one nobody nothing nowhere neither nor cannot hardly scarcely",
    pairs_of_none: "no-one",
    contrasts: "and but",

    absolutes: "always never all every everyone everybody everything none only solely exclusively \
        completely totally entirely wholly absolutely invariably",
    opening_absolutes: "",
    wholly: "",
    wholes: "",
    only: "only just merely solely",
    everybody: "all everyone everybody everything",
    softeners: "almost nearly virtually practically hardly",

    relatives: "who whom whose which",
    that: "that",
    conditions: "if unless when whenever because although though while until whether",
    opening_conditions: "after as before once since",
    subordinators: "that what whatever where wherever how why whoever",
    reach: 4,
    verb_before_not: false,

    and: "and",
    or: "or",
    but: "but",
    both: "both",
    but_also: "but also",

    auxiliaries: "am is are was were has had does did can could will would shall should must may might \
        cannot",
    verbs: "makes gives reduces improves leads prevents becomes gets contains requires keeps takes brings \
        creates destroys kills weakens strengthens stimulates raises lowers saves depends consists grows \
        allows provides produces protects affects lasts learns thinks knows dies eats sells buys became \
        gave took began grew fell wrote increases decreases belongs comes goes says speeds encourages \
        worsens listens understands explains treats includes involves conducts happens occurs exists",
    bases: "have do make give reduce improve prevent become get contain require keep take bring create \
        destroy kill weaken strengthen stimulate save depend consist grow allow provide protect affect \
        learn think know die eat sell buy pay earn spend reproduce suffer tend belong encourage",
    nouns_too: "causes needs helps damages harms boosts costs uses means works shows influences lives wants \
        changes results supports answers offers respects values trusts",
    perhaps: "cause need help damage harm boost cost use mean work show influence live want change result \
        drink lead play read feel like love enjoy see find believe increase",
    after_verbs: "the a an its their our your my his her this these those most many some all no every more \
        less little much better you us them it him me people children",
    infinitive: "to",
    participle: "ing",
    before_infinitives: "to can could will would shall should must may might cannot do does did help helps \
        let let's lets make makes making",
    copulas: "am is are was were be been being isn't aren't it's that's they're seem seems feel feels look \
        looks become becomes get gets make makes keep keeps remain remains stay stays sound sounds",
    pronouns: "i you he she it we they there this that these those",
    determiners: "the a an its their our your my his her this these those most many some no every each",
    adverbs: "also often usually generally therefore thus then so still always never only even very more \
        most less least too quite rather highly really just hence mostly sometimes normally equally as much \
        far",
    adjectives: "accurate affordable aggressive attractive bad best better boring cheap cheaper clean clear \
        clever complicated convenient correct credible creative dangerous deadly dirty difficult dull \
        easier easy effective efficient enjoyable entertaining ethical exciting expensive fair fairer fast \
        faster flexible friendly fun good great happier happy hard harder harmful harmless healthier \
        healthy helpful high honest important impossible ineffective inefficient intelligent interesting \
        kind lazy legal long low modern natural necessary nutritious outdated painful pleasant polite poor \
        popular possible precise professional profitable quick quicker quiet reliable rich risky rude sad \
        safe safer secure serious short sick simple slow slower smart smarter stressful strict strong \
        stronger stupid sustainable tasty toxic trustworthy ugly understandable unfair unhealthy \
        unnecessary unpleasant unreliable unsafe useful useless valuable violent weak weaker wise worse \
        worst wrong",
    adjective_endings: "able ible ful ous ive less",
    inflections: "",
    after_judgements: "to for in with at on than when if by as enough because from against among during \
        while after before without today overall about that",
};
