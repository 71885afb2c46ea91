/* The charts of a run's report. Its data: run, peak, rest (leakage), layers, components, values; SI units throughout. */
(() => {
  'use strict';
  const { charts, si, percent, short, tip, legendHeight, valueAxis, nameAxis, nameWidth, rowHeight, scrolls, bars, ends, labelPlaces, labelAt } = mho;
  const KINDS = 7;

  const sum = numbers => numbers.reduce((a, b) => a + b, 0);

  charts.energy = view => {
    const { layers } = view.data;
    const share = view.choices.show === 1;
    const totals = new Map();
    layers.forEach(l => Object.entries(l.parts).forEach(([part, j]) => totals.set(part, (totals.get(part) || 0) + j)));
    const ranked = [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a));
    const kinds = ranked.length <= KINDS + 1 ? ranked : ranked.slice(0, KINDS);
    const rest = ranked.slice(kinds.length);
    const groups = kinds.map(k => [k, [k]]).concat(rest.length ? [[rest.length + ' others', rest]] : []);
    const of = (layer, parts) => sum(parts.map(p => layer.parts[p] || 0)) / (share ? layer.energy || 1 : 1);
    const series = groups.map(([name, parts], i) => ({
      name,
      type: 'bar',
      stack: 'energy',
      barCategoryGap: '22%',
      itemStyle: { color: view.colours.series[rest.length && i === groups.length - 1 ? 7 : i] },
      data: layers.map(l => of(l, parts)),
      label: !share && i === groups.length - 1 ? ends(view, layers.length, n => si(layers[n].energy, 'J', 3)) : undefined,
    }));
    return bars(view, layers, series, share ? '%' : 'J', {
      max: share ? 1 : undefined,
      right: share ? 24 : 78,
      tip: layer =>
        tip(
          layer.name,
          [['energy', si(layer.energy, 'J')]].concat(
            ranked
              .filter(p => layer.parts[p])
              .map(p => [p, si(layer.parts[p], 'J') + ', ' + percent(layer.parts[p] / layer.energy), view.colours.series[kinds.includes(p) ? kinds.indexOf(p) : 7]]),
          ),
        ),
    });
  };

  charts.consumers = view => {
    const parts = view.data.components.filter(c => c.energy > 0).sort((a, b) => b.energy - a.energy);
    const total = sum(parts.map(p => p.energy));
    const [work, idle] = [view.colours.series[0], view.colours.series[1]];
    return bars(
      view,
      parts,
      [
        { name: 'at work', type: 'bar', stack: 'e', itemStyle: { color: work }, data: parts.map(p => p.energy - p.leakage) },
        { name: 'leakage', type: 'bar', stack: 'e', itemStyle: { color: idle }, data: parts.map(p => p.leakage), label: ends(view, parts.length, n => percent(parts[n].energy / total)) },
      ],
      'J',
      {
        right: 60,
        tip: p => tip(p.name, [['energy', si(p.energy, 'J')], ['at work', si(p.energy - p.leakage, 'J'), work], ['leakage', si(p.leakage, 'J'), idle], ['share', percent(p.energy / total)]]),
      },
    );
  };

  charts.times = view => {
    const { layers } = view.data;
    const [one, two] = view.colours.series;
    return bars(
      view,
      layers,
      [
        { name: 'latency', type: 'bar', barGap: '0%', barCategoryGap: '24%', itemStyle: { color: one }, data: layers.map(l => l.latency), label: ends(view, layers.length, n => si(layers[n].latency, 's', 3), 2) },
        { name: 'least interval', type: 'bar', itemStyle: { color: two }, data: layers.map(l => l.interval), label: ends(view, layers.length, n => si(layers[n].interval, 's', 3), 2) },
      ],
      's',
      {
        tall: 30,
        tip: l => tip(l.name, [['latency', si(l.latency, 's'), one], ['least interval', si(l.interval, 's'), two], ['windows', String(l.windows)], ['copies', String(l.copies)]]),
      },
    );
  };

  charts.utilization = view => {
    const { layers } = view.data;
    const [one, , , , five] = view.colours.series;
    return bars(
      view,
      layers,
      [
        { name: 'own arrays', type: 'bar', barGap: '0%', barCategoryGap: '24%', itemStyle: { color: one }, data: layers.map(l => l.utilization), label: ends(view, layers.length, n => percent(layers[n].utilization), 2) },
        { name: 'bottleneck', type: 'bar', itemStyle: { color: five }, data: layers.map(l => l.bottleneckUtilization), label: ends(view, layers.length, n => percent(layers[n].bottleneckUtilization), 2) },
      ],
      '%',
      {
        tall: 30,
        max: 1,
        right: 56,
        tip: l => tip(l.name, [['own arrays', percent(l.utilization), one], ['bottleneck', percent(l.bottleneckUtilization), five], [l.bottleneck, '']]),
      },
    );
  };

  charts.area = view => {
    const parts = view.data.components.filter(c => c.area > 0);
    const total = sum(parts.map(p => p.area));
    const groups = new Map();
    for (const part of parts) {
      const group = part.name.startsWith('tile.core.') ? 'cores' : part.name.startsWith('tile.') ? 'rest of the tiles' : 'between tiles';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push({ name: part.name, value: part.area });
    }
    const ink = ['#ffffff', '#1b1f24', '#ffffff'];
    const fill = ['#005a8c', '#e0a030', '#00735a'];
    const order = ['cores', 'rest of the tiles', 'between tiles'];
    const last = name => name.split('.').slice(name.startsWith('tile.core.') ? 2 : 1).join('.') || name;
    return {
      height: view.narrow ? 420 : 460,
      option: {
        tooltip: { formatter: p => tip(p.name, [['area', si(p.value, 'm2')], ['share', percent(p.value / total)]]) },
        series: [
          {
            type: 'treemap',
            left: 0,
            right: 0,
            top: 0,
            bottom: 0,
            roam: false,
            nodeClick: false,
            breadcrumb: { show: false },
            sort: 'desc',
            label: {
              formatter: p => last(p.name) + (p.value / total < 0.025 ? '' : '\n' + si(p.value, 'm2', 3) + '\n' + percent(p.value / total)),
              fontSize: 12,
              lineHeight: 16,
              overflow: 'truncate',
            },
            upperLabel: { show: true, height: 22, fontWeight: 'bold', fontSize: 12, formatter: p => p.name + ', ' + percent(p.value / total) },
            itemStyle: { borderColor: view.colours.bg, borderWidth: 1, gapWidth: 1 },
            levels: [
              { itemStyle: { borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } },
              { itemStyle: { borderWidth: 2, gapWidth: 1 } },
              {},
            ],
            data: order
              .filter(g => groups.has(g))
              .map(g => {
                const n = order.indexOf(g);
                return {
                  name: g,
                  itemStyle: { color: fill[n], borderColor: view.colours.panel },
                  upperLabel: { color: view.colours.fg },
                  children: groups.get(g).map(c => ({ ...c, itemStyle: { color: fill[n] }, label: { color: ink[n], show: c.value / total > 0.006 } })),
                };
              }),
          },
        ],
      },
    };
  };

  charts.pipeline = view => {
    const { layers, run } = view.data;
    const shown = layers.length ? layers[0].inputs.length : 0;
    if (!shown) return null;
    const names = layers.map(l => l.name);
    const thick = rowHeight(view, layers.length, Math.max(22, 8 + 9 * shown));
    const inputs = Array.from({ length: shown }, (_, i) => 'input ' + (i + 1));
    const top = 34 + legendHeight(view, inputs);
    const left = nameWidth(view, names);
    const lane = 0.78 / shown;
    const above = scrolls(view, thick * layers.length);
    return {
      height: top + 34 + thick * layers.length,
      option: {
        legend: { data: inputs },
        grid: { left, right: 20, top: top + (above ? 22 : 0), bottom: above ? 6 : 28 },
        dataZoom: [
          {
            type: 'slider',
            xAxisIndex: 0,
            top: legendHeight(view, inputs),
            height: 18,
            filterMode: 'none',
            showDataShadow: false,
            labelFormatter: v => si(v, 's', 3),
            textStyle: { color: view.colours.muted },
            borderColor: view.colours.line,
            show: !view.print,
          },
        ],
        xAxis: valueAxis(view, 's', { position: above ? 'top' : 'bottom', min: 0, max: Math.max(...layers.flatMap(l => l.inputs.map(s => s.finish))) }),
        yAxis: nameAxis(view, names),
        tooltip: {
          formatter: p => {
            const [row, start, finish] = p.value;
            return tip(names[row], [[p.seriesName, si(finish - start, 's'), p.color], ['from', si(start, 's')], ['to', si(finish, 's')]]);
          },
        },
        series: inputs.map((name, i) => ({
          name,
          type: 'custom',
          clip: true,
          itemStyle: { color: view.colours.series[i] },
          encode: { x: [1, 2], y: 0 },
          data: layers.map((l, row) => [row, l.inputs[i].start, l.inputs[i].finish]),
          renderItem: (params, api) => {
            const row = api.coord([api.value(1), api.value(0)]);
            const end = api.coord([api.value(2), api.value(0)]);
            const high = api.size([0, 1])[1];
            const box = echarts.clipRectByRect(
              { x: row[0], y: row[1] + high * (-0.39 + lane * i), width: Math.max(1.5, end[0] - row[0]), height: Math.max(1.5, high * lane - 1) },
              params.coordSys,
            );
            return box && { type: 'rect', shape: box, style: { fill: api.visual('color') } };
          },
        })),
      },
    };
  };

  charts.roofline = view => {
    const { peak, run } = view.data;
    const layers = view.data.layers.filter(l => l.ops > 0 && l.rate > 0);
    if (!layers.length) return null;
    const c = view.colours;
    const kinds = [
      { name: 'through buffers', roof: 'buffers', bytes: 'buffer', rate: peak.buffer, colour: c.series[0], symbol: 'circle' },
      { name: 'through the network', roof: 'network', bytes: 'network', rate: peak.network, colour: c.series[4], symbol: 'diamond' },
    ].filter(k => k.rate > 0);
    const whole = { name: 'the whole network', ops: sum(layers.map(l => l.ops)), rate: run.rate };
    for (const k of kinds) whole[k.bytes] = sum(view.data.layers.map(l => l[k.bytes]));
    const xs = kinds.flatMap(k => layers.concat([whole]).filter(l => l[k.bytes] > 0).map(l => l.ops / l[k.bytes]));
    const ridges = kinds.map(k => peak.ops / k.rate);
    const low = 10 ** Math.floor(Math.log10(Math.min(...xs, ...ridges)) - 0.001);
    const high = 10 ** Math.ceil(Math.log10(Math.max(...xs, ...ridges)) + 0.001);
    const rates = layers.map(l => l.rate).concat([peak.ops, run.rate]);
    const floor = 10 ** Math.floor(Math.log10(Math.min(...rates)) - 0.001);
    const ceiling = 10 ** Math.ceil(Math.log10(Math.max(...rates)) + 0.001);
    const line = (name, points, colour, type) => ({
      name,
      type: 'line',
      symbol: 'none',
      lineStyle: { color: colour, width: 2, type },
      itemStyle: { color: colour },
      data: points,
      tooltip: { formatter: () => tip(name, []) },
      z: 1,
      clip: true,
    });
    const roofs = kinds.map((k, i) => {
      const ridge = peak.ops / k.rate;
      const from = Math.max(low, floor / k.rate);
      return line(k.roof + ' ' + si(k.rate, 'B/s', 3), [[from, from * k.rate], [ridge, peak.ops]], k.colour, 'dashed');
    });
    const left = Math.min(...ridges);
    roofs.push(line('peak ' + si(peak.ops, 'OP/s', 3), [[left, peak.ops], [high, peak.ops]], c.fg, 'solid'));
    const points = kinds.map(k => ({
      name: k.name,
      type: 'scatter',
      symbol: k.symbol,
      symbolSize: layers.length > 40 ? 8 : 11,
      itemStyle: { color: k.colour, opacity: 0.85, borderColor: c.bg, borderWidth: 1 },
      data: layers.filter(l => l[k.bytes] > 0).map(l => ({ value: [l.ops / l[k.bytes], l.rate], name: l.name, bytes: l[k.bytes] })),
      z: 3,
    }));
    points.push({
      name: 'the whole network',
      type: 'scatter',
      symbol: 'path://M0,-10L2.9,-4L9.5,-3.1L4.8,1.5L5.9,8.1L0,5L-5.9,8.1L-4.8,1.5L-9.5,-3.1L-2.9,-4Z',
      symbolSize: 20,
      itemStyle: { color: c.fg, borderColor: c.bg, borderWidth: 1 },
      data: kinds.filter(k => whole[k.bytes] > 0).map(k => ({ value: [whole.ops / whole[k.bytes], whole.rate], name: 'the whole network, ' + k.name, bytes: whole[k.bytes] })),
      z: 4,
    });
    const series = roofs.concat(points);
    const top = legendHeight(view, series.map(s => s.name)) + 22;
    const tall = view.narrow ? 330 : 430;
    // names where there is room, the whole network's and the layers of most work first
    const part = (v, from, to) => Math.log(v / from) / Math.log(to / from);
    const work = new Map(layers.map(l => [l.name, l.ops]));
    const marks = points
      .flatMap(s => s.data)
      .sort((a, b) => (work.get(b.name) ?? Infinity) - (work.get(a.name) ?? Infinity) || 0)
      .map(d => ({ of: d, x: part(d.value[0], low, high), y: part(d.value[1], floor, ceiling), text: work.has(d.name) ? short(d.name, 18) : 'network' }));
    labelPlaces(marks, view.width - 86, tall - 48).forEach((place, i) => (marks[i].of.label = labelAt(view, place, marks[i].text)));
    const log = (unit, more) => valueAxis(view, unit, Object.assign({ type: 'log', logBase: 10 }, more));
    return {
      height: top + tall,
      option: {
        legend: { data: series.map(s => s.name) },
        grid: { left: 66, right: 20, top, bottom: 48 },
        xAxis: log('', {
          min: low,
          max: high,
          name: 'operational intensity (ops per byte)',
          nameLocation: 'middle',
          nameGap: 28,
          axisLabel: { color: c.muted, hideOverlap: true, formatter: v => (v >= 1 ? v.toLocaleString('en') : String(v)) },
        }),
        yAxis: log('OP/s', { min: floor, max: ceiling, name: 'rate', nameLocation: 'end' }),
        tooltip: {
          trigger: 'item',
          formatter: p => tip(p.name, [['rate', si(p.value[1], 'OP/s')], ['ops per byte', si(p.value[0], '', 3)], ['bytes an input', si(p.data.bytes, 'B', 3)]]),
        },
        series,
      },
    };
  };

  charts.sqnr = view => {
    const layers = view.data.layers.filter(l => l.values);
    if (!layers.length) return null;
    const colour = view.colours.series[2];
    return bars(
      view,
      layers,
      [{ name: 'SQNR', type: 'bar', itemStyle: { color: colour }, data: layers.map(l => l.values.sqnr), label: ends(view, layers.length, n => si(layers[n].values.sqnr, 'dB', 3)) }],
      'dB',
      {
        legend: false,
        tip: l => tip(l.name, [['SQNR', l.values.sqnr === null ? 'exact' : si(l.values.sqnr, 'dB', 3), colour], ['mean input', percent(l.values.input)], ['rows driven', percent(l.values.driven)]]),
      },
    );
  };

  charts.clipping = view => {
    const layers = view.data.layers.filter(l => l.values);
    if (!layers.length) return null;
    const shown = [
      ['clipped', 'clipped', 4],
      ['saturated', 'saturated', 1],
      ['driver inputs clipped', 'driverInputsClipped', 0],
      ['outputs clipped', 'outputsClipped', 3],
    ];
    return bars(
      view,
      layers,
      shown.map(([name, key, n]) => ({ name, type: 'bar', barGap: '0%', barCategoryGap: '24%', itemStyle: { color: view.colours.series[n] }, data: layers.map(l => l.values[key]) })),
      '%',
      {
        tall: 34,
        right: 24,
        tip: l => tip(l.name, shown.map(([name, key, n]) => [name, percent(l.values[key]), view.colours.series[n]])),
      },
    );
  };
})();
