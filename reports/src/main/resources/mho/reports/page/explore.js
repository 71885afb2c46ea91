/*
 * The page of mho explore. Its state is a design, which stands in the address behind #, so that a reload goes on with it and no two tabs
 * share one: {chip, network, data, images, seed, set: {path: text}}. What it comes to is asked of the server that served the page:
 *   answer {tab, design}         -> {parameters, name, figures, limit, warnings, remarks, explained, copies, charts}, or {parameters, no}, or {problems}
 *   certain {tab, design}        -> {certain, first}: what is known of it before it is simulated, exactly or as a bound, and what one input
 *                                   alone comes to, {limit, copies, charts}, where that says enough
 *   why {tab, design, figure}    -> an explanation
 *   export {tab, design, pinned, form} -> {name, text}
 * Every text goes to the page as text; nothing is taken for markup.
 */
(() => {
  'use strict';
  const { charts, si, percent, tip, short } = mho;
  const get = id => document.getElementById(id);
  const TAB = Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(16)).join('');
  const FIRST = ['latency_s', 'interval_s', 'energy_j', 'power_w', 'area_m2', 'ops_per_j', 'accuracy', 'float_accuracy'];
  const OPEN = ['tile.core.adc', 'tile.core.array'];
  const WAIT_MS = 80;

  let design = null;
  let started = null;
  let shown = null;
  let drawn = null; // what stands on the page: what is shown, or what one input alone comes to
  let pinned = null;
  let waiting = null;
  let asking = null;
  let rows = new Map();
  let last = '';

  function add(parent, name, text, kind) {
    const child = parent.appendChild(document.createElement(name));
    if (text !== undefined && text !== null) child.textContent = text;
    if (kind) child.className = kind;
    return child;
  }

  /* The server */

  async function ask(what, question, signal) {
    const answer = await fetch(what, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question), signal });
    if (answer.status === 409) return { superseded: true };
    if (answer.status === 403) throw new Error('The server refuses: open the address that mho explore printed.');
    const read = await answer.json();
    if (read.fault) throw new Error(read.fault);
    return read;
  }

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(answer, WAIT_MS);
    get('status').textContent = 'Computing';
  };

  async function answer() {
    clearTimeout(waiting);
    if (asking) asking.abort();
    const mine = new AbortController();
    asking = mine;
    history.replaceState(null, '', '#' + encodeURIComponent(JSON.stringify(design)));
    get('status').textContent = 'Computing';
    get('results').classList.add('stale');
    get('facts').classList.remove('certain');
    const began = performance.now();
    const tell = () => asking === mine && (get('status').textContent = 'Computing, ' + Math.round((performance.now() - began) / 1000) + ' s' + (get('facts').classList.contains('certain') ? '; what is certain already stands below, the rest is being simulated' : ''));
    const clock = setInterval(tell, 1000);
    certain(mine).then(there => there && tell());
    mine.signal.addEventListener('abort', () => clearInterval(clock));
    try {
      const told = await ask('answer', { tab: TAB, design }, mine.signal);
      if (asking !== mine || told.superseded) return;
      asking = null;
      clearInterval(clock);
      show(told, performance.now() - began);
    } catch (e) {
      if (mine.signal.aborted) return;
      asking = null;
      get('status').textContent = 'No answer';
      problems([{ path: '', says: e instanceof TypeError ? 'The server does not answer: has it ended?' : e.message }]);
    } finally {
      clearInterval(clock);
    }
  }

  /** Shows what is certain of a design while it is simulated; whether there is anything. What is wrong with it is told by the answer. */
  async function certain(mine) {
    try {
      const told = await ask('certain', { tab: TAB, design }, mine.signal);
      if (asking !== mine || !told.certain || !told.certain.length) return false;
      const facts = get('facts');
      facts.replaceChildren();
      facts.classList.add('certain');
      told.certain.forEach(f => {
        const fact = add(facts, 'div', null, 'fact');
        fact.dataset.certain = f.key;
        add(fact, 'dt', f.label);
        add(fact, 'dd', (f.exact ? '' : '\u2265 ') + text(f), 'value');
        if (f.exact) ratio(add(fact, 'dd'), f.value, pinnedFigure(f.key));
        else add(fact, 'dd', 'at least; being simulated');
      });
      if (told.first) {
        drawn = told.first;
        draw(told.first, 'Of one input alone, while the rest is simulated: its latencies, its pipeline and what parts do for it are as they will be; nothing is busy less than here, and what leaks is at least what stands here. ');
      }
      return true;
    } catch {
      return false;
    }
  }

  /* Problems, each at its field */

  function problems(all) {
    document.querySelectorAll('.wrong').forEach(e => e.classList.remove('wrong'));
    document.querySelectorAll('.wrong-why').forEach(e => e.remove());
    document.querySelectorAll('[aria-invalid]').forEach(e => e.removeAttribute('aria-invalid'));
    get('problems').replaceChildren();
    for (const { path, says } of all) {
      const row = closest(path);
      const field = document.querySelector('[data-field="' + CSS.escape(path) + '"]');
      const cell = path && document.querySelector('[data-copies="' + CSS.escape(path) + '"]');
      if (cell) {
        cell.setAttribute('aria-invalid', 'true');
        cell.parentElement.classList.add('wrong');
        add(cell.parentElement, 'p', says, 'wrong-why');
      } else if (row) {
        row.box.classList.add('wrong');
        row.field.setAttribute('aria-invalid', 'true');
        add(row.box, 'p', says, 'wrong-why');
        row.box.closest('details').open = true;
        row.box.hidden = false;
      } else if (field) {
        field.classList.add('wrong');
        field.setAttribute('aria-invalid', 'true');
      }
      if (!row && !cell) add(get('problems'), 'div', says);
    }
  }

  /** What a path is in: tile.core of tile.core.adc, mapping.layers of mapping.layers["conv.1"]. */
  const above = path => (path.match(/^(.+?)(?:\.[^.[\]"]+|\[(?:"[^"]*"|\d+)\])$/) || ['', ''])[1];

  /** The row of a path, or of what it is in or holds. */
  function closest(path) {
    for (let at = path; at; at = above(at)) {
      if (rows.has(at)) return rows.get(at);
      const inside = [...rows.keys()].find(p => p.startsWith(at + '.') && (p in design.set || path === at));
      if (inside) return rows.get(inside);
    }
    return null;
  }

  /* Parameters */

  const PREFIXES = [['f', 1e-15], ['p', 1e-12], ['n', 1e-9], ['u', 1e-6], ['m', 1e-3], ['', 1], ['k', 1e3], ['M', 1e6], ['G', 1e9], ['T', 1e12]];
  const PLAIN = new Set(['s', 'Hz', 'S/s', 'J', 'W', 'V', 'A', 'C', 'Ohm', 'S', 'F', 'bit/s', 'B/s', 'OP/s', 'J/bit', 'J/B', 'm']);

  const rounded = (value, digits) => String(Number(value.toPrecision(digits)));

  /** A number as chip files write it. */
  function written(value, p) {
    const had = p.value === null ? '' : p.value;
    if (value === p.si) return had;
    if (p.type === 'whole number') return String(value) + (p.unit ? ' ' + p.unit : '');
    if (!p.unit) return had.trim().endsWith('%') ? rounded(value * 100, 4) + ' %' : rounded(value, 4);
    if (p.unit === 'm2') return rounded(value * 1e12, 4) + ' um2';
    if (!PLAIN.has(p.unit) || value === 0) return rounded(value, 4) + ' ' + p.unit;
    const [prefix, scale] = [...PREFIXES].reverse().find(([, s]) => Math.abs(value) >= s * 0.9999) || PREFIXES[0];
    return rounded(value / scale, 4) + ' ' + prefix + p.unit;
  }

  /** Whether a number lies within the bounds of its parameter. */
  const allowed = (value, { min, minOpen, max, maxOpen }) => !(min !== undefined && (minOpen ? value <= min : value < min)) && !(max !== undefined && (maxOpen ? value >= max : value > max));

  /** Where a slider may stand: values about the stated one, itself among them, none that is out of bounds. */
  function stops(p) {
    const within = about(p).filter(value => allowed(value, p.limits));
    return within.length > 1 ? within : null;
  }

  function about(p) {
    const v = p.si;
    if (v === null || !Number.isFinite(v) || v < 0) return [];
    const whole = p.type === 'whole number';
    if (whole && v <= 32) return Array.from({ length: Math.max(16, 2 * v) + 1 }, (_, i) => i);
    if (v === 0) return p.unit ? [] : Array.from({ length: 41 }, (_, i) => i / 200);
    const power = whole && Number.isInteger(Math.log2(v));
    const all = Array.from({ length: 41 }, (_, i) => (power ? v * 2 ** ((i - 20) / 5) : v * 10 ** ((i - 20) / 20)));
    const steps = power ? all.filter((_, i) => i % 5 === 0) : all.map(x => Number(x.toPrecision(3)));
    steps[steps.length >> 1] = v;
    return [...new Set(steps.map(x => (whole ? Math.round(x) : x)))];
  }

  /** What is set of a parameter: itself, or parts of it. */
  const setOf = path => Object.keys(design.set).filter(other => other.startsWith(path) && /^($|[.[])/.test(other.slice(path.length)));

  function set(path, text, p) {
    last = path;
    setOf(path).filter(other => other !== path).forEach(other => delete design.set[other]);
    if (text === (p.stated === null ? '' : p.stated) || (text === '' && p.stated === null)) delete design.set[path];
    else design.set[path] = text === '' ? 'null' : text;
    soon();
  }

  const group = path => path.slice(0, Math.max(0, path.lastIndexOf('.'))) || 'the chip';

  function parameters(all) {
    const same = all.length === rows.size && all.every(p => rows.has(p.path) && rows.get(p.path).like === like(p));
    if (!same) build(all);
    all.forEach(p => rows.get(p.path).update(p));
    narrow();
  }

  const like = p => [p.type, p.unit, p.means, p.choices.join(), p.stated, p.bounds].join('|');

  function build(all) {
    const open = new Set(rows.size ? [...document.querySelectorAll('#parameters details[open]')].map(d => d.dataset.group) : OPEN);
    const held = document.activeElement && document.activeElement.dataset.path;
    const box = get('parameters');
    box.replaceChildren();
    rows = new Map();
    const groups = new Map();
    for (const p of all) {
      const name = group(p.path);
      if (!groups.has(name)) {
        const details = add(box, 'details');
        details.dataset.group = name;
        details.open = open.has(name);
        add(details, 'summary', name);
        groups.set(name, details);
      }
      rows.set(p.path, parameter(groups.get(name), p));
    }
    if (held && rows.has(held)) rows.get(held).field.focus();
  }

  function parameter(parent, first) {
    let p = first;
    const box = add(parent, 'div', null, 'parameter');
    box.dataset.path = p.path;
    const id = 'p-' + p.path;
    const label = add(box, 'label', p.path.slice(p.path.lastIndexOf('.') + 1));
    label.htmlFor = id;
    const field = add(box, p.choices.length ? 'select' : 'input');
    field.id = id;
    field.dataset.path = p.path;
    if (p.choices.length) {
      const words = p.value === null || !p.choices.includes(p.value) ? [''].concat(p.choices) : p.choices;
      words.forEach(word => (add(field, 'option', word === '' ? '\u2013' : word).value = word));
    }
    field.addEventListener('change', () => set(p.path, field.value.trim(), p));
    const places = p.choices.length ? null : stops(p);
    let slider = null;
    if (places) {
      slider = add(box, 'input');
      slider.type = 'range';
      slider.min = 0;
      slider.max = places.length - 1;
      slider.step = 1;
      slider.dataset.least = written(places[0], p);
      slider.dataset.most = written(places[places.length - 1], p);
      slider.setAttribute('aria-label', p.path);
      slider.addEventListener('input', () => {
        field.value = written(places[Number(slider.value)], p);
        slider.setAttribute('aria-valuetext', field.value);
        set(p.path, field.value, p);
      });
    }
    const said = add(box, 'p', p.means + (p.means ? '. ' : '') + [p.unit && /^(whole )?number$/.test(p.type) ? 'In ' + p.unit : p.type + (p.unit ? ' in ' + p.unit : ''), p.bounds, p.default === null ? (p.needed ? 'required' : 'may be absent') : 'default ' + p.default].filter(Boolean).join(', ') + '.');
    const from = add(box, 'p');
    const back = add(said, 'button', 'Reset');
    back.type = 'button';
    back.setAttribute('aria-label', 'Reset ' + p.path);
    back.addEventListener('click', () => {
      setOf(p.path).forEach(path => delete design.set[path]);
      soon();
    });
    return {
      box,
      field,
      like: like(p),
      text: (p.path + ' ' + p.means).toLowerCase(),
      isThere: () => p.value !== null,
      update(next) {
        p = next;
        const value = p.value === null ? '' : p.value;
        if (document.activeElement !== field || field.tagName === 'SELECT') field.value = value;
        if (slider && p.si !== null && document.activeElement !== slider) {
          slider.value = places.reduce((best, v, i) => (Math.abs(v - p.si) < Math.abs(places[best] - p.si) ? i : best), 0);
          slider.setAttribute('aria-valuetext', value);
        }
        const changed = setOf(p.path).length > 0;
        box.classList.toggle('changed', changed);
        back.hidden = !changed;
        from.hidden = p.source === '' || (p.value === null && !changed);
        from.textContent = (p.kind === 'assumed' ? 'Assumed: ' : p.kind === 'set' ? '' : 'Source: ') + p.source + (changed ? '; stated: ' + (p.stated === null ? 'nothing' : p.stated) : '');
        from.className = p.kind === 'assumed' ? 'assumed' : '';
      },
    };
  }

  function narrow() {
    const wanted = get('find').value.trim().toLowerCase();
    const changed = get('changed-only').checked;
    const absent = get('absent').checked;
    document.querySelectorAll('#parameters details').forEach(details => {
      let left = 0;
      details.querySelectorAll('.parameter').forEach(box => {
        const row = rows.get(box.dataset.path);
        const set = setOf(box.dataset.path).length > 0;
        const there = wanted !== '' || absent || row.isThere() || set || box.classList.contains('wrong');
        box.hidden = !(there && row.text.includes(wanted) && (!changed || set));
        left += box.hidden ? 0 : 1;
      });
      details.hidden = left === 0;
      if ((wanted || changed) && left) details.open = true;
    });
  }

  /* What it comes to */

  function show(told, ms) {
    if (told.parameters) parameters(told.parameters);
    const cell = last.startsWith('mapping.layers') ? [{ path: last, says: 'The model says no.' }] : [];
    problems(told.problems || (told.no ? [{ path: '', says: told.no }].concat(cell) : []));
    if (!told.charts) {
      get('facts').classList.remove('certain');
      if (shown && document.querySelector('[data-certain]')) figures(shown);
      if (shown && drawn !== shown) draw(shown);
      get('status').textContent = told.no ? 'The model says no' : 'That cannot be computed';
      return;
    }
    shown = told;
    get('results').classList.remove('stale');
    get('status').textContent = 'Answered in ' + si(ms / 1000, 's', 2) + (pinned ? '; \u00d7 is over the pinned design: ' + pinned.told.name : '');
    get('name').textContent = told.name;
    document.title = told.name + ', mho explore';
    figures(told);
    notes(told);
    drawn = told;
    draw(told);
  }

  /** All that is drawn, and the tables beside; of one input alone its words say that it is no more. */
  function draw(told, words = '') {
    limit(told, words);
    options(get('picture-of'), Array.from({ length: told.charts.floor.chips }, (_, i) => 'chip ' + (i + 1)).slice(0, 8));
    options(get('floor-within'), ['the chip'].concat(told.charts.tiles.map(t => 'one tile' + (t.name ? ': ' + t.name : ''))));
    mho.show(told.charts);
    layers(told);
    parts(told);
  }

  function options(select, names) {
    if (names.join('|') === Array.from(select.options, o => o.textContent).join('|')) return;
    select.replaceChildren();
    names.forEach(name => add(select, 'option', name));
  }

  /** How many times the pinned design's figure it is. */
  function ratio(parent, value, base) {
    if (!pinned || !Number.isFinite(value) || !Number.isFinite(base)) return;
    const times = base === value ? 1 : value / base;
    if (!Number.isFinite(times)) return;
    add(parent, 'span', ' \u00d7 ' + si(times, '', 3), 'ratio' + (times < 1 ? ' less' : times > 1 ? ' more' : ''));
  }

  const pinnedFigure = key => {
    const found = pinned && pinned.told.figures.find(f => f.key === key);
    return found ? found.value : NaN;
  };

  const text = f => si(f.value, f.unit);

  function figures(told) {
    const facts = get('facts');
    facts.classList.remove('certain');
    facts.replaceChildren();
    FIRST.map(key => told.figures.find(f => f.key === key)).filter(Boolean).forEach(f => {
      const fact = add(facts, 'div', null, 'fact');
      fact.dataset.key = f.key;
      add(fact, 'dt', f.label);
      why(add(fact, 'dd', null, 'value'), text(f), f.key, f);
      ratio(add(fact, 'dd'), f.value, pinnedFigure(f.key));
    });
    head(document.querySelector('#figures thead'), ['figure', 'value'].concat(pinned ? ['over the pinned'] : []).concat(['meaning']), 1, pinned ? 2 : 1);
    const body = document.querySelector('#figures tbody');
    body.replaceChildren();
    told.figures.forEach(f => {
      const row = add(body, 'tr');
      add(row, 'th', f.label).scope = 'row';
      why(add(row, 'td', null, 'number'), text(f), f.key, f);
      if (pinned) ratio(add(row, 'td', null, 'number'), f.value, pinnedFigure(f.key));
      add(row, 'td', f.means, 'wide');
    });
  }

  function head(thead, names, from, to) {
    thead.replaceChildren();
    const row = add(thead, 'tr');
    names.forEach((name, i) => (add(row, 'th', name, i >= from && i <= to ? 'number' : '').scope = 'col'));
  }

  function limit(told, words) {
    const { resource, busy, layers: served, says } = told.limit;
    get('limit').textContent = words + (served.length
      ? 'What limits it: ' + resource + ', which serves ' + served.slice(0, 3).join(', ') + (served.length > 3 ? ' and ' + (served.length - 3) + ' more' : '') + '. Every input keeps it busy for ' + si(busy, 's') + '.' + says
      : 'Nothing limits this run: no resource is ever busy.');
  }

  function notes(told) {
    const box = get('notes');
    box.replaceChildren();
    told.warnings.forEach(w => add(box, 'p', 'Warning: ' + w + '.'));
    told.remarks.forEach(r => add(box, 'p', 'Note: ' + r));
  }

  /** A table that can be sorted, made anew where its columns are others. */
  function table(id, names, numbers, lines) {
    const box = get(id);
    const same = Array.from(box.querySelectorAll('thead th'), h => h.textContent).join('|') === names.join('|');
    if (!same) {
      head(box.querySelector('thead'), names, numbers[0], numbers[1]);
      mho.sortable(box);
    } else {
      box.querySelectorAll('thead th').forEach(h => h.removeAttribute('aria-sort'));
    }
    const body = box.querySelector('tbody');
    const held = body.contains(document.activeElement) ? document.activeElement : null;
    body.replaceChildren();
    lines.forEach(line => {
      const row = add(body, 'tr');
      line.forEach((cell, i) => {
        const td = add(row, i === 0 ? 'th' : 'td', null, i >= numbers[0] && i <= numbers[1] ? 'number' : '');
        if (cell.v !== undefined && cell.v !== null) td.dataset.v = cell.v;
        if (cell.copies) copies(td, cell);
        else if (cell.figure && drawn === shown) why(td, cell.text, cell.figure, { label: cell.figure, means: '', why: shown.explained.includes(cell.figure) });
        else td.textContent = cell.text;
        if (cell.base !== undefined) ratio(td, cell.v, cell.base);
      });
    });
    if (held && held.dataset.copies) goOn(body, held);
  }

  /** A field for how often a layer stands on the chip; empty, it is as the chip's file says, or as the plan does. */
  function copies(cell, { text, copies: { layer, path, stated } }) {
    const field = add(cell, 'input', null, 'copies');
    field.value = text;
    field.inputMode = 'numeric';
    field.dataset.copies = path;
    field.setAttribute('aria-label', 'Copies of ' + layer);
    field.title = stated === null ? 'Empty: as the plan says' : 'Empty: ' + stated + ', as the file says';
    field.classList.toggle('changed', path in design.set);
    field.addEventListener('input', () => (field.dataset.typed = 'yes'));
    const taken = () => {
      if (!field.dataset.typed) return;
      delete field.dataset.typed;
      const typed = field.value.trim();
      set(path, typed === '' ? stated || '' : typed, { stated });
    };
    field.addEventListener('change', taken);
    field.addEventListener('blur', taken);
  }

  /** Whoever types in a table goes on when it is made anew. */
  function goOn(body, held) {
    const field = body.querySelector('[data-copies="' + CSS.escape(held.dataset.copies) + '"]');
    if (!field) return;
    if (held.dataset.typed) {
      field.value = held.value;
      field.dataset.typed = 'yes';
    }
    field.focus();
  }

  const plain = value => ({ text: value === null || value === undefined ? '\u2013' : typeof value === 'number' ? value.toLocaleString('en') : String(value), v: typeof value === 'number' ? value : undefined });

  function layers(told) {
    const before = new Map(pinned ? pinned.told.charts.layers.map(l => [l.name, l]) : []);
    const figure = (l, key, unit, name) => ({ text: si(l[key], unit), v: l[key], figure: name && 'layers.' + l.name + '.' + name, base: before.has(l.name) ? before.get(l.name)[key] : undefined });
    const stands = new Map(told.copies.map(c => [c.layer, c]));
    const often = l => ({ ...plain(l.copies), text: String(l.copies), copies: stands.get(l.name) });
    table('layer-table', ['layer', 'windows', 'copies', 'latency', 'least interval', 'energy', 'utilization', 'busy', 'bottleneck'], [1, 7], told.charts.layers.map(l => [
      plain(l.name), plain(l.windows), stands.has(l.name) ? often(l) : plain(l.copies), figure(l, 'latency', 's', 'latency_s'), figure(l, 'interval', 's', 'interval_s'), figure(l, 'energy', 'J', 'energy_j'),
      { text: percent(l.utilization), v: l.utilization }, { text: percent(l.bottleneckUtilization), v: l.bottleneckUtilization }, plain(l.bottleneck),
    ]));
  }

  function parts(told) {
    const before = new Map(pinned ? pinned.told.charts.components.map(c => [c.name, c]) : []);
    const figure = (c, key, unit, name) => ({ text: si(c[key], unit), v: c[key], figure: name && 'components.' + c.name + '.' + name, base: before.has(c.name) ? before.get(c.name)[key] : undefined });
    table('part-table', ['part', 'energy of an input', 'leakage of it', 'area'], [1, 3], told.charts.components.map(c => [
      plain(c.name), figure(c, 'energy', 'J', 'energy_j'), figure(c, 'leakage', 'J'), figure(c, 'area', 'm2', 'area_m2'),
    ]));
  }

  /* Why */

  function why(cell, text, figure, f) {
    cell.append(text);
    mho.why.button(cell, () => explain(figure, f));
  }

  async function explain(figure, f) {
    const dialog = mho.why.dialog(f.label, f.means);
    if (!f.why) return;
    const state = add(dialog, 'p', 'Taking it apart');
    try {
      const told = await ask('why', { tab: TAB, design, figure });
      state.remove();
      if (told.superseded) return;
      if (told.problems || told.no) {
        add(dialog, 'p', told.no || told.problems.map(p => p.says).join('\n'));
        return;
      }
      mho.why.told(dialog, told);
    } catch (e) {
      state.textContent = e.message;
    }
  }

  /* Charts of this page */

  /** The energy of an input as a pie, by part or by layer. */
  charts.pie = view => {
    const { layers: all, components } = view.data;
    const byPart = !view.choices.by;
    const leakage = components.reduce((a, c) => a + (c.leakage || 0), 0);
    const items = byPart ? components.map(c => ({ name: c.name, value: c.energy })) : all.map(l => ({ name: l.name, value: l.energy })).concat([{ name: 'leakage', value: leakage }]);
    const sorted = items.filter(i => i.value > 0).sort((a, b) => b.value - a.value);
    const total = sorted.reduce((a, i) => a + i.value, 0);
    if (!total) return null;
    const large = sorted.slice(0, 7);
    const rest = sorted.slice(7);
    if (rest.length) large.push({ name: rest.length + ' others', value: rest.reduce((a, i) => a + i.value, 0) });
    const size = Math.min(300, view.width * 0.6);
    const line = 20;
    const beside = view.width > 2 * size * 0.9;
    const wide = beside ? view.width - size - 16 : view.width;
    const listTop = beside ? Math.max(4, (size - large.length * line) / 2) : size + 8;
    let at = -Math.PI / 2;
    const angles = large.map(i => {
      const from = at;
      at += (2 * Math.PI * i.value) / total;
      return [from, at];
    });
    return {
      height: beside ? size + 8 : size + 12 + line * large.length,
      option: {
        tooltip: { formatter: p => tip(large[p.dataIndex].name, [['energy', si(large[p.dataIndex].value, 'J')], ['share', percent(large[p.dataIndex].value / total)]]) },
        series: [
          {
            type: 'custom',
            coordinateSystem: 'none',
            data: large.map(i => i.value),
            renderItem: params => {
              const n = params.dataIndex;
              const fill = view.colours.series[n];
              const x = beside ? size + 16 : 4;
              const y = listTop + n * line;
              const r = size / 2 - 4;
              return {
                type: 'group',
                children: [
                  { type: 'sector', shape: { cx: size / 2, cy: size / 2, r, r0: r * 0.45, startAngle: angles[n][0], endAngle: angles[n][1] }, style: { fill, stroke: view.colours.bg, lineWidth: 1.5 } },
                  { type: 'rect', shape: { x, y: y + 4, width: 12, height: 12 }, style: { fill } },
                  { type: 'text', style: { x: x + 18, y: y + 3, text: short(large[n].name, Math.max(8, Math.floor((wide - 80) / 6.6))) + '  ' + percent(large[n].value / total), fill: view.colours.fg, font: '12px system-ui, sans-serif' } },
                ],
              };
            },
          },
        ],
      },
    };
  };

  /** Where places are drawn: a tree by its levels, one long row in several. */
  function places(floor, chip) {
    const tiles = floor.tiles.filter(t => t.chip === chip);
    const links = floor.links.filter(l => l.chip === chip);
    const columns = 1 + Math.max(...tiles.map(t => t.x), 0);
    const level = new Map();
    if (floor.shape === 'tree') {
      links.forEach(l => [[l.ends[0], l.ends[1]], [l.ends[2], l.ends[3]]].forEach(([x, y]) => level.set(y, Math.max(level.get(y) || 0, x + 1))));
      const at = ([x, y]) => [((x + 0.5) * columns) / (level.get(y) || columns) - 0.5, y];
      return { tiles, links, at };
    }
    const wrap = Math.max(...tiles.map(t => t.y), 0) === 0 && columns > 16 && !links.length ? Math.ceil(Math.sqrt(columns)) : 0;
    return { tiles, links, at: ([x, y]) => (wrap ? [x % wrap, Math.floor(x / wrap)] : [x, y]) };
  }

  charts.picture = view => {
    const { floor, layers: all } = view.data;
    if (!floor.tiles.length) return null;
    const { tiles, links, at } = places(floor, Math.max(0, view.choices.chip || 0));
    if (!tiles.length) return null;
    const spots = tiles.map(t => at([t.x, t.y]));
    const ends = links.map(l => [at([l.ends[0], l.ends[1]]), at([l.ends[2], l.ends[3]])]);
    const every = spots.concat(ends.flat());
    const columns = 1 + Math.max(...every.map(p => p[0]));
    const rowsOf = 1 + Math.max(...every.map(p => p[1]));
    const cell = Math.min(84, (view.width - 8) / columns, Math.max(10, 480 / rowsOf));
    const together = new Map();
    const slot = spots.map(p => {
      const key = p.join();
      together.set(key, (together.get(key) || 0) + 1);
      return together.get(key) - 1;
    });
    const order = new Map(all.map((l, i) => [l.name, i]));
    const c = view.colours;
    const colour = t => (t.layers.length ? c.series[(order.get(t.layers[0]) || 0) % 7] : c.panel);
    const tileBox = i => {
      const side = Math.ceil(Math.sqrt(together.get(spots[i].join())));
      const each = (cell * 0.7) / side;
      return { x: 4 + (spots[i][0] + 0.15) * cell + (slot[i] % side) * each, y: 4 + (spots[i][1] + 0.15) * cell + Math.floor(slot[i] / side) * each, width: Math.max(1.5, each - 1.5), height: Math.max(1.5, each - 1.5) };
    };
    const linkShape = i => {
      const [[x1, y1], [x2, y2]] = ends[i];
      const long = Math.hypot(x2 - x1, y2 - y1) || 1;
      const [dx, dy] = [(-(y2 - y1) / long) * cell * 0.09, ((x2 - x1) / long) * cell * 0.09];
      return { x1: 4 + (x1 + 0.5) * cell + dx, y1: 4 + (y1 + 0.5) * cell + dy, x2: 4 + (x2 + 0.5) * cell + dx, y2: 4 + (y2 + 0.5) * cell + dy };
    };
    return {
      height: 8 + rowsOf * cell,
      option: {
        tooltip: {
          formatter: p => {
            if (p.seriesName === 'links') {
              const l = links[p.dataIndex];
              return tip(l.name, [['busy', percent(l.busy)]]);
            }
            return tip(...tileTold(tiles[p.dataIndex], floor));
          },
        },
        series: [
          {
            name: 'links',
            type: 'custom',
            coordinateSystem: 'none',
            z: 1,
            data: links.map(l => l.busy),
            renderItem: params => {
              const busy = links[params.dataIndex].busy;
              return { type: 'line', shape: linkShape(params.dataIndex), style: { stroke: busy > 0 ? c.series[4] : c.line, lineWidth: busy > 0 ? 1.5 + 6 * busy : 1, opacity: busy > 0 ? 0.35 + 0.65 * busy : 1 } };
            },
          },
          {
            name: 'tiles',
            type: 'custom',
            coordinateSystem: 'none',
            z: 2,
            data: tiles.map(t => t.busy),
            renderItem: params => {
              const i = params.dataIndex;
              const shape = tileBox(i);
              const t = tiles[i];
              const children = [
                { type: 'rect', shape, style: { fill: c.bg } },
                { type: 'rect', shape, style: { fill: colour(t), opacity: t.layers.length ? 0.25 + 0.75 * t.busy : 1, stroke: t.layers.length ? colour(t) : c.line, lineWidth: 1 } },
              ];
              if (shape.width > 40 && t.layers.length) {
                children.push({ type: 'text', silent: true, style: { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2, align: 'center', verticalAlign: 'middle', text: short(t.layers[0], Math.floor(shape.width / 6.5)) + (t.layers.length > 1 ? '\n+' + (t.layers.length - 1) : ''), fill: c.fg, stroke: c.bg, lineWidth: 2, font: '11px system-ui, sans-serif' } });
              }
              return { type: 'group', children };
            },
          },
        ],
      },
    };
  };

  function tileTold(t, floor) {
    return [
      'tile ' + t.tile + (floor.kinds[t.kind] ? ', ' + floor.kinds[t.kind] : ''),
      [['layers', t.layers.slice(0, 6).join(', ') + (t.layers.length > 6 ? ' and ' + (t.layers.length - 6) + ' more' : '') || 'none'], ['arrays in use', String(t.arrays)], ['these are busy', percent(t.busy)]],
    ];
  }

  /** A click on a tile shows what one of its kind is made of. */
  function zoom(p) {
    if (p.seriesName !== 'tiles') return;
    const { floor } = mho.data;
    const { tiles } = places(floor, Math.max(0, get('picture-of').selectedIndex));
    const t = tiles[p.dataIndex];
    const [name, lines] = tileTold(t, floor);
    get('tile-says').textContent = name + ': ' + lines.map(l => l.join(' ')).join('; ') + '.';
    get('floor-within').selectedIndex = Math.min(get('floor-within').options.length - 1, t.kind + 1);
    get('floor-within').dispatchEvent(new Event('change', { bubbles: true }));
  }

  /* Choices */

  function fill(select, names, none) {
    select.replaceChildren();
    if (none) add(select, 'option', none).value = '';
    names.forEach(name => (add(select, 'option', name).value = name));
  }

  function choose(id, value) {
    const select = get(id);
    if (!Array.from(select.options).some(o => o.value === value)) add(select, 'option', value).value = value;
    select.value = value;
  }

  function showChoices() {
    choose('chip', design.chip || '');
    choose('network', design.network || '');
    choose('data-set', design.data || '');
    choose('labels', design.labels || '');
    get('labels').parentElement.hidden = !design.labels;
    get('images').value = design.images || '';
    get('seed').value = design.seed || '';
  }

  function changed(key, text) {
    if (text === '') delete design[key];
    else design[key] = text;
    if (key === 'chip') design.set = {}; // what was set is of another chip
    if (key === 'network') {
      delete design.data;
      setOf('mapping.layers').forEach(path => delete design.set[path]); // of layers of another
    }
    if (key === 'network' || key === 'data') delete design.labels;
    last = key;
    showChoices();
    soon();
  }

  async function upload(file) {
    get('status').textContent = 'Uploading';
    const answer = await fetch('upload?name=' + encodeURIComponent(file.name), { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
    const told = await answer.json();
    if (!told.name) {
      get('status').textContent = 'Not taken';
      problems(told.problems || [{ path: '', says: told.fault || 'The file was not taken.' }]);
      return;
    }
    changed(get('upload-as').value, told.name);
  }

  async function exported() {
    const form = get('export-form').value;
    const told = await ask('export', { tab: TAB, design, ...(pinned ? { pinned: pinned.design } : {}), form });
    if (told.problems || told.no) {
      problems(told.problems || [{ path: '', says: told.no }]);
      return;
    }
    if (told.superseded) return;
    const dialog = document.createElement('dialog');
    dialog.className = 'why';
    dialog.setAttribute('aria-label', told.name);
    const close = add(dialog, 'button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    add(dialog, 'h3', told.name);
    const link = add(dialog, 'a', 'Save ' + told.name);
    link.download = told.name;
    link.href = URL.createObjectURL(new Blob([told.text], { type: 'application/octet-stream' }));
    if (told.name !== 'report.html') add(dialog, 'pre', told.text);
    document.body.appendChild(dialog);
    dialog.showModal();
  }

  /** The design of the address, if it holds one. */
  function addressed() {
    try {
      const read = JSON.parse(decodeURIComponent(location.hash.slice(1)));
      return read && typeof read === 'object' && typeof read.chip === 'string' ? { ...read, set: read.set && typeof read.set === 'object' ? read.set : {} } : null;
    } catch {
      return null;
    }
  }

  const failed = e => problems([{ path: '', says: e.message }]);

  async function begin() {
    started = await (await fetch('start')).json();
    design = addressed() || started.design;
    fill(get('chip'), started.chips);
    fill(get('network'), started.networks);
    fill(get('data-set'), started.data, 'none: time and energy alone');
    fill(get('labels'), [], 'beside the data');
    showChoices();
    document.querySelectorAll('#choices [data-field]').forEach(field => field.addEventListener('change', () => changed(field.dataset.field, field.value.trim())));
    get('upload').addEventListener('change', event => {
      const [file] = event.target.files;
      if (file) upload(file).catch(failed);
      event.target.value = '';
    });
    get('pin').addEventListener('click', () => {
      if (!shown) return;
      pinned = { design: structuredClone(design), told: shown };
      get('unpin').hidden = false;
      answer();
    });
    get('unpin').addEventListener('click', () => {
      pinned = null;
      get('unpin').hidden = true;
      answer();
    });
    get('export').addEventListener('click', () => exported().catch(failed));
    get('find').addEventListener('input', narrow);
    get('changed-only').addEventListener('change', narrow);
    get('absent').addEventListener('change', narrow);
    get('reset').addEventListener('click', () => {
      design.set = {};
      answer();
    });
    get('choices').addEventListener('submit', event => event.preventDefault());
    addEventListener('hashchange', () => {
      const other = addressed();
      if (!other) return;
      design = other;
      showChoices();
      answer();
    });
    addEventListener('pagehide', () => fetch('leave', { method: 'POST', keepalive: true, body: JSON.stringify({ tab: TAB }) }).catch(() => {}));
    await answer();
    const picture = mho.chart('picture');
    if (picture) picture.on('click', zoom);
  }

  document.addEventListener('DOMContentLoaded', () => begin().catch(failed));
})();
