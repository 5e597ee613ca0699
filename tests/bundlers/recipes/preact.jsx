/** @jsxImportSource preact */
/**
 * The author's own questionnaire on a page of Preact. Knows the tag and the file.
 */
import { define } from 'misconception-scorecard';
import questionnaire from '../app/mine.json';

// Before the first tag is made: until then Preact writes attributes.
define();

export function Beliefs() {
  const completed = ({ detail }) => {
    document.title = `${detail.headline.held} held`;
  };
  return (
    <misconception-scorecard lang="en" questionnaire={questionnaire} onscorecard-completed={completed}>
      <p>Two statements about the kitchen belong here. They need JavaScript.</p>
    </misconception-scorecard>
  );
}
