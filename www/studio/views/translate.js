/**
 * A translation beside its original, and the way to a translator and back. Knows the languages of the questionnaire; where
 * translated texts stand, others know.
 */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { languagesOf, translatedPointer, withValue } from '../data/edits.js';
import { isBlank, pointerOf } from '../data/pointers.js';
import { csvOf, rowsOf } from '../data/table.js';
import { textsOf, translationOf, withTranslation } from '../data/translations.js';
import * as desk from '../desk.js';
import { readFile } from '../keep/files.js';
import { nameOf } from '../publish/made.js';
import { saveBytes } from '../publish/save.js';
import { languageName, languageOptions, t } from '../texts/words.js';
import { Button, Field, Notes, Select, Tick } from './parts.js';

const COLUMNS = ['place', 'where', 'original', 'translation'];

export function Translate({ document, section, report }) {
  const languages = languagesOf(document);
  const lang = languages.includes(section) ? section : languages[0];
  const offered = languageOptions(undefined).filter(([tag]) => tag !== document.lang && !languages.includes(tag));
  const go = (tag) => desk.page.go({ view: 'translate', section: tag });
  const begin = (tag) => {
    if (!tag) return;
    desk.change((it) => withValue(it, pointerOf('translations', tag), {}), {
      place: { view: 'translate', section: tag },
    });
    go(tag);
  };
  return h(
    'div',
    { class: 'section translate' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.translate.title)),
    h(Notes, { at: '/translations', notes: report.places.get('/translations') }),
    h(
      'div',
      { class: 'beside' },
      languages.length > 0 &&
        h(Select, {
          at: 'translate-lang',
          label: t.translate.into,
          value: lang,
          options: languages.map((tag) => [tag, languageName(tag)]),
          choose: go,
        }),
      h(Select, {
        at: 'translate-add',
        label: t.translate.add,
        value: '',
        options: [['', t.translate.choose], ...offered],
        choose: begin,
      }),
    ),
    lang ? h(Pairs, { key: lang, document, lang, places: report.places }) : h('p', { class: 'help' }, t.translate.none),
  );
}

function Pairs({ document, lang, places }) {
  const [isOnlyMissing, onlyMissing] = useState(false);
  const texts = textsOf(document).map((it) => ({ ...it, translation: translationOf(document, it.pointer, lang) }));
  const missing = texts.filter(({ translation }) => isBlank(translation)).length;
  const own = pointerOf('translations', lang);
  const shown = isOnlyMissing ? texts.filter(({ translation }) => isBlank(translation)) : texts;
  return h(
    'div',
    { 'data-at': own },
    h('p', { class: 'count', role: 'status' }, t.translate.count(texts.length - missing, texts.length)),
    h('span', { id: `at${own}-title`, tabIndex: -1 }),
    h(Notes, { at: own, notes: places.get(own) }),
    h(Exchange, { document, lang, texts }),
    h(Tick, { at: 'translate-missing', label: t.translate.onlyMissing, value: isOnlyMissing, choose: onlyMissing }),
    h(
      'ol',
      { class: 'pairs', role: 'list' },
      shown.map(({ pointer, text, translation }) => {
        const place = translatedPointer(document, pointer, lang);
        return h(
          'li',
          { key: pointer },
          h('p', { class: 'original', lang: document.lang, id: `${pointer}-original` }, text),
          h(Field, {
            at: place,
            label: t.where(pointer, document),
            value: translation,
            lang,
            isLong: true,
            notes: places.get(place),
            write: writer(pointer, lang),
          }),
        );
      }),
    ),
    h(
      'p',
      null,
      h(Button, {
        kind: 'quiet',
        label: t.translate.remove(languageName(lang)),
        act: () => {
          desk.change((it) => withValue(it, own, undefined));
          desk.page.say(t.removed(languageName(lang)));
        },
      }),
    ),
  );
}

/** Functions by place, the same each time, so that a field that has not changed is not drawn again. */
const writers = new Map();
function writer(pointer, lang) {
  const key = `${lang} ${pointer}`;
  if (!writers.has(key)) {
    writers.set(key, (text) =>
      desk.change((document) => withTranslation(document, pointer, lang, text), {
        group: key,
        place: { view: 'translate', section: lang },
      }),
    );
  }
  return writers.get(key);
}

/** To a translator and back, as a table that any spreadsheet opens. */
function Exchange({ document, lang, texts }) {
  const name = `${nameOf(document)}.${lang}.csv`;
  const save = () => {
    const rows = texts.map(({ pointer, text, translation }) => ({
      place: pointer,
      where: t.where(pointer, document),
      original: text,
      translation,
    }));
    saveBytes(csvOf(rows, COLUMNS), name, 'text/csv');
    desk.page.say(t.said.saved(name));
  };
  const take = async (file) => {
    try {
      const { taken, left } = takeTranslations(document, lang, await readFile(file));
      desk.change(() => taken, { place: { view: 'translate', section: lang } });
      desk.page.say(t.translate.taken(left));
    } catch ({ message }) {
      desk.page.say(message === 'columns' ? t.translate.noColumns : t.said.tooLarge(file.name));
    }
  };
  return h(
    'div',
    { class: 'acts exchange' },
    h(Button, { label: t.translate.save, act: save }),
    h(
      'label',
      { class: 'button' },
      t.translate.open,
      h('input', {
        type: 'file',
        name: 'translated',
        accept: '.csv,text/csv,text/plain',
        onChange: ({ currentTarget }) => {
          if (currentTarget.files[0]) take(currentTarget.files[0]);
          currentTarget.value = '';
        },
      }),
    ),
  );
}

/** `{ taken, left }`: the document with what is in a translator's table, and the places in it that there are not any more. */
export function takeTranslations(document, lang, csv) {
  const [head = [], ...rows] = rowsOf(csv);
  const names = head.map((it) => it.toLowerCase());
  const [place, translation] = ['place', 'translation'].map((it) => names.indexOf(it));
  if (place < 0 || translation < 0) throw new Error('columns');
  const known = new Set(textsOf(document).map(({ pointer }) => pointer));
  const left = [];
  let taken = document;
  for (const row of rows) {
    if (!known.has(row[place])) left.push(row[place]);
    else if (row[translation]) taken = withTranslation(taken, row[place], lang, row[translation]);
  }
  return { taken, left };
}
