/** @jsxImportSource preact */
/**
 * The tag in Preact's JSX. Knows the types only.
 */
import type {} from 'misconception-scorecard/preact';
import mine from '../app/mine.json' with { type: 'json' };

export const page = (
  <>
    <misconception-scorecard
      lang="en"
      layout="list"
      questionnaire={mine}
      onscorecard-completed={({ detail }) => console.log(detail.headline.held)}
    >
      <p>Questions belong here.</p>
    </misconception-scorecard>
    {/* @ts-expect-error a layout there is none of */}
    <misconception-scorecard layout="grid" />
  </>
);
