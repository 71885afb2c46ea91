/*
 * What all pages share: tables that sort and filter, and charts that follow the reader's width, colours and choices.
 *
 * A page's own script adds a function to mho.charts for each of its charts, by the chart's id. It is given a view
 *   data     the page's data
 *   choices  {key: index of the option chosen}
 *   width    of the drawing, in pixels; narrow says that it is a phone's
 *   print    whether it is drawn for paper
 *   colours  {fg, muted, line, bg, series: [8]}, the last of series for the rest
 * and gives back {height, option}, or null if there is nothing to draw. Options are those of ECharts; text in tooltips goes through
 * mho.tip, which never takes it for markup.
 */
const mho = (() => {
  'use strict';

  let data = JSON.parse(document.getElementById('data').textContent); // null where it comes later
  const charts = {};
  const drawn = new Map();
  const paper = matchMedia('print');
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const PREFIXES = ['a', 'f', 'p', 'n', '\u00b5', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

  function digits(number, count) {
    return String(Number(number.toPrecision(count)));
  }

  /** A figure in SI units as people read it. */
  function si(value, unit, count = 4) {
    if (value === null || value === undefined || !Number.isFinite(value)) return '\u2013';
    if (unit === 'm2') return digits(value * 1e6, count) + ' mm\u00b2';
    if (unit === 'op/s/m2') return si(value * 1e-6, 'OP/s/mm\u00b2', count);
    if (unit === 'op/J') return si(value, 'OP/s/W', count); // the same number
    if (unit && unit.startsWith('op/')) return si(value, unit.replace('op', 'OP'), count);
    if (unit === '%') return digits(value * 100, count) + ' %';
    if (!unit || unit === 'dB') {
      const size = Math.abs(value);
      const plain = size !== 0 && (size >= 1e7 || size < 1e-4) ? value.toExponential(count - 1) : digits(value, count);
      return unit ? plain + ' dB' : plain;
    }
    if (value === 0) return '0 ' + unit;
    const rounded = Number(value.toPrecision(count));
    const step = Math.max(-6, Math.min(6, Math.floor(Math.floor(Math.log10(Math.abs(rounded)) + 1e-12) / 3)));
    return digits(rounded / 10 ** (3 * step), count) + ' ' + PREFIXES[step + 6] + unit;
  }

  function percent(part) {
    return part === null || part === undefined ? '\u2013' : digits(100 * part, 3) + ' %';
  }

  /** A long name without its middle: beginnings and ends tell layers apart. */
  function short(name, length) {
    if (name.length <= length) return name;
    const head = Math.floor((length - 1) * 0.4);
    return name.slice(0, head) + '\u2026' + name.slice(name.length - (length - 1 - head));
  }

  /** Short names by which each of some is told from the others: the middle is left out only where the rest is different. */
  function shortNames(names, length) {
    for (let most = length; most <= 2 * length; most += 4) {
      const all = names.map(n => short(n, most));
      if (new Set(all).size === new Set(names).size) return all;
    }
    return names.map((n, i) => short(n, length - 4) + ' #' + (i + 1));
  }

  /** Long paths may break behind their dots and strokes, and nowhere else. */
  function breakable(cell) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const pieces = text.data.split(/(?<=[^\s\d][./_])(?=[^\s./_])/);
      if (pieces.length === 1) continue;
      const whole = document.createDocumentFragment();
      pieces.forEach((piece, i) => {
        if (i > 0) whole.append(document.createElement('wbr'));
        whole.append(piece);
      });
      text.replaceWith(whole);
    }
  }

  /** A tooltip: a heading and lines of [label, figure, colour]; null lines are left out. */
  function tip(heading, lines) {
    const box = document.createElement('div');
    box.className = 'tip';
    box.appendChild(document.createElement('b')).textContent = heading;
    for (const line of lines) {
      if (!line) continue;
      const row = box.appendChild(document.createElement('div'));
      const label = row.appendChild(document.createElement('span'));
      if (line[2]) label.appendChild(document.createElement('i')).style.background = line[2];
      label.appendChild(document.createTextNode(line[0]));
      row.appendChild(document.createElement('span')).textContent = line[1];
    }
    return box;
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const of = name => style.getPropertyValue(name).trim();
    return {
      fg: of('--fg'),
      muted: of('--muted'),
      line: of('--line'),
      bg: of('--bg'),
      panel: of('--panel'),
      series: of('--series').split(/\s+/),
    };
  }

  /** Settings every chart has. */
  function common(view, option) {
    const c = view.colours;
    return Object.assign(
      {
        animation: false,
        backgroundColor: 'transparent',
        color: c.series,
        textStyle: { color: c.fg, fontFamily: 'system-ui, sans-serif' },
        aria: { enabled: true },
      },
      option,
      {
        tooltip: Object.assign(
          {
            confine: true,
            backgroundColor: c.bg,
            borderColor: c.line,
            textStyle: { color: c.fg },
            extraCssText: 'max-width: min(22rem, 90vw); white-space: normal;',
          },
          option.tooltip,
        ),
      },
      option.legend ? { legend: legend(view, option.legend) } : {},
    );
  }

  function legend(view, more) {
    return Object.assign(
      {
        type: 'plain',
        top: 0,
        left: 0,
        itemWidth: 14,
        itemHeight: 10,
        itemGap: 12,
        textStyle: { color: view.colours.fg, fontSize: 12 },
        inactiveColor: view.colours.line,
      },
      more,
    );
  }

  /** Room that a legend of these names takes: lines of it, in pixels. */
  function legendHeight(view, names) {
    let lines = 1;
    let used = 0;
    for (const name of names) {
      const wide = 34 + 7 * name.length;
      if (used > 0 && used + wide > view.width) {
        lines += 1;
        used = 0;
      }
      used += wide;
    }
    return 8 + 22 * lines;
  }

  /** Axes in the reader's colours. */
  function valueAxis(view, unit, more) {
    const c = view.colours;
    return Object.assign(
      {
        type: 'value',
        axisLine: { lineStyle: { color: c.muted } },
        axisLabel: { color: c.muted, hideOverlap: true, formatter: v => si(v, unit, 3) },
        splitLine: { lineStyle: { color: c.line } },
        splitNumber: view.narrow ? 3 : 5,
        nameTextStyle: { color: c.muted },
      },
      more,
    );
  }

  function nameAxis(view, names, more) {
    const c = view.colours;
    const length = view.narrow ? 16 : 24;
    const shorter = shortNames(names, length);
    return Object.assign(
      {
        type: 'category',
        inverse: true,
        data: names,
        axisLine: { lineStyle: { color: c.muted } },
        axisTick: { show: false },
        axisLabel: {
          color: c.fg,
          interval: 0,
          fontSize: Math.max(4, Math.min(11, rowHeight(view, names.length) * 0.8)),
          formatter: (name, index) => shorter[index],
        },
      },
      more,
    );
  }

  /** Width of the names' axis, and height of a row of it. */
  function nameWidth(view, names) {
    const longest = Math.max(1, ...names.map(n => n.length));
    return 10 + (view.narrow ? 6.2 : 6.7) * Math.min(longest, view.narrow ? 16 : 24);
  }

  function rowHeight(view, rows, tall = 24) {
    return view.print ? Math.max(6, Math.min(tall, 800 / Math.max(1, rows))) : tall;
  }

  /** Whether so high a chart is scrolled: its scale then stands above, to be seen at once. */
  const scrolls = (view, height) => !view.print && height > 700;

  /** Horizontal bars over rows that have a name, one or more a row. */
  function bars(view, rows, series, unit, more = {}) {
    const names = rows.map(l => l.name);
    const top = more.legend === false ? 4 : legendHeight(view, series.map(s => s.name));
    const thick = rowHeight(view, rows.length, more.tall || 24);
    const above = scrolls(view, thick * rows.length);
    return {
      height: top + 34 + thick * rows.length,
      option: {
        legend: more.legend === false ? undefined : { data: series.map(s => s.name) },
        grid: { left: nameWidth(view, names), right: more.right || 78, top: top + (above ? 24 : 4), bottom: above ? 6 : 26 },
        xAxis: valueAxis(view, unit, { max: more.max, min: 'min' in more ? more.min : 0, position: above ? 'top' : 'bottom' }),
        yAxis: nameAxis(view, names),
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: items => more.tip(rows[items[0].dataIndex]) },
        series,
      },
    };
  }

  /** Figures at the ends of bars, where there is room for them: so many bars a row. */
  const ends = (view, rows, text, side = 1) => ({
    show: rowHeight(view, rows) / side > 7,
    position: 'right',
    color: view.colours.fg,
    textBorderWidth: 0,
    fontSize: Math.min(11, rowHeight(view, rows, 22 * side) / side),
    formatter: p => text(p.dataIndex),
  });

  /**
   * Where the names of marks have room: 'right', 'left', 'top' or 'bottom' of each mark, or null where nowhere is. Marks {x, y: parts of the
   * drawing, y upwards; text}, the most important first, on a drawing of so many pixels; others {x, y} are not to be covered.
   */
  function labelPlaces(marks, width, height, others = []) {
    const taken = marks.concat(others).map(m => {
      const [x, y] = [m.x * width, (1 - m.y) * height];
      return [x - 6, y - 6, x + 6, y + 6];
    });
    const free = (box, own) =>
      box[0] >= -50 && box[2] <= width + 16 && box[1] >= -14 && box[3] <= height &&
      taken.every((t, i) => i === own || t[2] <= box[0] || t[0] >= box[2] || t[3] <= box[1] || t[1] >= box[3]);
    return marks.map((m, i) => {
      const [x, y, w] = [m.x * width, (1 - m.y) * height, 6.2 * m.text.length];
      const boxes = {
        right: [x + 7, y - 7, x + 9 + w, y + 7],
        top: [x - w / 2, y - 21, x + w / 2, y - 7],
        bottom: [x - w / 2, y + 7, x + w / 2, y + 21],
        left: [x - 9 - w, y - 7, x - 7, y + 7],
      };
      const place = Object.keys(boxes).find(p => free(boxes[p], i));
      if (place) taken.push(boxes[place]);
      return place || null;
    });
  }

  /** A label there, or none. */
  const labelAt = (view, place, text) => ({ show: place !== null, position: place || 'right', distance: 4, formatter: () => text, color: view.colours.fg, fontSize: 11, textBorderColor: view.colours.bg, textBorderWidth: 2 });

  function draw(figure) {
    const make = charts[figure.dataset.chart];
    const canvas = figure.querySelector('.canvas');
    figure.hidden = false;
    const width = Math.floor(canvas.clientWidth);
    if (!make || width === 0 || data === null) return;
    const choices = {};
    for (const select of figure.querySelectorAll('select[data-choice]')) {
      choices[select.dataset.choice] = select.selectedIndex;
    }
    const view = { data, choices, width, narrow: width < 560, print: paper.matches, colours: colours() };
    const made = make(view);
    if (!made) {
      figure.hidden = true;
      return;
    }
    const height = Math.round(made.height);
    canvas.style.height = height + 'px';
    let chart = drawn.get(figure);
    if (!chart) {
      chart = echarts.init(canvas, null, { renderer: 'svg', width, height });
      drawn.set(figure, chart);
    }
    chart.resize({ width, height });
    chart.setOption(common(view, made.option), { notMerge: true });
    figure.dataset.width = String(width);
  }

  function drawAll() {
    document.querySelectorAll('figure.chart').forEach(draw);
  }

  /** Other data, drawn anew. */
  function show(next) {
    data = next;
    drawAll();
  }

  function start() {
    drawAll();
    const watcher = new ResizeObserver(entries => {
      for (const entry of entries) {
        const figure = entry.target.closest('figure');
        if (figure.dataset.width !== String(Math.floor(entry.target.clientWidth))) draw(figure);
      }
    });
    document.querySelectorAll('figure.chart').forEach(figure => {
      watcher.observe(figure.querySelector('.canvas'));
      figure.addEventListener('change', () => draw(figure));
    });
    dark.addEventListener('change', drawAll);
    paper.addEventListener('change', drawAll);
    addEventListener('beforeprint', drawAll);
    addEventListener('afterprint', drawAll);
    document.querySelectorAll('.table th, .table td.plain, .table td.wide, .fact dd, main > section > p').forEach(breakable);
    document.querySelectorAll('.table').forEach(sortable);
    document.querySelectorAll('.choices[data-for]').forEach(filtered);
    document.querySelectorAll('button.copy').forEach(copying);
    document.documentElement.dataset.ready = 'true';
  }

  /* Tables */

  function sortable(table) {
    const heads = table.querySelectorAll('thead th');
    heads.forEach((head, column) => {
      const note = head.querySelector('sup');
      const button = document.createElement('span'); // a real button is left out where paper repeats the head of a table
      button.setAttribute('role', 'button');
      button.tabIndex = 0;
      button.title = 'Sort by this column';
      while (head.firstChild && head.firstChild !== note) button.appendChild(head.firstChild);
      head.insertBefore(button, note);
      button.addEventListener('click', () => {
        const numeric = head.classList.contains('number');
        const first = numeric ? 'descending' : 'ascending';
        const other = numeric ? 'ascending' : 'descending';
        const order = head.getAttribute('aria-sort') === first ? other : first;
        heads.forEach(h => h.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', order);
        sort(table.querySelector('tbody'), column, numeric, order === 'ascending' ? 1 : -1);
      });
      button.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        button.click();
      });
    });
  }

  /** Rows without a figure stay last, whichever way the others go. */
  function sort(body, column, numeric, direction) {
    const key = row => {
      const cell = row.cells[column];
      if (!numeric) return cell.textContent;
      return cell.dataset.v === undefined ? null : Number(cell.dataset.v);
    };
    const rows = Array.from(body.rows, row => [key(row), row]);
    rows.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return direction * (numeric ? a - b : a.localeCompare(b, 'en', { numeric: true }));
    });
    body.append(...rows.map(([, row]) => row));
  }

  function filtered(box) {
    const body = document.getElementById(box.dataset.for).querySelector('tbody');
    const text = box.querySelector('[data-filter="text"]');
    const marks = box.querySelectorAll('[data-filter="mark"]');
    box.hidden = false;
    box.addEventListener('input', () => {
      const wanted = text.value.trim().toLowerCase();
      const asked = Array.from(marks).filter(m => m.checked).map(m => m.value);
      let left = 0;
      for (const row of body.rows) {
        const has = (row.dataset.marks || '').split('|');
        const shown = asked.every(m => has.includes(m)) && row.textContent.toLowerCase().includes(wanted);
        row.hidden = !shown;
        left += shown ? 1 : 0;
      }
      box.querySelector('output').textContent = left + ' of ' + body.rows.length + ' rows';
    });
  }

  function copying(button) {
    const text = document.getElementById(button.dataset.copy);
    button.addEventListener('click', () => {
      const range = document.createRange();
      range.selectNodeContents(text);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand('copy');
      button.textContent = 'Copied';
    });
  }

  return {
    get data() { return data; },
    charts, start, show, sortable, si, percent, short, shortNames, tip,
    legendHeight, valueAxis, nameAxis, nameWidth, rowHeight, scrolls, bars, ends, labelPlaces, labelAt,
    chart: id => drawn.get(document.getElementById(id + '-chart')),
  };
})();
document.addEventListener('DOMContentLoaded', mho.start);
