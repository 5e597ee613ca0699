/**
 * Finds the answers, the button and the scorecard of the content type, which is inside H5P's frame.
 */
export default {
  title: 'H5P player (h5p-standalone 3.8.2)',
  kind: 'lower bound',
  note: 'The player with the smallest content type possible, written here, for npm has no H5P content: a lower bound, real H5P question types add their own libraries. Runs in an iframe, as H5P does; FCP, layout shift and Event Timing inside a frame are not seen from the page.',
  option: (q, k) =>
    document.querySelector('iframe')?.contentDocument?.querySelectorAll('fieldset')[q]?.querySelectorAll('label')[k],
  answered: (q) =>
    !!document.querySelector('iframe').contentDocument.querySelectorAll('fieldset')[q].querySelector(':checked'),
  next: (q) => (q === 4 ? document.querySelector('iframe').contentDocument.querySelector('form button') : null),
  result: () => document.querySelector('iframe').contentDocument.querySelector('[data-scorecard]'),
};
