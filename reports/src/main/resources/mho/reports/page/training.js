/* The charts of a training. Its data: epochs {epoch, loss, training, test, time, energy, phases {phase, span, energy}, layers {layer, pulses, transferred, cells,
   saturated, worn}}, distributions {layer, from, to, weightsBefore, weightsAfter, cellsBefore, cellsAfter: counts in equal parts}; SI units throughout. */
(() => {
  'use strict';
  const { charts, si, percent, tip, legendHeight, valueAxis, bars, ends } = mho;

  const last = data => data.epochs[data.epochs.length - 1];
  const sum = numbers => numbers.reduce((a, b) => a + b, 0);

  /** Lines over epochs: {name, colour, of: epoch => figure}. */
  function curves(view, lines, unit, more) {
    const { epochs } = view.data;
    const c = view.colours;
    const top = legendHeight(view, lines.map(l => l.name));
    const few = epochs.length <= 30;
    return {
      height: top + (view.narrow ? 240 : 300),
      option: {
        legend: { data: lines.map(l => l.name) },
        grid: { left: 62, right: 24, top: top + 12, bottom: 44 },
        xAxis: valueAxis(view, '', { name: 'epoch', nameLocation: 'middle', nameGap: 28, minInterval: 1, min: 1, max: Math.max(2, epochs.length), splitLine: { show: false } }),
        yAxis: valueAxis(view, unit, Object.assign({ scale: true }, more)),
        tooltip: {
          trigger: 'axis',
          formatter: items => {
            const epoch = epochs[items[0].dataIndex];
            return tip('Epoch ' + epoch.epoch, lines.map(l => [l.name, unit === '%' ? percent(l.of(epoch)) : si(l.of(epoch), unit), l.colour]));
          },
        },
        series: lines.map(l => ({
          name: l.name,
          type: 'line',
          symbol: l.symbol,
          symbolSize: 8,
          showSymbol: few,
          lineStyle: { color: l.colour, width: 2, type: l.dashed ? 'dashed' : 'solid' },
          itemStyle: { color: l.colour, borderColor: c.bg },
          data: epochs.map(e => [e.epoch, l.of(e)]),
        })),
      },
    };
  }

  charts.loss = view => curves(view, [{ name: 'loss', colour: view.colours.series[4], symbol: 'circle', of: e => e.loss }], '', { min: 0 });

  charts.accuracy = view =>
    curves(
      view,
      [
        { name: 'training set', colour: view.colours.series[0], symbol: 'circle', dashed: true, of: e => e.training },
        { name: 'test set', colour: view.colours.series[1], symbol: 'diamond', of: e => e.test },
      ],
      '%',
      { max: 1 },
    );

  /** Every epoch a column, its phases stacked. */
  charts.energy = view => {
    const { epochs } = view.data;
    const names = epochs[0].phases.map(p => p.phase);
    const top = legendHeight(view, names);
    const of = (epoch, name) => epoch.phases.filter(p => p.phase === name).map(p => p.energy)[0] || 0;
    return {
      height: top + (view.narrow ? 240 : 300),
      option: {
        legend: { data: names },
        grid: { left: 72, right: 24, top: top + 12, bottom: 44 },
        xAxis: { type: 'category', data: epochs.map(e => String(e.epoch)), name: 'epoch', nameLocation: 'middle', nameGap: 28, axisLabel: { color: view.colours.muted }, axisLine: { lineStyle: { color: view.colours.muted } }, nameTextStyle: { color: view.colours.muted } },
        yAxis: valueAxis(view, 'J', { min: 0 }),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          formatter: items => {
            const epoch = epochs[items[0].dataIndex];
            return tip('Epoch ' + epoch.epoch, [['energy', si(epoch.energy, 'J')], ['time', si(epoch.time, 's')]].concat(
              names.map((name, i) => [name, si(of(epoch, name), 'J') + ', ' + percent(of(epoch, name) / epoch.energy), view.colours.series[i % 8]])));
          },
        },
        series: names.map((name, i) => ({ name, type: 'bar', stack: 'energy', barMaxWidth: 60, itemStyle: { color: view.colours.series[i % 8] }, data: epochs.map(e => of(e, name)) })),
      },
    };
  };

  charts.spans = view => {
    const phases = last(view.data).phases.filter(p => p.span > 0).map(p => ({ ...p, name: p.phase }));
    if (!phases.length) return null;
    return bars(
      view,
      phases,
      [{ name: 'span', type: 'bar', itemStyle: { color: view.colours.series[2] }, data: phases.map(p => p.span), label: ends(view, phases.length, n => si(phases[n].span, 's', 3)) }],
      's',
      { legend: false, tip: p => tip(p.name, [['span', si(p.span, 's')], ['energy of the epoch', si(p.energy, 'J')]]) },
    );
  };

  /** Counts before and behind, over the same parts. */
  function histogram(view, before, behind, from, to, unit, name) {
    if (!before.length) return null;
    const c = view.colours;
    const step = (to - from) / before.length;
    const all = [sum(before), sum(behind)];
    const steps = counts => counts.map((count, i) => [from + i * step, count]).concat([[to, counts[counts.length - 1]]]);
    const lines = [
      ['before', before, c.series[7], 0.25],
      ['behind', behind, c.series[0], 0.45],
    ];
    const top = legendHeight(view, lines.map(l => l[0]));
    return {
      height: top + (view.narrow ? 240 : 300),
      option: {
        legend: { data: lines.map(l => l[0]) },
        grid: { left: 62, right: 24, top: top + 12, bottom: 44 },
        xAxis: valueAxis(view, unit, { name, nameLocation: 'middle', nameGap: 28, min: from, max: to > from ? to : from + 1, splitLine: { show: false } }),
        yAxis: valueAxis(view, '', { min: 0 }),
        tooltip: {
          trigger: 'axis',
          formatter: items => {
            const at = Math.min(before.length - 1, items[0].dataIndex);
            return tip(
              si(from + at * step, unit, 3) + ' to ' + si(from + (at + 1) * step, unit, 3),
              lines.map(([label, counts, colour], i) => [label, counts[at] + ', ' + percent(counts[at] / (all[i] || 1)), colour]),
            );
          },
        },
        series: lines.map(([label, counts, colour, opacity]) => ({
          name: label,
          type: 'line',
          step: 'end',
          symbol: 'none',
          lineStyle: { color: colour, width: 1.5 },
          itemStyle: { color: colour },
          areaStyle: { color: colour, opacity },
          data: steps(counts),
        })),
      },
    };
  }

  charts.weights = view => {
    const layer = view.data.distributions[view.choices.layer];
    return histogram(view, layer.weightsBefore, layer.weightsAfter, layer.from, layer.to, '', 'weight');
  };

  charts.cells = view => {
    const layer = view.data.distributions[view.choices.layer];
    return histogram(view, layer.cellsBefore, layer.cellsAfter, 0, 1, '%', 'conductance, part of the window');
  };

  charts.pulses = view => {
    const { epochs } = view.data;
    const [one, two] = view.colours.series;
    const all = (name, of) => sum(epochs.map(e => e.layers.filter(l => l.layer === name).map(of)[0] || 0));
    const rows = last(view.data).layers.filter(l => l.cells !== null).map(l => ({ ...l, name: l.layer, pulses: all(l.layer, x => x.pulses), transferred: all(l.layer, x => x.transferred) }));
    if (!rows.length) return null;
    return bars(
      view,
      rows,
      [
        { name: 'of updates', type: 'bar', stack: 'pulses', itemStyle: { color: one }, data: rows.map(r => r.pulses) },
        { name: 'of transfers', type: 'bar', stack: 'pulses', itemStyle: { color: two }, data: rows.map(r => r.transferred), label: ends(view, rows.length, n => si(rows[n].pulses + rows[n].transferred, '', 3)) },
      ],
      '',
      { tip: r => tip(r.name, [['of updates', si(r.pulses, ''), one], ['of transfers', si(r.transferred, ''), two], ['cells', si(r.cells, '')], ['at a bound', percent(r.saturated / r.cells)]]) },
    );
  };

  charts.wear = view => {
    const rows = last(view.data).layers.filter(l => l.cells !== null).map(l => ({ ...l, name: l.layer }));
    if (!rows.length) return null;
    return bars(
      view,
      rows,
      [{ name: 'most worn cell', type: 'bar', itemStyle: { color: view.colours.series[5] }, data: rows.map(r => r.worn), label: ends(view, rows.length, n => si(rows[n].worn, '', 3)) }],
      '',
      { legend: false, tip: r => tip(r.name, [['pulses on the most worn cell', si(r.worn, '')], ['mean of a cell, last epoch', si((r.pulses + r.transferred) / r.cells, '', 3)]]) },
    );
  };
})();
