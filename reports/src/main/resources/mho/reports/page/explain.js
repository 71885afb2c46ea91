/*
 * Figures of a run's report, taken apart by a click. Its data: made_of {lines: [{layer, part, action, count, energy, source}], figures:
 * {name: {tree, path, causes, remarks}}, sources}; joules of one input; sources by number. Energies are made of the lines, in the order
 * that they are asked for; a node of a tree with a figure is what that figure is made of.
 */
(() => {
  'use strict';
  const { why } = mho;
  const madeOf = JSON.parse(document.getElementById('data').textContent).made_of;
  if (!madeOf) return;
  const { lines, figures, sources } = madeOf;
  const COUNTED = 'sum of count \u00d7 price over what was done for one input; what is drawn at rest is counted in instance-seconds over the interval';

  const sum = all => all.reduce((a, l) => a + l.energy, 0);

  /** Lines as a tree: by what they have in common, the dearest first. */
  function tree(label, some, keys, equation) {
    return { label, value: sum(some), unit: 'J', formula: 'sum', equation, parts: keys.length ? groups(some, keys) : some.map(leaf) };
  }

  function groups(some, [key, ...rest]) {
    const all = new Map();
    some.forEach(l => all.set(l[key], (all.get(l[key]) || []).concat([l])));
    return [...all.entries()].map(([name, group]) => tree(name, group, rest)).sort((a, b) => b.value - a.value);
  }

  function leaf(l) {
    return {
      label: l.action,
      value: l.energy,
      unit: 'J',
      count: l.count,
      count_unit: l.action.startsWith('static') ? 's' : '',
      price: l.energy / l.count,
      source: l.source,
      assumed: /assumed|^direct: chip file$|^$/.test(sources[l.source]),
    };
  }

  const of = (layer, part) => lines.filter(l => (layer === null || l.layer === layer) && (part === null || l.part === part));

  /** Whose energy it is that a name asks for: everything between the first and the last dot. */
  const subject = figure => figure.slice(figure.indexOf('.') + 1, figure.lastIndexOf('.'));

  function energy(figure) {
    if (figure === 'energy_j') return tree('energy of an input', lines, ['layer', 'part'], COUNTED);
    const name = subject(figure);
    return figure.startsWith('layers.')
      ? tree('energy of ' + name, of(name, null), ['part'], COUNTED)
      : tree('energy of ' + name, of(null, name), ['layer'], COUNTED);
  }

  const explained = figure => figures[figure] || { tree: energy(figure), path: [], causes: [], remarks: [] };

  /** What stands in a tree, with what it stands for. */
  function meant(node) {
    const whole = node.figure ? { ...explained(node.figure).tree, label: node.label } : node;
    return typeof whole.source === 'number' ? { ...whole, source: sources[whole.source] } : whole;
  }

  document.querySelectorAll('[data-figure]').forEach(cell =>
    why.button(cell, () => {
      const told = explained(cell.dataset.figure);
      why.told(why.dialog(told.tree.label), told, meant);
    }),
  );

  /** The table of energies has a column for each part, of which a cell is no figure that has a name. */
  function cells(id, asked) {
    const found = document.getElementById(id);
    if (!found) return;
    const heads = [...found.querySelectorAll('thead th')].map(head => head.firstChild.textContent.trim());
    found.querySelectorAll('tbody tr').forEach(row => heads.forEach((head, i) => i > 0 && asked(row.cells[0].textContent.trim(), head, row.cells[i])));
  }

  cells('energy-table', (layer, head, cell) => {
    const some = head === 'all' ? of(layer, null) : of(layer, head);
    if (!some.length) return;
    const label = 'energy of ' + layer + (head === 'all' ? '' : ', ' + head);
    why.button(cell, () => why.branch(why.dialog(label), tree(label, some, head === 'all' ? ['part'] : [], COUNTED), true, meant));
  });
})();
