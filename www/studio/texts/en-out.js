/**
 * The English words for what leaves the studio: translations, the look, the ways to publish, and
 * the JSON.
 */
import found from './en-slips.js';

const { slips } = found;
const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  kinds: found.kinds,
  import: {
    title: (from, what) => `${what}: ${from}`,
    from: {
      table: 'a table',
      gift: 'questions in Moodle’s GIFT',
      moodle: 'questions in Moodle’s XML',
      surveyjs: 'a survey of SurveyJS',
      google: 'a form of Google',
    },
    count: (count, left) =>
      `${number(count, 'misconception')} can be taken over.${left > 0 ? ` ${number(left, 'thing')} cannot, and is listed below.` : ' Nothing is left out.'}`,
    unsaid:
      'For some items nobody has said which answer is right. They are taken as what believers say: look at each, and turn it where it is so.',
    head: 'The first row names the columns',
    column: (index, name) => `Column ${index}${name ? `: ${name}` : ''}`,
    targets: {
      none: 'Not taken',
      name: 'What people believe',
      fact: 'What is true instead',
      myth: 'Statement',
      denial: 'Statement that denies it',
      key: 'myth or fact, for the statement',
      summary: 'The misconception in one sentence',
      whyBelieved: 'Why people believe it',
      kernelOfTruth: 'What is right about it',
      whyWrong: 'Why it is wrong',
      advice: 'What to do',
      source: 'Source',
      url: 'Address of the source',
      strength: 'How strong the case is',
    },
    taken: (count) => `What is taken (${count})`,
    more: (count) => `And ${count} more.`,
    left: (count) => `What is not taken (${count})`,
    why: (why, what, row) => {
      const words = {
        noBelief: 'there is no belief in this row',
        moreCells: 'these cells are in no column',
        strength: 'this is none of settled, strong, practitioner and contested',
        url: 'this is no address that begins with https:// or http://',
        noAnswer: 'there is no answer in braces',
        brokenXml: 'this XML cannot be read',
      };
      return `${row ? `Row ${row}: ` : ''}${what ? `“${what}”: ` : ''}${words[why] ?? `${why}, not true/false or agree/disagree`}`;
    },
    begin: 'Make a scorecard of it',
    cancel: 'Cancel',
    mended: (done) => done.map(({ what, count }) => slips[what](count)[1]).join(' '),
  },
  translate: {
    title: 'Translate',
    into: 'Language',
    add: 'Add a language',
    choose: 'Choose',
    none: 'There is no translation yet. Choose a language, and every text stands beside its original. What is left out is shown in the original.',
    count: (done, all) =>
      done === all ? `All ${all} texts are translated.` : `${done} of ${all} texts are translated.`,
    changed: 'the original has changed since',
    onlyMissing: 'Show only what is missing',
    save: 'Save a table for a translator',
    saveXliff: 'Save as XLIFF',
    open: 'Open what came back',
    taken: (left) =>
      left.length === 0
        ? 'The translations are in. Undo takes them out again.'
        : `The translations are in, but for ${number(left.length, 'text')} that this scorecard does not have any more: ${left.slice(0, 5).join(', ')}.`,
    noColumns: 'This table has no columns “place” and “translation”, so nothing was taken from it.',
    brokenXliff: 'This XLIFF cannot be read: it is damaged, or not whole. Nothing was taken from it.',
    otherLanguage: (name) =>
      `This is a translation into ${name}. Choose that language first. Nothing was taken from it.`,
    remove: (name) => `Delete the translation into ${name}`,
  },
  json: {
    title: 'JSON',
    slips: (done) => done.map(({ what, count }) => slips[what](count)[0]).join(' '),
    mend: 'Mend all',
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
      help: 'At the end, so that no explanation gives the next answer away.',
      options: [
        ['end', 'At the end'],
        ['each', 'After each misconception'],
      ],
    },
    order: {
      label: 'Order of the statements',
      help: undefined,
      options: [
        ['interleaved', 'In turn, one on each misconception'],
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
      help: 'For progress, the chosen answer and the main button. Pick it, or write it. Without one: the colour of the text.',
      own: 'Choose the accent',
      none: 'Without',
    },
    contrast: (ratios) =>
      `Told apart from the page: ${ratios.map(([name, ratio]) => `${ratio.toFixed(1)} to 1 if it is ${name}`).join(', ')}. 3 to 1 is enough.`,
    noColour: 'This is no colour that a browser knows.',
    sending: 'Hearing from readers',
    endpoint: {
      label: 'An address that takes answers',
      help: 'With it, readers may send you what they answered, if they press for it. Without it nothing is sent. The preview sends nothing.',
    },
    encoding: {
      label: 'What it understands',
      help: undefined,
      options: [
        ['json', 'JSON'],
        ['form', 'Forms, as most such services do'],
      ],
    },
    type: 'Type and width',
    font: {
      label: 'Font',
      help: 'The name of a font that readers have, such as Georgia, Arial or Verdana. Without one: that of the page.',
    },
    width: { label: 'Greatest width', help: 'Such as 600px. Without one: about 640px.' },
  },
  publish: {
    title: 'Publish',
    ways: {
      one: ['One file', 'For a blog or any page. Without sharing'],
      page: ['A page of its own', 'With everything, for a folder on any web space'],
      wordpress: ['WordPress', 'A plugin to upload'],
      site: ['For developers', 'Hugo, Jekyll, Eleventy, Next.js, Vue …'],
      link: ['A link to the draft', 'For a colleague to review'],
      command: ['The command', 'For whoever has Node'],
      table: ['A table', 'For a spreadsheet'],
    },
    notYet: 'Not yet: above is what is left to write or to mend. Then this can be made.',
    making: 'Making it …',
    made: (name, size) => `“${name}” (${size} kB) is where your browser puts downloads.`,
    failed: (message) => `This did not work: ${message}`,
    copy: 'Copy',
    copied: (said) => said,
    snippet: 'What to paste',
    address: 'Address of the file',
    addressHelp:
      'Paste the address that your site shows after the upload. The name alone works only if the file and the page are in the same folder.',
    lang: 'Language to show',
    one: {
      only: 'Readers answer and see their scorecard. To share it, keep it as a picture or a file, and answer again, as in the preview, they need “A page of its own”.',
      save: 'Save the script. Your scorecard is in it.',
      make: (name) => `Save ${name}`,
      upload: 'Upload it to your site, as you upload a picture.',
      refused:
        'If your blog does not take files that end in .js: with WordPress, take “WordPress” above. Elsewhere, put “A page of its own” on a free host for web pages, such as Netlify or GitHub Pages, and link to it from your blog.',
      paste:
        'Paste this into the page, where the scorecard should stand. In most editors it goes into a block called “HTML”.',
      without: 'Translations that are files elsewhere do not come along.',
    },
    page: {
      save: (name) =>
        `Save the ZIP. In it are a page that shows your scorecard (index.html), its script (${name}.js) with the files it asks for, and the file to go on writing with (${name}.json).`,
      make: (name) => `Save ${name}`,
      upload:
        'Unpack it, and upload all files into one folder of any web space. The page also works from your own disk: open index.html. You can link to it from anywhere.',
      paste:
        'If you want it within a page of your blog too, and the folder is on the same site, paste this there, where the scorecard should stand. In most editors it goes into a block called “HTML”.',
      comment: 'The scorecard. The two tags can be pasted into any other page.',
    },
    wordpress: {
      save: 'Save the plugin. Your scorecard is in it.',
      make: 'Save scorecard-embed.zip',
      upload: 'In WordPress choose Plugins, Add New Plugin, Upload Plugin, and take that file. Then activate it.',
      again:
        'When you have changed something here, save and upload it again. WordPress then offers to replace the plugin.',
      paste: 'On a page or in a post, add a block “Custom HTML” and paste this, where the scorecard should stand:',
      nothing: 'If nothing shows up on the page',
      stays:
        'Users whose role in WordPress is Author or Contributor may not publish such lines, and WordPress removes them. Paste these in their place. They show the same, and stay:',
      forAuthors: 'What to paste if nothing shows up',
      answers: 'If readers should send you their answers',
      whole:
        'There is a larger plugin for that, “Misconception Scorecard”, with a block and a list of your scorecards.',
      how: 'How to get it and what it does',
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
    table: {
      what: 'A row for each statement. Opening it here makes a scorecard of it again.',
      make: (name) => `Save ${name}`,
      left: (parts) => `Not in the table: ${parts.join(', ')}.`,
      /** The parts that are left out, by their key. Any other key has the name of its field. */
      parts: {
        sources: 'further sources, dates and quotations',
        evidence: 'when the evidence was checked',
        translations: 'translations',
      },
    },
    link: {
      what: 'The whole draft is in the link, behind the #, which browsers do not send to anybody. Whoever opens it gets a copy. What they change stays with them until they send it back: they can make a link of their copy in the same way.',
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
};
