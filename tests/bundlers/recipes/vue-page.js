/**
 * Puts the recipe for Vue into a page. Knows the recipe.
 */
import { createApp } from 'vue';
import Beliefs from './vue.js';

createApp(Beliefs).mount('#app');
