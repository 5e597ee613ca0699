/**
 * Writes and reads texts with their translations as XLIFF, the exchange format of translators'
 * programs. Writes version 1.2, which all such programs read; reads versions 1.2 and 2. Must not
 * know the places of texts in a questionnaire.
 */
const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/**
 * `texts` are `[{ pointer, text, translation, where }]`; `where` is a note to the translator about
 * the place.
 */
export function xliffOf(texts, { from, to, name }) {
  const units = texts.flatMap(({ pointer, text, translation, where }) => [
    `<trans-unit id="${escaped(pointer)}" resname="${escaped(pointer)}" xml:space="preserve">`,
    `<source xml:lang="${escaped(from)}">${escaped(text)}</source>`,
    ...(translation ? [`<target xml:lang="${escaped(to)}">${escaped(translation)}</target>`] : []),
    `<note>${escaped(where)}</note>`,
    '</trans-unit>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `<file original="${escaped(name)}" source-language="${escaped(from)}" target-language="${escaped(to)}" datatype="plaintext">`,
    '<body>',
    ...units,
    '</body>',
    '</file>',
    '</xliff>',
    '',
  ].join('\n');
}

export const isXliff = (text) => /<xliff[\s>]/.test(text.slice(0, 2000));

/**
 * Returns `{ to, rows }`: the language, and the pointer and translation of each text. Throws an
 * error whose message is `broken`. `parse` parses XML and returns a DOM document.
 */
export function readXliff(text, parse = (xml) => new DOMParser().parseFromString(xml, 'text/xml')) {
  const xliff = parse(text);
  if (xliff.querySelector('parsererror')) throw new Error('broken');
  const to =
    xliff.querySelector('file[target-language]')?.getAttribute('target-language') ??
    xliff.documentElement.getAttribute('trgLang') ??
    undefined;
  const rows = [...xliff.querySelectorAll('trans-unit, unit')].map((unit) => ({
    place: unit.getAttribute('resname') ?? unit.getAttribute('name') ?? unit.getAttribute('id') ?? '',
    translation: targetsOf(unit).join('').trim(),
  }));
  return { to, rows };
}

/** The parts of a translation: version 2 divides a text into segments. */
function targetsOf(unit) {
  const own = [...unit.querySelectorAll('target')].filter((it) => it.closest('alt-trans, matches') === null);
  return own.map((it) => it.textContent);
}
