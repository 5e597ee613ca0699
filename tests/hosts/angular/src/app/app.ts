/** All pages. Knows where the others are; nothing of the questionnaire. */
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
