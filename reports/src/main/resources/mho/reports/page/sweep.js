/* The charts of a sweep. Its data: axes {path, texts, labels (what tells them apart), numbers or null}, columns {key, label, unit}, objectives {column, minimise}, points
   {number, at: index into each axis' texts, metrics, front, allowed}; points without metrics are not among them. */
(() => {
  'use strict';
  const { charts, si, short, shortNames, tip, legendHeight, valueAxis, nameAxis, labelPlaces, labelAt } = mho;
  const BINS = 12;
  const MOST_NAMES = 24;

  /* What a point can be placed by: an axis of the sweep or a metric. In the order of the selects the template made. */

  function placed(data) {
    return data.columns
      .map((c, i) => ({ label: c.label, unit: c.unit, of: p => p.metrics[i], names: null }))
      .concat(
        data.axes.map((a, i) => ({
          label: a.path,
          unit: '',
          of: p => (a.numbers ? a.numbers[p.at[i]] : p.at[i]),
          text: p => a.texts[p.at[i]],
          names: a.numbers ? null : a.labels,
        })),
      );
  }

  const settings = (data, p) => data.axes.map((a, i) => [a.path, a.texts[p.at[i]]]);

  function pointTip(data, p) {
    const state = p.front ? 'on the Pareto front' : p.allowed ? 'dominated' : 'outside the constraints';
    return tip('Point ' + p.number + ', ' + state, settings(data, p).concat(data.columns.map((c, i) => [c.label, si(p.metrics[i], c.unit)])));
  }

  /** The figures of 1, 2 or 5 next below and above; decades alone would leave most of a logarithmic axis empty. */
  function around(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const decade = value => 10 ** Math.floor(Math.log10(value) + 1e-12);
    const [low, high] = [decade(least), decade(most)];
    const min = low * [5, 2, 1].find(f => f * low <= least * (1 + 1e-9));
    const max = high * [1, 2, 5, 10].find(f => f * high >= most * (1 - 1e-9));
    return { min, max: Math.max(max, 2 * min) };
  }

  charts.pareto = view => {
    const { data, choices } = view;
    const c = view.colours;
    if (!data.points.length) return null;
    const all = placed(data);
    const x = all[choices.x];
    const y = all[choices.y];
    const points = data.points.filter(p => x.of(p) !== null && y.of(p) !== null);
    const hue = choices.colour > 0 ? data.axes[choices.colour - 1] : null;
    const groups = [
      { name: 'outside the constraints', filter: p => !p.allowed, symbol: 'triangle', size: 7, style: { color: 'transparent', borderColor: c.series[7], borderWidth: 1 } },
      { name: 'dominated', filter: p => p.allowed && !p.front, symbol: 'circle', size: 7, style: { color: c.series[7], opacity: 0.45 } },
    ];
    if (hue && hue.texts.length <= 7) {
      const axis = choices.colour - 1;
      hue.texts.forEach((text, i) =>
        groups.push({ name: 'front: ' + shortNames(hue.labels, 28)[i], filter: p => p.front && p.at[axis] === i, symbol: 'diamond', size: 13, style: { color: c.series[i], borderColor: c.bg, borderWidth: 1 } }),
      );
    } else {
      groups.push({ name: 'on the Pareto front', filter: p => p.front, symbol: 'diamond', size: 13, style: { color: c.series[0], borderColor: c.bg, borderWidth: 1 } });
    }
    const series = groups
      .map(g => ({
        name: g.name,
        type: 'scatter',
        clip: false, // marks at the edge are whole
        symbol: g.symbol,
        symbolSize: g.size,
        itemStyle: g.style,
        data: points.filter(g.filter).map(p => ({ value: [x.of(p), y.of(p)], point: p })),
      }))
      .filter(s => s.data.length);
    const top = legendHeight(view, series.map(s => s.name)) + 22;
    const tall = view.narrow ? 360 : 470;
    const log = of => choices.scale === 1 && !of.names && points.every(p => of.of(p) > 0);
    const axis = (of, more) =>
      of.names
        ? Object.assign(nameAxis(view, of.names, { inverse: false }), more)
        : valueAxis(view, of.unit, Object.assign(log(of) ? { type: 'log', ...around(points.map(of.of)) } : { type: 'value', scale: true }, more));
    // the front's points by their numbers, where there is room
    const extent = of => {
      const scale = v => (log(of) ? Math.log(v) : v);
      const values = points.map(of.of);
      const [from, to] = of.names ? [-0.5, of.names.length - 0.5] : log(of) ? Object.values(around(values)).map(scale) : [Math.min(...values), Math.max(...values)];
      return v => (to > from ? (scale(v) - from) / (to - from) : 0.5);
    };
    const [across, up] = [extent(x), extent(y)];
    const placedAt = series.flatMap(s => s.data).map(d => ({ of: d, x: across(d.value[0]), y: up(d.value[1]), text: String(d.point.number) }));
    const marks = placedAt.filter(m => m.of.point.front);
    labelPlaces(marks, view.width - 98, tall - 50, placedAt.filter(m => !m.of.point.front)).forEach((place, i) => (marks[i].of.label = labelAt(view, place, marks[i].text)));
    return {
      height: top + tall,
      option: {
        legend: { data: series.map(s => s.name) },
        grid: { left: 78, right: 20, top, bottom: 50 },
        xAxis: axis(x, { name: x.label, nameLocation: 'middle', nameGap: 30 }),
        yAxis: axis(y, { name: y.label, nameLocation: 'end', nameTextStyle: { color: c.muted, align: 'left', padding: [0, 0, 0, -60] } }),
        tooltip: { trigger: 'item', formatter: p => pointTip(data, p.data.point) },
        series,
      },
    };
  };

  charts.parallel = view => {
    const { data } = view;
    const c = view.colours;
    if (!data.points.length) return null;
    const columns = [...new Set(data.objectives.map(o => o.column))];
    const dims = data.axes
      .map((a, i) => ({ label: a.path, unit: '', names: a.texts.length <= MOST_NAMES || !a.numbers ? a.labels : null, of: p => (a.texts.length <= MOST_NAMES || !a.numbers ? p.at[i] : a.numbers[p.at[i]]) }))
      .concat(columns.map(i => ({ label: data.columns[i].label, unit: data.columns[i].unit, names: null, of: p => p.metrics[i] })));
    const room = view.narrow ? Math.floor((view.width - 50) / 6.2) : Math.max(10, Math.floor(view.width / dims.length / 7));
    const titles = shortNames(dims.map(d => d.label), room);
    const axes = dims.map((d, i) => {
      const ticks = d.names && shortNames(d.names, 14);
      return {
        dim: i,
        name: titles[i],
        type: d.names ? 'category' : 'value',
        data: d.names || undefined,
        scale: true,
        axisLabel: { formatter: (v, n) => (d.names ? ticks[d.names.indexOf(String(v))] : si(v, d.unit, 3)) },
      };
    });
    const line = (name, points, colour, width, opacity) => ({
      name,
      type: 'parallel',
      lineStyle: { color: colour, width, opacity },
      itemStyle: { color: colour },
      smooth: false,
      data: points.map(p => ({ value: dims.map(d => d.of(p) ?? '-'), point: p })),
    });
    const front = data.points.filter(p => p.front);
    const rest = data.points.filter(p => !p.front);
    const series = [line('not on the front', rest, c.series[7], 1, rest.length > 200 ? 0.15 : 0.35), line('on the Pareto front', front, c.series[0], 2, 0.9)].filter(s => s.data.length);
    const top = legendHeight(view, series.map(s => s.name));
    return {
      height: view.narrow ? top + 60 + 74 * dims.length : top + 430,
      option: {
        legend: { data: series.map(s => s.name) },
        parallel: view.narrow
          ? { layout: 'vertical', left: 24, right: 34, top: top + 30, bottom: 40 }
          : { left: 60, right: 90, top: top + 34, bottom: 20 },
        parallelAxis: axes.map(a =>
          Object.assign(a, {
            // on a phone each above its own axis, from the left edge on
            nameTextStyle: view.narrow ? { color: c.fg, fontSize: 12, fontWeight: 'bold', align: 'left', verticalAlign: 'bottom', padding: [0, 0, 12, 0], textBorderColor: c.bg, textBorderWidth: 4 } : { color: c.fg, fontSize: 11 },
            nameGap: view.narrow ? 0 : 15,
            nameLocation: view.narrow ? 'start' : 'end',
            axisLine: { lineStyle: { color: c.muted } },
            axisTick: { lineStyle: { color: c.muted } },
            axisLabel: Object.assign(a.axisLabel, { color: c.fg, fontSize: 10, hideOverlap: true, textBorderColor: c.bg, textBorderWidth: 3 }),
          }),
        ),
        tooltip: { trigger: 'item', formatter: p => pointTip(data, p.data.point) },
        series,
      },
    };
  };

  /** An axis as rows or columns of a heat map: its settings, or ranges of them where there are many. */
  function steps(axis) {
    if (!axis) return { names: [''], of: () => 0 };
    if (!axis.numbers || axis.texts.length <= MOST_NAMES) return { names: axis.labels, of: (p, i) => p.at[i] };
    const low = Math.min(...axis.numbers);
    const high = Math.max(...axis.numbers);
    const log = low > 0 && high / low > 30;
    const scale = v => (log ? Math.log(v) : v);
    const width = (scale(high) - scale(low)) / BINS;
    const edge = n => (log ? Math.exp(scale(low) + n * width) : low + n * width);
    return {
      names: Array.from({ length: BINS }, (_, n) => si(edge(n), '', 3) + ' \u2026 ' + si(edge(n + 1), '', 3)),
      of: (p, i) => Math.min(BINS - 1, Math.floor((scale(axis.numbers[p.at[i]]) - scale(low)) / width)),
    };
  }

  charts.heat = view => {
    const { data, choices } = view;
    const c = view.colours;
    if (!data.axes.length || !data.points.length) return null;
    const column = data.columns[choices.metric];
    const [xi, yi] = [choices.x, choices.y];
    const x = steps(data.axes[xi]);
    const y = xi === yi ? steps(null) : steps(data.axes[yi]);
    const cells = new Map();
    for (const p of data.points) {
      const value = p.metrics[choices.metric];
      if (value === null) continue;
      const key = x.of(p, xi) + ' ' + y.of(p, yi);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(value);
    }
    const merge = [v => v.reduce((a, b) => a + b, 0) / v.length, v => Math.min(...v), v => Math.max(...v)][choices.merge];
    const filled = [...cells].map(([key, values]) => [...key.split(' ').map(Number), merge(values), values.length]);
    if (!filled.length) return null;
    const values = filled.map(f => f[2]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const labelled = view.width / x.names.length > 58 && x.names.length * y.names.length <= 400;
    const longest = Math.max(...y.names.map(n => n.length));
    const left = 14 + 6.7 * Math.min(longest, view.narrow ? 12 : 22);
    const steep = !view.narrow && Math.max(...x.names.map(n => n.length)) * 7 > view.width / x.names.length;
    return {
      height: 118 + Math.max(34 * y.names.length, 60) + (steep || view.narrow ? 60 : 0),
      option: {
        grid: { left, right: 16, top: 64, bottom: steep || view.narrow ? 100 : 46 },
        xAxis: nameAxis(view, x.names, {
          inverse: false,
          name: data.axes[xi].path,
          nameLocation: 'middle',
          nameGap: steep || view.narrow ? 78 : 28,
          nameTextStyle: { color: c.muted },
          axisLabel: { color: c.fg, fontSize: 11, rotate: steep || view.narrow ? 45 : 0, formatter: (n, i) => shortNames(x.names, 16)[i], hideOverlap: true },
          splitArea: { show: false },
        }),
        yAxis: nameAxis(view, y.names, {
          name: xi === yi ? '' : data.axes[yi].path,
          nameLocation: 'start',
          nameTextStyle: { color: c.muted, align: 'left', padding: [0, 0, 0, -left + 10] },
          axisLabel: { color: c.fg, fontSize: 11, formatter: (n, i) => shortNames(y.names, view.narrow ? 12 : 22)[i] },
        }),
        visualMap: {
          type: 'continuous',
          min: least,
          max: most > least ? most : least + (Math.abs(least) || 1) * 1e-9,
          calculable: false,
          orient: 'horizontal',
          top: 0,
          left: 0,
          itemWidth: 14,
          itemHeight: view.narrow ? 120 : 260,
          text: [si(most, column.unit, 3), si(least, column.unit, 3)],
          textStyle: { color: c.fg },
          dimension: 2,
          inRange: { color: ['#fde725', '#5ec962', '#21918c', '#3b528b', '#440154'].reverse() },
        },
        tooltip: {
          trigger: 'item',
          formatter: p =>
            tip(column.label + ' ' + si(p.value[2], column.unit), [
              [data.axes[xi].path, x.names[p.value[0]]],
              xi === yi ? null : [data.axes[yi].path, y.names[p.value[1]]],
              ['points', String(p.value[3])],
            ]),
        },
        series: [
          {
            type: 'heatmap',
            data: filled.map(f => ({ value: f, label: { color: most > least && (f[2] - least) / (most - least) > 0.55 ? '#1b1f24' : '#ffffff' } })),
            label: { show: labelled, fontSize: 11, formatter: p => si(p.value[2], column.unit, 3) },
            itemStyle: { borderColor: c.bg, borderWidth: 1 },
          },
        ],
      },
    };
  };
})();
