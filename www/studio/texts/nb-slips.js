/**
 * The Norwegian words for a text that is not a scorecard yet: mistakes in JSON, by their cause, and
 * other kinds of files. A text that contains a value is a function of it.
 */
const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  /** For each cause of mistakes: what is wrong, and how it was repaired. */
  slips: {
    around: () => ['Det står noe rundt JSON-teksten.', 'Det som stod rundt JSON-teksten, er utelatt.'],
    fence: () => ['JSON-teksten står i en kodeblokk, som i en chat.', 'Merkene for kodeblokken er utelatt.'],
    program: () => ['JSON-teksten står i en bit av et program.', 'Programmet rundt JSON-teksten er utelatt.'],
    page: () => ['JSON-teksten står i en nettside.', 'Nettsiden rundt JSON-teksten er utelatt.'],
    quotes: (count) => [
      `${number(count, 'krøllet anførselstegn', 'krøllede anførselstegn')} står der det skal være rette.`,
      `${number(count, 'krøllet anførselstegn', 'krøllede anførselstegn')} er gjort rette.`,
    ],
    apostrophes: (count) => [
      `${number(count, 'enkelt anførselstegn', 'enkle anførselstegn')} står der det skal være doble.`,
      `${number(count, 'enkelt anførselstegn', 'enkle anførselstegn')} er gjort doble.`,
    ],
    commas: (count) => [
      `${number(count, 'komma', 'kommaer')} står uten noe etter.`,
      `${number(count, 'komma', 'kommaer')} for mye er tatt ut.`,
    ],
    missingCommas: (count) => [
      `${number(count, 'komma', 'kommaer')} mangler.`,
      `${number(count, 'komma', 'kommaer')} som manglet, er satt inn.`,
    ],
    bareKeys: (count) => [
      `${number(count, 'nøkkel', 'nøkler')} står uten anførselstegn.`,
      `${number(count, 'nøkkel', 'nøkler')} er satt i anførselstegn.`,
    ],
    spaces: (count) => [
      `${number(count, 'mellomrom', 'mellomrom')} er av et slag som JSON ikke kjenner.`,
      `${number(count, 'mellomrom', 'mellomrom')} er gjort vanlige.`,
    ],
    comments: (count) => [
      `Det står ${number(count, 'kommentar', 'kommentarer')} i den, og JSON kjenner ikke kommentarer.`,
      `${number(count, 'kommentar', 'kommentarer')} er tatt ut.`,
    ],
    breaks: (count) => [
      `${number(count, 'linje slutter', 'linjer slutter')} midt i en tekst.`,
      `${number(count, 'linjeskift', 'linjeskift')} i tekster er skrevet som \\n.`,
    ],
    words: (count) => [
      `${number(count, 'ord', 'ord')} er fra et annet språk: True, False, None eller undefined.`,
      `${number(count, 'ord', 'ord')} fra et annet språk er gjort om til JSON.`,
    ],
  },
  kinds: {
    table: (count) =>
      `Dette er ikke JSON. Det kan leses som en tabell eller en liste: ${number(count, 'rad', 'rader')}.`,
    items: (from) => `Dette er ikke JSON, men ${from}.`,
    take: 'Se hva som kan hentes',
    sheet: (name) =>
      `${name} er et regneark. Lagre det som CSV og åpne den filen, eller kopier cellene og lim dem inn her.`,
    slides: (name) => `Det er lysbilder i ${name}. Kopier teksten, og lim den inn her.`,
    script: (name) => `${name} er et skript uten spørreskjemaet. Åpne filen det ble laget av, som slutter på .json.`,
    pdf: (name) => `${name} er en PDF. Kopier teksten, og lim den inn her.`,
    picture: (name) => `${name} er et bilde. Skriv av det som står der, og lim det inn her.`,
    zipped: (name) =>
      `${name} er en pakket fil, for eksempel et Word-dokument. Åpne den i programmet sitt, kopier teksten, og lim den inn her.`,
  },
};
