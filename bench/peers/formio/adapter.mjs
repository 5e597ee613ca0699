/** Finds Form.io's answers and buttons. */
export default {
  title: '@formio/js 5.6.0',
  kind: 'peer',
  note: 'Its own renderer-only build (formio.form.min.js as shipped; bundling @formio/js/form with esbuild gave 14% more brotli bytes), Bootstrap 5 CSS; no scoring of its own, so the scorecard is the shared 20-line one.',
  option: (q, k) =>
    document.querySelectorAll('.formio-component-radio')[q]?.querySelectorAll('.form-check-label, .form-check label')[
      k
    ],
  answered: (q) => !!document.querySelectorAll('.formio-component-radio')[q]?.querySelector('input:checked'),
  next: (q) => (q === 4 ? document.querySelector('button[name="data[submit]"]') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
