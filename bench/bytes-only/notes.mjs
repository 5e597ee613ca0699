/**
 * The report's notes on embeds of which only the size is measured: their forms come from their
 * makers' servers, so they are not run. Each key is the name of a file in this folder.
 */
export const NOTES = {
  typeform:
    '@typeform/embed 6.1.1: only creates an iframe; the form itself, the real weight, comes from typeform.com and is not counted',
  tally:
    'react-tally 0.0.9, React not counted: loads tally.so/widgets/embed.js, which makes an iframe; neither is counted',
  'formbricks-js':
    '@formbricks/js 5.1.0: a loader; the real script comes from the Formbricks server (for its renderer see @formbricks/surveys)',
};
