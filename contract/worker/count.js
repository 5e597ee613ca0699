/**
 * Counts responses for a feed: totals only, never which answers came together.
 *
 * Knows what a feed counts of a response. Must not know when a feed is made, nor who sent a
 * response.
 */

/** How many responses there must be for counts, and how many receipts must differ for new ones. */
export const LEAST = 10;
export const NO_COUNTS = { made: null, n: null, misconceptions: [], statements: [] };

/**
 * What a feed counts of one response: the agreement per statement and the verdict per
 * misconception.
 */
export const counted = ({ answers, verdicts }, { statements, misconceptions }) => ({
  agreements: statements.map((id) => (Object.hasOwn(answers, id) ? answers[id].agreement : null)),
  verdicts: misconceptions.map((id) => verdicts[id]),
});

export function count(responses, terms) {
  const all = responses.map((it) => counted(it, terms));
  const points = Array.from({ length: terms.points }, (_, index) => index + 1);
  const agreeing = (at, point) => all.filter(({ agreements }) => agreements[at] === point).length;
  const having = (at, verdict) => all.filter(({ verdicts }) => verdicts[at] === verdict).length;
  return {
    made: new Date().toISOString().slice(0, 10),
    n: all.length,
    misconceptions: terms.misconceptions.map((id, at) => {
      const [held, leaning, unsure, notHeld] = ['held', 'leaning', 'unsure', 'notHeld'].map((it) => having(at, it));
      return { id, classified: held + leaning + unsure + notHeld, held, leaning, unsure, notHeld };
    }),
    statements: terms.statements.map((id, at) => ({
      id,
      counts: points.map((point) => agreeing(at, point)),
      dontKnow: agreeing(at, 'dontKnow'),
    })),
  };
}
