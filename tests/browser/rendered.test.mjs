/**
 * A first screen that comes with the page: it is there before any script, and is taken over
 * invisibly, with the answers chosen on it. The HTML itself is tested in
 * tests/package/render.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key, small } from './harness.mjs';
import {
  browser,
  TAG,
  SRC,
  SHEET,
  MOMENT,
  run,
  until,
  later,
  requests,
  READY,
  arrive,
  load,
  loaded,
  told,
  hold,
  shadow,
  questionnaire,
  sure,
  SCREENS,
} from './rendered-stage.mjs';

for (const [what, html, title, count] of SCREENS) {
  test(`the first screen is shown before any script, with its styles, and can be answered: ${what}`, async () => {
    await arrive(html);
    const seen = await run(`return {
      defined: customElements.get('${TAG}') !== undefined,
      title: root.querySelector('h2').innerText.split(/\\s+/).join(" "),
      answers: [...root.querySelectorAll('input')].length,
      isShown: isShown(root.querySelector('.card')),
      answerIs: getComputedStyle(root.querySelector('.answer')).display,
      radio: getComputedStyle(root.querySelector('input')).appearance,
      slot: getComputedStyle(root.querySelector('slot')).display,
      plain: [...widget.children].filter((it) => it.getClientRects().length > 0).length,
      direction: getComputedStyle(root.querySelector('h2')).direction,
      checked: root.querySelectorAll(':checked').length,
    }`);
    assert.deepEqual(seen, {
      defined: false,
      title,
      answers: count,
      isShown: true,
      answerIs: 'flex',
      radio: 'none',
      slot: 'none',
      plain: 0,
      direction: what === 'from right to left' ? 'rtl' : 'ltr',
      checked: 0,
    });
    await browser.tap('.answers label', 1);
    assert.deepEqual(await run(`return [...root.querySelectorAll(':checked')].map((it) => it.name + ' ' + it.value)`), [
      'agreement-0 2',
    ]);
    assert.deepEqual(requests(), html.includes('<link') ? [SHEET] : []);
    await browser.assertQuiet();
  });

  test(`the widget takes the screen over invisibly: ${what}`, async () => {
    await arrive(html);
    await run(`for (const it of all()) it.isGiven = true;
      root.querySelectorAll('.answers input')[1].focus();
      window.places = places(); window.styles = styles(); window.shifts = [];
      if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => it.value)))
          .observe({ type: 'layout-shift', buffered: true });
      }`);
    await loaded();
    await later(100);
    assert.deepEqual(await told(), [READY]);
    const seen = await run(`
      const now = styles();
      return {
        others: all().filter((it) => !it.isGiven).map((it) => it.outerHTML.slice(0, 200)),
        places: places().filter((it, index) => it !== window.places[index]),
        styles: now.flatMap((it, index) => it.filter((one, place) => one !== window.styles[index][place])).slice(0, 20),
        isFocused: root.activeElement === root.querySelectorAll('.answers input')[1],
        root: [...root.childNodes].map((it) => it.nodeName + '.' + it.className),
        shifts, scroll: [scrollX, scrollY], answers: widget.answers,
        kept: [sessionStorage.length, localStorage.length],
      }`);
    assert.deepEqual(seen, {
      others: [],
      places: [],
      styles: [],
      isFocused: true,
      root: ['DIV.panel'],
      shifts: [],
      scroll: [0, 0],
      answers: {},
      kept: [0, 0],
    });
    await browser.assertQuiet();
  });
}

/** Where every visible element of the screen in the frame is, by its place in the tree. */
const WHERE = `const root = document.querySelector('iframe').contentDocument?.querySelector('${TAG}')?.shadowRoot;
const places = [...(root?.querySelectorAll('.panel *') ?? [])].map((it) => {
  const { left, top } = it.getBoundingClientRect();
  return it.checkVisibility({ visibilityProperty: true }) ? [left, top] : null;
});`;
for (const [what, html] of [SCREENS[0], SCREENS.find(([it]) => it === 'from right to left')]) {
  test(`nothing moves on a first screen that arrives in two pieces, cut between any two elements: ${what}`, async () => {
    const start = html.indexOf('class="progress"');
    const ends = [...html.slice(0, html.indexOf('</template>')).matchAll(/<\/(i|p|h3|div|label)>/g)]
      .map(({ 0: tag, index }) => index + tag.length)
      .filter((end) => end > start);
    assert.ok(ends.length >= 10);
    for (const cut of ends) {
      let send;
      const rest = new Promise((done) => {
        send = () => done(html.slice(cut));
      });
      browser.serve('/pieces.html', `<!doctype html><html lang="en"><title>A page</title>${html.slice(0, cut)}`, {
        rest,
      });
      await browser.visit('/rendered.html', { html: '<iframe src="about:blank" width="700" height="900"></iframe>' });
      await browser.run(`document.querySelector('iframe').src = '/pieces.html'`);
      await browser.until(`${WHERE} return places.length > 0`, 'the first piece');
      const before = await browser.run(`${WHERE} return places`);
      send();
      await browser.until(
        `return document.querySelector('iframe').contentDocument.readyState === 'complete'`,
        'the rest',
      );
      const after = await browser.run(`${WHERE} return places`);
      // Below 3 px nobody sees a shift, and no browser counts one.
      const moved = before.filter((it, index) => it?.some((place, way) => Math.abs(place - after[index][way]) >= 3));
      assert.deepEqual(moved, [], html.slice(cut - 40, cut));
    }
  });
}

