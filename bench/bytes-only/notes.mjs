/**
 * What is said in the report of embeds that are weighed and not run, as their forms come from their makers' servers.
 * Each is built from the file of its name.
 */
export const NOTES = {
  typeform:
    '@typeform/embed 6.1.1: only creates an iframe; the form itself, the real weight, comes from typeform.com and is not counted',
  tally:
    'react-tally 0.0.9, React not counted: loads tally.so/widgets/embed.js, which makes an iframe; neither is counted',
  'formbricks-js':
    '@formbricks/js 5.1.0: a loader; the real script comes from the Formbricks server (for its renderer see @formbricks/surveys)',
};
