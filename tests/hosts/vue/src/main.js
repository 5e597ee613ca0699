/**
 * Starts the application, and makes the tag known. Knows the paths of the pages, but not their
 * content.
 */
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import scorecard from 'misconception-scorecard/vue';
import App from './App.vue';
import Beliefs from './pages/Beliefs.vue';
import Home from './pages/Home.vue';
import './style.css';

const routes = [
  { path: '/', component: Home },
  { path: '/beliefs', component: Beliefs },
];
const router = createRouter({ history: createWebHistory(), routes });
createApp(App).use(router).use(scorecard).mount('#app');
