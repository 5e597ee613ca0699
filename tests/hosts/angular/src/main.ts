/** Starts the application. Knows the paths of the pages, but not their content. */
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App } from './app/app';
import { Beliefs } from './app/beliefs';
import { Home } from './app/home';
import { Kitchen } from './app/kitchen';

const routes = [
  { path: '', component: Home },
  { path: 'beliefs', component: Beliefs },
  { path: 'kitchen', component: Kitchen },
];
bootstrapApplication(App, { providers: [provideRouter(routes)] }).catch((error) => console.error(error));
