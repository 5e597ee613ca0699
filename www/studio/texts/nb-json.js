/**
 * Norwegian for a text that is not JSON: what the first mistake is and what to do about it. Knows
 * the check's English messages; pkg/src/json/ finds the mistakes.
 */
import { alsoIn } from './nb-phrases.js';

const WRITE_JSON = 'Skriv det som JSON: { først og } til slutt, og hver nøkkel og hver tekst i rette anførselstegn.';

/**
 * A pattern for the English message, and two Norwegian sentences: what is wrong, and what to do.
 * `$1` is the group that the pattern captured.
 *
 * @type {[RegExp, string, string][]}
 */
const SLIPS = [
  [
    /^This ([[{]) is never closed: a (.) is missing/,
    'Denne $1 blir aldri lukket: Det mangler en $2.',
    'Legg til $2 etter det siste som hører til.',
  ],
  [/^There is nothing here/, 'Her er det ingenting.', 'Legg inn et spørreskjema. Det begynner med { og slutter med }.'],
  [/^This ([\]}]) closes nothing/, 'Denne $1 lukker ingenting.', 'Slett den.'],
  [
    /^A (.) belongs here: the (.) on line (\d+)/,
    'Her skal det stå $1, for $2 på linje $3 er fortsatt åpen.',
    'Legg til $1 her, eller slett den av de to som er for mye.',
  ],
  [
    /^A value is missing/,
    'Her mangler en verdi.',
    'Legg den til: en tekst i anførselstegn, et tall, true, false, null, en liste [ ] eller et objekt { }.',
  ],
  [/no comma after the last/, 'I JSON står det ikke komma etter det siste.', 'Slett kommaet.'],
  [/^The JSON ends before this/, 'JSON-teksten er slutt før dette.', 'Slett det som kommer etter.'],
  [/^A colon and a value are missing/, 'Her mangler et kolon og en verdi.', 'Legg til begge, som i "lang": "nb".'],
  [
    /^A key with a value belongs/,
    'En nøkkel med en verdi står i et objekt { }, ikke i en liste [ ].',
    'Sett { foran nøkkelen og } etter verdien.',
  ],
  [
    /^The string ends at this quote/,
    'Teksten slutter ved dette anførselstegnet.',
    'Hører det til teksten, skriver du \\".',
  ],
  [/^A comma is missing/, 'Her mangler et komma.', 'Legg det til.'],
  [
    /^There is a comma too many/,
    'Her er det et komma for mye, eller det mangler en verdi foran det.',
    'Slett kommaet, eller legg til verdien foran det.',
  ],
  [/^A decimal is written/, 'Desimaler skrives med punktum, som i 0.5.', 'Sett punktum i stedet for kommaet.'],
  [
    /^A key in double quotes belongs here: (".*")/,
    'Her skal det stå en nøkkel i anførselstegn: $1.',
    'Sett nøkkelen mellom to ", med et kolon etter.',
  ],
  [
    /^A number is written/,
    'Et tall skrives som 7, -7 eller 0.5, og en tekst i anførselstegn.',
    'Skriv tallet slik, eller sett teksten mellom to ".',
  ],
  [
    /^A string needs double quotes/,
    'En tekst skal stå i anførselstegn. Andre ord er true, false og null.',
    'Sett teksten mellom to ".',
  ],
  [
    /^The words true, false and null/,
    'Ordene true, false og null skrives bare med små bokstaver.',
    'Skriv ordet med små bokstaver.',
  ],
  [
    /^JSON needs straight quotes: " instead of (.)/,
    'I JSON er anførselstegnene rette: " i stedet for $1.',
    'Skriv " på begge sider av teksten. De fleste redigeringsprogrammer kan erstatte alle på én gang.',
  ],
  [
    /^JSON needs double quotes: " instead of (.)/,
    'I JSON er anførselstegnene doble: " i stedet for $1.',
    'Skriv " på begge sider av teksten. De fleste redigeringsprogrammer kan erstatte alle på én gang.',
  ],
  [
    /^JSON has no comments/,
    'JSON har ingen kommentarer.',
    'Slett dem, eller gjør dem til tekster under nøkkelen "$comment".',
  ],
  [
    /^This is HTML with the JSON/,
    'Dette er HTML, med JSON-teksten i et skript.',
    'La bare det stå som er mellom taggene til skriptet.',
  ],
  [/^This is HTML/, 'Dette er HTML, ikke JSON.', 'La bare JSON-teksten stå, uten siden rundt.'],
  [/encoded as UTF-8/, 'Dette er ikke i kodingen UTF-8.', 'Lagre filen som UTF-8.'],
  [/^There is an invisible character here \((U\+\w+)/, 'Her er det et usynlig tegn ($1).', 'Slett det.'],
  [
    /^This string does not end on its line/,
    'Denne teksten slutter ikke på samme linje.',
    'Legg til " til slutt i teksten, eller skriv \\n for linjeskiftet.',
  ],
  [
    /^There is a tab or an invisible character in the string \((U\+\w+)/,
    'Det er en tabulator eller et usynlig tegn i teksten ($1).',
    'Slett det, eller skriv \\t.',
  ],
  [
    /^A backslash/,
    'En omvendt skråstrek i en tekst skrives to ganger: \\\\.',
    'Skriv \\\\ for hver \\ som hører til teksten.',
  ],
  [
    /office program/,
    'Dette er et dokument fra et kontorprogram, for eksempel Word, eller et arkiv. Det er ikke JSON.',
    'Kopier teksten over i en fil med ren tekst, og lagre den som UTF-8.',
  ],
  [/Rich Text/, 'Dette er et dokument i Rich Text, ikke JSON.', 'Lagre det på nytt som ren tekst, i UTF-8.'],
  [
    /^This is a PDF/,
    'Dette er en PDF, ikke JSON.',
    'Kopier teksten over i en fil med ren tekst, og lagre den som UTF-8.',
  ],
  [
    /code fence/,
    'JSON-teksten står i en kodeblokk, som i Markdown.',
    'Slett linjene som begynner med ``` eller ~~~, foran og etter den.',
  ],
  [
    /^This is JavaScript: it assigns/,
    'Dette er JavaScript: JSON som er gitt et navn.',
    'La bare det stå som er fra den første { til den tilhørende }, med hver nøkkel i anførselstegn.',
  ],
  [
    /^This is JavaScript: it passes/,
    'Dette er JavaScript: JSON som er gitt til en funksjon.',
    'La bare det stå som er fra den første { til den tilhørende }.',
  ],
  [/YAML/, 'Dette ser ut som YAML, ikke JSON.', WRITE_JSON],
  [
    /^There is more than JSON/,
    'Det er mer enn JSON i denne teksten.',
    'Slett det som står før den første { og etter den siste }.',
  ],
  [/table \(CSV\)/, 'Dette er en tabell (CSV), ikke JSON.', 'En tabell åpner du under «Alle skjemaer».'],
];

/** What is wrong with a text that is not JSON, and what to do. */
export function notJson({ message }) {
  const [pattern, what, remedy] = SLIPS.find(([pattern]) => pattern.test(message)) ?? [];
  if (!pattern) return ['Herfra kan ikke teksten leses som JSON.', 'Se etter et tegn som mangler, eller ett for mye.'];
  const values = pattern.exec(message);
  const filled = (text) => text.replace(/\$(\d)/g, (_, number) => values[number]);
  return [`${filled(what)}${alsoIn(message, 'sted', 'steder')}`, filled(remedy)];
}
