/**
 * The studio's words in Norwegian (Bokmål). Knows what each thing is called on screen. A text that
 * contains a value is a function of it.
 */
import fields from './nb-fields.js';
import habits from './nb-habits.js';
import out from './nb-out.js';

const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const listed = (parts) => parts.filter(Boolean).join(', ');

export default {
  ...fields,
  ...out,
  ...habits,
  /** The names of the kinds of findings. */
  names: { error: 'Må rettes', advice: 'Råd', todo: 'Gjenstår å skrive', translate: 'Gjenstår å oversette' },
  quoted: (text) => `«${text}»`,
  places: {
    whole: 'det hele',
    misconceptions: 'misforståelsene',
    translations: 'oversettelsene',
    translation: (lang) => `oversettelsen (${lang})`,
  },
  /** The page around the studio. `made` has a text per child node of the footer's last line. */
  frame: {
    menu: 'Sider',
    pages: {
      guide: 'Veiledning',
      studio: 'Studio',
      hosts: 'Nettstedet ditt',
      loading: 'Lasting',
      format: 'Format',
      accessibility: 'Tilgjengelighet',
      privacy: 'Personvern',
    },
    examples: 'Eksempler',
    made: [
      'JSON redigeres med CodeMirror, under ',
      'MIT-lisensen',
      '. Siden tegnes av Preact, utkast lagres med idb, tabeller leses av Papa Parse, og ZIP-filer lages av fflate: ',
      'lisensene deres',
      '.',
    ],
  },
  /** Languages that some browsers have no name for. */
  languages: { se: 'Nordsamisk' },
  studio: 'Studio',
  loading: 'Laster …',
  notLoaded: (message) => `Denne delen kunne ikke lastes: ${message}. Last siden på nytt for å prøve igjen.`,
  lead: 'Skriv et spørreskjema, se det mens du skriver, og legg det på siden din. Ingenting forlater nettleseren.',
  untitled: 'Uten tittel',
  optional: 'valgfritt',
  todo: 'gjenstår',
  moreAbout: (label) => `Mer om «${label}»`,
  other: 'Flere innstillinger',
  unset: 'Som vanlig',
  add: 'Legg til',
  up: 'Opp',
  down: 'Ned',
  duplicate: 'Dupliser',
  remove: 'Slett',
  show: 'Forhåndsvis',
  edit: 'Tilbake til feltet',
  moveUp: (what) => `Flytt ${what} opp`,
  moveDown: (what) => `Flytt ${what} ned`,
  duplicateIt: (what) => `Dupliser ${what}`,
  removeIt: (what) => `Slett ${what}`,
  showIt: (what) => `Forhåndsvis ${what}`,
  removed: (what) => `«${what}» er slettet. Angre henter det tilbake.`,
  strange: (name, value) => `«${name}» (${value}) hører ikke til i et spørreskjema.`,
  nextSection: (name) => `Neste: ${name}`,
  toPublish: 'Neste: publiser',
  bar: {
    undo: 'Angre',
    redo: 'Gjør om',
    all: 'Alle skjemaer',
    save: 'Lagre en sikkerhetskopi',
    language: 'Språket i studioet',
    undone: 'Angret.',
    redone: 'Gjort om.',
    nothing: 'Det er ingenting å angre.',
    close: 'Lukk',
    views: 'Visninger',
    keys: 'Tastatursnarveier',
  },
  kept: {
    kept: 'Lagret i denne nettleseren.',
    keeping: 'Lagrer …',
    blocked: 'Nettleseren lar ikke siden lagre noe. Lagre en sikkerhetskopi før du går.',
    full: 'Nettleseren kunne ikke lagre de siste endringene; kanskje er det ikke mer plass. Lagre en sikkerhetskopi før du går, eller slett utkast.',
    parted: 'En annen fane har også endret dette utkastet. Det du skriver her, lagres som et eget utkast.',
  },
  views: {
    write: 'Skriv',
    see: 'Se',
    translate: 'Oversett',
    look: 'Utseende',
    publish: 'Publiser',
    json: 'JSON',
  },
  sections: { about: 'Tittel og innledning', answers: 'Hvordan leserne svarer', scorecard: 'Resultatet' },
  broken: {
    title: 'JSON-teksten kan ikke leses akkurat nå',
    text: 'Noe i den er ikke JSON, så det er ingen felt å vise. Rett det i JSON, eller angre.',
    go: 'Til JSON',
  },
  start: {
    new: 'Nytt spørreskjema',
    newHelp: 'Én misforståelse er nok til å begynne. Alt kan endres senere.',
    belief: 'Hvilken misforståelse vil du rette opp?',
    beliefHelp: 'Med deres ord, i én setning. For eksempel: «Bier dør om vinteren.»',
    titleHelp: 'Sier hva det handler om, og røper ingen svar. For eksempel: «Hva vet du om bier?»',
    kind: 'Leserne svarer',
    kinds: {
      agree: 'hvor enige de er',
      quiz: 'sant eller usant',
      lesson: 'før og etter en time',
    },
    begin: 'Begynn',
    drafts: 'Utkastene dine',
    changed: (date) => `endret ${date.toLocaleString('nb', { dateStyle: 'medium', timeStyle: 'short' })}`,
    saveAll: 'Lagre alle i én fil',
    open: 'Åpne',
    openHelp:
      'Det du har lagret her (en sikkerhetskopi, et skript eller en ZIP), eller tekst fra et annet sted. Du kan også slippe en fil hvor som helst på siden.',
    file: 'Åpne en fil',
    paste: 'Lim inn i stedet',
    pasted: 'Teksten',
    take: 'Åpne dette',
    what: 'Det du limte inn',
    examples: 'Begynn med et eksempel',
    examplesHelp: 'Hele spørreskjemaer, til å se på og endre. Ditt blir en kopi.',
    about: {
      social: 'Fem misforståelser om sosiale medier i bedrifter, med kilder, på engelsk.',
      socialNb: 'Det samme på norsk.',
      neuromyths: 'Fjorten påstander om hjernen, sant eller usant, på engelsk.',
      studying: 'Tre misforståelser om hvordan vi lærer, på engelsk. En god modell for ditt eget.',
      kitchen: 'Eksemplet i veiledningen: tre misforståelser, enkelt fortalt, på engelsk.',
    },
  },
  said: {
    opened: (what, hadBefore) => `${what} er åpnet.${hadBefore ? ' Angre henter tilbake det du hadde.' : ''}`,
    missing: 'Dette utkastet finnes ikke lenger i denne nettleseren.',
    tooLarge: (name) => `«${name}» er for stor til å være et spørreskjema. Grensen er 1 MB.`,
    unread: (name, message) => `«${name}» kunne ikke åpnes: ${message}. Det du har skrevet, er som det var.`,
    exampleLost: (message) => `Eksemplet kunne ikke lastes: ${message}. Det du har skrevet, er som det var.`,
    backedUp: (name) => `«${name}» ligger der nettleseren legger nedlastinger. «Åpne en fil» henter det tilbake.`,
    saved: (name) => `«${name}» ligger der nettleseren legger nedlastinger.`,
    savedAll: (count) =>
      `${number(count, 'spørreskjema', 'spørreskjemaer')} lagret i én fil. «Åpne en fil» henter dem tilbake.`,
    tookAll: (count) => `${number(count, 'utkast', 'utkast')} er tilbake i listen.`,
    draftGone: (title) => `«${title}» er slettet. Angre henter det tilbake.`,
    draftBack: (title) => `«${title}» er tilbake.`,
    linkBroken: 'Lenken er skadet: En del av den mangler eller er endret. Be om den på nytt, eller om filen.',
    linkNewer: 'Lenken er laget av et nyere studio. Last siden på nytt, eller be om filen.',
    fromLink: 'Spørreskjemaet i lenken',
    empty: 'Det er ingenting i det å åpne.',
  },
  left: {
    checking: 'Kontrollerer …',
    nothing: 'Alt er ferdig. Det kan publiseres.',
    failed: (message) => `Kontrollen kunne ikke lastes: ${message}. Last siden på nytt for å prøve igjen.`,
    summary: (isOk, errors, todo, advice, translate) =>
      `${isOk ? 'Kan publiseres' : 'Gjenstår'}: ${listed([
        todo > 0 && `${number(todo, 'tekst', 'tekster')} å skrive`,
        errors > 0 && `${number(errors, 'ting', 'ting')} å rette`,
        advice > 0 && number(advice, 'råd', 'råd'),
        translate > 0 && `${number(translate, 'tekst', 'tekster')} å oversette`,
      ])}`,
    missing: (count, language) => `${number(count, 'tekst', 'tekster')} mangler på ${language.toLowerCase()}`,
    more: (count) => `Og ${count} til, som vises når noe av dette er gjort.`,
  },
  see: {
    title: 'Forhåndsvisning',
    width: 'Bredde',
    widths: { phone: 'Telefon', tablet: 'Nettbrett', page: 'Så bred som her' },
    light: 'Farger',
    themes: { auto: 'Som siden', light: 'Lyse', dark: 'Mørke' },
    language: 'Språk',
    follow: 'Vis det jeg redigerer',
    answerAs: 'Svar som en',
    /** `pair` are the words of the answers, if there are two; first the one that denies. */
    ways: (pair) => ({
      believer: 'som tror på alt',
      expert: 'som vet bedre',
      agreeing: pair ? `som alltid svarer «${pair[1]}»` : 'som alltid er enig',
      disagreeing: pair ? `som alltid svarer «${pair[0]}»` : 'som alltid er uenig',
      guessing: 'som gjetter',
    }),
    restart: 'Begynn på nytt',
    failed: (message) => `Dette kan ikke vises: ${message}`,
    waits: 'Det er ingenting å vise før det som må rettes, er rettet.',
    last: 'Dette er den siste versjonen uten feil.',
    shows: (what) => `Vises nedenfor: ${what}`,
    statement: (number, text) => `${number}, ${text}`,
    without: 'Hva om noen svarer uten å lese?',
    withoutHelp: 'Ingen bør få høre at de tror på en misforståelse, eller ikke gjør det, ved å krysse av uten å lese.',
    nowhere: 'Dette vises ikke noe sted ennå.',
    editShown: 'Klikk på en tekst for å endre den, eller velg den her',
    nothingShown: 'Ingen av tekstene dine er å se akkurat nå.',
    told: ({ way, headline, chance, pair }) => {
      const who = {
        believer: 'den som tror på alt',
        expert: 'den som vet bedre',
        agreeing: pair ? `den som svarer «${pair[1]}» på alle påstandene` : 'den som er enig i alle påstandene',
        disagreeing: pair ? `den som svarer «${pair[0]}» på alle påstandene` : 'den som er uenig i alle påstandene',
        guessing: 'denne leseren, som gjettet',
      }[way];
      const { held, leaning, classified } = headline;
      const count = held + leaning;
      const told =
        count === 0 ? 'ingen misforståelse' : `${count} av ${number(classified, 'misforståelse', 'misforståelser')}`;
      const mean =
        chance && chance.of > 0
          ? ` I snitt ville det vært ${chance.mean.toFixed(1).replace('.', ',')} av ${chance.of}.`
          : '';
      return `Resultatet til ${who}, viser ${told}.${mean}`;
    },
  },
  keys: [
    ['Enter', 'i en påstand: neste påstand'],
    ['Alt ↑, Alt ↓', 'i en påstand: flytt den'],
    ['Alt Shift ↓', 'i en påstand: dupliser den'],
    ['Alt Shift Delete', 'i en påstand: slett den'],
    ['Ctrl Z, Ctrl Shift Z', 'overalt: angre, gjør om; på Mac med Cmd'],
    ['Ctrl S', 'overalt: lagre en sikkerhetskopi'],
  ],
};
