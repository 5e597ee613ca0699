/**
 * The Norwegian words for what leaves the studio: translations, the look, the ways to publish, and
 * the JSON.
 */
import found from './nb-slips.js';

const { slips } = found;
const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  kinds: found.kinds,
  import: {
    title: (from, what) => `${what}: ${from}`,
    from: {
      table: 'en tabell',
      gift: 'spørsmål i Moodles GIFT',
      moodle: 'spørsmål i Moodles XML',
      surveyjs: 'en undersøkelse fra SurveyJS',
      google: 'et skjema fra Google',
    },
    count: (count, left) =>
      `${number(count, 'misforståelse', 'misforståelser')} kan hentes.${left > 0 ? ` ${number(left, 'ting', 'ting')} kan ikke det, og står nedenfor.` : ' Ingenting blir utelatt.'}`,
    unsaid:
      'For noen av dem har ingen sagt hvilket svar som er riktig. De blir tatt som det de som tror på det, sier: Se på hver, og snu dem der det trengs.',
    head: 'Den første raden har navnene på kolonnene',
    column: (index, name) => `Kolonne ${index}${name ? `: ${name}` : ''}`,
    targets: {
      none: 'Hentes ikke',
      name: 'Hva folk tror',
      fact: 'Hva som stemmer',
      myth: 'Påstand',
      denial: 'Påstand som avviser det',
      key: 'myth eller fact, for påstanden',
      summary: 'Misforståelsen i én setning',
      whyBelieved: 'Hvorfor folk tror det',
      kernelOfTruth: 'Hva som er riktig ved det',
      whyWrong: 'Hvorfor det er feil',
      advice: 'Hva leserne kan gjøre',
      source: 'Kilde',
      url: 'Adressen til kilden',
      strength: 'Hvor godt grunnlaget er',
    },
    taken: (count) => `Dette hentes (${count})`,
    more: (count) => `Og ${count} til.`,
    left: (count) => `Dette hentes ikke (${count})`,
    why: (why, what, row) => {
      const words = {
        noBelief: 'det står ikke hva folk tror, i denne raden',
        moreCells: 'disse cellene står ikke i noen kolonne',
        strength: 'dette er verken settled, strong, practitioner eller contested',
        url: 'dette er ingen adresse som begynner med https:// eller http://',
        noAnswer: 'det er ikke noe svar i klammer',
        brokenXml: 'denne XML-en kan ikke leses',
      };
      return `${row ? `Rad ${row}: ` : ''}${what ? `«${what}»: ` : ''}${words[why] ?? `${why}, ikke sant/usant eller enig/uenig`}`;
    },
    begin: 'Lag et spørreskjema av det',
    cancel: 'Avbryt',
    mended: (done) => done.map(({ what, count }) => slips[what](count)[1]).join(' '),
  },
  translate: {
    title: 'Oversett',
    into: 'Språk',
    add: 'Legg til et språk',
    choose: 'Velg',
    none: 'Det er ingen oversettelse ennå. Velg et språk, så står hver tekst ved siden av originalen. Det som mangler, vises på originalspråket.',
    count: (done, all) =>
      done === all ? `Alle ${all} tekstene er oversatt.` : `${done} av ${all} tekster er oversatt.`,
    changed: 'originalen er endret siden',
    onlyMissing: 'Vis bare det som mangler',
    save: 'Lagre en tabell til en oversetter',
    saveXliff: 'Lagre som XLIFF',
    open: 'Åpne ferdig oversettelse',
    taken: (left) =>
      left.length === 0
        ? 'Oversettelsene er på plass. Angre tar dem ut igjen.'
        : `Oversettelsene er på plass, bortsett fra ${number(left.length, 'tekst', 'tekster')} som ikke finnes lenger: ${left.slice(0, 5).join(', ')}.`,
    noColumns: 'Denne tabellen har ikke kolonnene «place» og «translation», så ingenting er hentet fra den.',
    brokenXliff: 'Denne XLIFF-filen kan ikke leses: Den er skadet, eller ikke hel. Ingenting er hentet fra den.',
    otherLanguage: (name) =>
      `Dette er en oversettelse til ${name}. Velg det språket først. Ingenting er hentet fra den.`,
    remove: (name) => `Slett oversettelsen til ${name}`,
  },
  json: {
    title: 'JSON',
    slips: (done) => done.map(({ what, count }) => slips[what](count)[0]).join(' '),
    save: 'Lagre JSON-filen',
    mend: 'Rett alle',
    failed: (message) => `Redigeringsfeltet kunne ikke lastes: ${message}. Last siden på nytt for å prøve igjen.`,
    keys: [
      ...['Tab rykker inn. For å forlate feltet, trykk ', 'Escape', ' og så ', 'Tab', '. ', 'Ctrl', ' ', 'Space'],
      ...[' tilbyr det som passer, ', 'F8', ' går til neste problem.'],
    ],
  },
  look: {
    title: 'Utseende',
    help: 'Hvordan det ser ut og virker på siden din. Forhåndsvisningen og det du limer inn, følger med; ordene blir som de er.',
    way: 'Hvordan det virker',
    layout: {
      label: 'Påstander',
      help: undefined,
      options: [
        ['paged', 'Én om gangen'],
        ['list', 'Alle på én gang'],
      ],
    },
    advance: {
      label: 'Et trykk på et svar',
      help: undefined,
      options: [
        ['tap', 'går videre'],
        ['manual', 'velger bare'],
      ],
    },
    feedback: {
      label: 'Rettelser',
      help: 'Til slutt, så ingen forklaring røper neste svar.',
      options: [
        ['end', 'Til slutt'],
        ['each', 'Etter hver misforståelse'],
      ],
    },
    order: {
      label: 'Rekkefølgen på påstandene',
      help: undefined,
      options: [
        ['interleaved', 'Etter tur, én om hver misforståelse'],
        ['author', 'Slik du skrev dem'],
        ['shuffled', 'Tilfeldig, ulik for hver leser'],
      ],
    },
    theme: {
      label: 'Lyst eller mørkt',
      help: undefined,
      options: [
        ['auto', 'Som siden'],
        ['light', 'Lyst'],
        ['dark', 'Mørkt'],
      ],
    },
    colour: 'Farge',
    accent: {
      label: 'Aksentfarge',
      help: 'For framdriften, det valgte svaret og hovedknappen. Velg den, eller skriv den. Uten den: fargen på teksten.',
      own: 'Velg aksentfargen',
      none: 'Uten',
    },
    contrast: (ratios) =>
      `Kontrast mot siden: ${ratios.map(([name, ratio]) => `${ratio.toFixed(1).replace('.', ',')} til 1 om den er ${{ light: 'lys', dark: 'mørk' }[name]}`).join(', ')}. 3 til 1 er nok.`,
    noColour: 'Dette er ingen farge som en nettleser kjenner.',
    sending: 'Å høre fra leserne',
    endpoint: {
      label: 'En adresse som tar imot svar',
      help: 'Med den kan leserne sende deg det de svarte, om de trykker på det. Uten den blir ingenting sendt. Forhåndsvisningen sender ingenting.',
    },
    encoding: {
      label: 'Hva den forstår',
      help: undefined,
      options: [
        ['json', 'JSON'],
        ['form', 'Skjemaer, som de fleste'],
      ],
    },
    type: 'Skrift og bredde',
    font: {
      label: 'Skrift',
      help: 'Navnet på en skrift leserne har, for eksempel Georgia, Arial eller Verdana. Uten den: sidens.',
    },
    width: { label: 'Største bredde', help: 'For eksempel 600px. Uten den: omtrent 640px.' },
  },
  publish: {
    title: 'Publiser',
    ways: {
      one: ['Én fil', 'For en blogg eller en annen side som tar imot filer'],
      page: ['En egen side', 'Med alt, å lenke til fra enhver blogg'],
      wordpress: ['WordPress', 'En utvidelse å laste opp'],
      site: ['For utviklere', 'Hugo, Jekyll, Eleventy, Next.js, Vue …'],
      link: ['En lenke til utkastet', 'For en kollega som skal lese'],
      command: ['Kommandoen', 'For den som har Node'],
      table: ['En tabell', 'For et regneark'],
    },
    others: 'Andre måter',
    notYet: 'Ikke ennå: Over står det som gjenstår å skrive eller rette. Da kan dette lages.',
    making: 'Lager den …',
    made: (name, size) => `«${name}» (${size} kB) ligger der nettleseren legger nedlastinger.`,
    failed: (message) => `Dette gikk ikke: ${message}`,
    copy: 'Kopier',
    copied: 'Kopiert.',
    selected: 'Nettleseren lar ikke siden kopiere. Linjene er merket: Kopier dem med Ctrl+C, eller Cmd+C på Mac.',
    bare: 'Linjene nevner filen uten adressen, så de virker bare hvis siden ligger i samme mappe som filen.',
    snippet: 'Dette limer du inn',
    address: 'Adressen til filen',
    addressHelp:
      'Lim den inn her; nettstedet viser den etter opplastingen. Er feltet tomt, nevner linjene nedenfor bare filnavnet, og det virker bare hvis siden ligger i samme mappe.',
    lang: 'Språket som skal vises',
    one: {
      only: 'Leserne svarer og får resultatet sitt. Knappene for å dele det, lagre det og svare på nytt, som forhåndsvisningen har under resultatet, følger bare med «En egen side».',
      save: 'Lagre skriptet. Spørreskjemaet er i det.',
      make: (name) => `Lagre ${name}`,
      upload: 'Last det opp til nettstedet ditt, slik du laster opp et bilde.',
      refused:
        'Tar bloggen bare imot bilder, og ingen fil som slutter på .js? Med WordPress velger du «WordPress» over. Med andre blogger velger du «En egen side» og lenker til den.',
      paste:
        'Lim disse linjene inn på siden, der spørreskjemaet skal stå. I de fleste redigeringsprogrammer går det i en blokk som heter «HTML».',
      try: 'Åpne siden i en ny fane og svar på en påstand, så ser du at det virker. Endrer du spørreskjemaet her, lagrer og laster du opp filen på nytt; endrer du utseendet, limer du også inn linjene på nytt.',
      without: 'Oversettelser som er filer andre steder, blir ikke med.',
    },
    page: {
      save: (name) =>
        `Lagre ZIP-en. I den er en side som viser spørreskjemaet (index.html), skriptet (${name}.js) med filene det ber om, og filen å skrive videre med (${name}.json).`,
      make: (name) => `Lagre ${name}`,
      upload: 'Pakk den ut, og last opp hele mappen til et webhotell.',
      noSpace:
        'Har du ikke noe: Gratis verter som Netlify tar imot den utpakkede mappen med dra og slipp, og viser deretter adressen til siden. Vil du se på siden først, åpner du index.html på din egen disk; deling, lagring og å svare på nytt virker først når den er på nettet.',
      link: 'Lenk til adressen fra bloggen, et nyhetsbrev eller der leserne dine er.',
      paste:
        'Vil du ha det inne på en side i bloggen også, og mappen ligger på samme nettsted og bloggen tar imot HTML, limer du inn disse linjene der spørreskjemaet skal stå.',
      comment: 'Spørreskjemaet. De to taggene kan limes inn på en hvilken som helst annen side.',
    },
    wordpress: {
      save: 'Lagre utvidelsen. Spørreskjemaet er i den.',
      make: 'Lagre scorecard-embed.zip',
      upload:
        'I WordPress velger du Utvidelser, Legg til ny utvidelse, Last opp utvidelse, og tar den filen. Så aktiverer du den.',
      again: 'Har du endret noe her, lagrer og laster du den opp på nytt. WordPress tilbyr da å erstatte utvidelsen.',
      paste:
        'På en side eller i et innlegg legger du til en blokk «Egendefinert HTML» og limer inn dette, der spørreskjemaet skal stå:',
      nothing: 'Hvis ingenting vises på siden',
      stays:
        'Brukere med rollen Forfatter eller Bidragsyter i WordPress kan ikke publisere slike linjer, og WordPress tar dem ut. Lim inn disse i stedet. De viser det samme, og blir stående:',
      forAuthors: 'Dette limer du inn hvis ingenting vises',
      answers: 'Hvis leserne skal kunne sende deg svarene sine',
      whole:
        'Til det finnes en større utvidelse, «Misconception Scorecard», med en blokk og en liste over skjemaene dine.',
      how: 'Hvordan du får den, og hva den gjør (på engelsk)',
    },
    site: {
      save: (file) =>
        `Lagre ZIP-en. I den er mappen «scorecard» fra pakken og spørreskjemaet (${file}), som skal øverst på nettstedet.`,
      make: (name) => `Lagre ${name}`,
      host: 'Nettstedet er laget med',
      part: (index) => `del ${index} av oppskriften`,
      where: 'På bare én side ligger spørreskjemaet',
      wheres: [
        ['beside', 'i en fil ved siden av siden'],
        ['inside', 'i selve siden'],
      ],
      tag: (file) => `Legg ${file} ved siden av siden, og lim inn dette. Det har utseendet du har valgt.`,
      inside: 'Lim inn dette. Det har utseendet du har valgt, og spørreskjemaet i seg.',
    },
    table: {
      what: 'En rad for hver påstand. Åpne den her, så blir den et spørreskjema igjen.',
      make: (name) => `Lagre ${name}`,
      left: (parts) => `Ikke med i tabellen: ${parts.join(', ')}.`,
      /** The parts that are left out, by their key. Any other key has the name of its field. */
      parts: {
        sources: 'flere kilder, datoer og sitater',
        evidence: 'når grunnlaget ble sjekket',
        translations: 'oversettelser',
      },
    },
    link: {
      what: 'Hele utkastet er i lenken, bak #, som nettlesere ikke sender til noen. Den som åpner den, får en kopi. Det de endrer, blir hos dem til de sender det tilbake: De kan lage en lenke til sin kopi på samme måte.',
      make: 'Lag en lenke',
      link: 'Lenken',
      long: (length) =>
        `Den har ${length.toLocaleString('nb')} tegn, og noen e-postprogrammer kutter slike lenker. Send heller filen.`,
    },
    command: {
      save: 'Lagre spørreskjemaet.',
      make: (name) => `Lagre ${name}`,
      run: 'Kjør kommandoen i mappen der det ligger. Den lager det samme skriptet, og med flere valg mye annet.',
      label: 'Kommandoen',
      errors: 'Den nekter så lenge det er noe å skrive eller rette.',
    },
  },
};
