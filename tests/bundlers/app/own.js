/**
 * A page's own script with its own questionnaire, which it imports from a JSON file. Knows the file
 * and the events.
 */
import { define } from 'misconception-scorecard';
import questionnaire from './mine.json';

const element = document.querySelector('misconception-scorecard');
element.questionnaire = questionnaire;
element.addEventListener('scorecard-completed', ({ detail }) => {
  document.title = `${detail.headline.held} held`;
});
define();
