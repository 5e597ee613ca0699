/**
 * The questionnaire as a component for React 18 or newer, also for server rendering. This file
 * passes properties and events on; what they do, the element knows.
 */
'use client';

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { define } from './modules/element.js';
import { NAME, attributesFor, handlerNames, partsOf, take, tellLate } from './component.js';

/** On a server `useLayoutEffect` does nothing, and older versions of React warn about it. */
const useCommit = globalThis.document ? useLayoutEffect : useEffect;

export const Scorecard = forwardRef(function Scorecard(/** @type {any} */ props, ref) {
  const { questionnaire, answers, html, children, ...rest } = props;
  const own = useRef(null);
  useImperativeHandle(ref, () => own.current, []);
  const handlers = useRef(props);
  const given = html === undefined ? undefined : partsOf(html);
  const attributes = { ...given?.attributes, ...attributesFor(rest) };

  // The order of these effects matters: properties that are set before the tag is defined are used
  // from the first start.
  useCommit(() => {
    handlers.current = props;
  });
  useCommit(() => {
    const element = own.current;
    const tell = (event) => event.target === element && handlers.current[handlerNames[event.type]]?.(event);
    for (const type of Object.keys(handlerNames)) element.addEventListener(type, tell);
    return () => {
      for (const type of Object.keys(handlerNames)) element.removeEventListener(type, tell);
    };
  }, []);
  const before = useRef(undefined);
  useCommit(() => {
    if (questionnaire !== before.current) take(own.current, 'questionnaire', questionnaire);
    before.current = questionnaire;
  }, [questionnaire]);
  // React runs this at each render. Setting equal answers again would undo what the reader has done
  // since.
  const text = answers === undefined ? undefined : JSON.stringify(answers);
  useCommit(() => {
    if (text !== undefined) take(own.current, 'answers', JSON.parse(text));
  }, [text]);
  const isTold = useRef(false);
  useCommit(() => {
    if (!customElements.get(NAME)) define();
    if (!isTold.current) tellLate(own.current, (event) => handlers.current[handlerNames[event.type]]?.(event));
    isTold.current = true;
  }, []);

  const content = given && { dangerouslySetInnerHTML: { __html: given.inside }, suppressHydrationWarning: true };
  return createElement(NAME, { ...attributes, ...content, ref: own }, given ? undefined : children);
});

export default Scorecard;
