/**
 * The questions that `new` asks in a terminal, and its last message, per language. questions.js
 * knows their order.
 */

/** Asked before it is known in which language to ask. */
export const LANGUAGE = 'Language of the questionnaire / Språket i spørreskjemaet: en, nb';

export const QUESTIONS = {
  en: {
    begin:
      'Press Enter to accept the value in [ ]. You can change everything in the file afterwards. Press Ctrl+C to stop.',
    title: 'Title of the questionnaire',
    later: 'later',
    count: 'How many misconceptions?',
    name: (number) => `Misconception ${number}, as those who hold it would say it`,
    points: 'How do readers answer? 2: false or true. 5: from strongly disagree to strongly agree',
    certainty: 'Also ask how sure they are? yes, no',
    yes: 'yes',
    no: 'no',
    file: 'Name of the file',
    among: (words) => `Please answer one of these: ${words.join(', ')}`,
    number: (least, most) => `Please answer with a whole number from ${least} to ${most}`,
    long: (most) => `Please use at most ${most} characters`,
    isThere: (file) => `${file} already exists. Please give another name`,
    written: (file, check) =>
      `${file} is written. Replace the texts in [square brackets]; the comments say with what.\n` +
      `Then check it:\n  ${check}\n`,
  },
  nb: {
    begin: 'Enter tar det som står i [ ]. Du kan endre alt i filen etterpå. Ctrl+C avslutter.',
    title: 'Tittelen på spørreskjemaet',
    later: 'senere',
    count: 'Hvor mange misforståelser?',
    name: (number) => `Misforståelse ${number}, slik de som tror på den, ville sagt det`,
    points: 'Hvordan svarer leserne? 2: usant eller sant. 5: fra helt uenig til helt enig',
    certainty: 'Spørre også om hvor sikre de er? ja, nei',
    yes: 'ja',
    no: 'nei',
    file: 'Navnet på filen',
    among: (words) => `Svar med ett av disse: ${words.join(', ')}`,
    number: (least, most) => `Svar med et helt tall fra ${least} til ${most}`,
    long: (most) => `Bruk høyst ${most} tegn`,
    isThere: (file) => `${file} finnes allerede. Velg et annet navn`,
    written: (file, check) =>
      `${file} er skrevet. Det som står i [hakeparentes], skal du bytte ut; kommentarene sier med hva.\n` +
      `Sjekk så filen:\n  ${check}\n`,
  },
};
