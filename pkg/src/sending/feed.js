/**
 * Shows how others answered, beside the reader's own verdicts, and the suggestions that were
 * published. This file fetches and reads the feed that contract/CONTRACT.md describes, once a
 * scorecard is shown. It counts nothing itself.
 */
import style from '#feed-style';
import en from '../../../messages/sending/feed.en.json' with { type: 'json' };
import nb from '../../../messages/sending/feed.nb.json' with { type: 'json' };
import { nearest } from '../data/language.js';

const TEXTS = { en, nb };
/** The fewest answers of others for which shares are shown. */
const LEAST = 10;
/** How long to wait for the feed, in milliseconds. */
const PATIENCE = 10_000;
/** How many suggestions are shown, and how long each text may be, in UTF-16 units. */
const MOST = 50;
const LONGEST = 4000;

export default (/** @type {import('./sending.js').Parts} */ parts) => new Others(parts);

class Others {
  address;
  #parts;
  /** What was fetched: the counts per misconception, and the suggestions. */
  #feed = /** @type {ReturnType<typeof read> | undefined} */ (undefined);

  constructor(parts) {
    this.address = parts.address;
    this.#parts = parts;
    this.#load();
  }

  async #load() {
    const { questionnaire } = this.#parts;
    const { id, version } = questionnaire();
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const options = /** @type {const} */ ({ credentials: 'omit', referrerPolicy: 'no-referrer' });
      const response = await fetch(new URL(this.address, document.baseURI), { ...options, signal });
      if (response.ok) this.#feed = read(await response.json(), id, version);
    } catch {
      // Without a feed nothing is shown.
    }
    this.follow();
  }

  /** Removes what is shown, because the author has set another feed or none. */
  stop() {
    this.#feed = undefined;
    for (const it of this.#parts.own.node?.querySelectorAll('.others, .published') ?? []) it.remove();
  }

  /** Adapts what is shown to the current screen. */
  follow() {
    const { own, questionnaire } = this.#parts;
    const { node } = own;
    if (!this.#feed || !node?.querySelector('.share')) return;
    const { lang, id, version, misconceptions } = questionnaire();
    const { about, counts, made, suggestions } = this.#feed;
    if (about !== `${id} ${version}`) return;
    own.wear(style);
    const spoken = nearest(lang, Object.keys(TEXTS)) ?? 'en';
    misconceptions.forEach((it, index) => {
      const row = node.querySelector(`.name a[href="#misconception-${index}"]`)?.closest('tr');
      const found = counts.get(it.id);
      if (found && row && !row.querySelector('.others')) row.append(cell(found, spoken));
    });
    const profile = node.querySelector('.profile, .flat');
    const isCounted = Boolean(node.querySelector('td.others'));
    if (isCounted && profile && !node.querySelector('p.others')) profile.after(hint(made, spoken));
    const place = node.querySelector('.suggest');
    if (place && !node.querySelector('.published')) place.before(...suggestions.map(published));
  }
}

/**
 * Reads a feed. It keeps only what the contract allows, and nothing of a feed for another
 * questionnaire or version.
 */
export function read(feed, id, version) {
  const isThis = feed?.feed === '1' && feed.questionnaire?.id === id && feed.questionnaire?.version === version;
  const isCount = (value) => Number.isInteger(value) && value >= 0;
  const counts = new Map();
  for (const it of (isThis && feed.misconceptions) || []) {
    const { held, leaning, unsure, notHeld, classified } = it;
    const isWhole = [held, leaning, unsure, notHeld].every(isCount) && held + leaning + unsure + notHeld === classified;
    if (isWhole && classified >= LEAST) counts.set(it.id, { classified, held, leaning });
  }
  const isText = (value) => typeof value === 'string' && value.length <= LONGEST;
  const suggestions = ((isThis && feed.suggestions) || [])
    .filter((it) => isText(it?.text) && it.text.trim())
    .slice(0, MOST);
  const made = /^\d{4}-\d\d-\d\d$/.test(feed?.made) ? feed.made : '';
  return { about: isThis ? `${id} ${version}` : '', counts, made, suggestions };
}

/** The shares of others who hold a misconception or lean towards it, in words and as a bar. */
function cell({ classified, held, leaning }, lang) {
  const td = make('td', 'others');
  td.setAttribute('role', 'cell');
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  const shares = { n: new Intl.NumberFormat(lang).format(classified), held: percent.format(held / classified) };
  const texts = TEXTS[lang];
  const sentence =
    leaning > 0
      ? fill(texts.others, { ...shares, leaning: percent.format(leaning / classified) })
      : fill(texts.othersFew, shares);
  const bar = make('span', 'shares');
  bar.setAttribute('aria-hidden', 'true');
  for (const [name, count] of Object.entries({ held, leaning })) {
    const part = make('span', `share-${name}`);
    part.style.inlineSize = `${(100 * count) / classified}%`;
    bar.append(part);
  }
  td.append(spoken('span', sentence, lang), bar);
  return td;
}

/** A line that says who the others are, and when they were counted. */
function hint(made, lang) {
  const date = made && new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(made));
  const line = spoken('p', fill(TEXTS[lang].othersHint, { date }), lang);
  line.className = 'hint others';
  return line;
}

/** A suggestion that a person has read and then published. */
function published({ text, by, answer, lang }) {
  const div = make('div', 'suggestion published');
  const quote = make('blockquote');
  quote.append(...paragraphs(text));
  if (typeof by === 'string' && by) quote.append(Object.assign(make('p', 'source'), { textContent: by }));
  div.append(quote);
  if (typeof answer === 'string') div.append(...paragraphs(answer));
  if (typeof lang === 'string') div.lang = lang;
  div.dir = 'auto';
  return div;
}

const paragraphs = (text) =>
  text
    .split(/\n\s*\n/)
    .filter((it) => it.trim())
    .map((it) => Object.assign(make('p'), { textContent: it }));

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const spoken = (tag, text, lang) => Object.assign(make(tag), { textContent: text, lang, dir: 'auto' });

function make(tag, name = '') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}
