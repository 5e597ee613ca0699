/**
 * Starts the application. Knows the addresses of the pages, and has the tag defined; what stands in pages is theirs.
 */
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import 'misconception-scorecard/define';
import App from './App.vue';
import Beliefs from './pages/Beliefs.vue';
import Home from './pages/Home.vue';
import './style.css';

const routes = [
  { path: '/', component: Home },
  { path: '/beliefs', component: Beliefs },
];
createApp(App).use(createRouter({ history: createWebHistory(), routes })).mount('#app');
