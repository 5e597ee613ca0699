/**
 * What Eleventy copies as it is. Knows folders; no page.
 */
export default function (config) {
  config.addPassthroughCopy('scorecard');
  config.addPassthroughCopy('style.css');
}
