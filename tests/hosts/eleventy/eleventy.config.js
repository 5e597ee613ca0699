/**
 * What Eleventy copies unchanged. Knows folders, but no page.
 */
export default function (config) {
  config.addPassthroughCopy('scorecard');
  config.addPassthroughCopy('style.css');
}
