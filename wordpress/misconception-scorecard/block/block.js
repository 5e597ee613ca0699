/**
 * The block in the editor: its settings, and the real widget as a preview. Knows WordPress's
 * packages and the data that PHP passes; what readers get is printed by PHP. Loaded as a module, so
 * its names are not global.
 */
const { registerBlockType } = wp.blocks;
const { createElement: h, useEffect, useRef } = wp.element;
const { InspectorControls, useBlockProps } = wp.blockEditor;
const { Disabled, PanelBody, SelectControl, ToggleControl } = wp.components;
const { questionnaires, script, site, words } = window.misconceptionScorecard;
const TAG = 'misconception-scorecard';
const CHOICES = {
  layout: ['paged', 'list'],
  feedback: ['end', 'each'],
  order: ['interleaved', 'author', 'shuffled'],
};
const THEMES = ['auto', 'light', 'dark'];

/**
 * Loads the widget's script into a document. The editor may show its content in an iframe, which
 * has its own element registry.
 */
function bringScript(document) {
  if (document.defaultView.customElements.get(TAG) || document.querySelector(`script[data-${TAG}]`)) return;
  const element = document.createElement('script');
  element.type = 'module';
  element.src = script;
  element.setAttribute(`data-${TAG}`, '');
  document.head.append(element);
}

function Preview({ chosen, about }) {
  const place = useRef(null);
  const key = JSON.stringify([chosen, about]);
  useEffect(() => {
    const { ownerDocument } = place.current;
    bringScript(ownerDocument);
    const element = ownerDocument.createElement(TAG);
    const { lang, layout, feedback, order, theme } = chosen;
    const attributes = { lang: lang || site, layout, feedback, order, theme, storage: 'none', load: 'now' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (about.src) element.setAttribute('src', about.src);
    place.current.replaceChildren(element);
  }, [key]);
  return h('div', { ref: place });
}

function Edit({ attributes, setAttributes }) {
  const about = questionnaires.find(({ id }) => id === attributes.questionnaire);
  const select = (name, label, options) =>
    h(SelectControl, {
      key: name,
      label,
      value: attributes[name],
      options: options.map(([value, text]) => ({ value, label: text })),
      onChange: (value) => setAttributes({ [name]: value }),
      __nextHasNoMarginBottom: true,
    });
  const toggle = (name) =>
    h(ToggleControl, {
      key: name,
      label: words[name],
      help: words[`${name}Help`],
      checked: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });
  const named = (values) => values.map((value) => [value, words[value]]);
  const known = questionnaires.map(({ id, title }) => [id, title]);
  const listed = about ? known : [[attributes.questionnaire, attributes.questionnaire], ...known];
  const languages = [['', words.siteLanguage], ...(about?.languages ?? []).map((lang) => [lang, lang])];
  return h(
    'div',
    useBlockProps(),
    h(
      InspectorControls,
      null,
      h(
        PanelBody,
        { title: words.questionnaire },
        select('questionnaire', words.questionnaire, listed),
        select('lang', words.language, languages),
      ),
      h(PanelBody, { title: words.readers }, toggle('send'), toggle('others')),
      h(
        PanelBody,
        { title: words.display, initialOpen: false },
        Object.entries(CHOICES).map(([name, values]) => select(name, words[name], named(values))),
        select('theme', words.theme, named(THEMES)),
      ),
    ),
    about ? h(Disabled, null, h(Preview, { chosen: attributes, about })) : h('p', null, words.missing),
  );
}

registerBlockType('misconception-scorecard/scorecard', {
  title: words.title,
  description: words.description,
  edit: Edit,
  save: () => null,
});
