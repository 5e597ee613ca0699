/** A page with its own questionnaire. Knows the file, the events and the state of the element. */
import { useRef, useState } from 'react';
import { Scorecard } from 'misconception-scorecard/react';
import questionnaire from '../mine.json';

export default function Kitchen() {
  const card = useRef(null);
  const [answer, setAnswer] = useState('');

  const completed = ({ detail }) => {
    document.title = `${detail.headline.held} held`;
  };

  async function ask() {
    const element = card.current;
    const told = await element.ready.then(({ id }) => id, ({ code }) => code);
    setAnswer(`${told}: ${element.state}, ${element.problems.length} problems`);
  }

  return (
    <article>
      <h1>In the kitchen</h1>
      <Scorecard ref={card} questionnaire={questionnaire} lang="en" onCompleted={completed}>
        <p>Two statements about the kitchen belong here. They need JavaScript.</p>
      </Scorecard>
      <p>
        <button type="button" id="ask" onClick={ask}>What does it show?</button> <output>{answer}</output>
      </p>
    </article>
  );
}
