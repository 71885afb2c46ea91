/*
 * Energies of a run's report, taken apart by a click: layer, part, action, count x price, and where the price comes from. Its data:
 * ledger {sources, lines: [{layer, part, action, count, energy, source}]}, joules of one input, sources by number.
 */
(() => {
  'use strict';
  const { si, percent } = mho;
  const ledger = JSON.parse(document.getElementById('data').textContent).ledger;
  if (!ledger) return;

  const sum = lines => lines.reduce((a, l) => a + l.energy, 0);

  /** Lines by what they have in common, the dearest first. */
  function groups(lines, key) {
    const all = new Map();
    lines.forEach(l => all.set(l[key], (all.get(l[key]) || []).concat([l])));
    return [...all.entries()].sort((a, b) => sum(b[1]) - sum(a[1]));
  }

  function add(parent, name, text, kind) {
    const child = parent.appendChild(document.createElement(name));
    child.textContent = text;
    if (kind) child.className = kind;
    return child;
  }

  /** A branch that unfolds, down to lines of the ledger. */
  function branch(parent, label, lines, keys, whole, open) {
    if (keys.length === 0) {
      lines.forEach(l => leaf(parent, l, whole));
      return;
    }
    const box = parent.appendChild(document.createElement('details'));
    box.open = open;
    add(box, 'summary', label + ': ' + si(sum(lines), 'J') + ', ' + percent(sum(lines) / whole));
    groups(lines, keys[0]).forEach(([name, some]) => branch(box, name, some, keys.slice(1), whole, false));
  }

  /** What is drawn at rest is counted in instance-seconds, all else one by one. */
  function product(l) {
    return l.action.startsWith('static')
      ? si(l.count, 's') + ' \u00d7 ' + si(l.energy / l.count, 'W')
      : l.count.toLocaleString('en') + ' \u00d7 ' + si(l.energy / l.count, 'J');
  }

  function leaf(parent, l, whole) {
    const source = ledger.sources[l.source];
    const row = add(parent, 'p', l.action + ': ' + product(l) + ' = ' + si(l.energy, 'J') + ', ' + percent(l.energy / whole), 'leaf');
    const cited = add(row, 'span', source || 'nobody says where the price comes from');
    if (/assumed|^direct: chip file$|^$/.test(source)) cited.className = 'assumed';
  }

  function show(title, lines, keys) {
    const dialog = document.createElement('dialog');
    dialog.className = 'why';
    dialog.setAttribute('aria-label', title);
    const close = add(dialog, 'button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    add(dialog, 'h3', title);
    add(dialog, 'p', 'Sum of count \u00d7 price over what was done for one input, what is drawn at rest over the interval included. Shares are of ' + si(sum(lines), 'J') + '; what is assumed is marked.');
    const [first, ...rest] = keys;
    const whole = sum(lines);
    if (first === undefined) branch(dialog, title, lines, [], whole, true);
    else groups(lines, first).forEach(([name, some], i) => branch(dialog, name, some, rest.length || first === 'action' ? rest : ['action'], whole, i === 0));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.appendChild(dialog);
    dialog.showModal();
  }

  /** A figure becomes a button that shows what it is made of. */
  function opens(cell, title, lines, keys) {
    if (!lines.length) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'why';
    button.title = 'What it is made of';
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener('click', () => show(title, lines, keys));
  }

  /** What a head of a column says, without its footnote. */
  const said = head => head.firstChild.textContent.trim();
  const of = (layer, part) => ledger.lines.filter(l => (layer === null || l.layer === layer) && (part === null || l.part === part));

  function table(id, asked) {
    const found = document.getElementById(id);
    if (!found) return;
    const heads = [...found.querySelectorAll('thead th')].map(said);
    found.querySelectorAll('tbody tr').forEach(row => {
      const name = row.cells[0].textContent.trim();
      heads.forEach((head, i) => {
        if (i > 0 && row.cells[i].dataset.v) asked(name, head, row.cells[i]);
      });
    });
  }

  table('layer-table', (layer, head, cell) => head === 'energy' && opens(cell, 'Energy of ' + layer, of(layer, null), ['part', 'action']));
  table('components', (part, head, cell) => head === 'energy' && opens(cell, 'Energy of ' + part, of(null, part), ['layer', 'action']));
  table('energy-table', (layer, head, cell) =>
    opens(cell, 'Energy of ' + layer + (head === 'all' ? '' : ', ' + head), of(layer, head === 'all' ? null : head), head === 'all' ? ['part', 'action'] : ['action']),
  );
  document.querySelectorAll('.fact').forEach(fact => {
    if (fact.querySelector('dt').textContent.trim() === 'Energy of an input') {
      opens(fact.querySelector('.value'), 'Energy of an input', ledger.lines, ['layer', 'part', 'action']);
    }
  });
})();
