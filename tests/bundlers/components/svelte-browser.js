/**
 * The page of Svelte in the browser. Knows the page.
 */
import { mount, unmount } from 'svelte';
import Page from './Page.svelte';

window.heard = [];
const hear =
  (name) =>
  ({ detail }) =>
    window.heard.push(detail === null ? name : `${name} ${JSON.stringify(detail).slice(0, 60)}`);
const page = mount(Page, { target: document.querySelector('#app'), props: { given: window.given, hear } });
window.unmount = () => unmount(page);
