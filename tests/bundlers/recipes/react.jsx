/**
 * The author's own questionnaire on a page of React. Knows the component and the file.
 */
import { Scorecard } from 'misconception-scorecard/react';
import questionnaire from '../app/mine.json';

export function Beliefs() {
  const completed = ({ detail }) => {
    document.title = `${detail.headline.held} held`;
  };
  return (
    <Scorecard questionnaire={questionnaire} lang="en" onCompleted={completed}>
      <p>Two statements about the kitchen belong here. They need JavaScript.</p>
    </Scorecard>
  );
}
