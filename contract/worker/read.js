/**
 * Reads the messages of a widget without the core. It is strict, and every problem has a JSON
 * pointer and says what was expected.
 *
 * Knows the documents of CONTRACT.md, and the terms of questionnaires, which say what each asks.
 * Must not know requests or stores.
 */

const problem = (code, pointer, expected) => ({ code, pointer, expected });
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (pointer, key) => `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const BLANK = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const ID = /^[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+$/u;
const NO_OTHERS = 'none but the keys of the contract';

// A kind is a function that takes a value and its pointer and returns the problems there.

const text =
  (most, { isFilled = true, pattern = null } = {}) =>
  (value, at) => {
    if (typeof value !== 'string') return [problem('wrongType', at, 'a string')];
    if (isFilled && BLANK.test(value)) return [problem('empty', at, 'a string')];
    if ([...value].length > most) return [problem('tooLarge', at, `at most ${most} characters`)];
    if (pattern && !pattern.test(value)) return [problem('malformed', at, `a string like ${pattern.source}`)];
    return !pattern && CONTROL.test(value) ? [problem('controlCharacter', at, 'no control characters')] : [];
  };
const word =
  (...words) =>
  (value, at) => {
    const expected = words.join(' or ');
    if (typeof value !== 'string') return [problem('wrongType', at, expected)];
    return words.includes(value) ? [] : [problem('unknownValue', at, expected)];
  };
const orNull = (kind) => (value, at) => (value === null ? [] : kind(value, at));
const agreement = (value, at) => {
  const isRight = value === 'dontKnow' || (Number.isInteger(value) && value >= 1 && value <= 7);
  return isRight ? [] : [problem('outOfRange', at, 'a point of the scale, or dontKnow')];
};
const certainty = (value, at) => {
  if (typeof value !== 'number') return [problem('wrongType', at, 'a level of certainty')];
  const isRight = Number.isInteger(value) && value >= -1000 && value <= 1005;
  return isRight ? [] : [problem('outOfRange', at, 'a level of certainty')];
};
const map =
  (fields, optional = []) =>
  (value, at) => {
    if (!isMap(value)) return [problem('wrongType', at, 'an object: { … }')];
    const absent = Object.keys(fields).filter((key) => !Object.hasOwn(value, key) && !optional.includes(key));
    const found = Object.entries(value).flatMap(([key, part]) =>
      Object.hasOwn(fields, key)
        ? fields[key](part, inside(at, key))
        : [problem('unknownKey', inside(at, key), NO_OTHERS)],
    );
    return [...absent.map((key) => problem('missing', inside(at, key), 'this key')), ...found];
  };
const byId = (each) => (value, at) => {
  if (!isMap(value)) return [problem('wrongType', at, 'an object: { … }')];
  const parts = Object.entries(value);
  if (parts.length === 0) return [problem('empty', at, 'at least one')];
  if (parts.length > 1000) return [problem('tooLarge', at, 'at most 1,000')];
  return parts.flatMap(([id, part]) => {
    const pointer = inside(at, id);
    return ID.test(id) && [...id].length <= 4000 ? each(part, pointer) : [problem('malformed', pointer, 'an id')];
  });
};

const written = (pattern) => text(4000, { pattern });
const schema = word('1');
const receipt = written(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const asked = { id: written(ID), version: text(4000), lang: written(/^[A-Za-z]{2}[A-Za-z0-9-]*$/) };
const answers = byId(map({ agreement, certainty }, ['certainty']));

const DOCUMENTS = {
  response: map({
    kind: word('response'),
    schema,
    receipt,
    widget: written(/^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/),
    questionnaire: map({ ...asked, format: written(/^1(\.[0-9]{1,4})?$/), shape: written(/^[0-9a-f]{6}$/) }),
    answers,
    first: orNull(answers),
    verdicts: byId(word('held', 'leaning', 'unsure', 'insufficient', 'notHeld')),
  }),
  remark: map({
    kind: word('remark'),
    schema,
    receipt,
    about: word('suggestion', 'dispute'),
    misconception: orNull(written(ID)),
    questionnaire: map(asked),
    text: text(4000, { isFilled: false }),
    by: text(100, { isFilled: false }),
  }),
  withdraw: map({ kind: word('withdraw'), schema, receipt }),
};

function remarkRules({ about, misconception, text }) {
  const isDispute = about === 'dispute';
  const found = [];
  if (isDispute === (misconception === null)) {
    const expected = isDispute ? 'the id of the misconception that is disputed' : 'null for a suggestion';
    found.push(problem('wrongType', '/misconception', expected));
  }
  if (!isDispute && BLANK.test(text)) found.push(problem('empty', '/text', 'a string'));
  return found;
}

const unknown = (id, known, pointer) => (known.includes(id) ? [] : [problem('unknownId', pointer, 'a known id')]);

/** The problems of answers that do not fit the questionnaire. */
const unfit = (key, answers, { statements, points, dontKnow, certainty }) =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const at = inside(`/${key}`, id);
    if (!statements.includes(id)) return unknown(id, statements, at);
    const isOff = answer.agreement === 'dontKnow' ? !dontKnow : answer.agreement > points;
    const found = isOff ? [problem('outOfRange', `${at}/agreement`, 'a point of the scale, or dontKnow')] : [];
    if (answer.certainty === undefined) return found;
    if (!certainty) return [...found, problem('unknownKey', `${at}/certainty`, NO_OTHERS)];
    const isWithin = answer.certainty >= certainty[0] && answer.certainty <= certainty[1];
    return isWithin ? found : [...found, problem('outOfRange', `${at}/certainty`, 'a level of certainty')];
  });

function responseRules({ answers, first, verdicts }, terms) {
  return [
    ...unfit('answers', answers, terms),
    ...unfit('first', first ?? {}, terms),
    ...Object.keys(verdicts).flatMap((id) => unknown(id, terms.misconceptions, inside('/verdicts', id))),
    ...terms.misconceptions
      .filter((id) => !Object.hasOwn(verdicts, id))
      .map((id) => problem('missing', inside('/verdicts', id), 'the verdict on this misconception')),
  ];
}

const refusal = (status, code, problems = []) => ({ status, code, problems });

/**
 * Why `document` cannot be accepted, as `{ status, code, problems }`; undefined if it can.
 * `questionnaires` are the terms of the questionnaires that this server asks. `score` is given if
 * there is a core: it returns the verdicts that follow from a response, by misconception.
 */
export function refusalOf(document, questionnaires, score) {
  if (!isMap(document)) return refusal(422, 'invalidDocument', [problem('wrongType', '', 'an object: { … }')]);
  const kinds = Object.keys(DOCUMENTS);
  if (!kinds.includes(document.kind)) {
    const found = map({ kind: word(...kinds) })(
      { ...(Object.hasOwn(document, 'kind') && { kind: document.kind }) },
      '',
    );
    return refusal(422, 'invalidDocument', found);
  }
  const found = DOCUMENTS[document.kind](document, '');
  if (found.length === 0 && document.kind === 'remark') found.push(...remarkRules(document));
  if (found.length > 0) return refusal(422, 'invalidDocument', found);
  return document.kind === 'withdraw' ? undefined : unfitting(document, questionnaires, score);
}

function unfitting(document, questionnaires, score) {
  const { id, ...now } = document.questionnaire;
  const terms = questionnaires.find((it) => it.id === id);
  if (!terms) return refusal(404, 'unknownQuestionnaire');
  const other = ['version', 'shape'].find((key) => now[key] !== undefined && now[key] !== terms[key]);
  if (other) {
    const expected = 'that of the questionnaire which is asked now';
    return refusal(409, 'otherVersion', [problem('notComparable', `/questionnaire/${other}`, expected)]);
  }
  const { kind, misconception } = document;
  const isOfOne = kind === 'remark' && misconception !== null;
  const found = isOfOne ? unknown(misconception, terms.misconceptions, '/misconception') : [];
  if (kind === 'response') found.push(...responseRules(document, terms));
  if (found.length > 0) return refusal(422, 'invalidDocument', found);
  const right = kind === 'response' && score ? score(document) : {};
  const wrong = Object.keys(right).filter((id) => document.verdicts[id] !== right[id]);
  if (wrong.length === 0) return undefined;
  const differs = (id) =>
    problem('notComparable', inside('/verdicts', id), 'the verdict that follows from the answers');
  return refusal(422, 'verdictsDiffer', wrong.map(differs));
}
