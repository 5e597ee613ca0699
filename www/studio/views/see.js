/**
 * The scorecard as readers see it, beside what is written: how wide, in which light and language, and what somebody is told
 * who answers in some way. Knows the stage; not the widget inside.
 */
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { languagesOf } from '../data/edits.js';
import { agreeing, believer, createStage, disagreeing, expert, guessing } from '../see/stage.js';
import { showHabits } from '../see/habits.js';
import { languageName, t } from '../texts/words.js';
import * as desk from '../desk.js';

const WIDTHS = { phone: 375, tablet: 768, page: undefined };
const WAYS = { believer, expert, agreeing, disagreeing, guessing };

export function See(/** @type {any} */ { state, report }) {
  const box = useRef(/** @type {any} */ (null));
  const stage = useRef(/** @type {any} */ (null));
  const [width, setWidth] = useState('page');
  const [lang, setLang] = useState(undefined);
  const [theme, setTheme] = useState(undefined);
  const [said, tell] = useState('');
  const [isShown, setShown] = useState(false);
  const say = (text) => {
    tell(text);
    setShown(false);
  };
  const look = state.look ?? {};
  const lit = theme ?? look.theme ?? 'auto';
  const { filled, isDone, habits } = report;
  const languages = filled ? [filled.lang, ...languagesOf(filled)] : [];
  const chosen = languages.includes(lang) ? lang : filled?.lang;

  useEffect(() => {
    stage.current = createStage(box.current, (message) => say(t.see.failed(message)));
    desk.page.show = async (at) => {
      if (!box.current.checkVisibility()) desk.page.go({ view: 'see', at: undefined });
      const isShown = await stage.current.reveal(at);
      box.current.closest('.see').scrollIntoView({ block: 'nearest' });
      say(isShown ? t.see.shows(t.where(at, desk.page.store.get().document)) : t.see.nowhere);
      desk.page.shown(at);
      setShown(isShown);
    };
  }, []);
  useEffect(() => {
    stage.current.clear();
    say('');
  }, [state.id]);
  useEffect(() => {
    stage.current.dress(chosen, { ...look, theme: lit });
    if (filled) stage.current.show(filled);
  }, [filled, chosen, lit, JSON.stringify(look)]);
  useLayoutEffect(() => {
    const fit = () => {
      const wanted = WIDTHS[width];
      const frame = box.current.parentElement;
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(frame);
      const room = frame.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      box.current.style.inlineSize = wanted ? `${wanted}px` : '';
      box.current.style.zoom = wanted && wanted > room ? String(room / wanted) : '';
    };
    fit();
    // In the next frame: what is watched must not change while it is told.
    const watcher = new ResizeObserver(() => requestAnimationFrame(() => box.current && fit()));
    watcher.observe(box.current.parentElement);
    return () => watcher.disconnect();
  }, [width]);

  const answer = async (way) => {
    const headline = await stage.current.answerAs(WAYS[way]);
    say(headline ? t.see.told(way, headline, way === 'guessing' ? chanceOf(habits) : undefined) : '');
  };
  const note =
    state.isBroken || (isDone && !filled) ? (stage.current?.isEmpty() !== false ? t.see.waits : t.see.last) : '';
  return h(
    'section',
    { class: 'see', 'aria-labelledby': 'see-title' },
    h(
      'div',
      { class: 'heading' },
      h('h2', { id: 'see-title', tabIndex: -1 }, t.see.title),
      h('p', { id: 'state' }, note),
    ),
    h(
      'div',
      { class: 'choices' },
      h(Pick, {
        name: 'width',
        label: t.see.width,
        value: width,
        options: Object.keys(WIDTHS).map((it) => [it, t.see.widths[it]]),
        choose: setWidth,
      }),
      h(Pick, {
        name: 'theme',
        label: t.see.light,
        value: lit,
        options: ['auto', 'light', 'dark'].map((it) => [it, t.see.themes[it]]),
        choose: setTheme,
      }),
      languages.length > 1 &&
        h(Pick, {
          name: 'lang',
          label: t.see.language,
          value: chosen,
          options: languages.map((it) => [it, languageName(it)]),
          choose: setLang,
        }),
    ),
    h(
      'div',
      { class: 'choices ways', role: 'group', 'aria-label': t.see.answerAs },
      h('span', null, t.see.answerAs),
      Object.keys(WAYS).map((way) =>
        h(
          'button',
          { key: way, type: 'button', onClick: () => answer(way), 'aria-disabled': !filled || undefined },
          t.see.ways[way],
        ),
      ),
      h('button', { type: 'button', id: 'restart', onClick: () => (stage.current.restart(), say('')) }, t.see.restart),
    ),
    h(
      'div',
      { class: 'said' },
      h('p', { role: 'status' }, said),
      isShown && h('button', { type: 'button', class: 'quiet', onClick: () => desk.page.back() }, t.edit),
    ),
    h('div', { class: 'frame', 'data-theme': lit, 'data-width': width }, h('div', { id: 'stage', ref: box })),
    habits && filled && !state.isBroken && h(Habits, { habits, document: filled }),
  );
}

/** How many of the misconceptions somebody is told of on average who answers at random. */
function chanceOf(habits) {
  if (!habits?.random) return undefined;
  const { counts } = habits.random;
  return { mean: counts.reduce((sum, share, count) => sum + count * share, 0), of: counts.length - 1 };
}

function Pick(/** @type {any} */ { name, label, value, options, choose }) {
  return h(
    'label',
    null,
    label,
    ' ',
    h(
      'select',
      { name, autocomplete: 'off', value, onChange: (event) => choose(event.currentTarget.value) },
      options.map(([own, text]) => h('option', { key: own, value: own, selected: own === value }, text)),
    ),
  );
}

/** What comes of answering without reading, folded away: the figures of the check. */
function Habits(/** @type {any} */ { habits, document }) {
  const box = useRef(/** @type {any} */ (null));
  useEffect(() => showHabits(box.current, habits, document), [habits]);
  return h(
    'details',
    { class: 'more', id: 'without-reading' },
    h('summary', null, t.see.habits),
    h('p', { class: 'help' }, t.see.habitsHelp),
    h('div', { id: 'habits', ref: box, lang: 'en' }),
  );
}
