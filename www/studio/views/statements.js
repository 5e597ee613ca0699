/**
 * The statements of one misconception, which readers agree or disagree with. Knows the keys of a
 * statement, and the keyboard shortcuts that move, duplicate and delete one.
 */
import { h } from 'preact';
import { asList, asMap, asText, isBlank, pointerOf } from '../data/pointers.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { Other } from './other.js';
import { Button, Choice, Field, Group, memo } from './parts.js';
import { explainer, writer } from './writers.js';

/** `answers` are the labels of the answers if the scale has two, otherwise undefined. */
export function Statements(/** @type {any} */ { index, owner, lang, places, answers }) {
  const [no, yes] = answers ?? [];
  const at = pointerOf('misconceptions', index, 'statements');
  const statements = asList(owner.statements);
  return h(Group, {
    at,
    title: t.statements.title,
    help: answers ? t.statements.helpOfTwo(no, yes) : t.statements.help,
    notes: places.get(at),
    children: [
      h(
        'ol',
        { class: 'cards', key: 'list' },
        statements.map((statement, number) =>
          h(Statement, {
            key: asText(asMap(statement).id) || number,
            at: `${at}/${number}`,
            misconception: index,
            number,
            count: statements.length,
            statement,
            lang,
            yes,
            isNextEmpty: number + 1 < statements.length && isBlank(asMap(statements[number + 1]).text),
            notes: places.get(`${at}/${number}`),
            textNotes: places.get(`${at}/${number}/text`),
            keyNotes: places.get(`${at}/${number}/key`),
            weightNotes: places.get(`${at}/${number}/weight`),
            idNotes: places.get(`${at}/${number}/id`),
          }),
        ),
      ),
      h(Button, { key: 'add', kind: 'add', label: t.statements.add, act: () => desk.addStatement(index) }),
    ],
  });
}

const Statement = memo(function Statement(
  /** @type {any} */ { at, misconception, number, count, statement, lang, yes, isNextEmpty, ...found },
) {
  const it = asMap(statement);
  const what = t.statements.numbered(number + 1);
  const acts = actsOf({ misconception, number, count, isNextEmpty, what });
  const places = new Map([
    [`${at}/weight`, found.weightNotes],
    [`${at}/id`, found.idNotes],
    [at, found.notes],
  ]);
  return h(
    'li',
    { class: 'card', 'data-at': at },
    h(Field, {
      at: `${at}/text`,
      label: what,
      value: asText(it.text),
      lang,
      isLong: true,
      notes: found.textNotes,
      write: writer(`${at}/text`, true),
      more: explainer(`${at}/text`),
      enter: acts.enter,
      keys: acts.keys,
    }),
    h(Choice, {
      at: `${at}/key`,
      label: yes ? t.statements.keyOfTwo(yes) : t.statements.key,
      value: it.key,
      options: t.statements.keys,
      notes: found.keyNotes,
      isRow: true,
      choose: (key) => desk.write(`${at}/key`, key),
    }),
    h(Acts, { at, what, number, count, acts }),
    h(Other, { at, value: it, known: ['text', 'key'], places }),
  );
});

/** The actions on a statement, for its buttons and its keyboard shortcuts. */
function actsOf({ misconception, number, count, isNextEmpty, what }) {
  const list = pointerOf('misconceptions', misconception, 'statements');
  const acts = {
    enter: () =>
      isNextEmpty ? desk.focusOn(`${list}/${number + 1}/text`) : desk.addStatement(misconception, number + 1),
    copy: () => desk.copyStatement(misconception, number),
    remove() {
      desk.remove(list, number, t.removed(what));
      if (count > 1) desk.focusOn(`${list}/${Math.min(number, count - 2)}/text`);
    },
    move(by) {
      desk.move(list, number, number + by);
      if (number + by >= 0 && number + by < count) desk.focusOn(`${list}/${number + by}/text`);
    },
    /** Handles a keyboard shortcut. Returns whether the key was one. */
    keys({ key, altKey, shiftKey }) {
      if (!altKey) return false;
      if (shiftKey && key === 'ArrowDown') acts.copy();
      else if (shiftKey && (key === 'Delete' || key === 'Backspace')) acts.remove();
      else if (key === 'ArrowUp') acts.move(-1);
      else if (key === 'ArrowDown') acts.move(1);
      else return false;
      return true;
    },
  };
  return acts;
}

function Acts(/** @type {any} */ { at, what, number, count, acts }) {
  const act = (label, name, run, disabled = false) => h(Button, { kind: 'quiet', label, name, disabled, act: run });
  return h(
    'div',
    { class: 'acts' },
    act(t.show, t.showIt(what), () => desk.page.show?.(`${at}/text`)),
    act(t.up, t.moveUp(what), () => acts.move(-1), number === 0),
    act(t.down, t.moveDown(what), () => acts.move(1), number + 1 === count),
    act(t.duplicate, t.duplicateIt(what), acts.copy),
    act(t.remove, t.removeIt(what), acts.remove),
  );
}
