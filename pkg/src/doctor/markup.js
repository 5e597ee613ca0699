/**
 * Finds out what has become of the tag on its way into the page: it was never closed, or Markdown
 * has torn it apart. This is judged by what is in the tag and right after it. What may well be
 * intended is not reported.
 */

const NAME = 'misconception-scorecard';
const MARK = `data-${NAME}`;
const JSON_SCRIPT = 'script[type="application/json"]';
/** Elements that no fallback has. */
const OF_PAGES = `main, nav, ${NAME}, [${MARK}], :scope > footer`;
/** Elements that a fallback may have, but more than `MOST` of them look like an article. */
const OF_ARTICLES = ':scope > :is(h1, h2, article, section, aside, form, iframe, hr)';
const MOST = 2;
/** A questionnaire as text, with any kind of quotes. */
const QUESTIONNAIRE = /(\p{Pi}|\p{Pf}|\p{Ps}|["'])misconceptions(\p{Pi}|\p{Pf}|["'])\s*:/u;
const AROUND = `In Markdown, put an empty line before the tag and none in it. In MkDocs, put everything between
<div markdown="0">
and </div>.`;

/** The messages about the markup in and around `element`. */
export function mangled(element) {
  // Only the parser puts into a tag what comes after it, so the element in a marked place is judged
  // by that place.
  const { parentElement } = element;
  const tag = parentElement?.hasAttribute(MARK) ? parentElement : element;
  return [swallowed(tag, element), displaced(element) ?? fallenOut(element)].filter(Boolean);
}

/** The advice if Markdown has changed the JSON in a tag; undefined if it has not. */
export function rewritten(json) {
  if (!/<\/?p>|&quot;/.test(json)) return undefined;
  return `Markdown has put paragraphs into it, as it does after an empty line. ${AROUND}`;
}

/**
 * A tag that was closed by `/>`: in HTML it then contains everything up to the end of its parent.
 */
function swallowed(tag, element) {
  const isLast = !tag.nextElementSibling;
  const [sign] = element.querySelectorAll(OF_PAGES);
  const blocks = element.querySelectorAll(OF_ARTICLES);
  if (!isLast || (!sign && blocks.length <= MOST)) return undefined;
  const whole = tag.cloneNode().outerHTML;
  return `This tag contains what looks like the rest of the page, such as <${(sign ?? blocks[0]).localName}>.
Readers do not see it. In HTML, /> does not close a tag: it needs a closing tag. Write
${whole}`;
}

/** The questionnaire is there, but not as a child of the tag. */
function displaced(element) {
  const { questionnaire, src } = element;
  if (questionnaire !== undefined || src || element.querySelector(`:scope > ${JSON_SCRIPT}`)) return undefined;
  const paragraph = element.closest('p');
  const next = (paragraph?.lastElementChild === element ? paragraph : element).nextElementSibling;
  let where;
  if (element.querySelector(JSON_SCRIPT))
    where = `in a <${element.querySelector(JSON_SCRIPT).parentElement.localName}>`;
  else if (next?.matches(JSON_SCRIPT) && QUESTIONNAIRE.test(next.textContent)) where = 'after the tag';
  else if ([...element.querySelectorAll('script')].some((it) => QUESTIONNAIRE.test(it.textContent))) {
    return `The questionnaire in this tag is not used, because its script has another type. Write
<script type="application/json">`;
  } else if (QUESTIONNAIRE.test(element.textContent)) where = 'in the tag as text';
  if (!where) return undefined;
  return `The questionnaire of this tag is not its child, but is ${where}, so the built-in one is shown. Markdown
and editors do that. A file always works:
<${NAME} src="/mine.json"></${NAME}>
${AROUND}`;
}

/** The fallback is after the tag and stays visible, because a `<p>` in a `<p>` closes both. */
function fallenOut(element) {
  const { parentElement } = element;
  const isEmpty = !element.textContent.trim() && !element.querySelector(':not(br)');
  if (!isEmpty || parentElement?.localName !== 'p' || parentElement.lastElementChild !== element) return undefined;
  // The closing tag of the paragraph becomes an empty paragraph, because the paragraph was closed
  // already.
  const isLeft = (it) => it.localName === 'p' && !it.hasChildNodes() && !it.attributes.length;
  let next = parentElement.nextElementSibling;
  if (!next || isLeft(next)) return undefined;
  while (next && !isLeft(next) && next.localName === 'p') next = next.nextElementSibling;
  if (!next || !isLeft(next)) return undefined;
  return `The content of this tag is after it and stays on the page, because the tag is in a paragraph. ${AROUND}`;
}
