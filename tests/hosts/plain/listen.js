/**
 * A script for the whole site, because its pages have no scripts of their own. Knows the events and
 * the state of the element, but no page.
 */
document.addEventListener('scorecard-completed', ({ detail }) => {
  document.title = `${detail.headline.held} held`;
});

document.addEventListener('click', async ({ target }) => {
  if (target.id !== 'ask') return;
  const element = document.querySelector('misconception-scorecard');
  const told = await element.ready.then(({ id }) => id, ({ code }) => code);
  document.querySelector('output').value = `${told}: ${element.state}, ${element.problems.length} problems`;
});