test('a first screen whose script never arrives is shown and can be answered', async () => {
  browser.serve('/hanging.js', '', { type: 'text/javascript', fault: 'hangs' });
  await arrive(shadow());
  await load('/hanging.js');
  await later(300);
  assert.equal(await run(`return isShown(root.querySelector('.card'))`), true);
  await browser.tap('.answers label', 1);
  assert.equal(await run(`return root.querySelector(':checked').value`), '2');
  assert.deepEqual(await told(), []);
  await browser.assertQuiet();
});

test('the submit button does nothing before the script is loaded, nor while the module loads', async () => {
  await arrive(shadow(small(), { attributes: { advance: 'tap' } }));
  const before = await run('return [location.href, history.length, step()]');
  const same = async () => {
    await browser.advance();
    await browser.tap('.answers label', 1);
    await browser.press(Key.ENTER);
    await later(100);
    assert.deepEqual(await run('return [location.href, history.length, step()]'), before);
  };
  await same();
  await hold('.wasm');
  await load();
  await until('window.release');
  await same();
  assert.deepEqual(await told(), []);
  await run('release()');
  await until('told.length > 0');
  assert.equal(await run('return step()'), 'Statement 1 of 2');
  await browser.assertQuiet();
});

const kept = () =>
  run(`return Object.values(sessionStorage).map((it) => JSON.parse(it)).map(({ step, answers }) => [step, answers])`);

for (const when of ['before the script is loaded', 'while the module loads']) {
  test(`an answer given ${when} is kept, stored and sent as the reader’s own`, async () => {
    await arrive(shadow(small()));
    if (when === 'while the module loads') {
      await hold('.wasm');
      await load();
      await until('window.release');
    }
    assert.equal(await browser.text('[type=submit]'), 'Skip this one');
    await run(`root.querySelectorAll('.answers input')[3].isGiven = true`);
    await browser.tap('.answers label', 1);
    await browser.tap('.answers label', 3);
    if (when === 'while the module loads') await run('release()');
    else await load();
    await until(`root.querySelector('[type=submit]').innerText === 'Next'`);
    assert.deepEqual(await told(), [READY, ['started', null], ['answered', { statement: 's1', agreement: 4 }]]);
    assert.deepEqual(await kept(), [[0, { s1: { agreement: 4 } }]]);
    await later(MOMENT);
    assert.equal(await run('return step()'), 'Statement 1 of 2', 'it does not move on by itself');
    assert.deepEqual(await run(`return [...root.querySelectorAll(':checked')].map((it) => [it.value, it.isGiven])`), [
      ['4', true],
    ]);
    assert.deepEqual(await told(), []);
    await browser.advance();
    await until(`step() === 'Statement 2 of 2'`);
    await browser.tap('.answers label', 0);
    await until(`root.querySelector('.result')`);
    assert.deepEqual(await run('return widget.answers'), { s1: { agreement: 4 }, s2: { agreement: 1 } });
    assert.deepEqual(await told(), [
      ['answered', { statement: 's2', agreement: 1 }],
      ['completed', null],
    ]);
    await browser.assertQuiet();
  });
}

