/**
 * The check's findings in Norwegian, for an author who has never seen the JSON. Knows the codes
 * that an author meets in the fields; all other findings keep the check's own message, in English.
 */

export const PLAIN = {
  alikeKeys: [
    'Alle påstandene peker samme vei, så den som er enig i alt, eller uenig i alt, får samme dom over alt.',
    'Gi hver misforståelse en påstand som peker den andre veien.',
  ],
  noFact: [
    'Alle påstandene her sier det som de som tror på det, sier. Lesere som gjerne er enige, vil se ut til å tro på det.',
    'Legg til en påstand som avviser det, og si om den at den som er enig, gjennomskuer misforståelsen.',
  ],
  refutationLength: ['Rettelsen er kortere eller lengre enn det som er best å lese.', 'Sikt mot 80 til 150 ord.'],
  noSource: ['Ingen kilde er nevnt.', 'Legg til en nedenfor, så lesere som tviler, kan slå det opp selv.'],
  doubleBarrelled: [
    'Påstanden ser ut til å si to ting på én gang. Den som bare er enig i den ene, kan ikke svare.',
    'Gjør den til to påstander, eller ta ut den ene.',
  ],
  negated: [
    'Påstanden er nektende. For å være uenig må leseren nekte for en nekting.',
    'Si det samme uten nektingen, og snu valget under om meningen snur.',
  ],
  absolute: [
    'Påstanden tillater ingen unntak. Den som kjenner ett, er uenig.',
    'Si hva som vanligvis gjelder, eller for hvem.',
  ],
  gapInPair: [
    'En som tenker klart, kan være uenig i begge påstandene.',
    'La den andre avvise den første: «minst like mye» mot «mer», «høyst halvparten» mot «de fleste».',
  ],
  overlapInPair: [
    'En som tenker klart, kan være enig i begge påstandene.',
    'Si hvor mange eller hvor ofte, så den andre avviser den første.',
  ],
  wishInPair: [
    'Dette paret spør om hva en bør gjøre, og det kan ingen kilde avgjøre.',
    'Si hva som er tilfelle: hva som skjer der det gjøres, og der det ikke gjøres.',
  ],
  unrelatedPair: [
    'De to påstandene har ingen ord felles, så den ene avviser neppe den andre.',
    'La begge handle om det samme.',
  ],
  equalLabels: ['To av svarene har de samme ordene.', 'Gi hvert svar sine egne ord.'],
  oddDate: ['Denne datoen finnes ikke.', 'Skriv år, måned og dag i den rekkefølgen: 2026-11-23, eller mindre av det.'],
  reviewDue: ['Grunnlaget skulle vært undersøkt igjen nå.', 'Se om det fortsatt holder, og sett nye datoer.'],
  unreachableOutcome: ['Ingen svar fører til denne merknaden.', 'Senk tallet den begynner på, eller slett den.'],
  placeholder: ['Dette står i hakeparentes, som en tekst som gjenstår å skrive.', 'Skriv teksten, uten hakene.'],
  faint: ['På en slik side er fargen svak.', 'Der gjøres den mørkere eller lysere, så den synes.'],
  empty: ['Dette er tomt.', 'Skriv noe, eller slett det.'],
  missing: ['Dette mangler.', 'Skriv det.'],
};
