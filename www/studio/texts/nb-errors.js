/**
 * The check's errors in Norwegian, by code: each is a function of a finding that returns what is
 * wrong and what to do. Knows the cause of each English message and copies the values in it;
 * nb-phrases.js writes the values in Norwegian.
 */
import { notJson } from './nb-json.js';
import { alsoIn, characterIn, expectedIn, foundIn, grouped, here, keysAt, listed, quotedIn } from './nb-phrases.js';

/**
 * A Norwegian sentence that says what to write, as the English remedy does: exactly its text, or
 * something like its example. Undefined if the remedy has no text to copy.
 */
function copied(remedy) {
  const ending = '(?:, with a comma before or after it|, with(?:out)? the (?:brackets|quotes)|, or [^{}]*)?\\.$';
  const [, exact] = new RegExp(`^(?:Write|Put it in double quotes:) ([[{"][^]*?)${ending}`).exec(remedy) ?? [];
  if (exact) return `Skriv ${exact}.`;
  const [, example] =
    new RegExp(`(?:as in|inside:|]:|id:|language:|original:) ([[{][^]*?)${ending}`).exec(remedy) ?? [];
  return example && `Skriv noe som ${example}, eller slett det.`;
}

/** A sentence with the value that the author probably meant. Undefined if there is none. */
const meant = ({ suggestion }) => (suggestion ? `Skriv «${suggestion}», om det er det du mener.` : undefined);

/**
 * Errors in markup: a pattern for the English message, and a function from its groups to the two
 * sentences.
 *
 * @type {[RegExp, (...values: string[]) => string[]][]}
 */
const MARKUP = [
  [
    /has two \* in a row, at (".*")\.$/,
    (at) => [`to * etter hverandre, ved ${at}.`, 'Skriv én * på hver side av ordene, eller \\* for selve tegnet.'],
  ],
  [
    /has a \* with a space .* at (".*")\.$/,
    (at) => [
      `en * ved siden av et mellomrom, ved ${at}.`,
      'Skriv * tett inntil ordene på begge sider, eller \\* for selve tegnet.',
    ],
  ],
  [
    /has a \* that is not closed .* at (".*")\.$/,
    (at) => [
      `en * som ikke er lukket på samme linje, ved ${at}.`,
      'Skriv * også etter det siste av ordene, eller \\* for selve tegnet.',
    ],
  ],
  [
    /has a link whose URL is empty .* at (".*")\.$/,
    (at) => [
      `en lenke med en adresse som er tom eller ikke slutter, ved ${at}.`,
      'Skriv den som [ord](https://example.org). Parenteser inne i adressen må stå parvis.',
    ],
  ],
  [
    /has a link to (".*"), which should be/,
    (at) => [
      `en lenke til ${at}, som ikke er en adresse som begynner med https:// eller http://.`,
      'Skriv hele adressen, uten mellomrom; %20 står for et mellomrom.',
    ],
  ],
  [
    /has a link without words, at (".*")\.$/,
    (at) => [`en lenke uten ord, ved ${at}.`, 'Skriv mellom [ og ] hvor den fører. Det er alt leserne ser.'],
  ],
  [
    /refers to source (\d+), but there (?:is|are) (no|\d+)/,
    (number, there) => [
      `en henvisning til kilde ${number}, men det er ${there === 'no' ? 'ingen kilder' : `${there} ${there === '1' ? 'kilde' : 'kilder'}`} å vise til.`,
      `I en rettelse viser [1] til den første av kildene. Skriv \\[${number}] for selve tegnene.`,
    ],
  ],
];

function malformed(finding) {
  const { pointer, message, found, expected } = finding;
  for (const [pattern, told] of MARKUP) {
    const [whole, ...values] = pattern.exec(message) ?? [];
    if (!whole) continue;
    const [what, remedy] = told(...values.map((it) => foundIn(it)));
    return [`${here(finding)} er det ${what}`, meant(finding) ?? remedy];
  }
  if (/^\/translations\/[^/]*$/.test(pointer) && expected !== 'a URL') {
    const { key } = keysAt(pointer);
    return [
      `${key ? `«${key}»` : 'Et tomt navn'} er ingen språkkode.`,
      meant(finding) ?? 'Gi oversettelsen en kode som «en» eller «nb».',
    ];
  }
  if (characterIn(message)) {
    const what = `${here(finding)} er det et tegn som ikke synes${characterIn(message)}: ${foundIn(found)}.`;
    return [what, meant(finding) ?? 'Skriv det på nytt, og ikke lim det inn.'];
  }
  if (message.endsWith('but a URL has no spaces.')) {
    const remedy = meant(finding) ?? 'Skriv den uten mellomrom; %20 står for et.';
    return [`${here(finding)} står ${foundIn(found)}, men en adresse har ingen mellomrom.`, remedy];
  }
  const belongs = expectedIn(expected);
  return [
    `${here(finding)} står ${foundIn(found)}, men det skal være ${belongs}.`,
    meant(finding) ?? `Skriv ${belongs}.`,
  ];
}

