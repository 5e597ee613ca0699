/**
 * Shows the results of readers who answer without reading, in sentences and tables. Knows the
 * figures that `check` returns; must not know the words, which the caller passes.
 */
import { pairOf } from '../data/pair.js';

/** Shows the `habits` of `document` in the element `place`, in `words`. */
export function showHabits(place, habits, document, words) {
  place.replaceChildren(
    paragraph(sentences(habits, words, pairOf(document))),
    table(verdictRows(habits, document, words), document.lang),
  );
  const outcomes = outcomeRows(habits, document, words);
  if (outcomes.length > 1) place.append(table(outcomes, document.lang));
}

/** The habits in a few sentences. */
export function sentences({ random, agree, disagree }, words, pair = undefined) {
  return [chances(random, words), words.agrees(agree.headline, pair), words.disagrees(disagree.headline, pair)].join(
    ' ',
  );
}

/**
 * How many misconceptions the scorecard reports on average to a reader who answers at random.
 * Misconceptions whose evidence is contested are not counted.
 */
function chances(random, words) {
  if (!random) return words.tooMany;
  const { counts } = random;
  const total = counts.length - 1;
  if (total === 0) return words.allContested;
  return words.atRandom(
    counts.reduce((sum, probability, count) => sum + count * probability, 0),
    total,
  );
}

function verdictRows({ random, agree, disagree }, document, words) {
  const { misconceptions } = document;
  const verdict = (habit, id) => words.verdicts[habit.verdicts.find((it) => it.misconception === id)?.verdict] ?? '';
  const rows = misconceptions.map(({ id, name }) => {
    const chance = random?.verdicts.find((it) => it.misconception === id);
    const share = chance ? words.percent(chance.held + chance.leaning) : words.notKnown;
    return [name, share, verdict(agree, id), verdict(disagree, id)];
  });
  const pair = pairOf(document);
  return [[words.misconception, words.heldAtRandom, words.agreeing(pair), words.disagreeing(pair)], ...rows];
}

function outcomeRows({ random, agree, disagree }, document, words) {
  const { outcomes = [] } = document;
  const pair = pairOf(document);
  const shown = (habit, index) => (habit.outcome === index ? words.shown : words.notShown);
  const rows = outcomes.map(({ title }, index) => {
    const share = random ? words.percent(random.outcomes[index] ?? 0) : words.notKnown;
    return [title, share, shown(agree, index), shown(disagree, index)];
  });
  return [[words.outcome, words.shownAtRandom, words.agreeing(pair), words.disagreeing(pair)], ...rows];
}

function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** A table whose first row is the heading. The first column is in the questionnaire's language. */
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

/** A cell with its column's name, for screens without room for columns. */
function labelled(cell, label) {
  cell.dataset.label = label;
  return cell;
}
