/**
 * The questionnaire as a component. Knows the package; language and fallback are the page's.
 */
'use client';

import { useEffect } from 'react';
import { define } from 'misconception-scorecard';

export default function Scorecard({ children, ...attributes }) {
  useEffect(define, []);
  return <misconception-scorecard {...attributes}>{children}</misconception-scorecard>;
}
