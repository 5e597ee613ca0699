/**
 * The Norwegian words for the results of readers who answer without reading, and for the list of
 * problems below the JSON. A text that contains a value is a function of it.
 */
const decimal = new Intl.NumberFormat('nb', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('nb', { style: 'percent', maximumFractionDigits: 0 });

function told({ held, leaning }) {
  if (held + leaning === 0) return 'tror ikke på noen av dem';
  if (leaning === 0) return `tror på ${held}`;
  return held === 0 ? `heller mot ${leaning}` : `tror på ${held} og heller mot ${leaning}`;
}

export default {
  habits: {
    tooMany: 'Det er for mange måter å svare på til å si hva gjetning ville gitt.',
    allContested: 'Alt grunnlag her er omstridt, så ingenting telles.',
    atRandom: (mean, total) =>
      total === 1
        ? `En som gjetter, tror på misforståelsen eller heller mot den ${percent.format(mean)} av gangene.`
        : `En som gjetter, tror på eller heller mot ${decimal.format(mean)} av de ${total} misforståelsene i snitt.`,
    agrees: (headline, pair) =>
      `En som ${pair ? `svarer «${pair[1]}» på` : 'er enig i'} alle påstandene, ${told(headline)}.`,
    disagrees: (headline, pair) =>
      `En som ${pair ? `svarer «${pair[0]}» på` : 'er uenig i'} alle påstandene, ${told(headline)}.`,
    percent: (share) => percent.format(share),
    notKnown: 'ikke kjent',
    verdicts: {
      held: 'tror på det',
      leaning: 'heller mot å tro det',
      unsure: 'i tvil',
      notHeld: 'tror ikke på det',
      insufficient: 'kan ikke sies',
    },
    shown: 'vises',
    notShown: 'vises ikke',
    misconception: 'Misforståelse',
    outcome: 'Merknad',
    heldAtRandom: 'Tror på eller heller mot det, ved gjetning',
    shownAtRandom: 'Vises, ved gjetning',
    agreeing: (pair) => (pair ? `Alltid «${pair[1]}»` : 'Enig i alt'),
    disagreeing: (pair) => (pair ? `Alltid «${pair[0]}»` : 'Uenig i alt'),
  },
  problems: {
    checking: 'Kontrollerer',
    names: { error: 'Feil', advice: 'Råd' },
    count: (errors, advice) =>
      [errors > 0 && `${errors} feil`, advice > 0 && `${advice} råd`].filter(Boolean).join(', ') || 'Ingen problemer',
    line: (line) => `Linje ${line}`,
    go: 'Gå dit',
    mend: (word) => `Endre til «${word}»`,
    more: (count) => `Og ${count} til, som vises når noe av dette er rettet.`,
    needed: 'må med',
    editor: 'Spørreskjemaet som JSON',
  },
};
