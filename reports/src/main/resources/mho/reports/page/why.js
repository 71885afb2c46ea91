/*
 * What a figure is made of, in a dialog. A node of its tree: {label, value, unit, formula, equation, parts}, with together and
 * together_value where small parts are told as one; or a leaf, {label, value, unit, count, count_unit, price, source, assumed}. Shares are of
 * the whole sum. Beside the tree stand the critical path of a time, the losses by cause of an accuracy, and what follows.
 */
(() => {
  'use strict';
  const { si, percent } = mho;
  const STRETCHES = 200;

  function add(parent, name, text, kind) {
    const child = parent.appendChild(document.createElement(name));
    if (text !== undefined && text !== null) child.textContent = text;
    if (kind) child.className = kind;
    return child;
  }

  /** Opens one and returns it. */
  function dialog(title, about) {
    const box = document.createElement('dialog');
    box.className = 'why';
    box.setAttribute('aria-label', title);
    const close = add(box, 'button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', () => box.close());
    box.addEventListener('close', () => box.remove());
    add(box, 'h3', title);
    if (about) add(box, 'p', about);
    document.body.appendChild(box);
    box.showModal();
    return box;
  }

  /** A button in a cell's place that asks. */
  function button(cell, asked) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'why';
    made.title = 'What it is made of';
    made.append(...cell.childNodes);
    cell.append(made);
    made.addEventListener('click', asked);
    return made;
  }

  const isSum = node => !node.formula || node.formula === 'sum';
  const shareOf = (value, whole) => (whole && whole.value && whole.unit !== '%' ? ', ' + percent(value / whole.value) : '');

  /** What is counted one by one, or at rest in instance-seconds. */
  function product(node) {
    if (node.count_unit === 's') return ' = ' + si(node.count, 's') + ' \u00d7 ' + si(node.price, 'W');
    return node.count === 1 || node.price === 1 ? '' : ' = ' + node.count.toLocaleString('en') + ' \u00d7 ' + si(node.price, node.unit);
  }

  /**
   * A node, unfolded or not, and all that is beneath.
   *
   * @param of makes of what stands in a tree the node that is meant
   * @param whole that shares are of; none for a tree's root
   */
  function branch(parent, stands, open, of = node => node, whole = null) {
    const node = of(stands);
    const says = node.label + ': ' + si(node.value, node.unit) + shareOf(node.value, whole);
    if (!node.parts) {
      const row = add(parent, 'p', says + product(node), 'leaf');
      add(row, 'span', node.source || 'nobody says where it comes from', node.assumed ? 'assumed' : '');
      return;
    }
    const box = add(parent, 'details');
    box.open = open;
    add(box, 'summary', says);
    if (node.equation) add(box, 'p', node.equation, 'equation');
    // the parts of quotients and products are wholes of their own
    const above = isSum(node) ? whole || node : null;
    node.parts.forEach(part => branch(box, part, !isSum(node), of, above));
    if (node.together) add(box, 'p', node.together + ' others: ' + si(node.together_value, node.unit) + shareOf(node.together_value, above), 'leaf');
  }

  const REASONS = {
    input: () => 'the input was there',
    predecessor: by => by + ' had made what it needs',
    room: by => by + ' had made room in the buffer between',
    slot: () => 'an earlier window was done',
    turn: by => by + ' had made what an earlier window of it needs',
  };

  function table(parent, heads, rows) {
    const made = add(add(parent, 'div', null, 'scroll'), 'table');
    const line = add(add(made, 'thead'), 'tr');
    heads.forEach(h => add(line, 'th', h).setAttribute('scope', 'col'));
    const body = add(made, 'tbody');
    rows.forEach(([name, ...cells]) => {
      const row = add(body, 'tr');
      add(row, 'th', name).setAttribute('scope', 'row');
      cells.forEach(c => add(row, 'td', c));
    });
  }

  function path(parent, stretches) {
    if (!stretches.length) return;
    const box = add(parent, 'details', null, 'path');
    add(box, 'summary', 'Critical path of the first input, ' + stretches.length + ' stretches');
    if (stretches.length > STRETCHES) add(box, 'p', 'The first ' + STRETCHES + ' of them; mho explain --json tells all.');
    table(
      box,
      ['layer', 'from', 'to', 'windows', 'waits', 'began when'],
      stretches
        .slice(0, STRETCHES)
        .map(s => [
          s.layer || '(input)',
          si(s.from_s, 's'),
          si(s.to_s, 's'),
          s.first_window + (s.last_window === s.first_window ? '' : ' \u2026 ' + s.last_window),
          s.waited_s ? si(s.waited_s, 's') : '',
          s.reason ? REASONS[s.reason](s.by) : '',
        ]),
    );
  }

  function causes(parent, losses) {
    if (!losses.length) return;
    add(parent, 'h4', 'Accuracy with each cause alone, and without it alone');
    table(
      parent,
      ['cause', 'alone on', 'alone off', 'switched off by'],
      losses.map(c => [c.cause, percent(c.alone_on), percent(c.alone_off), c.off.join(' ')]),
    );
  }

  /** All of an explanation: {tree, path, causes, remarks}. */
  function told(parent, why, of = node => node) {
    const isAccuracy = why.causes.length > 0;
    branch(parent, why.tree, true, isAccuracy ? node => ({ ...of(node), unit: '%' }) : of);
    why.remarks.forEach(r => add(parent, 'p', r));
    path(parent, why.path);
    causes(parent, why.causes);
  }

  mho.why = { add, dialog, button, branch, told };
})();
