/**
 * What comes of answering without reading, in sentences and tables. Knows the figures that `check` gives, and the
 * words for them.
 */

const VERDICTS = {
  held: 'held',
  leaning: 'leaning',
  unsure: 'unsure',
  notHeld: 'not held',
  insufficient: 'cannot be said',
};
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** Writes `habits` of `document` into `place`. */
export function showHabits(place, habits, document) {
  place.replaceChildren(paragraph(sentences(habits)), table(verdictRows(habits, document), document.lang));
  const outcomes = outcomeRows(habits, document);
  if (outcomes.length > 1) place.append(table(outcomes, document.lang));
}

/** The habits in a few sentences. */
export function sentences({ random, agree, disagree }) {
  return [
    chances(random),
    `Somebody who agrees with every statement ${says(agree.headline)}.`,
    `Somebody who disagrees with every statement ${says(disagree.headline)}.`,
  ].join(' ');
}

/** What answering at random gives. Misconceptions whose evidence is contested are not counted. */
function chances(random) {
  if (!random) return 'There are too many ways to answer for saying what answering at random would give.';
  const { counts } = random;
  const total = counts.length - 1;
  if (total === 0) return 'All evidence here is contested, so nothing is counted.';
  const mean = counts.reduce((sum, probability, count) => sum + count * probability, 0);
  const does = 'Somebody who answers at random holds or leans towards';
  if (total === 1) return `${does} the misconception ${percent.format(mean)} of the time.`;
  return `${does} ${decimal.format(mean)} of the ${total} misconceptions on average.`;
}

function says({ held, leaning }) {
  if (held + leaning === 0) return 'holds none';
  if (leaning === 0) return `holds ${held}`;
  return held === 0 ? `leans towards ${leaning}` : `holds ${held} and leans towards ${leaning}`;
}

function verdictRows({ random, agree, disagree }, { misconceptions }) {
  const verdict = (habit, id) => VERDICTS[habit.verdicts.find((it) => it.misconception === id)?.verdict] ?? '';
  const rows = misconceptions.map(({ id, name }) => {
    const chance = random?.verdicts.find((it) => it.misconception === id);
    const share = chance ? percent.format(chance.held + chance.leaning) : 'not known';
    return [name, share, verdict(agree, id), verdict(disagree, id)];
  });
  return [['Misconception', 'Held or leaning, at random', 'Agreeing throughout', 'Disagreeing throughout'], ...rows];
}

function outcomeRows({ random, agree, disagree }, { outcomes = [] }) {
  const shown = (habit, index) => (habit.outcome === index ? 'shown' : 'not shown');
  const rows = outcomes.map(({ title }, index) => {
    const share = random ? percent.format(random.outcomes[index] ?? 0) : 'not known';
    return [title, share, shown(agree, index), shown(disagree, index)];
  });
  return [['Outcome', 'Shown, at random', 'Agreeing throughout', 'Disagreeing throughout'], ...rows];
}

function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** A table of `rows`, the first of which is its head; the first column is in the questionnaire's language. */
function table(/** @type {string[][]} */ [head, ...rows], lang) {
  const cell = (tag, text, scope) => {
    const element = document.createElement(tag);
    if (scope) element.scope = scope;
    element.textContent = text;
    return element;
  };
  const line = (cells) => {
    const element = document.createElement('tr');
    element.append(...cells);
    return element;
  };
  const whole = document.createElement('table');
  whole.createTHead().append(line(head.map((text) => cell('th', text, 'col'))));
  whole.createTBody().append(
    ...rows.map(([name, ...values]) => {
      const first = cell('th', name, 'row');
      first.lang = lang;
      return line([first, ...values.map((text, index) => labelled(cell('td', text), head[index + 1]))]);
    }),
  );
  return whole;
}

/** A cell that says what it is, where there is no room for columns. */
function labelled(cell, label) {
  cell.dataset.label = label;
  return cell;
}
