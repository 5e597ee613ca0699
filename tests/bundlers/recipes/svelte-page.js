/**
 * Puts the recipe for Svelte into a page. Knows the recipe.
 */
import { mount } from 'svelte';
import Beliefs from './Beliefs.svelte';

mount(Beliefs, { target: document.querySelector('#app') });
