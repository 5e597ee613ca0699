/** A script of the whole site, for pages that have no script of their own: listens, and asks what is shown. Knows no page. */
document.addEventListener('scorecard-completed', ({ detail }) => {
  document.title = `${detail.headline.held} held`;
});

document.addEventListener('click', async ({ target }) => {
  if (target.id !== 'ask') return;
  const element = document.querySelector('misconception-scorecard');
  const told = await element.ready.then(({ id }) => id, ({ code }) => code);
  document.querySelector('output').value = `${told}: ${element.state}, ${element.problems.length} problems`;
});
