/**
 * The studio's words in English. Knows what each thing is called on screen. A text that contains a
 * value is a function of it.
 */
import fields from './en-fields.js';
import habits from './en-habits.js';
import out from './en-out.js';

const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const listed = (parts) => parts.filter(Boolean).join(', ');

export default {
  ...fields,
  ...out,
  ...habits,
  /** The names of the kinds of findings. */
  names: { error: 'Must be fixed', advice: 'Hint', todo: 'Still to write', translate: 'Still to translate' },
  quoted: (text) => `“${text}”`,
  places: {
    whole: 'the whole scorecard',
    misconceptions: 'the misconceptions',
    translations: 'the translations',
    translation: (lang) => `the translation (${lang})`,
  },
  /** The page around the studio. `made` has a text per child node of the footer's last line. */
  frame: {
    menu: 'Pages',
    pages: {
      guide: 'Guide',
      studio: 'Studio',
      hosts: 'Your site',
      loading: 'Loading',
      format: 'Format',
      accessibility: 'Accessibility',
      privacy: 'Privacy',
    },
    examples: 'Examples',
    made: [
      'The editor for JSON is CodeMirror, under the ',
      'MIT licence',
      '. The page uses Preact, stores drafts with idb, reads tables with Papa Parse and makes ZIP files with fflate: ',
      'their licences',
      '.',
    ],
  },
  /** Languages that some browsers have no name for. */
  languages: { se: 'Northern Sami' },
  studio: 'Studio',
  loading: 'Loading …',
  notLoaded: (message) => `This part could not be loaded: ${message}. Reload the page to try again.`,
  lead: 'Write a scorecard, see it while you write, and put it on your page. Nothing leaves this browser.',
  untitled: 'Untitled scorecard',
  optional: 'optional',
  todo: 'still to write',
  moreAbout: (label) => `More about “${label}”`,
  other: 'More settings',
  unset: 'Default',
  add: 'Add',
  up: 'Up',
  down: 'Down',
  duplicate: 'Duplicate',
  remove: 'Delete',
  show: 'Preview',
  edit: 'Back to the field',
  moveUp: (what) => `Move ${what} up`,
  moveDown: (what) => `Move ${what} down`,
  duplicateIt: (what) => `Duplicate ${what}`,
  removeIt: (what) => `Delete ${what}`,
  showIt: (what) => `Preview ${what}`,
  removed: (what) => `“${what}” is deleted. Undo brings it back.`,
  strange: (name, value) => `A scorecard has no setting called “${name}” (${value}).`,
  nextSection: (name) => `Next: ${name}`,
  toPublish: 'Next: publish',
  bar: {
    undo: 'Undo',
    redo: 'Redo',
    all: 'All scorecards',
    save: 'Save a backup',
    language: 'Language of the studio',
    undone: 'Undone.',
    redone: 'Redone.',
    nothing: 'There is nothing to undo.',
    close: 'Close',
    views: 'Views',
    keys: 'Keyboard shortcuts',
  },
  kept: {
    kept: 'Saved in this browser.',
    keeping: 'Saving …',
    blocked: 'This browser does not let the page store anything. Save a backup before you leave.',
    full: 'This browser could not save the last changes; it may have no room left. Save a backup before you leave, or delete drafts.',
    parted: 'This draft was changed in another tab too. What you write here is saved as a separate draft.',
  },
  views: { write: 'Write', see: 'See', translate: 'Translate', look: 'Look', publish: 'Publish', json: 'JSON' },
  sections: { about: 'Title and introduction', answers: 'How readers answer', scorecard: 'On the scorecard' },
  broken: {
    title: 'The JSON cannot be read at the moment',
    text: 'Part of it is not valid JSON, so no fields can be shown. Fix it in the JSON, or undo.',
    go: 'Go to the JSON',
  },
  start: {
    new: 'New scorecard',
    newHelp: 'One misconception is enough to begin. Everything can be changed later.',
    belief: 'What do people believe that is not true?',
    beliefHelp: 'In their words, in one sentence. For example: “Bees die in winter.”',
    titleHelp: 'Name the subject without giving an answer away. For example: “What do you know about bees?”',
    kind: 'Readers answer',
    kinds: {
      agree: 'how much they agree',
      quiz: 'true or false',
      lesson: 'before and after a lesson',
    },
    begin: 'Begin',
    drafts: 'Your drafts',
    changed: (date) => `changed ${date.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}`,
    saveAll: 'Save all as one file',
    open: 'Open',
    openHelp:
      'What you saved here (a backup, a script or a ZIP), or text from elsewhere. You can also drop a file anywhere on this page.',
    file: 'Open a file',
    paste: 'Paste text instead',
    pasted: 'The text of a scorecard',
    take: 'Open this',
    what: 'What you pasted',
    examples: 'Start from an example',
    examplesHelp: 'Complete scorecards to look at and change. You get a copy.',
    about: {
      social: 'Five misconceptions on social media in business, with sources.',
      socialNb: 'The same in Norwegian.',
      neuromyths: 'Fourteen statements about the brain, true or false.',
      studying: 'Three misconceptions on how we learn. A good model for your own.',
      kitchen: 'The example from the guide: three misconceptions, briefly explained.',
    },
  },
  said: {
    opened: (what, hadBefore) => `${what} is open.${hadBefore ? ' Undo brings back what you had.' : ''}`,
    missing: 'This draft is not in this browser any more.',
    tooLarge: (name) => `“${name}” is too large to be a questionnaire. It may be 1 MB at most.`,
    unread: (name, message) => `“${name}” could not be opened: ${message}. Your own text is unchanged.`,
    exampleLost: (message) => `This example could not be loaded: ${message}. Your own text is unchanged.`,
    backedUp: (name) => `“${name}” is in your downloads. “Open a file” brings it back.`,
    saved: (name) => `“${name}” is in your browser’s downloads.`,
    savedAll: (count) => `${number(count, 'scorecard')} saved in one file. “Open a file” brings them back.`,
    tookAll: (count) => `${number(count, 'draft')} restored to the list.`,
    draftGone: (title) => `“${title}” is deleted. Undo brings it back.`,
    draftBack: (title) => `“${title}” is back.`,
    linkBroken: 'This link is damaged: part of it is missing or changed. Ask for it again, or for the file.',
    linkNewer: 'This link was made by a newer studio. Load this page again, or ask for the file.',
    fromLink: 'The scorecard in the link',
    empty: 'It contains nothing that could be opened.',
  },
  left: {
    checking: 'Checking …',
    nothing: 'Nothing left to do: it can be published.',
    failed: (message) => `The check could not be loaded: ${message}. Reload the page to try again.`,
    summary: (isOk, errors, todo, advice, translate) =>
      `${isOk ? 'Can be published' : 'To do'}: ${listed([
        todo > 0 && `${number(todo, 'text')} to write`,
        errors > 0 && `${number(errors, 'error')} to fix`,
        advice > 0 && number(advice, 'hint'),
        translate > 0 && `${number(translate, 'text')} to translate`,
      ])}`,
    missing: (count, language) => `${number(count, 'text')} missing in ${language}`,
    more: (count) => `And ${count} more, shown once some of these are done.`,
  },
  see: {
    title: 'Preview',
    width: 'Width',
    widths: { phone: 'Phone', tablet: 'Tablet', page: 'As wide as here' },
    light: 'Colours',
    themes: { auto: 'Like the page', light: 'Light', dark: 'Dark' },
    language: 'Language',
    follow: 'Show what I am editing',
    answerAs: 'Answer like someone who',
    /** `pair` are the words of the answers, if there are two; first the one that denies. */
    ways: (pair) => ({
      believer: 'believes it all',
      expert: 'knows better',
      agreeing: pair ? `always answers “${pair[1]}”` : 'always agrees',
      disagreeing: pair ? `always answers “${pair[0]}”` : 'always disagrees',
      guessing: 'guesses',
    }),
    restart: 'Start over',
    failed: (message) => `The widget cannot show this: ${message}`,
    waits: 'The preview appears once the errors are fixed.',
    last: 'This is the last version without errors.',
    shows: (what) => `Shown below: ${what}`,
    statement: (number, text) => `${number}, ${text}`,
    without: 'Answering without reading',
    withoutHelp:
      'Readers who tick boxes without reading should be found neither to hold a misconception nor to be free of it.',
    nowhere: 'This is not shown anywhere yet.',
    editShown: 'Click a text to change it, or choose it here',
    nothingShown: 'None of your texts is visible right now.',
    told: ({ way, headline, chance, pair }) => {
      const who = {
        believer: 'A reader who believes it all',
        expert: 'A reader who knows better',
        agreeing: `A reader who ${pair ? `answers “${pair[1]}” to` : 'agrees with'} every statement`,
        disagreeing: `A reader who ${pair ? `answers “${pair[0]}” to` : 'disagrees with'} every statement`,
        guessing: 'This reader, who answered at random,',
      }[way];
      const { held, leaning, classified } = headline;
      const told =
        held + leaning === 0 ? 'no misconception' : `${held + leaning} of ${number(classified, 'misconception')}`;
      const mean = chance && chance.of > 0 ? ` The average is ${chance.mean.toFixed(1)} of ${chance.of}.` : '';
      return `${who} holds${leaning > 0 ? ' or leans towards' : ''} ${told}.${mean}`;
    },
  },
  keys: [
    ['Enter', 'in a statement: the next statement'],
    ['Alt ↑, Alt ↓', 'in a statement: move it'],
    ['Alt Shift ↓', 'in a statement: duplicate it'],
    ['Alt Shift Delete', 'in a statement: delete it'],
    ['Ctrl Z, Ctrl Shift Z', 'anywhere: undo, redo (Cmd on a Mac)'],
    ['Ctrl S', 'anywhere: save a backup'],
  ],
};
