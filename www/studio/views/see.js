/**
 * The preview: the scorecard as readers see it, with its width, light and language, and the results
 * of readers who answer in a certain way. Knows the stage; must not know the widget inside.
 */
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { languagesOf, translatedPointer } from '../data/edits.js';
import { pairOf } from '../data/pair.js';
import { asText, keysOf, valueAt } from '../data/pointers.js';
import { textsOf } from '../data/translations.js';
import { agreeing, believer, disagreeing, expert, guessing } from '../see/answering.js';
import { follow, isFollowing, keepFollowing } from '../see/following.js';
import { originOf, originsOf, originsShown } from '../see/origin.js';
import { leadBack } from '../see/pointing.js';
import { Stage } from '../see/stage.js';
import { languageName, t } from '../texts/words.js';
import * as desk from '../desk.js';
import { Habits, Pick, Shown } from './see-parts.js';

const WIDTHS = { phone: 375, tablet: 768, page: undefined };
/** How long to wait for a check, in milliseconds. */
const PATIENCE = 5000;
const WAYS = { believer, expert, agreeing, disagreeing, guessing };

export function See(/** @type {any} */ { state, report, into }) {
  const [width, setWidth] = useState('page');
  const [lang, setLang] = useState(undefined);
  const [theme, setTheme] = useState(undefined);
  // While a translation is written, the preview is in its language.
  useEffect(() => setLang(into), [into]);
  const look = state.look ?? {};
  const lit = theme ?? look.theme ?? 'auto';
  const { filled, isDone, habits } = report;
  const languages = filled ? [filled.lang, ...languagesOf(filled)] : [];
  const chosen = languages.includes(lang) ? lang : filled?.lang;
  const settled = useSettled(state, report);
  const { box, stage, said, isShown, say } = useStage({
    state,
    filled,
    chosen,
    look: { ...look, theme: lit },
    settled,
  });
  const shownHere = useWayBack(box, filled, chosen);
  const following = useFollowing(box, stage, state.id, say, settled);
  useWidth(box, width);

  const answer = async (way) => {
    await settled();
    const headline = await stage.current.answerAs(WAYS[way]);
    const chance = way === 'guessing' ? chanceOf(habits) : undefined;
    say(headline ? t.see.told({ way, headline, chance, pair: pairOf(state.document) }) : '');
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
    h(Choices, { width, setWidth, lit, setTheme, languages, chosen, setLang, ...following }),
    h(Ways, {
      isThere: Boolean(filled),
      pair: pairOf(state.document),
      answer,
      restart: () => (stage.current.restart(), say('')),
    }),
    h(
      'div',
      { class: 'said' },
      h('p', { role: 'status' }, said),
      isShown && h('button', { type: 'button', class: 'quiet', onClick: () => desk.page.back() }, t.edit),
    ),
    h('div', { class: 'frame', 'data-theme': lit, 'data-width': width }, h('div', { id: 'stage', ref: box })),
    filled && !state.isBroken && h(Shown, { list: shownHere, go: goTo, document: filled }),
    habits && filled && !state.isBroken && h(Habits, { habits, document: filled }),
  );
}

const goTo = ({ at }) => desk.page.go(desk.wayTo(at));

/**
 * Creates the stage in its box and shows the document that was checked last. Also returns the
 * message above the preview, `said`, and the function that changes it, `say`.
 */
function useStage(/** @type {any} */ { state, filled, chosen, look, settled }) {
  const box = useRef(/** @type {any} */ (null));
  const stage = useRef(/** @type {any} */ (null));
  const [said, tell] = useState('');
  const [isShown, setShown] = useState(false);
  const say = (text, shown = false) => {
    tell(text);
    setShown(shown);
  };
  useEffect(() => {
    stage.current = new Stage(box.current, (message) => say(t.see.failed(message)));
    desk.page.show = async (at) => {
      if (!box.current.checkVisibility()) desk.page.go({ view: 'see', at: undefined });
      await settled();
      const isThere = await stage.current.reveal(at);
      box.current.closest('.see').scrollIntoView({ block: 'nearest' });
      desk.page.shown(at);
      say(isThere ? t.see.shows(nameOf(at, desk.page.store.get().document)) : t.see.nowhere, isThere);
    };
    // After a click, the preview may show another screen than the one in the message.
    box.current.addEventListener('click', () => say(''));
  }, []);
  useEffect(() => stage.current.clear(), [state.id]);
  useEffect(() => say(''), [state.id, state.document]);
  useEffect(() => {
    stage.current.dress(chosen, look);
    if (filled) stage.current.show(filled);
  }, [filled, chosen, JSON.stringify(look)]);
  return { box, stage, said, isShown, say };
}

