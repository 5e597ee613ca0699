/** A post. Knows the component, but not how it gets into the page. */
import { Scorecard } from 'misconception-scorecard/react';

export default function Beliefs() {
  return (
    <article>
      <h1>Nobody came for the bread</h1>
      <p>The bakery closed its accounts because no post had sold a loaf. What do you believe about social media?</p>
      <Scorecard lang="en">
        <p>Ten statements about social media belong here. They need JavaScript.</p>
      </Scorecard>
      <p>
        The customers had used the accounts as a <em>door</em>, not as a shop window.
      </p>
    </article>
  );
}
