/**
 * The English words for the results of readers who answer without reading, and for the list of
 * problems below the JSON. A text that contains a value is a function of it.
 */
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

function told({ held, leaning }) {
  if (held + leaning === 0) return 'holds none';
  if (leaning === 0) return `holds ${held}`;
  return held === 0 ? `leans towards ${leaning}` : `holds ${held} and leans towards ${leaning}`;
}

export default {
  habits: {
    tooMany: 'There are too many possible answers to calculate what answering at random would give.',
    allContested: 'All evidence here is contested, so nothing is counted.',
    atRandom: (mean, total) =>
      total === 1
        ? `A reader who answers at random holds or leans towards the misconception ${percent.format(mean)} of the time.`
        : `A reader who answers at random holds or leans towards ${decimal.format(mean)} of the ${total} misconceptions on average.`,
    /** `pair` are the words of the answers, if there are two; first the one that denies. */
    agrees: (headline, pair) =>
      `A reader who ${pair ? `answers “${pair[1]}” to` : 'agrees with'} every statement ${told(headline)}.`,
    disagrees: (headline, pair) =>
      `A reader who ${pair ? `answers “${pair[0]}” to` : 'disagrees with'} every statement ${told(headline)}.`,
    percent: (share) => percent.format(share),
    notKnown: 'not known',
    verdicts: {
      held: 'held',
      leaning: 'leaning',
      unsure: 'undecided',
      notHeld: 'not held',
      insufficient: 'not enough answers',
    },
    shown: 'shown',
    notShown: 'not shown',
    misconception: 'Misconception',
    outcome: 'Remark',
    heldAtRandom: 'Held or leaning, at random',
    shownAtRandom: 'Shown, at random',
    agreeing: (pair) => (pair ? `Always “${pair[1]}”` : 'Always agreeing'),
    disagreeing: (pair) => (pair ? `Always “${pair[0]}”` : 'Always disagreeing'),
  },
  problems: {
    checking: 'Checking',
    names: { error: 'Error', advice: 'Advice' },
    count: (errors, advice) =>
      [
        errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
        advice > 0 && `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`,
      ]
        .filter(Boolean)
        .join(', ') || 'No problems',
    line: (line) => `Line ${line}`,
    go: 'Go there',
    mend: (word) => `Change to “${word}”`,
    more: (count) => `And ${count} more, shown once some of these are fixed.`,
    needed: 'needed',
    editor: 'Questionnaire as JSON',
  },
};
