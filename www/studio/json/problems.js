/**
 * The list of what `check` found, and the line with the number of findings. Knows how findings are
 * shown; the editor goes to a place and changes the text there.
 */
import { note } from './marks.js';

/** The largest number of problems in the list. An author with more repairs these first. */
const MOST = 100;
/** How long an author must have paused before the count is read out, in milliseconds. */
const PAUSE = 1000;

/**
 * Shows findings in `list` and their number in `count`, and reads the number out in `live`, all in
 * `words`.
 */
export function createProblems({ list, count, live, editor, words }) {
  let timer;
  let shown = [];
  let last;
  return {
    show(findings) {
      shown = findings;
      const items = findings.slice(0, MOST).map((finding) => item(finding, editor, words));
      const rest = findings.length - items.length;
      if (rest > 0) items.push(more(words.more(rest)));
      list.replaceChildren(...items);
      say(summary(findings, words));
    },
    say,
    /**
     * Goes to the next finding after `position`, or to the previous one if `by` is -1, and reads it
     * out.
     */
    step(by, position) {
      if (shown.length === 0) return;
      last = stepped(shown, by, position, last);
      editor.jump(last);
      clearTimeout(timer);
      live.textContent = note(last, words).textContent;
    },
    /** Moves the focus to the first finding. */
    focus() {
      list.querySelector('button')?.focus();
    },
  };

  function say(text) {
    if (count.textContent === text) return;
    count.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => (live.textContent = text), PAUSE);
  }
}

/**
 * The next finding after `position`, or the previous one if `by` is -1. Starts over at the end.
 * `last` tells several findings at the same position apart.
 */
function stepped(findings, by, position, last) {
  if (last?.offset === position && findings.includes(last)) {
    return findings[(findings.indexOf(last) + by + findings.length) % findings.length];
  }
  if (by > 0) return findings.find((it) => it.offset > position) ?? findings[0];
  return findings.findLast((it) => it.offset < position) ?? findings.at(-1);
}

/** The number of findings of each kind, in words. */
function summary(findings, words) {
  const count = (severity) => findings.filter((it) => it.severity === severity).length;
  return words.count(count('error'), count('advice'));
}

function item(finding, editor, words) {
  const text = note(finding, words);
  const jump = button('jump', finding.line ? words.line(finding.line) : words.go, () => editor.jump(finding));
  text.firstChild.after(' ', jump);
  if (editor.canMend(finding))
    text.append(
      ' ',
      button('mend', words.mend(finding.suggestion), () => editor.mend(finding)),
    );
  const whole = document.createElement('li');
  whole.append(text);
  return whole;
}

function button(name, text, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = name;
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}

function more(text) {
  const whole = document.createElement('li');
  whole.textContent = text;
  return whole;
}
