/** Where quizdown has its answers, its buttons and its result, inside its shadow root; one question a page. */
export default {
  title: 'quizdown 0.4.1',
  kind: 'peer',
  note: 'Its published bundle (Svelte + Markdown parser), open shadow root; right/wrong scoring only; its result page waits 800 ms by design.',
  option: (q, k) => {
    const root = document.querySelector('#quiz').shadowRoot;
    const labels = root?.querySelectorAll('label') ?? [];
    // While one question slides out and the next one in, there are ten.
    return labels.length === 5 && root.textContent.includes(`Q${q + 1}:`) ? labels[k] : null;
  },
  answered: () => !!document.querySelector('#quiz').shadowRoot.querySelector('input:checked'),
  everyNext: true,
  // Hint, previous, next, on the last question evaluate, reset.
  next: (q) => document.querySelector('#quiz').shadowRoot.querySelectorAll('button')[q === 4 ? 3 : 2],
  result: () => document.querySelector('#quiz').shadowRoot.querySelector('.top-list-item'),
};
