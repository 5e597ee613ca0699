/**
 * The studio's words in English. Knows what each thing is called on screen; a text with something in it is a function.
 */
import { asList, asMap, asText, keysOf } from '../data/pointers.js';
import { plainly } from './plain-en.js';

const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const listed = (parts) => parts.filter(Boolean).join(', ');
const NAMES = { error: 'Must be mended', advice: 'Advice', todo: 'Still to write', translate: 'Still to translate' };

const t = {
  studio: 'Studio',
  lead: 'Write a scorecard, see it while you write, and put it on your page. Nothing leaves this browser.',
  untitled: 'Untitled scorecard',
  optional: 'optional',
  todo: 'still to write',
  moreAbout: (label) => `More about “${label}”`,
  other: 'More settings',
  unset: 'As usual',
  add: 'Add',
  up: 'Up',
  down: 'Down',
  duplicate: 'Duplicate',
  remove: 'Delete',
  show: 'Show',
  edit: 'Back to the field',
  moveUp: (what) => `Move ${what} up`,
  moveDown: (what) => `Move ${what} down`,
  duplicateIt: (what) => `Duplicate ${what}`,
  removeIt: (what) => `Delete ${what}`,
  showIt: (what) => `Show ${what} in the preview`,
  removed: (what) => `“${what}” is deleted. Undo brings it back.`,
  strange: (name, value) => `“${name}” (${value}) is nothing that a scorecard has.`,
  nextSection: (name) => `Next: ${name}`,
  toPublish: 'Next: publish',

  bar: {
    undo: 'Undo',
    redo: 'Redo',
    all: 'All scorecards',
    save: 'Save a file',
    language: 'Language of the studio',
    undone: 'Undone.',
    redone: 'Done again.',
    nothing: 'There is nothing to undo.',
    views: 'What to do',
    keys: 'Keys',
  },
  kept: {
    kept: 'Kept in this browser.',
    keeping: 'Keeping …',
    blocked: 'This browser does not let the page keep anything. Save a file before you leave.',
    full: 'The browser has no room to keep this. Save a file before you leave, or delete drafts.',
    parted: 'Another tab has changed this draft too. What you write here is kept as a draft of its own.',
  },
  views: { write: 'Write', see: 'See', translate: 'Translate', look: 'Look', publish: 'Publish', json: 'JSON' },
  sections: { about: 'Title and introduction', answers: 'How readers answer', scorecard: 'On the scorecard' },
  broken: {
    title: 'The JSON cannot be read at the moment',
    text: 'Something in it is not JSON, so there are no fields to show. Mend it in the JSON, or undo.',
    go: 'To the JSON',
  },

  start: {
    new: 'New scorecard',
    newHelp: 'One misconception is enough to begin. Everything can be changed later.',
    belief: 'What do people believe that is not so?',
    beliefHelp: 'In their words, in one sentence. For instance: “Bees die in winter.”',
    titleHelp: 'Names the subject and gives no answer away. For instance: “What do you know about bees?”',
    kind: 'Readers answer',
    kinds: {
      agree: 'how much they agree',
      quiz: 'true or false',
      lesson: 'before and after a lesson, and how sure they are',
    },
    begin: 'Begin',
    drafts: 'Go on with',
    changed: (date) => `changed ${date.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}`,
    saveAll: 'Save all as one file',
    open: 'Open',
    openHelp: 'A scorecard in a file, or text from elsewhere. You can also drop a file anywhere on this page.',
    file: 'Open a file',
    paste: 'Paste instead',
    pasted: 'The text of a scorecard',
    take: 'Open this',
    what: 'What you pasted',
    examples: 'Start from an example',
    examplesHelp: 'Whole scorecards, to look at and to change. Yours will be a copy.',
    about: {
      social: 'Five misconceptions on social media in business, with sources.',
      socialNb: 'The same in Norwegian.',
      neuromyths: 'Fourteen statements about the brain, true or false.',
      studying: 'Three misconceptions on how we learn. A good model for your own.',
      kitchen: 'The example of the guide: three misconceptions, simply told.',
    },
  },
  said: {
    opened: (what, hadBefore) => `${what} is open.${hadBefore ? ' Undo brings back what you had.' : ''}`,
    missing: 'This draft is not in this browser any more.',
    tooLarge: (name) => `“${name}” is too large to be a questionnaire. It may be 1 MB at most.`,
    exampleLost: 'This example could not be loaded. What you have written is as it was.',
    saved: (name) => `Saved as “${name}”, where your browser puts downloads.`,
    savedAll: (count) => `${number(count, 'scorecard')} saved in one file. Opening it here brings them back.`,
    tookAll: (count) => `${number(count, 'draft')} put back into the list.`,
    draftGone: (title) => `“${title}” is deleted. Undo brings it back.`,
    draftBack: (title) => `“${title}” is back.`,
    linkBroken: 'This link is damaged: part of it is missing or changed. Ask for it again, or for the file.',
    linkNewer: 'This link was made by a newer studio. Load this page again, or ask for the file.',
    fromLink: 'The scorecard in the link',
    empty: 'There is nothing in it to open.',
  },

  outline: {
    title: 'Outline',
    at: (name) => `Outline: ${name}`,
    misconceptions: (count) => `Misconceptions (${count})`,
    another: 'Another misconception',
    marks: (errors, todo, advice) =>
      listed([errors > 0 && `${errors} to mend`, todo > 0 && `${todo} to write`, advice > 0 && `${advice} advice`]),
  },
  misconception: {
    numbered: (index) => `misconception ${index}`,
    of: (index, count) => `Misconception ${index} of ${count}`,
    belief: 'The belief, and what holds',
  },
  statements: {
    title: 'How readers are asked',
    help: 'Readers agree or disagree with these sentences. Two are best: one as believers say it, and one that denies it.',
    numbered: (index) => `Statement ${index}`,
    add: 'Add a statement',
    key: 'Whoever agrees with it',
    keys: [
      ['myth', 'believes the misconception'],
      ['fact', 'sees through it'],
    ],
  },
  correction: {
    title: 'The correction',
    help: 'What readers take home. Explain and do not scold.',
    numbered: (index) => `the correction of misconception ${index}`,
    words: (count, way) =>
      `${number(count, 'word')} in the correction, “What holds instead” among them.${way === 0 ? '' : ' 80 to 150 read best.'}`,
  },
  evidence: {
    title: 'How strong the case is',
    help: 'Readers are told, and nothing is claimed beyond it.',
    strength: 'How much speaks against the belief',
    strengths: [
      ['settled', 'Settled', 'Nobody who knows the subject doubts it.'],
      ['strong', 'Strong', 'Good studies point the same way.'],
      ['practitioner', 'Experience', 'People who do the work have seen it; nobody has measured it well.'],
      ['contested', 'Contested', 'Experts disagree. It is shown, and not counted.'],
    ],
    none: 'Say nothing about it',
    when: 'When you looked',
  },
  sources: {
    title: 'Sources',
    help: 'Where readers can look it up: a study, a public body, a book.',
    numbered: (index) => `source ${index}`,
    add: 'Add a source',
    more: 'Date, quotation, language',
    known: 'Use one again',
    choose: 'Choose a source of another misconception',
  },
  about: { title: 'Title and introduction', whole: 'The first screen', more: 'Privacy and markup' },
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
      help: 'It tells a firm belief from a guess, and asks twice as much of readers.',
    },
    ownWords: { label: 'Words of my own', help: undefined },
    words: 'The words, from the lowest to the highest',
    label: (index, count) => `Answer ${index} of ${count}`,
    giveWords: 'Write the words',
    enough: 'How many answers are enough',
    minAnswered: [
      ['majority', 'More than half of a misconception’s statements'],
      ['half', 'Half of them'],
    ],
    cutoffs: 'Where the verdicts part',
    cutoffsHelp: 'Leave this as it is unless you have a reason to be stricter or milder.',
    change: 'Change the cutoffs',
  },
  scorecard: {
    title: 'On the scorecard',
    outcomes: {
      title: 'Remarks on the result',
      help: 'Words of your own near the top, by how many misconceptions a reader believes or leans to. Let one begin at 0.',
      numbered: (index) => `remark ${index}`,
      add: 'Add a remark',
    },
    suggestions: {
      title: 'What readers have named',
      help: 'Other misconceptions that reached you, each with your answer.',
      numbered: (index) => `suggestion ${index}`,
      add: 'Add one',
    },
    share: 'When a reader shares it',
    credits: 'Whom it owes',
  },

  fields: {
    name: {
      label: 'What people believe',
      help: 'As somebody who believes it would put it. Readers see it on their scorecard, not before.',
    },
    fact: {
      label: 'What holds instead',
      help: 'One or two sentences that make sense alone. This is what readers remember.',
    },
    myth: { label: 'The misconception in one sentence', help: 'Exactly what is being corrected.' },
    whyBelieved: {
      label: 'Why people believe it',
      help: 'What a sensible person has seen or heard. Nobody was foolish.',
    },
    kernelOfTruth: { label: 'What is right about it', help: 'Grant it. Leave it out if there is nothing.' },
    whyWrong: {
      label: 'Why it is wrong',
      help: 'The reason, with what was found and by whom. One good reason is better than four.',
    },
    advice: { label: 'What to do', help: 'Something that can be done today.' },
    asOf: { label: 'Looked at', help: 'A year, a month or a day: 2026, 2026-11 or 2026-11-23.' },
    reviewBy: { label: 'Look again by', help: 'You are reminded here once that has passed. Readers do not see it.' },
    'source-title': { label: 'What it is called', help: 'With its author.' },
    'source-url': { label: 'Address', help: undefined },
    'source-date': { label: 'Date', help: undefined },
    'source-quote': { label: 'The sentence you rely on', help: 'Word for word, without quotation marks.' },
    'source-lang': { label: 'Its language', help: 'As a tag such as en or nb, if it is another than yours.' },
    title: { label: 'Title', help: 'Names the subject and gives no answer away.' },
    intro: {
      label: 'Introduction',
      help: 'What readers are asked, and what they get for it. How many statements there are is said for you.',
    },
    lang: { label: 'Language', help: undefined },
    privacy: {
      label: 'What becomes of the answers',
      help: 'Only if “your answers stay in this browser” is not the whole truth on your page.',
    },
    markup: {
      label: 'Allow *emphasis*, [links](https://…) and [1] in longer texts',
      help: '[1] leads to the first source of a misconception.',
    },
    id: { label: 'Name for the program', help: 'Readers do not see it. Leave it as it is once you have published.' },
    version: { label: 'Version', help: 'After publishing, give it another number whenever you change what is asked.' },
    consent: { label: 'Consent', help: 'Kept for a later version. This one sends nothing and does not show it.' },
    weight: { label: 'Weight', help: 'How much this answer counts beside the others; 1 as usual.' },
    points: { label: 'How many answers', help: 'Besides “I don’t know”.' },
    dontKnow: { label: 'Offer “I don’t know”', help: 'Without it, who does not know can only guess.' },
    minAnswered: { label: 'A verdict needs', help: '“I don’t know” counts as an answer.' },
    levels: { label: 'How many levels', help: 'From guessing to certain; 4 as usual.' },
    from: { label: 'Number of the lowest level', help: 'Only to follow a study with numbers of its own.' },
    to: { label: 'Number of the highest level', help: undefined },
    'cutoffs-held': { label: 'Believed from', help: '0 to 100; 75 as usual.' },
    'cutoffs-leaning': { label: 'Leaning from', help: '62.5 as usual.' },
    'cutoffs-unsure': { label: 'Undecided above', help: '37.5 as usual.' },
    'outcomes-from': { label: 'From so many misconceptions on', help: 'Believed and leaned to, together.' },
    'outcomes-unsure': { label: 'And so many undecided', help: 'For who believes little and is undecided on much.' },
    'outcomes-title': { label: 'The remark', help: 'One sentence, neither praise nor blame.' },
    'outcomes-text': { label: 'What there is to add', help: undefined },
    'suggestions-text': { label: 'The misconception, as the reader put it', help: undefined },
    'suggestions-by': { label: 'Who named it', help: 'Ask before you print a name.' },
    'suggestions-answer': { label: 'Your answer', help: undefined },
    'share-text': {
      label: 'Words that go along',
      help: 'They stand before the result. Write what a reader would say.',
    },
    'credits-text': { label: 'Who wrote it, and after whose work', help: undefined },
    'credits-url': { label: 'Address', help: undefined },
    'credits-licence': {
      label: 'Licence',
      help: 'Such as CC BY 4.0. Without one, others cannot tell whether they may use your work.',
    },
  },

  left: {
    checking: 'Checking …',
    nothing: 'Nothing is left to do: it can be published.',
    failed: (message) => `The check could not be loaded: ${message}. Load the page again to try once more.`,
    summary: (errors, todo, advice, translate) =>
      `Left: ${listed([
        todo > 0 && `${number(todo, 'text')} to write`,
        errors > 0 && `${number(errors, 'thing')} to mend`,
        advice > 0 && number(advice, 'piece of advice', 'pieces of advice'),
        translate > 0 && `${number(translate, 'text')} to translate`,
      ])}`,
    more: (count) => `And ${count} more, which will show when some of these are done.`,
  },
  see: {
    title: 'Preview',
    width: 'Width',
    widths: { phone: 'Phone', tablet: 'Tablet', page: 'Page' },
    light: 'Colours',
    themes: { auto: 'The page’s', light: 'Light', dark: 'Dark' },
    language: 'Language',
    answerAs: 'Answer as',
    ways: {
      believer: 'a believer',
      expert: 'an expert',
      agreeing: 'agreeing with all',
      disagreeing: 'disagreeing with all',
      guessing: 'guessing',
    },
    restart: 'Start over',
    failed: (message) => `The widget cannot show this: ${message}`,
    waits: 'There is nothing to show until what must be mended is mended.',
    last: 'This is the last version without errors.',
    shows: (where) => `Here is: ${where}.`,
    habits: 'Answering without reading',
    habitsHelp: 'Nobody should come to hold a misconception, or be cleared of one, by ticking without reading.',
    nowhere: 'This does not show anywhere yet.',
    told: (way, headline, chance) => {
      const who = {
        believer: 'Somebody who believes all of it',
        expert: 'Somebody who knows better',
        agreeing: 'Somebody who agrees with every statement',
        disagreeing: 'Somebody who disagrees with every statement',
        guessing: 'This one, who answered at random,',
      }[way];
      const { held, leaning, classified } = headline;
      const told =
        held + leaning === 0 ? 'is told of no misconception' : `is told of ${held + leaning} of ${classified}`;
      const mean = chance && chance.of > 0 ? ` On average it would be ${chance.mean.toFixed(1)} of ${chance.of}.` : '';
      return `${who} ${told}.${mean}`;
    },
  },
  translate: {
    title: 'Translate',
    into: 'Language',
    add: 'Add a language',
    choose: 'Choose',
    none: 'There is no translation yet. Choose a language, and every text stands beside its original. What is left out is shown in the original.',
    count: (done, all) =>
      done === all ? `All ${all} texts are translated.` : `${done} of ${all} texts are translated.`,
    onlyMissing: 'Show only what is missing',
    save: 'Save a table for a translator',
    open: 'Open the table that came back',
    taken: (left) =>
      left.length === 0
        ? 'The translations are in. Undo takes them out again.'
        : `The translations are in, but for ${number(left.length, 'text')} that this scorecard does not have any more: ${left.slice(0, 5).join(', ')}.`,
    noColumns: 'This table has no columns “place” and “translation”, so nothing was taken from it.',
    remove: (name) => `Delete the translation into ${name}`,
  },
  json: {
    title: 'JSON',
    failed: (message) => `The editor could not be loaded: ${message}. Load the page again to try once more.`,
    keys: [
      ...['Tab indents. To leave the editor, press ', 'Escape', ', then ', 'Tab', '. ', 'Ctrl', ' ', 'Space'],
      ...[' offers what fits, ', 'F8', ' goes to the next problem.'],
    ],
  },
  look: {
    title: 'Look',
    help: 'How it looks and works on your page. The preview and what you paste follow; the words stay as they are.',
    way: 'How it works',
    layout: {
      label: 'Statements',
      help: undefined,
      options: [
        ['paged', 'One at a time'],
        ['list', 'All at once'],
      ],
    },
    advance: {
      label: 'A tap on an answer',
      help: undefined,
      options: [
        ['tap', 'moves on'],
        ['manual', 'only chooses'],
      ],
    },
    feedback: {
      label: 'Corrections',
      help: 'At the end, one explanation does not teach the next answer.',
      options: [
        ['end', 'At the end'],
        ['each', 'After each misconception'],
      ],
    },
    order: {
      label: 'Order of the statements',
      help: undefined,
      options: [
        ['interleaved', 'The first of every misconception, then the second'],
        ['author', 'As you wrote them'],
        ['shuffled', 'By chance, another for each reader'],
      ],
    },
    theme: {
      label: 'Light or dark',
      help: undefined,
      options: [
        ['auto', 'As the page is'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
    },
    colour: 'Colour',
    accent: {
      label: 'Accent',
      help: 'For progress, the chosen answer and the main button. Without one: the colour of the text.',
      own: 'Choose the accent',
      none: 'Without',
    },
    contrast: (ratios) =>
      `Told apart from the page: ${ratios.map(([name, ratio]) => `${ratio.toFixed(1)} to 1 if it is ${name}`).join(', ')}. 3 to 1 is enough.`,
    noColour: 'This is no colour that a browser knows.',
    type: 'Type and width',
    font: { label: 'Font', help: 'As in a style sheet, such as Georgia, serif. Without one: that of the page.' },
    width: { label: 'Greatest width', help: 'As in a style sheet, such as 36em; 40em as usual.' },
  },
  publish: {
    title: 'Publish',
    ways: {
      one: ['One file', 'For a blog or any page'],
      page: ['A page of its own', 'For a folder on any web space'],
      wordpress: ['WordPress', 'A plugin to upload'],
      site: ['A site that is built', 'Hugo, Jekyll, Eleventy, Next.js, Vue …'],
      link: ['A link to the draft', 'For a colleague to review'],
      command: ['The command', 'For whoever has Node'],
    },
    notYet: 'Not yet: above is what is left to write or to mend. Then this can be made.',
    making: 'Making it …',
    made: (name, size) => `“${name}” (${size} kB) is where your browser puts downloads.`,
    failed: (message) => `This did not work: ${message}`,
    copy: 'Copy',
    copied: (said) => said,
    snippet: 'What to paste',
    one: {
      save: 'Save the script. Your scorecard and all it needs are in it.',
      make: (name) => `Save ${name}`,
      upload: 'Upload it to your site, as you upload a picture.',
      address: 'Its address on your site',
      addressHelp: 'As your site shows it once it is uploaded. If it lies beside the page, its name is enough.',
      paste:
        'Paste this into the page, where the scorecard should stand. In most editors it goes into a block called “HTML”.',
      lang: 'Language to show',
      later:
        'With this one file readers answer and get their scorecard. For what they may do with it (share it, print it, answer again), take “A page of its own” and upload all files of its ZIP into one folder.',
      without: 'Translations that are files elsewhere do not come along.',
    },
    page: {
      save: (name) =>
        `Save the ZIP. In it are a page that shows your scorecard (index.html), its script (${name}.js) with the files it asks for, and the file to go on writing with (${name}.json).`,
      make: (name) => `Save ${name}`,
      upload:
        'Unpack it, and upload all files into one folder of any web space. The page also works from your own disk: open index.html.',
      comment: 'The scorecard. The two tags can be pasted into any other page.',
    },
    wordpress: {
      save: 'Save the plugin. Your scorecard is in it.',
      make: 'Save misconception-scorecard.zip',
      upload: 'In WordPress choose Plugins, Add New Plugin, Upload Plugin, and take that file. Then activate it.',
      paste: 'In a post, add a block “Custom HTML” and paste this:',
      editors: 'for administrators and editors',
      authors: 'WordPress takes unknown tags out of what authors write. As an author, paste this instead:',
      forAuthors: 'for authors',
    },
    site: {
      save: (file) =>
        `Save the ZIP. In it are the folder “scorecard” of the package and your questionnaire (${file}), which goes to the top of your site.`,
      make: (name) => `Save ${name}`,
      host: 'Your site is made with',
      part: (index) => `part ${index} of the recipe`,
      where: 'On one page only, the questionnaire is kept',
      wheres: [
        ['beside', 'in a file beside the page'],
        ['inside', 'in the page itself'],
      ],
      tag: (file) => `Save ${file} beside the page, and paste this. It has the look you have chosen.`,
      inside: 'Paste this. It has the look you have chosen, and the questionnaire in it.',
    },
    link: {
      what: 'The whole draft is in the link, behind the #, which browsers do not send to anybody. Whoever opens it gets a copy; what they change does not come back here.',
      make: 'Make a link',
      link: 'The link',
      long: (length) =>
        `It has ${length.toLocaleString('en')} characters, and some mail programs cut such links. Then send the file instead.`,
    },
    command: {
      save: 'Save the questionnaire.',
      make: (name) => `Save ${name}`,
      run: 'In its folder, run the command. It makes the same script, and with further options much else.',
      label: 'The command',
      errors: 'It refuses while there is something to write or to mend.',
    },
  },
  keys: [
    ['Enter', 'in a statement: the next statement'],
    ['Alt ↑, Alt ↓', 'in a statement: move it'],
    ['Alt Shift ↓', 'in a statement: duplicate it'],
    ['Alt Shift Delete', 'in a statement: delete it'],
    ['Ctrl Z, Ctrl Shift Z', 'anywhere: undo, redo; on a Mac with Cmd'],
    ['Ctrl S', 'anywhere: save a file'],
  ],

  /** What a finding is called, and says. `lang` is that of the message, where it is not this one. */
  told(finding) {
    const plain = plainly(finding);
    const { message = '', remedy = '' } = plain ?? finding;
    return { name: NAMES[finding.kind], message, remedy, lang: plain ? undefined : 'en' };
  },
  /** A place in words. */
  where(at, document) {
    const keys = keysOf(at);
    if (keys.length === 0) return 'the whole';
    const named = (own, fallback) => t.fields[own]?.label ?? fallback;
    const [first, index, part, inner] = keys;
    if (first === 'misconceptions' && index !== undefined) {
      const name = asText(asMap(asList(document?.misconceptions)[index]).name).trim();
      const whose = name
        ? `“${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`
        : t.misconception.numbered(Number(index) + 1);
      if (part === undefined) return whose;
      if (part === 'statements')
        return `${inner === undefined ? t.statements.title : t.statements.numbered(Number(inner) + 1)}, ${whose}`;
      if (part === 'refutation') return `${inner === undefined ? t.correction.title : named(inner, inner)}, ${whose}`;
      if (part === 'sources')
        return `${inner === undefined ? t.sources.title : t.sources.numbered(Number(inner) + 1)}, ${whose}`;
      if (part === 'evidence')
        return `${inner === undefined ? t.evidence.title : named(inner, t.evidence.strength)}, ${whose}`;
      return `${named(part, part)}, ${whose}`;
    }
    if (first === 'translations') return index ? `the translation (${index})` : 'the translations';
    if (first === 'misconceptions') return 'the misconceptions';
    if (first === 'outcomes' || first === 'suggestions') {
      return index === undefined ? t.scorecard[first].title : t.scorecard[first].numbered(Number(index) + 1);
    }
    if (first === 'scale') return t.answers.scale;
    if (first === 'certainty') return t.answers.certainty;
    if (first === 'cutoffs') return t.answers.cutoffs;
    return named(keys.join('-'), named(first, t.scorecard[first] ?? first));
  },
};

export default t;
