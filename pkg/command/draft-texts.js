/**
 * The texts in the draft of a questionnaire, per language: placeholders in square brackets, and
 * comments that say what to write there and why. draft.js knows the shape of a questionnaire.
 */

/**
 * The labels of the answers, from disagree to agree, per number of answers: only for numbers for
 * which the widget has no labels of its own.
 */
export const LABELS = {
  en: {
    3: ['Disagree', 'Neither agree nor disagree', 'Agree'],
    4: ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
    6: ['Strongly disagree', 'Disagree', 'Somewhat disagree', 'Somewhat agree', 'Agree', 'Strongly agree'],
    7: [
      'Strongly disagree',
      'Disagree',
      'Somewhat disagree',
      'Neither agree nor disagree',
      'Somewhat agree',
      'Agree',
      'Strongly agree',
    ],
  },
  nb: {
    3: ['Uenig', 'Verken enig eller uenig', 'Enig'],
    4: ['Helt uenig', 'Uenig', 'Enig', 'Helt enig'],
    6: ['Helt uenig', 'Uenig', 'Litt uenig', 'Litt enig', 'Enig', 'Helt enig'],
    7: ['Helt uenig', 'Uenig', 'Litt uenig', 'Verken enig eller uenig', 'Litt enig', 'Enig', 'Helt enig'],
  },
};