function missing({ pointer, at, remedy }) {
  const { key } = keysAt(pointer);
  if (pointer === at) return ['Dette mangler.', 'Skriv det.'];
  const [, example] = /For instance: ([^]*)\.$/.exec(remedy) ?? [];
  const [, labels] = /^Add "labels" with .*?: (\[.*\])\.$/.exec(remedy) ?? [];
  const [, choice] = /^Add ("\w+": "\w+"), or whichever/.exec(remedy) ?? [];
  const [, whole] = /^Add (".*), with a comma before or after it\.$/.exec(remedy) ?? [];
  const sample = example ?? choice ?? whole ?? (labels && `"labels": ${labels}`);
  const otherwise = 'Legg til det, eller slett det rundt.';
  return [`«${key}» mangler.`, sample ? `Legg til det, for eksempel ${sample}.` : otherwise];
}

function empty(finding) {
  const { pointer, at, message, found = '' } = finding;
  if (characterIn(message)) {
    return [`${here(finding)} er det ingenting som synes${characterIn(message)}.`, 'Skriv noe, eller slett det.'];
  }
  if (found.startsWith('an empty array')) {
    const sample =
      / between the brackets: (.*)\.$/.exec(finding.remedy)?.[1] ?? /: (\[.*\])\.$/.exec(finding.remedy)?.[1];
    const remedy = pointer === at || !sample ? 'Legg til minst én.' : `Legg til minst én, for eksempel ${sample}.`;
    return [`${here(finding)} er listen tom.`, remedy];
  }
  return pointer === at
    ? ['Dette er tomt.', 'Skriv noe, eller slett det.']
    : [`${here(finding)} er det tomt.`, 'Skriv noe, eller slett det.'];
}

/**
 * Keys that the format does not have at their place: a pattern for the English message, and a
 * function from the key to the two sentences.
 *
 * @type {[RegExp, (key: string) => string[]][]}
 */
const KEYS = [
  [
    /^"levels" has no effect beside "from" and "to"/,
    () => ['«levels» gjør ingenting når «from» og «to» er der.', 'Slett «levels», eller slett «from» og «to».'],
  ],
  [/^"levels" has no effect beside "from"/, () => ['«levels» gjør ingenting når «from» er der.', 'Slett en av dem.']],
  [
    /^"to" needs "from" beside it, and/,
    () => [
      '«to» må ha «from» ved siden av seg, og gjør ingenting når «levels» er der.',
      'Slett «to», eller skriv «from» i stedet for «levels».',
    ],
  ],
  [/^"to" needs "from"/, () => ['«to» må ha «from» ved siden av seg.', 'Legg til «from», eller skriv bare «levels».']],
  [
    /^Translated statements/,
    () => [
      'Oversatte påstander står ikke inne i misforståelsen.',
      'Flytt dem til «statements» ved siden av «misconceptions», hver under sitt navn for programmet.',
    ],
  ],
  [/^A translation has no translations/, () => ['En oversettelse har ingen egne oversettelser.', 'Slett den her.']],
  [
    /is the same in every language/,
    (key) => [`«${key}» er likt på alle språk, så en oversettelse har det ikke.`, 'Slett det her.'],
  ],
  [
    /^No misconception of the original/,
    (key) => [
      `Ingen misforståelse i originalen har navnet «${key}», så dette vises aldri.`,
      'Slett det, eller skriv navnet på en misforståelse.',
    ],
  ],
  [
    /^No statement of the original/,
    (key) => [
      `Ingen påstand i originalen har navnet «${key}», så dette vises aldri.`,
      'Slett det, eller skriv navnet på en påstand.',
    ],
  ],
  [/^The original has no/, (key) => [`Originalen har ingen «${key}» her, så dette vises aldri.`, 'Slett det.']],
];

/** The place where a key belongs, taken from the English message. */
function home(message) {
  const [, place] = /It belongs (.+?)\.$/.exec(message) ?? [];
  if (!place) return undefined;
  const [, key] = /^in "(\w+)"$/.exec(place) ?? [];
  const items = {
    'at the top': 'øverst',
    'in a misconception': 'i en misforståelse',
    'in a statement': 'i en påstand',
    'in a source': 'i en kilde',
    'in an outcome': 'i en merknad',
    'in a suggestion': 'i et forslag',
  };
  return key ? `under «${key}»` : (items[place] ?? 'lenger ut');
}

function unknownKey({ pointer, message, remedy, suggestion }) {
  const { key } = keysAt(pointer);
  const [, told] = KEYS.find(([pattern]) => pattern.test(message)) ?? [];
  const [, known] = /the keys allowed here are ([^]*?)\. A note/.exec(remedy) ?? [];
  const unknown = `Formatet har ingen nøkkel «${key}» her.`;
  const place = home(message);
  if (place) return [`${unknown} Den hører hjemme ${place}.`, 'Flytt den dit, eller slett den.'];
  const usual = [unknown, known ? `Slett den. Her kan dette stå: ${known}.` : 'Slett den.'];
  const [what, otherwise] = told ? told(key) : usual;
  const [, taken] = /; "([^"]+)" is already there/.exec(message) ?? [];
  if (taken) return [`${what.replace(/\.$/, '')}; «${taken}» er der alt.`, `Behold en av dem, under «${taken}».`];
  const near = suggestion ?? /Did you mean "([^"]+)"/.exec(message)?.[1];
  if (!near) return [what, otherwise];
  const hidden = characterIn(message);
  return hidden
    ? [`${what} Det er «${near}» med et tegn som ikke synes${hidden}.`, `Skriv nøkkelen på nytt: «${near}».`]
    : [`${what} Mente du «${near}»?`, `Skriv «${near}» i stedet for «${key}».`];
}

