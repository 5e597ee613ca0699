/**
 * A page of React with the component, for a server and for the browser. Knows the component; the
 * test passes its properties in `window.given`.
 */
import { StrictMode, useState } from 'react';
import { Scorecard } from 'misconception-scorecard/react';

export function Page({ heard, children, ...given }) {
  const [count, setCount] = useState(0);
  const hear = (name) => (event) => {
    heard.push(event.detail === null ? name : `${name} ${JSON.stringify(event.detail).slice(0, 60)}`);
    // The parent renders again at each event, with new objects that say the same.
    setCount((it) => it + 1);
  };
  const { questionnaire, answers, ...rest } = given;
  const copy = (value) => value && JSON.parse(JSON.stringify(value));
  return (
    <StrictMode>
      <p id="count">{count}</p>
      <Scorecard
        {...rest}
        questionnaire={copy(questionnaire)}
        answers={copy(answers)}
        onReady={hear('ready')}
        onStarted={hear('started')}
        onAnswered={hear('answered')}
        onCompleted={hear('completed')}
        onFailed={hear('failed')}
      >
        {children}
      </Scorecard>
    </StrictMode>
  );
}