test('the first tap after the screen was taken over moves on as usual', async () => {
  await arrive(shadow(small()));
  await loaded();
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.tap('[name=back]');
  await until(`step() === 'Statement 1 of 2'`);
  assert.equal(await run(`return root.querySelector(':checked').value`), '5');
  await browser.assertQuiet();
});

test('“I don’t know” chosen before the script counts as an answer', async () => {
  await arrive(shadow(small()));
  await browser.tap('.answers label', 5);
  await loaded();
  assert.deepEqual(await told(), [READY, ['started', null], ['answered', { statement: 's1', agreement: 'dontKnow' }]]);
  assert.deepEqual(await run('return widget.answers'), { s1: { agreement: 'dontKnow' } });
});

test('all answers chosen in a list before the script are kept, in the order of the page', async () => {
  await arrive(shadow(small(), { attributes: { layout: 'list' } }));
  await browser.tap('.statement:nth-of-type(2) label', 2);
  await browser.tap('.statement:nth-of-type(1) label', 0);
  await loaded();
  const wanted = { s1: { agreement: 1 }, s2: { agreement: 3 } };
  const answered = Object.entries(wanted).map(([statement, { agreement }]) => ['answered', { statement, agreement }]);
  const [, , ...rest] = await told();
  assert.equal(rest.length, 2);
  assert.deepEqual(rest, answered);
  assert.deepEqual(await run('return widget.answers'), wanted);
  await browser.advance();
  await until(`root.querySelector('.result')`);
  await browser.assertQuiet();
});

test('certainty is not asked before the script, but as soon as an answer given before is taken over', async () => {
  await arrive(shadow(sure));
  assert.equal(await run(`return root.querySelector('.certainty').inert`), true);
  await browser.tap('.answers label', 4);
  assert.equal(await run(`return root.querySelector('.certainty').inert`), true);
  await loaded();
  assert.equal(await run(`return root.querySelector('.certainty').inert`), false);
  await later(MOMENT);
  await browser.tap('.certainty label', 2);
  await until(`step() === 'Statement 2 of 2'`);
  assert.deepEqual(await run('return widget.answers'), { s1: { agreement: 5, certainty: 2 } });
  await browser.assertQuiet();
});

test('readers who come back are taken to their place, and only scorecard-ready is sent', async () => {
  const html = shadow(small());
  await arrive(html);
  await loaded();
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  await arrive(html, { keep: true });
  assert.equal(await run('return step()'), 'Statement 1 of 2');
  await loaded();
  assert.deepEqual(
    await run('return [step(), widget.answers, root.querySelectorAll(".card").length, root.childNodes.length]'),
    ['Statement 2 of 2', { s1: { agreement: 5 } }, 1, 1],
  );
  assert.deepEqual(await told(), [READY]);
  await browser.tap('.answers label', 0);
  await until(`root.querySelector('.result')`);
  await arrive(html, { keep: true });
  await loaded();
  assert.ok(await run(`return root.querySelector('.result') !== null`));
  assert.deepEqual(await told(), [READY]);
  await browser.assertQuiet();
});

test('readers who come back and answer before the script stay at that statement, with the new answer', async () => {
  const html = shadow(small());
  await arrive(html);
  await loaded();
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  await arrive(html, { keep: true });
  await browser.tap('.answers label', 0);
  await loaded();
  assert.deepEqual(await run('return [step(), widget.answers]'), ['Statement 1 of 2', { s1: { agreement: 1 } }]);
  assert.deepEqual((await told()).at(-1), ['answered', { statement: 's1', agreement: 1 }]);
  await later(MOMENT);
  assert.equal(await run('return step()'), 'Statement 1 of 2');
  await browser.assertQuiet();
});

test('radio buttons that the browser restores after a reload do not count as answers', async () => {
  await arrive(shadow(small(), { attributes: { storage: 'none' } }), {
    foot: `<script type="module" src="${SRC}"></script>`,
  });
  await until(`told.length === 1`);
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.tap('[name=back]');
  await until(`step() === 'Statement 1 of 2'`);
  await run(`window.isOld = true; location.reload()`);
  await browser.until(`return !window.isOld && window.told?.length > 0`);
  await later(200);
  assert.deepEqual(await told(), [READY]);
  assert.deepEqual(await run('return [widget.answers, root.querySelectorAll(":checked").length]'), [{}, 0]);
  await browser.assertQuiet();
});

