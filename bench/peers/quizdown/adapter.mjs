/**
 * Finds quizdown's answers, buttons and result in its shadow root; it shows one question per page.
 */
export default {
  title: 'quizdown 0.4.1',
  kind: 'peer',
  note: 'Its published bundle (Svelte + Markdown parser), open shadow root; right/wrong scoring only; its result page waits 800 ms by design.',
  option: (q, k) => {
    const root = document.querySelector('#quiz').shadowRoot;
    const labels = root?.querySelectorAll('label') ?? [];
    // There are ten labels while one question slides out and the next one slides in.
    return labels.length === 5 && root.textContent.includes(`Q${q + 1}:`) ? labels[k] : null;
  },
  answered: () => !!document.querySelector('#quiz').shadowRoot.querySelector('input:checked'),
  everyNext: true,
  // The buttons are hint, previous, next, evaluate (on the last question), reset.
  next: (q) => document.querySelector('#quiz').shadowRoot.querySelectorAll('button')[q === 4 ? 3 : 2],
  result: () => document.querySelector('#quiz').shadowRoot.querySelector('.top-list-item'),
};
