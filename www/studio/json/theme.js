/**
 * How the editor looks: the page's own colours, light and dark. Knows CodeMirror's class names;
 * studio.css defines the colours.
 */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const SANS = 'system-ui, sans-serif';
const line = '1px solid var(--line)';

/** A mark in the gutter is a letter in a shape: a square for errors, a circle for advice. */
const marker = (letter, shape) => ({
  content: 'normal',
  '&::before': {
    content: `"${letter}"`,
    display: 'grid',
    placeItems: 'center',
    inlineSize: '1.125em',
    blockSize: '1.125em',
    font: `700 0.8125em/1 ${SANS}`,
    ...shape,
  },
});

const look = EditorView.theme({
  '&': { color: 'inherit', backgroundColor: 'transparent', height: '100%', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', lineHeight: '1.6' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'currentColor' },
  '.cm-line': { padding: '0 0.75rem 0 0.5rem' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'transparent', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.25rem 0 0.5rem', minWidth: '2.25rem' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--soft)' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--tint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--tint)', outline: line },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-gutter-lint': { inlineSize: '1.375rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.25rem 0 0 0.25rem' },
  '.cm-lint-marker-error': marker('!', {
    color: 'var(--paper)',
    background: 'var(--error)',
    // Visible in forced colours, when the shape's own background is not.
    border: '1.5px solid transparent',
    borderRadius: '0.1875em',
  }),
  '.cm-lint-marker-info': marker('i', { color: 'var(--advice)', border: '1.5px solid', borderRadius: '50%' }),
  '.cm-lintRange': { backgroundImage: 'none', padding: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--error) 1px', textUnderlineOffset: '0.25em' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--advice) 2px', textUnderlineOffset: '0.25em' },
  '.cm-lintRange-active': { backgroundColor: 'var(--tint)' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--error)' },
  '.cm-lintPoint-info::after': { borderBottomColor: 'var(--advice)' },
  '.cm-diagnostic': {
    padding: '0.5rem 0.75rem',
    marginLeft: '0',
    borderLeft: 'none',
    font: `0.875rem/1.5 ${SANS}`,
  },
  '.cm-diagnosticAction': {
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid var(--edge)',
    borderRadius: '0.25rem',
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--edge)',
    borderRadius: '0.5rem',
    boxShadow: '0 0.25rem 1rem #0003',
    maxInlineSize: 'min(26rem, 90vw)',
  },
  '.cm-tooltip .cm-tooltip-section:not(:first-child)': { borderTop: line },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'ui-monospace, monospace', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.75rem', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    backgroundColor: 'var(--accent)',
  },
  '.cm-completionDetail': { font: `0.8125rem/1 ${SANS}`, fontStyle: 'normal' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '0', font: `0.875rem/1.5 ${SANS}` },
  '.cm-panels': { color: 'inherit', backgroundColor: 'var(--paper)', font: `0.875rem/1.5 ${SANS}` },
  '.cm-panels-bottom': { borderTop: line },
  '.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 0.75rem', fontSize: '0.875rem' },
  '.cm-panel.cm-search label': { fontSize: 'inherit', display: 'inline-flex', gap: '0.25rem', alignItems: 'center' },
  '.cm-panel.cm-search [name=close]': {
    right: '0.5rem',
    fontSize: '1.25rem',
    minInlineSize: '1.5rem',
    minBlockSize: '1.5rem',
  },
  '.cm-textfield': {
    color: 'inherit',
    backgroundColor: 'transparent',
    border: '1px solid var(--edge)',
    fontSize: 'inherit',
  },
  '.cm-button': {
    color: 'inherit',
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    border: '1px solid var(--edge)',
    borderRadius: '0.25rem',
    fontSize: 'inherit',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--tint)', outline: '1px dotted' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--tint)', outline: '2px solid' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
]);

export const theme = [look, syntaxHighlighting(colours)];
