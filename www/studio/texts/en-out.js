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
      gift: 'questions in Moodle’s GIFT format',
      moodle: 'questions in Moodle’s XML format',
      surveyjs: 'a SurveyJS survey',
      google: 'a Google form',
    },
    count: (count, left) =>
      `${number(count, 'misconception')} can be imported.${left > 0 ? ` ${number(left, 'item')} cannot; see the list below.` : ' Nothing is left out.'}`,
    unsaid:
      'For some items the text does not say which answer is right. They are imported as statements of the misconception: check each one, and change those that are true.',
    head: 'The first row contains the column names',
    column: (index, name) => `Column ${index}${name ? `: ${name}` : ''}`,
    targets: {
      none: 'Not imported',
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
      url: 'Web address of the source',
      strength: 'How strong the evidence is',
    },
    taken: (count) => `To be imported (${count})`,
    more: (count) => `And ${count} more.`,
    left: (count) => `Not imported (${count})`,
    why: (why, what, row) => {
      const words = {
        noBelief: 'this row has no belief',
        moreCells: 'these cells belong to no column',
        strength: 'this is not one of settled, strong, practitioner and contested',
        url: 'this is not a web address that begins with https:// or http://',
        noAnswer: 'there is no answer in braces',
        brokenXml: 'this XML cannot be read',
      };
      return `${row ? `Row ${row}: ` : ''}${what ? `“${what}”: ` : ''}${words[why] ?? `${why}, not true/false or agree/disagree`}`;
    },
    begin: 'Make a scorecard from it',
    cancel: 'Cancel',
    mended: (done) => done.map(({ what, count }) => slips[what](count)[1]).join(' '),
  },
  translate: {
    title: 'Translate',
    into: 'Language',
    add: 'Add a language',
    choose: 'Choose',
    none: 'There is no translation yet. Choose a language, and each text appears beside its original. Readers see the original of every text that you leave empty.',
    count: (done, all) =>
      done === all ? `All ${all} texts are translated.` : `${done} of ${all} texts are translated.`,
    changed: 'the original has changed since',
    onlyMissing: 'Show only what is missing',
    save: 'Save a table for a translator',
    saveXliff: 'Save as XLIFF',
    open: 'Open the finished translation',
    taken: (left) =>
      left.length === 0
        ? 'The translation was added. Undo removes it again.'
        : `The translation was added, except ${number(left.length, 'text')} that this scorecard no longer has: ${left.slice(0, 5).join(', ')}.`,
    noColumns: 'This table has no columns “place” and “translation”, so nothing was imported.',
    brokenXliff: 'This XLIFF file is damaged or incomplete. Nothing was imported.',
    otherLanguage: (name) => `This is a translation into ${name}. Choose that language first. Nothing was imported.`,
    remove: (name) => `Delete the translation into ${name}`,
  },
  json: {
    title: 'JSON',
    slips: (done) => done.map(({ what, count }) => slips[what](count)[0]).join(' '),
    mend: 'Fix all',
    save: 'Save the JSON',
    failed: (message) => `The editor could not be loaded: ${message}. Reload the page to try again.`,
    keys: [
      ...['Tab indents. To leave the editor, press ', 'Escape', ', then ', 'Tab', '. ', 'Ctrl', ' ', 'Space'],
      ...[' suggests what fits, ', 'F8', ' goes to the next problem.'],
    ],
  },
  look: {
    title: 'Look',
    help: 'How it looks and works on your page. It changes the preview and the lines to paste, not your texts.',
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
        ['tap', 'goes on to the next statement'],
        ['manual', 'only selects it'],
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
        ['shuffled', 'Shuffled, differently for each reader'],
      ],
    },
    theme: {
      label: 'Light or dark',
      help: undefined,
      options: [
        ['auto', 'Like the page'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
    },
    colour: 'Colour',
    accent: {
      label: 'Accent',
      help: 'For the progress bar, the chosen answer and the main button. Pick a colour, or write it. If empty: the colour of the text.',
      own: 'Choose the accent colour',
      none: 'No accent',
    },
    contrast: (ratios) =>
      `Contrast with the page: ${ratios.map(([name, ratio]) => `${ratio.toFixed(1)} to 1 if it is ${name}`).join(', ')}. 3 to 1 is enough.`,
    noColour: 'This is not a colour that browsers know.',
    sending: 'Hearing from readers',
    endpoint: {
      label: 'Web address that receives answers',
      help: 'With it, readers can press a button to send you their answers. Without it, nothing is sent. The preview sends nothing.',
    },
    encoding: {
      label: 'Format it expects',
      help: undefined,
      options: [
        ['json', 'JSON'],
        ['form', 'Form data, as most such services do'],
      ],
    },
    type: 'Type and width',
    font: {
      label: 'Font',
      help: 'The name of a font that readers have, such as Georgia, Arial or Verdana. If empty: the font of the page.',
    },
    width: { label: 'Maximum width', help: 'Such as 600px. If empty: about 640px.' },
  },
  publish: {
    title: 'Publish',
    ways: {
      one: ['One file', 'For a blog or any page that takes files'],
      page: ['A page of its own', 'With everything, to link to from any blog'],
      wordpress: ['WordPress', 'A plugin to upload'],
      site: ['For developers', 'Hugo, Jekyll, Eleventy, Next.js, Vue …'],
      link: ['A link to the draft', 'For a colleague to review'],
      command: ['The command', 'If you have Node.js'],
      table: ['A table', 'For a spreadsheet'],
    },
    others: 'Other ways',
    notYet: 'Not ready yet: the list above shows what is left to write or fix.',
    making: 'Making it …',
    made: (name, size) => `“${name}” (${size} kB) is in your browser’s downloads.`,
    failed: (message) => `This did not work: ${message}`,
    copy: 'Copy',
    copied: 'Copied.',
    selected:
      'The browser does not let this page copy. The lines are selected: copy them with Ctrl+C, or Cmd+C on a Mac.',
    bare: 'The lines name the file without its address, so they only work if the page is in the same folder as the file.',
    snippet: 'What to paste',
    address: 'Address of the file',
    addressHelp:
      'Paste it here; your site shows it after the upload. If this stays empty, the lines below name the file alone, and that only works if the page is in the same folder.',
    lang: 'Language to show',
    one: {
      only: 'Readers answer and see their scorecard. The buttons to share it, to save it and to answer again, which the preview shows below it, come only with “A page of its own”.',
      save: 'Save the script. Your scorecard is in it.',
      make: (name) => `Save ${name}`,
      upload: 'Upload it to your site, the way you upload a picture.',
      refused:
        'Your blog takes pictures only, and no file that ends in .js? With WordPress, choose “WordPress” above. With any other blog, choose “A page of its own”, and link to it.',
      paste:
        'Paste these lines into the page where the scorecard should appear. Most editors have a block called “HTML” for it.',
      try: 'Open the page in a new tab and answer a statement to see that it works. When you change the scorecard here, save and upload the file again; when you change its look, paste the lines again too.',
      without: 'Translations in separate files are not included.',
    },
    page: {
      save: (name) =>
        `Save the ZIP. It contains a page with your scorecard (index.html), its script (${name}.js) with the files that it loads, and a file to continue writing with (${name}.json).`,
      make: (name) => `Save ${name}`,
      upload: 'Unpack it and upload the whole folder to any web space.',
      noSpace:
        'If you have none: free hosts such as Netlify take the unpacked folder by drag and drop, and then show the address of your page. To look at the page first, open index.html on your own disk; sharing, saving and answering again work only once it is on the web.',
      link: 'Link to that address from your blog, a newsletter, or wherever your readers are.',
      paste:
        'To show it inside a page of your blog too, if the folder is on the same site and the blog takes HTML, paste these lines where the scorecard should appear.',
      comment: 'The scorecard. The two tags can be pasted into any other page.',
    },
    wordpress: {
      save: 'Save the plugin. Your scorecard is in it.',
      make: 'Save scorecard-embed.zip',
      upload: 'In WordPress choose Plugins, Add New Plugin, Upload Plugin, and select that file. Then activate it.',
      again: 'After changing something here, save and upload it again. WordPress then offers to replace the plugin.',
      paste: 'Where the scorecard should appear on a page or in a post, add a block “Custom HTML” and paste this:',
      nothing: 'If nothing shows up on the page',
      stays:
        'If your role in WordPress is Author or Contributor, WordPress removes such lines. Paste these instead: they show the same scorecard, and WordPress keeps them.',
      forAuthors: 'What to paste if nothing shows up',
      answers: 'If readers should send you their answers',
      whole:
        'A larger plugin, “Misconception Scorecard”, does that. It also has a block and a list of your scorecards.',
      how: 'How to get it and what it does',
    },
    site: {
      save: (file) =>
        `Save the ZIP. It contains the folder “scorecard” with the package, and your questionnaire (${file}), which belongs in the root folder of your site.`,
      make: (name) => `Save ${name}`,
      host: 'Your site is made with',
      part: (index) => `part ${index} of the recipe`,
      where: 'For a single page, keep the questionnaire',
      wheres: [
        ['beside', 'in a file beside the page'],
        ['inside', 'in the page itself'],
      ],
      tag: (file) => `Save ${file} beside the page, and paste this. It has the look you have chosen.`,
      inside: 'Paste this. It contains the look you have chosen, and the questionnaire.',
    },
    table: {
      what: 'One row per statement. Open it here to turn it into a scorecard again.',
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
      what: 'The link contains the whole draft after the #, the part that browsers send to nobody. Anyone who opens it gets a copy. To send you their changes, they make a link of that copy in the same way.',
      make: 'Make a link',
      link: 'The link',
      long: (length) =>
        `It has ${length.toLocaleString('en')} characters, and some mail programs cut such links. Then send the file instead.`,
    },
    command: {
      save: 'Save the questionnaire.',
      make: (name) => `Save ${name}`,
      run: 'Run the command in that folder. It makes the same script; its options can do much more.',
      label: 'The command',
      errors: 'It refuses as long as something is left to write or fix.',
    },
  },
};
