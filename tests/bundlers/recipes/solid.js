/**
 * The author's own questionnaire on a page of Solid, in templates that need no compiler. Knows the
 * tag and the file.
 */
import html from 'solid-js/html';
import 'misconception-scorecard/define';
import questionnaire from '../app/mine.json';

export function Beliefs() {
  const completed = ({ detail }) => {
    document.title = `${detail.headline.held} held`;
  };
  return html`<misconception-scorecard lang="en" prop:questionnaire=${questionnaire} on:scorecard-completed=${completed}>
    <p>Two statements about the kitchen belong here. They need JavaScript.</p>
  </misconception-scorecard>`;
}
