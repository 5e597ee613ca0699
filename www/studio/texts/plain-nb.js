/**
 * The check's findings in Norwegian, in words that fit both beside a field and below the JSON. An
 * entry with a value in it is a function of the finding. Knows every code of the check's advice;
 * those of errors are in nb-errors.js.
 */
import { ERRORS } from './nb-errors.js';
import { alsoIn, both, foundIn, quotedIn } from './nb-phrases.js';

const numberIn = (message) => /\d+/.exec(message)?.[0];

/** The parts that a short correction could also have, by the English remedy. */
const LONGER = [
  [
    'why the misconception is believed and what to do instead',
    'Si også hvorfor folk tror det, og hva leserne kan gjøre.',
  ],
  ['why the misconception is believed', 'Si også hvorfor folk tror det.'],
  ['what to do instead', 'Si også hva leserne kan gjøre.'],
  ['what the misconception is', 'Si også hva misforståelsen er, og hva som er riktig ved den.'],
  ['it has all its parts', 'Den har alle delene, så gi en av dem et eksempel eller et tall.'],
  ['few readers stay', 'Få lesere blir med lenger. Resten kan stå i kildene.'],
];

export const PLAIN = {
  ...ERRORS,
  alikeKeys: [
    'Alle påstandene peker samme vei, så den som gir samme svar på alt, får samme dom over alt.',
    'Gi hver misforståelse en påstand som peker den andre veien.',
  ],
  noFact: [
    'Alle påstandene her sier det som de som tror på det, sier. Lesere som gjerne svarer ja, vil se ut til å tro på det.',
    'Legg til en påstand som avviser det, og velg «tror ikke på den» under den.',
  ],
  refutationLength: ({ message, remedy }) => [
    `Rettelsen har ${numberIn(message)} ord. 80 til 150 er best å lese.`,
    LONGER.find(([english]) => remedy.includes(english))?.[1] ?? 'Sikt mot 80 til 150.',
  ],
  noSource: ['Ingen kilde er nevnt.', 'Legg til en, så lesere som tviler, kan slå det opp selv.'],
  doubleBarrelled: ({ message }) => [
    `Påstanden ser ut til å si to ting på én gang, ved ${both(quotedIn(message))}. Den som bare er enig i den ene, kan ikke svare.`,
    'Gjør den til to påstander, eller ta ut den ene.',
  ],
  negated: ({ message }) => [
    `Påstanden er negativt formulert, med ${both(quotedIn(message))}. For å være uenig må leseren benekte en benektelse.`,
    'Si heller hva som stemmer, uten et slikt ord. Se så om valget under fortsatt passer.',
  ],
  absolute: ({ message }) => [
    `Påstanden tillater ingen unntak, med ${both(quotedIn(message))}. Den som kjenner ett, er uenig.`,
    'Si hva som vanligvis gjelder, eller for hvem.',
  ],
  gapInPair: ({ message }) => [
    `Den som tenker klart, kan være uenig i begge påstandene, på grunn av ${both(quotedIn(message))}.`,
    'La den andre avvise den første: «minst like mye» mot «mer», «høyst halvparten» mot «de fleste».',
  ],
  overlapInPair: ({ message }) => [
    `Den som tenker klart, kan være enig i begge påstandene, på grunn av ${both(quotedIn(message))}.`,
    'Si hvor mange eller hvor ofte, så den andre avviser den første.',
  ],
  wishInPair: [
    'Påstander om hva som skjer, er lettere å avgjøre enn påstander om hva man bør gjøre.',
    'Si hva som er tilfelle: hva som skjer der det gjøres, og der det ikke gjøres.',
  ],
  unrelatedPair: [
    'De to påstandene har ingen ord felles, så den ene avviser neppe den andre.',
    'La begge handle om det samme.',
  ],
  equalLabels: ({ message, pointer }) => {
    const [first, second] = message.match(/\d+/g);
    const [words] = quotedIn(message);
    const what = pointer.includes('/certainty/') ? 'Nivå' : 'Svar';
    return [`${what} ${first} og ${second} har de samme ordene: «${words}».`, 'Gi hvert av dem sine egne ord.'];
  },
  markup: ({ message, remedy }) => {
    const what = `Leserne ser markeringen ${both(quotedIn(message))} som den står.${alsoIn(message, 'tekst', 'tekster')}`;
    if (remedy.includes('no other markup')) {
      return [
        what,
        'I løpende tekst kan du skrive *utheving*, [ord](https://example.org) eller [1], og ingen annen markering. Titler, navn og svar er ren tekst.',
      ];
    }
    return remedy.includes('"inline"')
      ? [what, 'Skriv bare ordene, eller tillat *utheving* og [ord](https://example.org) i løpende tekst.']
      : [what, 'Skriv bare ordene. En tom linje begynner et nytt avsnitt.'];
  },
  oddDate: ({ message }) => [
    `Datoen ${both(quotedIn(message))} finnes ikke.`,
    'Skriv år, måned og dag i den rekkefølgen: 2026-11-23, eller mindre av det.',
  ],
  reviewDue: ({ message }) => [
    `Grunnlaget skulle vært sjekket på nytt innen ${/by ([\d-]+)\.$/.exec(message)?.[1]}.`,
    'Se om det fortsatt holder, og sett nye datoer.',
  ],
  unreachableOutcome: ({ message }) =>
    message.startsWith('Another')
      ? [
          `En annen merknad begynner også på ${numberIn(message)}, og vises i stedet for denne.`,
          'La denne begynne på et annet tall, eller slett den.',
        ]
      : [
          `Ingen svar fører til denne merknaden: Ingen kan tro på eller helle mot ${numberIn(message)} av misforståelsene.`,
          'Senk tallet den begynner på, eller slett den. Omstridte misforståelser telles ikke.',
        ],
  unspokenLanguage: ({ message, remedy }) => [
    `De faste ordene finnes ikke på språket ${both(quotedIn(message))}: Knapper og dommer står på engelsk.`,
    remedy.includes('"labels"')
      ? 'Gi svarene ord på dette språket. Resten blir stående på engelsk.'
      : 'Leserne ser begge språkene. De faste ordene er en fil for hvert språk, og en ny er velkommen.',
  ],
  missingTranslation: ({ message }) => {
    const [lang, text] = quotedIn(message);
    return [
      `Oversettelsen («${lang}») mangler «${text}».`,
      'Legg den til. Til det er gjort, ser disse leserne originalen.',
    ];
  },
  shorterList: ({ message }) => {
    const [, count, of] = /has (\d+) items?, but the original has (\d+)/.exec(message) ?? [];
    return [
      `Listen har ${count}, men originalen har ${of}: De siste vises som i originalen, og mangler en foran dem, står alle etter den på feil plass.`,
      'Oversett alle i originalen, i samme rekkefølge.',
    ];
  },
  ownLanguage: ({ message }) => [
    `Spørreskjemaet er selv på ${both(quotedIn(message))}, så denne oversettelsen vises aldri.`,
    'Slett den, eller rett språket i spørreskjemaet.',
  ],
  placeholder: ({ message }) => [
    `${foundIn(/^"[^]*"(?= is in square)/.exec(message)?.[0] ?? 'Dette')} står i hakeparentes, som en tekst som gjenstår å skrive.`,
    'Skriv teksten, uten hakene.',
  ],
  width: [
    'Dette er ingen bredde som nettlesere kjenner.',
    'Skriv et tall med en enhet, for eksempel 600px eller 40em.',
  ],
  mail: [
    'Dette er en e-postadresse, og en side kan ikke selv sende svar dit.',
    'Skriv nettadressen til en tjeneste som tar imot skjemaer. Slike tjenester kan sende svarene videre til e-posten din.',
  ],
  faint: ['På en slik side er fargen svak.', 'Der gjøres den mørkere eller lysere, så den synes.'],
};
