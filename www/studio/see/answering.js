/**
 * Ways to answer all statements, such as agreeing with everything, and the order in which
 * statements are asked. Knows the scale and the keys of a questionnaire; must not know the widget.
 */
import { asMap } from '../data/pointers.js';

/**
 * Ways to answer a statement. The scorecard says that a `believer` holds every misconception and
 * that an `expert` holds none.
 */
export const believer = ({ key }, { points, most }) => ({ agreement: key === 'fact' ? 1 : points, certainty: most });
export const expert = ({ key }, { points, most }) => ({ agreement: key === 'fact' ? points : 1, certainty: most });
export const agreeing = (_, { points, most }) => ({ agreement: points, certainty: most });
export const disagreeing = (_, { most }) => ({ agreement: 1, certainty: most });
export const guessing = (_, { points, least, most }) => ({
  agreement: 1 + below(points),
  certainty: least + below(most - least + 1),
});
const below = (number) => Math.floor(Math.random() * number);

export function answersOf(document, answer) {
  const { points } = scaleOf(document);
  const { least = 1, most = 1 } = certaintyOf(document) ?? {};
  const statements = document.misconceptions.flatMap((it) => it.statements);
  return Object.fromEntries(
    statements.map((it) => {
      const { agreement, certainty } = answer(it, { points, least, most });
      return [it.id, { agreement, ...(document.certainty && { certainty }) }];
    }),
  );
}

export const scaleOf = ({ scale }) => ({ points: asMap(scale).points ?? 5 });

export function certaintyOf({ certainty }) {
  if (!certainty) return undefined;
  return { least: certainty.from ?? 1, most: certainty.to ?? certainty.levels ?? 4 };
}

/**
 * The ids of all statements in the order in which they are asked. Must match src/session/plan.rs.
 */
export function inOrder({ misconceptions }, { order, feedback }) {
  const groups = misconceptions.map((it) => it.statements.map(({ id }) => id));
  if (order === 'author' || feedback === 'each') return groups.flat();
  const rounds = Math.max(...groups.map((it) => it.length));
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((it) => it.slice(round, round + 1))).flat();
}
