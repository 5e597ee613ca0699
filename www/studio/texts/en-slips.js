/**
 * The English words for a text that is not a scorecard yet: mistakes in JSON, by their cause, and
 * other kinds of files. A text that contains a value is a function of it.
 */
const number = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  /** For each cause of mistakes: what is wrong, and how it was repaired. */
  slips: {
    around: () => ['Something stands around the JSON.', 'What stood around the JSON was left out.'],
    fence: () => [
      'The JSON stands in a code block, as in a chat.',
      'The marks of the code block around the JSON were left out.',
    ],
    program: () => ['The JSON stands in a piece of a program.', 'The program around the JSON was left out.'],
    page: () => ['The JSON stands in a web page.', 'The web page around the JSON was left out.'],
    quotes: (count) => [
      `${number(count, 'curly quotation mark stands', 'curly quotation marks stand')} where straight ones belong.`,
      `${number(count, 'curly quotation mark')} made straight.`,
    ],
    apostrophes: (count) => [
      `${number(count, 'single quotation mark stands', 'single quotation marks stand')} where double ones belong.`,
      `${number(count, 'single quotation mark')} made double.`,
    ],
    commas: (count) => [
      `${number(count, 'comma stands', 'commas stand')} where nothing follows.`,
      `${number(count, 'comma')} too many taken out.`,
    ],
    missingCommas: (count) => [
      `${number(count, 'comma is', 'commas are')} missing.`,
      `${number(count, 'missing comma')} put in.`,
    ],
    bareKeys: (count) => [
      `${number(count, 'key has', 'keys have')} no quotation marks.`,
      `${number(count, 'key')} put in quotation marks.`,
    ],
    spaces: (count) => [
      `${number(count, 'space is', 'spaces are')} of a kind that JSON does not know.`,
      `${number(count, 'strange space')} made plain.`,
    ],
    comments: (count) => [
      `${number(count, 'comment stands', 'comments stand')} in it, which JSON does not know.`,
      `${number(count, 'comment')} taken out.`,
    ],
    breaks: (count) => [
      `${number(count, 'line ends', 'lines end')} within a text.`,
      `${number(count, 'line break')} within a text written as \\n.`,
    ],
    words: (count) => [
      `${number(count, 'word is', 'words are')} of another language: True, False, None or undefined.`,
      `${number(count, 'word')} of another language put into JSON’s.`,
    ],
  },
  kinds: {
    table: (count) => `This is no JSON. It can be read as a table or a list: ${number(count, 'row')}.`,
    items: (from) => `This is no JSON, but ${from}.`,
    take: 'See what can be taken over',
    sheet: (name) => `${name} is a spreadsheet. Save it as CSV and open that, or copy its cells and paste them here.`,
    slides: (name) => `${name} has slides in it. Copy their text, and paste it here.`,
    pdf: (name) => `${name} is a PDF. Copy its text, and paste it here.`,
    picture: (name) => `${name} is a picture. Type what it says, and paste that here.`,
    zipped: (name) =>
      `${name} is a zipped file, such as a Word document. Open it in its program, copy the text, and paste it here.`,
  },
};
