/**
 * Puts the recipe for Solid into a page. Knows the recipe.
 */
import { render } from 'solid-js/web';
import { Beliefs } from './solid.js';

render(Beliefs, document.querySelector('#app'));
