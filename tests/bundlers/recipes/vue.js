/**
 * The author's own questionnaire on a page of Vue. Knows the component and the file.
 */
import { Scorecard } from 'misconception-scorecard/vue';
import questionnaire from '../app/mine.json';

export default {
  components: { Scorecard },
  setup() {
    const completed = ({ detail }) => {
      document.title = `${detail.headline.held} held`;
    };
    return { questionnaire, completed };
  },
  template: `
    <Scorecard :questionnaire="questionnaire" lang="en" @scorecard-completed="completed">
      <p>Two statements about the kitchen belong here. They need JavaScript.</p>
    </Scorecard>
  `,
};
