/* The charts of a comparison. Its data: runs {letter, name}, the base first; totals {label, unit, values}; figures {label, unit, means};
   layers {name, leakage, figures: [{values}]}; components and shiftedLayers, one for each run but the base: {total, parts {name, base, other, share}}.
   Values have one entry a run, null where it has none. */
(() => {
  'use strict';
  const { charts, si, percent, tip, legendHeight, valueAxis, nameAxis, nameWidth, rowHeight, bars, ends } = mho;
  const MOST_AT_ONCE = 7;
  const LARGEST = 15;
  const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin', 'arrow'];

  const called = (data, run) => data.runs[run].letter + ', ' + data.runs[run].name;
  const colour = (view, run) => view.colours.series[run === 0 ? 7 : (run - 1) % 7];

  /** The runs beside the base that the reader wants to see. */
  function chosen(view) {
    const others = view.data.runs.map((_, i) => i).slice(1);
    const choice = view.choices.run;
    if (choice === undefined) return others;
    if (others.length > MOST_AT_ONCE) return [choice + 1];
    return choice === 0 ? others : [choice];
  }

  const ratio = (values, run) => (values[0] === null || values[run] === null ? null : values[0] === values[run] ? 1 : values[run] / values[0]);
  const times = value => (value === null ? '\u2013' : Number.isFinite(value) ? si(value, '', 4) : '\u221e');

  /** A place on a logarithmic scale, in as few signs as it takes. */
  function power(value) {
    const ten = Math.round(Math.log10(value));
    if (Math.abs(ten) < 4) return si(value, '', 3);
    return '10' + Array.from(String(ten), d => (d === '-' ? '\u207b' : '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'[d])).join('');
  }

  /** Marks on a logarithmic scale about the line where runs equal the base. Rows: {name, unit, values or ratios}. */
  function ratios(view, all, of) {
    const { data } = view;
    const c = view.colours;
    const runs = chosen(view);
    const rows = all.filter(row => runs.some(run => of(row, run) !== null));
    const marks = runs.map(run => rows.map(row => of(row, run)).map(v => (v !== null && v > 0 && Number.isFinite(v) ? v : null)));
    const drawn = marks.flat().filter(v => v !== null);
    if (!drawn.length) return null;
    const steps = Math.max(1, Math.ceil(Math.max(...drawn.map(v => Math.abs(Math.log2(v)))) - 1e-9));
    const base = steps > 6 ? 10 : 2;
    const far = base ** Math.ceil((steps * Math.log(2)) / Math.log(base) - 1e-9);
    const names = rows.map(r => r.name);
    const top = legendHeight(view, runs.map(run => called(data, run)));
    return {
      height: top + 54 + rowHeight(view, rows.length) * rows.length,
      option: {
        legend: { data: runs.map(run => called(data, run)) },
        grid: { left: nameWidth(view, names), right: 30, top: top + 22, bottom: 28 },
        xAxis: valueAxis(view, '', { type: 'log', logBase: base, min: 1 / far, max: far, position: 'top', axisLabel: { color: c.muted, hideOverlap: true, formatter: v => '\u00d7 ' + power(v) } }),
        yAxis: nameAxis(view, names, { splitLine: { show: true, lineStyle: { color: c.line, opacity: 0.5 } } }),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow', axis: 'y' },
          formatter: items => {
            const row = rows[names.indexOf(items[0].axisValue)];
            return tip(row.name, [[called(data, 0), si(row.values && row.values[0], row.unit)]].concat(
              runs.map(run => [called(data, run), (row.values ? si(row.values[run], row.unit) + ', ' : '') + '\u00d7 ' + times(of(row, run)), colour(view, run)])));
          },
        },
        series: [
          { name: 'base', type: 'line', symbol: 'none', silent: true, lineStyle: { color: c.fg, width: 1.5 }, data: [[1, names[0]], [1, names[names.length - 1]]] },
        ].concat(
          runs.map((run, n) => ({
            name: called(data, run),
            type: 'scatter',
            symbol: SYMBOLS[(run - 1) % SYMBOLS.length],
            symbolSize: 11,
            itemStyle: { color: colour(view, run), borderColor: c.bg, borderWidth: 1 },
            data: marks[n].map((v, i) => [v, names[i]]).filter(p => p[0] !== null),
          })),
        ),
      },
    };
  }

  charts.totals = view => ratios(view, view.data.totals.filter(t => t.unit !== 'dB').map(t => ({ ...t, name: t.label })), (row, run) => ratio(row.values, run));

  charts.ratios = view => {
    const { data } = view;
    const at = data.figures.map((f, i) => [f, i]).filter(([f]) => f.means.some(m => m !== null))[view.choices.figure];
    if (!at) return null;
    const [figure, index] = at;
    const rows = data.layers
      .map(l => ({ name: l.name, unit: figure.unit, values: l.figures[index].values }))
      .filter(l => l.values.some(v => v !== null));
    rows.push({ name: 'geometric mean', unit: '', means: figure.means });
    return ratios(view, rows, (row, run) => (row.means ? row.means[run] : ratio(row.values, run)));
  };

  charts.layers = view => {
    const { data } = view;
    const figure = data.figures[view.choices.figure];
    const runs = [0].concat(chosen(view));
    // leakage, often more than any layer, would leave the layers no room
    const rows = data.layers
      .filter(l => !l.leakage)
      .map(l => ({ name: l.name, values: l.figures[view.choices.figure].values }))
      .filter(l => l.values.some(v => v !== null));
    if (!rows.length) return null;
    const series = runs.map(run => ({
      name: called(data, run),
      type: 'bar',
      barGap: '0%',
      barCategoryGap: '24%',
      itemStyle: { color: colour(view, run) },
      data: rows.map(r => r.values[run]),
      label: ends(view, rows.length, n => si(rows[n].values[run], figure.unit, 3), runs.length),
    }));
    return bars(view, rows, series, figure.unit, {
      tall: 8 + 11 * runs.length,
      tip: r => tip(r.name, runs.map(run => [called(data, run), si(r.values[run], figure.unit) + (run ? ', \u00d7 ' + times(ratio(r.values, run)) : ''), colour(view, run)])),
    });
  };

  charts.shift = view => {
    const { data } = view;
    const run = view.choices.run || 0;
    const { total, parts } = (view.choices.by === 1 ? data.shiftedLayers : data.components)[run];
    const changed = parts.filter(p => p.other !== p.base);
    if (!changed.length) return null;
    const rows = changed.slice(0, LARGEST);
    const rest = changed.slice(rows.length);
    if (rest.length) {
      const sum = key => rest.reduce((a, p) => a + p[key], 0);
      rows.push({ name: rest.length + ' others', base: sum('base'), other: sum('other'), share: rest[0].share === null ? null : sum('share') });
    }
    rows.push({ name: 'all', base: parts.reduce((a, p) => a + p.base, 0), other: parts.reduce((a, p) => a + p.other, 0), share: total === 0 ? null : 1 });
    const [less, more] = [view.colours.series[0], view.colours.series[4]];
    const by = rows.map(r => r.other - r.base);
    const label = n => (by[n] > 0 ? '+' : '') + si(by[n], 'J', 3) + (rows[n].share === null || rows[n].name === 'all' ? '' : ', ' + percent(rows[n].share));
    const signed = [['more than the base', more, v => v > 0], ['less than the base', less, v => v <= 0]].map(([name, fill, holds]) => ({
      name,
      type: 'bar',
      stack: 'difference',
      barCategoryGap: '22%',
      itemStyle: { color: fill },
      data: by.map(v => (holds(v) ? v : null)),
      label: Object.assign(ends(view, rows.length, label), { position: 'right' }),
    }));
    const all = by[by.length - 1];
    return bars(view, rows, signed, 'J', {
      min: undefined,
      right: view.narrow ? 90 : 130,
      tip: r => tip(r.name, [[called(data, 0), si(r.base, 'J')], [called(data, run + 1), si(r.other, 'J')], ['difference', si(r.other - r.base, 'J'), r.other > r.base ? more : less], ['share', r.name === 'all' ? (all === 0 ? '\u2013' : '100 %') : percent(r.share)]]),
    });
  };
})();
