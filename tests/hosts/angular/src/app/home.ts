/** The home page. Must not know the posts. */
import { Component } from '@angular/core';

@Component({
  selector: 'app-home',
  template: `
    <h1>The Shop Floor</h1>
    <p>Posts about shops.</p>
  `,
})
export class Home {}
