/**
 * Collects what readers sent: plain responses go to the core in blocks of codes, all other messages
 * one by one. Knows the usual form of a response and the layout of a block. What a message must be
 * is decided by the core: before responses go into a block, the core has accepted a message with
 * the same head.
 */
import en from '../../../messages/report/en.json' with { type: 'json' };
import nb from '../../../messages/report/nb.json' with { type: 'json' };
import { failure } from '../data/failure.js';
import { nearest } from '../data/language.js';
import { isPlain } from '../data/plain.js';

/** The words of a report, by language tag. */
const WORDS = { en, nb };
/** How many responses a block has. */
const ROWS = 1024;
/** The length of a receipt in a block, in bytes. */
const RECEIPT_BYTES = 16;
const DONT_KNOW = 255;
/** How many refused messages are kept; the others are only counted. */
const MOST_REFUSED = 1000;
/** How many heads are kept in `#heads`. */
const MOST_HEADS = 1000;
/** The default width of the text report, in characters. */
const COLUMNS = 80;

const RECEIPT = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** The index in a receipt's string at which each of its bytes begins. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** Messages about one questionnaire; see `Collected` in core.d.ts. */
export class Collected {
  #core;
  #plan;
  #read;
  #lang;
  /** The index of each statement, by its id. */
  #places;
  /** The number of each verdict, by its name. */
  #verdicts;
  /** Heads (see `headOf`) that the core has accepted. */
  #heads = new Set();
  #block;
  /** The messages in the block, each with its index. */
  #waiting = [];
  #refused = [];
  #counts = { rows: 0, damaged: 0, others: 0, otherVersions: 0 };
  /** How many messages had no receipt. */
  #unnamed = 0;

