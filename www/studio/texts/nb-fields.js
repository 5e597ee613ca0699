/**
 * The Norwegian labels and help texts of the fields. A text that contains a value is a function of
 * it.
 */
const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const listed = (parts) => parts.filter(Boolean).join(', ');

export default {
  outline: {
    title: 'Oversikt',
    at: (name) => `Oversikt: ${name}`,
    misconceptions: (count) => `Misforståelser (${count})`,
    another: 'En misforståelse til',
    addAnother: 'Legg til en misforståelse',
    marks: (errors, todo, advice) =>
      listed([errors > 0 && `${errors} å rette`, todo > 0 && `${todo} å skrive`, advice > 0 && `${advice} råd`]),
  },
  misconception: {
    numbered: (index) => `misforståelse ${index}`,
    of: (index, count) => `Misforståelse ${index} av ${count}`,
    belief: 'Det folk tror, og det som stemmer',
  },
  statements: {
    title: 'Hva leserne blir spurt om',
    help: 'Leserne er enige eller uenige i disse setningene. To er best: en slik de som tror på det, sier det, og en som sier hva som stemmer.',
    /** If there are two answers to choose from: their words, first the one that denies. */
    helpOfTwo: (no, yes) =>
      `Leserne svarer «${yes}» eller «${no}» på disse setningene. To er best: en slik de som tror på det, sier det, og en som sier hva som stemmer.`,
    numbered: (index) => `Påstand ${index}`,
    add: 'Legg til en påstand',
    key: 'Den som er enig,',
    keyOfTwo: (yes) => `Den som svarer «${yes}»,`,
    keys: [
      ['myth', 'tror på misforståelsen'],
      ['fact', 'tror ikke på den'],
    ],
  },
  correction: {
    title: 'Rettelsen',
    help: 'Det leserne tar med seg. Forklar, og ikke skjenn.',
    numbered: (index) => `rettelsen av misforståelse ${index}`,
    words: (count, way) =>
      `${number(count, 'ord', 'ord')} i rettelsen, medregnet «Hva som stemmer».${way === 0 ? '' : ' 80 til 150 er best å lese.'}`,
  },
  evidence: {
    title: 'Hvor godt grunnlaget er',
    help: 'Leserne får vite det, og ingenting blir påstått ut over det.',
    strength: 'Hvor mye som taler mot det folk tror',
    strengths: [
      ['settled', 'Avgjort', 'Ingen som kan faget, er i tvil.'],
      ['strong', 'Sterkt', 'Gode studier peker samme vei.'],
      ['practitioner', 'Erfaring', 'De som gjør arbeidet, har sett det; ingen har målt det skikkelig.'],
      ['contested', 'Omstridt', 'Fagfolk er uenige. Det vises, men telles ikke.'],
    ],
    none: 'Si ingenting om det',
    when: 'Når det ble sjekket, og når det skal sjekkes på nytt',
  },
  sources: {
    title: 'Kilder',
    help: 'Der leserne kan slå det opp: en studie, et offentlig organ, en bok.',
    numbered: (index) => `kilde ${index}`,
    add: 'Legg til en kilde',
    more: 'Dato, sitat, språk',
    everywhere: 'Bruk for alle',
    everywhereIt: (what) => `Bruk for alle: ${what}`,
    isEverywhere: 'Kilden står nå under hver misforståelse. Angre tar den ut igjen.',
    known: 'Bruk en kilde fra en annen misforståelse',
    choose: 'Velg en kilde',
  },
  about: { title: 'Tittel og innledning', whole: 'Det første skjermbildet', more: 'Personvern, utheving og lenker' },
  answers: {
    title: 'Hvordan leserne svarer',
    scale: 'Svarene',
    points: [
      [5, 'Fem, fra helt uenig til helt enig'],
      [2, 'To: sant eller usant'],
      [3, 'Tre'],
      [4, 'Fire'],
      [6, 'Seks'],
      [7, 'Sju'],
    ],
    certainty: 'Hvor sikre de er',
    askCertainty: {
      label: 'Spør også «Hvor sikker er du?»',
      help: 'Det skiller en fast tro fra en gjetning, og krever dobbelt så mye av leserne.',
    },
    ownWords: { label: 'Egne ord', help: undefined },
    words: 'Ordene, fra det laveste til det høyeste',
    label: (index, count) => `Svar ${index} av ${count}`,
    giveWords: 'Skriv ordene',
    enough: 'Hvor mange svar som er nok',
    minAnswered: [
      ['majority', 'Over halvparten av påstandene'],
      ['half', 'Halvparten av dem'],
    ],
    cutoffs: 'Når noen regnes for å tro det',
    cutoffsHelp:
      'Svarene blir til et tall fra 0 (vet bedre) til 100 (tror på det). La grensene stå, med mindre du har grunn til å være strengere eller mildere.',
    change: 'Endre grensene',
  },
  scorecard: {
    title: 'Resultatet',
    outcomes: {
      title: 'Merknader til resultatet',
      help: 'Egne ord øverst, etter hvor mange misforståelser en leser tror på eller heller mot. La en begynne på 0.',
      numbered: (index) => `merknad ${index}`,
      add: 'Legg til en merknad',
    },
    suggestions: {
      title: 'Innspill fra leserne',
      help: 'Misforståelser som leserne har foreslått, hver med svaret ditt. Alle leserne ser dem.',
      numbered: (index) => `forslag ${index}`,
      add: 'Legg til et forslag',
    },
    share: 'Når en leser deler det',
    credits: 'Forfatter og forelegg',
  },
  fields: {
    name: {
      label: 'Hva folk tror',
      help: 'Slik de som tror det, ville sagt det. Leserne ser det i resultatet, ikke før.',
    },
    fact: {
      label: 'Hva som stemmer',
      help: 'En eller to setninger som gir mening alene. Det er dette leserne husker.',
    },
    myth: { label: 'Misforståelsen i én setning', help: 'Nøyaktig det som blir rettet.' },
    whyBelieved: {
      label: 'Hvorfor folk tror det',
      help: 'Hva et fornuftig menneske har sett eller hørt. Ingen har vært dum.',
    },
    kernelOfTruth: { label: 'Hva som er riktig ved det', help: 'Innrøm det. La det stå tomt om det ikke er noe.' },
    whyWrong: {
      label: 'Hvorfor det er feil',
      help: 'Grunnen, med hva som er funnet, og av hvem. Én god grunn er bedre enn fire.',
    },
    advice: { label: 'Hva leserne kan gjøre', help: 'Noe som kan gjøres i dag.' },
    asOf: { label: 'Sjekket', help: 'Et år, en måned eller en dag, for eksempel november 2026. Leserne ser det.' },
    reviewBy: {
      label: 'Sjekkes på nytt innen',
      help: 'Da blir du minnet om det her. Leserne ser det ikke.',
    },
    'source-title': { label: 'Kildens navn', help: 'Med forfatter.' },
    'source-url': { label: 'Adresse', help: undefined },
    'source-date': { label: 'Dato', help: undefined },
    'source-quote': { label: 'Setningen du bygger på', help: 'Ord for ord, uten anførselstegn.' },
    'source-lang': {
      label: 'Språket i den',
      help: 'Som en kode, for eksempel en eller nb, om det er et annet enn ditt.',
    },
    title: { label: 'Tittel', help: 'Sier hva det handler om, og røper ingen svar.' },
    intro: {
      label: 'Innledning',
      help: 'Hva leserne blir spurt om, og hva de får igjen for det. Hvor mange påstander det er, blir sagt for deg.',
    },
    lang: { label: 'Språk', help: undefined },
    privacy: {
      label: 'Hva som skjer med svarene',
      help: 'Bare hvis det ikke er hele sannheten på siden din at svarene blir i nettleseren.',
    },
    markup: {
      label: 'Tillat *utheving*, [lenker](https://…) og [1] i lengre tekster',
      help: '[1] fører til den første kilden for en misforståelse.',
    },
    id: { label: 'Navn for programmet', help: 'Leserne ser det ikke. La det stå når du har publisert.' },
    version: {
      label: 'Versjon',
      help: 'Etter publisering: Gi den et annet nummer når du endrer det som blir spurt om.',
    },
    consent: { label: 'Samtykke', help: 'Hva leserne sier ja til der siden din har en adresse som tar imot svarene.' },
    weight: { label: 'Vekt', help: 'Hvor mye svaret teller ved siden av de andre; vanligvis 1.' },
    points: { label: 'Hvor mange svar', help: 'I tillegg til «Vet ikke».' },
    dontKnow: { label: 'Tilby «Vet ikke»', help: 'Uten det må lesere som ikke vet, gjette.' },
    minAnswered: {
      label: 'Så mange svar trengs for en konklusjon',
      help: 'For hver misforståelse. «Vet ikke» regnes som et svar.',
    },
    levels: { label: 'Hvor mange nivåer', help: 'Fra gjetning til sikker; vanligvis 4.' },
    from: { label: 'Tallet på det laveste nivået', help: 'Bare for å følge en studie med egne tall.' },
    to: { label: 'Tallet på det høyeste nivået', help: undefined },
    'cutoffs-held': { label: 'Tror på det fra', help: '0 til 100; vanligvis 75.' },
    'cutoffs-leaning': { label: 'Heller mot å tro det fra', help: 'Vanligvis 62,5.' },
    'cutoffs-unsure': { label: 'I tvil over', help: 'Vanligvis 37,5.' },
    'outcomes-from': {
      label: 'Fra så mange misforståelser',
      help: 'De leseren tror på, og de leseren heller mot, til sammen.',
    },
    'outcomes-unsure': { label: 'Og så mange i tvil', help: 'For lesere som tror på lite og er i tvil om mye.' },
    'outcomes-title': { label: 'Merknaden', help: 'Én setning, verken ros eller skyld.' },
    'outcomes-text': { label: 'Det som er å føye til', help: undefined },
    'suggestions-text': { label: 'Misforståelsen, slik leseren sa det', help: undefined },
    'suggestions-by': { label: 'Hvem som nevnte den', help: 'Spør før du trykker et navn.' },
    'suggestions-answer': { label: 'Svaret ditt', help: undefined },
    'share-text': {
      label: 'Ord som følger med',
      help: 'De står foran resultatet. Skriv det en leser ville si.',
    },
    'credits-text': { label: 'Forfatter og eventuelt forelegg', help: undefined },
    'credits-url': { label: 'Adresse', help: undefined },
    'credits-licence': {
      label: 'Lisens',
      help: 'For eksempel CC BY 4.0. Uten den vet ikke andre om de kan bruke arbeidet ditt.',
    },
  },
};
