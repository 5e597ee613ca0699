/**
 * The application of Vue as a server renders it. Knows the application.
 */
import { renderToString } from 'vue/server-renderer';
import { application } from './vue.js';

const given = JSON.parse(process.argv[2]);
console.log(JSON.stringify([given, await renderToString(application(given, []))]));
