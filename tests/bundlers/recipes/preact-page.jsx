/** @jsxImportSource preact */
/**
 * Puts the recipe for Preact into a page. Knows the recipe.
 */
import { render } from 'preact';
import { Beliefs } from './preact.jsx';

render(<Beliefs />, document.querySelector('#app'));
