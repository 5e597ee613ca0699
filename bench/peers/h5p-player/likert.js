/**
 * The content as the smallest possible H5P content type: five groups of radio buttons, then the
 * scorecard.
 */
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';
import { scorecardHTML } from '../../shared/score.mjs';

window.H5P.PlainLikert = class {
  constructor(params, id) { this.id = id; }
  attach($container) {
    const root = $container[0] ?? $container;
    root.innerHTML = `<h1>${TITLE}</h1><form>` + ITEMS.map((it) => `<fieldset><legend>${it.statement}</legend>` +
      SCALE.map((s, k) => `<label><input type="radio" name="${it.id}" value="${k}" required>${s}</label>`).join('') + '</fieldset>').join('') +
      '<button>See my scorecard</button></form>';
    const form = root.querySelector('form');
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      const data = new FormData(form);
      root.innerHTML = scorecardHTML(ITEMS.map((it) => +data.get(it.id)));
    });
  }
};
