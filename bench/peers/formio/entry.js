/**
 * The content as a Form.io form. `Formio` is a global of Form.io's own bundle, which an earlier
 * script loads.
 */
import 'bootstrap/dist/css/bootstrap.min.css';
import '@formio/js/dist/formio.form.min.css';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';
import { scorecardHTML } from '../../shared/score.mjs';

const root = document.getElementById('quiz');
const questions = ITEMS.map((it) => ({
  type: 'radio',
  key: it.id,
  label: it.statement,
  input: true,
  validate: { required: true },
  values: SCALE.map((label, value) => ({ label, value: String(value) })),
}));
const button = { type: 'button', action: 'submit', key: 'submit', label: 'See my scorecard', input: true };
globalThis.Formio.createForm(root, { title: TITLE, components: [...questions, button] }, { noAlerts: true }).then((form) => {
  form.nosubmit = true;
  form.on('submit', ({ data }) => {
    root.innerHTML = scorecardHTML(ITEMS.map((it) => +data[it.id]));
  });
});
