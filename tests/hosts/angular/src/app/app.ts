/** The frame of all pages. Knows their links, but not the questionnaire. */
import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/">Home</a> <a routerLink="/beliefs">Beliefs</a> <a routerLink="/kitchen">Kitchen</a></nav>
    <main><router-outlet /></main>
  `,
})
export class App {}
