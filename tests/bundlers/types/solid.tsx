/** @jsxImportSource solid-js */
/**
 * The tag in Solid's JSX. Knows the types only.
 */
import type {} from 'misconception-scorecard/solid';
import mine from '../app/mine.json' with { type: 'json' };

export const page = (
  <>
    <misconception-scorecard
      lang="en"
      layout="list"
      prop:questionnaire={mine}
      on:scorecard-completed={({ detail }) => console.log(detail.headline.held)}
    >
      <p>Questions belong here.</p>
    </misconception-scorecard>
    {/* @ts-expect-error a layout there is none of */}
    <misconception-scorecard layout="grid" />
  </>
);
