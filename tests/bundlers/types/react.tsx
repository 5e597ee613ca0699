/**
 * The component and the bare tag in React's JSX. Knows the types only.
 */
import { useRef } from 'react';
import type { MisconceptionScorecard } from 'misconception-scorecard';
import { Scorecard } from 'misconception-scorecard/react';
import mine from '../app/mine.json' with { type: 'json' };

export function Page({ html }: { html: string }) {
  const element = useRef<MisconceptionScorecard>(null);
  return (
    <>
      <Scorecard
        ref={element}
        questionnaire={mine}
        answers={{ 'salt-1': { agreement: 1 } }}
        lang="en"
        layout="list"
        className="wide"
        debug
        onReady={({ detail }) => console.log(detail.id)}
        onCompleted={({ detail }) => console.log(detail.headline.held)}
        onReset={({ detail }) => console.log(detail satisfies null)}
        onFailed={({ detail }) => console.log(detail.code)}
      >
        <p>Questions belong here.</p>
      </Scorecard>
      <Scorecard html={html} />
      <misconception-scorecard lang="en" src="/mine.json" onscorecard-completed={({ detail }) => console.log(detail.order)} />
      {/* @ts-expect-error a layout there is none of */}
      <Scorecard layout="grid" />
      {/* @ts-expect-error an event there is none of */}
      <Scorecard onDone={() => {}} />
      {/* @ts-expect-error a layout there is none of */}
      <misconception-scorecard layout="grid" />
    </>
  );
}
