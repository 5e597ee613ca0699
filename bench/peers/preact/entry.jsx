/** The content as Preact components. */
/* @jsx h @jsxFrag Fragment */
import { h, Fragment, render } from 'preact';
import { useState } from 'preact/hooks';
import '../../shared/quiz.css';
import { BANDS, ITEMS, SCALE, TITLE } from '../../shared/content.mjs';
import { score, verdict } from '../../shared/score.mjs';

function Question({ item, value, onAnswer }) {
  return (
    <fieldset>
      <legend>{item.statement}</legend>
      {SCALE.map((text, k) => (
        <label key={k}>
          <input type="radio" name={item.id} checked={value === k} onChange={() => onAnswer(k)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Scorecard({ answers }) {
  const { pct, band } = score(answers);
  return (
    <section class="scorecard" data-scorecard>
      <h2>{BANDS[band].label}: {pct}%</h2>
      <p>{BANDS[band].text}</p>
      <ol>{ITEMS.map((it, i) => <li key={it.id}><b>{it.statement}</b> <i>{verdict(answers[i])}.</i> {it.explain}</li>)}</ol>
    </section>
  );
}

function App() {
  const [answers, setAnswers] = useState(() => ITEMS.map(() => null));
  const [done, setDone] = useState(false);
  return (
    <>
      <h1>{TITLE}</h1>
      <div aria-live="polite">{done && <Scorecard answers={answers} />}</div>
      {!done && (
        <form onSubmit={(e) => { e.preventDefault(); setDone(true); }}>
          {ITEMS.map((it, q) => (
            <Question key={it.id} item={it} value={answers[q]}
              onAnswer={(k) => setAnswers((a) => a.map((v, i) => (i === q ? k : v)))} />
          ))}
          <button disabled={answers.includes(null)}>See my scorecard</button>
        </form>
      )}
    </>
  );
}
render(<App />, document.getElementById('quiz'));
