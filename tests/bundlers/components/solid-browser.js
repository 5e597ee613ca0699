/**
 * A page of Solid with the bare tag, in templates that need no compiler. Knows the tag's properties
 * and events.
 */
import { render } from 'solid-js/web';
import html from 'solid-js/html';
import { define } from 'misconception-scorecard';

define();
window.heard = [];
const hear =
  (name) =>
  ({ detail }) =>
    window.heard.push(detail === null ? name : `${name} ${JSON.stringify(detail).slice(0, 60)}`);
const page = () => html`<misconception-scorecard
  load="now"
  layout=${window.given.layout}
  prop:questionnaire=${window.given.questionnaire}
  on:scorecard-ready=${hear('ready')}
  on:scorecard-started=${hear('started')}
  on:scorecard-answered=${hear('answered')}
  on:scorecard-completed=${hear('completed')}
  ><p>Questions belong here.</p></misconception-scorecard
>`;
window.unmount = render(page, document.querySelector('#app'));
