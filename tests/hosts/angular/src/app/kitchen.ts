/** A page with its own questionnaire. Knows the file, the events and the state of the element. */
import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import type { MisconceptionScorecard, ScorecardEvents } from 'misconception-scorecard';
import 'misconception-scorecard/define';
import questionnaire from '../mine.json';

@Component({
  selector: 'app-kitchen',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>In the kitchen</h1>
    <misconception-scorecard #card lang="en" [questionnaire]="questionnaire" (scorecard-completed)="completed($event)">
      <p>Two statements about the kitchen belong here. They need JavaScript.</p>
    </misconception-scorecard>
    <p><button type="button" id="ask" (click)="ask(card)">What does it show?</button> <output>{{ answer() }}</output></p>
  `,
})
export class Kitchen {
  questionnaire = questionnaire;
  answer = signal('');

  completed({ detail }: ScorecardEvents['scorecard-completed']) {
    document.title = `${detail.headline.held} held`;
  }

  async ask(element: MisconceptionScorecard) {
    const told = await element.ready.then(({ id }) => id, ({ code }) => code);
    this.answer.set(`${told}: ${element.state}, ${element.problems.length} problems`);
  }
}
