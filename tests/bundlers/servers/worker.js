/**
 * A worker for Cloudflare. Knows the core; the entry for that runtime imports the module.
 */
import { evaluate, renderToString } from 'misconception-scorecard/core';
import 'misconception-scorecard/define';
import mine from '../app/mine.json';

export default {
  fetch() {
    const { verdicts } = evaluate(mine, { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } });
    return Response.json([verdicts.map((it) => it.verdict), renderToString(mine).includes('Salt in the water')]);
  },
};
