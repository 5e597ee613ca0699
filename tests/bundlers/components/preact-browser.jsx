/** @jsxImportSource preact */
/**
 * A page of Preact with the bare tag. Knows the tag's properties and events.
 */
import { render } from 'preact';
import { define } from 'misconception-scorecard';

// Before the first tag: until then Preact writes attributes, which cannot hold an object.
define();
window.heard = [];
const hear =
  (name) =>
  ({ detail }) =>
    window.heard.push(detail === null ? name : `${name} ${JSON.stringify(detail).slice(0, 60)}`);
window.render = (more) =>
  render(
    <misconception-scorecard
      load="now"
      {...window.given}
      {...more}
      onscorecard-ready={hear('ready')}
      onscorecard-started={hear('started')}
      onscorecard-answered={hear('answered')}
      onscorecard-completed={hear('completed')}
    />,
    document.querySelector('#app'),
  );
window.render({});
window.unmount = () => render(null, document.querySelector('#app'));