function tooLarge(finding) {
  const { pointer, message } = finding;
  const [count = '', most = ''] = (
    message.match(/\d[\d,]*(?= characters| items| are allowed| bytes| statements)/g) ?? []
  ).map(grouped);
  if (/characters;/.test(message))
    return [`${here(finding)} er det ${count} tegn. Det er plass til ${most}.`, 'Gjør teksten kortere.'];
  if (/ items;/.test(message))
    return [`${here(finding)} er det en liste med ${count}. Det er plass til ${most}.`, 'Ta noen ut.'];
  if (/statements between them/.test(message))
    return [`Misforståelsene har til sammen mer enn ${count} påstander.`, 'Ta noen ut.'];
  if (pointer === '/translations') {
    return [
      'Det er for mange oversettelser til å gå gjennom dem.',
      'Legg dem i egne filer, og skriv adressene deres her.',
    ];
  }
  return [
    'Spørreskjemaet er for stort: Det kan være på høyst 1 MB.',
    'Ta ut det leserne ikke trenger, eller lag flere spørreskjemaer av det.',
  ];
}

function wrongLength({ message }) {
  const [first, second] = message.match(/\d+/g) ?? [];
  if (/answers to choose/.test(message)) {
    return [
      `Det er ${first} svar å velge mellom, men ord for ${second}.`,
      `Skriv ord for hvert svar, ${first} i alt, fra uenig til enig, eller endre antallet svar.`,
    ];
  }
  if (/^There are .* levels/.test(message)) {
    return [
      `Det er ${first} nivåer, men ord for ${second}.`,
      `Skriv ord for hvert nivå, ${first} i alt, fra gjetning til sikker, eller endre antallet nivåer.`,
    ];
  }
  const [, count, wanted] = /has (\d+) (?:labels?|items?), but (?:the original has )?(\d+)/.exec(message) ?? [];
  return / are needed/.test(message)
    ? [`Oversettelsen har ord for ${count}, men det må være ${wanted}.`, 'Skriv ord for alle, i rekkefølge.']
    : [
        `Oversettelsen har ${count} deler, men originalen har ${wanted}.`,
        'Oversett hver i originalen én gang, i samme rekkefølge.',
      ];
}

