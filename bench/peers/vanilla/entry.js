/** The content without any library, in the shortest script that does the work. */
import '../../shared/quiz.css';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';
import { scorecardHTML } from '../../shared/score.mjs';

const root = document.getElementById('quiz');
root.innerHTML = `<h1>${TITLE}</h1><form>` +
  ITEMS.map((it) => `<fieldset><legend>${it.statement}</legend>` +
    SCALE.map((s, k) => `<label><input type="radio" name="${it.id}" value="${k}" required>${s}</label>`).join('') +
    '</fieldset>').join('') +
  '<button disabled>See my scorecard</button></form><div aria-live="polite"></div>';

const form = root.querySelector('form');
form.addEventListener('change', () => {
  form.querySelector('button').disabled = !form.checkValidity();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(form);
  form.nextSibling.innerHTML = scorecardHTML(ITEMS.map((it) => +data.get(it.id)));
  form.hidden = true;
});
