/**
 * The application of Vue in the browser. Knows the application.
 */
import { application } from './vue.js';

window.heard = [];
const app = application(window.given, window.heard, document.querySelector('#app').hasChildNodes());
const page = app.mount('#app');
window.render = (more) => Object.assign(page.given, more);
window.unmount = () => app.unmount();
