/**
 * The page of React in the browser, rendered anew or hydrated. Knows the page.
 */
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Page } from './react.jsx';

window.heard = [];
const place = document.querySelector('#app');
const page = (more) => (
  <Page heard={window.heard} {...window.given} {...more}>
    {window.given.html ? undefined : <p>Questions belong here.</p>}
  </Page>
);
const isSent = place.hasChildNodes();
const root = isSent ? hydrateRoot(place, page()) : createRoot(place);
if (!isSent) root.render(page());
window.render = (more) => root.render(page(more));
window.unmount = () => root.unmount();
