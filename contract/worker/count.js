/**
 * Counts responses for a feed: marginals only, never which answers came together.
 *
 * Knows what a feed counts of a response; must not know when a feed is made, nor whose a response is.
 */

/** From how many responses on there are counts, and how many receipts must differ before there are others. */
export const LEAST = 10;
export const NO_COUNTS = { made: null, n: null, misconceptions: [], statements: [] };

/** What a feed counts of a response: by statement the agreement, by misconception the verdict. */
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