test('answers that the page sets before the element is defined are shown, and no event is sent', async () => {
  await arrive(shadow(small()));
  await run(`widget.answers = { s1: { agreement: 2 } }`);
  await loaded();
  assert.deepEqual(
    await run(`return [widget.answers, root.querySelector(':checked').value, root.querySelectorAll('.card').length]`),
    [{ s1: { agreement: 2 } }, '2', 1],
  );
  assert.deepEqual(await told(), [READY]);
  assert.equal(await browser.text('[type=submit]'), 'Next');
  await browser.assertQuiet();
});

test('a questionnaire that the page sets before the element is defined replaces the rendered one', async () => {
  await arrive(shadow(small()));
  await run(`widget.questionnaire = arguments[0]`, small({ id: 'other', title: 'Other' }));
  await loaded();
  assert.deepEqual(await run(`return [root.querySelector('h2').innerText, root.querySelectorAll('.card').length]`), [
    'Other',
    1,
  ]);
  assert.deepEqual(await told(), [READY]);
});

for (const [what, change, condition] of [
  ['layout', `widget.setAttribute('layout', 'list')`, `root.querySelectorAll('.list .statement').length === 2`],
  ['advance', `widget.setAttribute('advance', 'manual')`, `!root.querySelector('.hint')`],
  ['lang', `widget.lang = 'nb'`, `root.querySelector('h2').innerText === 'Liten'`],
]) {
  test(`a ${what} that differs from the rendered one leads to the right screen, and keeps the answer`, async () => {
    await arrive(shadow(questionnaire));
    await browser.tap('.answers label', 4);
    await run(change);
    await loaded();
    assert.ok(await run(`return ${condition}`));
    assert.deepEqual(await run('return widget.answers'), { s1: { agreement: 5 } });
    assert.deepEqual(await run(`return [...root.querySelectorAll(':checked')].map((it) => it.name + ' ' + it.value)`), [
      'agreement-0 5',
    ]);
    assert.deepEqual(await run(`return [root.childNodes.length, root.querySelectorAll('.card').length]`), [1, 1]);
    await browser.assertQuiet();
  });
}

test('if another screen replaces it, the focus stays in the widget', async () => {
  await arrive(shadow(small()));
  await run(`widget.setAttribute('layout', 'list'); root.querySelector('input').focus()`);
  await loaded();
  assert.notEqual(await run('return root.activeElement'), null);
});

test('a screen of a questionnaire at a URL is taken over', async () => {
  browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
  await arrive(shadow(small(), { attributes: { src: '/small.json' } }));
  await run(`window.card = root.querySelector('.card')`);
  await loaded();
  assert.ok(await run(`return root.querySelector('.card') === card`));
  assert.ok(requests().includes('/small.json'));
  await browser.assertQuiet();
});

test('under a policy that forbids inline styles, a linked style sheet works', async () => {
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:`;
  await arrive(shadow(small(), { stylesheet: SHEET }), { headers: { 'content-security-policy': policy } });
  assert.deepEqual(
    await run(
      `return [getComputedStyle(root.querySelector('.answer')).display, getComputedStyle(root.querySelector('slot')).display]`,
    ),
    ['flex', 'none'],
  );
  await browser.tap('.answers label', 4);
  await loaded();
  assert.deepEqual(await run('return widget.answers'), { s1: { agreement: 5 } });
  await browser.assertQuiet();
});

test('a screen that tools have indented is taken over', async () => {
  // As Prettier and some template engines reformat it.
  const html = shadow(small()).replace(
    /(<template[^>]*>|<\/style>|<div class="panel"[^>]*>|<\/form>|<\/div>)(?=<)/g,
    '$1\n  ',
  );
  await arrive(html);
  await browser.tap('.answers label', 4);
  await loaded();
  assert.deepEqual(await run(`return [widget.answers, step(), root.querySelectorAll('.card').length]`), [
    { s1: { agreement: 5 } },
    'Statement 1 of 2',
    1,
  ]);
  await run(`window.kept = widget; kept.remove(); document.querySelector('#after').after(kept)`);
  assert.deepEqual(await run(`return [isShown(root.querySelector('.card')), step()]`), [true, 'Statement 1 of 2']);
  await browser.advance();
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});