export const TEXTS = {
  en: {
    title: '[Title: what the questionnaire is about]',
    intro: '[Introduction: what readers are asked, and what they get for it]',
    name: (number) => `[Misconception ${number}: what people wrongly believe]`,
    myth: (number) => `[Statement 1 on misconception ${number}: somebody who holds it would agree with this]`,
    fact: (number) => `[Statement 2 on misconception ${number}: somebody who holds it would disagree with this]`,
    refutation: {
      fact: '[What is true, in one sentence]',
      myth: '[The misconception once more, in one sentence]',
      whyBelieved: '[Why it is easy to believe]',
      kernelOfTruth: '[What is right about it]',
      whyWrong: '[Why it is wrong, and how that is known]',
      advice: '[What to do instead]',
    },
    source: '[Title of the work where readers can look this up]',
    comments: {
      top:
        'Replace each text in [square brackets] by your own words. A $comment like this one is for you: readers ' +
        'never see it, and you may delete it. In the introduction, do not give the answers away. Do not change an ' +
        'id once readers have answered. Raise "version" when you change a statement or its key: answers to one ' +
        'version are never used for another.',
      scale:
        'How many answers there are, from disagree to agree; the widget has words for them. With "dontKnow", readers ' +
        'can say that they do not know; without it, they guess and seem surer than they are.',
      trueFalse:
        'Two points are the answers false and true. With "dontKnow", readers can say that they do not know; without ' +
        'it, they guess and seem surer than they are.',
      labels:
        'The answers, one label per point, from disagree to agree; change the words as you like, but not their ' +
        'order. With "dontKnow", readers can say that they do not know; without it, they guess.',
      certainty:
        'After each answer, readers say how sure they are, on four levels. This separates readers who believe the ' +
        'misconception from those who do not know.',
      misconception:
        'A misconception is a belief that is false or does harm. Its name says what is believed, in one short ' +
        'sentence; readers see it on their scorecard and not before.',
      next: 'The comments in the first misconception apply to this one too.',
      myth:
        'With the key "myth", agreeing means holding the misconception. Write one claim in a positive form, about ' +
        'somebody in particular, with no "always" or "never" in it.',
      fact:
        'With the key "fact", agreeing means not holding the misconception. Some people agree with most of what they ' +
        'are asked; this statement balances that. It denies the one above: nobody who thinks clearly can agree with ' +
        'both, or disagree with both.',
      refutation:
        'What readers read afterwards: 80 to 150 words in total, without scolding. "fact" comes first, so that they ' +
        'remember it. Only "fact" and "whyWrong" are required; delete the others if you have nothing to say there.',
      evidence:
        'How strong the case against the misconception is. "settled": those who know the field agree. "strong": good ' +
        'studies point the same way. "practitioner": the experience of people who do the work. "contested": experts ' +
        'disagree, so the misconception is not counted. "asOf" is when you looked, "reviewBy" when you will look again.',
      sources: 'Where readers can look this up. Add "url", "date" and "quote" if you have them.',
    },
  },
  nb: {
    title: '[Tittel: hva spørreskjemaet handler om]',
    intro: '[Innledning: hva leserne blir spurt om, og hva de får igjen for det]',
    name: (number) => `[Misforståelse ${number}: hva folk tror, men som ikke stemmer]`,
    myth: (number) => `[Påstand 1 om misforståelse ${number}: de som tror på den, vil være enige i dette]`,
    fact: (number) => `[Påstand 2 om misforståelse ${number}: de som tror på den, vil være uenige i dette]`,
    refutation: {
      fact: '[Hva som gjelder i stedet, i én setning]',
      myth: '[Misforståelsen en gang til, i én setning]',
      whyBelieved: '[Hvorfor den er lett å tro på]',
      kernelOfTruth: '[Hva som er riktig ved den]',
      whyWrong: '[Hvorfor den ikke holder, og hvordan vi vet det]',
      advice: '[Hva leseren kan gjøre i stedet]',
    },
    source: '[Tittelen på et arbeid der leserne kan lese mer om dette]',
    comments: {
      top:
        'Sett inn din egen tekst der det står noe i [hakeparentes]. En $comment som denne er til deg: Leserne ser ' +
        'den aldri, og du kan slette den. Ikke røp svarene i innledningen. La hver id stå når leserne har begynt å ' +
        'svare. Øk "version" når du endrer en påstand eller nøkkelen til den: Svar på én versjon blir aldri vist ' +
        'sammen med en annen.',
      scale:
        'Hvor mange svar det er fra uenig til enig; ordene har spørreskjemaet selv. Med "dontKnow" kan leserne svare ' +
        'at de ikke vet. Uten det gjetter de, og virker sikrere enn de er.',
      trueFalse:
        'To punkter er svarene usant og sant. Med "dontKnow" kan leserne svare at de ikke vet. Uten det gjetter de, ' +
        'og virker sikrere enn de er.',
      labels:
        'Svarene, ett ord eller uttrykk for hvert punkt, fra uenig til enig. Du kan bytte ut ordene, men ikke ' +
        'rekkefølgen. Med "dontKnow" kan leserne svare at de ikke vet. Uten det gjetter de.',
      certainty:
        'Etter hvert svar sier leserne hvor sikre de er, på fire nivåer. Det skiller dem som tror på misforståelsen, ' +
        'fra dem som ikke vet.',
      misconception:
        'En misforståelse er en oppfatning som er gal eller gjør skade. Navnet sier hva folk tror, i én kort ' +
        'setning. Leserne ser det i resultatet, ikke før.',
      next: 'Kommentarene i den første misforståelsen gjelder også for denne.',
      myth:
        'Med nøkkelen "myth" betyr enig at leseren tror på misforståelsen. Skriv én påstand i positiv form, om noen ' +
        'bestemte, uten «alltid» eller «aldri».',
      fact:
        'Med nøkkelen "fact" betyr enig at leseren ikke tror på misforståelsen. Noen sier seg enige i det meste de ' +
        'blir spurt om; denne påstanden veier opp for det. Den avviser den over: Ingen som tenker klart, kan være enig ' +
        'i begge eller uenig i begge.',
      refutation:
        'Det leserne får lese etterpå: til sammen 80 til 150 ord, uten å skjenne. "fact" kommer først, så det er det ' +
        'de husker. Bare "fact" og "whyWrong" må være med; slett de andre der du ikke har noe å si.',
      evidence:
        'Hvor godt grunnlaget er. "settled": De som kan faget, er enige. "strong": Gode studier peker samme vei. ' +
        '"practitioner": erfaringen til folk som gjør arbeidet. "contested": Fagfolk er uenige, og da telles den ' +
        'ikke med. "asOf" er når du undersøkte det, "reviewBy" når du vil gjøre det igjen.',
      sources: 'Hvor leserne kan lese mer. Legg til "url", "date" og "quote" der du har dem.',
    },
  },
};