function wrongType(finding) {
  const { pointer, found, expected, remedy, suggestion } = finding;
  const belongs = expectedIn(expected);
  const begins = pointer === '' ? 'Hele teksten er' : `${here(finding)} står`;
  const what = `${begins} ${foundIn(found)}, men det skal være ${belongs}.`;
  if (/without quotes/.test(remedy)) return [what, `Skriv ${suggestion ?? belongs}, uten anførselstegn.`];
  if (/^Delete the \[/.test(remedy)) return [what, 'Slett [ og ] rundt det.'];
  if (/^Put \[ before/.test(remedy)) return [what, 'Sett [ foran og ] etter, også når det bare er én.'];
  if (pointer === '') return [what, 'Begynn filen med { og slutt den med }.'];
  const words = remedy.startsWith('Write one of these.') ? [...remedy.matchAll(/"(\w+)":/g)].map(([, it]) => it) : [];
  if (words.length > 0) return [what, `Skriv ett av ordene ${listed(words)}.`];
  return [what, copied(remedy) ?? `Skriv ${belongs}, eller slett det.`];
}

function duplicateId({ message, found }) {
  const [, kind, number, of] = /^(Misconception|Statement) (\d+)(?: of misconception (\d+))?/.exec(message) ?? [];
  const holder = { Misconception: `Misforståelse ${number}`, Statement: `Påstand ${number} om misforståelse ${of}` }[
    kind
  ];
  const kept = kind === 'Statement' ? 'svar' : 'dommer';
  return [
    `${holder ?? 'En annen'} har allerede navnet ${foundIn(found)}.`,
    `Gi denne et eget navn, for ${kept} lagres under det.`,
  ];
}

/** Where in its text a character is, taken from the English message. */
function after(message) {
  const [before] = message.startsWith('After') ? quotedIn(message) : [];
  return before === undefined ? 'Først i denne teksten' : `Etter «${before}»`;
}

const bidiControl = ({ message }) => [
  `${after(message)} er det et usynlig tegn som snur skriveretningen. Teksten kan se annerledes ut enn den er.`,
  'Slett det, om du ikke har satt det der for å blande skriveretninger.',
];

export const ERRORS = {
  badJson: notJson,
  bidiControl,
  brokenCharacter: ({ message, found }) =>
    found === '\ufffd'
      ? [
          `${after(message)} står \ufffd, der et tegn er gått tapt.${alsoIn(message, 'sted', 'steder')}`,
          'Lagre originalen som UTF-8, for den var nok i en annen koding, eller skriv tegnene på nytt.',
        ]
      : [`${after(message)} står et halvt tegn, som når en emoji er delt i to.`, 'Slett det, eller skriv hele tegnet.'],
  controlCharacter: (finding) => [
    `${here(finding)} er det et tegn som ikke synes${characterIn(finding.message)}.`,
    'Slett det: Skriv teksten på nytt der det står, og ikke lim den inn.',
  ],
  duplicateId,
  duplicateKey: ({ message, found }) => [
    `Nøkkelen ${foundIn(found)} står to ganger i samme objekt. Det den har på linje ${/line (\d+)/.exec(message)?.[1]}, går tapt.`,
    'Slett den ene, eller samle det begge har, under én.',
  ],
  empty,
  malformed,
  missing,
  more: ({ message }) => [
    `Det er flere problemer enn disse ${/\d+/.exec(message)?.[0]}.`,
    'Rett disse først, og kontroller så igjen.',
  ],
  notPlainData: ({ found }) => [
    `Det som er her, kan ikke stå i JSON: ${found}.`,
    'Bruk bare tekster, tall, true, false, null, lister og objekter.',
  ],
  outOfRange: (finding) => {
    const { pointer, at, found, expected } = finding;
    if (pointer === '/cutoffs' && at === pointer) {
      return [
        'Grensene står ikke i rekkefølge.',
        'Hver må være lavere enn den over, som i 75, 62,5 og 37,5. Et tomt felt har den av disse verdiene.',
      ];
    }
    if (pointer === '/cutoffs') {
      return [
        'Grensene må synke: held over leaning, og leaning over unsure.',
        'La hver være lavere enn den før, som i 75, 62,5 og 37,5. Den som er utelatt, har den av disse verdiene.',
      ];
    }
    const belongs = expectedIn(expected);
    return [`${here(finding)} står ${foundIn(found)}, men det må være ${belongs}.`, `Skriv ${belongs}.`];
  },
  renamed: ({ pointer, expected }) => [
    `«${keysAt(pointer).key}» het det før format 1.0. Nå heter det «${expected}».`,
    `Skriv «${expected}».`,
  ],
  tooDeep: ({ message }) => [
    `Her er lister og objekter lagt inne i hverandre mer enn ${/\d+/.exec(message)?.[0]} ganger. Et spørreskjema trenger færre enn 10.`,
    'Se etter en [ eller { som ikke skal være der.',
  ],
  tooLarge,
  unknownKey,
  unknownValue: (finding) => [
    `${here(finding)} står ${foundIn(finding.found)}, som ikke er et av ordene som kan stå der.${finding.suggestion ? ` Mente du «${finding.suggestion}»?` : ''}`,
    `Skriv ${expectedIn(finding.expected)}.`,
  ],
  unsupportedFormat: ({ found }) => [
    `Formatet er ${foundIn(found)}, som denne versjonen ikke kan lese.`,
    'Skriv «1.0», eller bruk en nyere versjon av pakken.',
  ],
  wrongLength,
  wrongType,
};
