/**
 * Starts the application. Knows the addresses of the pages, and has the tag known; what stands in pages is theirs.
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
