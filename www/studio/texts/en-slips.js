/**
 * The English words for a text that is not a scorecard yet: mistakes in JSON, by their cause, and
 * other kinds of files. A text that contains a value is a function of it.
 */
const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  /** For each cause of mistakes: what is wrong, and how it was repaired. */
  slips: {
    around: () => ['There is other text around the JSON.', 'The text around the JSON was removed.'],
    fence: () => ['The JSON is in a code block, as in a chat.', 'The marks of the code block were removed.'],
    program: () => ['The JSON is inside program code.', 'The program code around the JSON was removed.'],
    page: () => ['The JSON is inside a web page.', 'The web page around the JSON was removed.'],
    quotes: (count) => [
      `${number(count, 'curly quotation mark is', 'curly quotation marks are')} used instead of straight ones.`,
      `${number(count, 'curly quotation mark')} made straight.`,
    ],
    apostrophes: (count) => [
      `${number(count, 'single quotation mark is', 'single quotation marks are')} used instead of double ones.`,
      `${number(count, 'single quotation mark')} made double.`,
    ],
    commas: (count) => [
      `${number(count, 'comma is', 'commas are')} followed by nothing.`,
      `${number(count, 'extra comma')} removed.`,
    ],
    missingCommas: (count) => [
      `${number(count, 'comma is', 'commas are')} missing.`,
      `${number(count, 'missing comma')} added.`,
    ],
    bareKeys: (count) => [
      `${number(count, 'key has', 'keys have')} no quotation marks.`,
      `${number(count, 'key')} put in quotation marks.`,
    ],
    spaces: (count) => [
      `${number(count, 'space is', 'spaces are')} of a kind that JSON does not allow.`,
      `${number(count, 'unusual space')} replaced.`,
    ],
    comments: (count) => [
      `It contains ${number(count, 'comment')}, which JSON does not allow.`,
      `${number(count, 'comment')} removed.`,
    ],
    breaks: (count) => [
      `${number(count, 'line break is', 'line breaks are')} inside a string.`,
      `${number(count, 'line break')} inside a string written as \\n.`,
    ],
    words: (count) => [
      `${number(count, 'word is', 'words are')} from another programming language: True, False, None or undefined.`,
      `${number(count, 'word')} replaced by JSON’s own.`,
    ],
  },
  kinds: {
    table: (count) => `This is not JSON, but it can be read as a table or a list: ${number(count, 'row')}.`,
    items: (from) => `This is not JSON, but ${from}.`,
    take: 'See what can be imported',
    sheet: (name) => `${name} is a spreadsheet. Save it as CSV and open that, or copy its cells and paste them here.`,
    slides: (name) => `${name} has slides in it. Copy their text, and paste it here.`,
    script: (name) =>
      `${name} is a script without its questionnaire. Open the file that it was made from, which ends in .json.`,
    pdf: (name) => `${name} is a PDF. Copy its text, and paste it here.`,
    picture: (name) => `${name} is a picture. Type what it says, and paste that here.`,
    zipped: (name) =>
      `${name} is a zipped file, such as a Word document. Open it in the program it comes from, copy the text, and paste it here.`,
  },
};
