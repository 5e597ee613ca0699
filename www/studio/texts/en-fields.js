/**
 * The English labels and help texts of the fields. A text that contains a value is a function of
 * it.
 */
const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const listed = (parts) => parts.filter(Boolean).join(', ');

export default {
  outline: {
    title: 'Outline',
    at: (name) => `Outline: ${name}`,
    misconceptions: (count) => `Misconceptions (${count})`,
    another: 'Another misconception',
    addAnother: 'Add another misconception',
    marks: (errors, todo, advice) =>
      listed([errors > 0 && `${errors} to fix`, todo > 0 && `${todo} to write`, advice > 0 && number(advice, 'hint')]),
  },
  misconception: {
    numbered: (index) => `misconception ${index}`,
    of: (index, count) => `Misconception ${index} of ${count}`,
    belief: 'The belief, and what is true',
  },
  statements: {
    title: 'How readers are asked',
    help: 'Readers agree or disagree with these sentences. Two are best: one as believers say it, and one that says what is true.',
    /** If there are two answers to choose from: their words, first the one that denies. */
    helpOfTwo: (no, yes) =>
      `Readers answer “${yes}” or “${no}” to these sentences. Two are best: one as believers say it, and one that says what is true.`,
    numbered: (index) => `Statement ${index}`,
    add: 'Add a statement',
    key: 'A reader who agrees with it',
    keyOfTwo: (yes) => `A reader who answers “${yes}”`,
    keys: [
      ['myth', 'believes the misconception'],
      ['fact', 'does not believe it'],
    ],
  },
  correction: {
    title: 'The correction',
    help: 'This is what readers take home. Explain, and do not scold.',
    numbered: (index) => `the correction of misconception ${index}`,
    words: (count, way) =>
      `The correction has ${number(count, 'word')}, including “What is true instead”.${way === 0 ? '' : ' 80 to 150 read best.'}`,
  },
  evidence: {
    title: 'How strong the evidence is',
    help: 'Readers see this. Claim no more than the evidence shows.',
    strength: 'Evidence against the belief',
    strengths: [
      ['settled', 'Settled', 'Nobody who knows the subject doubts it.'],
      ['strong', 'Strong', 'Good studies point the same way.'],
      ['practitioner', 'Experience', 'People who do the work have seen it; nobody has measured it well.'],
      ['contested', 'Contested', 'Experts disagree. It is shown but not counted.'],
    ],
    none: 'Rate it later',
    when: 'When you checked it, and when to check again',
  },
  sources: {
    title: 'Sources',
    help: 'Where readers can look it up: a study, a public body, a book.',
    numbered: (index) => `source ${index}`,
    add: 'Add a source',
    more: 'Date, quotation, language',
    everywhere: 'Use for all misconceptions',
    everywhereIt: (what) => `Use for all misconceptions: ${what}`,
    isEverywhere: 'Every misconception now has this source. Undo removes it again.',
    known: 'Use a source of another misconception',
    choose: 'Choose a source',
  },
  about: { title: 'Title and introduction', whole: 'The first screen', more: 'Privacy, emphasis and links' },
  answers: {
    title: 'How readers answer',
    scale: 'The answers',
    points: [
      [5, 'Five, from strongly disagree to strongly agree'],
      [2, 'Two: true or false'],
      [3, 'Three'],
      [4, 'Four'],
      [6, 'Six'],
      [7, 'Seven'],
    ],
    certainty: 'How sure they are',
    askCertainty: {
      label: 'Also ask “How sure are you?”',
      help: 'It tells a firm belief from a guess, but doubles what readers have to answer.',
    },
    ownWords: { label: 'Words of my own', help: undefined },
    words: 'The words, from the lowest to the highest',
    label: (index, count) => `Answer ${index} of ${count}`,
    giveWords: 'Write the words',
    enough: 'How many answers are enough',
    minAnswered: [
      ['majority', 'More than half of the statements'],
      ['half', 'Half of them'],
    ],
    cutoffs: 'When a reader counts as believing it',
    cutoffsHelp:
      'The answers give a number from 0 (does not believe it) to 100 (believes it). Leave these limits as they are unless you have a reason to be stricter or more lenient.',
    change: 'Change the limits',
  },
  scorecard: {
    title: 'On the scorecard',
    outcomes: {
      title: 'Remarks on the result',
      help: 'Your own words near the top, depending on how many misconceptions a reader believes or leans towards. Let one begin at 0.',
      numbered: (index) => `remark ${index}`,
      add: 'Add a remark',
    },
    suggestions: {
      title: 'Misconceptions that readers suggested',
      help: 'What readers have written to you, each with your answer. All readers see them.',
      numbered: (index) => `suggestion ${index}`,
      add: 'Add a suggestion',
    },
    share: 'When a reader shares it',
    credits: 'Author and sources of the questions',
  },
  fields: {
    name: {
      label: 'What people believe',
      help: 'In the words of someone who believes it. Readers see it on their scorecard, not before.',
    },
    fact: {
      label: 'What is true instead',
      help: 'One or two sentences that make sense alone. This is what readers remember.',
    },
    myth: {
      label: 'The misconception in one sentence',
      help: 'Only if readers should see it said more exactly than above.',
    },
    whyBelieved: {
      label: 'Why people believe it',
      help: 'What a sensible person has seen or heard. Nobody was foolish.',
    },
    kernelOfTruth: { label: 'What is right about it', help: 'Grant it, or leave this empty if there is nothing.' },
    whyWrong: {
      label: 'Why it is wrong',
      help: 'The reason, with what was found and by whom. One good reason is better than four.',
    },
    advice: { label: 'What to do', help: 'Something that can be done today.' },
    asOf: { label: 'Checked on', help: 'A year, a month or a day, such as November 2026. Readers see it.' },
    reviewBy: { label: 'Check again by', help: 'After that date you are reminded here. Readers do not see it.' },
    'source-title': { label: 'Name of the source', help: 'With its author.' },
    'source-url': { label: 'Web address', help: undefined },
    'source-date': { label: 'Date', help: undefined },
    'source-quote': { label: 'The sentence you rely on', help: 'Word for word, without quotation marks.' },
    'source-lang': { label: 'Its language', help: 'A tag such as en or nb, if it differs from yours.' },
    title: { label: 'Title', help: 'Name the subject without giving an answer away.' },
    intro: {
      label: 'Introduction',
      help: 'What readers are asked, and what they get from it. The number of statements is added for you.',
    },
    lang: { label: 'Language', help: undefined },
    privacy: {
      label: 'What happens to the answers',
      help: 'Only if “your answers stay in this browser” is not the whole truth on your page.',
    },
    markup: {
      label: 'Allow *emphasis*, [links](https://…) and [1] in longer texts',
      help: '[1] leads to the first source of a misconception.',
    },
    id: { label: 'Internal name', help: 'Readers do not see it. Do not change it after publishing.' },
    version: { label: 'Version', help: 'After publishing, change it whenever you change what is asked.' },
    consent: {
      label: 'Consent',
      help: 'What readers agree to if your page collects their answers.',
    },
    weight: { label: 'Weight', help: 'How much this answer counts compared with the others; usually 1.' },
    points: { label: 'How many answers', help: 'Besides “I don’t know”.' },
    dontKnow: { label: 'Offer “I don’t know”', help: 'Without it, readers who do not know have to guess.' },
    minAnswered: {
      label: 'Answers needed for a verdict',
      help: 'For each misconception. “I don’t know” counts as an answer.',
    },
    levels: { label: 'How many levels', help: 'From guessing to certain; usually 4.' },
    from: { label: 'Number of the lowest level', help: 'Only needed to match the numbers of a study.' },
    to: { label: 'Number of the highest level', help: undefined },
    'cutoffs-held': { label: 'Believed from', help: '0 to 100; usually 75.' },
    'cutoffs-leaning': { label: 'Leaning from', help: 'Usually 62.5.' },
    'cutoffs-unsure': { label: 'Undecided above', help: 'Usually 37.5.' },
    'outcomes-from': {
      label: 'From this many misconceptions',
      help: 'Those a reader believes and those a reader leans towards, together.',
    },
    'outcomes-unsure': {
      label: 'And this many undecided',
      help: 'For readers who believe little and are undecided on much.',
    },
    'outcomes-title': { label: 'The remark', help: 'One sentence, neither praise nor blame.' },
    'outcomes-text': { label: 'More to say', help: undefined },
    'suggestions-text': { label: 'The misconception, as the reader put it', help: undefined },
    'suggestions-by': { label: 'Who suggested it', help: 'Ask before you print a name.' },
    'suggestions-answer': { label: 'Your answer', help: undefined },
    'share-text': {
      label: 'Words that go along',
      help: 'They come before the result. Write what a reader would say.',
    },
    'credits-text': { label: 'Who wrote it, and whose work it builds on', help: undefined },
    'credits-url': { label: 'Web address', help: undefined },
    'credits-licence': {
      label: 'Licence',
      help: 'Such as CC BY 4.0. Without one, others cannot tell whether they may use your work.',
    },
  },
};