  /** `core` is the core's own collector; `read` parses a string into a plain document. */
  constructor(core, read, lang) {
    this.#core = core;
    this.#plan = core.plan();
    this.#read = read;
    this.#lang = lang;
    const { statements, misconceptions, verdicts } = this.#plan;
    this.#places = new Map(statements.map((id, index) => [id, index]));
    this.#verdicts = new Map(verdicts.map((name, index) => [name, index]));
    this.#block = {
      receipts: new Uint8Array(ROWS * RECEIPT_BYTES),
      codes: new Uint8Array(ROWS * statements.length * 4),
      again: new Uint8Array(ROWS),
      claims: new Uint8Array(ROWS * misconceptions.length),
    };
  }

  get questionnaire() {
    const { id, version, shape } = this.#plan;
    return { id, version, shape };
  }

  get withoutReceipt() {
    return this.#unnamed;
  }

  get refused() {
    this.#flush();
    return this.#refused.map((it) => ({ ...it })).sort((one, other) => one.index - other.index);
  }

  add(given) {
    this.#held();
    const index = this.#counts.rows++;
    let message = given;
    if (typeof given === 'string') {
      try {
        message = JSON.parse(given);
      } catch {
        this.#refuse(index, { code: 'badJson', problems: [] });
        return;
      }
    }
    message = this.#named(message, index);
    if (!this.#encode(message, this.#waiting.length)) {
      this.#flush();
      this.#addOne(message, index);
      return;
    }
    this.#waiting.push({ message, index });
    if (this.#waiting.length === ROWS) this.#flush();
  }

  figures() {
    this.#flush();
    const { suggestions, ...counts } = this.#held().counts();
    return {
      ...this.#held().figures(),
      suggestions,
      read: { ...this.#counts, ...counts },
      refused: this.refused,
    };
  }

  html(/** @type {import('../../core.js').TextOptions} */ { lang, damaged = 0 } = {}) {
    this.#flush();
    return this.#held().page(this.#countsWith(damaged), this.#words(lang));
  }

  text(/** @type {import('../../core.js').TextOptions} */ { lang, damaged = 0, columns = COLUMNS } = {}) {
    this.#flush();
    return this.#held().text(this.#countsWith(damaged), this.#words(lang), columns);
  }

  counts(made) {
    this.#flush();
    return this.#held().feed(made);
  }

  counted() {
    this.#flush();
    const bytes = this.#held().counted();
    const { statements, misconceptions } = this.#plan;
    return { bytes, length: RECEIPT_BYTES + statements.length + misconceptions.length, receipt: RECEIPT_BYTES };
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.free();
  }

  #held() {
    if (this.#core) return this.#core;
    throw failure('freed', 'what was collected was freed; collect it again');
  }

  /** What was read; `more` rows were never handed over, and count as damaged. */
  #countsWith(more) {
    const { rows, damaged, ...others } = this.#counts;
    return { rows: rows + more, damaged: damaged + more, ...others };
  }

  #words(lang) {
    return WORDS[nearest(lang ?? this.#lang, Object.keys(WORDS)) ?? 'en'];
  }

  /**
   * Gives a message without a receipt a unique one. A server that keeps only hashes of receipts
   * exports its rows without them; each such row is from one reader.
   */
  #named(message, index) {
    if (!isPlain(message) || Object.hasOwn(message, 'receipt') || !['response', 'remark'].includes(message.kind)) {
      return message;
    }
    this.#unnamed++;
    return { ...message, receipt: `ffffffff-ffff-4fff-bfff-${index.toString(16).padStart(12, '0')}` };
  }

  #refuse(index, { code, problems }) {
    if (code === 'unknownQuestionnaire') this.#counts.others++;
    else if (code === 'otherVersion') this.#counts.otherVersions++;
    else {
      this.#counts.damaged++;
      if (this.#refused.length < MOST_REFUSED) this.#refused.push({ index, code, problems });
    }
  }

  #addOne(message, index) {
    let refusal;
    try {
      refusal = this.#held().add(isPlain(message) ? this.#read(message, 'message') : message);
    } catch (error) {
      if (!error.problems) throw error;
      refusal = { code: 'invalidDocument', problems: error.problems };
    }
    if (refusal) this.#refuse(index, refusal);
    else if (message.kind === 'response' && this.#heads.size < MOST_HEADS) this.#heads.add(headOf(message));
  }

  #flush() {
    const waiting = this.#waiting;
    const count = waiting.length;
    if (count === 0) return;
    this.#waiting = [];
    const { receipts, codes, again, claims } = this.#block;
    const { statements, misconceptions } = this.#plan;
    const refused = this.#held().take(
      receipts.subarray(0, count * RECEIPT_BYTES),
      codes.subarray(0, count * statements.length * 4),
      again.subarray(0, count),
      claims.subarray(0, count * misconceptions.length),
    );
    // The core gives the reasons, so each goes to it singly.
    for (const row of refused) this.#addOne(waiting[row].message, waiting[row].index);
  }

  /** Writes a message into a row of the block. Returns false if it does not have the usual form. */
  #encode(message, row) {
    if (!isPlain(message) || message.kind !== 'response' || message.schema !== '1') return false;
    const { receipt, answers, first, verdicts } = message;
    if (typeof receipt !== 'string' || !RECEIPT.test(receipt) || Object.keys(message).length !== 8) return false;
    if (!this.#heads.has(headOf(message))) return false;
    const { receipts, codes, again } = this.#block;
    const { length } = this.#plan.statements;
    const from = row * length * 4;
    codes.fill(0, from, from + length * 4);
    again[row] = first === null ? 0 : 1;
    if (!this.#encodeAnswers(answers, from)) return false;
    if (first !== null && !this.#encodeAnswers(first, from + length * 2)) return false;
    if (!this.#encodeClaims(verdicts, row)) return false;
    for (let byte = 0; byte < RECEIPT_BYTES; byte++) {
      const place = PLACES[byte];
      receipts[row * RECEIPT_BYTES + byte] = digit(receipt, place) * 16 + digit(receipt, place + 1);
    }
    return true;
  }

  #encodeAnswers(answers, from) {
    if (!isPlain(answers)) return false;
    const { codes } = this.#block;
    const { statements, points, dontKnow, levels } = this.#plan;
    let count = 0;
    for (const id of Object.keys(answers)) {
      const place = this.#places.get(id);
      const answer = answers[id];
      if (place === undefined || !isPlain(answer)) return false;
      let code = 0;
      // Faster than `Object.keys`. Inherited keys are no keys of an answer, so they are refused
      // too.
      for (const key in answer) {
        const value = answer[key];
        if (key === 'agreement') {
          if (value === 'dontKnow' ? !dontKnow : !isWithin(value, 1, points)) return false;
          code = value === 'dontKnow' ? DONT_KNOW : value;
        } else if (key === 'certainty' && levels.length > 0) {
          if (!isWithin(value, levels[0], levels[levels.length - 1])) return false;
          codes[from + statements.length + place] = value - levels[0] + 1;
        } else {
          return false;
        }
      }
      if (code === 0) return false;
      codes[from + place] = code;
      count++;
    }
    return count > 0;
  }

  #encodeClaims(verdicts, row) {
    const { misconceptions } = this.#plan;
    if (!isPlain(verdicts) || Object.keys(verdicts).length !== misconceptions.length) return false;
    const { claims } = this.#block;
    for (let index = 0; index < misconceptions.length; index++) {
      const claim = this.#verdicts.get(verdicts[misconceptions[index]]);
      if (claim === undefined) return false;
      claims[row * misconceptions.length + index] = claim;
    }
    return true;
  }
}

const isWithin = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;

/** The value of a lowercase hexadecimal digit. */
function digit(text, place) {
  const code = text.charCodeAt(place);
  return code < 58 ? code - 48 : code - 87;
}

const ABOUT = ['id', 'version', 'format', 'shape', 'lang'];

/**
 * The part of a response before the answers, as one string; undefined if a part of it is not a
 * string. \0 can separate the parts, because no string that the core accepts contains it.
 */
function headOf({ widget, questionnaire }) {
  if (typeof widget !== 'string' || !isPlain(questionnaire)) return undefined;
  if (Object.keys(questionnaire).length !== ABOUT.length) return undefined;
  let head = widget;
  for (const key of ABOUT) {
    const value = questionnaire[key];
    if (typeof value !== 'string') return undefined;
    head += `\0${value}`;
  }
  return head;
}