/**
 * Returns a function that waits until the last change has been checked and is in the preview, or
 * until it is clear that this will not happen. Buttons wait for this, so that they show what was
 * written before they were pressed.
 */
function useSettled(state, report) {
  const latest = useRef(/** @type {any} */ (undefined));
  // All effects of one rendering run together, so the preview shows that document by then.
  useEffect(() => void (latest.current = { state, report }));
  return useRef(async () => {
    const end = Date.now() + PATIENCE;
    const isBehind = () => {
      const { state, report } = latest.current;
      return !state.isBroken && !report.failure && report.checked !== desk.page.store.get().document;
    };
    while (isBehind() && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
  }).current;
}

/** The name of the text at a pointer. A statement is named by its own words. */
function nameOf(at, document) {
  const [, number] = /\/statements\/(\d+)\/text$/.exec(at) ?? [];
  const text = asText(valueAt(document, at)).trim();
  if (number === undefined || !text) return t.where(at, document);
  return t.see.statement(t.statements.numbered(Number(number) + 1), t.quoted(text));
}

/**
 * Makes the texts in the box lead to their fields. Returns a function that lists the fields of the
 * visible texts.
 */
function useWayBack(box, filled, lang) {
  const known = useRef(/** @type {any} */ ({}));
  const origins = () => {
    const { current } = known;
    if (!current.origins) current.origins = current.filled ? originsOf(current.filled, current.lang) : new Map();
    return current.origins;
  };
  if (known.current.filled !== filled || known.current.lang !== lang) known.current = { filled, lang };
  useEffect(() => leadBack(box.current, { find: (element) => originOf(element, origins()), go: goTo }), []);
  return () => originsShown(box.current.querySelector('misconception-scorecard')?.shadowRoot, origins());
}

/** Lets the preview follow the fields if the author has chosen so: `{ follows, setFollows }`. */
function useFollowing(box, stage, id, say, settled) {
  const [follows, set] = useState(isFollowing);
  useEffect(() => {
    if (!follows) return undefined;
    const preview = box.current.closest('.see');
    // The pane contains the fields of all views and stays when the view changes.
    const work = preview.parentElement;
    return follow({
      work,
      preview,
      original: originalOf,
      drawn: () => box.current.firstElementChild,
      async show(at) {
        say('');
        await settled();
        return stage.current.reveal(at, { pane: preview });
      },
    });
  }, [follows, id]);
  const setFollows = (isOn) => {
    keepFollowing(isOn);
    set(isOn);
  };
  return { follows, setFollows };
}

/** The pointer to the original of a translated text; a pointer to any other text as it is. */
function originalOf(at) {
  const [first, lang] = keysOf(at);
  if (first !== 'translations') return at;
  const { document } = desk.page.store.get();
  return textsOf(document).find(({ pointer }) => translatedPointer(document, pointer, lang) === at)?.pointer ?? at;
}

/** Makes the box as wide as the author has chosen, and zooms out if there is no room for that. */
function useWidth(box, width) {
  useLayoutEffect(() => {
    const fit = () => {
      const wanted = WIDTHS[width];
      const frame = box.current.parentElement;
      if (frame.clientWidth === 0) return;
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(frame);
      const room = frame.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      box.current.style.inlineSize = wanted ? `${wanted}px` : '';
      box.current.style.zoom = wanted && wanted > room ? String(room / wanted) : '';
    };
    fit();
    // The room changes with the window, and when the preview is shown, which draws it again.
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  });
}

/** The choices of width, colours and language, and whether the preview follows the fields. */
function Choices(
  /** @type {any} */ { width, setWidth, lit, setTheme, languages, chosen, setLang, follows, setFollows },
) {
  return h(
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
    h(
      'label',
      { class: 'follow' },
      h('input', {
        type: 'checkbox',
        name: 'follow',
        checked: follows,
        onChange: (event) => setFollows(event.currentTarget.checked),
      }),
      ' ',
      t.see.follow,
    ),
  );
}

/** Buttons that answer all statements in a certain way. */
function Ways(/** @type {any} */ { isThere, pair, answer, restart }) {
  return h(
    'div',
    { class: 'choices ways', role: 'group', 'aria-label': t.see.answerAs },
    h('span', null, t.see.answerAs),
    Object.keys(WAYS).map((way) =>
      h(
        'button',
        { key: way, type: 'button', onClick: () => answer(way), 'aria-disabled': !isThere || undefined },
        t.see.ways(pair)[way],
      ),
    ),
    h('button', { type: 'button', id: 'restart', onClick: restart }, t.see.restart),
  );
}

/** How many misconceptions the scorecard reports on average to a reader who answers at random. */
function chanceOf(habits) {
  if (!habits?.random) return undefined;
  const { counts } = habits.random;
  return { mean: counts.reduce((sum, share, count) => sum + count * share, 0), of: counts.length - 1 };
}
