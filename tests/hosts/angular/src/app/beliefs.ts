/** A post. Knows the tag, but not what it does. */
import { CUSTOM_ELEMENTS_SCHEMA, Component } from '@angular/core';
import 'misconception-scorecard/define';

@Component({
  selector: 'app-beliefs',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Nobody came for the bread</h1>
    <p>The bakery closed its accounts because no post had sold a loaf. What do you believe about social media?</p>
    <misconception-scorecard lang="en">
      <p>Ten statements about social media belong here. They need JavaScript.</p>
    </misconception-scorecard>
    <p>The customers had used the accounts as a <em>door</em>, not as a shop window.</p>
  `,
})
export class Beliefs {}
